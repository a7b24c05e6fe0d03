package io.liftwerk.app.window.data;

import io.liftwerk.ingest.SourceTable;
import io.liftwerk.workspace.TableInfo;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Where a table stands in the list: exports by platform, then other files, then what was made of
 * them.
 *
 * @param rank which part of the list
 * @param platform whose exports, empty for none in particular
 */
record TableGroup(Rank rank, String platform) implements Comparable<TableGroup> {

  /** The parts of the list, from its top. */
  enum Rank {
    PLATFORM,
    OTHER,
    SILVER,
    GOLD
  }

  /**
   * @param source what the table was loaded from, null when it was made by an analysis
   */
  static TableGroup of(TableInfo table, @Nullable SourceTable source) {
    String platform = source == null ? "" : source.findings().platform();
    if (!platform.isEmpty()) {
      return new TableGroup(Rank.PLATFORM, platform);
    }
    return new TableGroup(
        switch (table.ref().schema()) {
          case "silver" -> Rank.SILVER;
          case "gold" -> Rank.GOLD;
          default -> Rank.OTHER;
        },
        "");
  }

  @Override
  public int compareTo(TableGroup other) {
    return Comparator.comparing(TableGroup::rank)
        .thenComparing(TableGroup::platform)
        .compare(this, other);
  }
}
