package io.liftwerk.experiments;

import io.liftwerk.experiments.UpliftResult.Balance;
import io.liftwerk.experiments.UpliftResult.Covariate;
import io.liftwerk.experiments.UpliftResult.Curve;
import io.liftwerk.experiments.UpliftResult.LearnerScore;
import io.liftwerk.experiments.UpliftResult.Treatment;
import io.liftwerk.experiments.uplift.Assignment;
import io.liftwerk.experiments.uplift.Contest;
import io.liftwerk.experiments.uplift.Covariates;
import io.liftwerk.experiments.uplift.Draws;
import io.liftwerk.experiments.uplift.Ground;
import io.liftwerk.experiments.uplift.HalfSamples;
import io.liftwerk.experiments.uplift.RandomBand;
import io.liftwerk.experiments.uplift.Ranking;
import io.liftwerk.experiments.uplift.Trial;
import io.liftwerk.experiments.uplift.UpliftLearner;
import io.liftwerk.scoring.Features;
import io.liftwerk.scoring.Learning;
import io.liftwerk.scoring.ScoringWarning;
import io.liftwerk.scoring.TrainedModel;
import io.liftwerk.workspace.JobContext;
import io.liftwerk.workspace.WorkbenchException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One treatment against control: trained, chosen, judged, and everybody scored. */
final class UpliftTreatment {
  private static final double BY_LOT = 0.001;
  private static final double TOLD = 0.99;
  private static final int MOST_COLUMNS = 30;

  private final JobContext context;
  private final UpliftRequest request;
  private final UpliftRows rows;
  private final UpliftSplit split;
  private final Features features;
  private final Learning learning;
  private final List<UpliftLearner> wanted;
  private final int arm;
  private final double from;
  private final double width;
  private final List<LearnerScore> learners = new ArrayList<>();
  private @Nullable Treatment treatment;
  private UpliftTable.@Nullable Scores people;

  /**
   * @param arm place of the treatment among the arms
   * @param from progress of the job when this begins
   * @param width how much of it this takes
   */
  UpliftTreatment(
      JobContext context,
      UpliftRequest request,
      UpliftRows rows,
      UpliftSplit split,
      Features features,
      Learning learning,
      List<UpliftLearner> wanted,
      int arm,
      double from,
      double width) {
    this.context = context;
    this.request = request;
    this.rows = rows;
    this.split = split;
    this.features = features;
    this.learning = learning;
    this.wanted = wanted;
    this.arm = arm;
    this.from = from;
    this.width = width;
  }

  void run(List<ScoringWarning> warnings) throws Exception {
    context.progress(from, "Comparing the arms");
    int[] training = split.rows(rows, 0, arm, UpliftSplit.TRAIN);
    int[] held = split.rows(rows, 0, arm, UpliftSplit.TEST);
    // equal scores are told apart by place: it must not tell anything
    new Draws(request.seed() + 5).shuffle(held);
    int[] both = IntStream.concat(IntStream.of(training), IntStream.of(held)).toArray();
    Trial all = UpliftModels.trial(rows, features, both, arm);
    Assignment assignment = Assignment.of(all, learning, request.seed());
    boolean estimated = uneven(assignment) && rows.chance().length == 0;
    if (estimated) {
      all = estimated(all, assignment, warnings);
    }
    Trial train = all.pick(IntStream.range(0, training.length).toArray());
    Trial test = all.pick(IntStream.range(training.length, both.length).toArray());
    context.progress(from + 0.05 * width, "Training the learners");
    var contest = new Contest(train, wanted, learning, request.seed());
    contest.run();
    context.progress(from + 0.7 * width, "Judging on the people held out");
    judge(contest, test, balance(all, assignment, estimated));
  }

  private static boolean uneven(Assignment assignment) {
    return assignment.p() < BY_LOT && assignment.auc() > 0.5;
  }

  private String name() {
    return rows.arms().get(arm);
  }

  private Trial estimated(Trial all, Assignment assignment, List<ScoringWarning> warnings) {
    if (assignment.auc() > TOLD || 2 * assignment.beyond() > all.size()) {
      throw new WorkbenchException(
          "propensity-zero",
          String.format(
              Locale.ROOT,
              "Who was treated with '%s' can be told from the other columns, '%s' most of all (AUC"
                  + " %.3f), so most people had no chance of being in the other arm and nobody is"
                  + " there to compare them with.",
              name(),
              most(all),
              assignment.auc()),
          "Exclude columns that follow from the treatment, or take a fair experiment.");
    }
    warnings.add(
        new ScoringWarning(
            "arms-uneven",
            rows.treatment(),
            String.format(
                Locale.ROOT,
                "The other columns, '%s' most of all, tell who was treated with '%s' (AUC %.3f, not"
                    + " by lot): exclude what was filled after the treatment; chances of treatment"
                    + " were estimated, %,d of them are nearly 0 or 1, and what no column says may"
                    + " still bend the comparison.",
                most(all),
                name(),
                assignment.auc(),
                assignment.beyond())));
    return new Trial(
        all.features(),
        all.rows(),
        all.treated(),
        all.outcome(),
        assignment.chance(),
        all.numeric());
  }

