package io.liftwerk.warehouse;

import io.liftwerk.warehouse.project.Project;
import io.liftwerk.warehouse.project.ProjectFiles;
import io.liftwerk.warehouse.project.ProjectModel;
import io.liftwerk.warehouse.staging.StagingModels;
import io.liftwerk.workspace.JobContext;
import io.liftwerk.workspace.WorkbenchException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * A model's query with the queries of all the models it stands on inside it, down to bronze: what
 * the model would hold if it were built now. An analysis that reads it never meets figures older
 * than the imports, and needs no build.
 */
public final class ModelQuery {
  private static final String STAGING = "stg_";

  private ModelQuery() {}

  /**
   * The queries of some models, read together, since reading takes half a second.
   *
   * @param models such whose models below are all of staging
   * @return by name; without those that the workspace does not have, or that cannot be read
   * @throws WorkbenchException when the files of macros or settings cannot be read
   */
  public static Map<String, String> of(JobContext context, Set<String> models) throws Exception {
    ProjectFiles all =
        ProjectFiles.of(context.workspace().folder(), StagingModels.of(context.workspace()));
    // other models need not be read, which takes a second
    ProjectFiles files =
        all.only(
            name -> name.startsWith(STAGING) || models.stream().anyMatch(name::equalsIgnoreCase));
    Project project =
        Project.read(
            files,
            ModelBuild.tables(context.connection(), BuiltModels.read(context.connection())),
            BuildParts.standard().computed());
    var queries = new HashMap<String, String>();
    for (String model : models) {
      ProjectModel found = project.models().get(model);
      if (found != null) {
        queries.put(model, inlined(project, found));
      }
    }
    return Map.copyOf(queries);
  }

  private static String inlined(Project project, ProjectModel model) {
    String sql = model.sql();
    Set<String> refs = model.refs();
    for (String ref : refs) {
      ProjectModel below = project.models().get(ref);
      if (below == null) {
        throw new IllegalStateException(model.name() + " stands on " + ref);
      }
      sql = sql.replace(below.relation().sql(), "(\n" + inlined(project, below) + "\n)");
    }
    return sql;
  }
}
