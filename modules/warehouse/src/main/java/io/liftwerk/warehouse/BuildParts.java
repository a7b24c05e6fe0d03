package io.liftwerk.warehouse;

import io.liftwerk.warehouse.consent.ConsentVerdicts;
import io.liftwerk.warehouse.model.ComputedSource;
import io.liftwerk.warehouse.model.ModelFile;
import io.liftwerk.warehouse.project.Project;
import io.liftwerk.warehouse.project.ProjectFiles;
import io.liftwerk.warehouse.staging.StagingModels;
import io.liftwerk.workspace.JobContext;
import io.liftwerk.workspace.Workspace;
import java.util.List;

/**
 * What a build is put together from.
 *
 * @param files the project's files
 * @param computed what is worked out between the models
 * @param afterwards what follows the models, in the same transaction
 */
record BuildParts(Files files, List<ComputedSource> computed, Afterwards afterwards) {

  /** Finds the files of a workspace's project. */
  @FunctionalInterface
  interface Files {
    ProjectFiles of(Workspace workspace) throws Exception;
  }

  /** Looks at what was built. */
  @FunctionalInterface
  interface Afterwards {
    void look(JobContext context, Project project, BuildResult result) throws Exception;
  }

  /** Those of every workspace. */
  static BuildParts standard() {
    return new BuildParts(
        workspace -> ProjectFiles.of(workspace.folder(), StagingModels.of(workspace)),
        List.of(new ConsentVerdicts()),
        (context, project, result) -> {});
  }

  /** A project of these files alone. */
  static BuildParts of(List<ModelFile> files, List<ComputedSource> computed) {
    return new BuildParts(
        workspace -> ProjectFiles.merged(List.of(), files),
        computed,
        (context, project, result) -> {});
  }
}
