package io.liftwerk.experiments;

import io.liftwerk.workspace.JobContext;
import io.liftwerk.workspace.WorkbenchException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Clusters that were assigned to arms as a whole, a row each with the sums of their persons. A mean
 * over persons is then a ratio of sums over clusters, whose variance by the delta method counts
 * that persons of a cluster are alike (Deng, Lu and Qin 2021).
 */
final class AbClusters {
  static final String CLUSTERS = "temp.main.liftwerk_abtest_clusters";

  private final Map<String, AbColumn> columns = new LinkedHashMap<>();
  private final JobContext context;
  private final AbRows rows;
  private final List<String> sums = new ArrayList<>();

  AbClusters(JobContext context, AbRows rows) {
    this.context = context;
    this.rows = rows;
  }

  /**
   * Sums of persons with a value in {@code all}: of each of them and, last, their number.
   *
   * @return the columns of {@link #CLUSTERS}
   */
  List<AbColumn> sums(List<AbColumn> all) {
    var made = new ArrayList<AbColumn>();
    var filled = new ArrayList<String>();
    all.stream().filter(one -> one.missing() > 0).forEach(one -> filled.add(one.name()));
    String filter =
        filled.isEmpty()
            ? ""
            : " FILTER (WHERE " + String.join(" IS NOT NULL AND ", filled) + " IS NOT NULL)";
    for (AbColumn one : all) {
      String sum = "CAST(coalesce(sum(" + one.whole() + ")" + filter + ", 0) AS DOUBLE)";
      made.add(column(sum + " / " + one.scale()));
    }
    made.add(column("CAST(count(*)" + filter + " AS DOUBLE)"));
    return made;
  }

  private AbColumn column(String expression) {
    return columns.computeIfAbsent(
        expression,
        key -> {
          String name = "c" + columns.size();
          sums.add(expression + " AS " + name);
          return AbColumn.made(name);
        });
  }

  /**
   * @throws WorkbenchException code {@code cluster-twice} or {@code cluster-none}
   */
  void write() throws Exception {
    record Count(long clusters, long mixed, long without) {}
    Count count =
        AbQuery.one(
            context,
            "SELECT count(cluster), count(*) FILTER (WHERE cluster IS NOT NULL AND a <> b),"
                + " coalesce(sum(n) FILTER (WHERE cluster IS NULL), 0) FROM (SELECT cluster,"
                + " min(arm) AS a, max(arm) AS b, count(*) AS n FROM "
                + rows.rows()
                + " GROUP BY cluster)",
            row -> new Count(row.getLong(1), row.getLong(2), row.getLong(3)));
    if (count.mixed() > 0) {
      throw new WorkbenchException(
          "cluster-twice",
          String.format(
              Locale.ROOT,
              "%,d of %,d clusters of %s have persons in more than one arm.",
              count.mixed(),
              count.clusters(),
              rows.table().ref()),
          "Leave out the cluster column if persons, not clusters, were assigned to arms.");
    }
    if (count.without() > 0) {
      rows.note(
          "no-cluster",
          String.format(
              Locale.ROOT, "%,d persons belong to no cluster and are left out.", count.without()));
    }
    context.execute(
        "CREATE OR REPLACE TEMP TABLE liftwerk_abtest_clusters AS SELECT min(arm) AS arm, '' AS"
            + " stratum, CAST(NULL AS DATE) AS day, "
            + String.join(", ", sums)
            + " FROM "
            + rows.rows()
            + " WHERE cluster IS NOT NULL GROUP BY cluster");
    for (AbColumn column : columns.values()) {
      column.measure(context, CLUSTERS);
    }
  }

  /** Clusters of each arm. */
  Map<String, Long> arms() throws Exception {
    var arms = new LinkedHashMap<String, Long>();
    AbQuery.list(
        context,
        "SELECT arm, count(*) FROM " + CLUSTERS + " GROUP BY arm ORDER BY arm",
        row -> arms.put(row.getString(1), row.getLong(2)));
    return arms;
  }
}
