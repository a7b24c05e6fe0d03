package io.liftwerk.app.window.bandit;

import io.liftwerk.app.window.base.AnalysisModel;
import io.liftwerk.experiments.BanditSimulationRequest;
import io.liftwerk.experiments.BanditSimulationResult;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is set where policies are played.
 *
 * @param table table whose rates are played; null where rates are typed
 * @param arms names of the arms whose rates are typed
 * @param rates their chances of an outcome
 * @param policies names of policies; empty for all
 * @param value what an outcome is worth; null when unknown
 * @param rest what is not set on the page
 */
public record SimulationSettings(
    @Nullable String table,
    Source source,
    List<String> arms,
    List<Double> rates,
    long contacts,
    int periods,
    List<String> policies,
    @Nullable Double value,
    Rest rest)
    implements AnalysisModel.Settings<BanditSimulationRequest> {
  private static final Source NONE = new Source(null, null, null);

  /** The columns of a table. */
  public record Source(@Nullable String arm, @Nullable String outcome, @Nullable String segment) {}

  /** Certainty, frequency cap, plays and seed. */
  public record Rest(
      double certainty,
      @Nullable Long people,
      @Nullable Integer cap,
      int capPeriods,
      int plays,
      long seed) {}

  static SimulationSettings nothing() {
    return new SimulationSettings(
        null,
        NONE,
        List.of("A", "B"),
        List.of(0.02, 0.025),
        1_000,
        30,
        List.of(),
        null,
        new Rest(0.95, null, null, 7, 200, 7));
  }

  /** What {@code run} used. */
  static SimulationSettings of(BanditSimulationRequest run, BanditSimulationResult result) {
    return new SimulationSettings(
        result.table(),
        new Source(run.arm(), run.outcome(), run.segment()),
        run.arms(),
        run.rates(),
        run.contacts(),
        run.periods(),
        run.policies(),
        run.value(),
        new Rest(
            run.certainty(), run.people(), run.cap(), run.capPeriods(), run.plays(), run.seed()));
  }

  @Override
  public @Nullable BanditSimulationRequest request() {
    boolean complete =
        table == null ? arms.size() > 1 : source.arm() != null && source.outcome() != null;
    return complete
        ? new BanditSimulationRequest(
            table,
            source.arm(),
            source.outcome(),
            source.segment(),
            arms,
            rates,
            contacts,
            periods,
            policies,
            rest.certainty(),
            value,
            rest.people(),
            rest.cap(),
            rest.capPeriods(),
            rest.plays(),
            rest.seed())
        : null;
  }

  /** The rates of a table; null for rates that are typed. */
  public SimulationSettings withTable(@Nullable String next) {
    SimulationSettings usual = nothing();
    return new SimulationSettings(
        next,
        NONE,
        next == null ? usual.arms : List.of(),
        next == null ? usual.rates : List.of(),
        contacts,
        periods,
        policies,
        value,
        rest);
  }

  public SimulationSettings withSource(Source next) {
    return new SimulationSettings(
        table, next, arms, rates, contacts, periods, policies, value, rest);
  }

  public SimulationSettings withRates(List<String> names, List<Double> chances) {
    return new SimulationSettings(
        table, source, names, chances, contacts, periods, policies, value, rest);
  }

  public SimulationSettings withSize(long each, int many, @Nullable Double worth) {
    return new SimulationSettings(table, source, arms, rates, each, many, policies, worth, rest);
  }

  public SimulationSettings withPolicies(List<String> next) {
    return new SimulationSettings(table, source, arms, rates, contacts, periods, next, value, rest);
  }
}
