package io.liftwerk.warehouse.project;

import io.liftwerk.warehouse.model.ComputedSource;
import io.liftwerk.warehouse.model.ModelFile;
import io.liftwerk.workspace.TableRef;
import java.util.ArrayList;
import java.util.List;

/** Projects for tests, from pairs of path and text; bronze holds leads and orders. */
final class Projects {
  private Projects() {}

  static Project of(String... pathsAndTexts) {
    return of(List.of(), pathsAndTexts);
  }

  static Project of(List<ComputedSource> computed, String... pathsAndTexts) {
    var files = new ArrayList<ModelFile>();
    for (int i = 0; i < pathsAndTexts.length; i += 2) {
      files.add(new ModelFile(pathsAndTexts[i], pathsAndTexts[i + 1]));
    }
    return Project.read(
        ProjectFiles.merged(List.of(), files),
        List.of(new TableRef("bronze", "leads"), new TableRef("bronze", "orders")),
        computed);
  }
}
