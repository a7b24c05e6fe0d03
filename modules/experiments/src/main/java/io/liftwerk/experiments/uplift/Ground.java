package io.liftwerk.experiments.uplift;

import io.liftwerk.scoring.Examples;
import io.liftwerk.scoring.Features;
import io.liftwerk.scoring.Learning;
import io.liftwerk.scoring.Learning.Method;
import io.liftwerk.scoring.TrainedModel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The people that learners of one base model learn from, and what these learners share: the models
 * of each arm's outcome. A ground on a part of the people takes the settings of its models over
 * from the ground on all. For one thread.
 */
public final class Ground {
  private static final int HALVES = 2;

  private final Trial trial;
  private final Method base;
  private final Learning learning;
  private final long seed;
  private final @Nullable Ground settings;
  private final Map<String, TrainedModel> models = new HashMap<>();
  private double @Nullable [][] apart;

  /**
   * @param settings where models take their settings from; null to choose them
   */
  public Ground(Trial trial, Method base, Learning learning, long seed, @Nullable Ground settings) {
    this.trial = trial;
    this.base = base;
    this.learning = learning;
    this.seed = seed;
    this.settings = settings;
  }

  public Trial trial() {
    return trial;
  }

  public Method base() {
    return base;
  }

  Learning learning() {
    return learning;
  }

  long seed() {
    return seed;
  }

  /**
   * Learns a model, or gives the one learned before.
   *
   * @param role what the model is for; the same role has the same settings
   */
  TrainedModel learn(String role, Features features, Examples examples) throws Exception {
    TrainedModel known = models.get(role);
    if (known == null) {
      TrainedModel like = settings == null ? null : settings.models.get(role);
      known =
          like == null
              ? learning.train(base, features, examples, seed)
              : like.again(features, examples);
      models.put(role, known);
    }
    return known;
  }

  /** Outcomes as the trial has them, to be learned at these places. */
  Examples outcomes(int[] places) {
    return new Examples(
        IntStream.of(places).map(i -> trial.rows()[i]).toArray(),
        IntStream.of(places).mapToDouble(i -> trial.outcome()[i]).toArray(),
        null,
        trial.numeric());
  }

  /** Numbers to be learned of these people. */
  Examples numbers(int[] places, double[] labels) {
    return Examples.numeric(IntStream.of(places).map(i -> trial.rows()[i]).toArray(), labels);
  }

  /** The model of the outcome of those treated, or of those not. */
  public TrainedModel arm(boolean treated) throws Exception {
    return learn(role(treated), trial.features(), outcomes(trial.arm(treated)));
  }

  /**
   * Learns both arms' models beside each other, where nothing else is learned meanwhile. Called on
   * the job's own thread.
   */
  void learnArms() throws Exception {
    List<Callable<TrainedModel>> arms =
        List.of(
            () -> learning.train(base, trial.features(), outcomes(trial.arm(false)), seed),
            () -> learning.train(base, trial.features(), outcomes(trial.arm(true)), seed));
    List<TrainedModel> learned = learning.all(arms);
    models.put(role(false), learned.get(0));
    models.put(role(true), learned.get(1));
  }

  private static String role(boolean treated) {
    return treated ? "treated" : "control";
  }

  /**
   * Expected outcome untreated (0) and treated (1) of every person, each by models that had not
   * seen the person.
   */
  double[][] apart() throws Exception {
    double[][] known = apart;
    if (known != null) {
      return known;
    }
    int[] fold = trial.folds(HALVES, seed + 31);
    var expected = new double[2][trial.size()];
    for (int arm = 0; arm < 2; arm++) {
      boolean treated = arm == 1;
      TrainedModel whole = arm(treated);
      for (int f = 0; f < HALVES; f++) {
        learning.check();
        int part = f;
        int[] learned =
            IntStream.range(0, trial.size())
                .filter(i -> fold[i] != part && trial.treated()[i] == treated)
                .toArray();
        int[] others = IntStream.range(0, trial.size()).filter(i -> fold[i] == part).toArray();
        double[] values =
            whole
                .again(trial.features(), outcomes(learned))
                .predict(
                    trial.features(), IntStream.of(others).map(i -> trial.rows()[i]).toArray());
        for (int i = 0; i < others.length; i++) {
          expected[arm][others[i]] = values[i];
        }
      }
    }
    apart = expected;
    return expected;
  }
}
