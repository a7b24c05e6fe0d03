package io.liftwerk.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Locale;

/**
 * What consent and pseudonyms cost: the same leads with e-mail addresses, which are replaced, and
 * consent per person, beside the same leads without addresses, of a source with another legal
 * basis, so that nobody is asked. Both are imported, and all models built.
 */
final class WarehouseSuite implements Bench.Suite {
  private static final long ROWS = Long.getLong("liftwerk.bench.rows", 10_000_000);
  private static final int PERSONS = 600_000;
  private static final long STRINGS = 1_000_000;
  private static final int ROUNDS = 3;

  /** Of two machines. */
  private static final double IABTCF_MOST = 277_000;

  @Override
  public void run(Bench bench, Findings findings) throws IOException {
    findings.add(build(bench));
    decoding(bench, findings);
  }

  private static Figure build(Bench bench) throws IOException {
    Path named = bench.scratch().resolve("leads.csv");
    Path unnamed = bench.scratch().resolve("leads-unnamed.csv");
    bench.say("writing " + ROWS + " leads twice");
    int persons = (int) Math.min(PERSONS, Math.max(1, ROWS / 16));
    long bytes = CrmExport.write(named, ROWS, persons, true);
    CrmExport.write(unnamed, ROWS, persons, false);
    try {
      var ours = new ArrayList<Double>();
      var bare = new ArrayList<Double>();
      var cpu = new ArrayList<Double>();
      var bareCpu = new ArrayList<Double>();
      double peak = 0;
      double leads = 0;
      for (int round = 0; round < ROUNDS; round++) {
        Measured plain = once(bench, unnamed, "other");
        Measured kept = once(bench, named, "consent");
        ours.add(kept.get("seconds"));
        bare.add(plain.get("seconds"));
        cpu.add(kept.get("cpuSeconds"));
        bareCpu.add(plain.get("cpuSeconds"));
        leads = kept.get("leads");
        peak = Math.max(peak, kept.values().getOrDefault("peakBytes", 0.0));
        bench.say(
            String.format(
                Locale.ROOT,
                "warehouse %.2f s (import %.2f), bare %.2f s (import %.2f)",
                ours.getLast(),
                kept.get("importSeconds"),
                bare.getLast(),
                plain.get("importSeconds")));
        if (plain.get("leads") != ROWS || leads >= ROWS) {
          throw new IOException(
              String.format(
                  Locale.ROOT,
                  "of %d leads %.0f came without persons and %.0f with consent",
                  ROWS,
                  plain.get("leads"),
                  leads));
        }
      }
      String what =
          String.format(
              Locale.ROOT, "import and models, %.0f M leads, %.2f GB", ROWS / 1e6, bytes / 1e9);
      return Figure.of("warehouse", what, "s", Statistics.median(ours))
          .peer(Statistics.median(bare), "the same rows, no names nor consent asked, same run")
          .target(Figure.Kind.RATIO_AT_MOST, 1.6)
          .peak(peak == 0 ? null : peak)
          .note(
              String.format(
                  Locale.ROOT,
                  "median of %d in turns; %,d persons, %.0f rows covered; CPU %.1f to %.1f s",
                  ROUNDS,
                  persons,
                  leads,
                  Statistics.median(cpu),
                  Statistics.median(bareCpu)));
    } finally {
      Files.deleteIfExists(named);
      Files.deleteIfExists(unnamed);
    }
  }

  private static Measured once(Bench bench, Path file, String basis) throws IOException {
    String workspace = workspace(bench);
    Measured measured = bench.child().run("WAREHOUSE", file.toString(), workspace, basis);
    bench.scratch().delete("warehouse.liftwerk");
    return measured;
  }

  private static void decoding(Bench bench, Findings findings) throws IOException {
    Path file = bench.scratch().resolve("consent.csv");
    bench.say("writing " + STRINGS + " consent strings");
    ConsentStrings.write(file, STRINGS);
    try {
      Measured decoder = bench.child().runPeer("TCF_DECODER", file.toString());
      Measured ours = bench.child().run("TCF_VERDICTS", file.toString(), workspace(bench));
      bench.scratch().delete("warehouse.liftwerk");
      double rate = STRINGS / ours.get("seconds");
      Figure figure =
          Figure.of("warehouse", "consent verdicts, 1 M TCF strings", "strings/s", rate)
              .note("the whole job: found in the table, judged for three uses, counted");
      findings.add(
          figure.peer(
              STRINGS / decoder.get("seconds"), "iabtcf-decoder alone, one thread, same run"));
      findings.add(
          figure
              .peer(IABTCF_MOST, "iabtcf, the most of 175,000 to 277,000")
              .target(Figure.Kind.OURS_AT_LEAST, IABTCF_MOST));
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private static String workspace(Bench bench) throws IOException {
    bench.scratch().delete("warehouse.liftwerk");
    return bench.scratch().resolve("warehouse.liftwerk").toString();
  }
}
