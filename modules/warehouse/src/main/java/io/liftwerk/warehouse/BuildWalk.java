package io.liftwerk.warehouse;

import io.liftwerk.warehouse.model.ComputedSource;
import io.liftwerk.warehouse.project.Materialization;
import io.liftwerk.warehouse.project.Project;
import io.liftwerk.warehouse.project.ProjectModel;
import io.liftwerk.warehouse.project.QueryShape;
import io.liftwerk.warehouse.project.SqlFailure;
import io.liftwerk.workspace.Hashes;
import io.liftwerk.workspace.JobContext;
import io.liftwerk.workspace.TableRef;
import io.liftwerk.workspace.WorkbenchException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One walk over the steps of a build: what is to be done for each, and what stands in the end. */
final class BuildWalk {
  private static final String FORMAT = "1";

  private final JobContext context;
  private final Project project;
  private final Map<String, BuiltModels.Row> before;
  private final @Nullable Set<String> wanted;
  private final boolean fullRefresh;
  private final Map<String, WorkbenchException> failures;
  private final Map<String, QueryShape> shapes;
  private final ModelTables tables;
  private final SourceVersions sources;
  private final Map<String, String> definitions = new LinkedHashMap<>();
  private final Map<String, String> inputs = new LinkedHashMap<>();
  private final Map<String, String> blocked = new LinkedHashMap<>();
  private final Withdrawn withdrawn;
  private final Set<String> unknown = new TreeSet<>();
  private final Map<String, BuiltModel> outcomes = new LinkedHashMap<>();
  private final Map<String, BuiltModels.Row> rows = new TreeMap<>();
  private String sql = "";

  BuildWalk(
      JobContext context,
      Project project,
      Map<String, BuiltModels.Row> before,
      @Nullable Set<String> wanted,
      boolean fullRefresh,
      Map<String, WorkbenchException> failures,
      Map<String, QueryShape> shapes,
      ModelTables tables) {
    this.context = context;
    this.project = project;
    this.before = before;
    this.wanted = wanted;
    this.fullRefresh = fullRefresh;
    this.failures = failures;
    this.shapes = shapes;
    this.tables = tables;
    this.sources = new SourceVersions(context.connection());
    this.withdrawn = new Withdrawn(project);
  }

  /** How a computed source is called in sentences and among failures. */
  static String label(ComputedSource source) {
    return "liftwerk." + source.tables().getFirst();
  }

  // computed sources

  /** Whether its tables are to be written now. */
  boolean mustWrite(ComputedSource source, boolean rehearsal) {
    String because =
        failures.containsKey(label(source)) ? label(source) : firstBlocked(source.after());
    if (because != null) {
      source.tables().forEach(table -> blocked.put("liftwerk." + table, because));
      return false;
    }
    if (rehearsal) {
      for (String table : source.tables()) {
        if (!tables.exists(new TableRef("liftwerk", table))) {
          unknown.add("liftwerk." + table);
        }
      }
      return false;
    }
    return wanted == null
        || source.tables().stream().anyMatch(table -> wanted.contains("liftwerk." + table));
  }

  /**
   * @param takenBack whether models must not keep what they took in by its tables before
   */
  void written(ComputedSource source, boolean takenBack) {
    sources.forget("liftwerk");
    if (takenBack) {
      withdrawn.by(source);
    }
  }

  // models

  /** Whether the model is to be built now; when not, what became of it is noted. */
  boolean mustBuild(ProjectModel model) throws SQLException {
    String name = model.name();
    if (failures.containsKey(name)) {
      return false;
    }
    String because = because(model);
    if (because != null) {
      blocked.put(name, because);
      return false;
    }
    if (isUnknown(model)) {
      unknown.add(name);
      return false;
    }
    definitions.put(name, definition(model));
    inputs.put(name, inputs(model));
    BuiltModels.Row row = before.get(name);
    boolean current = row != null && isCurrent(model, row);
    if (!isWanted(name)) {
      if (row != null) {
        keep(current ? row.markedCurrent() : row, current);
      }
      return false;
    }
    if (current && row != null && !fullRefresh) {
      keep(row.markedCurrent(), true);
      return false;
    }
    return true;
  }

