package io.liftwerk.scoring.insight;

import io.liftwerk.scoring.ScoringDetails.Fairness;
import io.liftwerk.scoring.ScoringDetails.Group;
import io.liftwerk.scoring.evaluation.Metrics;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Compares a model across the values of one column on the holdout: who is contacted, who of the yes
 * is reached, and whether the probabilities hold. The ratio of shares contacted is the four-fifths
 * rule of the US Uniform Guidelines on Employee Selection (29 CFR 1607.4), which warns below 0.8.
 */
public final class FairnessCheck {
  /** Rows a group must have for its shares to be compared. */
  private static final int LARGE = 50;

  private static final double FOUR_FIFTHS = 0.8;

  private FairnessCheck() {}

  /**
   * @param probability calibrated, per row of the holdout
   * @param yes outcome of each
   * @param group place in {@code groups} of each, -1 where it has none
   */
  public static Fairness of(
      String column,
      double[] probability,
      boolean[] yes,
      byte[] group,
      List<String> groups,
      double threshold) {
    var found = new ArrayList<Group>();
    for (int g = 0; g < groups.size(); g++) {
      int count = 0;
      for (byte one : group) {
        count += one == g ? 1 : 0;
      }
      if (count > 0) {
        found.add(group(groups.get(g), g, count, probability, yes, group, threshold));
      }
    }
    List<Group> large =
        found.stream()
            .filter(one -> one.rows() >= LARGE)
            .sorted(Comparator.comparingDouble(Group::contacted))
            .toList();
    if (large.size() < 2) {
      return new Fairness(
          column,
          threshold,
          1,
          "The groups of '%s' are too small to compare.".formatted(column),
          found);
    }
    Group least = large.getFirst();
    Group most = large.getLast();
    double ratio = most.contacted() == 0 ? 1 : least.contacted() / most.contacted();
    return new Fairness(column, threshold, ratio, finding(column, least, most, ratio), found);
  }

  private static String finding(String column, Group least, Group most, double ratio) {
    String form =
        ratio < FOUR_FIFTHS
            ? "By '%s', %.0f %% of '%s' would be contacted and %.0f %% of '%s': less than four"
                + " fifths, so make sure that this is meant."
            : "By '%s', %.0f %% of '%s' would be contacted and %.0f %% of '%s': alike by the rule"
                + " of four fifths.";
    return String.format(
        Locale.ROOT,
        form,
        column,
        100 * least.contacted(),
        least.value(),
        100 * most.contacted(),
        most.value());
  }

  /** Whether the least contacted group is left behind. */
  public static boolean uneven(Fairness fairness) {
    return fairness.ratio() < FOUR_FIFTHS;
  }

  private static Group group(
      String name,
      int g,
      int count,
      double[] probability,
      boolean[] yes,
      byte[] group,
      double threshold) {
    var scores = new double[count];
    var outcomes = new boolean[count];
    int next = 0;
    double predicted = 0;
    int positives = 0;
    int contacted = 0;
    int reached = 0;
    for (int i = 0; i < group.length; i++) {
      if (group[i] == g) {
        scores[next] = probability[i];
        outcomes[next++] = yes[i];
        predicted += probability[i];
        positives += yes[i] ? 1 : 0;
        contacted += probability[i] >= threshold ? 1 : 0;
        reached += yes[i] && probability[i] >= threshold ? 1 : 0;
      }
    }
    double rows = count;
    @Nullable Double reachedShare = positives == 0 ? null : reached / (double) positives;
    @Nullable Double auc =
        positives == 0 || positives == count ? null : Metrics.auc(scores, outcomes);
    return new Group(
        name, count, positives / rows, predicted / rows, contacted / rows, reachedShare, auc);
  }
}
