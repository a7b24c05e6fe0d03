package io.liftwerk.warehouse.staging;

import io.liftwerk.ingest.BronzeTables;
import io.liftwerk.ingest.Recipes;
import io.liftwerk.ingest.SourceTable;
import io.liftwerk.warehouse.model.ModelFile;
import io.liftwerk.workspace.Workspace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes the models {@code models/staging/stg_*.sql} of a workspace: one for each source and
 * domain, and one for each domain that puts them below each other. The same list of sources gives
 * the same files.
 */
public final class StagingModels {
  private static final String FOLDER = "models/staging/";
  private static final String TERMS = "stg_search_terms";
  private static final String SIGNALS = "stg_consent_signals";

  private final Map<String, ModelFile> files = new LinkedHashMap<>();
  private final Map<Domain, List<String>> parts = new LinkedHashMap<>();
  private final List<String> signals = new ArrayList<>();
  private final List<String> totals = new ArrayList<>();
  private final Set<String> names = new HashSet<>();

  private StagingModels() {}

  /** The models of what is loaded now. */
  public static List<ModelFile> of(Workspace workspace) {
    return of(new BronzeTables(workspace).list(), Recipes.of(workspace));
  }

  /**
   * The models of {@code tables}.
   *
   * @param tables sources, in any order
   * @param recipes by which their columns are understood
   */
  public static List<ModelFile> of(List<SourceTable> tables, Recipes recipes) {
    var models = new StagingModels();
    tables.stream()
        .sorted(Comparator.comparing(SourceTable::name))
        .forEach(table -> models.add(new Source(table, recipes)));
    models.unions();
    return List.copyOf(models.files.values());
  }

  private void add(Source source) {
    List<Staged> readings = readings(source);
    readings.forEach(this::add);
    if (readings.stream().anyMatch(staged -> staged.domain() == Domain.ADS)) {
      String rows = ReportTotals.rows(source);
      if (!rows.isEmpty()) {
        totals.add(rows);
      }
    }
  }

  private static List<Staged> readings(Source source) {
    var readings = new ArrayList<Staged>();
    if (Ga4Rows.fits(source)) {
      readings.add(Ga4Rows.of(source));
    } else if (EventRows.fits(source)) {
      readings.add(EventRows.of(source));
    } else if (OrderRows.fits(source)) {
      readings.add(OrderRows.orders(source));
    } else if (SearchConsoleRows.fits(source)) {
      readings.add(SearchConsoleRows.of(source));
    } else if (AdRows.fits(source)) {
      readings.add(AdRows.of(source));
    } else if (LeadRows.fitsDeals(source)) {
      readings.add(LeadRows.deals(source));
    } else if (LeadRows.fitsContacts(source)) {
      readings.add(LeadRows.contacts(source));
    } else if (LeadRows.fitsLeads(source)) {
      readings.add(LeadRows.leads(source));
    }
    if (OrderRows.fitsLines(source)) {
      readings.add(OrderRows.lines(source));
    }
    if (ContractRows.fits(source)) {
      readings.add(ContractRows.of(source));
    }
    return readings;
  }

  private void add(Staged staged) {
    String model = free(staged.model());
    put(staged.file(model));
    parts.computeIfAbsent(staged.domain(), domain -> new ArrayList<>()).add(model);
    // a row that is read twice states its consent once
    if (staged.domain().persons() && names.add("signals of " + staged.source().name())) {
      signals.add(model);
    }
  }

  private String free(String name) {
    String candidate = name;
    for (int n = 2; files.containsKey(FOLDER + candidate + ".sql"); n++) {
      candidate = name + "_" + n;
    }
    return candidate;
  }

  private void unions() {
    for (Domain domain : Domain.values()) {
      List<Domain.Column> columns = domain.columns();
      put(
          domain == Domain.AD_REPORT_TOTALS
              ? view(
                  domain.model(),
                  totals.isEmpty() ? nothing(columns) : String.join("\nunion all\n", totals))
              : view(domain.model(), union(parts.getOrDefault(domain, List.of()), columns)));
    }
    List<Domain.Column> ads = Domain.ADS.columns();
    put(
        view(
            TERMS,
            "select\n"
                + list(ads)
                + "\nfrom {{ ref('"
                + Domain.ADS.model()
                + "') }}\nwhere grain = 'search_term'"));
    put(
        view(
            SIGNALS,
            union(
                signals,
                Domain.LEADS.columns().stream()
                    .filter(column -> SIGNAL.contains(column.name()))
                    .toList())));
  }

  private static final Set<String> SIGNAL =
      Set.of("source_relation", "source_row", "person_id", "consent_signal", "consent_at");

  private static String union(List<String> models, List<Domain.Column> columns) {
    return models.isEmpty()
        ? nothing(columns)
        : models.stream()
            .map(model -> "select\n" + list(columns) + "\nfrom {{ ref('" + model + "') }}")
            .collect(Collectors.joining("\nunion all\n"));
  }

  private static String list(List<Domain.Column> columns) {
    return columns.stream()
        .map(column -> "    " + column.name())
        .collect(Collectors.joining(",\n"));
  }

  private static String nothing(List<Domain.Column> columns) {
    return "-- no source of this kind is loaded\nselect\n"
        + columns.stream()
            .map(column -> "    cast(null as " + column.type() + ") as " + column.name())
            .collect(Collectors.joining(",\n"))
        + "\nwhere 1 = 0";
  }

  private void put(ModelFile file) {
    files.put(file.path(), file);
  }

  static ModelFile view(String name, String select) {
    return new ModelFile(
        FOLDER + name + ".sql", "{{ config(materialized='view') }}\n\n" + select + "\n");
  }
}