  private void keep(BuiltModels.Row row, boolean current) {
    BuiltModel outcome = current ? Outcomes.unchanged(row) : Outcomes.older(row);
    outcomes.put(row.model(), outcome);
    rows.put(row.model(), current ? row : row.markedOlder(outcome.reason()));
  }

  /** The model or computed table that keeps {@code model} from being built; null when none does. */
  private @Nullable String because(ProjectModel model) {
    String because = firstBlocked(model.refs());
    if (because != null) {
      return because;
    }
    for (TableRef table : model.sources()) {
      if (blocked.containsKey(table.toString())) {
        return blocked.get(table.toString());
      }
    }
    return null;
  }

  private @Nullable String firstBlocked(Iterable<String> models) {
    for (String name : new TreeSet<>(list(models))) {
      if (failures.containsKey(name)) {
        return name;
      }
      if (blocked.containsKey(name)) {
        return blocked.get(name);
      }
    }
    return null;
  }

  private static List<String> list(Iterable<String> names) {
    var list = new ArrayList<String>();
    names.forEach(list::add);
    return list;
  }

  /** In a rehearsal: whether it reads what is not there before the build itself. */
  private boolean isUnknown(ProjectModel model) {
    return model.refs().stream().anyMatch(unknown::contains)
        || model.sources().stream().anyMatch(table -> unknown.contains(table.toString()));
  }

  private boolean isCurrent(ProjectModel model, BuiltModels.Row row) {
    boolean view = model.config().materialization() == Materialization.VIEW;
    return row.inputs().equals(inputs.get(model.name()))
        && row.table().equals(model.relation())
        && tables.exists(model.relation())
        && tables.isView(model.relation()) == view
        && !shape(model).isVolatile();
  }

  private QueryShape shape(ProjectModel model) {
    QueryShape shape = shapes.get(model.name());
    if (shape == null) {
      throw new IllegalStateException("not parsed: " + model.name());
    }
    return shape;
  }

  private String definition(ProjectModel model) {
    var all = new StringBuilder(FORMAT);
    all.append('\n').append(model.relation());
    all.append('\n').append(model.config().materialization());
    all.append('\n').append(model.config().uniqueKey());
    model.queries().forEach(query -> all.append('\n').append(Hashes.sha256(query)));
    new TreeSet<>(model.refs()).forEach(ref -> all.append('\n').append(definitions.get(ref)));
    return Hashes.sha256(all.toString());
  }

  private String inputs(ProjectModel model) throws SQLException {
    var all = new StringBuilder(String.valueOf(definitions.get(model.name())));
    new TreeSet<>(model.refs()).forEach(ref -> all.append('\n').append(inputs.get(ref)));
    var names = new TreeMap<String, TableRef>();
    model.sources().forEach(table -> names.put(table.toString(), table));
    for (TableRef table : names.values()) {
      all.append('\n').append(table).append(' ').append(sources.of(table));
    }
    if (shape(model).dependsOnDay()) {
      all.append('\n').append(LocalDate.now(ZoneOffset.UTC));
    }
    return Hashes.sha256(all.toString());
  }

  /** Makes a view of it, whatever it is to become. */
  void rehearse(ProjectModel model) throws SQLException {
    checkFree(model);
    sql = model.sql();
    tables.view(model.relation(), sql);
    if (model.incrementalSql() != null) {
      sql = model.incrementalSql();
      tables.lookUp(sql);
    }
  }

  void build(ProjectModel model, double from, double to) throws SQLException {
    checkFree(model);
    context.progress(from, "building " + model.relation());
    long start = System.nanoTime();
    sql = model.sql();
    switch (model.config().materialization()) {
      case VIEW -> tables.view(model.relation(), sql);
      case TABLE -> tables.table(model.relation(), sql, from, to);
      case INCREMENTAL -> {
        if (!added(model, from, to)) {
          sql = model.sql();
          tables.table(model.relation(), sql, from, to);
        }
      }
    }
    BuiltModels.Row old = before.get(model.name());
    if (old != null && !old.table().equals(model.relation()) && !isTaken(old.table())) {
      tables.drop(old.table());
    }
    BuiltModels.Row row = row(model, (System.nanoTime() - start) / 1e9);
    rows.put(model.name(), row);
    outcomes.put(model.name(), Outcomes.built(row));
  }

