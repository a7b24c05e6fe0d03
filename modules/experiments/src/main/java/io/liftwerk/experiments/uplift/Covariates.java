package io.liftwerk.experiments.uplift;

import io.liftwerk.scoring.Features;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Looks at the features of an experiment's people: whether they are alike in both arms, and whether
 * one knows the outcome.
 */
public final class Covariates {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  /** Rows that must agree before a value is said to know the outcome. */
  private static final int FEWEST = 20;

  /** Chance of that by accident. */
  private static final double ACCIDENT = 1e-9;

  /** Chance of a difference between the arms by lot, below which it is none. */
  private static final double APART = 1e-6;

  private static final int FEW_VALUES = 20;

  private Covariates() {}

  /**
   * A feature in both arms.
   *
   * @param feature its place
   * @param treatedMean of a number; NaN of levels
   * @param difference standardised
   * @param p of the difference by lot
   */
  public record Difference(
      int feature, double treatedMean, double controlMean, double difference, double p) {}

  /** Every feature in both arms, in their order. */
  public static List<Difference> differences(Trial trial) {
    var differences = new ArrayList<Difference>();
    for (int c = 0; c < trial.features().width(); c++) {
      differences.add(trial.features().levels(c) ? levels(trial, c) : numbers(trial, c));
    }
    return differences;
  }

  private static Difference numbers(Trial trial, int c) {
    var count = new double[2];
    var sum = new double[2];
    var squares = new double[2];
    for (int i = 0; i < trial.size(); i++) {
      float value = trial.features().value(c, trial.rows()[i]);
      if (!Float.isNaN(value)) {
        int arm = trial.treated()[i] ? 1 : 0;
        count[arm]++;
        double before = value - (count[arm] == 1 ? value : sum[arm] / (count[arm] - 1));
        sum[arm] += value;
        squares[arm] += before * (value - sum[arm] / count[arm]);
      }
    }
    double mean0 = sum[0] / count[0];
    double mean1 = sum[1] / count[1];
    double variance0 = squares[0] / count[0];
    double variance1 = squares[1] / count[1];
    double error = Math.sqrt(variance0 / count[0] + variance1 / count[1]);
    double deviation = Math.sqrt((variance0 + variance1) / 2);
    double difference = mean1 - mean0;
    if (!(error > 0)) {
      // constant in both arms: alike, or as far apart as can be
      boolean alike = !(Math.abs(difference) > 0);
      return new Difference(c, mean1, mean0, 0, alike ? 1 : 0);
    }
    return new Difference(c, mean1, mean0, difference / deviation, twoSided(difference / error));
  }

  private static Difference levels(Trial trial, int c) {
    var counts = new double[2][256];
    var people = new double[2];
    for (int i = 0; i < trial.size(); i++) {
      int arm = trial.treated()[i] ? 1 : 0;
      counts[arm][(int) trial.features().value(c, trial.rows()[i])]++;
      people[arm]++;
    }
    double total = people[0] + people[1];
    double statistic = 0;
    int freedom = -1;
    double most = 0;
    for (int code = 0; code < 256; code++) {
      double both = counts[0][code] + counts[1][code];
      double least = both * Math.min(people[0], people[1]) / total;
      if (least >= 5) {
        freedom++;
        for (int arm = 0; arm < 2; arm++) {
          double expected = both * people[arm] / total;
          statistic += (counts[arm][code] - expected) * (counts[arm][code] - expected) / expected;
        }
        double share0 = counts[0][code] / people[0];
        double share1 = counts[1][code] / people[1];
        double deviation = Math.sqrt((share0 * (1 - share0) + share1 * (1 - share1)) / 2);
        double difference = deviation > 0 ? (share1 - share0) / deviation : 0;
        most = Math.abs(difference) > Math.abs(most) ? difference : most;
      }
    }
    double p = freedom < 1 ? 1 : ChiSquaredDistribution.of(freedom).survivalProbability(statistic);
    return new Difference(c, Double.NaN, Double.NaN, most, p);
  }

  static double twoSided(double z) {
    return 2 * NORMAL.survivalProbability(Math.abs(z));
  }

  /**
   * Columns that seem to be filled only after the treatment: all people of one of a column's values
   * have the rarer outcome; or nobody of one of them has it and the column differs between the arms
   * too, as what lies between treatment and outcome does. A column that differs and nothing more
   * may be why somebody was treated, and stays.
   */
  public static Set<String> late(Trial trial) {
    Set<String> late = new LinkedHashSet<>();
    Features features = trial.features();
    boolean[] rare = rare(trial);
    double share = share(rare);
    if (share <= 0 || share >= 0.5) {
      return late;
    }
    for (Difference one : differences(trial)) {
      Known known = known(trial, one.feature(), rare, share);
      if (known == Known.RARE || known == Known.NONE && one.p() < APART) {
        late.add(features.source(one.feature()));
      }
    }
    return late;
  }

  /** What one of a feature's values tells of the outcome. */
  private enum Known {
    NOTHING,
    /** Nobody has the rarer one. */
    NONE,
    /** All have the rarer one. */
    RARE
  }

  /** Who has the outcome that fewer have: of numbers any but the most frequent one. */
  private static boolean[] rare(Trial trial) {
    Map<Double, Integer> counts = new HashMap<>();
    for (double outcome : trial.outcome()) {
      counts.merge(outcome, 1, Integer::sum);
    }
    double usual =
        counts.entrySet().stream()
            .max(Map.Entry.<Double, Integer>comparingByValue().thenComparing(Map.Entry::getKey))
            .orElseThrow()
            .getKey();
    var rare = new boolean[trial.size()];
    for (int i = 0; i < rare.length; i++) {
      rare[i] = trial.outcome()[i] != usual;
    }
    return rare;
  }

  private static double share(boolean[] flags) {
    int count = 0;
    for (boolean flag : flags) {
      count += flag ? 1 : 0;
    }
    return count / (double) flags.length;
  }

  private static Known known(Trial trial, int c, boolean[] rare, double share) {
    Map<String, int[]> groups = new HashMap<>();
    boolean few = trial.features().levels(c) || few(trial, c);
    for (int i = 0; i < trial.size(); i++) {
      float value = trial.features().value(c, trial.rows()[i]);
      int[] counts =
          groups.computeIfAbsent(few ? Float.toString(value) : group(value), key -> new int[2]);
      counts[0]++;
      counts[1] += rare[i] ? 1 : 0;
    }
    Known known = Known.NOTHING;
    for (int[] counts : groups.values()) {
      if (counts[0] >= FEWEST) {
        if (counts[0] == counts[1] && counts[0] * Math.log(share) < Math.log(ACCIDENT)) {
          return Known.RARE;
        }
        if (counts[1] == 0 && counts[0] * Math.log1p(-share) < Math.log(ACCIDENT)) {
          known = Known.NONE;
        }
      }
    }
    return known;
  }

  /** Of an amount it is asked only whether there is one; below 0 is apart. */
  private static String group(float value) {
    return Float.isNaN(value) ? "missing" : value == 0 ? "zero" : value > 0 ? "more" : "less";
  }

  private static boolean few(Trial trial, int c) {
    var seen = new java.util.HashSet<Float>();
    for (int row : trial.rows()) {
      seen.add(trial.features().value(c, row));
      if (seen.size() > FEW_VALUES) {
        return false;
      }
    }
    return true;
  }
}
