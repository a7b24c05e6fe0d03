package io.liftwerk.app.window.lineage;

import io.liftwerk.app.window.base.Background;
import io.liftwerk.app.window.base.Builds;
import io.liftwerk.app.window.base.Engine;
import io.liftwerk.app.window.base.Rows;
import io.liftwerk.warehouse.LineageGraph;
import io.liftwerk.warehouse.RowSources;
import io.liftwerk.workspace.TableInfo;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** State of the Lineage page. */
public final class LineageModel {

  /**
   * What is looked at.
   *
   * @param table qualified, {@code gold.kpi_daily}
   * @param column null for the whole table
   * @param key which of its rows are meant: column to value; empty for all
   */
  public record Target(String table, @Nullable String column, Map<String, @Nullable String> key) {

    /** As the engine is asked for it. */
    String text() {
      return column == null ? table : table + "." + column;
    }
  }

  /** A graph on the screen, with the rows of bronze behind what was asked for. */
  public record Shown(Target target, LineageGraph graph, RowSources rows) {}

  private final Engine engine;
  private final Builds builds;
  private final Background.Lane listing;
  private final Background.Lane drawing;
  private final Background.Lane reading;
  private final ObservableList<TableInfo> tables = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<@Nullable Target> target = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Shown> shown = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable String> selected = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Rows> rows = new ReadOnlyObjectWrapper<>();
  private Consumer<Throwable> problems = failure -> {};

  public LineageModel(Engine engine, Builds builds, Background background) {
    this.engine = engine;
    this.builds = builds;
    this.listing = background.lane();
    this.drawing = background.lane();
    this.reading = background.lane();
    builds
        .stateProperty()
        .subscribe(
            (was, now) -> {
              // a new build may have changed every arrow
              if (target.get() != null) {
                draw();
              }
            });
  }

  public void onProblem(Consumer<Throwable> handler) {
    problems = handler;
  }

  public Builds builds() {
    return builds;
  }

  /** Tables that something is known of: those of silver and gold. */
  public ObservableList<TableInfo> tables() {
    return tables;
  }

  public ReadOnlyObjectProperty<@Nullable Target> targetProperty() {
    return target.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<@Nullable Shown> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /** What is shown, unless something else was asked for since. */
  public @Nullable Shown answer() {
    Shown present = shown.get();
    return present == null || !present.target().equals(target.get()) ? null : present;
  }

  /** The table or file in the graph that is looked at closely. */
  public ReadOnlyObjectProperty<@Nullable String> selectedProperty() {
    return selected.getReadOnlyProperty();
  }

  /** The rows of the selected table of bronze, null for any other. */
  public ReadOnlyObjectProperty<@Nullable Rows> rowsProperty() {
    return rows.getReadOnlyProperty();
  }

  /** Lists the tables again; begins with the first of gold when nothing was looked at yet. */
  public void refresh() {
    builds.refresh();
    listing.run(
        engine::tables,
        found -> {
          tables.setAll(
              found.stream().filter(table -> !table.ref().schema().equals("bronze")).toList());
          if (target.get() == null) {
            tables.stream()
                .filter(table -> table.ref().schema().equals("gold"))
                .findFirst()
                .ifPresent(table -> open(new Target(table.ref().toString(), null, Map.of())));
          }
        },
        failure -> problems.accept(failure));
  }

  /** Shows where something comes from. */
  public void open(Target next) {
    if (!next.equals(target.get())) {
      reading.drop();
      selected.set(null);
      rows.set(null);
      target.set(next);
      draw();
    }
  }

  private void draw() {
    Target asked = target.get();
    if (asked == null) {
      return;
    }
    drawing.run(
        () ->
            new Shown(
                asked, engine.lineage(asked.text()), engine.rowsBehind(asked.table(), asked.key())),
        found -> {
          reading.drop();
          selected.set(null);
          rows.set(null);
          shown.set(found);
        },
        failure -> {
          Shown present = shown.get();
          target.set(present == null ? null : present.target());
          problems.accept(failure);
        });
  }

  /** Looks at a table or file of the graph closely. */
  public void select(@Nullable String relation) {
    selected.set(relation);
    rows.set(null);
    Shown present = shown.get();
    RowSources.Source source = present == null || relation == null ? null : source(relation);
    if (source == null) {
      reading.drop();
      return;
    }
    reading.run(() -> engine.query(source.query()), rows::set, failure -> problems.accept(failure));
  }

  /** The rows of bronze behind what is looked at, where {@code relation} holds some. */
  public RowSources.@Nullable Source source(String relation) {
    Shown present = shown.get();
    List<RowSources.Source> sources = present == null ? List.of() : present.rows().sources();
    return sources.stream().filter(one -> one.table().equals(relation)).findFirst().orElse(null);
  }
}
