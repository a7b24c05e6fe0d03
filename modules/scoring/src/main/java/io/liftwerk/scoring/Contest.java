package io.liftwerk.scoring;

import io.liftwerk.scoring.LeadScoringResult.Comparison;
import io.liftwerk.scoring.ScoringDetails.CalibrationCheck;
import io.liftwerk.scoring.ScoringDetails.Validation;
import io.liftwerk.scoring.evaluation.Calibration;
import io.liftwerk.scoring.evaluation.CalibrationChoice;
import io.liftwerk.scoring.evaluation.DeLong;
import io.liftwerk.scoring.evaluation.Metrics;
import io.liftwerk.scoring.evaluation.Resampled;
import io.liftwerk.scoring.features.Dataset;
import io.liftwerk.scoring.features.Split;
import io.liftwerk.scoring.features.Work;
import io.liftwerk.scoring.models.Boosted;
import io.liftwerk.scoring.models.CrossValidation;
import io.liftwerk.scoring.models.Forest;
import io.liftwerk.scoring.models.Heuristic;
import io.liftwerk.scoring.models.Learner;
import io.liftwerk.scoring.models.Logistic;
import io.liftwerk.scoring.models.Rules;
import io.liftwerk.workspace.JobContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

/**
 * Trains the models, chooses one on the training part, and judges all of them on the holdout.
 *
 * <p>Whatever is decided is decided on the training part: settings, calibration and the choice
 * itself. The holdout is looked at once, at the end.
 */
final class Contest {
  private final Dataset data;
  private final Split split;
  private final LeadScoringRequest request;
  private final JobContext context;
  private final Work work;
  private final List<Entry> entries = new ArrayList<>();
  private final List<Comparison> comparisons = new ArrayList<>();
  private final List<Comparison> holdoutComparisons = new ArrayList<>();
  private final List<Validation> validations = new ArrayList<>();
  private boolean[] learnedFrom = {};
  private int chosen;

  Contest(Dataset data, Split split, LeadScoringRequest request, JobContext context, Work work) {
    this.data = data;
    this.split = split;
    this.request = request;
    this.context = context;
    this.work = work;
  }

  /**
   * A trained model and how it did.
   *
   * @param outOfFold its log-odds of rows of the training part, see {@link CrossValidation#rows}
   * @param logOdds its log-odds of the holdout
   */
  @SuppressWarnings("ArrayRecordComponent") // private to this package and never compared
  record Entry(
      Learner.Model model,
      Calibration calibration,
      double[] outOfFold,
      double[] logOdds,
      ModelEvaluation evaluation,
      CalibrationCheck check) {

    String name() {
      return evaluation.name();
    }

    /** Calibrated probabilities of the holdout. */
    double[] probabilities() {
      return calibration.probabilities(logOdds);
    }

    /** Calibrated probabilities of the training part, out of fold. */
    double[] trainingProbabilities() {
      return calibration.probabilities(outOfFold);
    }
  }

  private record Trained(String name, Learner.Model model, double seconds) {}

  /** Trains, validates, chooses and judges. */
  void run() throws Exception {
    context.progress(0.12, "Training the models");
    List<Trained> trained = train();
    context.progress(0.2, "Cross-validating the models");
    CrossValidation validation =
        CrossValidation.of(
            data,
            split.train(),
            trained.stream().map(Trained::model).toList(),
            request.seed(),
            work);
    choose(trained, validation);
    context.progress(0.4, "Judging the models on the holdout");
    judge(trained, validation);
    learnedFrom = validation.yes();
  }

  private List<Trained> train() throws Exception {
    boolean balanced = request.options().balanced();
    List<Callable<Trained>> tasks = new ArrayList<>();
    for (Learner learner :
        List.of(
            new Heuristic(), new Logistic(balanced), new Forest(balanced), new Boosted(balanced))) {
      tasks.add(
          () -> {
            long start = System.nanoTime();
            Learner.Model model = learner.train(data, split.train(), request.seed(), work);
            return new Trained(learner.name(), model, (System.nanoTime() - start) / 1e9);
          });
    }
    return work.all(tasks);
  }