  /** The column that differs most between the arms. */
  private String most(Trial all) {
    return Covariates.differences(all).stream()
        .max(Comparator.comparingDouble(one -> Math.abs(one.difference())))
        .map(one -> features.source(one.feature()))
        .orElse("");
  }

  private Balance balance(Trial all, Assignment assignment, boolean estimated) {
    List<Covariate> columns =
        Covariates.differences(all).stream()
            .sorted(
                Comparator.comparingDouble(
                    (Covariates.Difference one) -> -Math.abs(one.difference())))
            .limit(MOST_COLUMNS)
            .map(
                one ->
                    new Covariate(
                        features.name(one.feature()),
                        Double.isNaN(one.treatedMean()) ? null : one.treatedMean(),
                        Double.isNaN(one.controlMean()) ? null : one.controlMean(),
                        one.difference(),
                        one.p()))
            .toList();
    return new Balance(assignment.auc(), assignment.p(), !uneven(assignment), estimated, columns);
  }

  private void judge(Contest contest, Trial test, Balance balance) throws Exception {
    Ranking any = Ranking.of(new double[test.size()], test.outcome(), test.treated());
    RandomBand band =
        RandomBand.of(
            test.outcome(), test.treated(), test.numeric(), request.seed() + 11, learning::check);
    var halves = new HalfSamples(any, request.seed() + 13, learning::check);
    var curves = new ArrayList<Curve>();
    double[] uplift = {};
    List<double[]> predictions = predictions(contest, test.rows());
    for (int i = 0; i < predictions.size(); i++) {
      context.checkCancelled();
      Contest.Entry entry = contest.entries().get(i);
      double[] predicted = predictions.get(i);
      Ranking ranking = Ranking.of(predicted, test.outcome(), test.treated());
      boolean chosen = entry == contest.chosen();
      String learner = entry.learner().name(test.numeric());
      learners.add(
          UpliftFigures.score(
              entry, learner, name(), ranking, band, halves, test.numeric(), chosen));
      curves.add(UpliftFigures.curve(learner, ranking));
      uplift = chosen ? predicted : uplift;
    }
    context.progress(from + 0.9 * width, "Scoring everybody");
    Ranking ranking = Ranking.of(uplift, test.outcome(), test.treated());
    int[] everybody =
        IntStream.range(0, rows.arm().length)
            .filter(row -> split.part()[row] != 0 && pair(row) || open(row))
            .toArray();
    List<double[]> expected = expected(contest.ground(), everybody);
    double[] untreated = picked(expected.get(0), everybody, test.rows());
    double[] treated = picked(expected.get(1), everybody, test.rows());
    score(contest, everybody, expected.get(0), expected.get(1), untreated, ranking);
    LearnerScore chosen = learners.stream().filter(LearnerScore::chosen).findFirst().orElseThrow();
    treatment =
        new Treatment(
            name(),
            rows.rows(arm).length,
            rows.rows(0).length,
            chosen.name(),
            verdict(chosen),
            UpliftFigures.effect(any.effect(0, test.size())),
            balance,
            UpliftFigures.random(band),
            curves,
            UpliftFigures.deciles(ranking, uplift),
            UpliftFigures.mix(ranking),
            UpliftGroups.of(test, uplift, untreated, treated, UpliftTargeting.price(request)),
            UpliftTargeting.of(request, training(contest), ranking, decided()));
  }

  private static @Nullable Ranking training(Contest contest) {
    double[] scores = contest.outOfFold();
    Trial train = contest.ground().trial();
    return scores == null ? null : Ranking.of(scores, train.outcome(), train.treated());
  }

  /** People to decide about: those in no arm yet, else all. */
  private long decided() {
    long open = IntStream.range(0, rows.arm().length).filter(this::open).count();
    return open > 0 ? open : rows.rows(0).length + rows.rows(arm).length;
  }

  private boolean open(int row) {
    return rows.arm()[row] == UpliftRows.OPEN;
  }

