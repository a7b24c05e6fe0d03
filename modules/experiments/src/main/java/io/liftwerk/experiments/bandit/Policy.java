package io.liftwerk.experiments.bandit;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How contacts are divided among arms from what was seen of them. Decisions are made for a period
 * at a time, as campaigns are: a policy answers with the share of each arm.
 */
public sealed interface Policy {

  /** Draws from the posterior by which Thompson's shares are told. */
  int SAMPLES = 200;

  /**
   * Shares of the arms for the next period, summing up to 1.
   *
   * @param seen per arm
   */
  double[] shares(Tally[] seen, Dice dice);

  /** All arms alike. */
  record Even() implements Policy {
    @Override
    public double[] shares(Tally[] seen, Dice dice) {
      var shares = new double[seen.length];
      Arrays.fill(shares, 1.0 / seen.length);
      return shares;
    }
  }

  /** Thompson (1933) for yes and no: each arm as often as its chance is the best in a draw. */
  record ThompsonBeta() implements Policy {
    @Override
    public double[] shares(Tally[] seen, Dice dice) {
      return sampled(
          seen.length,
          arm -> dice.beta(1 + seen[arm].sum(), 1 + seen[arm].count() - seen[arm].sum()));
    }
  }

  /**
   * Thompson for numbers: means are normal with the variance of what was seen; an arm seen less
   * than twice is played like the others.
   */
  record ThompsonNormal() implements Policy {
    @Override
    public double[] shares(Tally[] seen, Dice dice) {
      if (Arrays.stream(seen).anyMatch(tally -> tally.count() < 2)) {
        return new Even().shares(seen, dice);
      }
      return sampled(
          seen.length,
          arm ->
              seen[arm].mean()
                  + dice.normal() * Math.sqrt(seen[arm].variance() / seen[arm].count()));
    }
  }

  /**
   * The arm with the highest upper bound {@code mean + alpha · √(2 ln N / n)} (Auer, Cesa-Bianchi,
   * Fischer 2002).
   */
  record Ucb1(double alpha) implements Policy {
    /** The bounds; infinite of an arm never played. */
    public double[] bounds(Tally[] seen) {
      double all = Arrays.stream(seen).mapToDouble(Tally::count).sum();
      return Arrays.stream(seen)
          .mapToDouble(
              tally ->
                  tally.count() == 0
                      ? Double.POSITIVE_INFINITY
                      : tally.mean() + alpha * Math.sqrt(2 * Math.log(all) / tally.count()))
          .toArray();
    }

    @Override
    public double[] shares(Tally[] seen, Dice dice) {
      return highest(bounds(seen));
    }
  }

  /** The arm with the best mean, but a share {@code epsilon} for all alike. */
  record EpsilonGreedy(double epsilon) implements Policy {
    @Override
    public double[] shares(Tally[] seen, Dice dice) {
      double[] shares = highest(Arrays.stream(seen).mapToDouble(Tally::mean).toArray());
      for (int arm = 0; arm < shares.length; arm++) {
        shares[arm] = (1 - epsilon) * shares[arm] + epsilon / shares.length;
      }
      return shares;
    }
  }

  /** Shares in proportion to {@code exp(mean / temperature)}. */
  record Softmax(double temperature) implements Policy {
    @Override
    public double[] shares(Tally[] seen, Dice dice) {
      double best = Arrays.stream(seen).mapToDouble(Tally::mean).max().orElse(0);
      double[] shares =
          Arrays.stream(seen)
              .mapToDouble(tally -> Math.exp((tally.mean() - best) / temperature))
              .toArray();
      double sum = Arrays.stream(shares).sum();
      for (int arm = 0; arm < shares.length; arm++) {
        shares[arm] /= sum;
      }
      return shares;
    }
  }

  /** Draws a value of an arm. */
  @FunctionalInterface
  interface Sampler {
    double draw(int arm);
  }

  /** How often each arm is the best in draws from what is known of it. */
  static double[] sampled(int arms, Sampler sampler) {
    var shares = new double[arms];
    for (int i = 0; i < SAMPLES; i++) {
      int best = 0;
      double most = Double.NEGATIVE_INFINITY;
      for (int arm = 0; arm < arms; arm++) {
        double value = sampler.draw(arm);
        if (value > most) {
          most = value;
          best = arm;
        }
      }
      shares[best] += 1.0 / SAMPLES;
    }
    return shares;
  }

  /** All to the highest value; among equal ones alike. */
  static double[] highest(double[] values) {
    double most = Arrays.stream(values).max().orElse(0);
    long count = Arrays.stream(values).filter(value -> value == most).count();
    return IntStream.range(0, values.length)
        .mapToDouble(arm -> values[arm] == most ? 1.0 / count : 0)
        .toArray();
  }
}
