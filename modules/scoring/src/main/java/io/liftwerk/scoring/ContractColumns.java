package io.liftwerk.scoring;

import io.liftwerk.workspace.TableInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which columns of a table say how long contracts ran and whether they ended: days of start and
 * end, or a duration and a yes or no. Only a proposal by their names; each may be null.
 */
public record ContractColumns(
    @Nullable String start,
    @Nullable String end,
    @Nullable String duration,
    @Nullable String churned) {
  static final List<String> STARTS =
      List.of(
          "started_on", "start_date", "start", "begin", "beginn", "vertragsbeginn", "created_at");
  static final List<String> ENDS =
      List.of("ends_on", "end_date", "end", "ende", "vertragsende", "cancelled_on", "churned_on");

  private static final List<String> DURATIONS =
      List.of("tenure", "duration", "months", "lifetime", "laufzeit", "vertragsdauer", "dauer");
  private static final List<String> CHURNED =
      List.of("churn", "churned", "churn_stated", "cancelled", "ended", "gekündigt", "beendet");

  /** Looks at the columns of a table. */
  public static ContractColumns guess(List<TableInfo.Column> columns) {
    String start = PurchaseColumns.named(columns, STARTS);
    String end = PurchaseColumns.named(columns, ENDS);
    String churned = PurchaseColumns.named(columns, CHURNED);
    if (start != null && end != null) {
      return new ContractColumns(start, end, null, churned);
    }
    return new ContractColumns(null, null, PurchaseColumns.named(columns, DURATIONS), churned);
  }

  /** Whether it can be told how long each contract ran. */
  public boolean isComplete() {
    return start != null && end != null || duration != null && churned != null;
  }
}
