package io.liftwerk.scoring.models;

import io.liftwerk.scoring.evaluation.Calibration;
import io.liftwerk.scoring.features.Dataset;
import io.liftwerk.scoring.features.Preparation;
import io.liftwerk.scoring.features.Work;
import io.liftwerk.workspace.Json;
import io.liftwerk.workspace.WorkbenchException;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A trained model, whole: how a table's columns become features, what was learned of them, how its
 * scores become probabilities, and from which probability on a record is worth a contact. An
 * immutable value that JSON carries without loss.
 *
 * @param version of this form
 * @param learner {@code heuristic}, {@code logistic}, {@code forest} or {@code boosted}
 * @param settings what it was learned with, in words
 * @param preparation learned on the training part only
 * @param threshold calibrated probability; null where no value of a win was given
 */
public record FittedModel(
    int version,
    String learner,
    String settings,
    Preparation preparation,
    Predictor predictor,
    Calibration calibration,
    @Nullable Double threshold)
    implements Scorer {

  /** Version of the form that this program writes. */
  public static final int VERSION = 1;

  /** Work that nobody calls off. */
  private static final Work PLAIN = new Work(() -> {});

  /** Calibrated probability of a yes of every row of {@code data}. */
  public double[] probabilities(Dataset data) {
    return probabilities(data, all(data), PLAIN);
  }

  /** Calibrated probability of each of {@code rows}, in their order. */
  public double[] probabilities(Dataset data, int[] rows, Work work) {
    return calibration.probabilities(predictor.logOdds(data, rows, work));
  }

  /** Log-odds of every row before calibration. */
  public double[] logOdds(Dataset data) {
    return predictor.logOdds(data, all(data), PLAIN);
  }

  /**
   * What each column of the data adds to a row's {@link #logOdds}; with the predictor's base they
   * add up to it.
   */
  public double[] contributions(Dataset data, int row) {
    return predictor.contributions(data, row);
  }

  private static int[] all(Dataset data) {
    return IntStream.range(0, data.rows()).toArray();
  }

  @Override
  public String json() {
    return Json.write(this);
  }

  /**
   * @throws WorkbenchException code {@code model-version} for a form of a later program, {@code
   *     json} for a text that is no model
   */
  public static FittedModel read(String json) {
    record Form(int version) {}
    int version = Json.read(json, Form.class).version();
    if (version != VERSION) {
      throw new WorkbenchException(
          "model-version",
          "The model was stored in form %d, and this program reads form %d."
              .formatted(version, VERSION),
          "Train it again, or use the program that stored it.");
    }
    return Json.read(json, FittedModel.class);
  }
}
