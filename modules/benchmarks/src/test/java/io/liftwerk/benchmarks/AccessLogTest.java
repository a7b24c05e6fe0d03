package io.liftwerk.benchmarks;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessLogTest {
  private static final int LINES = 20_000;
  private static final Pattern COMBINED =
      Pattern.compile(
          "[0-9a-f.:]+ - - \\[\\d\\d/[A-Z][a-z]{2}/\\d{4}:\\d\\d:\\d\\d:\\d\\d \\+0200]"
              + " \"[A-Z]+ \\S+ HTTP/2.0\" \\d{3} \\d+ \"[^\"]+\" \"[^\"]+\"");

  @TempDir Path folder;

  @Test
  void allLinesButTheNoiseAreCombined() throws IOException {
    Path file = folder.resolve("a.log");
    AccessLog.Written written = AccessLog.write(file, LINES);
    List<String> lines = Files.readAllLines(file);

    assertEquals(LINES, lines.size());
    assertEquals(
        LINES - written.noise(),
        lines.stream().filter(line -> COMBINED.matcher(line).matches()).count());
    assertEquals(LINES / 500.0, written.noise(), 20);
    assertTrue(lines.stream().distinct().count() > LINES * .99);
  }

  @Test
  void weighsAboutWhatTheReferenceLogWeighs() throws IOException {
    AccessLog.Written written = AccessLog.write(folder.resolve("a.log"), LINES);

    assertEquals(237, written.bytes() / (double) LINES, 4);
  }

  @Test
  void isTheSameEachTime() throws IOException {
    AccessLog.write(folder.resolve("a.log"), LINES);
    AccessLog.write(folder.resolve("b.log"), LINES);

    assertArrayEquals(
        Files.readAllBytes(folder.resolve("a.log")), Files.readAllBytes(folder.resolve("b.log")));
  }
}
