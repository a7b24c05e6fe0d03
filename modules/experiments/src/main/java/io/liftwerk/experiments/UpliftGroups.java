package io.liftwerk.experiments;

import io.liftwerk.experiments.UpliftResult.Effect;
import io.liftwerk.experiments.UpliftResult.Group;
import io.liftwerk.experiments.uplift.Ranking;
import io.liftwerk.experiments.uplift.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The four groups of Radcliffe and Surry (2011). Whoever's predicted uplift exceeds a margin is
 * persuadable, whoever's is as far below 0 a sleeping dog; of the rest, those expected to have the
 * outcome untreated more than most are sure things, the others lost causes. The margin is half the
 * effect among all, or what a contact costs in outcomes when that is more.
 */
final class UpliftGroups {
  private static final List<String> NAMES =
      List.of("persuadables", "sure-things", "lost-causes", "sleeping-dogs");

  private UpliftGroups() {}

  /**
   * @param test people held out
   * @param uplift predicted, per person
   * @param untreated expected outcome without treatment, per person
   * @param treated expected outcome with it, per person
   * @param price what a contact costs in outcomes; 0 when unknown
   */
  static List<Group> of(
      Trial test, double[] uplift, double[] untreated, double[] treated, double price) {
    Ranking ranking = Ranking.of(uplift, test.outcome(), test.treated());
    double margin = Math.max(price, Math.abs(ranking.effect(0, test.size()).difference()) / 2);
    double usual =
        IntStream.range(0, test.size()).mapToDouble(i -> untreated[i]).average().orElse(0);
    var groups = new ArrayList<Group>();
    for (int g = 0; g < NAMES.size(); g++) {
      int wanted = g;
      int[] people =
          IntStream.range(0, test.size())
              .filter(i -> group(uplift[i], untreated[i], margin, usual) == wanted)
              .toArray();
      Trial own = test.pick(people);
      Effect effect =
          UpliftFigures.effect(
              Ranking.of(new double[people.length], own.outcome(), own.treated())
                  .effect(0, people.length));
      groups.add(
          new Group(
              NAMES.get(g),
              people.length,
              people.length / (double) test.size(),
              effect,
              test.numeric() ? null : bound(g, untreated, treated, false),
              test.numeric() ? null : bound(g, untreated, treated, true),
              shown(g, effect, margin)));
    }
    return groups;
  }

  /** Place of a person's group in {@link #NAMES}. */
  private static int group(double uplift, double untreated, double margin, double usual) {
    return uplift > margin ? 0 : uplift < -margin ? 3 : untreated > usual ? 1 : 2;
  }

  /** The name of a person's group. */
  static String name(double uplift, double untreated, double margin, double usual) {
    return NAMES.get(group(uplift, untreated, margin, usual));
  }

  private static boolean shown(int group, Effect effect, double margin) {
    Double low = effect.low();
    Double high = effect.high();
    if (low == null || high == null) {
      return false;
    }
    return switch (group) {
      case 0 -> low > 0;
      case 3 -> high < 0;
      default -> low > -margin && high < margin;
    };
  }

  /**
   * With chance p untreated and q treated, at least {@code max(0, q − p)} respond only treated and
   * at most {@code min(q, 1 − p)}; likewise for the others (Fréchet 1951).
   */
  private static @Nullable Double bound(
      int group, double[] untreated, double[] treated, boolean most) {
    double sum = 0;
    for (int i = 0; i < untreated.length; i++) {
      double p = Math.clamp(untreated[i], 0, 1);
      double q = Math.clamp(treated[i], 0, 1);
      double yesUntreated = group == 1 || group == 3 ? p : 1 - p;
      double yesTreated = group == 0 || group == 1 ? q : 1 - q;
      sum += most ? Math.min(yesUntreated, yesTreated) : Math.max(0, yesUntreated + yesTreated - 1);
    }
    return sum / untreated.length;
  }
}
