package io.liftwerk.experiments;

import io.liftwerk.workspace.Hashes;
import io.liftwerk.workspace.Json;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an experiment is to show, written down before its results can be looked at.
 *
 * @param id short name
 * @param hypothesis what is expected, and why
 * @param table table the results will come in
 * @param arm column that says which arm a person was in
 * @param control its value for those who get nothing new
 * @param metrics that decide, the first of them most, as {@link AbTestRequest#metrics}
 * @param guards metrics that must not get worse
 * @param minimum smallest lift worth having, 0.05 for 5 %
 * @param looks stop rule, as {@link AbTestRequest#looks}
 * @param planned persons planned in all; null when open
 * @param alpha accepted chance of a false alarm
 * @param shares {@code ARM=share}; empty for equal ones
 * @param canary share that the new arms get until the guards have been looked at; null for none
 * @param covariate as {@link AbTestRequest#covariate}
 * @param start first day of the treatment
 * @param person column that identifies a person
 * @param date column with the day a person came in
 */
public record ExperimentPlan(
    String id,
    String hypothesis,
    String table,
    String arm,
    String control,
    List<String> metrics,
    List<String> guards,
    double minimum,
    String looks,
    @Nullable Long planned,
    double alpha,
    List<String> shares,
    @Nullable Double canary,
    @Nullable String covariate,
    @Nullable LocalDate start,
    @Nullable String person,
    @Nullable String date) {

  public ExperimentPlan {
    metrics = List.copyOf(metrics);
    guards = List.copyOf(guards);
    shares = List.copyOf(shares);
  }

  /** SHA-256 of the plan, which the audit trail holds. */
  public String hash() {
    return Hashes.sha256(Json.canonical(this));
  }

  /** The comparison that the plan asks for. */
  public AbTestRequest request() {
    var all = new ArrayList<String>(metrics);
    all.addAll(guards);
    // of a canary the new arms have their share together, the control the rest
    List<String> parts =
        canary == null || !shares.isEmpty() ? shares : List.of(control + "=" + (1 - canary));
    return new AbTestRequest(
        table, arm, control, all, covariate, start, person, null, null, date, parts, alpha, looks,
        planned, minimum, "holm", id);
  }
}
