package io.liftwerk.scoring;

import io.liftwerk.scoring.SourceTable.Field;
import io.liftwerk.workspace.JobContext;
import io.liftwerk.workspace.Sql;
import io.liftwerk.workspace.TableRef;
import io.liftwerk.workspace.WorkbenchException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a table of purchases in one shape: who, when, how much. Finds the columns, refuses
 * what cannot be read, and counts what is left out.
 */
final class PurchaseRows {
  /**
   * Rows that count: {@code customer}, {@code day}, {@code value} (null without a value column).
   */
  static final String ROWS = "temp.main.liftwerk_ltv_rows";

  private static final String DEFAULT = "silver.orders";

  private final SourceTable source;
  private final Field customer;
  private final Field date;
  private final @Nullable Field value;
  private @Nullable String currency;
  private LocalDate until = LocalDate.EPOCH;

  private PurchaseRows(SourceTable source, Field customer, Field date, @Nullable Field value) {
    this.source = source;
    this.customer = customer;
    this.date = date;
    this.value = value;
  }

  /**
   * @throws WorkbenchException when the table or a column is unknown, or holds what cannot be read
   */
  static PurchaseRows read(
      JobContext context, LifetimeValueRequest request, List<ScoringWarning> warnings)
      throws Exception {
    SourceTable source =
        SourceTable.snapshot(
            context, request.table() == null ? byDefault(context) : request.table());
    source.count(context);
    var rows =
        new PurchaseRows(
            source,
            column(
                source,
                "customer column",
                request.customer(),
                PurchaseColumns.CUSTOMERS,
                "--customer"),
            column(source, "date column", request.date(), PurchaseColumns.DATES, "--date"),
            request.value() == null
                ? find(source, PurchaseColumns.VALUES).orElse(null)
                : source.field("value column", request.value()));
    rows.write(context);
    rows.refuseUnreadable(context);
    rows.leaveOut(context, request, warnings);
    return rows;
  }

  private static String byDefault(JobContext context) throws Exception {
    boolean built =
        Query.one(
            context,
            "SELECT count(*) > 0 FROM information_schema.tables WHERE table_schema = 'silver' AND"
                + " table_name = 'orders'",
            row -> row.getBoolean(1));
    if (!built) {
      throw new WorkbenchException(
          "purchases-missing",
          "This workspace has no table silver.orders with purchases.",
          "Import a shop's orders and run build, or name the table of purchases.");
    }
    return DEFAULT;
  }

  private static Field column(
      SourceTable source, String role, @Nullable String named, List<String> usual, String option) {
    if (named != null) {
      return source.field(role, named);
    }
    return find(source, usual).orElseThrow(() -> missing(source, role, option));
  }

  /** No column of a usual name, and none was named. */
  static WorkbenchException missing(SourceTable source, String role, String option) {
    return new WorkbenchException(
        "column-missing",
        "No column of %s is called as a %s usually is.".formatted(source.table(), role),
        "Name it with %s; there are: %s."
            .formatted(
                option,
                source.fields().stream()
                    .filter(field -> !field.technical())
                    .map(Field::name)
                    .limit(12)
                    .collect(java.util.stream.Collectors.joining(", "))));
  }

  private static Optional<Field> find(SourceTable source, List<String> usual) {
    return usual.stream().map(source::find).flatMap(Optional::stream).findFirst();
  }

  private void write(JobContext context) throws Exception {
    String text = "trim(CAST(" + date.sql() + " AS VARCHAR))";
    context.execute(
        """
        CREATE OR REPLACE TEMP TABLE liftwerk_ltv_rows AS
        SELECT %s AS line, %s AS customer, %s AS day_text,
          CAST(coalesce(TRY_CAST(%s AS TIMESTAMP), try_strptime(%s, '%%Y%%m%%d'),
            try_strptime(%s, '%%d.%%m.%%Y')) AS DATE) AS day,
          %s AS value_text, %s AS value, %s AS currency, %s AS state
        FROM %s
        """
            .formatted(
                source.rowNumber(),
                customer.text(),
                date.text(),
                text,
                text,
                text,
                value == null ? "CAST(NULL AS VARCHAR)" : value.text(),
                value == null
                    ? "CAST(NULL AS DECIMAL(28, 6))"
                    : "TRY_CAST(" + value.text() + " AS DECIMAL(28, 6))",
                optional("currency"),
                optional("order_state"),
                SourceTable.SNAPSHOT));
  }

  private String optional(String name) {
    return source.find(name).map(Field::text).orElse("CAST(NULL AS VARCHAR)");
  }

  private void refuseUnreadable(JobContext context) throws Exception {
    refuse(
        context,
        ROWS,
        "line",
        "day_text IS NOT NULL AND day IS NULL",
        "day_text",
        date,
        source,
        "date");
    if (value != null) {
      refuse(
          context,
          ROWS,
          "line",
          "value_text IS NOT NULL AND value IS NULL",
          "value_text",
          value,
          source,
          "number");
    }
  }

