package io.liftwerk.ingest;

import io.liftwerk.workspace.Hashes;
import io.liftwerk.workspace.JobContext;
import io.liftwerk.workspace.RunRecord;
import io.liftwerk.workspace.WorkbenchException;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the paths of an import come to: folders are walked through and archives opened, and each
 * file gets the name it is shown under and the one its table is to have. Nothing is loaded yet.
 */
final class Gathering {
  private final ImportRequest request;
  private final JobContext context;
  private final List<Dropped> files = new ArrayList<>();
  private final List<Skipped> skipped = new ArrayList<>();
  private final Map<String, RunRecord.Input> archives = new LinkedHashMap<>();

  private Gathering(ImportRequest request, JobContext context) {
    this.request = request;
    this.context = context;
  }

  /**
   * @throws WorkbenchException when something that was named cannot be looked into
   */
  static Gathering of(ImportRequest request, JobContext context) {
    var gathering = new Gathering(request, context);
    for (String named : request.files()) {
      Path path = path(named);
      try {
        gathering.add(path);
      } catch (IOException e) {
        throw Refused.unreadable(path, e);
      }
    }
    gathering.refuseOneNameForMany();
    return gathering;
  }

  /** The files to load, each with a name for its table that no other has, as far as that goes. */
  List<Dropped> files() {
    return DroppedNames.distinct(files);
  }

  /** What was left out, and why. */
  List<Skipped> skipped() {
    return skipped;
  }

  /** The archives among the files named or found, by path. */
  Map<String, RunRecord.Input> archives() {
    return archives;
  }

  private void add(Path named) throws IOException {
    List<Path> recorded = recordedIn(named);
    if (!recorded.isEmpty()) {
      for (Path file : recorded) {
        add(file, below(named, file), false);
      }
    } else if (Files.isDirectory(named)) {
      walk(named);
    } else {
      add(named, String.valueOf(named.getFileName()), false);
    }
  }

  /** A re-run takes the files that the first run found in the folder, and none that came since. */
  private List<Path> recordedIn(Path folder) {
    if (request.hashes().containsKey(folder.toString())) {
      return List.of();
    }
    return request.hashes().keySet().stream()
        .map(Path::of)
        .filter(file -> file.startsWith(folder))
        .sorted(Comparator.comparing(file -> below(folder, file)))
        .toList();
  }

  private void walk(Path folder) throws IOException {
    context.progress(-1, "looking through " + Refused.shown(folder));
    FolderWalk walk = FolderWalk.of(folder, context::checkCancelled);
    if (walk.found().isEmpty() && walk.skipped().isEmpty()) {
      throw Refused.nothingInside(folder);
    }
    skipped.addAll(walk.skipped());
    for (FolderWalk.Found found : walk.found()) {
      try {
        add(found.file(), found.path(), true);
      } catch (WorkbenchException e) {
        skipped.add(Skipped.of(found.path(), e));
      } catch (IOException e) {
        skipped.add(Skipped.of(found.path(), Refused.unreadable(found.file(), e)));
      }
    }
  }

  private void add(Path file, String shown, boolean optional) throws IOException {
    if (isArchive(file)) {
      open(file, shown);
    } else {
      files.add(Dropped.file(file, shown, optional));
    }
  }

  private static boolean isArchive(Path file) {
    try {
      return Files.isRegularFile(file) && ZipArchive.is(file);
    } catch (IOException e) {
      // opening it as a file says what is wrong with it
      return false;
    }
  }

  private void open(Path file, String shown) throws IOException {
    context.progress(-1, "opening " + Refused.shown(file));
    ZipArchive archive = ZipArchive.open(file);
    String hash = hash(file, context::checkCancelled);
    String expected = request.hashes().get(file.toString());
    if (expected != null && !expected.equals(hash)) {
      throw Refused.otherThanThen(file);
    }
    List<ZipMember> members =
        archive.members().stream().filter(member -> !member.isFolder()).toList();
    if (members.isEmpty()) {
      throw Refused.nothingInside(file);
    }
    archives.put(file.toString(), new RunRecord.Input(shown, hash, Files.size(file)));
    for (ZipMember member : members) {
      String inside = shown + "/" + member.name();
      try {
        files.add(Dropped.member(archive.checked(member), inside, archive, member));
      } catch (WorkbenchException e) {
        skipped.add(Skipped.of(inside, e));
      }
    }
  }

  /**
   * SHA-256 of a file.
   *
   * @param look called again and again
   */
  static String hash(Path file, Runnable look) throws IOException {
    var digest = Hashes.digest();
    byte[] buffer = new byte[1 << 20];
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        look.run();
        digest.update(buffer, 0, read);
      }
    }
    return Hashes.hex(digest.digest());
  }

  private void refuseOneNameForMany() {
    if (request.as() != null && DocumentSet.grouped(files).size() > 1) {
      throw new WorkbenchException(
          "name-for-many",
          "One name cannot stand for " + files.size() + " files.",
          "Import them one by one, or leave the name out.");
    }
  }

  private static String below(Path folder, Path file) {
    return folder.relativize(file).toString().replace(File.separatorChar, '/');
  }

  private static Path path(String file) {
    try {
      return Path.of(file);
    } catch (InvalidPathException e) {
      throw new WorkbenchException(
          "file-missing",
          "'" + Refused.printable(file) + "' is not the name of a file.",
          "Check the path.",
          e);
    }
  }
}
