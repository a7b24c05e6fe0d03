package io.liftwerk.warehouse;

import io.liftwerk.warehouse.model.ComputedSource;
import io.liftwerk.warehouse.project.Materialization;
import io.liftwerk.warehouse.project.Project;
import io.liftwerk.warehouse.project.ProjectModel;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * In one build: the computed tables by which rows that models took in before were taken back, as
 * when somebody withdraws consent. A table that only has rows added to it would keep them.
 */
final class Withdrawn {
  private final Project project;
  private final Set<String> tables = new TreeSet<>();

  Withdrawn(Project project) {
    this.project = project;
  }

  void by(ComputedSource source) {
    source.tables().forEach(table -> tables.add("liftwerk." + table));
  }

  /** Whether the model stands, however far above, on one of the tables. */
  boolean touches(String name) {
    ProjectModel model = project.models().get(name);
    if (model == null || tables.isEmpty()) {
      return false;
    }
    for (var table : model.sources()) {
      if (tables.contains(table.toString())) {
        return true;
      }
    }
    for (String below : model.refs()) {
      if (touches(below)) {
        return true;
      }
    }
    return false;
  }

  /**
   * What is written down of a model: one that was not built this time is to be made in full by the
   * next build, which finds nothing withdrawn any more.
   */
  BuiltModels.Row told(BuiltModels.Row row, @Nullable BuiltModel outcome) {
    boolean built = outcome != null && outcome.status() == BuildStatus.BUILT;
    boolean adds = row.materialized().equals(Materialization.INCREMENTAL.json());
    return adds && !built && touches(row.model()) ? row.withoutInputs() : row;
  }
}
