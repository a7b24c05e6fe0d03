package io.liftwerk.scoring;

import io.liftwerk.workspace.JobCatalog;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whose contracts to follow until they end.
 *
 * @param table table of contracts, one row each; null for {@code silver.contracts}
 * @param start column with the day on which a contract began; null when {@code duration} is given,
 *     or to find it by its name
 * @param end column with the day on which it ended or will end, empty while it runs; null to find
 *     it by its name
 * @param duration column with how many months (or other periods) it ran; null when days are given
 * @param churned yes/no column that says whether it ended; needed beside a duration, else null to
 *     judge by the end
 * @param group column whose values are compared; null for none
 * @param columns numbers and yes/no or text columns whose part in churn is looked for
 * @param value column with what a contract brings per period; null for none
 * @param until last day that the table covers; contracts that end later run; null for {@code today}
 * @param months horizon in periods
 * @param discount yearly rate
 * @param today the day on which was asked
 */
public record ChurnTimeRequest(
    @Nullable String table,
    @Nullable String start,
    @Nullable String end,
    @Nullable String duration,
    @Nullable String churned,
    @Nullable String group,
    List<String> columns,
    @Nullable String value,
    @Nullable LocalDate until,
    int months,
    double discount,
    LocalDate today)
    implements JobCatalog.OnTable<ChurnTimeRequest> {

  /** Another table has other days: those of this one are not taken along. */
  @Override
  public ChurnTimeRequest onTable(String other) {
    return new ChurnTimeRequest(
        other,
        start,
        end,
        duration,
        churned,
        group,
        columns,
        value,
        null,
        months,
        discount,
        LocalDate.now(java.time.ZoneId.systemDefault()));
  }
}