  /**
   * Rows are added only to a table that was made by the same SQL from sources read the same way,
   * and of whose rows nobody has withdrawn consent since; any other is made anew.
   */
  private boolean added(ProjectModel model, double from, double to) throws SQLException {
    BuiltModels.Row old = before.get(model.name());
    String query = model.incrementalSql();
    if (fullRefresh
        || old == null
        || query == null
        || !old.definition().equals(definitions.get(model.name()))
        || old.inputs().isEmpty()
        || withdrawn.touches(model.name())
        || !tables.exists(model.relation())
        || tables.isView(model.relation())) {
      return false;
    }
    sql = query;
    return tables.add(model, query, from, to);
  }

  /** What nobody knows who made it is not replaced. */
  private void checkFree(ProjectModel model) {
    TableRef table = model.relation();
    boolean ours =
        rows.values().stream().anyMatch(row -> same(row.table(), table))
            || before.values().stream().anyMatch(row -> same(row.table(), table));
    if (tables.exists(table) && !ours) {
      throw new WorkbenchException(
          "table-taken",
          model.file().path() + ": There is a table " + table + " already that no model made.",
          "Give the model another name.");
    }
  }

  private boolean isTaken(TableRef table) {
    return project.models().values().stream().anyMatch(other -> same(other.relation(), table));
  }

  private static boolean same(TableRef one, TableRef other) {
    return one.toString().equalsIgnoreCase(other.toString());
  }

  private BuiltModels.Row row(ProjectModel model, double seconds) throws SQLException {
    var reads = new TreeSet<String>();
    model.refs().forEach(ref -> project.relation(ref).ifPresent(to -> reads.add(to.toString())));
    model.sources().forEach(table -> reads.add(table.toString()));
    return new BuiltModels.Row(
        model.name(),
        model.relation(),
        model.config().materialization().json(),
        model.file().path(),
        String.valueOf(definitions.get(model.name())),
        String.valueOf(inputs.get(model.name())),
        model.sql(),
        tables.columns(model.relation()),
        List.copyOf(reads),
        context.run(),
        Instant.now().truncatedTo(ChronoUnit.MICROS),
        tables.rows(model.relation()),
        seconds,
        false,
        "");
  }

  WorkbenchException explained(ProjectModel model, SQLException e) {
    return SqlFailure.of(model, sql, 1, e);
  }

  /** Takes away what is in the project no more, and writes down what stands. */
  BuildResult finish() throws SQLException {
    failures.forEach(this::failed);
    blocked.forEach(this::skipped);
    for (BuiltModels.Row row : before.values()) {
      if (project.names().contains(row.model())) {
        continue;
      }
      if (wanted != null) {
        rows.put(row.model(), row);
      } else {
        if (!isTaken(row.table())) {
          tables.drop(row.table());
        }
        outcomes.put(row.model(), Outcomes.removed(row));
      }
    }
    rows.replaceAll((name, row) -> withdrawn.told(row, outcomes.get(name)));
    BuiltModels.write(context.connection(), rows.values());
    return new BuildResult(List.copyOf(outcomes.values()), problems());
  }

  /** What keeps computed tables from being there; a model's own reason stands with the model. */
  private List<BuildResult.Problem> problems() {
    return failures.entrySet().stream()
        .filter(failure -> !project.names().contains(failure.getKey()))
        .map(Map.Entry::getValue)
        .map(e -> new BuildResult.Problem(e.code(), e.sentence(), e.hint()))
        .toList();
  }

  private boolean isWanted(String model) {
    return wanted == null || wanted.contains(model);
  }

  private void failed(String name, WorkbenchException reason) {
    if (project.names().contains(name)) {
      BuiltModels.Row old = before.get(name);
      if (isWanted(name)) {
        outcomes.put(name, Outcomes.failed(project, name, old, reason));
      }
      if (old != null) {
        rows.put(name, old.markedOlder(reason.sentence()));
      }
    }
  }

  private void skipped(String name, String because) {
    if (project.models().containsKey(name)) {
      BuiltModels.Row old = before.get(name);
      if (isWanted(name)) {
        outcomes.put(name, Outcomes.skipped(project, name, old, because));
      }
      if (old != null) {
        rows.put(name, old.markedOlder(Outcomes.skipReason(because)));
      }
    }
  }
}
