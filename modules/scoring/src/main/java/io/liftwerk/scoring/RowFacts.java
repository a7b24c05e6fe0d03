package io.liftwerk.scoring;

import io.liftwerk.scoring.SourceTable.Field;
import io.liftwerk.scoring.features.Dataset;
import io.liftwerk.workspace.JobContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of each row of the snapshot before any feature: enough to draw the parts.
 *
 * @param outcome 1 yes, 0 no, {@link Dataset#OPEN} open
 * @param part the user's split column in lower case; empty without one
 * @param hash of all that a row says of itself: not its origin, its id, or its part of the split
 * @param day of the time-based split, in days since 1970-01-01, NaN where missing; empty without
 *     one
 * @param group place in {@code groups} of the value to compare by, -1 where it is missing or rare;
 *     empty without one
 */
@SuppressWarnings("ArrayRecordComponent") // private to this package and never compared
record RowFacts(
    byte[] outcome,
    @Nullable String[] part,
    long[] hash,
    double[] day,
    byte[] group,
    List<String> groups) {
  private static final int MOST_GROUPS = 12;

  /** The columns a request names beside its target; null where it names none. */
  record Named(
      @Nullable Field id, @Nullable Field split, @Nullable Field time, @Nullable Field groups) {}

  static RowFacts read(JobContext context, SourceTable source, Target target, Named named, int rows)
      throws Exception {
    List<String> groups = groups(context, target, named.groups());
    Map<String, Byte> code = new HashMap<>();
    groups.forEach(group -> code.put(group, (byte) code.size()));
    Field split = named.split();
    Field time = named.time();
    Field group = named.groups();
    var outcome = new byte[rows];
    @Nullable String[] part = new String[split == null ? 0 : rows];
    var hash = new long[rows];
    var day = new double[time == null ? 0 : rows];
    var groupOf = new byte[group == null ? 0 : rows];
    String sql =
        "SELECT "
            + String.join(
                ", ",
                SourceTable.N,
                target.outcome(),
                hash(source, named),
                split == null ? "NULL" : "lower(" + split.text() + ")",
                time == null ? "NULL" : DatasetReader.day(time),
                group == null ? "NULL" : group.text())
            + " FROM "
            + SourceTable.SNAPSHOT;
    Query.each(
        context,
        sql,
        row -> {
          int n = (int) row.getLong(1);
          outcome[n] = row.getByte(2);
          hash[n] = row.getLong(3);
          if (part.length > 0) {
            part[n] = row.getString(4);
          }
          if (day.length > 0) {
            double value = row.getDouble(5);
            day[n] = row.wasNull() ? Double.NaN : value;
          }
          if (groupOf.length > 0) {
            String value = row.getString(6);
            groupOf[n] = value == null ? -1 : code.getOrDefault(value, (byte) -1);
          }
        });
    return new RowFacts(outcome, part, hash, day, groupOf, groups);
  }

  private static List<String> groups(JobContext context, Target target, @Nullable Field field)
      throws Exception {
    return field == null
        ? List.of()
        : Query.list(
            context,
            ("SELECT v FROM (SELECT %s AS v FROM %s WHERE %s) WHERE v IS NOT NULL GROUP BY v"
                    + " ORDER BY count(*) DESC, v LIMIT %d")
                .formatted(field.text(), SourceTable.SNAPSHOT, target.known(), MOST_GROUPS),
            row -> row.getString(1));
  }

  private static String hash(SourceTable source, Named named) {
    List<String> names =
        source.fields().stream()
            .filter(field -> !field.technical())
            .filter(field -> !field.equals(named.id()) && !field.equals(named.split()))
            .map(Field::sql)
            .toList();
    return "CAST(hash(" + String.join(", ", names) + ") >> 1 AS BIGINT)";
  }

  /** The rows without features, to draw parts of. */
  Dataset bare() {
    return new Dataset(outcome.length, List.of(), outcome);
  }
}
