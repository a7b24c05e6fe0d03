package io.liftwerk.ingest;

import io.liftwerk.ingest.recipe.Role;
import io.liftwerk.workspace.Sql;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Search Console exports one table a dimension. Days, devices and countries must agree with each
 * other exactly; queries and pages are cut off, by default at 1,000, so what they lack is told.
 */
final class SearchConsole {
  private static final String PREFIX = "search-console-";

  /** By what the others are measured, the first that is there. */
  private static final List<String> WHOLE = List.of("dates", "devices", "countries");

  private static final List<String> CUT = List.of("queries", "pages");
  private static final List<Role> MEASURES = List.of(Role.CLICKS, Role.IMPRESSIONS);

  private final Session session;

  SearchConsole(Session session) {
    this.session = session;
  }

  /** The tables of {@code loaded} about which there is more to say now, as they become. */
  List<SourceTable> reconciled(List<SourceTable> loaded) throws Exception {
    var groups = new LinkedHashMap<String, Map<String, SourceTable>>();
    for (SourceTable table : loaded) {
      String kind = table.findings().kind();
      if (kind.startsWith(PREFIX)) {
        String folder = table.file().substring(0, table.file().lastIndexOf('/') + 1);
        groups
            .computeIfAbsent(folder, name -> new LinkedHashMap<>())
            .putIfAbsent(kind.substring(PREFIX.length()), table);
      }
    }
    var changed = new ArrayList<SourceTable>();
    for (Map<String, SourceTable> group : groups.values()) {
      for (String whole : WHOLE) {
        SourceTable reference = group.get(whole);
        if (reference != null) {
          changed.addAll(against(group, whole, reference));
          break;
        }
      }
    }
    return changed;
  }

  private List<SourceTable> against(
      Map<String, SourceTable> group, String whole, SourceTable reference) throws Exception {
    var changed = new ArrayList<SourceTable>();
    Map<Role, Sum> wanted = sums(reference);
    for (var entry : group.entrySet()) {
      boolean cut = CUT.contains(entry.getKey());
      if (entry.getKey().equals(whole) || (!cut && !WHOLE.contains(entry.getKey()))) {
        continue;
      }
      SourceTable table = entry.getValue();
      Map<Role, Sum> sums = sums(table);
      changed.add(
          cut
              ? withHidden(table, sums, wanted)
              : withTotals(table, sums, wanted, reference.name()));
    }
    return changed;
  }

  private record Sum(String column, BigDecimal value) {}

  private Map<Role, Sum> sums(SourceTable table) throws Exception {
    var sums = new LinkedHashMap<Role, Sum>();
    for (Role role : MEASURES) {
      for (var entry : table.findings().roles().entrySet()) {
        boolean number =
            table.columns().stream()
                .anyMatch(
                    column ->
                        column.name().equals(entry.getKey())
                            && column.type() == ColumnType.INTEGER);
        if (entry.getValue() == role && number) {
          String value =
              session.query(
                      "SELECT coalesce(sum("
                          + Sql.identifier(entry.getKey())
                          + "), 0) FROM "
                          + BronzeView.view(table.name()))
                  .getFirst()[0];
          sums.put(role, new Sum(entry.getKey(), new BigDecimal(String.valueOf(value))));
        }
      }
    }
    return sums;
  }

  private static SourceTable withTotals(
      SourceTable table, Map<Role, Sum> sums, Map<Role, Sum> wanted, String other) {
    var totals = new ArrayList<>(table.findings().totals());
    sums.forEach(
        (role, sum) -> {
          Sum report = wanted.get(role);
          if (report != null) {
            BigDecimal difference = sum.value().subtract(report.value());
            totals.add(
                new ControlTotal(
                    sum.column(),
                    other,
                    sum.value(),
                    report.value(),
                    difference,
                    difference.signum() == 0
                        ? ControlTotal.Verdict.MET
                        : ControlTotal.Verdict.MISSED));
          }
        });
    return table.withFindings(table.findings().withTotals(totals, table.findings().hidden()));
  }

  private static SourceTable withHidden(
      SourceTable table, Map<Role, Sum> sums, Map<Role, Sum> wanted) {
    var hidden = new ArrayList<>(table.findings().hidden());
    sums.forEach(
        (role, sum) -> {
          Sum whole = wanted.get(role);
          if (whole != null && whole.value().compareTo(sum.value()) > 0) {
            BigDecimal unseen = whole.value().subtract(sum.value());
            hidden.add(
                new HiddenShare(
                    sum.column(),
                    unseen,
                    whole.value(),
                    unseen.divide(whole.value(), MathContext.DECIMAL64).doubleValue()));
          }
        });
    SourceTable told =
        table.withFindings(table.findings().withTotals(table.findings().totals(), hidden));
    return hidden.isEmpty() ? told : told.withNote(cutNote(told, hidden));
  }

  private static String cutNote(SourceTable table, List<HiddenShare> hidden) {
    var shown = new ArrayList<String>();
    for (HiddenShare share : hidden) {
      shown.add(
          String.format(Locale.ROOT, "%.1f", (1 - share.share()) * 100)
              + " % of "
              + share.column());
    }
    return "Search Console cuts such lists off: these "
        + Reasons.count(table.rows())
        + " rows carry "
        + String.join("; ", shown)
        + " of its own days.";
  }
}
