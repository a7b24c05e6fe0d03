package io.liftwerk.app.window.uplift;

import io.liftwerk.app.window.base.AnalysisModel;
import io.liftwerk.experiments.UpliftRequest;
import io.liftwerk.experiments.UpliftResult;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is set on the Uplift page.
 *
 * @param table qualified name, null while none is chosen
 * @param learners names of learners or kinds; empty for the usual ones
 * @param exclude columns not to learn from
 * @param split column with the parts, null for 70/30 by seed
 */
public record UpliftSettings(
    @Nullable String table,
    Arms arms,
    @Nullable String outcome,
    Money money,
    List<String> learners,
    Set<String> exclude,
    @Nullable String split,
    Rest rest)
    implements AnalysisModel.Settings<UpliftRequest> {
  private static final Arms NOBODY = new Arms(null, null, List.of());
  private static final Rest USUAL = new Rest(null, null, List.of(), 7);

  /**
   * Who was treated how.
   *
   * @param treated values compared with control; empty for all others
   */
  public record Arms(@Nullable String treatment, @Nullable String control, List<String> treated) {}

  /** What an outcome is worth, a contact costs, and may be spent; null where unknown. */
  public record Money(@Nullable Double value, @Nullable Double cost, @Nullable Double budget) {}

  /** What is seldom set. */
  public record Rest(
      @Nullable String id, @Nullable String propensity, List<String> keep, long seed) {}

  static UpliftSettings nothing() {
    return new UpliftSettings(
        null, NOBODY, null, new Money(null, null, null), List.of(), Set.of(), null, USUAL);
  }

  /** What {@code run} used. */
  static UpliftSettings of(UpliftRequest run, UpliftResult result) {
    return new UpliftSettings(
        result.table(),
        new Arms(run.treatment(), run.control(), run.treated()),
        run.outcome(),
        new Money(run.value(), run.cost(), run.budget()),
        run.learners(),
        Set.copyOf(run.exclude()),
        run.split(),
        new Rest(run.id(), run.propensity(), run.keep(), run.seed()));
  }

  @Override
  public @Nullable UpliftRequest request() {
    String treatment = arms.treatment();
    String control = arms.control();
    return table == null || treatment == null || control == null || outcome == null
        ? null
        : new UpliftRequest(
            table,
            treatment,
            control,
            arms.treated(),
            outcome,
            learners,
            rest.id(),
            List.copyOf(new TreeSet<>(exclude)),
            rest.keep(),
            split,
            rest.propensity(),
            money.value(),
            money.cost(),
            money.budget(),
            rest.seed());
  }

  public UpliftSettings withTable(String next) {
    return new UpliftSettings(
        next,
        NOBODY,
        null,
        money,
        learners,
        Set.of(),
        null,
        new Rest(null, null, List.of(), rest.seed()));
  }

  public UpliftSettings withArms(Arms next) {
    return new UpliftSettings(table, next, outcome, money, learners, exclude, split, rest);
  }

  public UpliftSettings withOutcome(@Nullable String next) {
    return new UpliftSettings(table, arms, next, money, learners, exclude, split, rest);
  }

  public UpliftSettings withMoney(Money next) {
    return new UpliftSettings(table, arms, outcome, next, learners, exclude, split, rest);
  }

  public UpliftSettings withLearners(List<String> next) {
    return new UpliftSettings(table, arms, outcome, money, next, exclude, split, rest);
  }

  public UpliftSettings withExclude(Set<String> next) {
    return new UpliftSettings(table, arms, outcome, money, learners, Set.copyOf(next), split, rest);
  }

  public UpliftSettings withSplit(@Nullable String next) {
    return new UpliftSettings(table, arms, outcome, money, learners, exclude, next, rest);
  }

  public UpliftSettings withRest(Rest next) {
    return new UpliftSettings(table, arms, outcome, money, learners, exclude, split, next);
  }
}
