package io.liftwerk.report.chapter;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.liftwerk.briefs.BriefResult;
import io.liftwerk.briefs.ContentBriefs;
import io.liftwerk.experiments.AbTest;
import io.liftwerk.experiments.AbTestResult;
import io.liftwerk.experiments.BanditSimulation;
import io.liftwerk.experiments.BanditSimulationResult;
import io.liftwerk.experiments.Incrementality;
import io.liftwerk.experiments.IncrementalityResult;
import io.liftwerk.experiments.PolicyEvaluation;
import io.liftwerk.experiments.PolicyEvaluationResult;
import io.liftwerk.experiments.UpliftModels;
import io.liftwerk.experiments.UpliftResult;
import io.liftwerk.keywords.KeywordMining;
import io.liftwerk.keywords.KeywordResult;
import io.liftwerk.report.ResultTexts;
import io.liftwerk.scoring.ChurnTime;
import io.liftwerk.scoring.ChurnTimeResult;
import io.liftwerk.scoring.LeadScoring;
import io.liftwerk.scoring.LeadScoringResult;
import io.liftwerk.scoring.LifetimeValue;
import io.liftwerk.scoring.LifetimeValueResult;
import io.liftwerk.scoring.SegmentResult;
import io.liftwerk.scoring.SegmentSaving;
import io.liftwerk.warehouse.CheckResult;
import io.liftwerk.warehouse.ConsentReport;
import io.liftwerk.warehouse.ConsentResult;
import io.liftwerk.warehouse.HeldBack;
import io.liftwerk.warehouse.KpiResult;
import io.liftwerk.warehouse.QualityCheck;
import io.liftwerk.warehouse.consent.Use;
import io.liftwerk.workspace.Json;
import io.liftwerk.workspace.RunRecord;
import io.liftwerk.workspace.TableRef;
import io.liftwerk.workspace.WorkbenchException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** Makes chapters of the results of runs. */
public final class Chapters {
  /** The kind of chapter on key figures, which have no run of their own. */
  public static final String KPIS = "kpis";

  /** Names of the kinds of results there are chapters on, in the order of a report. */
  public static final List<String> KINDS =
      List.of(
          KPIS,
          QualityCheck.NAME,
          ConsentReport.NAME,
          LeadScoring.NAME,
          LeadScoring.CHURN,
          ChurnTime.NAME,
          LifetimeValue.NAME,
          SegmentSaving.NAME,
          AbTest.NAME,
          Incrementality.NAME,
          UpliftModels.NAME,
          BanditSimulation.NAME,
          PolicyEvaluation.NAME,
          KeywordMining.NAME,
          ContentBriefs.NAME);

  /** A result record and how it is told. */
  private record Kind<R>(Class<R> type, BiFunction<RunRecord, R, Chapter> chapter) {}

  private final Map<String, Kind<?>> kinds = new HashMap<>();

  /**
   * @param held whom consent holds back from a table, as it was counted last
   */
  public Chapters(ResultTexts texts, BiFunction<TableRef, Use, HeldBack> held) {
    var warehouse = new WarehouseChapters(texts);
    var scoring = new ScoringChapter(texts, held);
    var lifetime = new LifetimeChapters(texts);
    var experiments = new AbTestChapter(texts);
    var bandits = new BanditChapters(texts);
    kind(KPIS, KpiResult.class, warehouse::kpis);
    kind(QualityCheck.NAME, CheckResult.class, warehouse::check);
    kind(ConsentReport.NAME, ConsentResult.class, warehouse::consent);
    kind(LeadScoring.NAME, LeadScoringResult.class, scoring::of);
    kind(LeadScoring.CHURN, LeadScoringResult.class, scoring::of);
    kind(ChurnTime.NAME, ChurnTimeResult.class, lifetime::contracts);
    kind(LifetimeValue.NAME, LifetimeValueResult.class, lifetime::purchases);
    kind(SegmentSaving.NAME, SegmentResult.class, new SegmentChapter(texts)::of);
    kind(AbTest.NAME, AbTestResult.class, experiments::of);
    kind(Incrementality.NAME, IncrementalityResult.class, experiments::regions);
    kind(UpliftModels.NAME, UpliftResult.class, new UpliftChapter(texts)::of);
    kind(BanditSimulation.NAME, BanditSimulationResult.class, bandits::simulation);
    kind(PolicyEvaluation.NAME, PolicyEvaluationResult.class, bandits::evaluation);
    kind(KeywordMining.NAME, KeywordResult.class, new KeywordChapter(texts)::of);
    kind(ContentBriefs.NAME, BriefResult.class, new BriefChapter(texts)::of);
  }

  private <R> void kind(String name, Class<R> type, BiFunction<RunRecord, R, Chapter> chapter) {
    kinds.put(name, new Kind<>(type, chapter));
  }

  /**
   * The chapter on a run, which has to be done and of one of the {@link #KINDS}.
   *
   * @throws WorkbenchException code {@code report-result} when another version wrote the result
   */
  public Chapter of(RunRecord run) {
    Kind<?> kind = kinds.get(run.job());
    if (kind == null) {
      throw new IllegalArgumentException(run.job());
    }
    return chapter(run, kind);
  }

  private static <R> Chapter chapter(RunRecord run, Kind<R> kind) {
    try {
      return kind.chapter().apply(run, Json.mapper().treeToValue(run.result(), kind.type()));
    } catch (JsonProcessingException e) {
      throw new WorkbenchException(
          "report-result",
          "The result of run " + run.id() + " was written by another version and cannot be read.",
          "Run it again, and report on the new run.",
          e);
    }
  }
}
