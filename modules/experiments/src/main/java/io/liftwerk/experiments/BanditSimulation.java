package io.liftwerk.experiments;

import io.liftwerk.experiments.BanditSimulationResult.Allocation;
import io.liftwerk.experiments.BanditSimulationResult.Arm;
import io.liftwerk.experiments.BanditSimulationResult.PolicyScore;
import io.liftwerk.experiments.BanditTable.Seen;
import io.liftwerk.experiments.bandit.BestArm;
import io.liftwerk.experiments.bandit.Simulation;
import io.liftwerk.experiments.bandit.Tally;
import io.liftwerk.scoring.LearningTable;
import io.liftwerk.scoring.ScoringWarning;
import io.liftwerk.workspace.Job;
import io.liftwerk.workspace.JobContext;
import io.liftwerk.workspace.Json;
import io.liftwerk.workspace.WorkbenchException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Plays bandit policies on the user's own rates, beside an even split: how long would it take to
 * find the best arm, and what would it cost? With a table it also says how to divide the next
 * period, in a CSV.
 */
public final class BanditSimulation implements Job<BanditSimulationResult> {
  /** Name of the job. */
  public static final String NAME = "bandit-simulate";

  private static final long MOST_CONTACTS = 100_000_000;
  private static final int MOST_PERIODS = 1_000;
  private static final int MOST_PLAYS = 10_000;

  private final BanditSimulationRequest request;

