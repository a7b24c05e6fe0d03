package io.liftwerk.installers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The packaged program as it is installed: without the toolkit's jars, for one system only. */
final class Program {
  /**
   * When every file is said to have been made. A recorded start holds for the times its jars had;
   * the second is even, since archives of Windows count in twos.
   */
  static final FileTime MADE = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));

  private Program() {}

  /**
   * Copies the program.
   *
   * @param from the folder {@code app/target/liftwerk}
   * @param to a folder that is not there yet
   * @throws IOException also when something is in it that no installer may bring
   */
  static void copy(Path from, Path to, Platform platform) throws IOException {
    if (!Files.isRegularFile(from.resolve("lib/liftwerk.jar"))) {
      throw new IOException("there is no packaged program at " + from + ": build the app first");
    }
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        String inside = from.relativize(file).toString().replace('\\', '/');
        if (!inside.startsWith("lib/javafx") && !inside.matches("lib/liftwerk.*\\.aot.*")) {
          Files.copy(file, to.resolve(inside), StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    }
    Files.delete(
        to.resolve(platform == Platform.WINDOWS_X64 ? "bin/liftwerk" : "bin/liftwerk.bat"));
    var natives = new Natives(platform);
    for (Path jar : jars(to)) {
      natives.prune(jar, MADE);
      check(jar);
    }
  }

  /** The jars of its class path. */
  static List<Path> jars(Path program) throws IOException {
    try (Stream<Path> files = Files.list(program.resolve("lib"))) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
  }

  private static void check(Path jar) throws IOException {
    try (var zip = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : zip.stream().toList()) {
        String name = entry.getName().toLowerCase(Locale.ROOT);
        if (name.endsWith(".pdb") || name.startsWith("org/tensorflow/")) {
          throw new IOException(jar.getFileName() + " holds " + entry.getName());
        }
      }
    }
  }

  /** Gives every file below {@code folder} the same time. */
  static void settle(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.setLastModifiedTime(file, MADE);
      }
    }
  }
}
