package io.liftwerk.experiments;

import io.liftwerk.workspace.JobCatalog;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whose uplift to learn.
 *
 * @param table table or view of one row a person
 * @param treatment column that says who was treated how
 * @param control its value for those not treated
 * @param treated its values to compare with control, each by itself; empty for all others
 * @param outcome column with the outcome: yes and no, or a number
 * @param learners names of learners, {@code t-logistic}, or of kinds, {@code t}; empty for the
 *     usual ones
 * @param id column that identifies a person; null to find it
 * @param exclude columns not to learn from
 * @param keep columns to learn from although they seem to be known only after the treatment
 * @param split column with the values {@code train} and {@code test}; null for a seeded 70/30 split
 * @param propensity column with each person's chance of being treated; null where it is the same
 *     for all, or unknown
 * @param value what an outcome (of a number: one of it) is worth; null when unknown
 * @param cost what a contact costs, in the same currency; null for nothing
 * @param budget what may be spent on contacts; null for any sum
 * @param seed seed of the split and of every stochastic step
 */
public record UpliftRequest(
    String table,
    String treatment,
    String control,
    List<String> treated,
    String outcome,
    List<String> learners,
    @Nullable String id,
    List<String> exclude,
    List<String> keep,
    @Nullable String split,
    @Nullable String propensity,
    @Nullable Double value,
    @Nullable Double cost,
    @Nullable Double budget,
    long seed)
    implements JobCatalog.OnTable<UpliftRequest> {

  /** With the usual learners, and nothing else asked. */
  public static UpliftRequest of(
      String table,
      String treatment,
      String control,
      String treated,
      String outcome,
      @Nullable String split,
      long seed) {
    return new UpliftRequest(
        table,
        treatment,
        control,
        List.of(treated),
        outcome,
        List.of(),
        null,
        List.of(),
        List.of(),
        split,
        null,
        null,
        null,
        null,
        seed);
  }

  /** The same with these learners. */
  public UpliftRequest with(List<String> others) {
    return new UpliftRequest(
        table,
        treatment,
        control,
        treated,
        outcome,
        others,
        id,
        exclude,
        keep,
        split,
        propensity,
        value,
        cost,
        budget,
        seed);
  }

  /** The same with what a contact is worth and costs. */
  public UpliftRequest with(@Nullable Double worth, @Nullable Double price, @Nullable Double most) {
    return new UpliftRequest(
        table,
        treatment,
        control,
        treated,
        outcome,
        learners,
        id,
        exclude,
        keep,
        split,
        propensity,
        worth,
        price,
        most,
        seed);
  }

  /** The same without these columns. */
  public UpliftRequest without(List<String> columns) {
    return new UpliftRequest(
        table,
        treatment,
        control,
        treated,
        outcome,
        learners,
        id,
        columns,
        keep,
        split,
        propensity,
        value,
        cost,
        budget,
        seed);
  }

  @Override
  public UpliftRequest onTable(String other) {
    return new UpliftRequest(
        other,
        treatment,
        control,
        treated,
        outcome,
        learners,
        id,
        exclude,
        keep,
        split,
        propensity,
        value,
        cost,
        budget,
        seed);
  }
}