  public BanditSimulation(BanditSimulationRequest request) {
    this.request = request;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public BanditSimulationRequest parameters() {
    return request;
  }

  @Override
  public Long seed() {
    return request.seed();
  }

  @Override
  public Object fingerprint(BanditSimulationResult result) {
    return Json.without(result, "files");
  }

  /**
   * @throws WorkbenchException when the table or a column is unknown, or a rate is none
   */
  @Override
  public BanditSimulationResult run(JobContext context) throws Exception {
    check();
    context.progress(0.02, "Looking at the rates");
    var warnings = new ArrayList<ScoringWarning>();
    String table = request.table();
    Seen seen = null;
    String name = null;
    if (table != null) {
      LearningTable source = LearningTable.open(context, table);
      name = source.name();
      seen =
          new BanditTable(source, warnings)
              .seen(
                  named(request.arm(), "--arm"),
                  named(request.outcome(), "--outcome"),
                  request.segment());
    }
    Simulation simulation = simulation(seen);
    List<String> arms = seen == null ? request.arms() : seen.arms();
    double[] chances = seen == null ? new double[0] : chances(seen);
    context.progress(0.1, "Playing");
    var plays =
        new BanditPlays(
            simulation,
            request.plays(),
            request.value(),
            request.seed(),
            seen != null && seen.numeric(),
            context);
    List<PolicyScore> policies = plays.run(request.policies(), request.segment() != null);
    var allocation = new ArrayList<Allocation>();
    var files = new ArrayList<String>();
    if (seen != null) {
      allocation.addAll(allocation(arms, chances, simulation.allowed()[0]));
      files.add(BanditFiles.write(context, allocation, armsOf(seen, chances)));
    }
    String best = arms.get(simulation.best());
    return new BanditSimulationResult(
        name,
        seen != null && seen.numeric(),
        seen == null ? given() : armsOf(seen, chances),
        best,
        request.contacts(),
        request.contacts() * request.periods() - sum(simulation.allowed()),
        request.periods(),
        request.plays(),
        request.certainty(),
        request.seed(),
        policies,
        allocation,
        verdict(policies, best),
        List.copyOf(warnings),
        files);
  }

  private static long sum(long[] values) {
    long sum = 0;
    for (long value : values) {
      sum += value;
    }
    return sum;
  }

  private static String named(@Nullable String column, String option) {
    if (column == null) {
      throw new WorkbenchException(
          "column-unnamed",
          "A table needs a column of arms and a column of outcomes.",
          "Name it with %s.".formatted(option));
    }
    return column;
  }

  private void check() {
    boolean wrong =
        request.contacts() < 1
            || request.contacts() > MOST_CONTACTS
            || request.periods() < 1
            || request.periods() > MOST_PERIODS
            || request.plays() < 2
            || request.plays() > MOST_PLAYS
            || !(request.certainty() > 0.5 && request.certainty() < 1);
    if (wrong) {
      throw new WorkbenchException(
          "simulation-size",
          "The simulation needs contacts (1 to 100 million a period), periods (1 to 1000), plays (2"
              + " to 10000) and a certainty between 0.5 and 1.",
          "Correct --contacts, --periods, --plays or --certainty.");
    }
    if (request.table() == null) {
      checkRates();
    }
    Integer cap = request.cap();
    Long people = request.people();
    if ((cap == null) != (people == null)
        || cap != null && cap < 1
        || people != null && people < 1
        || request.capPeriods() < 1) {
      throw new WorkbenchException(
          "cap",
          "A frequency cap needs the number of people and how often each may be contacted, both"
              + " more than 0.",
          "Name --people and --cap together.");
    }
  }

  private void checkRates() {
    if (request.rates().size() < 2 || request.rates().size() != request.arms().size()) {
      throw new WorkbenchException(
          "rates-few",
          "At least two arms with a rate each are needed to simulate.",
          "Name them with --rates A=0.02,B=0.03, or take a table with --table, --arm and"
              + " --outcome.");
    }
    for (double rate : request.rates()) {
      if (!(rate >= 0 && rate <= 1)) {
        throw new WorkbenchException(
            "rate-value",
            "A rate of %s is no chance.".formatted(rate),
            "Write rates as fractions between 0 and 1: 0.025 for 2.5 %.");
      }
    }
    if (request.rates().stream().distinct().count() == 1) {
      throw new WorkbenchException(
          "rates-equal",
          "All arms have the same rate, so there is no best one to find.",
          "Give rates that differ by what would matter to you.");
    }
  }

  private Simulation simulation(@Nullable Seen seen) {
    Integer cap = request.cap();
    Long people = request.people();
    var limit =
        cap == null || people == null
            ? Simulation.Cap.NONE
            : new Simulation.Cap(people, cap, request.capPeriods());
    if (seen == null) {
      double[] rates = request.rates().stream().mapToDouble(Double::doubleValue).toArray();
      return new Simulation(
          new double[][] {rates},
          new double[0][],
          new double[] {1},
          request.contacts(),
          request.periods(),
          request.certainty(),
          limit);
    }
    int segments = seen.tallies().length;
    var mean = new double[segments][seen.arms().size()];
    var deviation = new double[seen.numeric() ? segments : 0][seen.arms().size()];
    var mix = new double[segments];
    double all = 0;
    for (int s = 0; s < segments; s++) {
      for (int a = 0; a < mean[s].length; a++) {
        Tally tally = seen.tallies()[s][a];
        mean[s][a] = tally.mean();
        if (seen.numeric()) {
          deviation[s][a] = Math.sqrt(tally.variance());
        }
        mix[s] += tally.count();
        all += tally.count();
      }
    }
    for (int s = 0; s < segments; s++) {
      mix[s] /= all;
    }
    return new Simulation(
        mean, deviation, mix, request.contacts(), request.periods(), request.certainty(), limit);
  }

  /** Chance of each arm to be the best by what was seen. */
  private static double[] chances(Seen seen) {
    int n = seen.arms().size();
    var first = new double[n];
    var second = new double[n];
    for (int a = 0; a < n; a++) {
      Tally tally = seen.arm(a);
      first[a] = seen.numeric() ? tally.mean() : 1 + tally.sum();
      second[a] =
          seen.numeric()
              ? Math.max(1e-12, Math.sqrt(tally.variance() / tally.count()))
              : 1 + tally.count() - tally.sum();
    }
    return seen.numeric() ? BestArm.ofNormals(first, second) : BestArm.ofBetas(first, second);
  }

  private List<Arm> given() {
    return IntStream.range(0, request.arms().size())
        .mapToObj(
            a -> new Arm(request.arms().get(a), null, request.rates().get(a), null, null, null))
        .toList();
  }

  private static List<Arm> armsOf(Seen seen, double[] chances) {
    return IntStream.range(0, chances.length)
        .mapToObj(
            a -> {
              Tally tally = seen.arm(a);
              double error = Math.sqrt(tally.variance() / tally.count());
              return new Arm(
                  seen.arms().get(a),
                  (long) tally.count(),
                  tally.mean(),
                  tally.mean() - UpliftFigures.WIDE * error,
                  tally.mean() + UpliftFigures.WIDE * error,
                  chances[a]);
            })
        .toList();
  }

  /** Contacts by largest remainder, so that they add up. */
  private static List<Allocation> allocation(List<String> arms, double[] chances, long contacts) {
    double sum = 0;
    for (double chance : chances) {
      sum += chance;
    }
    var counts = new long[chances.length];
    long left = contacts;
    for (int a = 0; a < counts.length; a++) {
      counts[a] = (long) (contacts * chances[a] / sum);
      left -= counts[a];
    }
    double total = sum;
    List<Integer> order =
        IntStream.range(0, counts.length)
            .boxed()
            .sorted(
                Comparator.comparingDouble(
                    (Integer a) -> counts[a] - contacts * chances[a] / total))
            .toList();
    for (int i = 0; i < left; i++) {
      counts[order.get(i)]++;
    }
    var allocation = new ArrayList<Allocation>();
    for (int a = 0; a < counts.length; a++) {
      allocation.add(new Allocation(arms.get(a), chances[a] / sum, counts[a]));
    }
    return allocation;
  }

  private String verdict(List<PolicyScore> policies, String best) {
    PolicyScore even = policies.getFirst();
    PolicyScore least =
        policies.stream().min(Comparator.comparingDouble(PolicyScore::lost)).orElseThrow();
    Integer periods = even.medianPeriods();
    String wait =
        periods == null
            ? String.format(
                Locale.ROOT,
                "An even split would mostly not find '%s' within %d periods",
                best,
                request.periods())
            : String.format(
                Locale.ROOT, "An even split would find '%s' in about %d periods", best, periods);
    return least == even
        ? String.format(
            Locale.ROOT,
            "%s and lose %.1f outcomes on the way; no policy loses less.",
            wait,
            even.lost())
        : String.format(
            Locale.ROOT,
            "%s and lose %.1f outcomes over all of them; %s would lose %.1f.",
            wait,
            even.lost(),
            title(least.name()),
            least.lost());
  }

  /** What a policy is called in a sentence, as it is in tables; the same in any language. */
  private static String title(String policy) {
    return switch (policy) {
      case "thompson" -> "Thompson";
      case "ucb1" -> "UCB1";
      case "epsilon-greedy" -> "ε-greedy";
      case "softmax" -> "Softmax";
      case "linucb" -> "LinUCB";
      case "lints" -> "LinTS";
      default -> policy;
    };
  }
}
