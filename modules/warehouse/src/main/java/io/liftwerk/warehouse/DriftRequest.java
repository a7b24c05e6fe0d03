package io.liftwerk.warehouse;

import io.liftwerk.workspace.JobCatalog;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to compare: two tables, or two periods of one.
 *
 * @param table the table looked at, such as {@code gold.kpi_daily} or {@code silver.leads}
 * @param against the table it is compared with, the reference; null for a period of {@code table}
 * @param date column with the day or moment, where periods are compared; else null
 * @param from first day looked at, null where tables are compared
 * @param to last day looked at, itself included
 * @param referenceFrom first day of the reference; null for the days just before {@code from}, as
 *     many as are looked at
 * @param referenceTo last day of the reference, itself included
 * @param columns columns to compare; empty for all
 */
public record DriftRequest(
    String table,
    @Nullable String against,
    @Nullable String date,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    @Nullable LocalDate referenceFrom,
    @Nullable LocalDate referenceTo,
    List<String> columns)
    implements JobCatalog.OnTable<DriftRequest> {

  @SuppressWarnings("NullAway") // what JSON leaves out arrives as null
  public DriftRequest {
    columns = columns == null ? List.of() : List.copyOf(columns);
  }

  /** Compares {@code table} with the reference {@code against}. */
  public static DriftRequest tables(String table, String against) {
    return new DriftRequest(table, against, null, null, null, null, null, List.of());
  }

  /** Compares the days {@code from} to {@code to} with as many days just before. */
  public static DriftRequest periods(String table, String date, LocalDate from, LocalDate to) {
    return new DriftRequest(table, null, date, from, to, null, null, List.of());
  }

  @Override
  public DriftRequest onTable(String other) {
    return new DriftRequest(other, against, date, from, to, referenceFrom, referenceTo, columns);
  }
}
