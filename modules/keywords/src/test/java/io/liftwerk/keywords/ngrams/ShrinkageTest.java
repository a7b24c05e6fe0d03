package io.liftwerk.keywords.ngrams;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ShrinkageTest {

  private static double poisson(Random random, double mean) {
    double left = Math.exp(-mean);
    int count = 0;
    for (double product = random.nextDouble(); product > left; product *= random.nextDouble()) {
      count++;
    }
    return count;
  }

  private static double mean(double[] clicks, double[] conversions) {
    return Arrays.stream(conversions).sum() / Arrays.stream(clicks).sum();
  }

  @Test
  void fewClicksAreDrawnToTheAccount() {
    double[] clicks = new double[200];
    double[] conversions = new double[200];
    var random = new Random(7);
    for (int i = 0; i < clicks.length; i++) {
      clicks[i] = 50 + random.nextInt(500);
      conversions[i] = poisson(random, clicks[i] * 0.02);
    }
    Shrinkage shrinkage = Shrinkage.fit(0.02, clicks, conversions);
    Shrinkage.Opinion few = shrinkage.after(3, 0);
    assertEquals(0.02, few.mean(), 0.004);
    assertTrue(few.low() <= few.mean() && few.mean() <= few.high());
    assertEquals(0.04, shrinkage.after(20_000, 800).mean(), 0.002);
  }

  /** One in ten words never converts: the fit knows, and one that looks so is known for it. */
  @Test
  void wordsThatNeverConvertAreAKindOfTheirOwn() {
    double[] clicks = new double[100];
    double[] conversions = new double[100];
    var random = new Random(3);
    for (int i = 0; i < clicks.length; i++) {
      clicks[i] = 300 + random.nextInt(700);
      conversions[i] = i % 10 == 0 ? 0 : poisson(random, clicks[i] * 0.01);
    }
    Shrinkage shrinkage = Shrinkage.fit(mean(clicks, conversions), clicks, conversions);
    assertTrue(shrinkage.bounds(600, 0, .95).high() < 0.004, "600 clicks and nothing");
    assertFalse(shrinkage.bounds(60, 0, .95).high() < 0.004, "60 clicks and nothing tell little");
    assertTrue(shrinkage.bounds(600, 6, .99).low() >= 0.004, "as the others");
  }

  /** Where all words are alike, hardly any may pass for half as good as the account. */
  @Test
  void chanceIsNotTakenForWaste() {
    int alarms = 0;
    int words = 0;
    for (int account = 0; account < 100; account++) {
      var random = new Random(account);
      double[] clicks = new double[60];
      double[] conversions = new double[60];
      for (int i = 0; i < clicks.length; i++) {
        clicks[i] = 10 + random.nextInt(600);
        conversions[i] = poisson(random, clicks[i] * 0.012);
      }
      double mean = mean(clicks, conversions);
      Shrinkage shrinkage = Shrinkage.fit(mean, clicks, conversions);
      for (int i = 0; i < clicks.length; i++) {
        words++;
        alarms += shrinkage.bounds(clicks[i], conversions[i], .95).high() < mean / 2 ? 1 : 0;
      }
    }
    assertTrue(alarms <= words / 100, alarms + " of " + words);
  }

  @Test
  void nothingIsKnownWithoutAConversion() {
    assertFalse(Shrinkage.fit(0, new double[] {5}, new double[] {0}).known());
  }
}
