package io.liftwerk.scoring;

import io.liftwerk.scoring.exchange.OnnxModel;
import io.liftwerk.scoring.models.ForeignModel;
import io.liftwerk.workspace.JobContext;
import io.liftwerk.workspace.WorkbenchException;

/** Has a version that others have trained score the snapshot of a table. */
final class ForeignRows {
  private ForeignRows() {}

  /**
   * Probability of a yes of each of the {@code rows} of the snapshot.
   *
   * @throws WorkbenchException code {@code model-columns} when the table lacks a column, or as
   *     {@link OnnxModel} says
   */
  static double[] probabilities(
      JobContext context, SourceTable source, int rows, ForeignModel model, String name)
      throws Exception {
    var scores = new double[rows];
    try (OnnxModel onnx = OnnxModel.open(name, model.onnx(), model.columns(), model.yes())) {
      OnnxRows.score(
          context,
          source,
          SourceTable.SNAPSHOT,
          SourceTable.N,
          onnx,
          (place, score) -> scores[(int) place] = score);
    }
    return scores;
  }
}
