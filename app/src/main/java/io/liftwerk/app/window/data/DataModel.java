package io.liftwerk.app.window.data;

import io.liftwerk.app.window.base.Background;
import io.liftwerk.app.window.base.Engine;
import io.liftwerk.app.window.base.Jobs;
import io.liftwerk.app.window.base.Rows;
import io.liftwerk.ingest.ColumnDecision;
import io.liftwerk.ingest.ImportResult;
import io.liftwerk.ingest.ImportedTable;
import io.liftwerk.ingest.RawRow;
import io.liftwerk.ingest.Recipes;
import io.liftwerk.ingest.SourceTable;
import io.liftwerk.workspace.Job;
import io.liftwerk.workspace.Page;
import io.liftwerk.workspace.Run;
import io.liftwerk.workspace.RunRecord;
import io.liftwerk.workspace.TableInfo;
import io.liftwerk.workspace.TableRef;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** State of the Data page. */
public final class DataModel {

  private final Engine engine;
  private final Jobs jobs;
  private final Background.Lane listing;
  private final Background.Lane sampling;
  private final Background.Lane unfolding;
  private final DroppedFiles dropped;
  private final ObservableList<TableInfo> tables = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<@Nullable TableInfo> selected = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Boolean> loaded = new ReadOnlyObjectWrapper<>(false);
  private final Map<String, RunRecord> origins = new HashMap<>();
  private final List<TableInfo> rejects = new ArrayList<>();
  private Map<String, SourceTable> sources = Map.of();
  private @Nullable Recipes recipes;
  private @Nullable TableRef wanted;
  private Consumer<Throwable> problems = failure -> {};
  private BiConsumer<ImportResult, RunRecord> imported = (result, run) -> {};
  private Runnable stepped = () -> {};

  public DataModel(Engine engine, Jobs jobs, Background background) {
    this.engine = engine;
    this.jobs = jobs;
    this.listing = background.lane();
    this.sampling = background.lane();
    this.unfolding = background.lane();
    this.dropped =
        new DroppedFiles(
            engine,
            jobs,
            background,
            known -> recipes = known,
            failure -> problems.accept(failure),
            this::imported);
  }

  /** Who is told when something goes wrong. */
  public void onProblem(Consumer<Throwable> handler) {
    problems = handler;
  }

  /** Who is told when files have been loaded. */
  public void onImported(BiConsumer<ImportResult, RunRecord> handler) {
    imported = handler;
  }

  /** Who is told that a step was taken, before hearing which: what could be undone is no longer. */
  public void onStep(Runnable handler) {
    stepped = handler;
  }

  public ObservableList<TableInfo> tables() {
    return tables;
  }

  /** The table on the screen, null while there is none. */
  public ReadOnlyObjectProperty<@Nullable TableInfo> selectedProperty() {
    return selected.getReadOnlyProperty();
  }

  /** The files that were dropped and wait to be loaded. */
  public DroppedFiles dropped() {
    return dropped;
  }

  /** The dropped file on the screen, null while there is none. */
  public ReadOnlyObjectProperty<@Nullable DroppedFile> waitingProperty() {
    return dropped.currentProperty();
  }

  /** Whether the list of tables has been read at least once. */
  public ReadOnlyObjectProperty<Boolean> loadedProperty() {
    return loaded.getReadOnlyProperty();
  }

  /** The table to select when the list has been read. */
  public void restore(@Nullable String table) {
    wanted = table == null ? null : TableRef.parse(table);
    refresh();
  }

  private record Listing(
      List<TableInfo> tables,
      Map<String, SourceTable> sources,
      List<RunRecord> runs,
      Recipes recipes) {}

  /** Reads the list of tables again. */
  public void refresh() {
    listing.run(
        () -> new Listing(engine.tables(), engine.sources(), engine.runs(), engine.recipes()),
        this::listed,
        failure -> problems.accept(failure));
  }

  private void listed(Listing found) {
    sources = found.sources();
    recipes = found.recipes();
    origins.clear();
    for (RunRecord run : found.runs()) {
      origins.put(run.id(), run);
      if (run.result() != null && run.result().path("scoresTable").isTextual()) {
        origins.putIfAbsent(run.result().path("scoresTable").asText(), run);
      }
    }
    rejects.clear();
    var shown = new ArrayList<TableInfo>();
    for (TableInfo table : found.tables()) {
      if (rejected(found.sources(), table)) {
        rejects.add(table);
      } else {
        shown.add(table);
      }
    }
    shown.sort(Comparator.comparing(this::group).thenComparing(DataModel::name));
    TableInfo present = selected.get();
    TableRef aim = wanted != null ? wanted : present == null ? null : present.ref();
    tables.setAll(shown);
    loaded.set(true);
    TableInfo next =
        tables.stream().filter(table -> table.ref().equals(aim)).findFirst().orElse(null);
    if (next != null) {
      wanted = null;
    } else if (!tables.isEmpty()) {
      next = tables.getFirst();
    }
    selected.set(next);
  }

  private static String name(TableInfo table) {
    return table.ref().name().toLowerCase(Locale.ROOT);
  }

  /** Where {@code table} stands in the list. */
  TableGroup group(TableInfo table) {
    return TableGroup.of(table, source(table));
  }

