package io.liftwerk.app;

import io.liftwerk.app.plan.SamplePlan;
import io.liftwerk.briefs.BriefRequest;
import io.liftwerk.briefs.ContentBriefs;
import io.liftwerk.experiments.AbTest;
import io.liftwerk.experiments.BanditSimulation;
import io.liftwerk.experiments.BanditSimulationRequest;
import io.liftwerk.experiments.ExperimentPlan;
import io.liftwerk.experiments.ExperimentRegister;
import io.liftwerk.experiments.UpliftModels;
import io.liftwerk.experiments.UpliftRequest;
import io.liftwerk.ingest.RetentionSettings;
import io.liftwerk.ingest.RetentionSettingsRequest;
import io.liftwerk.knowledge.IndexRequest;
import io.liftwerk.knowledge.KnowledgeIndexing;
import io.liftwerk.scoring.ModelDrift;
import io.liftwerk.scoring.ModelDriftRequest;
import io.liftwerk.workspace.Job;
import io.liftwerk.workspace.JobHandle;
import io.liftwerk.workspace.JobRunner;
import io.liftwerk.workspace.Rerun;
import io.liftwerk.workspace.Workspace;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;

/**
 * What the sample client's plan has to show beyond data and scores: a brief within its rails, a
 * canary on record, an experiment read by its plan with costs against benefit, and what keeps it
 * all right. Small enough to be waited for.
 */
final class DemoSteps {
  private static final String TRIAL = "newsletter_september";
  private static final String ARM = "arm";
  private static final String CONTROL = "Kontrolle";
  private static final String PERSON = "contact_id";
  private static final LocalDate SENT = LocalDate.of(2026, 9, 2);

  /** Of a euro of revenue this is left, and a mailing with its voucher costs that, in euros. */
  private static final double MARGIN = 0.38;

  private static final double COST_OF_A_MAIL = 0.35;
  private static final int THREE_YEARS = 3 * 365;

  private final Workspace workspace;
  private final JobRunner runner;
  private final Consumer<JobHandle<?>> progress;

  DemoSteps(Workspace workspace, Consumer<JobHandle<?>> progress) {
    this.workspace = workspace;
    this.runner = new JobRunner(workspace, Runnable::run);
    this.progress = progress;
  }

  /**
   * @param model that scores leads, to be held against what it learned from
   * @param repeated run that is repeated to see that its figures come again
   */
  void take(String model, String repeated) {
    run(new KnowledgeIndexing(IndexRequest.AS_BEFORE));
    run(
        new ContentBriefs(
            new BriefRequest(
                "Klettersteigset kaufen", null, "de", null, LocalDate.of(2026, 10, 1))));
    run(new ExperimentRegister(canary()));
    run(new BanditSimulation(voucherWhileLearning()));
    ExperimentPlan trial = trial();
    run(new ExperimentRegister(trial));
    run(new AbTest(trial.request()));
    run(new UpliftModels(costsAgainstBenefit()));
    run(new ModelDrift(new ModelDriftRequest(model, null, "crm_leads", null, null, null)));
    run(new RetentionSettings(new RetentionSettingsRequest("crm_leads", THREE_YEARS)));
    new Rerun(workspace, runner, RepeatableJobs.catalog()).run(repeated, null, progress::accept);
    SamplePlan.write(workspace);
  }

  private <R> void run(Job<R> job) {
    runner.run(job, null, progress::accept);
  }

  /** October's calls, whose results are not there yet. */
  private static ExperimentPlan canary() {
    return new ExperimentPlan(
        "anrufliste-oktober",
        "Wer oben auf der Liste steht, wird öfter gewonnen, ohne dass sich mehr Leute beschweren.",
        "anrufliste_oktober",
        "liste",
        "wie bisher",
        List.of("gewonnen:proportion"),
        List.of("beschwerde:proportion:less"),
        0.2,
        "once",
        740L,
        0.05,
        List.of(),
        0.1,
        null,
        LocalDate.of(2026, 10, 5),
        "Lead-ID",
        null);
  }

  private static ExperimentPlan trial() {
    return new ExperimentPlan(
        "newsletter-september",
        "Ein Gutschein bringt mehr Umsatz je Person als der Newsletter allein, der Ratgeber auch.",
        TRIAL,
        ARM,
        CONTROL,
        List.of("revenue_14d:revenue", "orders_14d:mean"),
        List.of(),
        0.2,
        "once",
        null,
        0.05,
        List.of(),
        null,
        "revenue_180d_before:before",
        SENT,
        PERSON,
        null);
  }

  private static BanditSimulationRequest voucherWhileLearning() {
    return new BanditSimulationRequest(
        TRIAL,
        ARM,
        "orders_14d",
        null,
        List.of(),
        List.of(),
        1000,
        12,
        List.of("even", "thompson"),
        0.95,
        null,
        null,
        null,
        7,
        60,
        7);
  }

  private static UpliftRequest costsAgainstBenefit() {
    return UpliftRequest.of(TRIAL, ARM, CONTROL, "Gutschein", "revenue_14d", null, 7)
        .without(List.of("opened", "clicked", "orders_14d", "sent_on"))
        .with(List.of("t-linear"))
        .with(MARGIN, COST_OF_A_MAIL, null);
  }
}
