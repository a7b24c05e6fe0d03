package io.liftwerk.experiments;

import io.liftwerk.experiments.abtest.Moments;
import io.liftwerk.workspace.JobContext;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Moments of every metric by arm, stratum and day, from one pass over the persons. */
final class AbSums {
  private final Map<Group, List<Moments>> groups;

  private AbSums(Map<Group, List<Moments>> groups) {
    this.groups = groups;
  }

  /** Persons of one arm, stratum and day. */
  record Group(String arm, String stratum, @Nullable LocalDate day) {}

  /**
   * Columns whose moments are wanted together.
   *
   * @param columns in this order
   * @param condition in SQL that rows must meet; null for all with a value in every column
   */
  record Tuple(List<AbColumn> columns, @Nullable String condition) {
    private String filter() {
      var conditions = new ArrayList<String>();
      columns.stream()
          .filter(column -> column.missing() > 0)
          .forEach(column -> conditions.add(column.name() + " IS NOT NULL"));
      if (condition != null) {
        conditions.add(condition);
      }
      return conditions.isEmpty() ? "" : " FILTER (WHERE " + String.join(" AND ", conditions) + ")";
    }

    private List<String> aggregates() {
      String filter = filter();
      var list = new ArrayList<String>();
      list.add("count(*)" + filter);
      for (int i = 0; i < columns.size(); i++) {
        list.add("CAST(coalesce(sum(" + scaled(i) + ")" + filter + ", 0) AS HUGEINT)");
        for (int j = 0; j <= i; j++) {
          boolean small = columns.get(i).small() && columns.get(j).small();
          String first = small ? scaled(i) : "CAST(" + scaled(i) + " AS HUGEINT)";
          list.add(
              "CAST(coalesce(sum(%s * %s)%s, 0) AS HUGEINT)".formatted(first, scaled(j), filter));
        }
      }
      return list;
    }

    private String scaled(int i) {
      return "s_" + columns.get(i).name();
    }

    private int width() {
      int k = columns.size();
      return 1 + k + k * (k + 1) / 2;
    }

    private Moments read(ResultSet row, int from) throws SQLException {
      int k = columns.size();
      int at = from;
      long n = row.getLong(at++);
      var sums = new BigInteger[k];
      var squares = new BigInteger[k][k];
      var scale = new double[k];
      for (int i = 0; i < k; i++) {
        scale[i] = columns.get(i).scale();
        sums[i] = (BigInteger) row.getObject(at++);
        for (int j = 0; j <= i; j++) {
          squares[i][j] = (BigInteger) row.getObject(at++);
          squares[j][i] = squares[i][j];
        }
      }
      return Moments.exact(n, sums, squares, scale);
    }
  }

  /**
   * @param rows table of persons or clusters
   * @param apart whether strata and days are kept apart
   */
  static AbSums of(JobContext context, String rows, List<Tuple> tuples, boolean apart)
      throws Exception {
    var columns = new LinkedHashSet<AbColumn>();
    tuples.forEach(tuple -> columns.addAll(tuple.columns()));
    String keys = apart ? "arm, stratum, day" : "arm, '' AS stratum, CAST(NULL AS DATE) AS day";
    String inner =
        columns.stream()
            .map(column -> ", " + column.whole() + " AS s_" + column.name() + ", " + column.name())
            .collect(Collectors.joining());
    String aggregates =
        tuples.stream()
            .flatMap(tuple -> tuple.aggregates().stream())
            .collect(Collectors.joining(", "));
    var groups = new LinkedHashMap<Group, List<Moments>>();
    AbQuery.list(
        context,
        "SELECT arm, stratum, day, "
            + aggregates
            + " FROM (SELECT "
            + keys
            + inner
            + " FROM "
            + rows
            + ") GROUP BY arm, stratum, day ORDER BY arm, stratum, day",
        row -> {
          var moments = new ArrayList<Moments>();
          int from = 4;
          for (Tuple tuple : tuples) {
            moments.add(tuple.read(row, from));
            from += tuple.width();
          }
          var group =
              new Group(row.getString(1), row.getString(2), row.getObject(3, LocalDate.class));
          groups.put(group, moments);
          return group;
        });
    return new AbSums(groups);
  }

  /** The moments of a tuple over all groups that {@code which} takes. */
  Moments of(int tuple, int columns, Predicate<Group> which) {
    Moments sum = Moments.none(columns);
    for (Map.Entry<Group, List<Moments>> entry : groups.entrySet()) {
      if (which.test(entry.getKey())) {
        sum = sum.plus(entry.getValue().get(tuple));
      }
    }
    return sum;
  }

  /** Strata there are, in order. */
  List<String> strata() {
    return groups.keySet().stream().map(Group::stratum).distinct().sorted().toList();
  }

  /** Days there are, in order. */
  List<LocalDate> days() {
    var days = new ArrayList<LocalDate>();
    for (Group group : groups.keySet()) {
      LocalDate day = group.day();
      if (day != null && !days.contains(day)) {
        days.add(day);
      }
    }
    days.sort(null);
    return days;
  }
}
