package io.liftwerk.warehouse.staging;

import io.liftwerk.ingest.ControlTotal;
import io.liftwerk.ingest.HiddenShare;
import io.liftwerk.ingest.recipe.Role;
import io.liftwerk.workspace.Sql;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What ad reports say of the whole account below their rows: the import keeps total rows aside, and
 * with them what a report counts but does not list.
 */
final class ReportTotals {
  private ReportTotals() {}

  static String rows(Source source) {
    var selects = new ArrayList<String>();
    totals(source)
        .forEach(
            (metric, total) ->
                selects.add(
                    "select "
                        + Sql.literal(source.name())
                        + " as source_relation, cast(null as bigint) as source_row, "
                        + "cast(null as timestamp) as loaded_at, '"
                        + metric
                        + "' as metric, cast("
                        + total.toPlainString()
                        + " as decimal(28, 6)) as report_total"));
    return String.join("\nunion all\n", selects);
  }

  private static Map<String, BigDecimal> totals(Source source) {
    var totals = new LinkedHashMap<String, BigDecimal>();
    for (ControlTotal total : source.findings().totals()) {
      String metric = metric(source, total.column());
      if (metric != null) {
        // of several totals the largest is the account's
        totals.merge(metric, total.report(), BigDecimal::max);
      }
    }
    for (HiddenShare hidden : source.findings().hidden()) {
      String metric = metric(source, hidden.column());
      if (metric != null) {
        totals.put(metric, hidden.total());
      }
    }
    return totals;
  }

  private static @Nullable String metric(Source source, String column) {
    Role role = source.findings().roles().get(column);
    if (role == null) {
      return null;
    }
    return switch (role) {
      case COST -> "spend";
      case IMPRESSIONS -> "impressions";
      case CLICKS -> "clicks";
      case CONVERSIONS -> "conversions";
      case CONVERSION_VALUE -> "conversions_value";
      default -> null;
    };
  }
}
