package io.liftwerk.app.window;

import io.liftwerk.briefs.ContentBriefs;
import io.liftwerk.experiments.AbTest;
import io.liftwerk.experiments.BanditSimulation;
import io.liftwerk.experiments.PolicyEvaluation;
import io.liftwerk.experiments.UpliftModels;
import io.liftwerk.keywords.KeywordMining;
import io.liftwerk.knowledge.KnowledgeIndexing;
import io.liftwerk.knowledge.RoleSetting;
import io.liftwerk.scoring.ChurnTime;
import io.liftwerk.scoring.LeadScoring;
import io.liftwerk.scoring.LifetimeValue;
import io.liftwerk.workspace.RunRecord;
import org.jspecify.annotations.Nullable;

/** Which page shows the result of a run. */
final class ResultPages {
  private final Shell shell;
  private final Models models;

  ResultPages(Shell shell, Models models) {
    this.shell = shell;
    this.models = models;
  }

  /** What brings the result of {@code run} to the screen, null when no page shows it. */
  @Nullable Runnable of(RunRecord run) {
    if (run.status() != RunRecord.Status.DONE) {
      return null;
    }
    return switch (run.job()) {
      case LeadScoring.NAME ->
          () -> {
            shell.go(PageId.LEADS);
            models.leads().open(run.id());
          };
      case LeadScoring.CHURN ->
          () -> {
            models.churnTab().set(0);
            shell.go(PageId.CHURN);
            models.churn().open(run.id());
          };
      case ChurnTime.NAME ->
          () -> {
            models.churnTab().set(1);
            shell.go(PageId.CHURN);
            models.contracts().open(run.id());
          };
      case LifetimeValue.NAME ->
          () -> {
            models.lifetimeTab().set(0);
            shell.go(PageId.LIFETIME);
            models.purchases().open(run.id());
          };
      case AbTest.NAME ->
          () -> {
            models.experiments().tab().set(0);
            shell.go(PageId.EXPERIMENTS);
            models.experiments().open(run.id());
          };
      case KeywordMining.NAME ->
          () -> {
            shell.go(PageId.KEYWORDS);
            models.keywords().open(run.id());
          };
      case KnowledgeIndexing.NAME, RoleSetting.NAME -> () -> shell.go(PageId.SOURCES);
      case ContentBriefs.NAME ->
          () -> {
            shell.go(PageId.BRIEFS);
            models.briefs().open(run.id());
          };
      case UpliftModels.NAME ->
          () -> {
            shell.go(PageId.UPLIFT);
            models.uplift().open(run.id());
          };
      case BanditSimulation.NAME ->
          () -> {
            models.banditTab().set(0);
            shell.go(PageId.BANDITS);
            models.simulation().open(run.id());
          };
      case PolicyEvaluation.NAME ->
          () -> {
            models.banditTab().set(1);
            shell.go(PageId.BANDITS);
            models.evaluation().open(run.id());
          };
      default -> null;
    };
  }
}
