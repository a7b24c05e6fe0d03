package io.liftwerk.scoring;

import io.liftwerk.scoring.LifetimeValueResult.Spread;
import io.liftwerk.scoring.LifetimeValueResult.Tenth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How what is expected is spread over customers. */
final class Spreads {
  private static final int PARTS = 10;

  private Spreads() {}

  /**
   * @param valued whether there is money, else purchases are what is spread
   */
  static Spread of(ValueForecast forecast, boolean valued) {
    return new Spread(
        tenths(valued ? forecast.discounted : forecast.purchases), alive(forecast.alive));
  }

  private static List<Tenth> tenths(double[] expected) {
    double[] rising = expected.clone();
    Arrays.sort(rising);
    double all = Arrays.stream(rising).sum();
    var tenths = new ArrayList<Tenth>();
    for (int part = 0; part < PARTS; part++) {
      int to = (int) (rising.length - (long) rising.length * part / PARTS);
      int from = (int) (rising.length - (long) rising.length * (part + 1) / PARTS);
      double sum = Arrays.stream(rising, from, to).sum();
      tenths.add(new Tenth(to - from, sum, all > 0 ? sum / all : 0));
    }
    return List.copyOf(tenths);
  }

  private static List<Long> alive(double[] probabilities) {
    var bins = new long[PARTS];
    for (double probability : probabilities) {
      bins[(int) Math.min(PARTS - 1, probability * PARTS)]++;
    }
    return Arrays.stream(bins).boxed().toList();
  }
}
