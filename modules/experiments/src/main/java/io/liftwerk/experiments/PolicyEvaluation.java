package io.liftwerk.experiments;

import io.liftwerk.experiments.BanditTable.Values;
import io.liftwerk.experiments.PolicyEvaluationResult.ActionSummary;
import io.liftwerk.experiments.PolicyEvaluationResult.Estimate;
import io.liftwerk.experiments.PolicyEvaluationResult.Overlap;
import io.liftwerk.experiments.bandit.OffPolicy;
import io.liftwerk.experiments.bandit.Policy;
import io.liftwerk.experiments.bandit.RewardModel;
import io.liftwerk.experiments.uplift.Draws;
import io.liftwerk.scoring.LearningTable;
import io.liftwerk.scoring.ScoringWarning;
import io.liftwerk.workspace.Job;
import io.liftwerk.workspace.JobContext;
import io.liftwerk.workspace.Names;
import io.liftwerk.workspace.WorkbenchException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Values a policy that was never played by the log of one that was: by weighting, by a model of the
 * reward, and by both. The log must say with which chance each action was taken.
 */
public final class PolicyEvaluation implements Job<PolicyEvaluationResult> {
  /** Name of the job. */
  public static final String NAME = "bandit-evaluate";

  private static final int MOST_CONTEXTS = 1_000;
  private static final double SHRINK = 100;
  private static final double LITTLE = 0.05;

  private final PolicyEvaluationRequest request;

