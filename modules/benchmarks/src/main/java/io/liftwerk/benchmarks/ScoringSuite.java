package io.liftwerk.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * A million rows scored by a stored model beside scikit-learn, as many learned from, and BG/NBD on
 * the customers of CDNOW.
 */
final class ScoringSuite implements Bench.Suite {
  private static final long ROWS = 1_000_000;
  private static final double MOST_SCORING = 1.5 * (1L << 30);
  private static final double MOST_TRAINING = 4.0 * (1L << 30);

  /** scikit-learn 1.9.1 on two cores, processor seconds; for where Python has none. */
  private static final double SKLEARN_LOGISTIC = 4.0;

  private static final double SKLEARN_BOOSTED = 3.9;

  /** {@code lifetimes} on the same customers. */
  private static final double LIFETIMES = 0.25;

  @Override
  public void run(Bench bench, Findings findings) throws IOException {
    purchases(bench, findings);
    scoring(bench, findings);
    training(bench, findings);
  }

  private static void scoring(Bench bench, Findings findings) throws IOException {
    Path folder = bench.scratch().resolve("scoring.liftwerk");
    bench.say("scoring a million rows by a stored model");
    try {
      Measured made = bench.child().run("SCORE_PREPARE", folder.toString(), "" + ROWS);
      boolean boosted = made.get("boosted") > 0;
      Measured ours = bench.child().run("SCORE_COMMAND", folder.toString());
      Optional<JsonNode> peer = PythonPeer.run(bench, "predict_proba.py", "" + ROWS);
      String name = boosted ? "boosted" : "logistic";
      double seconds =
          peer.map(node -> node.get(name + "Cpu").asDouble())
              .orElse(boosted ? SKLEARN_BOOSTED : SKLEARN_LOGISTIC);
      String source =
          peer.map(
                  node ->
                      "scikit-learn %s %s predict_proba, same run"
                          .formatted(node.get("version").asText(), name))
              .orElse("scikit-learn 1.9.1 " + name + " predict_proba, measured before");
      String note =
          String.format(
              Locale.ROOT,
              "%.2f s wall; command, read, score, rank, write, reasons",
              ours.get("seconds"));
      findings.add(
          Figure.of("scoring", "1 M rows × 20 by a stored model", "CPU s", ours.get("cpuSeconds"))
              .peer(seconds, source)
              .target(Figure.Kind.RATIO_AT_MOST, 2)
              .peak(ours.values().get("peakBytes"))
              .note(note));
      findings.add(
          Figure.of("scoring", "its memory", "GB", gigabytes(ours))
              .target(Figure.Kind.PEAK_AT_MOST, MOST_SCORING)
              .peak(ours.values().get("peakBytes")));
    } catch (IOException e) {
      findings.skip("scoring a million rows by a stored model: " + e.getMessage());
    } finally {
      bench.scratch().delete("scoring.liftwerk");
    }
  }

  private static double gigabytes(Measured measured) {
    return measured.values().getOrDefault("peakBytes", Double.NaN) / (1L << 30);
  }

  private static void training(Bench bench, Findings findings) throws IOException {
    Path folder = bench.scratch().resolve("training.liftwerk");
    bench.say("training on a million rows with 20 columns");
    try {
      Measured ours = bench.child().run("SCORE_LARGE", folder.toString(), "" + ROWS);
      findings.add(
          Figure.of("scoring", "training on 1 M rows × 20", "s", ours.get("seconds"))
              .target(Figure.Kind.PEAK_AT_MOST, MOST_TRAINING)
              .peak(ours.values().get("peakBytes"))
              .note(
                  String.format(
                      Locale.ROOT,
                      "whole job, %.0f CPU s; boosted alone %.1f s, AUC %.3f",
                      ours.get("cpuSeconds"),
                      ours.get("train.boosted"),
                      ours.get("auc.boosted"))));
    } finally {
      bench.scratch().delete("training.liftwerk");
    }
  }

  private static void purchases(Bench bench, Findings findings) throws IOException {
    Optional<Path> file = bench.reference("data/clv/CDNOW_master.txt");
    if (file.isEmpty()) {
      findings.skip("BG/NBD on 23,570 customers: CDNOW is not beside the checkout");
      return;
    }
    Measured ours = bench.child().run("SCORE_PURCHASES", file.get().toString());
    findings.add(
        Figure.of("scoring", "BG/NBD on CDNOW", "s", ours.get("seconds"))
            .peer(LIFETIMES, "lifetimes, measured before")
            .target(Figure.Kind.OURS_AT_MOST, 1)
            .note(
                String.format(
                    Locale.ROOT,
                    "%.0f customers, first in its process; warm %.2f s; log-likelihood %.1f",
                    ours.get("customers"),
                    ours.get("warmSeconds"),
                    ours.get("logLikelihood"))));
  }
}
