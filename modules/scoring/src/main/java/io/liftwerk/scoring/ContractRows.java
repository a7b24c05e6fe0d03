package io.liftwerk.scoring;

import io.liftwerk.scoring.SourceTable.Field;
import io.liftwerk.workspace.JobContext;
import io.liftwerk.workspace.WorkbenchException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A table of contracts as times and ends. Days become months of 365.25/12 days; a contract that is
 * to end after the last day looked at runs.
 */
final class ContractRows {
  /** Rows that count: {@code n}, {@code time}, {@code ended}, {@code grouping}, {@code value}. */
  static final String ROWS = "temp.main.liftwerk_ltv_contracts";

  private static final String YES =
      "'yes', 'true', 'ja', 'wahr', '1', 't', 'y', 'j', 'churned', 'left', 'gekündigt', 'oui',"
          + " 'si'";
  private static final String NO =
      "'no', 'false', 'nein', 'falsch', '0', 'f', 'n', 'active', 'aktiv', 'non'";

  private final SourceTable source;
  final double[] time;
  final boolean[] ended;
  final double[] value;
  final List<@Nullable String> groups;
  final boolean days;

  private ContractRows(
      SourceTable source,
      double[] time,
      boolean[] ended,
      double[] value,
      List<@Nullable String> groups,
      boolean days) {
    this.source = source;
    this.time = time;
    this.ended = ended;
    this.value = value;
    this.groups = groups;
    this.days = days;
  }

  SourceTable source() {
    return source;
  }

  int size() {
    return time.length;
  }

  /**
   * @throws WorkbenchException when the table or a column is unknown, or holds what cannot be read
   */
  static ContractRows read(
      JobContext context, ChurnTimeRequest request, List<ScoringWarning> warnings)
      throws Exception {
    String table = request.table();
    SourceTable source = SourceTable.snapshot(context, table == null ? "silver.contracts" : table);
    source.count(context);
    String duration = request.duration();
    if (duration == null) {
      readDays(context, source, request, warnings);
    } else {
      readDurations(context, source, request, source.field("duration column", duration));
    }
    leaveOut(context, source, warnings);
    return load(context, source, duration == null);
  }

  private static void readDays(
      JobContext context,
      SourceTable source,
      ChurnTimeRequest request,
      List<ScoringWarning> warnings)
      throws Exception {
    Field start =
        column(source, "start column", request.start(), ContractColumns.STARTS, "--start");
    Field end = column(source, "end column", request.end(), ContractColumns.ENDS, "--end");
    refuse(context, source, start, "TRY_CAST(%s AS TIMESTAMP)", "date");
    refuse(context, source, end, "TRY_CAST(%s AS TIMESTAMP)", "date");
    LocalDate until = request.until() == null ? request.today() : request.until();
    String last = "DATE '" + until + "'";
    String from = "CAST(TRY_CAST(" + start.text() + " AS TIMESTAMP) AS DATE)";
    String to = "CAST(TRY_CAST(" + end.text() + " AS TIMESTAMP) AS DATE)";
    String churned = request.churned();
    String stated =
        churned == null
            ? source.find("churn_stated").map(ContractRows::yes).orElse("CAST(NULL AS BOOLEAN)")
            : yes(source.field("churn column", churned));
    long future =
        Query.one(
            context,
            "SELECT count(*) FROM " + SourceTable.SNAPSHOT + " WHERE " + from + " > " + last,
            row -> row.getLong(1));
    if (future > 0) {
      warnings.add(
          new ScoringWarning(
              "future",
              start.name(),
              String.format(
                  Locale.ROOT,
                  "%,d contracts of %s begin after the last day to look at and are left out.",
                  future,
                  source.table())));
    }
    write(
        context,
        source,
        request,
        """
        SELECT *, (least(coalesce(liftwerk_to, %1$s), %1$s) - liftwerk_from) / (365.25 / 12) AS liftwerk_time,
          coalesce(liftwerk_to <= %1$s AND coalesce(liftwerk_stated, true), false)
            AS liftwerk_ended
        FROM (
          SELECT *, %2$s AS liftwerk_from, %3$s AS liftwerk_to, %4$s AS liftwerk_stated FROM %5$s)
        WHERE liftwerk_from IS NULL OR liftwerk_from <= %1$s
        """
            .formatted(last, from, to, stated, SourceTable.SNAPSHOT));
  }

