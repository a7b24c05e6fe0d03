package io.liftwerk.experiments.uplift;

import io.liftwerk.scoring.Examples;
import io.liftwerk.scoring.Features;
import io.liftwerk.scoring.Learning.Method;
import io.liftwerk.scoring.TrainedModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A way to learn what treatment adds to somebody's outcome.
 *
 * @param kind how
 * @param base the model it is made of; null for the forest, which has trees of its own
 * @param criterion how the forest's trees split; null for the others
 */
public record UpliftLearner(Kind kind, @Nullable Method base, @Nullable Criterion criterion) {

  /** How models of outcomes become a model of uplift. */
  public enum Kind {
    /** Two models, one an arm. */
    T,
    /** One model with the treatment as a feature, for a linear base with its interactions too. */
    S,
    /**
     * Two models; that of the treated is told what the other expects (dependent data
     * representation: Betlei, Diemert, Amini 2018, Uplift prediction with dependent feature
     * representation in imbalanced treatment and control conditions).
     */
    DDR,
    /** Models of the effects imputed in each arm (Künzel, Sekhon, Bickel, Yu 2019, PNAS 116). */
    X,
    /**
     * A model of doubly robust scores (Kennedy 2023, Towards optimal doubly robust estimation of
     * heterogeneous causal effects).
     */
    DR,
    /** A model of responding as treated (Jaśkowski, Jaroszewicz 2012); yes and no only. */
    CLASS,
    /** A model of the outcome by its inverse chance of treatment (Athey, Imbens 2016). */
    TRANSFORMED,
    /** Trees that split where the arms differ most; see {@link UpliftForest}. */
    FOREST
  }

  /** Every learner that suits an outcome, the simplest first. */
  public static List<UpliftLearner> all(boolean numeric) {
    var all = new ArrayList<UpliftLearner>();
    for (Method base : List.of(Method.LINEAR, Method.BOOSTED, Method.FOREST)) {
      for (Kind kind : Kind.values()) {
        if (kind != Kind.FOREST && (kind != Kind.CLASS || !numeric)) {
          all.add(new UpliftLearner(kind, base, null));
        }
      }
    }
    for (Criterion criterion : Criterion.values()) {
      if (!numeric || criterion == Criterion.ED) {
        all.add(new UpliftLearner(Kind.FOREST, null, criterion));
      }
    }
    return all;
  }

  /** Those tried when nobody names one: each kind, the linear ones and the boosted ones. */
  public static List<UpliftLearner> usual(boolean numeric) {
    return all(numeric).stream()
        .filter(
            learner ->
                learner.kind == Kind.FOREST
                    ? learner.criterion == (numeric ? Criterion.ED : Criterion.KL)
                    : learner.base != Method.FOREST)
        .toList();
  }

  /** {@code t-logistic}, {@code x-boosted}, {@code forest-kl}. */
  public String name(boolean numeric) {
    String first = kind.name().toLowerCase(Locale.ROOT);
    if (criterion != null) {
      return first + "-" + criterion.name().toLowerCase(Locale.ROOT);
    }
    return first
        + switch (base) {
          case LINEAR -> numeric ? "-linear" : "-logistic";
          case BOOSTED -> "-boosted";
          case FOREST -> "-forest";
          case null -> "";
        };
  }

  /** The learners that a name means: one, or all of a kind. */
  public static List<UpliftLearner> named(String name, boolean numeric) {
    // the linear base is logistic regression of yes and no, and only that
    String wanted =
        name.strip()
            .toLowerCase(Locale.ROOT)
            .replaceFirst("-(logistic|linear)$", numeric ? "-linear" : "-logistic");
    List<UpliftLearner> one =
        all(numeric).stream().filter(learner -> learner.name(numeric).equals(wanted)).toList();
    return one.isEmpty()
        ? usual(numeric).stream()
            .filter(learner -> learner.kind.name().equalsIgnoreCase(wanted))
            .toList()
        : one;
  }

  /** Learns from the ground's people. */
  public Scorer train(Ground ground) throws Exception {
    ground.learning().check();
    return switch (kind) {
      case T -> two(ground);
      case S -> single(ground);
      case DDR -> dependent(ground);
      case X -> crossed(ground);
      case DR -> doublyRobust(ground);
      case CLASS -> classes(ground);
      case TRANSFORMED -> transformed(ground);
      case FOREST ->
          UpliftForest.train(
              ground.trial(),
              Optional.ofNullable(criterion).orElse(Criterion.ED),
              ground.seed(),
              ground.learning());
    };
  }

  private static Scorer two(Ground ground) throws Exception {
    TrainedModel treated = ground.arm(true);
    TrainedModel control = ground.arm(false);
    return (features, rows) ->
        less(treated.predict(features, rows), control.predict(features, rows));
  }

