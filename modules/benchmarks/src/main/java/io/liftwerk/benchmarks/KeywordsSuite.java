package io.liftwerk.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/** N-grams of a million rows of search terms, and 36,000 different terms put together. */
final class KeywordsSuite implements Bench.Suite {
  private static final long ROWS = 1_000_000;
  private static final double MOST = 1L << 30;

  @Override
  public void run(Bench bench, Findings findings) throws IOException {
    Path folder = bench.scratch().resolve("keywords.liftwerk");
    bench.say("counting n-grams of a million rows, and putting 36,000 searches together");
    try {
      bench.child().run("KEYWORDS_PREPARE", folder.toString(), "" + ROWS);
      Measured ngrams = bench.child().run("KEYWORDS_MINE", folder.toString(), "terms", "ngrams");
      findings.add(
          Figure.of("keywords", "1–3-grams of 1 M rows, whole job", "s", ngrams.get("seconds"))
              .peer(10.8, "pandas, four metrics, 1.47 GB; advertools about 150 s")
              .target(Figure.Kind.OURS_AT_MOST, 5)
              .peak(ngrams.values().get("peakBytes"))
              .note(
                  String.format(
                      Locale.ROOT,
                      "%,.0f n-grams of %,.0f terms, intents and tables too; %.1f CPU s; memory"
                          + " asked %.1f GB",
                      ngrams.get("ngrams"),
                      ngrams.get("terms"),
                      ngrams.get("cpuSeconds"),
                      MOST / (1L << 30))));
      Measured clusters =
          bench.child().run("KEYWORDS_MINE", folder.toString(), "different", "clusters");
      findings.add(
          Figure.of("keywords", "36,000 terms in clusters, whole job", "s", clusters.get("seconds"))
              .target(Figure.Kind.OURS_AT_MOST, 20)
              .peak(clusters.values().get("peakBytes"))
              .note(
                  String.format(
                      Locale.ROOT,
                      "%,.0f clusters, the largest %.1f %% of the terms; %.1f CPU s",
                      clusters.get("clusters"),
                      100 * clusters.get("largest"),
                      clusters.get("cpuSeconds"))));
    } finally {
      bench.scratch().delete("keywords.liftwerk");
    }
  }
}