  public PolicyEvaluation(PolicyEvaluationRequest request) {
    this.request = request;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public PolicyEvaluationRequest parameters() {
    return request;
  }

  @Override
  public Long seed() {
    return request.seed();
  }

  @Override
  public Map<String, Double> metrics(PolicyEvaluationResult result) {
    var metrics = new LinkedHashMap<String, Double>();
    result.estimates().forEach(one -> metrics.put(one.name(), one.value()));
    return metrics;
  }

  /** Decisions that can be used. */
  @SuppressWarnings("ArrayRecordComponent") // private and never compared
  private record Log(
      String table,
      List<String> actions,
      int contexts,
      int[] action,
      int[] context,
      double[] reward,
      double[] chance) {
    int size() {
      return action.length;
    }
  }

  /**
   * @throws WorkbenchException when the table or a column is unknown, or a logged chance is none
   */
  @Override
  public PolicyEvaluationResult run(JobContext context) throws Exception {
    if (!(request.priorWeight() >= 0) || !(request.switchAt() > 0)) {
      throw new WorkbenchException(
          "prior",
          "The weight of the prior must not be below 0, and the switch must be above it.",
          "Correct --prior-weight or --switch.");
    }
    context.progress(0.05, "Reading the log");
    var warnings = new ArrayList<ScoringWarning>();
    Log log = read(context, warnings);
    context.progress(0.5, "Valuing the policy");
    double[][] model = model(log, all(log));
    double[][] policy = policy(log);
    OffPolicy values = values(log, model, policy);
    double unsupported = unsupported(log, policy);
    Overlap overlap =
        new Overlap(
            values.effectiveSize(),
            values.effectiveSize() / log.size(),
            values.meanWeight(),
            values.smallestWeight(),
            values.largestWeight(),
            unsupported);
    warn(overlap, log, warnings);
    Estimate gain = estimate("gain", values.gain());
    Estimate logged = estimate("logged", values.logged());
    Estimate robust = estimate("dr", values.dr());
    return new PolicyEvaluationResult(
        log.table(),
        request.target(),
        log.size(),
        log.actions().size(),
        log.contexts(),
        logged,
        List.of(
            estimate("ipw", values.ipw(Double.POSITIVE_INFINITY)),
            estimate("ipw-clipped", values.ipw(request.switchAt())),
            estimate("snipw", values.snipw()),
            estimate("dm", values.dm()),
            robust,
            estimate("sndr", values.sndr()),
            estimate("switch-dr", values.switchDr(request.switchAt())),
            estimate("dr-shrunk", values.shrunkDr(SHRINK))),
        gain,
        overlap,
        summaries(log, policy),
        verdict(logged, robust, gain, overlap),
        List.copyOf(warnings));
  }

  private Log read(JobContext context, List<ScoringWarning> warnings) throws Exception {
    LearningTable table = LearningTable.open(context, request.table());
    var reader = new BanditTable(table, warnings);
    Values actions = reader.values("action column", request.action(), BanditTable.MOST_ARMS);
    double[] rewards = reader.rewards("reward column", request.reward());
    String chanceColumn = table.column("propensity column", request.propensity());
    double[] chances = table.numbers(chanceColumn);
    String by = request.context();
    Values contexts =
        by == null
            ? new Values(List.of(""), new int[table.rows()])
            : reader.values("context column", by, MOST_CONTEXTS);
    if (actions.names().size() < 2) {
      throw new WorkbenchException(
          "arm-empty",
          "Every decision in '%s' of %s was '%s', so there is nothing to choose from."
              .formatted(request.action(), table.name(), actions.names().getFirst()),
          "Take a log with two actions at least.");
    }
    int[] used =
        IntStream.range(0, table.rows())
            .filter(
                row ->
                    actions.codes()[row] >= 0
                        && contexts.codes()[row] >= 0
                        && !Double.isNaN(rewards[row]))
            .toArray();
    for (int row : used) {
      if (!(chances[row] > 0 && chances[row] <= 1)) {
        throw new WorkbenchException(
            "propensity-value",
            "The chance of the action in '%s' of %s is %s in row %d, and what was done with no chance tells nothing."
                .formatted(
                    chanceColumn,
                    table.name(),
                    Double.isNaN(chances[row]) ? "empty" : Double.toString(chances[row]),
                    table.lineOf(row)),
            "It must be above 0 and at most 1 in every row; correct the log, or leave those rows"
                + " out through a view.");
      }
    }
    if (used.length < 2) {
      throw new WorkbenchException(
          "too-few-rows",
          "%s has %d decisions with an action and a reward.".formatted(table.name(), used.length),
          "Load a longer log.");
    }
    if (used.length < table.rows()) {
      warnings.add(
          new ScoringWarning(
              "rows-left-out",
              null,
              String.format(
                  Locale.ROOT,
                  "%,d rows lack an action, a context or a reward and were left out.",
                  table.rows() - used.length)));
    }
    return new Log(
        table.name(),
        actions.names(),
        contexts.names().size(),
        IntStream.of(used).map(row -> actions.codes()[row]).toArray(),
        IntStream.of(used).map(row -> contexts.codes()[row]).toArray(),
        IntStream.of(used).mapToDouble(row -> rewards[row]).toArray(),
        IntStream.of(used).mapToDouble(row -> chances[row]).toArray());
  }

  private static int[] all(Log log) {
    return IntStream.range(0, log.size()).toArray();
  }

  private double[][] model(Log log, int[] places) {
    double[] reward = IntStream.of(places).mapToDouble(i -> log.reward()[i]).toArray();
    Double prior = request.priorMean();
    return RewardModel.of(
            IntStream.of(places).map(i -> log.context()[i]).toArray(),
            log.contexts(),
            IntStream.of(places).map(i -> log.action()[i]).toArray(),
            log.actions().size(),
            reward,
            prior == null ? Arrays.stream(reward).average().orElse(0) : prior,
            // a cell that was never seen must not be 0 / 0
            Math.max(1e-9, request.priorWeight()))
        .expected();
  }

  /** Chance of each action by the policy valued: decisions × actions. */
  private double[][] policy(Log log) {
    int n = log.actions().size();
    var even = new double[n];
    Arrays.fill(even, 1.0 / n);
    var policy = new double[log.size()][];
    if (request.target().equalsIgnoreCase("even")) {
      Arrays.fill(policy, even);
      return policy;
    }
    if (request.target().equalsIgnoreCase("best")) {
      return best(log);
    }
    int always = log.actions().indexOf(Names.match(request.target(), log.actions()).orElse(""));
    if (always < 0) {
      var known = new ArrayList<>(log.actions());
      known.addAll(List.of("even", "best"));
      throw new WorkbenchException(
          "policy-unknown",
          "'%s' is neither a policy nor an action of %s.".formatted(request.target(), log.table()),
          "Did you mean '%s'?".formatted(Names.nearest(request.target(), known).orElse("")));
    }
    var only = new double[n];
    only[always] = 1;
    Arrays.fill(policy, only);
    return policy;
  }

  /** What the model of the other half thinks best: who chooses by a row must not judge by it. */
  private double[][] best(Log log) {
    int[] order = all(log);
    new Draws(request.seed()).shuffle(order);
    var policy = new double[log.size()][];
    for (int half = 0; half < 2; half++) {
      int part = half;
      int[] learned =
          IntStream.range(0, order.length).filter(i -> i % 2 != part).map(i -> order[i]).toArray();
      double[][] model = model(log, learned);
      var chosen = new double[log.contexts()][];
      for (int c = 0; c < chosen.length; c++) {
        chosen[c] = Policy.highest(model[c]);
      }
      for (int i = half; i < order.length; i += 2) {
        policy[order[i]] = chosen[log.context()[order[i]]];
      }
    }
    return policy;
  }

  private static OffPolicy values(Log log, double[][] model, double[][] policy) {
    var weight = new double[log.size()];
    var modelled = new double[log.size()];
    var value = new double[log.size()];
    for (int i = 0; i < weight.length; i++) {
      weight[i] = policy[i][log.action()[i]] / log.chance()[i];
      double[] expected = model[log.context()[i]];
      modelled[i] = expected[log.action()[i]];
      for (int a = 0; a < expected.length; a++) {
        value[i] += policy[i][a] * expected[a];
      }
    }
    return new OffPolicy(log.reward(), weight, modelled, value);
  }

  /** Share of the policy's decisions in contexts where the log never took its action. */
  private static double unsupported(Log log, double[][] policy) {
    var seen = new boolean[log.contexts()][log.actions().size()];
    for (int i = 0; i < log.size(); i++) {
      seen[log.context()[i]][log.action()[i]] = true;
    }
    double without = 0;
    for (int i = 0; i < log.size(); i++) {
      boolean[] known = seen[log.context()[i]];
      for (int a = 0; a < known.length; a++) {
        without += known[a] ? 0 : policy[i][a];
      }
    }
    return without / log.size();
  }

  private void warn(Overlap overlap, Log log, List<ScoringWarning> warnings) {
    if (overlap.unsupported() > 0.001) {
      warnings.add(
          new ScoringWarning(
              "no-support",
              request.action(),
              String.format(
                  Locale.ROOT,
                  "For %.1f %% of what the policy would do the log has no example: weighting cannot"
                      + " value that, and the model guesses.",
                  100 * overlap.unsupported())));
    }
    if (overlap.share() < LITTLE) {
      warnings.add(
          new ScoringWarning(
              "little-overlap",
              request.propensity(),
              String.format(
                  Locale.ROOT,
                  "The %,d logged decisions are worth only %.0f of the policy's own (largest weight"
                      + " %.1f): intervals by weighting may be too narrow.",
                  log.size(),
                  overlap.effectiveSize(),
                  overlap.largestWeight())));
    }
    double error = Math.sqrt(overlap.meanWeight() / Math.max(1, overlap.effectiveSize()));
    if (Math.abs(overlap.meanWeight() - 1) > Math.max(0.1, 4 * error)) {
      warnings.add(
          new ScoringWarning(
              "propensities-off",
              request.propensity(),
              String.format(
                  Locale.ROOT,
                  "The weights are %.3f in the mean where right chances give 1: the chances in '%s'"
                      + " are not those with which actions were taken.",
                  overlap.meanWeight(),
                  request.propensity())));
    }
  }

  private static Estimate estimate(String name, OffPolicy.Estimate estimate) {
    double wide = UpliftFigures.WIDE * estimate.error();
    return new Estimate(
        name, estimate.value(), estimate.error(), estimate.value() - wide, estimate.value() + wide);
  }

  private static List<ActionSummary> summaries(Log log, double[][] policy) {
    var summaries = new ArrayList<ActionSummary>();
    for (int a = 0; a < log.actions().size(); a++) {
      long count = 0;
      double sum = 0;
      double target = 0;
      for (int i = 0; i < log.size(); i++) {
        if (log.action()[i] == a) {
          count++;
          sum += log.reward()[i];
        }
        target += policy[i][a];
      }
      summaries.add(
          new ActionSummary(
              log.actions().get(a),
              count,
              count == 0 ? 0 : sum / count,
              count / (double) log.size(),
              target / log.size()));
    }
    return summaries;
  }

  private String verdict(Estimate logged, Estimate robust, Estimate gain, Overlap overlap) {
    String figures =
        String.format(
            Locale.ROOT,
            "%s a decision by '%s' (doubly robust, 95 %% interval %s to %s), %s as logged",
            Told.figure(robust.value()),
            request.target(),
            Told.figure(robust.low()),
            Told.figure(robust.high()),
            Told.figure(logged.value()));
    if (overlap.unsupported() > 0.5) {
      return String.format(
          Locale.ROOT, "The log cannot value this policy: it has no examples of it; %s.", figures);
    }
    return gain.low() > 0
        ? String.format(Locale.ROOT, "The policy would bring more: %s.", figures)
        : gain.high() < 0
            ? String.format(Locale.ROOT, "The policy would bring less: %s.", figures)
            : String.format(
                Locale.ROOT, "The log does not show that the policy would differ: %s.", figures);
  }
}
