package io.liftwerk.scoring;

import io.liftwerk.workspace.WorkbenchException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** A form in which a model can leave or enter a workspace, told by the ending of the file. */
public enum ModelFormat {
  /** The file of the registry as it is, see {@link io.liftwerk.scoring.registry.VersionFile}. */
  LIFTWERK(".json");

  private final String ending;

  ModelFormat(String ending) {
    this.ending = ending;
  }

  /** With its dot. */
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
        .filter(format -> name.endsWith(format.ending))
        .findFirst()
        .orElseThrow(
            () ->
                new WorkbenchException(
                    "model-file-format",
                    "'" + file.getFileName() + "' is no form that a model can have.",
                    "Let the name of the file end in "
                        + Arrays.stream(values())
                            .map(ModelFormat::ending)
                            .collect(Collectors.joining(", "))
                        + "."));
  }
}
