package io.liftwerk.scoring;

import io.liftwerk.scoring.features.Dataset;
import io.liftwerk.scoring.features.Split;
import io.liftwerk.scoring.models.Boosted;
import io.liftwerk.scoring.models.CrossValidation;
import io.liftwerk.scoring.models.Forest;
import io.liftwerk.scoring.models.Logistic;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;

/** What the rows themselves give reason to doubt, before anything is learned. */
final class Suspicion {
  private static final int FEW_POSITIVES = 50;
  private static final double REPEATED = 0.01;
  private static final double DISTINCT = 0.5;

  private Suspicion() {}

  /**
   * @param hashes per row, of all it says
   */
  static List<ScoringWarning> of(Dataset data, Split split, long[] hashes) {
    var warnings = new ArrayList<ScoringWarning>();
    long yes = data.positives(split.test());
    long fewer = Math.min(yes, split.test().length - yes);
    if (fewer < FEW_POSITIVES) {
      warnings.add(
          new ScoringWarning(
              "few-positives",
              null,
              "The holdout holds only %d records with a %s, so the figures are rough: read their intervals."
                  .formatted(fewer, fewer == yes ? "yes" : "no")));
    }
    duplicates(split, hashes, warnings);
    sampled(data, split, warnings);
    return warnings;
  }

  /** Where rows are very many, some steps learn from a stratified sample of them. */
  private static void sampled(Dataset data, Split split, List<ScoringWarning> warnings) {
    if (split.train().length > Forest.MOST_ROWS) {
      warnings.add(
          new ScoringWarning(
              "sampled",
              null,
              String.format(
                  Locale.ROOT,
                  "Of %,d records to learn from, some steps used a random part (at least %,d),"
                      + " drawn with the same share of yes; all records are judged and scored.",
                  split.train().length,
                  Math.min(
                      CrossValidation.MOST_ROWS,
                      Math.min(Logistic.mostRows(data), Boosted.mostRows(data))))));
    }
  }

  /**
   * Records that are in both parts flatter the figures. Coarse tables, in which unlike records look
   * alike, are no reason for a warning: there most rows have a twin.
   */
  private static void duplicates(Split split, long[] hashes, List<ScoringWarning> warnings) {
    var known = new HashSet<Long>();
    for (int row : split.train()) {
      known.add(hashes[row]);
    }
    if (known.size() < DISTINCT * split.train().length) {
      return;
    }
    long repeated = 0;
    for (int row : split.test()) {
      repeated += known.contains(hashes[row]) ? 1 : 0;
    }
    if (repeated >= 5 && repeated >= REPEATED * split.test().length) {
      warnings.add(
          new ScoringWarning(
              "duplicates",
              null,
              String.format(
                  Locale.ROOT,
                  "%,d of %,d records of the holdout are also among those learned from, which"
                      + " flatters the figures: remove the repetitions.",
                  repeated,
                  split.test().length)));
    }
  }
}