  private static Scorer single(Ground ground) throws Exception {
    Trial trial = ground.trial();
    boolean linear = ground.base() == Method.LINEAR;
    var marked = new boolean[trial.features().rows()];
    for (int i = 0; i < trial.size(); i++) {
      marked[trial.rows()[i]] = trial.treated()[i];
    }
    int[] all = IntStream.range(0, trial.size()).toArray();
    TrainedModel model =
        ground.learn("single", told(trial.features(), marked, linear), ground.outcomes(all));
    return (features, rows) -> {
      var nobody = new boolean[features.rows()];
      var everybody = new boolean[features.rows()];
      Arrays.fill(everybody, true);
      return less(
          model.predict(told(features, everybody, linear), rows),
          model.predict(told(features, nobody, linear), rows));
    };
  }

  private static Features told(Features features, boolean[] marked, boolean linear) {
    var values = new float[marked.length];
    for (int row = 0; row < values.length; row++) {
      values[row] = marked[row] ? 1 : 0;
    }
    Features told = linear ? features.interacting("treated", marked) : features;
    return told.with("treated", values);
  }

  private static Scorer dependent(Ground ground) throws Exception {
    Trial trial = ground.trial();
    TrainedModel control = ground.arm(false);
    int[] treated = trial.arm(true);
    Features informed = informed(trial.features(), trial.rows(), control);
    TrainedModel model = ground.learn("dependent", informed, ground.outcomes(treated));
    return (features, rows) -> {
      double[] untreated = control.predict(features, rows);
      return less(model.predict(informed(features, rows, untreated), rows), untreated);
    };
  }

  private static Features informed(Features features, int[] rows, TrainedModel control) {
    return informed(features, rows, control.predict(features, rows));
  }

  private static Features informed(Features features, int[] rows, double[] expected) {
    var values = new float[features.rows()];
    for (int i = 0; i < rows.length; i++) {
      values[rows[i]] = (float) expected[i];
    }
    return features.with("expectedUntreated", values);
  }

  private static Scorer crossed(Ground ground) throws Exception {
    Trial trial = ground.trial();
    TrainedModel[] effects = new TrainedModel[2];
    for (int arm = 0; arm < 2; arm++) {
      boolean treated = arm == 1;
      int[] places = trial.arm(treated);
      int[] rows = IntStream.of(places).map(i -> trial.rows()[i]).toArray();
      double[] other = ground.arm(!treated).predict(trial.features(), rows);
      var labels = new double[places.length];
      for (int i = 0; i < places.length; i++) {
        double own = trial.outcome()[places[i]];
        labels[i] = treated ? own - other[i] : other[i] - own;
      }
      effects[arm] =
          ground.learn(
              treated ? "effect-treated" : "effect-control",
              trial.features(),
              ground.numbers(places, labels));
    }
    double share = mean(trial.chance());
    return (features, rows) -> {
      double[] control = effects[0].predict(features, rows);
      double[] treated = effects[1].predict(features, rows);
      for (int i = 0; i < rows.length; i++) {
        treated[i] = share * control[i] + (1 - share) * treated[i];
      }
      return treated;
    };
  }

  private static Scorer doublyRobust(Ground ground) throws Exception {
    Trial trial = ground.trial();
    double[][] expected = ground.apart();
    var labels = new double[trial.size()];
    for (int i = 0; i < labels.length; i++) {
      double chance = trial.chance()[i];
      double own = trial.outcome()[i];
      labels[i] =
          expected[1][i]
              - expected[0][i]
              + (trial.treated()[i]
                  ? (own - expected[1][i]) / chance
                  : -(own - expected[0][i]) / (1 - chance));
    }
    return numbers(ground, "doublyRobust", labels);
  }

  private static Scorer transformed(Ground ground) throws Exception {
    Trial trial = ground.trial();
    var labels = new double[trial.size()];
    for (int i = 0; i < labels.length; i++) {
      double chance = trial.chance()[i];
      labels[i] =
          trial.treated()[i] ? trial.outcome()[i] / chance : -trial.outcome()[i] / (1 - chance);
    }
    return numbers(ground, "transformed", labels);
  }

  private static Scorer numbers(Ground ground, String role, double[] labels) throws Exception {
    Trial trial = ground.trial();
    int[] all = IntStream.range(0, trial.size()).toArray();
    TrainedModel model = ground.learn(role, trial.features(), ground.numbers(all, labels));
    return model::predict;
  }

  private static Scorer classes(Ground ground) throws Exception {
    Trial trial = ground.trial();
    var labels = new double[trial.size()];
    var weights = new double[trial.size()];
    boolean even = true;
    for (int i = 0; i < labels.length; i++) {
      double chance = trial.chance()[i];
      labels[i] = trial.treated()[i] ? trial.outcome()[i] : 1 - trial.outcome()[i];
      weights[i] = 0.5 / (trial.treated()[i] ? chance : 1 - chance);
      even &= Math.abs(chance - 0.5) < 0.01;
    }
    TrainedModel model =
        ground.learn(
            "classes",
            trial.features(),
            new Examples(trial.rows(), labels, even ? null : weights, false));
    return (features, rows) -> {
      double[] scores = model.predict(features, rows);
      for (int i = 0; i < scores.length; i++) {
        scores[i] = 2 * scores[i] - 1;
      }
      return scores;
    };
  }

  private static double[] less(double[] from, double[] what) {
    for (int i = 0; i < from.length; i++) {
      from[i] -= what[i];
    }
    return from;
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElse(0);
  }
}
