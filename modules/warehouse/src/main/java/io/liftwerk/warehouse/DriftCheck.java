package io.liftwerk.warehouse;

import io.liftwerk.warehouse.DriftResult.ColumnDrift;
import io.liftwerk.warehouse.DriftResult.LeftOut;
import io.liftwerk.warehouse.drift.CategoryDrift;
import io.liftwerk.warehouse.drift.Measure;
import io.liftwerk.warehouse.drift.NumberDrift;
import io.liftwerk.warehouse.drift.Samples;
import io.liftwerk.warehouse.drift.Verdict;
import io.liftwerk.workspace.Job;
import io.liftwerk.workspace.JobContext;
import io.liftwerk.workspace.Sql;
import io.liftwerk.workspace.TableInfo;
import io.liftwerk.workspace.TableRef;
import io.liftwerk.workspace.Tables;
import io.liftwerk.workspace.WorkbenchException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Says of every column of a table whether it still looks as before: against another table, or
 * between two periods. DuckDB counts; only counts and the borders of bins come into memory, so the
 * number of rows does not matter.
 */
public final class DriftCheck implements Job<DriftResult> {
  /** Name of the job. */
  public static final String NAME = "drift";

  private static final Set<String> NUMBERS =
      Set.of(
          "TINYINT",
          "SMALLINT",
          "INTEGER",
          "BIGINT",
          "HUGEINT",
          "UTINYINT",
          "USMALLINT",
          "UINTEGER",
          "UBIGINT",
          "UHUGEINT",
          "FLOAT",
          "DOUBLE",
          "DECIMAL");
  private static final Set<String> CATEGORIES = Set.of("VARCHAR", "BOOLEAN", "ENUM", "UUID");
  private static final double MOSTLY_DIFFERENT = 0.5;
  private static final int FEW = 200;

  private final DriftRequest request;

  public DriftCheck(DriftRequest request) {
    this.request = request;
  }

  /** Rows to compare: what people call them, and a query. */
  private record Side(String name, TableInfo table, String query) {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public DriftRequest parameters() {
    return request;
  }

  @Override
  public Map<String, Double> metrics(DriftResult result) {
    var metrics = new LinkedHashMap<String, Double>();
    for (ColumnDrift column : result.columns()) {
      Double psi = column.measure("psi").map(Measure::value).orElse(null);
      if (psi != null) {
        metrics.put("psi." + column.column(), psi);
      }
    }
    return metrics;
  }

  /**
   * @throws WorkbenchException code {@code table-unknown} or {@code column-unknown}; {@code
   *     drift-period} when the periods are not given or overlap; {@code drift-empty} when one side
   *     has no rows
   */
  @Override
  public DriftResult run(JobContext context) throws Exception {
    List<Side> sides = sides(context);
    Side reference = sides.getFirst();
    Side current = sides.getLast();
    long referenceRows = rows(context, reference);
    long currentRows = rows(context, current);
    var drifts = new ArrayList<ColumnDrift>();
    var leftOut = new ArrayList<LeftOut>();
    List<TableInfo.Column> columns = columns(current.table());
    for (int i = 0; i < columns.size(); i++) {
      TableInfo.Column column = columns.get(i);
      context.progress((double) i / columns.size(), "Comparing " + column.name());
      compare(context, reference, current, column, drifts, leftOut);
    }
    drifts.sort(
        Comparator.comparingInt((ColumnDrift one) -> rank(one.verdict()))
            .thenComparingDouble(one -> -psi(one))
            .thenComparing(ColumnDrift::column));
    return new DriftResult(
        reference.name(), current.name(), referenceRows, currentRows, drifts, leftOut);
  }

  private static int rank(Verdict verdict) {
    return switch (verdict) {
      case MAJOR -> 0;
      case MODERATE -> 1;
      case TOO_FEW_ROWS -> 2;
      case STABLE -> 3;
    };
  }

  private static double psi(ColumnDrift column) {
    Double value = column.measure("psi").map(Measure::value).orElse(null);
    return value == null ? 0 : value;
  }

  private List<TableInfo.Column> columns(TableInfo table) {
    if (request.columns().isEmpty()) {
      return table.columns();
    }
    return request.columns().stream().map(name -> column(table, name)).toList();
  }

