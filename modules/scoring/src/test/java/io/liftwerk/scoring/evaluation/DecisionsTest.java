package io.liftwerk.scoring.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.scoring.features.Split;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is decided by figures: intervals, calibrations, whom to contact. */
class DecisionsTest {

  @Test
  void studentsTIsThatOfTheTables() {
    assertEquals(2.262157163, StudentT.quantile(0.05, 9), 1e-7);
    assertEquals(0.05, StudentT.twoSided(2.262157163, 9), 1e-8);
    assertEquals(0.5, StudentT.twoSided(1, 1), 1e-8);
    assertEquals(1, StudentT.twoSided(0, 4), 1e-12);
  }

  @Test
  void resampledVarianceCountsThatThePartsShareRows() {
    // mean 2, s² = 1, J = 3, so the error is √((1/3 + 1/2) · 1)
    Resampled found = Resampled.of(new double[] {1, 2, 3}, 0.5);
    assertEquals(2, found.mean());
    assertEquals(2 + 4.302652730 * Math.sqrt(5 / 6.0), found.high(), 1e-6);
    assertEquals(4, found.low() + found.high(), 1e-9);
  }

  @Test
  void profitByHand() {
    // by score: yes, no, yes, no; a win earns 10, a contact costs 4
    double[] scores = {0.9, 0.7, 0.5, 0.2};
    boolean[] yes = {true, false, true, false};
    var curve = new ProfitCurve(scores, yes, 10, 4);
    assertEquals(1000 * 6 / 4.0, curve.at(0.25), 1e-9);
    assertEquals(1000 * 2 / 4.0, curve.at(0.5), 1e-9);
    assertEquals(1000 * 8 / 4.0, curve.at(0.75), 1e-9);
    assertEquals(1000 * 4 / 4.0, curve.at(1), 1e-9);
    assertEquals(0.5, curve.threshold(1));
    assertEquals(0.9, curve.threshold(0.5), "the capacity ends before the third");
    assertEquals(0.75, curve.share(0.5));
    var dear = new ProfitCurve(scores, yes, 10, 11);
    assertEquals(Double.POSITIVE_INFINITY, dear.threshold(1), "nobody is worth a contact");
  }

  @Test
  void aDistortionIsSetRightAndNothingElseIs() {
    var random = new Random(5);
    var logOdds = new double[8_000];
    var distorted = new double[logOdds.length];
    var bent = new double[logOdds.length];
    var yes = new boolean[logOdds.length];
    for (int i = 0; i < logOdds.length; i++) {
      logOdds[i] = 1.5 * random.nextGaussian() - 1;
      distorted[i] = 3 * logOdds[i] + 1;
      bent[i] = logOdds[i] < 0 ? logOdds[i] : logOdds[i] * 0.05;
      yes[i] = random.nextDouble() < 1 / (1 + Math.exp(-logOdds[i]));
    }
    int[] part = Split.folds(yes, 5, 1);
    assertEquals(Calibration.Kind.NONE, CalibrationChoice.of(logOdds, yes, part).kind());
    assertEquals(Calibration.Kind.PLATT, CalibrationChoice.of(distorted, yes, part).kind());
    assertEquals(Calibration.Kind.ISOTONIC, CalibrationChoice.of(bent, yes, part).kind());
    var platt = (Calibration.Platt) Calibration.fit(Calibration.Kind.PLATT, distorted, yes);
    assertEquals(1 / 3.0, platt.slope(), 0.02);
    assertTrue(
        Metrics.calibrationError(platt.probabilities(distorted), yes)
            < 0.5 * Metrics.calibrationError(new Calibration.None().probabilities(distorted), yes));
  }

  @Test
  void outcomesThatACutSeparatesTeachNoScale() {
    double[] logOdds = {-2, -1, 1, 2};
    boolean[] yes = {false, false, true, true};
    assertEquals(
        Calibration.Kind.NONE, Calibration.fit(Calibration.Kind.PLATT, logOdds, yes).kind());
    boolean[] against = {true, true, false, true};
    assertEquals(
        Calibration.Kind.NONE, Calibration.fit(Calibration.Kind.PLATT, logOdds, against).kind());
  }

  @Test
  void confusionByHand() {
    double[] scores = {0.9, 0.6, 0.5, 0.4, 0.1};
    boolean[] yes = {true, false, true, true, false};
    Confusion found = Metrics.confusion(scores, yes, 0.5);
    assertEquals(new Confusion(2, 1, 1, 1), found);
    assertEquals(0.6, found.accuracy(), 1e-12);
    assertEquals(2 / 3.0, found.f1(), 1e-12);
    assertEquals(1 / 6.0, found.matthews(), 1e-12);
    assertEquals(0, new Confusion(0, 0, 3, 2).matthews());
  }
}
