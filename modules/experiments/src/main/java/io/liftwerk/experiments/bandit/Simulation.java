package io.liftwerk.experiments.bandit;

import java.util.Arrays;
import java.util.List;

/**
 * Plays policies against arms whose rewards are known, period by period, many times over.
 *
 * @param mean segments × arms, mean reward
 * @param deviation segments × arms, standard deviation of a reward; chances of a yes where empty
 * @param mix per segment, its share of contacts
 * @param contacts per period, before any cap
 * @param periods how many
 * @param certainty chance of being best at which an arm counts as found
 * @param cap how often people may be contacted
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
public record Simulation(
    double[][] mean,
    double[][] deviation,
    double[] mix,
    long contacts,
    int periods,
    double certainty,
    Cap cap) {

  /**
   * @param people that can be contacted; 0 for any number
   * @param most contacts of a person within {@code periods}
   */
  public record Cap(long people, int most, int periods) {
    /** None. */
    public static final Cap NONE = new Cap(0, 0, 1);
  }

  /**
   * How a policy did in one play.
   *
   * @param reward per period
   * @param bestShare per period, share of contacts that went to the arm best in their segment
   * @param found period (from 1) from which on one arm was found; 0 for never
   * @param right whether that is the best
   */
  public record Play(double[] reward, double[] bestShare, int found, boolean right) {}

  /** A way to play: one of the plain policies, or one that knows the segment. */
  public sealed interface Player {
    /** A policy that looks at the arms alone. */
    record Plain(Policy policy) implements Player {}

    /** LinUCB. */
    record LinUcb(double alpha) implements Player {}

    /** LinTS. */
    record LinTs(double scale) implements Player {}
  }

  private int arms() {
    return mean[0].length;
  }

  private boolean numeric() {
    return deviation.length > 0;
  }

  /** Contacts of each period, the cap seen to. */
  public long[] allowed() {
    var allowed = new long[periods];
    for (int period = 0; period < periods; period++) {
      allowed[period] = contacts;
      if (cap.people() > 0) {
        long most = cap.people() * cap.most();
        for (int before = Math.max(0, period - cap.periods() + 1); before < period; before++) {
          most -= allowed[before];
        }
        allowed[period] = Math.clamp(most, 0, contacts);
      }
    }
    return allowed;
  }

  /** The arm with the highest mean reward over all segments. */
  public int best() {
    int best = 0;
    for (int arm = 1; arm < arms(); arm++) {
      best = overall(arm) > overall(best) ? arm : best;
    }
    return best;
  }

  /** Mean reward of an arm over all segments. */
  public double overall(int arm) {
    double sum = 0;
    for (int s = 0; s < mix.length; s++) {
      sum += mix[s] * mean[s][arm];
    }
    return sum;
  }

  /** Mean reward when each segment gets its best arm. */
  public double bestBySegment() {
    double sum = 0;
    for (int s = 0; s < mix.length; s++) {
      sum += mix[s] * Arrays.stream(mean[s]).max().orElse(0);
    }
    return sum;
  }

  /** Plays once. */
  public Play play(Player player, Dice dice) {
    int segments = mix.length;
    Tally[] seen = new Tally[arms()];
    Arrays.fill(seen, Tally.NONE);
    List<Linear> linear =
        java.util.stream.IntStream.range(0, arms())
            .mapToObj(arm -> new Linear(segments, 1))
            .toList();
    var reward = new double[periods];
    var bestShare = new double[periods];
    int found = 0;
    boolean right = false;
    long[] allowed = allowed();
    for (int period = 0; period < periods; period++) {
      double[][] shares = shares(player, seen, linear, dice);
      double toBest = 0;
      for (int s = 0; s < segments; s++) {
        long[] counts = counts(Math.round(allowed[period] * mix[s]), shares[s], dice);
        int best = bestIn(s);
        for (int arm = 0; arm < counts.length; arm++) {
          Tally got = draw(s, arm, counts[arm], dice);
          seen[arm] = seen[arm].plus(got);
          reward[period] += got.sum();
          toBest += arm == best ? counts[arm] : 0;
          if (!(player instanceof Player.Plain) && counts[arm] > 0) {
            linear.get(arm).add(unit(s), got.count(), got.sum());
          }
        }
      }
      bestShare[period] = allowed[period] == 0 ? 0 : toBest / allowed[period];
      if (found == 0) {
        int leader = leader(seen, dice);
        found = leader < 0 ? 0 : period + 1;
        right = leader == best();
      }
    }
    return new Play(reward, bestShare, found, right);
  }

  private int bestIn(int segment) {
    int best = 0;
    for (int arm = 1; arm < arms(); arm++) {
      best = mean[segment][arm] > mean[segment][best] ? arm : best;
    }
    return best;
  }

  private double[] unit(int segment) {
    var unit = new double[mix.length];
    unit[segment] = 1;
    return unit;
  }

  /** Segments × arms. */
  private double[][] shares(Player player, Tally[] seen, List<Linear> linear, Dice dice) {
    var shares = new double[mix.length][];
    for (int s = 0; s < shares.length; s++) {
      double[] context = unit(s);
      int segment = s;
      shares[s] =
          switch (player) {
            case Player.Plain plain -> s == 0 ? plain.policy().shares(seen, dice) : shares[0];
            case Player.LinUcb ucb ->
                Policy.highest(
                    linear.stream().mapToDouble(arm -> arm.bound(context, ucb.alpha())).toArray());
            case Player.LinTs thompson ->
                Policy.sampled(
                    linear.size(), arm -> linear.get(arm).drawn(thompson.scale(), dice)[segment]);
          };
    }
    return shares;
  }

  /** Contacts of each arm, remainders by lot. */
  private static long[] counts(long contacts, double[] shares, Dice dice) {
    var counts = new long[shares.length];
    long left = contacts;
    for (int arm = 0; arm < counts.length; arm++) {
      counts[arm] = (long) (contacts * shares[arm]);
      left -= counts[arm];
    }
    for (; left > 0; left--) {
      double place = dice.share();
      int arm = 0;
      while (arm < counts.length - 1 && place >= shares[arm]) {
        place -= shares[arm++];
      }
      counts[arm]++;
    }
    return counts;
  }

  private Tally draw(int segment, int arm, long count, Dice dice) {
    if (count == 0) {
      return Tally.NONE;
    }
    double expected = mean[segment][arm];
    if (!numeric()) {
      return Tally.yes(count, dice.binomial(count, expected));
    }
    double spread = deviation[segment][arm];
    double sum = count * expected + Math.sqrt(count) * spread * dice.normal();
    double squares = sum * sum / count + (count - 1) * spread * spread;
    return new Tally(count, sum, squares);
  }

  /** The arm that is best with the certainty wanted; -1 for none yet. */
  private int leader(Tally[] seen, Dice dice) {
    if (certainty >= 0.9 && close(seen)) {
      return -1;
    }
    Policy policy = numeric() ? new Policy.ThompsonNormal() : new Policy.ThompsonBeta();
    double[] chances = policy.shares(seen, dice);
    for (int arm = 0; arm < chances.length; arm++) {
      if (chances[arm] >= certainty) {
        return arm;
      }
    }
    return -1;
  }

  /** Whether two arms lie within one standard error, when none can be best with 90 %: no draws. */
  private static boolean close(Tally[] seen) {
    int best = 0;
    for (int arm = 1; arm < seen.length; arm++) {
      best = seen[arm].mean() > seen[best].mean() ? arm : best;
    }
    for (int arm = 0; arm < seen.length; arm++) {
      double spread = seen[arm].variance() / seen[arm].count();
      double error = Math.sqrt(spread + seen[best].variance() / seen[best].count());
      if (arm != best && seen[best].mean() - seen[arm].mean() < error) {
        return true;
      }
    }
    return false;
  }
}
