package io.liftwerk.workspace;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files of one run in a folder of the workspace: results in {@code exports/}, models in {@code
 * registry/}. A job writes them into a hidden folder of its own, {@code exports/.run-0042/}; the
 * line that commits the run names them, and only then do they take their names in {@code exports/}.
 * So a file without a run never lies there, and a kill between the moves leaves what the next open
 * completes. A name that is taken is never replaced: the file gets a number behind its own.
 */
final class RunFiles {
  private static final String HIDDEN = ".run-";
  private static final Pattern HIDDEN_FOLDER = Pattern.compile("\\.run-([0-9]{4,18})");
  private static final Pattern UNSAFE = Pattern.compile("[^\\p{L}\\p{N}._-]+");
  private static final int LONGEST_STEM = 70;

  private final Path root;
  private final String run;
  private final Path hidden;
  private final Set<String> names =
      Collections.synchronizedSet(new TreeSet<>(String.CASE_INSENSITIVE_ORDER));

  /**
   * @param root one of {@link #roots}
   */
  RunFiles(Path root, String run) {
    this.root = root;
    this.run = run;
    this.hidden = root.resolve(HIDDEN + run);
  }

  /** The folders that files of runs lie in. */
  private static List<Path> roots(Workspace workspace) {
    return List.of(workspace.exports(), workspace.registry());
  }

  /** Gives the file {@code STEM-RUN.ENDING} a name that is free, and a place to be written. */
  ResultFile add(String stem, String ending) throws IOException {
    Files.createDirectories(hidden);
    String safe = UNSAFE.matcher(stem).replaceAll("_");
    String wished = safe.substring(0, Math.min(safe.length(), LONGEST_STEM)) + "-" + run;
    String name = wished + "." + ending;
    for (int i = 2; isTaken(root.resolve(name)) || !names.add(name); i++) {
      name = wished + "-" + i + "." + ending;
    }
    return new ResultFile(hidden.resolve(name), root.resolve(name));
  }

  /**
   * Before the line that names them is committed: sees that every file is there and on the disk,
   * and that nothing else is.
   */
  void seal() throws IOException {
    if (names.isEmpty()) {
      return;
    }
    for (Path file : list(hidden)) {
      if (!names.contains(String.valueOf(file.getFileName()))) {
        Tidy.delete(file);
      }
    }
    for (String name : names) {
      try (FileChannel file = FileChannel.open(hidden.resolve(name), StandardOpenOption.WRITE)) {
        file.force(true);
      }
    }
  }

  /** The run failed or was cancelled: nothing of it remains. */
  void discard() {
    try {
      if (isTaken(hidden)) {
        Tidy.delete(hidden);
      }
    } catch (IOException e) {
      Workspace.warn("files of run " + run + " are left until the next open", e);
    }
  }

  /** Gives the files of a committed run their names; what has its name already is left alone. */
  static void publish(Workspace workspace, String run) throws IOException {
    KillPoint.PUBLISH.pass();
    for (Path root : roots(workspace)) {
      publish(workspace, root, run);
    }
  }

  private static void publish(Workspace workspace, Path root, String run) throws IOException {
    Path hidden = root.resolve(HIDDEN + run);
    if (!Files.isDirectory(hidden, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    for (Path draft : list(hidden)) {
      String name = String.valueOf(draft.getFileName());
      Path place = free(root, name, run);
      if (!place.endsWith(name)) {
        renamed(workspace, run, root.resolve(name), place);
      }
      Files.move(draft, place);
      KillPoint.PUBLISH.pass();
    }
    Tidy.delete(hidden);
  }

  /** A file of the same name that has come since the run began stays. */
  private static Path free(Path folder, String name, String run) {
    int end = name.lastIndexOf("-" + run) + 1 + run.length();
    Path place = folder.resolve(name);
    for (int i = 2; isTaken(place); i++) {
      place = folder.resolve(name.substring(0, end) + "-" + i + name.substring(end));
    }
    return place;
  }

  private static void renamed(Workspace workspace, String run, Path wished, Path place) {
    String from = workspace.relative(wished);
    String to = workspace.relative(place);
    workspace.ledger().artefactRenamed(run, from, to);
    workspace
        .audit()
        .append(
            AuditTrail.NOTICED,
            Map.of(
                "found",
                "The name %s was taken, so the file of run %s is called %s."
                    .formatted(from, run, to)));
  }

  /** At open: completes what a kill kept from its place, and removes what was never committed. */
  static void recover(Workspace workspace) throws IOException {
    for (Path root : roots(workspace)) {
      recover(workspace, root);
    }
  }

  private static void recover(Workspace workspace, Path root) throws IOException {
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(root, HIDDEN + "*")) {
      for (Path folder : folders) {
        Matcher name = HIDDEN_FOLDER.matcher(String.valueOf(folder.getFileName()));
        if (!name.matches() || !Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
          continue;
        }
        RunRecord run = workspace.ledger().find(name.group(1)).orElse(null);
        if (run != null && run.status() == RunRecord.Status.DONE) {
          KillPoint.PUBLISH.pass();
          publish(workspace, root, run.id());
        } else {
          Tidy.delete(folder);
        }
      }
    }
  }

  /** Whether a file of any run carries the number {@code run}. */
  static boolean exist(Workspace workspace, String run) {
    return roots(workspace).stream().anyMatch(root -> exist(root, run));
  }

  private static boolean exist(Path root, String run) {
    if (isTaken(root.resolve(HIDDEN + run))) {
      return true;
    }
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(root, "*-" + run + "{-[0-9]*,}.*")) {
      return files.iterator().hasNext();
    } catch (IOException e) {
      // a folder that cannot be read takes no result file either, and that job says so
      return false;
    }
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  private static boolean isTaken(Path place) {
    return Files.exists(place, LinkOption.NOFOLLOW_LINKS);
  }
}
