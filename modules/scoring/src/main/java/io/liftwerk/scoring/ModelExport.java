package io.liftwerk.scoring;

import io.liftwerk.workspace.Handover;
import io.liftwerk.workspace.Job;
import io.liftwerk.workspace.JobContext;
import io.liftwerk.workspace.Json;
import io.liftwerk.workspace.WorkbenchException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a version of a model to a file of the user's, in the form that its ending asks for. */
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
   * @throws WorkbenchException when the version is unknown or its file is not the one written, or
   *     the target cannot be written
   */
  @Override
  public ModelExportResult run(JobContext context) throws Exception {
    Path target = Path.of(request.file());
    ModelFormat format = ModelFormat.of(target);
    Handover handover = Handover.to(context.workspace(), target);
    ModelRegistry registry = ModelRegistry.in(context);
    ModelVersion version = registry.get(request.model());
    request =
        new ModelExportRequest(
            new ModelReference(version.name(), version.version()), request.file());
    registry.load(version);
    Path inside =
        context.workspace().exports().resolve(".export-" + context.run() + format.ending());
    try {
      switch (format) {
        case LIFTWERK ->
            Files.copy(
                context.workspace().folder().resolve(version.file()),
                inside,
                StandardCopyOption.REPLACE_EXISTING);
      }
      long bytes = Files.size(inside);
      String sha256 = handover.move(inside, context);
      context.artefact(handover.target());
      return new ModelExportResult(
          version.name(), version.version(), format, handover.target().toString(), bytes, sha256);
    } finally {
      Files.deleteIfExists(inside);
    }
  }
}
