package io.liftwerk.scoring;

import io.liftwerk.scoring.SourceTable.Field;
import io.liftwerk.workspace.JobContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What tells the rows of the snapshot apart in a way that holds from one load of a table to the
 * next, see {@code registry.SeenRows}.
 *
 * @param columns whose text identifies a row
 * @param numbered whether rows alike are told apart by their number
 */
record RowKeys(List<String> columns, boolean numbered) {

  /**
   * By the id where there is one: whoever was seen is known again when other facts have changed.
   */
  static RowKeys of(@Nullable Field id, List<String> features) {
    return id != null
        ? new RowKeys(List.of(id.name()), false)
        : new RowKeys(features.stream().sorted().toList(), true);
  }

  /** A key a row of the snapshot; empty when {@code source} lacks a column. */
  Optional<long[]> read(JobContext context, SourceTable source, int rows) throws Exception {
    var parts = new ArrayList<String>();
    for (String column : columns) {
      Optional<Field> field = source.find(column);
      if (field.isEmpty()) {
        return Optional.empty();
      }
      parts.add("coalesce(" + field.get().text() + ", '')");
    }
    var keys = new long[rows];
    String key =
        "CAST(md5_number_lower(concat_ws(chr(31), %s)) // 2 AS BIGINT)"
            .formatted(String.join(", ", parts));
    Query.each(
        context,
        "SELECT n, k, %s FROM (SELECT %s AS n, %s AS k FROM %s)"
            .formatted(
                numbered ? "row_number() OVER (PARTITION BY k ORDER BY n)" : "0",
                SourceTable.N,
                key,
                SourceTable.SNAPSHOT),
        row -> keys[(int) row.getLong(1)] = row.getLong(2) + 0x9E3779B97F4A7C15L * row.getLong(3));
    return Optional.of(keys);
  }
}
