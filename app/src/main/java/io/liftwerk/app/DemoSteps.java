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
import io.liftwerk.guardrails.GuardPolicyFile;
import io.liftwerk.ingest.RetentionSettings;
import io.liftwerk.ingest.RetentionSettingsRequest;
import io.liftwerk.keywords.KeywordMining;
import io.liftwerk.keywords.KeywordRequest;
import io.liftwerk.knowledge.IndexRequest;
import io.liftwerk.knowledge.KnowledgeIndexing;
import io.liftwerk.scoring.LifetimeValue;
import io.liftwerk.scoring.LifetimeValueRequest;
import io.liftwerk.scoring.ModelDrift;
import io.liftwerk.scoring.ModelDriftRequest;
import io.liftwerk.workspace.Job;
import io.liftwerk.workspace.JobHandle;
import io.liftwerk.workspace.JobRunner;
import io.liftwerk.workspace.Json;
import io.liftwerk.workspace.Rerun;
import io.liftwerk.workspace.Workspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * What the sample client's plan has to show beyond data and scores: a brief within its rails, a
 * canary on record, an experiment read by its plan with costs against benefit, and what keeps it
 * all right; keywords and customers' values besides, so that their pages have something to show.
 * Small enough to be waited for. What is asked stands in {@code demo.json}, in the client's
 * language.
 */
final class DemoSteps {
  /**
   * Where the client lists what texts may claim; beside its articles, and then in the workspace.
   */
  private static final String CLAIMS = "aussagen.csv";

  /**
   * What is asked.
   *
   * @param canary October's calls, whose results are not there yet
   * @param simulation how the newsletter's arms could be divided while learning
   * @param trial September's newsletter
   * @param costs what is left of it: the value is the margin of a euro of revenue, the cost that of
   *     a mailing with its voucher
   * @param customers what they will bring within a year
   */
  record Asked(
      BriefRequest brief,
      ExperimentPlan canary,
      BanditSimulationRequest simulation,
      ExperimentPlan trial,
      UpliftRequest costs,
      LifetimeValueRequest customers,
      RetentionSettingsRequest retention) {

    static Asked read() throws IOException {
      try (var in = Objects.requireNonNull(DemoSteps.class.getResourceAsStream("demo.json"))) {
        return Json.read(new String(in.readAllBytes(), StandardCharsets.UTF_8), Asked.class);
      }
    }
  }

  private final Workspace workspace;
  private final JobRunner runner;
  private final Consumer<JobHandle<?>> progress;

  DemoSteps(Workspace workspace, Consumer<JobHandle<?>> progress) {
    this.workspace = workspace;
    this.runner = new JobRunner(workspace, Runnable::run);
    this.progress = progress;
  }

  /**
   * @param sample folder of the sample data
   * @param model that scores leads, to be held against what it learned from
   * @param repeated run that is repeated to see that its figures come again
   */
  void take(Path sample, String model, String repeated) throws IOException {
    Asked asked = Asked.read();
    rails(sample);
    run(new KnowledgeIndexing(IndexRequest.AS_BEFORE));
    run(new ContentBriefs(asked.brief()));
    run(new ExperimentRegister(asked.canary()));
    run(new BanditSimulation(asked.simulation()));
    run(new ExperimentRegister(asked.trial()));
    run(new AbTest(asked.trial().request()));
    run(new UpliftModels(asked.costs()));
    run(new KeywordMining(KeywordRequest.standard()));
    run(new LifetimeValue(asked.customers()));
    run(new ModelDrift(new ModelDriftRequest(model, null, "crm_leads", null, null, null)));
    run(new RetentionSettings(asked.retention()));
    new Rerun(workspace, runner, RepeatableJobs.catalog()).run(repeated, null, progress::accept);
    SamplePlan.write(workspace);
  }

  private <R> void run(Job<R> job) {
    runner.run(job, null, progress::accept);
  }

  /** The usual rails, with the client's name and its list of claims. */
  void rails(Path sample) throws IOException {
    Files.copy(sample.resolve("articles/own").resolve(CLAIMS), workspace.folder().resolve(CLAIMS));
    Files.writeString(
        workspace.folder().resolve(GuardPolicyFile.NAME),
        GuardPolicyFile.usual()
            .text()
            .replaceFirst("(?m)^( *brand:).*", "$1 Nordwand")
            .replace("list: []", "list: [" + CLAIMS + "]"));
  }
}
