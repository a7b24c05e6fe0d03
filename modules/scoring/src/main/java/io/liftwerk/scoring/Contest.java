package io.liftwerk.scoring;

import io.liftwerk.scoring.LeadScoringResult.Comparison;
import io.liftwerk.scoring.evaluation.DeLong;
import io.liftwerk.scoring.evaluation.Metrics;
import io.liftwerk.scoring.features.Dataset;
import io.liftwerk.scoring.features.Folds;
import io.liftwerk.scoring.features.Split;
import io.liftwerk.scoring.features.Work;
import io.liftwerk.scoring.insight.Leakage;
import io.liftwerk.scoring.models.Boosted;
import io.liftwerk.scoring.models.Heuristic;
import io.liftwerk.scoring.models.Learner;
import io.liftwerk.scoring.models.Logistic;
import io.liftwerk.workspace.JobContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;

/** Trains the models, judges them on the holdout, chooses one, and scores all rows with it. */
final class Contest implements AutoCloseable {
  private static final int FOLDS = 5;

  /** Rows that one out-of-fold model learns from at most. */
  static final int FOLD_ROWS = 300_000;

  private final Dataset data;
  private final Split split;
  private final long seed;
  private final JobContext context;
  private final Work work;
  private final List<Entry> entries = new ArrayList<>();
  private final List<Comparison> comparisons = new ArrayList<>();
  private String chosen = "";

  Contest(Dataset data, Split split, long seed, JobContext context, Work work) {
    this.data = data;
    this.split = split;
    this.seed = seed;
    this.context = context;
    this.work = work;
  }

  /** A trained model and how it did. */
  @SuppressWarnings("ArrayRecordComponent") // private and never compared
  private record Entry(Learner.Model model, double[] scores, ModelEvaluation evaluation) {}

  /** Trains and judges all three, and chooses. */
  void train() throws Exception {
    context.progress(0.15, "Training three models");
    boolean[] yes = data.outcomes(split.test());
    List<Callable<Entry>> tasks = new ArrayList<>();
    for (Learner learner : List.of(new Heuristic(), new Logistic(), new Boosted())) {
      tasks.add(
          () -> {
            long start = System.nanoTime();
            Learner.Model model = learner.train(data, split.train(), seed, work);
            double seconds = (System.nanoTime() - start) / 1e9;
            double[] scores = model.score(data, split.test(), work);
            return new Entry(model, scores, Metrics.evaluate(learner.name(), scores, yes, seconds));
          });
    }
    entries.addAll(work.all(tasks));
    Entry best =
        entries.stream()
            .max(Comparator.comparingDouble(entry -> entry.evaluation().auc()))
            .orElseThrow();
    for (Entry entry : entries) {
      if (entry != best) {
        DeLong.Test test = DeLong.compare(entry.scores(), best.scores(), yes);
        comparisons.add(
            new Comparison(
                entry.evaluation().name(), best.evaluation().name(), test.difference(), test.p()));
      }
    }
    chosen = choose(best);
    for (Entry entry : entries) {
      context.metric(
          "calibrationError." + entry.evaluation().name(),
          Metrics.calibrationError(entry.scores(), yes));
    }
  }

  /** A model simpler than the best and not significantly worse, else the best. */
  private String choose(Entry best) {
    List<Comparison> simpler =
        comparisons.subList(0, Math.min(comparisons.size(), entries.indexOf(best)));
    return LeadScoring.choose(simpler, best.evaluation().name());
  }

  List<ScoringWarning> leakage() throws Exception {
    context.progress(0.5, "Looking for columns that know the outcome");
    var boosted = (Boosted.Trees) entries.get(2).model();
    return new Leakage(data, data.labelled(), boosted.rounds(), seed).check(work);
  }

  /** A score for every row: out of fold where the outcome is known. */
  double[] scores() throws Exception {
    context.progress(0.65, "Scoring all rows");
    int[] labelled = data.labelled();
    int[] fold = Split.folds(data.outcomes(labelled), FOLDS, seed + 5);
    Learner.Model model =
        entries.stream()
            .filter(entry -> entry.evaluation().name().equals(chosen))
            .findFirst()
            .orElseThrow()
            .model();
    var targets = new ArrayList<int[]>();
    List<Callable<double[]>> tasks = new ArrayList<>();
    for (int f = 0; f < FOLDS; f++) {
      int[] learned = Folds.notIn(labelled, fold, f);
      targets.add(Folds.in(labelled, fold, f));
      tasks.add(scoring(model, Split.sample(data, learned, FOLD_ROWS, seed), targets.get(f)));
    }
    if (data.open().length > 0) {
      targets.add(data.open());
      tasks.add(scoring(model, labelled, data.open()));
    }
    List<double[]> parts = work.all(tasks);
    var scores = new double[data.rows()];
    for (int part = 0; part < parts.size(); part++) {
      for (int i = 0; i < targets.get(part).length; i++) {
        scores[targets.get(part)[i]] = parts.get(part)[i];
      }
    }
    return scores;
  }

  private Callable<double[]> scoring(Learner.Model model, int[] learned, int[] target) {
    return () -> {
      try (Learner.Model again = model.again(data, learned, work)) {
        return again.score(data, target, work);
      }
    };
  }

  List<String> rules() {
    return ((Heuristic.Rules) entries.getFirst().model()).words(data);
  }

  List<ModelEvaluation> evaluations() {
    return entries.stream().map(Entry::evaluation).toList();
  }

  List<Comparison> comparisons() {
    return List.copyOf(comparisons);
  }

  String chosen() {
    return chosen;
  }

  @Override
  public void close() {
    entries.forEach(entry -> entry.model().close());
  }
}
