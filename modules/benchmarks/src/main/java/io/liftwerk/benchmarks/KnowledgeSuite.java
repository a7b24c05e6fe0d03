package io.liftwerk.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Passages indexed at the embedder's own speed, and searched by words and meaning at once. */
final class KnowledgeSuite implements Bench.Suite {
  private static final int PASSAGES = 11_000;
  private static final double LONGEST = 10;

  /** langchain4j's in-process model on the same processor, CPU milliseconds a passage. */
  private static final double EMBEDDER = 24;

  @Override
  public void run(Bench bench, Findings findings) throws IOException {
    Optional<Path> xquad = bench.reference("data/retrieval");
    if (xquad.isEmpty()) {
      findings.skip("sources indexed and searched: XQuAD is not beside the checkout");
      return;
    }
    int passages = Integer.getInteger("liftwerk.bench.passages", PASSAGES);
    Path folder = bench.scratch().resolve("knowledge.liftwerk");
    bench.say("indexing %,d passages".formatted(passages));
    try {
      String texts = xquad.get().toString();
      Measured indexed =
          bench.child().run("KNOWLEDGE_INDEX", texts, folder.toString(), "" + passages);
      double cpu = 1000 * indexed.get("cpuSeconds") / indexed.get("passages");
      findings.add(
          Figure.of("knowledge", "indexing, a passage of 100 pieces", "CPU ms", cpu)
              .peer(EMBEDDER, "the embedder alone")
              .peak(indexed.values().get("peakBytes"))
              .note(
                  String.format(
                      Locale.ROOT,
                      "%,.0f passages in %.0f s",
                      indexed.get("passages"),
                      indexed.get("seconds"))));
      bench.say("searching them by 2,380 questions");
      Measured found = bench.child().run("KNOWLEDGE_SEARCH", texts, folder.toString());
      for (String language : XquadTexts.LANGUAGES) {
        findings.add(
            Figure.of(
                    "knowledge",
                    "hybrid query at %,d passages, p95, %s".formatted(passages, language),
                    "ms",
                    found.get(language + ".p95"))
                .target(Figure.Kind.OURS_AT_MOST, LONGEST)
                .peak(found.values().get("peakBytes"))
                .note(
                    String.format(
                        Locale.ROOT,
                        "p50 %.1f; embedding alone p50 %.1f, p95 %.1f; XQuAD's questions",
                        found.get(language + ".p50"),
                        found.get(language + ".embedding50"),
                        found.get(language + ".embedding95"))));
      }
    } finally {
      bench.scratch().delete("knowledge.liftwerk");
      bench.scratch().delete("articles");
    }
  }
}
