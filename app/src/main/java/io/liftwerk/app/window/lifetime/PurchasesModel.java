package io.liftwerk.app.window.lifetime;

import io.liftwerk.app.window.base.AnalysisModel;
import io.liftwerk.app.window.base.Background;
import io.liftwerk.app.window.base.Engine;
import io.liftwerk.app.window.base.Jobs;
import io.liftwerk.app.window.base.Results;
import io.liftwerk.app.window.base.Rows;
import io.liftwerk.scoring.LifetimeValue;
import io.liftwerk.scoring.LifetimeValueRequest;
import io.liftwerk.scoring.LifetimeValueResult;
import io.liftwerk.scoring.PurchaseColumns;
import io.liftwerk.workspace.Job;
import io.liftwerk.workspace.RunRecord;
import io.liftwerk.workspace.TableInfo;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** State of the Lifetime value page where it asks what customers will still buy. */
public final class PurchasesModel
    extends AnalysisModel<PurchaseSettings, LifetimeValueRequest, LifetimeValueResult> {
  private final Background.Lane listing;

  public PurchasesModel(Engine engine, Jobs jobs, Background background) {
    super(engine, jobs, background, PurchaseSettings.nothing());
    listing = background.lane();
  }

  @Override
  protected String job() {
    return LifetimeValue.NAME;
  }

  @Override
  protected Job<LifetimeValueResult> work(LifetimeValueRequest request) {
    return engine().valuing(request);
  }

  @Override
  protected @Nullable Kept<LifetimeValueRequest, LifetimeValueResult> read(RunRecord run) {
    var result = Results.read(run.result(), LifetimeValueResult.class);
    var request = Results.read(run.parameters(), LifetimeValueRequest.class);
    return result == null || request == null ? null : new Kept<>(request, result);
  }

  @Override
  protected PurchaseSettings settings(Kept<LifetimeValueRequest, LifetimeValueResult> kept) {
    return PurchaseSettings.of(kept.request(), kept.result());
  }

  @Override
  protected PurchaseSettings withTable(String table) {
    return settings().withTable(table);
  }

  @Override
  protected boolean isSource(TableInfo table) {
    return !table.ref().schema().equals("gold") && !table.ref().name().endsWith("__rejects");
  }

  /** The orders of all shops where they are built; else a table that looks like one of orders. */
  @Override
  protected @Nullable TableInfo first(List<TableInfo> choice) {
    return choice.stream()
        .filter(table -> table.ref().toString().equals("silver.orders") && table.rows() != 0)
        .findFirst()
        .orElseGet(
            () -> fitting(choice, table -> PurchaseColumns.guess(table.columns()).isComplete()));
  }

  @Override
  protected void propose(List<TableInfo.Column> columns) {
    set(settings().withColumns(PurchaseColumns.guess(columns)));
  }

  /**
   * Fetches the customers that the run on the screen valued.
   *
   * @param found gets none when another run has valued the same purchases since
   */
  void customers(Consumer<@Nullable Rows> found) {
    Shown<LifetimeValueRequest, LifetimeValueResult> present = shownProperty().get();
    if (present != null) {
      listing.run(
          () -> new Found(engine().customers(present.result(), present.run().id())),
          rows -> found.accept(rows.rows().count() == 0 ? null : rows.rows()),
          this::problem);
    }
  }

  private record Found(Rows rows) {}
}
