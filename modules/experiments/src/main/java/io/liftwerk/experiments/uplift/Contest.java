package io.liftwerk.experiments.uplift;

import io.liftwerk.experiments.uplift.Ranking.Kind;
import io.liftwerk.scoring.Learning;
import io.liftwerk.scoring.Learning.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Trains learners on the training part and chooses one by that part alone: each is learned again
 * without a third of the people and ranks that third. The simplest is taken whose Qini coefficient
 * there is within one standard error of the best one's (Breiman et al. 1984), the error being that
 * of their difference on the same people.
 */
public final class Contest {
  private static final int FOLDS = 3;

  private static final Set<UpliftLearner.Kind> NEEDS_ARMS =
      EnumSet.of(UpliftLearner.Kind.T, UpliftLearner.Kind.X, UpliftLearner.Kind.DR);

  /** The forest's ground, which has no base model. */
  private static final String TREES = "trees";

  /** People on whom is chosen at most. */
  private static final int MOST = 150_000;

  /**
   * A learner and what it learned.
   *
   * @param scorer learned from the whole training part
   * @param seconds that took
   * @param qini Qini coefficient out of fold; null where nothing had to be chosen
   * @param behind by how much it is behind the best, in standard errors; null as before
   */
  public record Entry(
      UpliftLearner learner,
      Scorer scorer,
      double seconds,
      @Nullable Double qini,
      @Nullable Double behind) {}

  private final Trial train;
  private final List<UpliftLearner> learners;
  private final Learning learning;
  private final long seed;
  private final List<Ground> grounds = new ArrayList<>();
  private final List<Entry> entries = new ArrayList<>();
  private double @Nullable [] outOfFold;
  private int chosen;

  public Contest(Trial train, List<UpliftLearner> learners, Learning learning, long seed) {
    this.train = train;
    this.learners = learners;
    this.learning = learning;
    this.seed = seed;
  }

  private record Timed(Scorer scorer, double seconds) {}

  /** Which ground a learner stands on. */
  private static String base(UpliftLearner learner) {
    Method base = learner.base();
    return base == null ? TREES : base.name();
  }

  private List<String> bases() {
    return learners.stream().map(Contest::base).distinct().toList();
  }

  private List<UpliftLearner> on(String base) {
    return learners.stream().filter(learner -> base(learner).equals(base)).toList();
  }

  private Ground ground(Trial trial, String base, long at, @Nullable Ground settings) {
    Method method = base.equals(TREES) ? Method.LINEAR : Method.valueOf(base);
    return new Ground(trial, method, learning, at, settings);
  }

  /** Trains and chooses. */
  public void run() throws Exception {
    List<String> bases = bases();
    for (String base : bases) {
      grounds.add(ground(train, base, seed, null));
    }
    double arms = 0;
    if (bases.size() == 1 && !bases.getFirst().equals(TREES)) {
      // with one base there is nothing to do beside its learners: their arms are learned apart
      long start = System.nanoTime();
      grounds.getFirst().learnArms();
      arms = (System.nanoTime() - start) / 1e9;
    }
    List<Callable<List<Timed>>> tasks = new ArrayList<>();
    for (int b = 0; b < bases.size(); b++) {
      String base = bases.get(b);
      Ground ground = grounds.get(b);
      tasks.add(() -> trained(base, ground));
    }
    List<List<Timed>> trained = learning.all(tasks);
    var timed = new ArrayList<Timed>();
    for (UpliftLearner learner : learners) {
      int b = bases.indexOf(base(learner));
      Timed one = trained.get(b).get(on(bases.get(b)).indexOf(learner));
      boolean needs = NEEDS_ARMS.contains(learner.kind());
      timed.add(needs ? new Timed(one.scorer(), one.seconds() + arms) : one);
    }
    if (learners.size() > 1) {
      choose(bases, timed);
    } else {
      Timed one = timed.getFirst();
      entries.add(new Entry(learners.getFirst(), one.scorer(), one.seconds(), null, null));
    }
  }

