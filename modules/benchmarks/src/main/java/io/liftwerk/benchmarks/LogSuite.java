package io.liftwerk.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Locale;

/**
 * Importing a million lines of an access log. The peers are whole processes that read such a log
 * once, so ours is the processor time of the whole process too: start, workspace and hash included.
 */
final class LogSuite implements Bench.Suite {
  private static final long LINES = 1_000_000;
  private static final int ROUNDS = 3;
  private static final double GOACCESS = 9.5;
  private static final double ADVERTOOLS = 13;

  @Override
  public void run(Bench bench, Findings findings) throws IOException {
    Path file = bench.scratch().resolve("access.log");
    bench.say("writing an access log of " + LINES + " lines");
    AccessLog.Written written = AccessLog.write(file, LINES);
    try {
      var process = new ArrayList<Double>();
      var job = new ArrayList<Double>();
      var seconds = new ArrayList<Double>();
      double peak = 0;
      for (int round = 0; round < ROUNDS; round++) {
        Measured ours = once(bench, file, written);
        process.add(ours.get("processCpuSeconds"));
        job.add(ours.get("cpuSeconds"));
        seconds.add(ours.get("seconds"));
        peak = Math.max(peak, ours.values().getOrDefault("peakBytes", 0.0));
        bench.say(
            String.format(
                Locale.ROOT,
                "log: %.2f s, %.2f s of processor time",
                seconds.getLast(),
                process.getLast()));
      }
      String what =
          String.format(Locale.ROOT, "access log, 1 M lines, %.0f MB", written.bytes() / 1e6);
      String note =
          String.format(
              Locale.ROOT,
              "median of %d; the job alone %.1f s of processor time, %.1f s by the clock; %d rows"
                  + " and %d rejects are all lines",
              ROUNDS,
              Statistics.median(job),
              Statistics.median(seconds),
              LINES - written.noise(),
              written.noise());
      Figure figure =
          Figure.of("log", what, "CPU s", Statistics.median(process)).peak(peak == 0 ? null : peak);
      findings.add(
          figure
              .peer(GOACCESS, "GoAccess 1.7, the least of 9.5 to 12 s")
              .target(Figure.Kind.OURS_AT_MOST, GOACCESS)
              .note(note));
      findings.add(
          figure
              .peer(ADVERTOOLS, "advertools, the least of 13 to 15 s")
              .target(Figure.Kind.OURS_AT_MOST, ADVERTOOLS));
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private static Measured once(Bench bench, Path file, AccessLog.Written written)
      throws IOException {
    bench.scratch().delete("log.liftwerk");
    String workspace = bench.scratch().resolve("log.liftwerk").toString();
    Measured measured = bench.child().run("IMPORT", file.toString(), workspace);
    bench.scratch().delete("log.liftwerk");
    double rows = measured.get("rows");
    double rejects = measured.get("rejects");
    if (rows + rejects != written.lines() || rejects != written.noise()) {
      throw new IOException(
          String.format(
              Locale.ROOT,
              "of %d lines with %d that are no records came %.0f rows and %.0f rejects",
              written.lines(),
              written.noise(),
              rows,
              rejects));
    }
    return measured;
  }
}
