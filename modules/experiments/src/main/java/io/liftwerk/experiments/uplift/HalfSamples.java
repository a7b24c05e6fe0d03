package io.liftwerk.experiments.uplift;

import io.liftwerk.experiments.uplift.Ranking.Kind;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Random halves of the people, by whose figures the standard error of a figure of all is told
 * (Yadlowsky et al. 2021: the half-sample bootstrap holds for rank-weighted effects).
 */
public final class HalfSamples {
  private static final int FEW = 100_000;

  private final List<BitSet> halves = new ArrayList<>();
  private final double[] bestQini;

  /**
   * @param any a ranking of the people, in whatever order
   */
  public HalfSamples(Ranking any, long seed, Runnable check) {
    int n = any.size();
    int count = n <= FEW ? 200 : 100;
    var draws = new Draws(seed);
    Ranking perfect = any.perfect(Kind.QINI);
    bestQini = new double[count];
    for (int half = 0; half < count; half++) {
      check.run();
      var words = new long[(n + 63) / 64];
      for (int i = 0; i < words.length; i++) {
        words[i] = draws.next();
      }
      BitSet among = BitSet.valueOf(words);
      halves.add(among);
      bestQini[half] = perfect.area(Kind.QINI, among::get);
    }
  }

  /** Standard error of a ranking's Qini coefficient. */
  public double qiniError(Ranking ranking) {
    var values = new double[halves.size()];
    for (int half = 0; half < values.length; half++) {
      double area = ranking.area(Kind.QINI, halves.get(half)::get);
      values[half] = bestQini[half] == 0 ? 0 : area / bestQini[half];
    }
    return deviation(values);
  }

  /** Standard error of the difference of two rankings' Qini coefficients. */
  public double qiniError(Ranking one, Ranking other) {
    var values = new double[halves.size()];
    for (int half = 0; half < values.length; half++) {
      BitSet among = halves.get(half);
      double difference = one.area(Kind.QINI, among::get) - other.area(Kind.QINI, among::get);
      values[half] = bestQini[half] == 0 ? 0 : difference / bestQini[half];
    }
    return deviation(values);
  }

  /** Standard error of a ranking's AUTOC. */
  public double autocError(Ranking ranking) {
    return error(among -> ranking.rate(q -> 1, among::get));
  }

  private double error(ToDoubleFunction<BitSet> figure) {
    return deviation(halves.stream().mapToDouble(figure).toArray());
  }

  private static double deviation(double[] values) {
    double mean = 0;
    for (double value : values) {
      mean += value / values.length;
    }
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    return Math.sqrt(squares / (values.length - 1));
  }
}
