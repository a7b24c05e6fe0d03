package io.liftwerk.app.window.scoring;

import io.liftwerk.app.window.base.AnalysisModel;
import io.liftwerk.scoring.LeadScoringRequest;
import io.liftwerk.scoring.LeadScoringResult;
import io.liftwerk.scoring.ScoringOptions;
import io.liftwerk.workspace.TableRef;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the user has set of a scoring.
 *
 * @param table qualified name, null while none is chosen
 * @param target column with the outcome
 * @param positive the value that counts as yes, null to let it be decided
 * @param id column that names the records, null to let it be decided
 * @param split column with train and test, null for a seeded split
 * @param options what else is asked
 */
public record ScoringSettings(
    @Nullable String table,
    @Nullable String target,
    @Nullable String positive,
    @Nullable String id,
    Set<String> exclude,
    @Nullable String split,
    long seed,
    ScoringOptions options)
    implements AnalysisModel.Settings<LeadScoringRequest> {
  private static final long SEED = 7;

  /** Nothing chosen yet. */
  static ScoringSettings nothing(ScoringOptions.Purpose purpose) {
    return new ScoringSettings(null, null, null, null, Set.of(), null, SEED, plain(purpose));
  }

  private static ScoringOptions plain(ScoringOptions.Purpose purpose) {
    return new ScoringOptions(purpose, false, null, null, null, null, null);
  }

  /** What {@code run} used; the result knows how the table spells the yes. */
  static ScoringSettings of(LeadScoringRequest run, LeadScoringResult result) {
    return new ScoringSettings(
        TableRef.parse(run.table()).toString(),
        run.target(),
        run.positive() == null ? null : result.positive(),
        run.id(),
        Set.copyOf(run.exclude()),
        run.split(),
        run.seed(),
        run.options());
  }

  @Override
  public @Nullable LeadScoringRequest request() {
    return table == null || target == null
        ? null
        : new LeadScoringRequest(
            table, target, positive, id, List.copyOf(new TreeSet<>(exclude)), split, seed, options);
  }

  /** Whether anything is set that only the further options show. */
  boolean isSpecial() {
    return !options.equals(plain(options.purpose())) || id != null || split != null || seed != SEED;
  }

  public ScoringSettings withTable(String next) {
    // what a win is worth holds for any table, the names of columns for this one only
    var kept =
        new ScoringOptions(
            options.purpose(),
            options.balanced(),
            null,
            options.value(),
            options.cost(),
            options.capacity(),
            null);
    return new ScoringSettings(next, null, null, null, Set.of(), null, seed, kept);
  }

  public ScoringSettings withTarget(String next) {
    var others = new TreeSet<>(exclude);
    others.remove(next);
    return new ScoringSettings(table, next, null, id, others, split, seed, options);
  }

  public ScoringSettings withPositive(@Nullable String next) {
    return new ScoringSettings(table, target, next, id, exclude, split, seed, options);
  }

  public ScoringSettings withId(@Nullable String next) {
    return new ScoringSettings(table, target, positive, next, exclude, split, seed, options);
  }

  public ScoringSettings withExclude(Set<String> next) {
    return new ScoringSettings(table, target, positive, id, Set.copyOf(next), split, seed, options);
  }

  /** A column with train and test; it takes the place of a date, since there is one split. */
  public ScoringSettings withSplit(@Nullable String next) {
    return new ScoringSettings(
        table, target, positive, id, exclude, next, seed, next == null ? options : time(null));
  }

  public ScoringSettings withSeed(long next) {
    return new ScoringSettings(table, target, positive, id, exclude, split, next, options);
  }

  private ScoringSettings withOptions(ScoringOptions next) {
    return new ScoringSettings(table, target, positive, id, exclude, split, seed, next);
  }

  public ScoringSettings withBalanced(boolean next) {
    return withOptions(
        new ScoringOptions(
            options.purpose(),
            next,
            options.time(),
            options.value(),
            options.cost(),
            options.capacity(),
            options.fairness()));
  }

  /** A date to split by; it takes the place of a column with train and test. */
  public ScoringSettings withTime(@Nullable String next) {
    return new ScoringSettings(
        table, target, positive, id, exclude, next == null ? split : null, seed, time(next));
  }

  private ScoringOptions time(@Nullable String next) {
    return new ScoringOptions(
        options.purpose(),
        options.balanced(),
        next,
        options.value(),
        options.cost(),
        options.capacity(),
        options.fairness());
  }

  /** What a win is worth, what a contact costs, how many can be made. */
  public ScoringSettings withMoney(
      @Nullable Double value, @Nullable Double cost, @Nullable Long capacity) {
    return withOptions(
        new ScoringOptions(
            options.purpose(),
            options.balanced(),
            options.time(),
            value,
            cost,
            capacity,
            options.fairness()));
  }

  public ScoringSettings withFairness(@Nullable String next) {
    return withOptions(
        new ScoringOptions(
            options.purpose(),
            options.balanced(),
            options.time(),
            options.value(),
            options.cost(),
            options.capacity(),
            next));
  }
}
