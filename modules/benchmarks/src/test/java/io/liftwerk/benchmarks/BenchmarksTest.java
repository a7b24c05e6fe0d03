package io.liftwerk.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchmarksTest {
  @TempDir Path folder;

  @Test
  void runsWhatIsAskedFor() {
    assertEquals(
        List.of(
            "import",
            "log",
            "xlsx",
            "warehouse",
            "leads",
            "scoring",
            "experiments",
            "keywords",
            "knowledge",
            "guard",
            "window",
            "paging"),
        names("all"));
    assertEquals(List.of("import", "window"), names("window, import"));
  }

  private static List<String> names(String text) {
    return Benchmarks.chosen(text).stream().map(Benchmarks.Named::name).toList();
  }

  @Test
  void namesWhatThereIsWhenAskedForSomethingElse() {
    var failure =
        assertThrows(IllegalArgumentException.class, () -> Benchmarks.chosen("import,tea"));

    assertEquals(
        "-Dliftwerk.bench=import,tea: there are import, log, xlsx, warehouse, leads, scoring,"
            + " experiments, keywords, knowledge, guard, window, paging",
        failure.getMessage());
  }

  @Test
  void scratchSpaceIsEmptyAtTheStartAndGoneAtTheEnd() throws Exception {
    Path place = Files.createDirectories(folder.resolve("scratch"));
    Files.writeString(place.resolve("left-by-a-killed-run"), "gigabytes");

    try (var scratch = new Scratch(place)) {
      assertFalse(Files.exists(place.resolve("left-by-a-killed-run")));
      Files.writeString(scratch.folder("deep").resolve("file"), "x");
    }

    assertFalse(Files.exists(place));
  }

  @Test
  void forgettingCachedPagesKeepsTheFiles() throws Exception {
    if (PageCache.canForget()) {
      Path file = Files.writeString(folder.resolve("kept"), "still here");

      PageCache.forget(folder);

      assertEquals("still here", Files.readString(file));
    }
    assertTrue(Files.isDirectory(folder));
  }

  @Test
  void summariesAreThoseOfTheTextbook() {
    List<Double> values = List.of(4.0, 1.0, 3.0, 2.0);

    assertEquals(2.5, Statistics.median(values));
    assertEquals(3.85, Statistics.quantile(values, .95), 1e-12);
    assertEquals(2.5, Statistics.mean(values));
    assertEquals(1.2909944487358056, Statistics.deviation(values), 1e-12);
  }
}