  /** Selects {@code table}, now or as soon as it is listed; dropped files go on waiting. */
  public void select(TableRef table) {
    dropped.leave();
    for (TableInfo info : tables) {
      if (info.ref().equals(table)) {
        wanted = null;
        selected.set(info);
        return;
      }
    }
    wanted = table;
  }

  /**
   * The export whose recipe is {@code id}; null when it is none, or none any more.
   *
   * @param language of its title
   */
  Recipes.@Nullable Known kind(String id, String language) {
    return recipes == null ? null : recipes.find(id, language).orElse(null);
  }

  /** What {@code table} was loaded from, null when it was made by an analysis. */
  public @Nullable SourceTable source(TableInfo table) {
    return table.ref().schema().equals("bronze") ? sources.get(table.ref().name()) : null;
  }

  /** The run that made {@code table}, null when the ledger does not say. */
  public @Nullable RunRecord origin(TableInfo table) {
    SourceTable source = source(table);
    return origins.get(source == null ? table.ref().toString() : source.run());
  }

  /** The records of {@code table} that could not be read, null when there are none. */
  public @Nullable TableInfo rejects(TableInfo table) {
    SourceTable source = source(table);
    String name = source == null ? null : source.rejectsTable();
    return rejects.stream()
        .filter(info -> info.ref().toString().equals(name))
        .findFirst()
        .orElse(null);
  }

  private static boolean rejected(Map<String, SourceTable> sources, TableInfo table) {
    return sources.values().stream()
        .anyMatch(source -> table.ref().toString().equals(source.rejectsTable()));
  }

  /** The rows of {@code table}. */
  public Rows rows(TableInfo table) {
    return new Rows() {
      @Override
      public long count() {
        return Math.max(0, table.rows());
      }

      @Override
      public List<TableInfo.Column> columns() {
        return table.columns();
      }

      @Override
      public Page page(@Nullable String orderBy, boolean descending, long offset, int limit) {
        return engine.page(table.ref(), orderBy, descending, offset, limit);
      }
    };
  }

  /**
   * Reads the first values of each column of {@code table}.
   *
   * @param done gets some different ones by column, unless others were asked for meanwhile
   */
  public void samples(TableInfo table, Consumer<Map<String, List<Object>>> done) {
    sampling.run(
        () -> Samples.of(engine.page(table.ref(), null, false, 0, Samples.ROWS)),
        done,
        failure -> problems.accept(failure));
  }

  /**
   * Finds the text that a row was read from.
   *
   * @param row all cells of a row of {@code table}
   * @param done gets it, unless another was asked for meanwhile
   */
  public void raw(TableInfo table, List<@Nullable Object> row, Consumer<RawRow> done) {
    unfolding.run(
        () -> engine.raw(table.ref().name(), row), done, failure -> problems.accept(failure));
  }

  /** Looks at dropped files, and shows the first of them. */
  public void preview(List<Path> files) {
    dropped.add(files);
  }

  /** Puts the dropped file on the screen aside without loading it. */
  public void dismiss() {
    DroppedFile present = waitingProperty().get();
    if (present != null) {
      dropped.dismiss(present);
    }
  }

  private void imported(Run<ImportResult> run) {
    List<ImportedTable> made = run.result().tables();
    if (!made.isEmpty()) {
      wanted = new TableRef("bronze", made.getFirst().name());
    }
    refresh();
    stepped.run();
    imported.accept(run.result(), run.record());
  }

  /** Something was imported that nobody asked for here; what is selected stays so. */
  public void arrived() {
    refresh();
    stepped.run();
  }

  /** Renames a table; {@code done} gets the run that did it, for {@link #undo}. */
  public void rename(TableInfo table, String name, String title, Consumer<String> done) {
    wanted = new TableRef("bronze", name);
    step(title, engine.renaming(table.ref().name(), name), done);
  }

  /** Removes a table; {@code done} gets the run that did it, for {@link #undo}. */
  public void remove(TableInfo table, String title, Consumer<String> done) {
    step(title, engine.removing(table.ref().name()), done);
  }

  /**
   * Takes back the step that the run {@code step} took, unless another came after it.
   *
   * @param table the table to show then, null for any
   */
  public void undo(String step, @Nullable TableRef table, String title) {
    if (table != null) {
      wanted = table;
    }
    step(title, engine.undoing(step), undone -> {});
  }

  /** Reads a column as the user says; {@code done} gets the run that did it. */
  public void decide(
      TableInfo table, ColumnDecision decision, String title, Consumer<String> done) {
    wanted = table.ref();
    step(title, engine.deciding(table.ref().name(), decision), done);
  }

  private void step(String title, Job<?> job, Consumer<String> done) {
    change(
        title,
        job,
        run -> {
          stepped.run();
          done.accept(run);
        });
  }

  /** Writes a table to a file; {@code done} is called when it is there. */
  public void export(TableInfo table, Path file, String title, Runnable done) {
    change(title, engine.exporting(table.ref(), file), run -> done.run());
  }

  private void change(String title, Job<?> job, Consumer<String> done) {
    jobs.submit(
        title,
        job,
        run -> {
          done.accept(run.id());
          refresh();
        },
        failure -> {
          wanted = null;
          refresh();
          problems.accept(failure);
        });
  }
}