  private static void readDurations(
      JobContext context, SourceTable source, ChurnTimeRequest request, Field duration)
      throws Exception {
    String churned = request.churned();
    if (churned == null) {
      throw new WorkbenchException(
          "column-missing",
          "Beside the duration column '%s' it has to be known which contracts ended."
              .formatted(duration.name()),
          "Name the yes/no column with --churned.");
    }
    Field field = source.field("churn column", churned);
    refuse(context, source, duration, "TRY_CAST(%s AS DOUBLE)", "number");
    refuse(context, source, field, yesOf("%s"), "yes or no");
    write(
        context,
        source,
        request,
        "SELECT *, TRY_CAST(%s AS DOUBLE) AS liftwerk_time, %s AS liftwerk_ended FROM %s"
            .formatted(duration.text(), yes(field), SourceTable.SNAPSHOT));
  }

  private static String yes(Field field) {
    return yesOf(field.text());
  }

  private static String yesOf(String text) {
    return "CASE WHEN lower(%1$s) IN (%2$s) THEN true WHEN lower(%1$s) IN (%3$s) THEN false END"
        .formatted(text, YES, NO);
  }

  private static void write(
      JobContext context, SourceTable source, ChurnTimeRequest request, String rows)
      throws Exception {
    String group = request.group();
    String value = request.value();
    Field grouping = group == null ? null : source.field("group column", group);
    Field money = value == null ? null : source.field("value column", value);
    if (money != null) {
      refuse(context, source, money, "TRY_CAST(%s AS DOUBLE)", "number");
    }
    context.execute(
        "CREATE OR REPLACE TEMP TABLE liftwerk_ltv_contracts AS SELECT %s AS n, liftwerk_time AS time, liftwerk_ended AS ended, %s AS grouping, %s AS value FROM (%s)"
            .formatted(
                SourceTable.N,
                grouping == null ? "CAST(NULL AS VARCHAR)" : grouping.text(),
                money == null ? "1.0" : "TRY_CAST(" + money.text() + " AS DOUBLE)",
                rows));
  }

  private static void leaveOut(
      JobContext context, SourceTable source, List<ScoringWarning> warnings) throws Exception {
    long dropped =
        context.execute(
            "DELETE FROM " + ROWS + " WHERE time IS NULL OR ended IS NULL OR value IS NULL");
    if (dropped > 0) {
      warnings.add(
          new ScoringWarning(
              "incomplete",
              null,
              String.format(
                  Locale.ROOT,
                  "%,d contracts of %s lack a time, an outcome or a value and are left out.",
                  dropped,
                  source.table())));
    }
    long negative = context.execute("DELETE FROM " + ROWS + " WHERE time < 0");
    if (negative > 0) {
      warnings.add(
          new ScoringWarning(
              "negative-time",
              null,
              String.format(
                  Locale.ROOT,
                  "%,d contracts of %s end before they begin and are left out.",
                  negative,
                  source.table())));
    }
  }

  private static ContractRows load(JobContext context, SourceTable source, boolean days)
      throws Exception {
    int count = Query.one(context, "SELECT count(*) FROM " + ROWS, row -> row.getInt(1));
    var time = new double[count];
    var ended = new boolean[count];
    var value = new double[count];
    var groups = new ArrayList<@Nullable String>();
    Query.each(
        context,
        "SELECT time, ended, value, grouping FROM " + ROWS + " ORDER BY n",
        row -> {
          int i = groups.size();
          time[i] = row.getDouble(1);
          ended[i] = row.getBoolean(2);
          value[i] = row.getDouble(3);
          groups.add(row.getString(4));
        });
    return new ContractRows(source, time, ended, value, groups, days);
  }

  private static Field column(
      SourceTable source, String role, @Nullable String named, List<String> usual, String option) {
    if (named != null) {
      return source.field(role, named);
    }
    return usual.stream()
        .map(source::find)
        .flatMap(Optional::stream)
        .findFirst()
        .orElseThrow(() -> PurchaseRows.missing(source, role, option));
  }

  private static void refuse(
      JobContext context, SourceTable source, Field field, String reading, String wanted)
      throws Exception {
    PurchaseRows.refuse(
        context,
        SourceTable.SNAPSHOT,
        source.rowNumber(),
        "%s IS NOT NULL AND %s IS NULL"
            .formatted(field.text(), reading.replace("%s", field.text())),
        field.text(),
        field,
        source,
        wanted);
  }
}
