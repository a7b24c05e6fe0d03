package io.liftwerk.warehouse;

import io.liftwerk.warehouse.project.Project;
import io.liftwerk.workspace.Job;
import io.liftwerk.workspace.JobContext;
import io.liftwerk.workspace.Names;
import io.liftwerk.workspace.TableRef;
import io.liftwerk.workspace.WorkbenchException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Builds the models of a workspace's project in their order, those that have changed, and says of
 * each what became of it.
 *
 * <p>Everything is written in the job's one transaction: a build is there as a whole, with its line
 * in the ledger, or not at all. A model that cannot be built does not stop the job: it is named
 * with its reason, what stands on it is skipped, the others are built, and its earlier result stays
 * and is marked as older in {@code build.models}. See {@code Building} for how.
 */
public final class ModelBuild implements Job<BuildResult> {
  /** Name of the job. */
  public static final String NAME = "build";

  private final BuildRequest request;
  private final BuildParts parts;

  public ModelBuild(BuildRequest request) {
    this(request, BuildParts.standard());
  }

  ModelBuild(BuildRequest request, BuildParts parts) {
    this.request = request;
    this.parts = parts;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public BuildRequest parameters() {
    return request;
  }

  @Override
  public Map<String, Double> metrics(BuildResult result) {
    var metrics = new LinkedHashMap<String, Double>();
    for (BuildStatus status : BuildStatus.values()) {
      metrics.put(status.json(), (double) result.count(status));
    }
    return metrics;
  }

  /**
   * Which models stand, with which rows, made from what; not whether they had to be built for it.
   */
  @Override
  public Object fingerprint(BuildResult result) {
    record Stands(String model, String inputs, String code, @Nullable Long rows) {}
    return result.models().stream()
        .filter(model -> model.status() != BuildStatus.REMOVED)
        .map(model -> new Stands(model.model(), model.inputs(), model.code(), model.rows()))
        .toList();
  }

  /**
   * @throws WorkbenchException code {@code model-unknown} when a selected model is none
   */
  @Override
  public BuildResult run(JobContext context) throws Exception {
    context.progress(0, "reading the models");
    Map<String, BuiltModels.Row> before = BuiltModels.read(context.connection());
    Project project;
    try {
      project =
          Project.read(
              parts.files().of(context.workspace()),
              tables(context.connection(), before),
              parts.computed(),
              context::checkCancelled);
    } catch (WorkbenchException e) {
      return broken(context.connection(), before, e);
    }
    BuildResult result =
        new Building(context, project, before, wanted(project), request.fullRefresh()).run();
    parts.afterwards().look(context, project, result);
    return result;
  }

  /** Tables and views that models may refer to as sources: all that no model made. */
  static List<TableRef> tables(Connection connection, Map<String, BuiltModels.Row> before)
      throws SQLException {
    var tables = new LinkedHashSet<TableRef>();
    try (PreparedStatement statement =
            connection.prepareStatement(
                "SELECT table_schema, table_name FROM information_schema.tables"
                    + " WHERE table_catalog = current_database()"
                    + " AND table_schema IN ('bronze', 'liftwerk', 'silver', 'gold')"
                    + " ORDER BY ALL");
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        tables.add(new TableRef(row.getString(1), row.getString(2)));
      }
    }
    before.values().forEach(row -> tables.remove(row.table()));
    return List.copyOf(tables);
  }

  /** The selected models with all they stand on; null for all there are. */
  private @Nullable Set<String> wanted(Project project) {
    if (request.select().isEmpty()) {
      return null;
    }
    var wanted = new TreeSet<String>();
    for (String name : request.select()) {
      String model =
          project.names().stream()
              .filter(candidate -> isCalled(project, candidate, name))
              .findFirst()
              .orElseThrow(() -> unknown(project, name));
      wanted.addAll(project.upstream(model));
    }
    return wanted;
  }

  private static boolean isCalled(Project project, String model, String name) {
    return model.equalsIgnoreCase(name)
        || project
            .relation(model)
            .filter(table -> table.toString().equalsIgnoreCase(name))
            .isPresent();
  }

  private static WorkbenchException unknown(Project project, String name) {
    return new WorkbenchException(
        "model-unknown",
        "There is no model '" + name + "'." + Names.suggestion(name, project.names()),
        "Build without a selection to see all models.");
  }

  /** Nothing can be built; what stands is marked. */
  private static BuildResult broken(
      Connection connection, Map<String, BuiltModels.Row> before, WorkbenchException e)
      throws SQLException {
    BuiltModels.ensure(connection);
    var rows = new ArrayList<BuiltModels.Row>();
    var models = new ArrayList<BuiltModel>();
    for (BuiltModels.Row row : before.values()) {
      rows.add(row.markedOlder(e.sentence()));
      models.add(Outcomes.standing(row, BuildStatus.OLDER, e.code(), e.sentence(), e.hint(), null));
    }
    BuiltModels.write(connection, rows);
    return new BuildResult(
        models, List.of(new BuildResult.Problem(e.code(), e.sentence(), e.hint())));
  }
}
