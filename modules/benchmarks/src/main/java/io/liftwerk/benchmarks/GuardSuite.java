package io.liftwerk.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Texts searched for what identifies people, and sent through all rails. */
final class GuardSuite implements Bench.Suite {
  /** Megabytes a second. */
  private static final double LEAST = 20;

  @Override
  public void run(Bench bench, Findings findings) throws IOException {
    Optional<Path> xquad = bench.reference("data/retrieval");
    if (xquad.isEmpty()) {
      findings.skip("texts under rails: XQuAD is not beside the checkout");
      return;
    }
    bench.say("searching texts for what identifies people");
    Measured found = bench.child().run("GUARD_IDENTIFIERS", xquad.get().toString());
    findings.add(
        Figure.of("guard", "prose searched for persons", "MB/s", found.get("together"))
            .target(Figure.Kind.OURS_AT_LEAST, LEAST)
            .note(
                String.format(
                    Locale.ROOT,
                    "all 32 kinds, all processors; one alone %.1f MB/s",
                    found.get("alone"))));
    bench.say("sending texts through all rails");
    Measured rails = bench.child().run("GUARD_RAILS", xquad.get().toString());
    findings.add(
        Figure.of("guard", "prose through all rails", "MB/s", rails.get("rate"))
            .peak(rails.values().get("peakBytes"))
            .note("nine rails, lines of JSON, first in its process"));
  }
}
