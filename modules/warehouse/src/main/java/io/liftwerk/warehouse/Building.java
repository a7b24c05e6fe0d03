package io.liftwerk.warehouse;

import io.liftwerk.warehouse.project.CheckedQuery;
import io.liftwerk.warehouse.project.Project;
import io.liftwerk.warehouse.project.ProjectModel;
import io.liftwerk.warehouse.project.QueryShape;
import io.liftwerk.workspace.CancelledException;
import io.liftwerk.workspace.JobContext;
import io.liftwerk.workspace.WorkbenchException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One build.
 *
 * <p>DuckDB ends a transaction with its first error, whatever it was, and has no savepoints. So the
 * way is: parse every query, which touches nothing; rehearse, that is, make a view of everything
 * that has changed, which looks up every name and type and reads no row; roll back; then build.
 * What fails is noted, the transaction rolled back, and the same begun again without it. Mistakes
 * in the SQL are found by the rehearsal, in milliseconds; only a model that fails while its rows
 * are worked out costs the time of those before it once more. In the end one transaction holds all
 * that could be built.
 */
final class Building {

  /** A step failed, and so did the transaction. */
  private static final class Failed extends Exception {
    private static final long serialVersionUID = 1L;
    private final String node;
    private final WorkbenchException reason;

    Failed(String node, WorkbenchException reason) {
      super(reason);
      this.node = node;
      this.reason = reason;
    }
  }

  private interface Pass {
    void go() throws Exception;
  }

  private final JobContext context;
  private final Connection connection;
  private final Project project;
  private final Map<String, BuiltModels.Row> before;
  private final @Nullable Set<String> wanted;
  private final boolean fullRefresh;
  private final Map<String, WorkbenchException> failures = new LinkedHashMap<>();
  private final Map<String, QueryShape> shapes = new LinkedHashMap<>();

  /**
   * @param before what stands, by model
   * @param wanted the models to build, and the tables of {@code liftwerk}; null for all
   * @param fullRefresh whether to build what has not changed
   */
  Building(
      JobContext context,
      Project project,
      Map<String, BuiltModels.Row> before,
      @Nullable Set<String> wanted,
      boolean fullRefresh) {
    this.context = context;
    this.connection = context.connection();
    this.project = project;
    this.before = before;
    this.wanted = wanted;
    this.fullRefresh = fullRefresh;
    project.unusable().forEach((name, unusable) -> failures.put(name, unusable.reason()));
  }

  BuildResult run() throws Exception {
    for (Project.Step step : project.steps()) {
      if (step instanceof Project.ModelStep one) {
        parse(one.model());
      }
    }
    context.progress(0.02, "checking the models");
    untilNothingFails(() -> walk(true));
    connection.rollback();
    var result = new BuildResult[1];
    untilNothingFails(() -> result[0] = walk(false));
    return result[0];
  }

  private void parse(ProjectModel model) throws SQLException {
    try {
      shapes.put(model.name(), CheckedQuery.of(connection, project, model));
    } catch (WorkbenchException e) {
      failures.put(model.name(), e);
    }
  }

  private void untilNothingFails(Pass pass) throws Exception {
    while (true) {
      try {
        pass.go();
        return;
      } catch (Failed e) {
        connection.rollback();
        failures.put(e.node, e.reason);
      }
    }
  }

  private BuildResult walk(boolean rehearsal) throws Exception {
    BuiltModels.ensure(connection);
    var tables = new ModelTables(context);
    var walk =
        new BuildWalk(context, project, before, wanted, fullRefresh, failures, shapes, tables);
    double done = 0;
    for (Project.Step step : project.steps()) {
      double from = 0.05 + 0.9 * done++ / project.steps().size();
      double to = 0.05 + 0.9 * done / project.steps().size();
      switch (step) {
        case Project.ModelStep one -> model(walk, one.model(), rehearsal, from, to);
        case Project.ComputedStep one -> computed(walk, one, rehearsal, from);
      }
    }
    return rehearsal ? new BuildResult(List.of(), List.of()) : walk.finish();
  }

  private void model(BuildWalk walk, ProjectModel model, boolean rehearsal, double from, double to)
      throws Exception {
    if (!walk.mustBuild(model)) {
      return;
    }
    try {
      if (rehearsal) {
        walk.rehearse(model);
      } else {
        walk.build(model, from, to);
      }
    } catch (SQLException e) {
      context.checkCancelled();
      if (isOfMachine(e)) {
        throw e;
      }
      throw new Failed(model.name(), walk.explained(model, e));
    } catch (WorkbenchException e) {
      throw new Failed(model.name(), e);
    }
  }

  private void computed(BuildWalk walk, Project.ComputedStep step, boolean rehearsal, double from)
      throws Exception {
    if (!walk.mustWrite(step.source(), rehearsal)) {
      return;
    }
    try {
      context.progress(from, "working out " + BuildWalk.label(step.source()));
      walk.written(step.source(), step.source().write(context));
    } catch (CancelledException e) {
      throw e;
    } catch (WorkbenchException e) {
      throw new Failed(BuildWalk.label(step.source()), e);
    } catch (SQLException e) {
      context.checkCancelled();
      if (isOfMachine(e)) {
        throw e;
      }
      throw new Failed(
          BuildWalk.label(step.source()),
          new WorkbenchException(
              "computed-source",
              BuildWalk.label(step.source())
                  + " could not be worked out: "
                  + String.valueOf(e.getMessage()).lines().findFirst().orElse("")
                  + ".",
              "What was built before is still there.",
              e));
    }
  }

  /** A full disk or memory is no mistake of the model's; the job says so itself. */
  private static boolean isOfMachine(SQLException e) {
    String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    return message.contains("no space left")
        || message.contains("not enough space")
        || message.contains("disk quota")
        || message.contains("out of memory");
  }
}
