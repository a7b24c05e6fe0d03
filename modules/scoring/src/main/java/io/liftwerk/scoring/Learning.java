package io.liftwerk.scoring;

import io.liftwerk.scoring.features.Dataset;
import io.liftwerk.scoring.features.Work;
import io.liftwerk.scoring.models.Boosted;
import io.liftwerk.scoring.models.Constant;
import io.liftwerk.scoring.models.Forest;
import io.liftwerk.scoring.models.Learner;
import io.liftwerk.scoring.models.Logistic;
import io.liftwerk.scoring.models.Ridge;
import io.liftwerk.workspace.JobContext;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * Trains this module's models for modules that compose them: a chance or a number, with weights of
 * the rows. The same examples and seed give the same model, whatever runs beside it. Close it when
 * the last prediction is made.
 */
public final class Learning implements AutoCloseable {

  /** A kind of model. */
  public enum Method {
    /** Logistic regression of a chance, ridge regression of a number. */
    LINEAR,
    /** Gradient boosted trees, the number of rounds chosen by cross-validation. */
    BOOSTED,
    /** Random forest. */
    FOREST
  }

  private final Work work;

  /** Learns until the job is cancelled. */
  public Learning(JobContext context) {
    this(context::checkCancelled);
  }

  /**
   * @param stillWanted called while waiting; throws when nobody waits for the work any longer
   */
  public Learning(Runnable stillWanted) {
    Quiet.libraries();
    work = new Work(stillWanted);
  }

  /**
   * Chooses settings and learns, both from the examples alone. Where all labels are the same, so
   * are all predictions.
   *
   * @param seed of its stochastic steps
   * @throws Exception when the job is cancelled, or the native library fails
   */
  public TrainedModel train(Method method, Features features, Examples examples, long seed)
      throws Exception {
    Dataset data = data(features, examples);
    Learner learner = constant(examples) ? new Constant() : learner(method, examples);
    return new TrainedModel(
        learner.train(data, examples.rows(), seed, work), examples.numeric(), work);
  }

  private static Learner learner(Method method, Examples examples) {
    return switch (method) {
      case LINEAR ->
          examples.numeric() || examples.weights() != null ? new Ridge() : new Logistic(false);
      case BOOSTED -> new Boosted(false);
      case FOREST -> new Forest(false);
    };
  }

  private static boolean constant(Examples examples) {
    double[] labels = examples.labels();
    return Arrays.stream(labels).allMatch(label -> label == labels[0]);
  }

  /** The rows with what is to be learned of them; numbers are stratified about their median. */
  static Dataset data(Features features, Examples examples) {
    int all = features.rows();
    double[] given = examples.weights();
    var outcome = new byte[all];
    float[] numbers = examples.numeric() ? new float[all] : null;
    float[] weights = given == null ? null : new float[all];
    Arrays.fill(outcome, Dataset.OPEN);
    double above = examples.numeric() ? median(examples.labels()) : 0.5;
    for (int i = 0; i < examples.rows().length; i++) {
      int row = examples.rows()[i];
      double label = examples.labels()[i];
      outcome[row] = (byte) (label > above ? 1 : 0);
      if (numbers != null) {
        numbers[row] = (float) label;
      }
      if (weights != null && given != null) {
        weights[row] = (float) given[i];
      }
    }
    return features.data().learning(outcome, numbers, weights);
  }

  private static double median(double[] labels) {
    double[] sorted = labels.clone();
    Arrays.sort(sorted);
    return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
  }

  /**
   * Runs tasks beside each other and returns their results in their order. A task must not wait for
   * others.
   */
  public <T> List<T> all(List<? extends Callable<T>> tasks) throws Exception {
    return work.all(tasks);
  }

  /**
   * Called by a long task between steps.
   *
   * @throws io.liftwerk.workspace.CancelledException when nobody waits for it any longer
   */
  public void check() {
    work.check();
  }

  Work work() {
    return work;
  }

  @Override
  public void close() {
    work.close();
  }
}
