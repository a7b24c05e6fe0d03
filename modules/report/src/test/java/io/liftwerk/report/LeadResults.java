package io.liftwerk.report;

import io.liftwerk.scoring.LeadScoringResult;
import io.liftwerk.scoring.ModelEvaluation;
import java.util.ArrayList;
import java.util.List;

/** A made-up scoring with every part filled, its curves consistent with each other. */
final class LeadResults {
  private LeadResults() {}

  static LeadScoringResult sample() {
    return new LeadScoringResult(
        "bronze.leads",
        "converted",
        "yes",
        "lead_id",
        41188,
        12,
        28832,
        12356,
        4640,
        7,
        "seed",
        List.of("age", "campaign"),
        List.of(new LeadScoringResult.LeftOut("duration", "excluded by you")),
        List.of("previous > 0 and month in (mar, sep)"),
        List.of(model("heuristic", 2.0), model("logistic", 3.2), model("boosted", 4.1)),
        "boosted",
        List.of(new LeadScoringResult.Comparison("logistic", "boosted", 0.012, 0.001)),
        List.of(),
        List.of(new LeadScoringResult.RankedLead(1, "L-1", 0.91, true)),
        "gold.lead_scores",
        List.of(),
        null);
  }

  private static ModelEvaluation model(String name, double steepness) {
    var deciles = new ArrayList<ModelEvaluation.Decile>();
    double before = 0;
    for (int i = 1; i <= 10; i++) {
      double gain = curve(i / 10.0, steepness);
      deciles.add(
          new ModelEvaluation.Decile(
              i, 1236, Math.round(1392 * (gain - before)), (gain - before) * 10, gain));
      before = gain;
    }
    var calibration = new ArrayList<ModelEvaluation.CalibrationBin>();
    var roc = new ArrayList<ModelEvaluation.Point>();
    for (int i = 0; i <= 50; i++) {
      roc.add(new ModelEvaluation.Point(i / 50.0, curve(i / 50.0, steepness * 1.2)));
    }
    for (int i = 0; i < 10; i++) {
      double p = 0.02 + 0.05 * i;
      calibration.add(
          new ModelEvaluation.CalibrationBin(p, p + (i % 2 == 0 ? 0.012 : -0.02), 1235));
    }
    return new ModelEvaluation(
        name,
        0.6 + steepness / 20,
        0.7,
        0.82,
        0.44,
        0.27,
        0.08,
        0.46,
        4.2,
        deciles,
        calibration,
        roc,
        0.8,
        null);
  }

  private static double curve(double x, double steepness) {
    return (1 - Math.exp(-steepness * x)) / (1 - Math.exp(-steepness));
  }
}