  private List<Timed> trained(String base, Ground ground) throws Exception {
    var trained = new ArrayList<Timed>();
    for (UpliftLearner learner : on(base)) {
      long start = System.nanoTime();
      Scorer scorer = learner.train(ground);
      trained.add(new Timed(scorer, (System.nanoTime() - start) / 1e9));
    }
    return trained;
  }

  /** A fold's people and the scores that the learners of one base gave them. */
  private record Part(String base, int[] places, List<double[]> scores) {}

  private void choose(List<String> bases, List<Timed> trained) throws Exception {
    int[] sample = sample();
    Trial among = sample.length == train.size() ? train : train.pick(sample);
    int[] fold = among.folds(FOLDS, seed + 41);
    List<Callable<Part>> tasks = new ArrayList<>();
    for (int f = 0; f < FOLDS; f++) {
      for (int b = 0; b < bases.size(); b++) {
        int part = f;
        String base = bases.get(b);
        Ground settings = grounds.get(b);
        tasks.add(() -> part(among, fold, part, base, settings));
      }
    }
    var scores = new double[learners.size()][among.size()];
    for (Part part : learning.all(tasks)) {
      List<UpliftLearner> own = on(part.base());
      for (int i = 0; i < own.size(); i++) {
        put(part.scores().get(i), part.places(), scores[learners.indexOf(own.get(i))]);
      }
    }
    judge(trained, among, fold, scores);
    if (among == train) {
      outOfFold = scores[chosen];
    }
  }

  private static void put(double[] values, int[] places, double[] into) {
    for (int i = 0; i < places.length; i++) {
      into[places[i]] = values[i];
    }
  }

  private int[] sample() {
    int[] all = IntStream.range(0, train.size()).toArray();
    if (all.length <= MOST) {
      return all;
    }
    new Draws(seed + 43).shuffle(all);
    int[] some = Arrays.copyOf(all, MOST);
    Arrays.sort(some);
    return some;
  }

  private Part part(Trial among, int[] fold, int f, String base, Ground settings) throws Exception {
    int[] places = IntStream.range(0, fold.length).filter(i -> fold[i] == f).toArray();
    int[] others = IntStream.range(0, fold.length).filter(i -> fold[i] != f).toArray();
    Ground ground = ground(among.pick(others), base, seed + f, settings);
    int[] rows = IntStream.of(places).map(i -> among.rows()[i]).toArray();
    var scores = new ArrayList<double[]>();
    for (UpliftLearner learner : on(base)) {
      scores.add(learner.train(ground).uplift(among.features(), rows));
    }
    return new Part(base, places, scores);
  }

  /**
   * Scores of different folds come from different models: they are ranked within their fold first,
   * so that the folds weigh alike.
   */
  private void judge(List<Timed> trained, Trial among, int[] fold, double[][] scores) {
    List<Ranking> rankings =
        Arrays.stream(scores)
            .map(
                own ->
                    Ranking.of(Places.within(own, fold, FOLDS), among.outcome(), among.treated()))
            .toList();
    double[] qini = rankings.stream().mapToDouble(r -> r.coefficient(Kind.QINI)).toArray();
    int best = 0;
    for (int i = 1; i < qini.length; i++) {
      best = qini[i] > qini[best] ? i : best;
    }
    var halves = new HalfSamples(rankings.getFirst(), seed + 47, learning::check);
    chosen = -1;
    for (int i = 0; i < qini.length; i++) {
      double error = i == best ? 0 : halves.qiniError(rankings.get(best), rankings.get(i));
      double behind = error == 0 ? 0 : (qini[best] - qini[i]) / error;
      if (chosen < 0 && (i == best || behind <= 1)) {
        chosen = i;
      }
      Timed one = trained.get(i);
      entries.add(new Entry(learners.get(i), one.scorer(), one.seconds(), qini[i], behind));
    }
  }

  public List<Entry> entries() {
    return List.copyOf(entries);
  }

  public Entry chosen() {
    return entries.get(chosen);
  }

  /** Scores of the training part by the learner chosen, out of fold; null where there are none. */
  public double @Nullable [] outOfFold() {
    return outOfFold;
  }

  /** A ground on the training part, for models of the outcome in each arm. */
  public Ground ground() {
    return grounds.getFirst();
  }
}
