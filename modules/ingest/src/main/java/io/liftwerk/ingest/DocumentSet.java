package io.liftwerk.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Documents that make one table, such as the articles in a folder.
 *
 * @param folder the paths of the documents are told from here
 * @param shown what {@code _source} says of the folder
 * @param files at least one, in order of their paths, each once
 */
record DocumentSet(Path folder, String shown, List<Dropped> files) {

  DocumentSet {
    files =
        files.stream()
            .distinct()
            .sorted(Comparator.comparing(file -> path(folder, file.file())))
            .toList();
  }

  /** A document for itself. */
  static DocumentSet alone(Dropped file) {
    return of(List.of(file));
  }

  /** The documents of one folder. */
  static DocumentSet of(List<Dropped> files) {
    Dropped first = files.getFirst();
    String shown = first.shown();
    int end = shown.lastIndexOf('/');
    Path folder = folderOf(first.file());
    return new DocumentSet(
        folder, end < 0 ? String.valueOf(folder.getFileName()) : shown.substring(0, end), files);
  }

  /**
   * Takes documents of one folder together.
   *
   * @return {@code files} in their order; a group stands where its first file stood
   */
  static List<List<Dropped>> grouped(List<Dropped> files) {
    Map<Path, List<Dropped>> byFolder = new LinkedHashMap<>();
    var groups = new ArrayList<List<Dropped>>();
    for (Dropped file : files) {
      List<Dropped> group = new ArrayList<>();
      if (isDocument(file)) {
        group = byFolder.computeIfAbsent(folderOf(file.file()), folder -> new ArrayList<>());
      }
      if (group.isEmpty()) {
        groups.add(group);
      }
      group.add(file);
    }
    return groups;
  }

  private static Path folderOf(Path file) {
    Path parent = file.toAbsolutePath().normalize().getParent();
    return parent == null ? file.toAbsolutePath() : parent;
  }

  /**
   * Whether {@code file} is one, as far as its name and, for {@code .txt} on the disk, its
   * beginning tell.
   */
  private static boolean isDocument(Dropped file) {
    DocumentFormat format = DocumentFormat.named(file.file());
    if (format != DocumentFormat.TEXT) {
      return format != null;
    }
    if (!Files.isRegularFile(file.file())) {
      return false;
    }
    try {
      byte[] head = FilePreviews.head(file.file());
      return FileKind.of(file.file(), head, head.length) == FileKind.DOCUMENT;
    } catch (IOException e) {
      return false; // loading it will tell what is wrong
    }
  }

  /** The path of {@code file} below the folder, with slashes on every system. */
  String path(Path file) {
    return path(folder, file);
  }

  private static String path(Path folder, Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    Path below = absolute.startsWith(folder) ? folder.relativize(absolute) : absolute;
    return below.toString().replace('\\', '/');
  }

  /** The folder as it is shown, or the only document. */
  String name() {
    return files.size() == 1 ? files.getFirst().shown() : shown;
  }

  /** What the table is called: as the folder, or as the only document. */
  String tableName() {
    return files.size() == 1
        ? files.getFirst().table()
        : TableNames.derived(shown.substring(shown.lastIndexOf('/') + 1));
  }
}