  /**
   * Refuses rows that fulfil {@code condition}, naming the first.
   *
   * @param rows where they are
   * @param line the row's number there, in SQL
   * @param text what the cell holds, in SQL
   * @param wanted what it should have held
   */
  static void refuse(
      JobContext context,
      String rows,
      String line,
      String condition,
      String text,
      Field field,
      SourceTable source,
      String wanted)
      throws Exception {
    record Bad(long count, @Nullable String text, long line) {}
    Bad bad =
        Query.one(
            context,
            "SELECT count(*), arg_min(%1$s, %2$s), coalesce(min(%2$s), 0) FROM %3$s WHERE %4$s"
                .formatted(text, line, rows, condition),
            row -> new Bad(row.getLong(1), row.getString(2), row.getLong(3)));
    if (bad.count() > 0) {
      throw new WorkbenchException(
          "not-a-" + wanted.replace(' ', '-'),
          String.format(
              Locale.ROOT,
              "Column '%s' of %s holds '%s' in row %d where a %s was expected; %,d rows are like"
                  + " that.",
              field.name(),
              source.table(),
              bad.text(),
              bad.line(),
              wanted,
              bad.count()),
          "Choose another column, or decide its type with sources decide.");
    }
  }

  private void leaveOut(
      JobContext context, LifetimeValueRequest request, List<ScoringWarning> warnings)
      throws Exception {
    var drop = new Dropping(context, warnings);
    drop.rows(
        "customer IS NULL",
        "no-customer",
        customer.name(),
        count ->
            String.format(
                Locale.ROOT, "%,d rows of %s name no customer and are left out.", count, table()));
    drop.rows(
        "day IS NULL",
        "no-date",
        date.name(),
        count ->
            String.format(
                Locale.ROOT, "%,d rows of %s have no date and are left out.", count, table()));
    if (value != null) {
      drop.rows(
          "value IS NULL",
          "no-value",
          value.name(),
          count ->
              String.format(
                  Locale.ROOT, "%,d rows of %s have no value and are left out.", count, table()));
    } else {
      warnings.add(
          new ScoringWarning(
              "no-value-column",
              null,
              "No column of %s is known to hold money, so purchases are counted and nothing is valued."
                  .formatted(source.table())));
    }
    drop.rows(
        "state = 'cancelled' OR state = 'refunded'",
        "cancelled",
        "order_state",
        count ->
            String.format(
                Locale.ROOT,
                "%,d orders of %s were cancelled or wholly paid back and are left out.",
                count,
                table()));
    drop.rows(
        "day > CAST('" + request.today() + "' AS DATE)",
        "future",
        date.name(),
        count ->
            String.format(
                Locale.ROOT, "%,d rows of %s lie in the future and are left out.", count, table()));
    oneCurrency(context, request.currency(), drop);
    LocalDate given = request.until();
    if (given != null) {
      drop.rows(
          "day > CAST('" + given + "' AS DATE)",
          "after-end",
          date.name(),
          count ->
              String.format(
                  Locale.ROOT,
                  "%,d rows of %s are later than the last day to look at and are left out.",
                  count,
                  table()));
    }
    @Nullable LocalDate latest =
        Query.one(
            context, "SELECT max(day) FROM " + ROWS, row -> row.getObject(1, LocalDate.class));
    if (latest == null) {
      throw new WorkbenchException(
          "no-purchases",
          "%s holds no purchase that could be looked at.".formatted(source.table()),
          "See which columns were taken: customer '%s', date '%s'."
              .formatted(customer.name(), date.name()));
    }
    until = given == null ? latest : given;
  }

  private void oneCurrency(JobContext context, @Nullable String wanted, Dropping drop)
      throws Exception {
    List<String> currencies =
        Query.list(
            context,
            "SELECT currency FROM "
                + ROWS
                + " WHERE currency IS NOT NULL GROUP BY ALL ORDER BY count(*) DESC, currency",
            row -> row.getString(1));
    if (wanted != null && currencies.stream().noneMatch(wanted::equalsIgnoreCase)) {
      throw new WorkbenchException(
          "currency-unknown",
          "No row of %s is in %s.".formatted(source.table(), wanted),
          currencies.isEmpty()
              ? "Leave out --currency; the table has no column of that name."
              : "There is: %s.".formatted(String.join(", ", currencies)));
    }
    if (currencies.isEmpty()) {
      return;
    }
    String kept =
        currencies.stream()
            .filter(c -> wanted == null || wanted.equalsIgnoreCase(c))
            .findFirst()
            .orElseThrow();
    currency = kept;
    drop.rows(
        "currency IS DISTINCT FROM " + Sql.literal(kept),
        "other-currency",
        "currency",
        count ->
            String.format(
                Locale.ROOT,
                "%,d rows of %s are in another currency and are left out: money of two currencies"
                    + " is never added.",
                count,
                table()));
  }

  /** Deletes rows and says how many. */
  private record Dropping(JobContext context, List<ScoringWarning> warnings) {
    void rows(String condition, String code, String column, LongFunction<String> sentence)
        throws Exception {
      long count = context.execute("DELETE FROM " + ROWS + " WHERE " + condition);
      if (count > 0) {
        warnings.add(new ScoringWarning(code, column, sentence.apply(count)));
      }
    }
  }

  TableRef table() {
    return source.table();
  }

  Field customer() {
    return customer;
  }

  Field date() {
    return date;
  }

  @Nullable Field value() {
    return value;
  }

  @Nullable String currency() {
    return currency;
  }

  /** The last day to look at. */
  LocalDate until() {
    return until;
  }
}
