package io.liftwerk.app.window;

import io.liftwerk.app.plan.Evidence;
import io.liftwerk.app.window.base.Background;
import io.liftwerk.app.window.control.Desk;
import io.liftwerk.workspace.RunRecord;
import org.jspecify.annotations.Nullable;

/** From the plan to what its evidence is made of: the page, and on it the result of the run. */
final class PlanWays {
  private final Shell shell;
  private final Desk desk;
  private final Models models;
  private final ResultPages results;
  private final Background.Lane finding;

  PlanWays(Shell shell, Desk desk, Models models) {
    this.shell = shell;
    this.desk = desk;
    this.models = models;
    this.results = new ResultPages(shell, models);
    this.finding = desk.background().lane();
  }

  void open(Evidence evidence) {
    finding.drop();
    String run = evidence.run();
    if (run == null || !evidence.isThere() || evidence.page().equals("plans")) {
      page(evidence.page());
      return;
    }
    if (evidence.page().equals(PageId.MODELS.id())) {
      models.registry().selectOf(run);
      shell.go(PageId.MODELS);
      return;
    }
    if (evidence.page().equals(PageId.RUNS.id())) {
      shell.go(PageId.RUNS);
      models.runs().select(run);
      return;
    }
    finding.run(
        () -> java.util.Optional.ofNullable(shell.session().engine().run(run)),
        found -> result(evidence.page(), found.orElse(null)),
        desk.dialogs()::error);
  }

  /** A page that shows results of its own brings this one back; the others show what stands. */
  private void result(String page, @Nullable RunRecord run) {
    Runnable shown = run == null ? null : results.of(run);
    if (shown == null) {
      page(page);
    } else {
      shown.run();
    }
  }

  private void page(String page) {
    if (page.equals("plans")) {
      models.experiments().tab().set(1);
      shell.go(PageId.EXPERIMENTS);
      return;
    }
    if (page.equals(PageId.EXPERIMENTS.id())) {
      models.experiments().tab().set(0);
    }
    shell.go(PageId.of(page));
  }
}
