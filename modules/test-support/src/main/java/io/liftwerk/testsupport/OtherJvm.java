package io.liftwerk.testsupport;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * A process of its own with the classes of the test, to be killed or to see another environment.
 * DuckDB's library is taken out of its jar once for all of them: unpacked by each process it would
 * take half a second, and one that is killed leaves its seventy megabytes behind.
 */
public final class OtherJvm {
  private static final String LIBRARY = "libduckdb_java";

  private OtherJvm() {}

  /**
   * How to start one that runs {@code main}.
   *
   * @param options of the JVM, beside those that make it start soon
   */
  public static synchronized ProcessBuilder of(
      Class<?> main, List<String> options, String... arguments) throws IOException {
    Path natives = natives();
    var command =
        new ArrayList<String>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Djava.library.path=" + natives,
                "-Dliftwerk.home=" + System.getProperty("liftwerk.home")));
    command.addAll(options);
    command.addAll(List.of("-cp", classPath(natives), main.getName()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectErrorStream(true);
  }

  /** Waits for the end of {@code process} and returns all it said. */
  public static String output(Process process) throws IOException {
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static Path natives() {
    return Path.of(System.getProperty("liftwerk.home")).resolveSibling("other-jvm");
  }

  private static String classPath(Path natives) throws IOException {
    String separator = File.pathSeparator;
    var parts = new ArrayList<String>();
    for (String part : System.getProperty("java.class.path").split(separator, -1)) {
      Path file = Path.of(part);
      boolean database = String.valueOf(file.getFileName()).startsWith("duckdb_jdbc");
      parts.add(database ? withoutLibraries(file, natives).toString() : part);
    }
    return String.join(separator, parts);
  }

  private static Path withoutLibraries(Path jar, Path natives) throws IOException {
    Path slim = natives.resolve(String.valueOf(jar.getFileName()));
    if (Files.exists(slim)) {
      return slim;
    }
    Files.createDirectories(natives);
    Path begun = natives.resolve("begun.jar");
    try (var from = new ZipFile(jar.toFile());
        var to = new ZipOutputStream(Files.newOutputStream(begun))) {
      for (ZipEntry entry : from.stream().toList()) {
        try (InputStream in = from.getInputStream(entry)) {
          if (!entry.getName().startsWith(LIBRARY)) {
            to.putNextEntry(new ZipEntry(entry.getName()));
            in.transferTo(to);
          } else if (entry.getName().endsWith(platform())) {
            Files.write(natives.resolve(System.mapLibraryName("duckdb_java")), in.readAllBytes());
          }
        }
      }
    }
    return Files.move(begun, slim);
  }

  /** How DuckDB names this system and its processor. */
  private static String platform() {
    String system =
        Stream.of("windows", "mac", "linux")
            .filter(System.getProperty("os.name").toLowerCase(Locale.ROOT)::startsWith)
            .findFirst()
            .map(name -> name.equals("mac") ? "macos" : name)
            .orElseThrow();
    return "_" + system + (System.getProperty("os.arch").startsWith("aarch") ? "_arm64" : "_amd64");
  }
}
