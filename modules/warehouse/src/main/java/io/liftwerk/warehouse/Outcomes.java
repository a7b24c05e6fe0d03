package io.liftwerk.warehouse;

import io.liftwerk.warehouse.project.Project;
import io.liftwerk.workspace.TableRef;
import io.liftwerk.workspace.WorkbenchException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Says what became of a model. */
final class Outcomes {
  private Outcomes() {}

  /** What stands, built now or before. */
  static BuiltModel standing(
      BuiltModels.Row row,
      BuildStatus status,
      String code,
      String reason,
      String hint,
      @Nullable String because) {
    return new BuiltModel(
        row.model(),
        row.table().schema(),
        row.table().name(),
        row.materialized(),
        status,
        row.rows(),
        status == BuildStatus.BUILT ? row.seconds() : 0,
        code,
        reason,
        hint,
        because,
        row.run(),
        row.builtAt(),
        row.inputs());
  }

  static BuiltModel built(BuiltModels.Row row) {
    return standing(row, BuildStatus.BUILT, "", "", "", null);
  }

  static BuiltModel unchanged(BuiltModels.Row row) {
    return standing(row, BuildStatus.UNCHANGED, "", "", "", null);
  }

  static BuiltModel older(BuiltModels.Row row) {
    return standing(
        row,
        BuildStatus.OLDER,
        "model-older",
        "What it is made from has changed.",
        "Build it to bring it up to date.",
        null);
  }

  static BuiltModel removed(BuiltModels.Row row) {
    return new BuiltModel(
        row.model(),
        row.table().schema(),
        row.table().name(),
        row.materialized(),
        BuildStatus.REMOVED,
        null,
        0,
        "",
        "",
        "",
        null,
        null,
        null,
        "");
  }

  /**
   * @param before what stands of it; null when nothing does
   */
  static BuiltModel failed(
      Project project, String model, BuiltModels.@Nullable Row before, WorkbenchException e) {
    return before != null
        ? standing(before, BuildStatus.FAILED, e.code(), e.sentence(), e.hint(), null)
        : nothing(project, model, BuildStatus.FAILED, e.code(), e.sentence(), e.hint(), null);
  }

  /** As above, for want of {@code because}. */
  static BuiltModel skipped(
      Project project, String model, BuiltModels.@Nullable Row before, String because) {
    String reason = skipReason(because);
    return before != null
        ? standing(before, BuildStatus.SKIPPED, "model-skipped", reason, "", because)
        : nothing(project, model, BuildStatus.SKIPPED, "model-skipped", reason, "", because);
  }

  static String skipReason(String because) {
    return "It stands on " + because + ", which could not be built.";
  }

  private static BuiltModel nothing(
      Project project,
      String model,
      BuildStatus status,
      String code,
      String reason,
      String hint,
      @Nullable String because) {
    var known = project.models().get(model);
    TableRef table = project.relation(model).orElseGet(() -> guess(project, model));
    return new BuiltModel(
        model,
        table.schema(),
        table.name(),
        known == null ? "" : known.config().materialization().json(),
        status,
        null,
        0,
        code,
        reason,
        hint,
        because,
        null,
        null,
        "");
  }

  /** Of a model whose settings cannot be read, the folder tells the schema. */
  private static TableRef guess(Project project, String model) {
    var unusable = project.unusable().get(model);
    Path path = Path.of(unusable == null ? "" : unusable.file().path());
    return new TableRef(path.getNameCount() > 2 ? path.getName(1).toString() : "", model);
  }
}
