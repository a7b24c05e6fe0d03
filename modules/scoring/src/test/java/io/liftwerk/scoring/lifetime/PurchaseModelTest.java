package io.liftwerk.scoring.lifetime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold of the models whatever the data: closed forms, limits, invariances. */
class PurchaseModelTest {
  private static final BetaGeometric BG = new BetaGeometric(0.6, 5, 0.8, 2.4, false);
  private static final BetaGeometric MBG = new BetaGeometric(0.6, 5, 0.8, 2.4, true);

  static Stream<PurchaseModel> continuous() {
    return Stream.of(BG, MBG, new ParetoNbd(0.6, 10, 0.7, 12), new ParetoNbd(0.6, 12, 1.4, 3));
  }

  @ParameterizedTest
  @MethodSource("continuous")
  void expectsTheSameOfANewCustomerEitherWay(PurchaseModel model) {
    for (double time : new double[] {0.1, 1, 10, 100, 1000}) {
      assertEquals(model.expected(time), model.expected(time, 0, 0, 0), 1e-9 * time);
    }
  }

  @ParameterizedTest
  @MethodSource("continuous")
  void knowsNoUnitOfTime(PurchaseModel model) {
    double[] parameters = model.parameters().clone();
    parameters[1] *= 7;
    if (model instanceof ParetoNbd) {
      parameters[3] *= 7;
    }
    PurchaseModel inDays = model.with(parameters);
    assertEquals(model.alive(3, 20, 39), inDays.alive(3, 140, 273), 1e-12);
    assertEquals(model.expected(52, 3, 20, 39), inDays.expected(364, 3, 140, 273), 1e-10);
    // three purchases: a density per unit of time, three times
    assertEquals(
        model.logLikelihood(3, 20, 39) - 3 * Math.log(7), inDays.logLikelihood(3, 140, 273), 1e-10);
  }

  @ParameterizedTest
  @MethodSource("continuous")
  void expectsMoreOfALongerTimeAndOfAMoreRecentPurchase(PurchaseModel model) {
    double before = 0;
    for (double time = 1; time < 500; time *= 2) {
      double now = model.expected(time, 4, 30, 40);
      assertTrue(now > before);
      before = now;
    }
    assertTrue(model.alive(4, 39, 40) > model.alive(4, 10, 40));
    assertTrue(model.alive(300, 1, 4000) >= 0 && model.alive(300, 3999, 4000) <= 1);
  }

  @ParameterizedTest
  @MethodSource("continuous")
  void staysFiniteForExtremes(PurchaseModel model) {
    for (double x : new double[] {0, 1, 500, 5000}) {
      for (double age : new double[] {0, 1e-6, 1e5}) {
        assertTrue(Double.isFinite(model.logLikelihood(x, age / 2, age)), x + " in " + age);
        assertTrue(Double.isFinite(model.expected(1e4, x, age / 2, age)), x + " in " + age);
      }
    }
  }

  @Test
  void countsAddUpToTheirMean() {
    for (BetaGeometric model : new BetaGeometric[] {BG, MBG}) {
      double sum = 0;
      double mean = 0;
      for (int n = 0; n < 400; n++) {
        sum += model.probability(n, 20);
        mean += n * model.probability(n, 20);
      }
      assertEquals(1, sum, 1e-9);
      assertEquals(model.expected(20), mean, 1e-6);
    }
  }

  @Test
  void hasNoGapWhereTheFormulaHasOne() {
    double at = new BetaGeometric(0.6, 5, 1, 2.4, false).expected(20, 2, 10, 15);
    double near = new BetaGeometric(0.6, 5, 1.001, 2.4, false).expected(20, 2, 10, 15);
    assertEquals(near, at, 1e-3 * at);
    double sum = new BetaGeometric(0.6, 5, 0.4, 0.6, false).expected(20);
    assertEquals(new BetaGeometric(0.6, 5, 0.4, 0.601, false).expected(20), sum, 1e-2 * sum);
    double one = new ParetoNbd(0.6, 10, 1, 12).expected(20, 2, 10, 15);
    assertEquals(new ParetoNbd(0.6, 10, 1.0001, 12).expected(20, 2, 10, 15), one, 1e-3 * one);
  }

  /** With equal scales the integral of Pareto/NBD is elementary. */
  @Test
  void integratesParetoNbdExactly() {
    double r = 0.6;
    double s = 0.7;
    double scale = 9;
    var model = new ParetoNbd(r, scale, s, scale);
    for (double x : new double[] {0, 1, 5, 40, 150}) {
      double last = x == 0 ? 0 : 12;
      double power = r + s + x;
      double alive = -power * Math.log(scale + 39);
      double stopped =
          Math.log(s / power)
              - power * Math.log(scale + last)
              + Math.log1p(-Math.pow((scale + last) / (scale + 39), power));
      double expected =
          Special.logRising(r, x) + (r + s) * Math.log(scale) + Special.logAdd(alive, stopped);
      assertEquals(expected, model.logLikelihood(x, last, 39), 1e-11 * Math.abs(expected));
    }
  }

