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
 * @param files at least one, in order of their paths, each once
 */
record DocumentSet(Path folder, List<Path> files) {

  DocumentSet {
    files =
        files.stream().distinct().sorted(Comparator.comparing(file -> path(folder, file))).toList();
  }

  /** A document for itself. */
  static DocumentSet alone(Path file) {
    return new DocumentSet(folderOf(file), List.of(file));
  }

  /**
   * Takes documents of one folder together, when there are at least two.
   *
   * @return {@code files} in their order; a group stands where its first file stood
   */
  static List<List<Path>> grouped(List<Path> files) {
    Map<Path, List<Path>> byFolder = new LinkedHashMap<>();
    var groups = new ArrayList<List<Path>>();
    for (Path file : files) {
      List<Path> group = new ArrayList<>();
      if (isDocument(file)) {
        group = byFolder.computeIfAbsent(folderOf(file), folder -> new ArrayList<>());
      }
      if (group.isEmpty()) {
        groups.add(group);
      }
      group.add(file);
    }
    return groups;
  }

  static Path folderOf(Path file) {
    Path parent = file.toAbsolutePath().normalize().getParent();
    return parent == null ? file.toAbsolutePath() : parent;
  }

  /** Whether {@code file} is one, as far as its name and, for {@code .txt}, its beginning tell. */
  private static boolean isDocument(Path file) {
    DocumentFormat format = DocumentFormat.named(file);
    if (format != DocumentFormat.TEXT || !Files.isRegularFile(file)) {
      return format != null;
    }
    try {
      byte[] head = FilePreviews.head(file);
      return FileKind.of(file, head, head.length) == FileKind.DOCUMENT;
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

  /** The folder's name, or that of the only document. */
  String name() {
    Path name = files.size() == 1 ? files.getFirst().getFileName() : folder.getFileName();
    return String.valueOf(name);
  }
}
