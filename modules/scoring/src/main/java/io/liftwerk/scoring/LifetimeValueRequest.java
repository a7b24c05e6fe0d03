package io.liftwerk.scoring;

import io.liftwerk.workspace.JobCatalog;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Whose future value to work out.
 *
 * @param table table of purchases, one or more rows each; null for {@code silver.orders}
 * @param customer column that says who bought; null to find it by its name
 * @param date column that says when; null to find it by its name
 * @param value column with the money; null to find it by its name
 * @param currency the currency to look at where there are several; null for the most frequent
 * @param until last day that the table covers; null for the day of its latest purchase
 * @param calibration last day to learn from when models are judged; null to hold out the last third
 *     at most
 * @param unit {@code day}, {@code week} or {@code month}: purchases of one customer within one are
 *     one purchase
 * @param months horizon of the forecast
 * @param discount yearly rate, 0.1 for 10 %
 * @param today purchases after it lie in the future and are left out
 */
public record LifetimeValueRequest(
    @Nullable String table,
    @Nullable String customer,
    @Nullable String date,
    @Nullable String value,
    @Nullable String currency,
    @Nullable LocalDate until,
    @Nullable LocalDate calibration,
    String unit,
    int months,
    double discount,
    LocalDate today)
    implements JobCatalog.OnTable<LifetimeValueRequest> {

  /** Another table has other days: those of this one are not taken along. */
  @Override
  public LifetimeValueRequest onTable(String other) {
    return new LifetimeValueRequest(
        other,
        customer,
        date,
        value,
        currency,
        null,
        null,
        unit,
        months,
        discount,
        LocalDate.now(java.time.ZoneId.systemDefault()));
  }
}
