package io.liftwerk.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.benchmarks.AdReport.Shape;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdReportTest {
  private static final int ROWS = 5000;

  @TempDir Path folder;

  @Test
  void hasFourteenColumnsInEveryRow() throws IOException {
    List<String> lines = lines(Shape.UTF8, StandardCharsets.UTF_8);

    assertEquals(ROWS + 2, lines.size());
    assertTrue(lines.getLast().startsWith("Gesamt: Konto,,,,,,,,,,"), lines.getLast());
    assertTrue(lines.stream().allMatch(line -> line.split(",", -1).length == 14));
    assertTrue(
        lines.stream()
            .skip(1)
            .limit(ROWS)
            .allMatch(
                line ->
                    line.matches(
                        "\\d{4}-\\d\\d-\\d\\d,.*,\\d+,\\d+" + ",\\d+\\.\\d\\d,\\d+\\.\\d\\d")));
  }

  @Test
  void weighsAboutWhatTheReferenceReportWeighs() throws IOException {
    long bytes = AdReport.write(folder.resolve("a.csv"), ROWS, Shape.UTF8);

    assertEquals(140, bytes / (double) ROWS, 8);
  }

  @Test
  void holdsTheSameRowsInEveryEncoding() throws IOException {
    List<String> plain = lines(Shape.UTF8, StandardCharsets.UTF_8);
    List<String> tabs = lines(Shape.UTF16_TAB, StandardCharsets.UTF_16);
    List<String> windows = lines(Shape.WINDOWS_1252, Charset.forName("windows-1252"));

    assertEquals(plain, tabs.stream().map(line -> line.replace('\t', ',')).toList());
    assertEquals(plain, windows.stream().map(line -> line.replace(';', ',')).toList());
  }

  private List<String> lines(Shape shape, Charset charset) throws IOException {
    Path file = folder.resolve(shape + ".csv");
    AdReport.write(file, ROWS, shape);
    return Files.readAllLines(file, charset);
  }
}
