package io.liftwerk.scoring;

import io.liftwerk.workspace.WorkbenchException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** A form in which a model can leave or enter a workspace, told by the end of the file's name. */
public enum ModelFormat {
  /** The file of the registry as it is, see {@link io.liftwerk.scoring.registry.VersionFile}. */
  LIFTWERK(".json"),
  /** A graph that ONNX Runtime scores by, see {@link io.liftwerk.scoring.exchange.OnnxWriter}. */
  ONNX(".onnx"),
  /**
   * A run in a folder {@code mlruns}, see {@link io.liftwerk.scoring.exchange.MlflowExport}; only
   * to leave by.
   */
  MLFLOW("mlruns");

  private final String ending;

  ModelFormat(String ending) {
    this.ending = ending;
  }

  /** Of a file with its dot; of the folder its name. */
  public String ending() {
    return ending;
  }

  /**
   * The form that the name of {@code file} asks for.
   *
   * @throws WorkbenchException code {@code model-file-format}
   */
  public static ModelFormat of(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(
            format -> format == MLFLOW ? name.equals(format.ending) : name.endsWith(format.ending))
        .findFirst()
        .orElseThrow(
            () ->
                new WorkbenchException(
                    "model-file-format",
                    "'" + file.getFileName() + "' is no form that a model can have.",
                    "Let the name end in "
                        + Arrays.stream(values())
                            .map(ModelFormat::ending)
                            .collect(Collectors.joining(", "))
                        + "."));
  }
}
