package io.liftwerk.experiments;

import io.liftwerk.workspace.JobCatalog;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to simulate: rates that are given, or those of a table.
 *
 * @param table table with a row a contact; null when rates are given
 * @param arm column that says which arm a contact got
 * @param outcome column with what it brought, yes and no or a number
 * @param segment column by whose values arms differ; null for none
 * @param arms names of the arms whose rates are given
 * @param rates their chances of an outcome
 * @param contacts per period
 * @param periods how many, at most
 * @param policies names of policies; empty for all
 * @param certainty chance of being best at which an arm counts as found
 * @param value what an outcome is worth; null when unknown
 * @param people that can be contacted; null for any number
 * @param cap contacts of a person at most within {@code capPeriods}; null for any number
 * @param capPeriods periods that the cap looks at
 * @param plays how often everything is played
 * @param seed seed of every draw
 */
public record BanditSimulationRequest(
    @Nullable String table,
    @Nullable String arm,
    @Nullable String outcome,
    @Nullable String segment,
    List<String> arms,
    List<Double> rates,
    long contacts,
    int periods,
    List<String> policies,
    double certainty,
    @Nullable Double value,
    @Nullable Long people,
    @Nullable Integer cap,
    int capPeriods,
    int plays,
    long seed)
    implements JobCatalog.OnTable<BanditSimulationRequest> {

  /** Given rates, and nothing else asked. */
  public static BanditSimulationRequest of(
      List<String> arms, List<Double> rates, long contacts, int periods, long seed) {
    return new BanditSimulationRequest(
        null, null, null, null, arms, rates, contacts, periods, List.of(), 0.95, null, null, null,
        7, 200, seed);
  }

  /** The rates of a table, and nothing else asked. */
  public static BanditSimulationRequest of(
      String table, String arm, String outcome, long contacts, int periods, long seed) {
    return new BanditSimulationRequest(
        table, arm, outcome, null, List.of(), List.of(), contacts, periods, List.of(), 0.95, null,
        null, null, 7, 200, seed);
  }

  @Override
  public BanditSimulationRequest onTable(String other) {
    return new BanditSimulationRequest(
        other,
        arm,
        outcome,
        segment,
        arms,
        rates,
        contacts,
        periods,
        policies,
        certainty,
        value,
        people,
        cap,
        capPeriods,
        plays,
        seed);
  }
}
