package io.liftwerk.warehouse.lineage;

import io.liftwerk.workspace.TableRef;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that a column is made of, or that decides about rows.
 *
 * @param relation a table, view or model
 * @param column its column; null for its rows as such, as in {@code count(*)}
 * @param how what it is used for
 * @param steps the expressions on the way that do more than hand on, the outermost first
 */
public record Dependency(TableRef relation, @Nullable String column, How how, List<String> steps) {

  public Dependency {
    steps = List.copyOf(steps);
  }

  /** Seen through an expression that uses it in the way {@code outer}. */
  Dependency through(How outer, List<String> before) {
    if (before.isEmpty() && outer == How.IDENTITY) {
      return this;
    }
    var all = new ArrayList<String>(before);
    all.addAll(steps);
    return new Dependency(relation, column, outer.over(how), all);
  }

  Object key() {
    return List.of(relation, column == null ? "" : column, how);
  }
}
