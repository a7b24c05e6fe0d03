package io.liftwerk.scoring;

import io.liftwerk.scoring.models.FittedModel;
import io.liftwerk.scoring.models.ForeignModel;
import io.liftwerk.scoring.registry.VersionFile;
import io.liftwerk.scoring.registry.Versions;
import io.liftwerk.warehouse.Impersonal;
import io.liftwerk.workspace.Hashes;
import io.liftwerk.workspace.Job;
import io.liftwerk.workspace.JobContext;
import io.liftwerk.workspace.Json;
import io.liftwerk.workspace.Names;
import io.liftwerk.workspace.WorkbenchException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Enters a model that was exported elsewhere as a version in the registry. It takes no part until
 * somebody promotes it: nobody has judged it on the data here.
 */
public final class ModelImport implements Job<ModelVersion> {
  /** Name of the job. */
  public static final String NAME = "models-import";

  private static final long LARGEST = 512L << 20;

  private final ModelImportRequest request;

  /**
   * @throws WorkbenchException code {@code personal-text} when owner or note holds an identifier
   */
  public ModelImport(ModelImportRequest request) {
    Impersonal.check(request.model().owner(), request.model().note());
    this.request = request;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public ModelImportRequest parameters() {
    return request;
  }

  /** What scores; which version it became differs from run to run. */
  @Override
  public Object fingerprint(ModelVersion result) {
    return result.modelSha256();
  }

  /**
   * @throws WorkbenchException code {@code model-import} when the file cannot be read or holds no
   *     model, {@code model-format} when it has another form, {@code model-name} or {@code
   *     model-other-target} when the model cannot have its name here
   */
  @Override
  public ModelVersion run(JobContext context) throws Exception {
    Path source = Path.of(request.file());
    var versions = new Versions(context.connection());
    ModelLabel label = request.model();
    VersionFile read =
        switch (ModelFormat.of(source)) {
          case LIFTWERK -> plain(source, text(context, source));
          case ONNX -> graph(context, source, versions);
          case MLFLOW -> throw refused(source, null);
        };
    String name = name(read.name(), versions);
    check(name, versions.of(name), read.facts());
    return Registration.enter(context, versions, named(read, name, label), ModelStage.NONE);
  }

  /** As the user says, else {@code own}; as a model is written that is there already. */
  private String name(String own, Versions versions) throws SQLException {
    String wished = Objects.requireNonNullElse(request.model().name(), own);
    Registration.checkName(wished);
    return Names.match(wished, versions.names()).orElse(wished);
  }

  private VersionFile graph(JobContext context, Path source, Versions versions) throws Exception {
    String file = String.valueOf(source.getFileName());
    byte[] content = bytes(source);
    context.input(file, Hashes.hex(Hashes.digest().digest(content)), content.length);
    int ending = file.length() - ModelFormat.ONNX.ending().length();
    String name = name(Registration.plain(file.substring(0, ending)), versions);
    List<ModelVersion> before = versions.of(name);
    return new OnnxArrival(request, file, before.isEmpty() ? null : before.getLast())
        .read(name, content);
  }

  private static byte[] bytes(Path source) {
    try {
      if (Files.size(source) > LARGEST) {
        throw refused(source, null);
      }
      return Files.readAllBytes(source);
    } catch (IOException e) {
      throw unreadable(source, e);
    }
  }

  private static WorkbenchException unreadable(Path source, IOException cause) {
    return new WorkbenchException(
        "model-import",
        "The file " + source + " cannot be read.",
        "Name a file that models export has written, or an ONNX file.",
        cause);
  }

  private String text(JobContext context, Path source) {
    byte[] content = bytes(source);
    String text = new String(content, StandardCharsets.UTF_8);
    context.input(String.valueOf(source.getFileName()), Hashes.sha256(text), content.length);
    return text;
  }

  private static VersionFile plain(Path source, String text) {
    try {
      Integer format = VersionFile.format(text);
      if (format != null && format != VersionFile.FORMAT) {
        throw new WorkbenchException(
            "model-format",
            "The file %s has form %d, and this program reads form %d."
                .formatted(source, format, VersionFile.FORMAT),
            "Export the model again with this version of Liftwerk.");
      }
      VersionFile file = Json.read(text, VersionFile.class);
      if (!isWhole(file)) {
        throw refused(source, null);
      }
      return file;
    } catch (WorkbenchException e) {
      throw e.code().equals("json") ? refused(source, e) : e;
    }
  }

  /** Whether nothing is missing that scoring needs: JSON says of no field that it must be there. */
  @SuppressWarnings("ConstantValue") // what a stranger wrote may lack any of them
  private static boolean isWhole(VersionFile file) {
    return file.name() != null
        && file.facts() != null
        && file.facts().features() != null
        && file.facts().metrics() != null
        && file.facts().target() != null
        && file.facts().positive() != null
        && file.facts().purpose() != null
        && file.facts().learner() != null
        && switch (file.model()) {
          case null -> false;
          case FittedModel model -> isWhole(model);
          case ForeignModel model ->
              model.parts() != null && model.columns() != null && file.facts().foreign();
        };
  }

  @SuppressWarnings("ConstantValue") // as above
  private static boolean isWhole(FittedModel model) {
    return model.version() == FittedModel.VERSION
        && model.preparation() != null
        && model.preparation().inputs() != null
        && model.predictor() != null
        && model.calibration() != null;
  }

  private static WorkbenchException refused(Path source, @Nullable Exception cause) {
    return new WorkbenchException(
        "model-import",
        "The file " + source + " holds no model.",
        "Name a file that models export has written, or an ONNX file.",
        cause);
  }

  private static void check(String name, List<ModelVersion> before, ModelFacts facts) {
    if (before.isEmpty()) {
      return;
    }
    ModelFacts present = before.getLast().facts();
    if (!present.target().equals(facts.target()) || !present.positive().equals(facts.positive())) {
      throw new WorkbenchException(
          "model-other-target",
          "The model '%s' predicts '%s = %s', and the one in the file '%s = %s'."
              .formatted(
                  name, present.target(), present.positive(), facts.target(), facts.positive()),
          "Give it another name with --as.");
    }
  }

  private static VersionFile named(VersionFile read, String name, ModelLabel label) {
    return new VersionFile(
        VersionFile.FORMAT,
        name,
        0,
        "",
        read.created(),
        label.owner() == null ? read.owner() : label.owner(),
        label.note() == null ? read.note() : label.note(),
        read.facts(),
        read.parameters(),
        read.model(),
        read.judged(),
        read.seen(),
        read.baseline());
  }
}
