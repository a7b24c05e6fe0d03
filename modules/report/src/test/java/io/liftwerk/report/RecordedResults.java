package io.liftwerk.report;

import io.liftwerk.experiments.AbTest;
import io.liftwerk.experiments.AbTestResult;
import io.liftwerk.experiments.BanditSimulation;
import io.liftwerk.experiments.Incrementality;
import io.liftwerk.experiments.IncrementalityResult;
import io.liftwerk.experiments.PolicyEvaluation;
import io.liftwerk.experiments.UpliftModels;
import io.liftwerk.scoring.ChurnTime;
import io.liftwerk.scoring.LeadScoring;
import io.liftwerk.scoring.LifetimeValue;
import io.liftwerk.scoring.ScoringOptions.Purpose;
import io.liftwerk.scoring.SegmentResult;
import io.liftwerk.scoring.SegmentSaving;
import io.liftwerk.warehouse.ConsentReport;
import io.liftwerk.warehouse.ConsentResult;
import io.liftwerk.warehouse.consent.Basis;
import io.liftwerk.warehouse.consent.Use;
import io.liftwerk.workspace.Job;
import io.liftwerk.workspace.JobContext;
import io.liftwerk.workspace.JobRunner;
import io.liftwerk.workspace.Json;
import io.liftwerk.workspace.RunRecord;
import io.liftwerk.workspace.Workspace;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A ledger with results that were made up. */
final class RecordedResults {
  private RecordedResults() {}

  /** What the made-up runs were asked. */
  record Asked(String table, String file, List<String> more) {}

  /** A job that has its result already. */
  private record Known(String name, Object known) implements Job<Object> {
    @Override
    public Record parameters() {
      return new Asked(
          "bronze.mailing",
          "/home/somebody/exports/mailing.csv",
          List.of("/home/somebody/exports/more.csv"));
    }

    @Override
    public Long seed() {
      return 7L;
    }

    @Override
    public Object run(JobContext context) {
      context.input("/home/somebody/exports/mailing.csv", "ab".repeat(32), 1234);
      return known;
    }
  }

  /** Results of these kinds, by the names of their jobs. */
  static Map<String, Object> all() {
    var all = new LinkedHashMap<String, Object>();
    all.put(ConsentReport.NAME, consent());
    all.put(LeadScoring.NAME, LeadResults.detailed(Purpose.LEADS));
    all.put(LeadScoring.CHURN, LeadResults.detailed(Purpose.CHURN));
    all.put(ChurnTime.NAME, AllFigures.contracts());
    all.put(LifetimeValue.NAME, AllFigures.value());
    all.put(SegmentSaving.NAME, segment());
    all.put(AbTest.NAME, ExperimentResults.comparison(true));
    all.put(Incrementality.NAME, regions());
    all.put(UpliftModels.NAME, ExperimentResults.uplift(true));
    all.put(BanditSimulation.NAME, ExperimentResults.simulation(true));
    all.put(PolicyEvaluation.NAME, ExperimentResults.evaluation(0.003));
    return all;
  }

  /** Writes a result into the ledger, as a job of that name would. */
  static RunRecord record(Workspace workspace, String job, Object result) {
    return new JobRunner(workspace, Runnable::run)
        .run(new Known(job, result), null, handle -> {})
        .record();
  }

  static ConsentResult consent() {
    var reason = new ConsentResult.Part("refused", "The person has objected.", 12_000);
    List<ConsentResult.UseConsent> uses =
        Arrays.stream(Use.values())
            .map(use -> new ConsentResult.UseConsent(use, 41_188, List.of(), List.of(reason)))
            .toList();
    return new ConsentResult(
        53_188,
        uses,
        List.of(new ConsentResult.SourceConsent("crm", Basis.CONSENT, "", 53_188, uses)),
        List.of(),
        List.of());
  }

  static SegmentResult segment() {
    return new SegmentResult(
        "hot-leads",
        "gold.segment_hot_leads",
        "gold.lead_scores",
        "bronze.crm",
        "0015",
        "score",
        743,
        200,
        0.31,
        87.04,
        42.7,
        78_290.0,
        38_440.0,
        "EUR",
        3,
        null,
        null,
        null,
        List.of());
  }

  private static IncrementalityResult regions() {
    return new IncrementalityResult(
        "bronze.regions",
        List.of("Tirol"),
        8,
        LocalDate.of(2026, 5, 1),
        60,
        30,
        new IncrementalityResult.Estimate(12.5, 0.081, 0.012),
        new IncrementalityResult.Estimate(11.9, 0.077, 0.02),
        new IncrementalityResult.Estimate(0.4, 0.002, 0.8),
        List.of(),
        List.of(),
        "The campaign brought about 8.1 % more.");
  }

  /** A comparison whose arm has a name that somebody chose in bad faith. */
  static AbTestResult hostile(String name) {
    AbTestResult result = ExperimentResults.comparison(true);
    String json = Json.write(result);
    String arm = result.metrics().getFirst().arm();
    return Json.read(json.replace(Json.write(arm), Json.write(name)), AbTestResult.class);
  }
}
