package io.liftwerk.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Arms of a million persons compared, beside the same test by pandas and NumPy; whom a treatment
 * moves, by two boosted models, beside scikit-learn's; false alarms of 2,000 experiments in which
 * nothing happens.
 */
final class ExperimentsSuite implements Bench.Suite {
  private static final long ROWS = 1_000_000;
  private static final int TESTS = 2_000;
  private static final double MOST = 4.0 * (1L << 30);

  /** 99 % of a binomial distribution of 2,000 tests at 5 % and at 0.1 %. */
  private static final int MOST_AT_5 = 123;

  private static final int MOST_AT_01 = 6;

  @Override
  public void run(Bench bench, Findings findings) throws IOException {
    alarms(bench, findings);
    Path folder = bench.scratch().resolve("experiment.liftwerk");
    bench.say("comparing the arms of a million persons");
    try {
      bench.child().run("EXPERIMENT_PREPARE", folder.toString(), "" + ROWS);
      Optional<JsonNode> peer = PythonPeer.run(bench, "experiment.py", "" + ROWS);
      if (peer.isEmpty()) {
        findings.skip(
            "peers of experiments: no Python with pandas and scikit-learn; name one in"
                + " LIFTWERK_PYTHON");
      }
      compare(bench, findings, folder, peer);
      bench.say("learning whom a treatment moves, on a million persons");
      uplift(bench, findings, folder, peer);
    } finally {
      bench.scratch().delete("experiment.liftwerk");
    }
  }

  private static void compare(Bench bench, Findings findings, Path folder, Optional<JsonNode> peer)
      throws IOException {
    Measured ours = bench.child().run("EXPERIMENT_COMPARE", folder.toString());
    for (String name : List.of("plain", "cuped")) {
      Figure figure =
          Figure.of(
                  "experiments",
                  name.equals("plain") ? "A/B test of 1 M × 20" : "the same with CUPED",
                  "s",
                  ours.get(name))
              .target(Figure.Kind.OURS_AT_MOST, 1)
              .peak(ours.values().get("peakBytes"))
              .note(
                  String.format(
                      Locale.ROOT,
                      "two metrics, whole job, median of five; %.2f CPU s; %.2f s when first",
                      ours.get(name + ".cpu"),
                      ours.get(name + ".first")));
      findings.add(
          peer.map(
                  node ->
                      figure.peer(
                          node.get(name).asDouble(),
                          "pandas %s and NumPy, table in memory, Welch alone"
                              .formatted(node.get("pandas").asText())))
              .orElse(figure));
    }
  }

  private static void uplift(Bench bench, Findings findings, Path folder, Optional<JsonNode> peer)
      throws IOException {
    Measured ours = bench.child().run("EXPERIMENT_UPLIFT", folder.toString());
    Figure figure =
        Figure.of("experiments", "T-learner, boosted, 1 M × 20", "s", ours.get("seconds"))
            .target(Figure.Kind.PEAK_AT_MOST, MOST)
            .peak(ours.values().get("peakBytes"))
            .note(
                String.format(
                    Locale.ROOT,
                    "whole job, judged and everybody scored; %.0f CPU s; training %.1f s; Qini"
                        + " %.4f%s",
                    ours.get("cpuSeconds"),
                    ours.get("train"),
                    ours.get("qini"),
                    peer.map(ExperimentsSuite::theirs).orElse("")));
    findings.add(
        peer.map(
                node ->
                    figure.peer(
                        node.get("uplift").asDouble(),
                        "scikit-learn %s, two HistGradientBoosting, fitted and everybody scored"
                            .formatted(node.get("sklearn").asText())))
            .orElse(figure));
  }

  private static String theirs(JsonNode node) {
    return String.format(
        Locale.ROOT,
        "; peer %.0f CPU s, %.1f GB",
        node.get("upliftCpu").asDouble(),
        node.get("peakBytes").asDouble() / (1L << 30));
  }

  private static void alarms(Bench bench, Findings findings) throws IOException {
    bench.say("counting false alarms of 2,000 experiments in which nothing happens");
    Measured ours = bench.child().run("EXPERIMENT_ALARMS", "" + TESTS);
    for (String[] one :
        new String[][] {
          {"sizes", "sample ratio"},
          {"anyLook", "always valid, 21 daily looks"},
          {"groups", "group-sequential, 21 daily looks"},
          {"said", "\"significant\" is said"}
        }) {
      for (String level : List.of("5", "0.1")) {
        findings.add(
            Figure.of(
                    "experiments",
                    "false alarms at " + level + " %: " + one[1],
                    "of 2,000",
                    ours.get(one[0] + "." + level))
                .target(Figure.Kind.OURS_AT_MOST, level.equals("5") ? MOST_AT_5 : MOST_AT_01)
                .note(
                    one[0].equals("anyLook")
                        ? String.format(
                            Locale.ROOT,
                            "a plain p looked at daily: %.0f",
                            ours.get("everyLook." + level))
                        : "seeds 1 to 2,000"));
      }
    }
  }
}
