package io.liftwerk.benchmarks;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files of {@code sample-data/} are what the generator beside them writes. */
class SampleDataTest {
  private static final Path KEPT = SampleFiles.KEPT;

  /** Written by hand, or too short to hold anything that dice decide. */
  private static final Pattern SAME_IN_EVERY_WORLD =
      Pattern.compile(
          "articles/competitors/.*|articles/own/(versand|haeufige|stilhandbuch).*"
              + "|search-console/Filter.csv");

  @TempDir static Path made;

  @BeforeAll
  static void generate() throws Exception {
    run(made, List.of());
  }

  @Test
  void regeneratingGivesTheSameBytes() throws IOException {
    assertEquals(names(KEPT), names(made));
    for (String name : names(made)) {
      assertArrayEquals(
          Files.readAllBytes(made.resolve(name)), Files.readAllBytes(KEPT.resolve(name)), name);
    }
  }

  @Test
  void anotherSeedMakesAnotherWorld(@TempDir Path other) throws Exception {
    run(other, List.of("1866"));

    assertEquals(names(made), names(other));
    for (String name : names(made)) {
      assertEquals(
          SAME_IN_EVERY_WORLD.matcher(name).matches(),
          Files.mismatch(made.resolve(name), other.resolve(name)) == -1,
          name);
    }
  }

  @Test
  void mailGoesToReservedDomainsOnly() throws IOException {
    Pattern address = Pattern.compile("[\\w.+-]+@([\\w.-]+)");
    Pattern reserved = Pattern.compile("example\\.(com|org|net)|([\\w-]+\\.)+example");
    for (String name : names(made)) {
      String text = SampleFiles.text(made.resolve(name));
      var domains =
          address.matcher(text).results().map(match -> match.group(1)).collect(Collectors.toSet());
      assertTrue(
          domains.stream().allMatch(domain -> reserved.matcher(domain).matches()),
          () -> name + ": " + domains);
    }
  }

  @Test
  void everyFileIsDescribed() throws IOException {
    String readme = Files.readString(KEPT.resolve("README.md"));
    for (String name : names(KEPT)) {
      assertTrue(readme.contains("| `" + name + "` |"), name);
    }
  }

  /** Far from home: neither language nor time zone of a machine may change a byte. */
  private static void run(Path folder, List<String> seed) throws Exception {
    Path log = Files.createTempFile("generate", ".log");
    try {
      var command =
          new java.util.ArrayList<>(
              List.of(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:+UseSerialGC",
                  "-XX:TieredStopAtLevel=1",
                  "-Duser.language=tr",
                  "-Duser.country=TR",
                  "-Duser.timezone=Pacific/Auckland",
                  KEPT.resolve("generator/Generate.java").toString(),
                  folder.toString()));
      command.addAll(seed);
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      assertTrue(process.waitFor(180, TimeUnit.SECONDS), "the generator did not end");
      assertEquals(0, process.exitValue(), () -> read(log));
    } finally {
      Files.delete(log);
    }
  }

  private static String read(Path log) {
    try {
      return Files.readString(log, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Set<String> names(Path folder) throws IOException {
    return SampleFiles.names(folder);
  }
}
