package io.liftwerk.app.window.report;

import io.liftwerk.app.window.base.Background;
import io.liftwerk.app.window.base.Engine;
import io.liftwerk.app.window.base.Jobs;
import io.liftwerk.report.ClientReport;
import io.liftwerk.report.ReportRequest;
import io.liftwerk.report.ReportResult;
import io.liftwerk.report.ReportSettings;
import io.liftwerk.warehouse.ModelBuild;
import io.liftwerk.workspace.RunRecord;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes reports. */
public final class ReportModel {
  private final Engine engine;
  private final Jobs jobs;
  private final Background background;

  /** Reading and changing the settings, which are one file. */
  private final Background.Series settings;

  private Consumer<Throwable> problems = failure -> {};

  public ReportModel(Engine engine, Jobs jobs, Background background) {
    this.engine = engine;
    this.jobs = jobs;
    this.background = background;
    this.settings = background.series();
  }

  public void onProblem(Consumer<Throwable> handler) {
    problems = handler;
  }

  /** Of {@code runs} those that a report can show, in the order of a report. */
  public static List<RunRecord> reportable(List<RunRecord> runs) {
    List<String> kinds = ClientReport.kinds();
    return runs.stream()
        .filter(run -> run.status() == RunRecord.Status.DONE)
        .filter(run -> kinds.contains(run.job()) || run.job().equals(ModelBuild.NAME))
        // a build stands for the key figures, which come first
        .sorted(
            Comparator.comparingInt((RunRecord run) -> kinds.indexOf(run.job()))
                .thenComparing(RunRecord::id))
        .toList();
  }

  /** What the last report began with. */
  void settings(Consumer<ReportSettings> known) {
    settings.run(engine::reportSettings, known, failure -> problems.accept(failure));
  }

  /** Keeps a logo for this and later reports; null for none. */
  void logo(@Nullable Path file, Consumer<ReportSettings> kept) {
    settings.run(() -> engine.keepLogo(file), kept, failure -> problems.accept(failure));
  }

  /**
   * Keeps the client and makes the report.
   *
   * @param request its client is what is kept
   * @param done told what was written, and where
   */
  void make(String title, ReportRequest request, Consumer<ReportResult> done) {
    settings.run(
        () -> {
          engine.keepClient(request.client());
          return engine.reporting(request);
        },
        job ->
            jobs.submit(
                title, job, run -> done.accept(run.result()), failure -> problems.accept(failure)),
        failure -> problems.accept(failure));
  }

  /** Copies a report to where the user wants it. */
  void save(ReportResult report, Path target, Runnable done) {
    background.run(
        () -> {
          engine.copyOut(report.file(), target);
          return target;
        },
        saved -> done.run(),
        failure -> problems.accept(failure));
  }
}
