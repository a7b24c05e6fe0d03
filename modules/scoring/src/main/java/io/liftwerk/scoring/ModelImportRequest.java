package io.liftwerk.scoring;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Enter a model from a file in the registry.
 *
 * @param file where it lies; its ending says in which form, see {@link ModelFormat}
 * @param model what it is called here; without a name as in the file, or as the file
 * @param columns of ONNX: the table's columns in the order the model takes them; empty when its
 *     inputs bear their names
 * @param target of ONNX: column in which tables say what came; null for none, and then the model
 *     predicts what its own name says
 * @param positive of ONNX: the value that counts as yes, a class of the model or, with a target,
 *     what that says; null for the second class
 */
public record ModelImportRequest(
    String file,
    ModelLabel model,
    List<String> columns,
    @Nullable String target,
    @Nullable String positive) {

  public ModelImportRequest {
    // runs of earlier versions did not record them
    columns = columns == null ? List.of() : List.copyOf(columns);
  }

  /** A model that {@link ModelExport} has written as it is. */
  public ModelImportRequest(String file, ModelLabel model) {
    this(file, model, List.of(), null, null);
  }
}
