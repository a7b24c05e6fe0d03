package io.liftwerk.report;

import io.liftwerk.scoring.LeadScoringResult;
import io.liftwerk.scoring.ModelEvaluation;
import io.liftwerk.scoring.ScoringDetails;
import io.liftwerk.scoring.ScoringOptions.Purpose;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A made-up scoring with every part filled, its curves consistent with each other. */
final class LeadResults {
  private LeadResults() {}

  /** As of an earlier version, without what stands behind the figures. */
  static LeadScoringResult sample() {
    return sample(null);
  }

  /** With all that stands behind the figures. */
  static LeadScoringResult detailed(Purpose purpose) {
    return sample(details(purpose));
  }

  static ScoringDetails details(Purpose purpose) {
    var curve = new ArrayList<ModelEvaluation.Point>();
    var rules = new ArrayList<ModelEvaluation.Point>();
    for (int i = 0; i <= 100; i++) {
      curve.add(new ModelEvaluation.Point(i / 100.0, 9000 * curve(i / 100.0, 4) - 70 * i));
      rules.add(new ModelEvaluation.Point(i / 100.0, 9000 * curve(i / 100.0, 2) - 70 * i));
    }
    return new ScoringDetails(
        purpose,
        List.of(
            new ScoringDetails.Validation(
                "heuristic", "at most 3 rules", .70, .69, .71, .3, 5, 2, 9),
            new ScoringDetails.Validation("boosted", "60 rounds", .80, .78, .82, .3, 5, 2, 9)),
        List.of(),
        List.of(),
        new ScoringDetails.Profit(80, 4, 0.3, 0.11, 0.2, 3562, 2100, 600, curve, rules, 120, 3000),
        List.of(
            new ScoringDetails.Importance("contract", 0.071, 0.004),
            new ScoringDetails.Importance("age", -0.001, 0.002)),
        List.of(
            new ScoringDetails.Dependence(
                "contract",
                List.of(
                    new ScoringDetails.Value("contract = monthly", 0.31),
                    new ScoringDetails.Value("contract = two years", 0.08))),
            new ScoringDetails.Dependence(
                "age",
                List.of(
                    new ScoringDetails.Value("age = 21", 0.12),
                    new ScoringDetails.Value("age = 34", 0.15),
                    new ScoringDetails.Value("age = 60", 0.11)))),
        new ScoringDetails.Fairness(
            "gender",
            0.11,
            0.9,
            "By 'gender', 8 % of 'Male' would be contacted and 9 % of 'Female': alike by the rule"
                + " of four fifths.",
            List.of(
                new ScoringDetails.Group("Male", 900, 0.12, 0.11, 0.08, 0.5, 0.8),
                new ScoringDetails.Group("Female", 950, 0.11, 0.12, 0.09, null, null))),
        new ScoringDetails.Learning(
            List.of(
                new ScoringDetails.Step(1000, 0.77, 0.75, 0.79),
                new ScoringDetails.Step(2000, 0.80, 0.78, 0.82)),
            "Twice as many records to learn from raised the AUC by 0.030: more data would probably"
                + " help."),
        List.of(),
        List.of());
  }

  private static LeadScoringResult sample(@Nullable ScoringDetails details) {
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
        List.of(
            model("heuristic", 2.0),
            model("logistic", 3.2),
            model("forest", 3.9),
            model("boosted", 4.1)),
        "boosted",
        List.of(new LeadScoringResult.Comparison("logistic", "boosted", 0.012, 0.001)),
        List.of(),
        List.of(new LeadScoringResult.RankedLead(1, "L-1", 0.91, true)),
        "gold.lead_scores",
        List.of(),
        details);
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
        new ModelEvaluation.Details(
            0.6,
            0.43,
            0.01,
            0.02,
            0.9,
            0.4,
            0.35,
            List.of(
                new ModelEvaluation.Point(0, 0.9),
                new ModelEvaluation.Point(0.5, 0.48),
                new ModelEvaluation.Point(1, 0.11))));
  }

  private static double curve(double x, double steepness) {
    return (1 - Math.exp(-steepness * x)) / (1 - Math.exp(-steepness));
  }
}
