package io.liftwerk.scoring;

import io.liftwerk.scoring.exchange.MlflowExport;
import io.liftwerk.scoring.exchange.OnnxWriter;
import io.liftwerk.workspace.Handover;
import io.liftwerk.workspace.Job;
import io.liftwerk.workspace.JobContext;
import io.liftwerk.workspace.Json;
import io.liftwerk.workspace.WorkbenchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes a version of a model to a file of the user's, in the form that its ending asks for, or as
 * a run to a folder {@code mlruns}, which may have others in it.
 */
public final class ModelExport implements Job<ModelExportResult> {
  /** Name of the job. */
  public static final String NAME = "models-export";

  private ModelExportRequest request;

  public ModelExport(ModelExportRequest request) {
    this.request = request;
  }

  @Override
  public String name() {
    return NAME;
  }

  /** As asked for; once it has run, with the version that was written. */
  @Override
  public ModelExportRequest parameters() {
    return request;
  }

  @Override
  public Object fingerprint(ModelExportResult result) {
    return Json.without(result, "file");
  }

  /**
   * @throws WorkbenchException when the version is unknown or its file is not the one written, the
   *     model has no counterpart in the form, or the target cannot be written
   */
  @Override
  public ModelExportResult run(JobContext context) throws Exception {
    Path target = Path.of(request.file()).toAbsolutePath().normalize();
    ModelFormat format = ModelFormat.of(target);
    // a folder that is there takes one more run
    boolean joins = format == ModelFormat.MLFLOW && Files.isDirectory(target);
    Handover handover =
        Handover.to(context.workspace(), joins ? target.resolve("meta.yaml") : target);
    ModelRegistry registry = ModelRegistry.in(context);
    ModelVersion version = registry.get(request.model());
    request =
        new ModelExportRequest(
            new ModelReference(version.name(), version.version()), request.file());
    var leaving = new LeavingVersion(context.workspace(), version, registry.load(version));
    return format == ModelFormat.MLFLOW
        ? folder(context, leaving, target)
        : file(context, leaving, format, handover);
  }

  private static ModelExportResult file(
      JobContext context, LeavingVersion leaving, ModelFormat format, Handover handover)
      throws Exception {
    Path inside =
        context.workspace().exports().resolve(".export-" + context.run() + format.ending());
    try {
      Files.write(
          inside,
          format == ModelFormat.ONNX ? leaving.onnx(OnnxWriter.Shape.COLUMN) : leaving.stored());
      long bytes = Files.size(inside);
      String sha256 = handover.move(inside, context);
      context.artefact(handover.target());
      ModelVersion version = leaving.listed();
      return new ModelExportResult(
          version.name(),
          version.version(),
          format,
          handover.target().toString(),
          bytes,
          sha256,
          null);
    } finally {
      Files.deleteIfExists(inside);
    }
  }

  private static ModelExportResult folder(JobContext context, LeavingVersion leaving, Path target)
      throws IOException {
    Path written = MlflowExport.write(target, leaving.mlflow());
    context.artefact(written);
    ModelVersion version = leaving.listed();
    return new ModelExportResult(
        version.name(),
        version.version(),
        ModelFormat.MLFLOW,
        written.toString(),
        size(written.resolve("artifacts")),
        version.sha256(),
        leaving.missing());
  }

  private static long size(Path folder) throws IOException {
    try (var walk = Files.walk(folder)) {
      long bytes = 0;
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        bytes += Files.size(file);
      }
      return bytes;
    }
  }
}