  private static String verdict(LearnerScore chosen) {
    return chosen.beatsRandom()
        ? String.format(
            Locale.ROOT,
            "The ranking by %s is better than chance: its Qini coefficient is %s, and 95 of 100"
                + " random rankings stay below %s; among the 30 %% ranked first, treatment with"
                + " '%s' adds %s to the outcome of a person.",
            chosen.name(),
            Told.figure(chosen.qini()),
            Told.figure(chosen.randomP95()),
            chosen.treated(),
            Told.figure(chosen.upliftAt30()))
        : String.format(
            Locale.ROOT,
            "The ranking by %s is not better than chance: its Qini coefficient is %s, and random"
                + " rankings reach %s; treat everybody with '%s' or nobody, but do not choose by"
                + " this model.",
            chosen.name(),
            Told.figure(chosen.qini()),
            Told.figure(chosen.randomP95()),
            chosen.treated());
  }

  /** What each learner says of these people, the learners beside each other. */
  private List<double[]> predictions(Contest contest, int[] people) throws Exception {
    List<Callable<double[]>> tasks = new ArrayList<>();
    for (Contest.Entry entry : contest.entries()) {
      tasks.add(() -> entry.scorer().uplift(features, people));
    }
    return learning.all(tasks);
  }

  /** What these people are expected to do untreated, and treated. */
  private List<double[]> expected(Ground ground, int[] people) throws Exception {
    TrainedModel control = ground.arm(false);
    TrainedModel treated = ground.arm(true);
    return learning.all(
        List.<Callable<double[]>>of(
            () -> control.predict(features, people), () -> treated.predict(features, people)));
  }

  /** Values of some of the rows, all of which are ascending. */
  private static double[] picked(double[] values, int[] all, int[] some) {
    return IntStream.of(some).mapToDouble(row -> values[Arrays.binarySearch(all, row)]).toArray();
  }

  /** Uplift by the learner chosen; of two models it is the difference of what they expect. */
  private double[] uplift(Contest contest, int[] people, double[] untreated, double[] treated)
      throws Exception {
    UpliftLearner learner = contest.chosen().learner();
    if (learner.kind() == UpliftLearner.Kind.T && learner.base() == contest.ground().base()) {
      var uplift = new double[people.length];
      Arrays.setAll(uplift, i -> treated[i] - untreated[i]);
      return uplift;
    }
    return learning
        .all(List.<Callable<double[]>>of(() -> contest.chosen().scorer().uplift(features, people)))
        .getFirst();
  }

  /**
   * Scores everybody of both arms, and those in no arm yet.
   *
   * @param untreated what they are expected to do untreated
   * @param treated and treated
   * @param untreatedTest the first, of the people held out
   */
  private void score(
      Contest contest,
      int[] everybody,
      double[] untreated,
      double[] treated,
      double[] untreatedTest,
      Ranking test)
      throws Exception {
    Contest.Entry chosen = contest.chosen();
    double[] uplift = uplift(contest, everybody, untreated, treated);
    double[] outOfFold = contest.outOfFold();
    var heldOut = new boolean[everybody.length];
    var part = new String[everybody.length];
    int[] trained = contest.ground().trial().rows();
    for (int i = 0; i < everybody.length; i++) {
      int row = everybody[i];
      byte of = split.part()[row];
      part[i] = of == UpliftSplit.TRAIN ? "train" : of == UpliftSplit.TEST ? "test" : "open";
      heldOut[i] = of != UpliftSplit.TRAIN;
      if (of == UpliftSplit.TRAIN && outOfFold != null) {
        uplift[i] = outOfFold[Arrays.binarySearch(trained, row)];
        heldOut[i] = true;
      }
    }
    double usual = Arrays.stream(untreatedTest).average().orElse(0);
    double margin =
        Math.max(
            UpliftTargeting.price(request), Math.abs(test.effect(0, test.size()).difference()) / 2);
    var segment = new String[everybody.length];
    for (int i = 0; i < segment.length; i++) {
      segment[i] = UpliftGroups.name(uplift[i], untreated[i], margin, usual);
    }
    people =
        new UpliftTable.Scores(
            name(),
            chosen.learner().name(rows.numeric()),
            everybody,
            part,
            heldOut,
            uplift,
            untreated,
            treated,
            segment);
  }

  private boolean pair(int row) {
    return rows.arm()[row] == 0 || rows.arm()[row] == arm;
  }

  Treatment treatment() {
    return Objects.requireNonNull(treatment);
  }

  List<LearnerScore> learners() {
    return learners;
  }

  UpliftTable.Scores people() {
    return Objects.requireNonNull(people);
  }
}
