package io.liftwerk.benchmarks;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Lead scoring on the public bank campaign where it is there, else on the sample client's leads.
 */
final class LeadsSuite implements Bench.Suite {
  private static final String SKLEARN = "scikit-learn, same split";

  @Override
  public void run(Bench bench, Findings findings) throws IOException {
    var bank = bench.reference("data/leads/bank-additional-full.csv");
    var test = bench.reference("reference/splits/bank_additional_no_duration_test_rows.csv");
    if (bank.isPresent() && test.isPresent()) {
      findings.addAll(bank(bench, bank.get(), test.get()));
    } else {
      findings.skip("leads on the reference split: the bank campaign is not beside the checkout");
      findings.addAll(sample(bench));
    }
  }

  private static List<Figure> bank(Bench bench, Path file, Path testRows) throws IOException {
    Path marked = bench.scratch().resolve("bank.csv");
    markSplit(file, testRows, marked);
    bench.say("lead scoring on the reference split and with ten seeds");
    Measured measured = run(bench, marked, "y", "duration", "split");
    var figures = new ArrayList<Figure>();
    figures.add(
        Figure.of("leads", "logistic, reference split", "AUC", measured.get("auc.logistic"))
            .peer(.7854, SKLEARN)
            .target(Figure.Kind.OURS_AT_LEAST, .780)
            .note(spread(measured, "logistic")));
    figures.add(
        Figure.of("leads", "boosted, reference split", "AUC", measured.get("auc.boosted"))
            .peer(.7963, "HistGradientBoosting; XGBoost .7981")
            .target(Figure.Kind.OURS_AT_LEAST, .791)
            .note(spread(measured, "boosted")));
    figures.add(
        Figure.of("leads", "whole job, first in its process", "CPU s", measured.get("cpuSeconds"))
            .peer(1.3, "scikit-learn .5 + XGBoost .8, training alone")
            .peak(measured.values().get("peakBytes"))
            .note(job(measured)));
    figures.add(
        Figure.of("leads", "whole job, warm", "CPU s", measured.get("warmCpuSeconds"))
            .peer(1.3, "scikit-learn .5 + XGBoost .8, training alone")
            .note(
                String.format(
                    Locale.ROOT, "%.2f s wall, median of ten", measured.get("warmSeconds"))));
    figures.add(
        Figure.of("leads", "training logistic, warm", "s", measured.get("warm.logistic"))
            .peer(.5, "scikit-learn logistic, CPU s")
            .note(first(measured, "logistic")));
    figures.add(
        Figure.of("leads", "training boosted, warm", "s", measured.get("warm.boosted"))
            .peer(.8, "HistGradientBoosting, XGBoost .3-.8, CPU s")
            .note(first(measured, "boosted")));
    return figures;
  }

  private static List<Figure> sample(Bench bench) throws IOException {
    Path file = bench.root().resolve("sample-data/crm_leads.csv");
    Measured measured = run(bench, file, "Abgeschlossen", "", "seeded");
    return List.of(
        Figure.of("leads", "sample client, logistic", "AUC", measured.get("mean.logistic"))
            .note(spread(measured, "logistic")),
        Figure.of("leads", "sample client, boosted", "AUC", measured.get("mean.boosted"))
            .note(spread(measured, "boosted")),
        Figure.of("leads", "sample client, whole job", "CPU s", measured.get("cpuSeconds"))
            .peak(measured.values().get("peakBytes"))
            .note(job(measured)));
  }

  private static Measured run(Bench bench, Path file, String target, String exclude, String split)
      throws IOException {
    bench.scratch().delete("leads.liftwerk");
    try {
      String folder = bench.scratch().resolve("leads.liftwerk").toString();
      return bench.child().run("LEADS", file.toString(), folder, target, exclude, split);
    } finally {
      bench.scratch().delete("leads.liftwerk");
    }
  }

  private static String first(Measured measured, String model) {
    return String.format(
        Locale.ROOT, "wall; %.2f s when first in its process", measured.get("train." + model));
  }

  private static String spread(Measured measured, String model) {
    return String.format(
        Locale.ROOT,
        "own seeds %.4f ± %.4f (sd of ten)",
        measured.get("mean." + model),
        measured.get("sd." + model));
  }

  private static String job(Measured measured) {
    return String.format(
        Locale.ROOT,
        "%.2f s wall; three models, out-of-fold scores, tests, export",
        measured.get("seconds"));
  }

  /** A copy of {@code file} with a column {@code split}: {@code test} for the listed rows. */
  private static void markSplit(Path file, Path testRows, Path marked) throws IOException {
    Set<Integer> test = new HashSet<>();
    Files.readAllLines(testRows).stream().skip(1).map(Integer::valueOf).forEach(test::add);
    try (BufferedReader in = Files.newBufferedReader(file);
        BufferedWriter out = Files.newBufferedWriter(marked)) {
      String line = in.readLine();
      out.write(line + ";split\n");
      int row = 0;
      while ((line = in.readLine()) != null) {
        out.write(line + (test.contains(row++) ? ";test\n" : ";train\n"));
      }
    }
  }
}