  /** All histories of BG/BB can be gone through: they add up, and so do their expectations. */
  @Test
  void goesThroughAllHistoriesOfBgBb() {
    var model = new BetaBernoulli(1.2, 0.75, 0.66, 2.8);
    int n = 7;
    double sum = 0;
    double later = 0;
    double alive = 0;
    for (int x = 0; x <= n; x++) {
      for (int last = x == 0 ? 0 : x; last <= (x == 0 ? 0 : n); last++) {
        double ways = x == 0 ? 1 : choose(last - 1, x - 1);
        double chance = ways * Math.exp(model.logLikelihood(x, last, n));
        sum += chance;
        later += chance * model.expected(4, x, last, n);
        alive += chance * model.alive(x, last, n);
      }
    }
    assertEquals(1, sum, 1e-12);
    assertEquals(model.expected(n + 4) - model.expected(n), later, 1e-12);
    assertTrue(alive > 0 && alive < 1);
    double counts = 0;
    for (int x = 0; x <= n; x++) {
      counts += model.probability(x, n);
    }
    assertEquals(1, counts, 1e-12);
  }

  private static double choose(int n, int k) {
    double ways = 1;
    for (int i = 1; i <= k; i++) {
      ways = ways * (n - k + i) / i;
    }
    return ways;
  }

  @Test
  void findsWhatItWasDrawnFromInWhateverOrderAndUnit() {
    double[][] drawn = draw(3000, new Random(11));
    Fit<BetaGeometric> fit =
        BetaGeometric.fit(Histories.of(drawn[0], drawn[1], drawn[2]), false, () -> {});
    assertTrue(fit.converged());
    double[] truth = BG.parameters();
    double[][] covariance = fit.covariance();
    assertTrue(covariance != null);
    for (int i = 0; i < truth.length && covariance != null; i++) {
      double off = Math.log(fit.model().parameters()[i] / truth[i]);
      assertTrue(Math.abs(off) < 4 * Math.sqrt(covariance[i][i]), fit.model().toString());
    }
    assertTrue(fit.logLikelihood() > BG.logLikelihood(Histories.of(drawn[0], drawn[1], drawn[2])));

    double[][] reversed =
        Arrays.stream(drawn).map(PurchaseModelTest::reversed).toArray(double[][]::new);
    assertArrayEquals(
        fit.model().parameters(),
        BetaGeometric.fit(Histories.of(reversed[0], reversed[1], reversed[2]), false, () -> {})
            .model()
            .parameters());
    double[] days = Arrays.stream(drawn[1]).map(week -> week * 7).toArray();
    double[] ages = Arrays.stream(drawn[2]).map(week -> week * 7).toArray();
    BetaGeometric inDays =
        BetaGeometric.fit(Histories.of(drawn[0], days, ages), false, () -> {}).model();
    assertEquals(fit.model().alpha() * 7, inDays.alpha(), 1e-4 * inDays.alpha());
    assertEquals(fit.model().r(), inDays.r(), 1e-4 * inDays.r());
  }

  /** Customers of {@link #BG}, watched for 20 to 60 weeks. */
  private static double[][] draw(int count, Random random) {
    var drawn = new double[3][count];
    for (int i = 0; i < count; i++) {
      double rate = gamma(0.6, random) / 5;
      double a = gamma(0.8, random);
      double leaves = a / (a + gamma(2.4, random));
      double age = 20 + random.nextInt(41);
      double now = 0;
      while (true) {
        now += -Math.log(1 - random.nextDouble()) / rate;
        if (now > age) {
          break;
        }
        drawn[0][i]++;
        drawn[1][i] = now;
        if (random.nextDouble() < leaves) {
          break;
        }
      }
      drawn[2][i] = age;
    }
    return drawn;
  }

  /** Marsaglia and Tsang's generator, below 1 by a power of a uniform. */
  private static double gamma(double shape, Random random) {
    double d = shape + 1 - 1.0 / 3;
    double c = 1 / Math.sqrt(9 * d);
    while (true) {
      double z = random.nextGaussian();
      double v = Math.pow(1 + c * z, 3);
      if (v > 0 && Math.log(random.nextDouble()) < z * z / 2 + d - d * v + d * Math.log(v)) {
        return d * v * Math.pow(random.nextDouble(), 1 / shape);
      }
    }
  }

  private static double[] reversed(double[] values) {
    var reversed = new double[values.length];
    Arrays.setAll(reversed, i -> values[values.length - 1 - i]);
    return reversed;
  }

  @Test
  void knowsNoCurrency() {
    var random = new Random(5);
    var x = new double[500];
    var mean = new double[500];
    for (int i = 0; i < x.length; i++) {
      x[i] = 1 + random.nextInt(6);
      mean[i] = gamma(6 * x[i], random) / x[i] / gamma(3.5, random) * 15;
    }
    GammaGamma euros = GammaGamma.fit(x, mean, () -> {}).model();
    GammaGamma cents =
        GammaGamma.fit(x, Arrays.stream(mean).map(m -> m * 100).toArray(), () -> {}).model();
    assertEquals(euros.p(), cents.p(), 1e-4 * euros.p());
    assertEquals(euros.v() * 100, cents.v(), 1e-4 * cents.v());
    assertEquals(euros.expected(3, 20) * 100, cents.expected(3, 2000), 1e-2);
    assertTrue(euros.expected(1, 100) < 100 && euros.expected(1, 100) > euros.mean());
    assertEquals(100, euros.expected(1e7, 100), 1e-3);
  }

  @Test
  void discountsByTheMonth() {
    var plain = new Forecast(BG, 12, 4.345, 0).of(2, 30, 38);
    var discounted = new Forecast(BG, 12, 4.345, 0.01).of(2, 30, 38);
    assertEquals(plain.purchases(), plain.discounted(), 1e-12);
    assertEquals(BG.expected(12 * 4.345, 2, 30, 38), discounted.purchases(), 1e-12);
    assertTrue(discounted.discounted() < plain.discounted());
    assertTrue(discounted.discounted() > plain.discounted() / Math.pow(1.01, 12));
  }
}
