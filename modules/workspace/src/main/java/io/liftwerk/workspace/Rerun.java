package io.liftwerk.workspace;

import io.liftwerk.workspace.RerunResult.Comparison;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Runs a recorded job again and says whether the result is the same. */
public final class Rerun {
  private final Workspace workspace;
  private final JobRunner runner;
  private final JobCatalog catalog;

  public Rerun(Workspace workspace, JobRunner runner, JobCatalog catalog) {
    this.workspace = workspace;
    this.runner = runner;
    this.catalog = catalog;
  }

  /** As {@link #run(String, String, Consumer)}, unwatched. */
  public RerunResult run(String id, @Nullable String onTable) {
    return run(id, onTable, handle -> {});
  }

  /**
   * @param id number of the recorded run
   * @param onTable read this table instead of the recorded one; null for the same
   * @param watcher told of every change of state or progress
   * @throws WorkbenchException when there is no such run, it cannot be repeated, or the repetition
   *     fails
   */
  public RerunResult run(
      String id, @Nullable String onTable, Consumer<? super JobHandle<?>> watcher) {
    RunRecord original = workspace.ledger().get(id);
    Job<?> job = catalog.again(original, onTable);
    return compare(original, repeat(job, original, watcher), onTable);
  }

  private <R> RunRecord repeat(
      Job<R> job, RunRecord original, Consumer<? super JobHandle<?>> watcher) {
    return runner.run(job, original.id(), watcher::accept).record();
  }

  private static RerunResult compare(
      RunRecord original, RunRecord again, @Nullable String onTable) {
    Comparison comparison = comparison(original, again, onTable);
    String pair = "Run " + again.id() + " repeats run " + original.id();
    String sentence =
        switch (comparison) {
          case IDENTICAL -> pair + ": the result is identical.";
          case INPUTS_CHANGED -> pair + ": the result differs, and so does what it read.";
          case DIFFERENT ->
              original.software().equals(again.software())
                  ? pair + ": the result differs, though it read the same."
                  : "%s: the result differs; it was made by version %s, now by %s."
                      .formatted(pair, original.software(), again.software());
          case OTHER_TABLE -> pair + " on " + onTable + ", so there is nothing to compare.";
          case NO_RESULT -> pair + ", which had no result to compare with.";
        };
    return new RerunResult(
        original, again, comparison, comparison == Comparison.IDENTICAL, sentence);
  }

  private static Comparison comparison(
      RunRecord original, RunRecord again, @Nullable String onTable) {
    if (onTable != null) {
      return Comparison.OTHER_TABLE;
    }
    if (original.resultHash() == null) {
      return Comparison.NO_RESULT;
    }
    if (original.resultHash().equals(again.resultHash())) {
      return Comparison.IDENTICAL;
    }
    return original.inputs().equals(again.inputs())
        ? Comparison.DIFFERENT
        : Comparison.INPUTS_CHANGED;
  }
}