  private void choose(List<Trained> trained, CrossValidation validation) {
    var aucs = new double[trained.size()];
    for (int m = 0; m < aucs.length; m++) {
      Resampled auc = validation.auc(m);
      aucs[m] = validation.pooled(m);
      validations.add(
          new Validation(
              trained.get(m).name(),
              trained.get(m).model().settings(),
              auc.mean(),
              auc.low(),
              auc.high(),
              validation.logLoss(m).mean(),
              CrossValidation.FOLDS,
              CrossValidation.REPEATS,
              validation.rows().length));
    }
    int best =
        IntStream.range(0, aucs.length)
            .boxed()
            .max(Comparator.comparingDouble((Integer m) -> aucs[m]).thenComparing(m -> -m))
            .orElseThrow();
    for (int m = 0; m < aucs.length; m++) {
      if (m != best) {
        DeLong.Test test = validation.compare(m, best);
        comparisons.add(
            new Comparison(
                trained.get(m).name(), trained.get(best).name(), test.difference(), test.p()));
      }
    }
    String name =
        LeadScoring.choose(
            comparisons.subList(0, Math.min(comparisons.size(), best)), trained.get(best).name());
    chosen =
        IntStream.range(0, trained.size())
            .filter(m -> trained.get(m).name().equals(name))
            .findFirst()
            .orElseThrow();
  }

  private void judge(List<Trained> trained, CrossValidation validation) throws Exception {
    boolean[] yes = data.outcomes(split.test());
    int[] part = Split.folds(validation.yes(), CrossValidation.FOLDS, request.seed() + 14);
    List<Callable<Entry>> tasks = new ArrayList<>();
    for (int m = 0; m < trained.size(); m++) {
      double[] outOfFold = validation.outOfFold(m);
      Trained one = trained.get(m);
      tasks.add(
          () -> {
            CalibrationChoice choice = CalibrationChoice.of(outOfFold, validation.yes(), part);
            Calibration calibration = Calibration.fit(choice.kind(), outOfFold, validation.yes());
            double[] logOdds = one.model().predictor().logOdds(data, split.test(), work);
            return entry(one, calibration, outOfFold, logOdds, yes);
          });
    }
    entries.addAll(work.all(tasks));
    Entry best =
        entries.stream()
            .max(Comparator.comparingDouble(entry -> entry.evaluation().auc()))
            .orElseThrow();
    for (Entry entry : entries) {
      if (entry != best) {
        DeLong.Test test = DeLong.compare(entry.logOdds(), best.logOdds(), yes);
        holdoutComparisons.add(
            new Comparison(entry.name(), best.name(), test.difference(), test.p()));
      }
      context.metric("calibrationError." + entry.name(), entry.check().errorAfter());
    }
  }

  private static Entry entry(
      Trained one, Calibration calibration, double[] outOfFold, double[] logOdds, boolean[] yes) {
    double[] before = new Calibration.None().probabilities(logOdds);
    double[] after = calibration.probabilities(logOdds);
    return new Entry(
        one.model(),
        calibration,
        outOfFold,
        logOdds,
        Metrics.evaluate(one.name(), after, yes, one.seconds()),
        new CalibrationCheck(
            one.name(),
            calibration.kind().name().toLowerCase(Locale.ROOT),
            Metrics.calibrationError(before, yes),
            Metrics.calibrationError(after, yes),
            Metrics.logLoss(before, yes),
            Metrics.logLoss(after, yes)));
  }

  /** The model chosen. */
  Entry chosen() {
    return entries.get(chosen);
  }

  Entry heuristic() {
    return entries.getFirst();
  }

  /** Rounds that the boosted trees were given on the training part. */
  int rounds() {
    return ((Boosted.Fitted) entries.getLast().model()).rounds();
  }

  /** Outcomes of the rows whose out-of-fold scores the entries hold. */
  boolean[] outOfFoldOutcomes() {
    return learnedFrom;
  }

  List<String> rules() {
    return ((Rules) heuristic().model().predictor()).words(data);
  }

  List<ModelEvaluation> evaluations() {
    return entries.stream().map(Entry::evaluation).toList();
  }

  List<CalibrationCheck> calibrations() {
    return entries.stream().map(Entry::check).toList();
  }

  List<Validation> validations() {
    return List.copyOf(validations);
  }

  List<Comparison> comparisons() {
    return List.copyOf(comparisons);
  }

  List<Comparison> holdoutComparisons() {
    return List.copyOf(holdoutComparisons);
  }
}
