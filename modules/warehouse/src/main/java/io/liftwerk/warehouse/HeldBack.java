package io.liftwerk.warehouse;

import io.liftwerk.warehouse.consent.Use;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whom consent holds back from a table, as the newest {@link ConsentReport} counted it in the
 * sources that the table is made of.
 *
 * @param use what consent is needed for
 * @param sources tables of bronze that it is made of and that hold persons; all it is made of while
 *     nothing was counted
 * @param rows of those sources
 * @param held rows among them that are held back
 * @param reasons why, the most frequent first; they add up to {@code held}
 * @param run the run that counted; null while none did, and then the figures say nothing
 * @param countedAt when, UTC; null while nothing was counted
 * @param older whether the count is not of what stands: something was built, loaded, erased or set
 *     since, or between the build and the count
 */
public record HeldBack(
    Use use,
    List<String> sources,
    long rows,
    long held,
    List<ConsentResult.Part> reasons,
    @Nullable String run,
    @Nullable Instant countedAt,
    boolean older) {

  public HeldBack {
    sources = List.copyOf(sources);
    reasons = List.copyOf(reasons);
  }
}
