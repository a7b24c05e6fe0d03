package io.liftwerk.warehouse.lineage;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column of a query's result.
 *
 * @param name as the query names it
 * @param from what it is made of
 * @param gap why that is not, or not all, known; null when it is
 */
public record Output(String name, List<Dependency> from, @Nullable String gap) {
  public Output {
    from = List.copyOf(from);
  }

  Output named(String other) {
    return new Output(other, from, gap);
  }
}
