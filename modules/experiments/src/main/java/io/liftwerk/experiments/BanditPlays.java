package io.liftwerk.experiments;

import io.liftwerk.experiments.BanditSimulationResult.PolicyScore;
import io.liftwerk.experiments.bandit.Dice;
import io.liftwerk.experiments.bandit.Policy;
import io.liftwerk.experiments.bandit.Simulation;
import io.liftwerk.experiments.bandit.Simulation.Play;
import io.liftwerk.experiments.bandit.Simulation.Player;
import io.liftwerk.experiments.uplift.RandomBand;
import io.liftwerk.workspace.JobContext;
import io.liftwerk.workspace.Names;
import io.liftwerk.workspace.WorkbenchException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Plays every policy many times and sums up how each did. */
final class BanditPlays {
  private final Simulation simulation;
  private final int plays;
  private final @Nullable Double value;
  private final long seed;
  private final boolean numeric;
  private final JobContext context;

  BanditPlays(
      Simulation simulation,
      int plays,
      @Nullable Double value,
      long seed,
      boolean numeric,
      JobContext context) {
    this.simulation = simulation;
    this.plays = plays;
    this.value = value;
    this.seed = seed;
    this.numeric = numeric;
    this.context = context;
  }

  /** Every policy under its name, those that know the segment where there are any. */
  private Map<String, Player> players(boolean segments) {
    double scale = scale();
    Map<String, Player> players = new LinkedHashMap<>();
    players.put("even", new Player.Plain(new Policy.Even()));
    players.put(
        "thompson",
        new Player.Plain(numeric ? new Policy.ThompsonNormal() : new Policy.ThompsonBeta()));
    players.put("ucb1", new Player.Plain(new Policy.Ucb1(scale)));
    players.put("epsilon-greedy", new Player.Plain(new Policy.EpsilonGreedy(0.1)));
    players.put("softmax", new Player.Plain(new Policy.Softmax(scale / 10)));
    if (segments) {
      players.put("linucb", new Player.LinUcb(scale));
      players.put("lints", new Player.LinTs(scale));
    }
    return players;
  }

  /** Standard deviation of a reward: what bounds and temperatures are measured by. */
  private double scale() {
    int best = simulation.best();
    double mean = simulation.overall(best);
    double own = numeric ? simulation.deviation()[0][best] : Math.sqrt(mean * (1 - mean));
    return Math.max(1e-9, own);
  }

  /**
   * @param wanted names of policies; the even split is always played
   */
  List<PolicyScore> run(List<String> wanted, boolean segments) {
    Map<String, Player> players = players(segments);
    for (String name : wanted) {
      if (!players.containsKey(name)) {
        throw new WorkbenchException(
            "policy-unknown",
            "There is no policy '%s' to play here.".formatted(name),
            "Did you mean '%s'?".formatted(Names.nearest(name, players.keySet()).orElse("")));
      }
    }
    if (!wanted.isEmpty()) {
      players.keySet().removeIf(name -> !name.equals("even") && !wanted.contains(name));
    }
    long contacts = Arrays.stream(simulation.allowed()).sum();
    double best =
        contacts * (segments ? simulation.bestBySegment() : simulation.overall(simulation.best()));
    var scores = new ArrayList<PolicyScore>();
    int done = 0;
    for (var player : players.entrySet()) {
      context.progress(0.1 + 0.8 * done++ / players.size(), "Playing");
      double even = scores.isEmpty() ? Double.NaN : scores.getFirst().outcomes();
      scores.add(score(player.getKey(), player.getValue(), best, even, segments));
    }
    return scores;
  }

  private PolicyScore score(
      String name, Player player, double best, double even, boolean segments) {
    int periods = simulation.periods();
    var lost = new double[plays];
    var soFar = new double[periods][plays];
    var bestShare = new double[periods];
    var found = new ArrayList<Integer>();
    int wrong = 0;
    long[] allowed = simulation.allowed();
    double each = segments ? simulation.bestBySegment() : simulation.overall(simulation.best());
    for (int play = 0; play < plays; play++) {
      context.checkCancelled();
      // every policy meets the same luck
      Play one = simulation.play(player, new Dice(seed + 1_000_003L * play));
      double outcomes = 0;
      double target = 0;
      for (int period = 0; period < periods; period++) {
        outcomes += one.reward()[period];
        target += allowed[period] * each;
        soFar[period][play] = target - outcomes;
        bestShare[period] += one.bestShare()[period] / plays;
      }
      lost[play] = best - outcomes;
      if (one.found() > 0) {
        found.add(one.found());
        wrong += one.right() ? 0 : 1;
      }
    }
    Arrays.sort(lost);
    double mean = Arrays.stream(lost).average().orElse(0);
    found.sort(null);
    int middle = plays / 2;
    for (double[] period : soFar) {
      Arrays.sort(period);
    }
    return new PolicyScore(
        name,
        best - mean,
        mean,
        RandomBand.percentile(lost, 0.05),
        RandomBand.percentile(lost, 0.95),
        Double.isNaN(even) ? 0 : best - mean - even,
        value == null ? null : mean * value,
        found.size() / (double) plays,
        wrong / (double) plays,
        found.size() > middle ? found.get(middle) : null,
        perPeriod(soFar, all -> Arrays.stream(all).average().orElse(0)),
        perPeriod(soFar, all -> RandomBand.percentile(all, 0.05)),
        perPeriod(soFar, all -> RandomBand.percentile(all, 0.95)),
        Arrays.stream(bestShare).boxed().toList());
  }

  private static List<Double> perPeriod(double[][] plays, ToDoubleFunction<double[]> figure) {
    return Arrays.stream(plays).map(each -> figure.applyAsDouble(each)).toList();
  }
}
