package io.liftwerk.app.window.kpi;

import io.liftwerk.app.window.base.Background;
import io.liftwerk.app.window.base.Builds;
import io.liftwerk.app.window.base.Engine;
import io.liftwerk.warehouse.KpiRequest;
import io.liftwerk.warehouse.KpiResult;
import java.time.LocalDate;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** State of the KPIs page. */
public final class KpiModel {

  /**
   * Figures on the screen.
   *
   * @param request what they answer
   * @param build the build that made what they are read from
   */
  public record Shown(KpiRequest request, KpiResult result, Builds.State build) {}

  private final Engine engine;
  private final Builds builds;
  private final Background.Lane reading;
  private final ReadOnlyObjectWrapper<KpiRequest> request =
      new ReadOnlyObjectWrapper<>(KpiRequest.ALL);
  private final ReadOnlyObjectWrapper<@Nullable Shown> shown = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable String> selected = new ReadOnlyObjectWrapper<>();
  private Consumer<Throwable> problems = failure -> {};

  public KpiModel(Engine engine, Builds builds, Background background) {
    this.engine = engine;
    this.builds = builds;
    this.reading = background.lane();
    builds.stateProperty().subscribe(state -> reread());
  }

  public void onProblem(Consumer<Throwable> handler) {
    problems = handler;
  }

  public Builds builds() {
    return builds;
  }

  /** What the figures are asked for. */
  public ReadOnlyObjectProperty<KpiRequest> requestProperty() {
    return request.getReadOnlyProperty();
  }

  /** The figures, null until they were read once. */
  public ReadOnlyObjectProperty<@Nullable Shown> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /** The figure that is looked at closely, as {@link #key}; null for the first. */
  public ReadOnlyObjectProperty<@Nullable String> selectedProperty() {
    return selected.getReadOnlyProperty();
  }

  /** Tells a figure from the others: money has one a currency. */
  public static String key(KpiResult.Kpi kpi) {
    return kpi.definition().id() + ' ' + (kpi.currency() == null ? "" : kpi.currency());
  }

  public void select(KpiResult.Kpi kpi) {
    selected.set(key(kpi));
  }

  /** The figure that is looked at closely. */
  public KpiResult.@Nullable Kpi selected() {
    Shown present = shown.get();
    if (present == null) {
      return null;
    }
    String key = selected.get();
    return present.result().kpis().stream()
        .filter(kpi -> key(kpi).equals(key))
        .findFirst()
        .orElse(present.result().kpis().isEmpty() ? null : present.result().kpis().getFirst());
  }

  public void from(@Nullable LocalDate day) {
    KpiRequest now = request.get();
    ask(new KpiRequest(day, now.to(), now.channel()));
  }

  public void to(@Nullable LocalDate day) {
    KpiRequest now = request.get();
    ask(new KpiRequest(now.from(), day, now.channel()));
  }

  /**
   * @param channel null for all
   */
  public void channel(@Nullable String channel) {
    KpiRequest now = request.get();
    ask(new KpiRequest(now.from(), now.to(), channel));
  }

  private void ask(KpiRequest next) {
    if (!next.equals(request.get())) {
      request.set(next);
      reread();
    }
  }

  public void refresh() {
    builds.refresh();
  }

  private void reread() {
    KpiRequest asked = request.get();
    Builds.State build = builds.stateProperty().get();
    if (build == null) {
      return;
    }
    reading.run(
        () -> engine.kpis(asked),
        result -> shown.set(new Shown(asked, result, build)),
        failure -> problems.accept(failure));
  }
}