  private static TableInfo.Column column(TableInfo table, String name) {
    return table.columns().stream()
        .filter(column -> column.name().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(
            () ->
                new WorkbenchException(
                    "column-unknown",
                    table.ref() + " has no column '" + name + "'.",
                    "Its columns are: "
                        + String.join(
                            ", ", table.columns().stream().map(TableInfo.Column::name).toList())
                        + "."));
  }

  private void compare(
      JobContext context,
      Side reference,
      Side current,
      TableInfo.Column column,
      List<ColumnDrift> drifts,
      List<LeftOut> leftOut)
      throws Exception {
    String reason = notCompared(reference, column);
    if (reason != null) {
      leftOut.add(new LeftOut(column.name(), reason));
      return;
    }
    boolean numeric = NUMBERS.contains(base(column.type()));
    try (Samples samples =
        Samples.of(context, reference.query(), current.query(), column.name(), numeric)) {
      if (samples.isEmpty()) {
        leftOut.add(new LeftOut(column.name(), "no values on one side"));
      } else if (!numeric && names(samples)) {
        leftOut.add(new LeftOut(column.name(), "nearly every value stands there once"));
      } else {
        drifts.add(drift(column.name(), numeric, samples));
      }
    }
  }

  private @Nullable String notCompared(Side reference, TableInfo.Column column) {
    if (column.name().startsWith("_")) {
      return "tells where a row comes from";
    }
    if (column.name().equalsIgnoreCase(request.date())) {
      return "tells the periods apart";
    }
    var other =
        reference.table().columns().stream()
            .filter(one -> one.name().equalsIgnoreCase(column.name()))
            .findFirst();
    if (other.isEmpty()) {
      return "not in " + reference.name();
    }
    boolean numeric = NUMBERS.contains(base(column.type()));
    if (!numeric && !CATEGORIES.contains(base(column.type()))) {
      return "values of type " + column.type().toLowerCase(Locale.ROOT) + " are not compared";
    }
    boolean otherNumeric = NUMBERS.contains(base(other.get().type()));
    return numeric == otherNumeric ? null : "numbers on one side only";
  }

  private static String base(String type) {
    int end = type.indexOf('(');
    return type.endsWith("]") ? type : end < 0 ? type : type.substring(0, end);
  }

  /** Whether values name single rows, so that none is expected to come again. */
  private static boolean names(Samples samples) throws Exception {
    long distinct = samples.distinct();
    return distinct > FEW
        && distinct > MOSTLY_DIFFERENT * (samples.reference() + samples.current());
  }

  private static ColumnDrift drift(String column, boolean numeric, Samples samples)
      throws Exception {
    List<Measure> measures = numeric ? NumberDrift.of(samples) : CategoryDrift.of(samples);
    Verdict verdict = Verdict.of(measures, samples.reference(), samples.current());
    boolean missing = Verdict.missingDiffers(samples);
    if (missing && verdict != Verdict.MAJOR) {
      verdict = Verdict.MODERATE;
    }
    return new ColumnDrift(
        column,
        numeric,
        samples.reference(),
        samples.current(),
        samples.missingReference(),
        samples.missingCurrent(),
        missing,
        verdict,
        reason(verdict, missing, measures),
        measures);
  }

  private static String reason(Verdict verdict, boolean missing, List<Measure> measures) {
    Measure psi =
        measures.stream().filter(one -> one.name().equals("psi")).findFirst().orElseThrow();
    String value = String.format(Locale.ROOT, "%.3f", psi.value());
    double p = psi.p() == null ? 1 : psi.p();
    if (missing) {
      return "The share of missing values has changed; PSI " + value + ".";
    }
    return switch (verdict) {
      case MAJOR -> "PSI " + value + " is a large shift, and not by chance.";
      case MODERATE -> "PSI " + value + " is a moderate shift, and not by chance.";
      case TOO_FEW_ROWS ->
          "PSI " + value + " would be a shift, but so few rows lie that far apart by chance.";
      case STABLE ->
          p < Verdict.SIGNIFICANT
              ? "PSI " + value + " is a small shift; so many rows show it for certain."
              : "PSI " + value + " is no more than chance.";
    };
  }

  private static long rows(JobContext context, Side side) throws SQLException {
    try (Statement statement = context.connection().createStatement();
        ResultSet row = statement.executeQuery("SELECT count(*) FROM (" + side.query() + ")")) {
      row.next();
      long rows = row.getLong(1);
      if (rows == 0) {
        throw new WorkbenchException(
            "drift-empty", side.name() + " has no rows to compare.", "Choose other days.");
      }
      return rows;
    }
  }

  /** The reference, then what is looked at. */
  private List<Side> sides(JobContext context) {
    var tables = new Tables(context.workspace());
    TableInfo table = tables.describe(TableRef.parse(request.table()));
    String all = "SELECT * FROM " + table.ref().sql();
    String against = request.against();
    if (against != null) {
      TableInfo other = tables.describe(TableRef.parse(against));
      return List.of(
          new Side(other.ref().toString(), other, "SELECT * FROM " + other.ref().sql()),
          new Side(table.ref().toString(), table, all));
    }
    String date = request.date();
    LocalDate from = request.from();
    LocalDate to = request.to();
    if (date == null || from == null || to == null || to.isBefore(from)) {
      throw new WorkbenchException(
          "drift-period",
          "What to compare " + table.ref() + " with is not said.",
          "Name another table, or a date column and the first and last day.");
    }
    long days = ChronoUnit.DAYS.between(from, to) + 1;
    LocalDate referenceTo = or(request.referenceTo(), from.minusDays(1));
    LocalDate referenceFrom = or(request.referenceFrom(), referenceTo.minusDays(days - 1));
    if (referenceTo.isBefore(referenceFrom)
        || !referenceTo.isBefore(from) && !referenceFrom.isAfter(to)) {
      throw new WorkbenchException(
          "drift-period",
          "The days compared with, "
              + referenceFrom
              + " to "
              + referenceTo
              + ", are none or overlap "
              + from
              + " to "
              + to
              + ".",
          "Choose days before or after.");
    }
    String column = Sql.identifier(column(table, date).name());
    return List.of(
        period(table, all, column, referenceFrom, referenceTo),
        period(table, all, column, from, to));
  }

  private static LocalDate or(@Nullable LocalDate day, LocalDate otherwise) {
    return day == null ? otherwise : day;
  }

  private static Side period(
      TableInfo table, String all, String column, LocalDate from, LocalDate to) {
    return new Side(
        table.ref() + " " + from + "/" + to,
        table,
        all
            + " WHERE "
            + column
            + " >= "
            + Sql.literal(from.toString())
            + " AND "
            + column
            + " < "
            + Sql.literal(to.plusDays(1).toString()));
  }
}
