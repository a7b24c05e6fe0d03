package io.liftwerk.scoring.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeLongTest {

  private static double[][] rankings(int seed, int rows, int distinct, boolean[] yes) {
    var random = new Random(seed);
    var scores = new double[2][rows];
    for (int i = 0; i < rows; i++) {
      yes[i] = i % 3 == 0;
      double shared = random.nextGaussian() + (yes[i] ? 1 : 0);
      scores[0][i] = Math.rint((shared + random.nextGaussian()) * distinct);
      scores[1][i] = Math.rint((shared + 2 * random.nextGaussian()) * distinct);
    }
    return scores;
  }

  /** The definition: kernel means over all pairs of a yes and a no. */
  private static double[][] components(double[] scores, boolean[] yes) {
    int positives = 0;
    for (boolean one : yes) {
      positives += one ? 1 : 0;
    }
    var ofYes = new double[positives];
    var ofNo = new double[yes.length - positives];
    int a = 0;
    for (int i = 0; i < yes.length; i++) {
      if (yes[i]) {
        int b = 0;
        for (int j = 0; j < yes.length; j++) {
          if (!yes[j]) {
            double won = scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? 0.5 : 0;
            ofYes[a] += won / ofNo.length;
            ofNo[b++] += won / positives;
          }
        }
        a++;
      }
    }
    return new double[][] {ofYes, ofNo};
  }

  private static double covariance(double[] x, double[] y) {
    double meanX = 0;
    double meanY = 0;
    for (int i = 0; i < x.length; i++) {
      meanX += x[i] / x.length;
      meanY += y[i] / y.length;
    }
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += (x[i] - meanX) * (y[i] - meanY);
    }
    return sum / (x.length - 1) / x.length;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 10_000})
  void agreesWithTheDefinition(int distinct) {
    var yes = new boolean[240];
    double[][] scores = rankings(1, 240, distinct, yes);
    double[][] a = components(scores[0], yes);
    double[][] b = components(scores[1], yes);
    assertEquals(
        covariance(a[0], a[0]) + covariance(a[1], a[1]), DeLong.variance(scores[0], yes), 1e-14);
    double variance =
        covariance(a[0], a[0])
            + covariance(a[1], a[1])
            + covariance(b[0], b[0])
            + covariance(b[1], b[1])
            - 2 * (covariance(a[0], b[0]) + covariance(a[1], b[1]));
    double difference = Metrics.auc(scores[1], yes) - Metrics.auc(scores[0], yes);
    DeLong.Test test = DeLong.compare(scores[0], scores[1], yes);
    assertEquals(difference, test.difference(), 1e-12);
    assertEquals(Normal.twoSided(difference / Math.sqrt(variance)), test.p(), 1e-9);
  }

  @Test
  void aRankingDoesNotDifferFromItself() {
    var yes = new boolean[90];
    double[][] scores = rankings(2, 90, 3, yes);
    DeLong.Test test = DeLong.compare(scores[0], scores[0].clone(), yes);
    assertEquals(0, test.difference());
    assertEquals(1, test.p());
  }

  @Test
  void holdsItsLevelWhenBothRankEquallyWell() {
    int rejected = 0;
    for (int seed = 0; seed < 400; seed++) {
      var random = new Random(seed);
      var yes = new boolean[300];
      var scores = new double[2][300];
      for (int i = 0; i < 300; i++) {
        yes[i] = i % 4 == 0;
        double shared = random.nextGaussian() + (yes[i] ? 1 : 0);
        scores[0][i] = shared + random.nextGaussian();
        scores[1][i] = shared + random.nextGaussian();
      }
      rejected += DeLong.compare(scores[0], scores[1], yes).p() < 0.05 ? 1 : 0;
    }
    double share = rejected / 400.0;
    assertTrue(share > 0.02 && share < 0.085, () -> "rejected " + share);
  }

  @Test
  void perfectRankingHasAnIntervalOfNoWidth() {
    DeLong.Interval interval =
        DeLong.interval(new double[] {4, 3, 2, 1}, new boolean[] {true, true, false, false});
    assertEquals(new DeLong.Interval(1, 1, 1), interval);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1",
    "1, 0.31731050786291410283",
    "1.959963984540054, 0.05",
    "3.5, 0.00046525815807105017",
    "-5, 5.7330314375838782e-7",
    "10, 1.5239706048321052e-23"
  })
  void normalTails(double z, double p) {
    assertEquals(p, Normal.twoSided(z), p * 1e-11);
  }
}
