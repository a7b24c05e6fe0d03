package io.liftwerk.scoring;

import io.liftwerk.scoring.ModelComparisonResult.Basis;
import io.liftwerk.scoring.models.FittedModel;
import io.liftwerk.scoring.models.Scorer;
import io.liftwerk.scoring.registry.SeenRows;
import io.liftwerk.scoring.registry.VersionFile;
import io.liftwerk.workspace.WorkbenchException;
import org.jspecify.annotations.Nullable;

/** A version that is compared with another. */
record Contender(ModelVersion listed, VersionFile file) {

  static Contender of(ModelRegistry registry, ModelReference reference) {
    ModelVersion listed = registry.get(reference);
    return new Contender(listed, registry.load(listed));
  }

  ModelReference reference() {
    return new ModelReference(listed.name(), listed.version());
  }

  @Nullable SeenRows seen() {
    return file.seen();
  }

  /**
   * What is compared.
   *
   * @throws WorkbenchException code {@code compare-table} when a version was not trained here
   */
  Scorer model(Basis basis) {
    if (basis == Basis.TABLE) {
      return file.model();
    }
    FittedModel judged = file.judged();
    if (judged == null) {
      throw noHoldout(listed);
    }
    return judged;
  }

  static WorkbenchException noHoldout(ModelVersion version) {
    return new WorkbenchException(
        "compare-table",
        "'" + version.reference() + "' was not trained here, so it has no holdout.",
        "Name the table to compare them on, with --table.");
  }
}
