package io.liftwerk.benchmarks;

import io.liftwerk.benchmarks.AdReport.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Locale;

/** Importing a large ad report, beside a bare load of the same file in the same run. */
final class ImportSuite implements Bench.Suite {
  static final long ROWS = Long.getLong("liftwerk.bench.rows", 10_000_000);
  private static final long SMALL = 1_000_000;
  private static final long BYTES_100_MB = 100_000_000;
  private static final int ROUNDS = 3;
  private static final double TWO_GIGABYTES = 2e9;

  private record Pair(Measured ours, Measured bare) {}

  @Override
  public void run(Bench bench, Findings findings) throws IOException {
    findings.add(large(bench));
    findings.add(hundredMegabytes(bench));
    encodings(bench, findings);
  }

  private static Figure large(Bench bench) throws IOException {
    Path file = bench.scratch().resolve("ads-large.csv");
    bench.say("writing an ad report of " + ROWS + " rows");
    long bytes = AdReport.write(file, ROWS, Shape.UTF8);
    try {
      var ours = new ArrayList<Double>();
      var bare = new ArrayList<Double>();
      double peak = 0;
      var cpu = new ArrayList<Double>();
      var bareCpu = new ArrayList<Double>();
      for (int round = 0; round < ROUNDS; round++) {
        Pair pair = pair(bench, file, ROWS, round % 2 == 0);
        ours.add(pair.ours().get("seconds"));
        bare.add(pair.bare().get("seconds"));
        peak = Math.max(peak, pair.ours().values().getOrDefault("peakBytes", 0.0));
        cpu.add(pair.ours().get("cpuSeconds"));
        bareCpu.add(pair.bare().get("cpuSeconds"));
        bench.say(
            String.format(
                Locale.ROOT, "import %.2f s, bare %.2f s", ours.getLast(), bare.getLast()));
      }
      String what =
          String.format(
              Locale.ROOT,
              "ad report, %.0f M rows, %.2f GB, totals checked",
              ROWS / 1e6,
              bytes / 1e9);
      return Figure.of("import", what, "s", Statistics.median(ours))
          .peer(Statistics.median(bare), "bare DuckDB load as text, same run")
          .target(Figure.Kind.RATIO_AT_MOST, 1.3)
          .peak(peak == 0 ? null : peak)
          .note(
              String.format(
                  Locale.ROOT,
                  "median of %d in turns; best %.2f to %.2f s; CPU %.1f to %.1f s; peak %s 2 GB",
                  ROUNDS,
                  Statistics.quantile(ours, 0),
                  Statistics.quantile(bare, 0),
                  Statistics.median(cpu),
                  Statistics.median(bareCpu),
                  peak < TWO_GIGABYTES ? "under" : "OVER"));
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private static Pair pair(Bench bench, Path file, long rows, boolean oursFirst)
      throws IOException {
    Measured before = oursFirst ? null : bare(bench, file, rows);
    Measured ours = ours(bench, file, rows);
    return new Pair(ours, before != null ? before : bare(bench, file, rows));
  }

  private static void encodings(Bench bench, Findings findings) throws IOException {
    double plain = 0;
    for (Shape shape : Shape.values()) {
      Path file = bench.scratch().resolve("ads-" + shape + ".csv");
      long bytes = AdReport.write(file, SMALL, shape);
      try {
        Measured ours = ours(bench, file, SMALL);
        String what =
            String.format(Locale.ROOT, "the same, 1 M rows, %s, %.0f MB", name(shape), bytes / 1e6);
        Figure figure =
            Figure.of("import", what, "s", ours.get("seconds"))
                .peak(ours.values().get("peakBytes"));
        if (shape == Shape.UTF8) {
          plain = ours.get("seconds");
          findings.add(
              figure.peer(bare(bench, file, SMALL).get("seconds"), "bare DuckDB load as text"));
        } else {
          findings.add(figure.peer(plain, "ours, the same rows in UTF-8").note("transcoded"));
        }
      } finally {
        Files.deleteIfExists(file);
      }
    }
  }

  private static Figure hundredMegabytes(Bench bench) throws IOException {
    Path file = bench.scratch().resolve("ads-100.csv");
    long sample = AdReport.write(file, 10_000, Shape.UTF8);
    long rows = BYTES_100_MB * 10_000 / sample;
    AdReport.write(file, rows, Shape.UTF8);
    try {
      Measured ours = ours(bench, file, rows);
      return Figure.of("import", "100 MB (ux-03)", "s", ours.get("seconds"))
          .target(Figure.Kind.OURS_AT_MOST, 15)
          .peak(ours.values().get("peakBytes"));
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private static Measured ours(Bench bench, Path file, long rows) throws IOException {
    Measured measured = checked(bench, rows, "IMPORT", file.toString(), workspace(bench));
    if (measured.get("totalsMet") != 4) {
      throw new IOException("the report's four totals are not met");
    }
    return measured;
  }

  private static Measured bare(Bench bench, Path file, long rows) throws IOException {
    // the total is a row like any other
    return checked(bench, rows + 1, "BARE_LOAD", file.toString(), workspace(bench), ",");
  }

  private static Measured checked(Bench bench, long rows, String task, String... arguments)
      throws IOException {
    Measured measured = bench.child().run(task, arguments);
    bench.scratch().delete("import.liftwerk");
    if (measured.get("rows") != rows) {
      throw new IOException(task + " loaded " + measured.get("rows") + " rows of " + rows);
    }
    return measured;
  }

  private static String workspace(Bench bench) throws IOException {
    bench.scratch().delete("import.liftwerk");
    return bench.scratch().resolve("import.liftwerk").toString();
  }

  private static String name(Shape shape) {
    return switch (shape) {
      case UTF8 -> "UTF-8";
      case UTF16_TAB -> "UTF-16LE tab";
      case WINDOWS_1252 -> "Windows-1252";
    };
  }
}
