package io.liftwerk.ingest;

import io.liftwerk.ingest.recipe.Role;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an imported table is, beyond its rows.
 *
 * @param kind id of the recipe that fits, {@code generic} where none does
 * @param confidence how sure that is, 0 to 1; 0 for generic
 * @param because one sentence that says why
 * @param platform whose export it is, empty where that is not known
 * @param grain columns of the file that together name a row
 * @param roles what columns mean, by the file's name
 * @param period the days covered, null where nothing tells them
 * @param currency ISO 4217 code of its money, null where it has none or several
 * @param totals what the rows add up to beside the report's own totals
 * @param hidden what the report counts but does not list
 * @param aside lines of the report that are no rows
 */
public record ExportFindings(
    String kind,
    double confidence,
    String because,
    String platform,
    List<String> grain,
    Map<String, Role> roles,
    @Nullable Period period,
    @Nullable String currency,
    List<ControlTotal> totals,
    List<HiddenShare> hidden,
    List<AsideLine> aside) {

  /** The kind of a table for which there is no recipe. */
  public static final String GENERIC = "generic";

  /** Of a table that was loaded before recipes were known. */
  static final ExportFindings NONE =
      new ExportFindings(
          GENERIC, 0, "", "", List.of(), Map.of(), null, null, List.of(), List.of(), List.of());

  @SuppressWarnings("NullAway") // what JSON leaves out arrives as null
  public ExportFindings {
    grain = grain == null ? List.of() : List.copyOf(grain);
    roles = roles == null ? Map.of() : new LinkedHashMap<>(roles);
    totals = totals == null ? List.of() : List.copyOf(totals);
    hidden = hidden == null ? List.of() : List.copyOf(hidden);
    aside = aside == null ? List.of() : List.copyOf(aside);
  }

  ExportFindings withTotals(List<ControlTotal> others, List<HiddenShare> unseen) {
    return new ExportFindings(
        kind, confidence, because, platform, grain, roles, period, currency, others, unseen, aside);
  }

  ExportFindings withAside(List<AsideLine> others) {
    return new ExportFindings(
        kind,
        confidence,
        because,
        platform,
        grain,
        roles,
        period,
        currency,
        totals,
        hidden,
        others);
  }
}
