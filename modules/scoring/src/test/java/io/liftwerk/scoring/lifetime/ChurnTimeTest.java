package io.liftwerk.scoring.lifetime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What must hold of times until churn whatever the data. */
class ChurnTimeTest {
  private static final int N = 400;

  private final double[] time = new double[N];
  private final boolean[] event = new boolean[N];
  private final double[] column = new double[N];

  ChurnTimeTest() {
    var random = new Random(3);
    for (int i = 0; i < N; i++) {
      column[i] = random.nextGaussian();
      double left = -Math.log(1 - random.nextDouble()) * 20 * Math.exp(-0.7 * column[i]);
      double seen = 5 + 30 * random.nextDouble();
      time[i] = Math.min(left, seen);
      event[i] = left <= seen;
    }
  }

  @Test
  void countsWhereNobodyIsLostSightOf() {
    KaplanMeier curve =
        KaplanMeier.of(new double[] {3, 1, 2, 2}, new boolean[] {true, true, true, true});
    assertEquals(0.75, curve.survival(1), 1e-15);
    assertEquals(0.25, curve.survival(2.5), 1e-15);
    assertEquals(2, curve.median());
    assertEquals(2, curve.mean(3), 1e-15);
    // of a share without censoring Greenwood's formula is the binomial's
    assertEquals(Math.sqrt(0.75 * 0.25 / 4), curve.steps().getFirst().standardError(), 1e-15);
  }

  @Test
  void equalGroupsDoNotDiffer() {
    double[] twice = new double[2 * N];
    var events = new boolean[2 * N];
    var group = new int[2 * N];
    for (int i = 0; i < 2 * N; i++) {
      twice[i] = time[i % N];
      events[i] = event[i % N];
      group[i] = i / N;
    }
    LogRank test = LogRank.of(twice, events, group, 2);
    assertEquals(0, test.chiSquare(), 1e-20);
    assertEquals(1, test.p(), 1e-9);
  }

  @Test
  void scoreTestOfCoxIsTheLogRankTest() {
    int[] group = Arrays.stream(column).mapToInt(c -> c > 0 ? 1 : 0).toArray();
    LogRank test = LogRank.of(time, event, group, 2);
    double[] dummy = Arrays.stream(group).asDoubleStream().toArray();
    Cox cox = cox(dummy, Cox.Ties.EFRON);
    // three tests of one hypothesis: alike, not equal
    double likelihood = 2 * (cox.logLikelihood() - cox.logLikelihoodNone());
    assertEquals(test.chiSquare(), likelihood, 0.1 * likelihood);
    assertTrue(test.p() < 1e-6);
  }

  @Test
  void findsTheHazardItWasDrawnFrom() {
    Cox cox = cox(column, Cox.Ties.EFRON);
    assertTrue(cox.converged());
    assertEquals(0.7, cox.coefficients()[0], 4 * cox.standardErrors()[0]);
    // nobody left at the same time as another: the ways to treat ties are one
    assertArrayEquals(cox.coefficients(), cox(column, Cox.Ties.BRESLOW).coefficients(), 1e-10);
    double[] scaled = Arrays.stream(column).map(c -> 1000 - 50 * c).toArray();
    Cox other = cox(scaled, Cox.Ties.EFRON);
    assertEquals(-cox.coefficients()[0] / 50, other.coefficients()[0], 1e-9);
    assertEquals(cox.logLikelihood(), other.logLikelihood(), 1e-7);
    assertEquals(cox.concordance(), other.concordance(), 1e-12);
    assertTrue(cox.concordance() > 0.6);
  }

  @Test
  void saysWhenColumnsTellNothingOrEverything() {
    assertNull(Cox.fit(time, event, new double[][] {column, column}, Cox.Ties.EFRON, () -> {}));
    double[] gone = new double[N];
    for (int i = 0; i < N; i++) {
      gone[i] = event[i] ? 1 : 0;
    }
    Cox cox = Cox.fit(time, event, new double[][] {gone}, Cox.Ties.EFRON, () -> {});
    assertTrue(cox == null || !cox.converged());
  }

  private Cox cox(double[] values, Cox.Ties ties) {
    Cox cox = Cox.fit(time, event, new double[][] {values}, ties, () -> {});
    assertNotNull(cox);
    return cox;
  }

  @Test
  void thoseWhoStayAreEverMoreFaithful() {
    var model = new ShiftedBetaGeometric(0.7, 1.2);
    double there = 1;
    for (int period = 1; period <= 30; period++) {
      assertTrue(model.retention(period + 1) > model.retention(period));
      there *= model.retention(period);
      assertEquals(there, model.survival(period), 1e-12);
    }
    double none = model.remaining(3, 12, 0);
    double sum = 0;
    for (int k = 1; k <= 12; k++) {
      sum += model.survival(3 + k) / model.survival(3);
    }
    assertEquals(sum, none, 1e-12);
    assertTrue(model.remaining(3, 12, 0.1) < none);
  }

  @Test
  void equalContractsRunOff() {
    // everybody leaves with the same chance, a half: no spread, which Beta reaches only at infinity
    double[] left = {0, 512, 256, 128, 64, 32};
    double[] there = {0, 0, 0, 0, 0, 32};
    Fit<ShiftedBetaGeometric> fit = ShiftedBetaGeometric.fit(left, there, () -> {});
    assertTrue(fit.atWall() || fit.model().alpha() > 500, fit.toString());
    assertFalse(fit.starts() < 2);
  }
}
