package io.liftwerk.app.plan;

import io.liftwerk.app.plan.History.Found;
import io.liftwerk.ingest.SourceTable;
import io.liftwerk.report.KpiFigures;
import io.liftwerk.warehouse.BuildResult;
import io.liftwerk.warehouse.BuildStatus;
import io.liftwerk.warehouse.CheckResult;
import io.liftwerk.warehouse.ConsentReport;
import io.liftwerk.warehouse.ConsentResult;
import io.liftwerk.warehouse.DbtExport;
import io.liftwerk.warehouse.KpiRequest;
import io.liftwerk.warehouse.KpiResult;
import io.liftwerk.warehouse.Kpis;
import io.liftwerk.warehouse.ModelBuild;
import io.liftwerk.warehouse.QualityCheck;
import io.liftwerk.workspace.Egress;
import io.liftwerk.workspace.RunRecord;
import io.liftwerk.workspace.WorkbenchException;
import io.liftwerk.workspace.Workspace;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What there is of problem, data and stack. */
final class DataEvidence {
  /** What a business is steered by, most telling first; what advertising reports comes after it. */
  private static final List<String> TELLING =
      List.of("net_revenue", "orders", "leads", "roas", "cpa", "conversions", "spend");

  private static final int SHOWN = 3;

  private final Workspace workspace;
  private final History history;
  private final Freshness fresh;
  private final Locale locale;

  DataEvidence(Workspace workspace, History history, Locale locale) {
    this.workspace = workspace;
    this.history = history;
    this.fresh = new Freshness(history);
    this.locale = locale;
  }

  /** The key figures as they are today. */
  List<Evidence> problem() {
    Optional<RunRecord> build = history.newest(ModelBuild.NAME);
    List<KpiResult.Kpi> kpis = build.isPresent() ? kpis() : List.of();
    if (build.isEmpty() || kpis.isEmpty()) {
      return List.of(noFigure(build.isPresent()));
    }
    var figures = new KpiFigures(locale);
    var found = new Found<>(build.get(), kpis);
    return kpis.stream()
        .map(kpi -> found.evidence("problem-kpi", true, "kpis", figures.title(kpi), fresh))
        .toList();
  }

  private Evidence noFigure(boolean built) {
    if (history.sources().isEmpty()) {
      return Evidence.missing(
          "problem-kpi",
          "data",
          "Nothing yet: load the client's exports; the key figures are made of them.");
    }
    return built
        ? Evidence.missing(
            "problem-kpi",
            "consent",
            "Nothing yet: no key figure has a value. Say what the use of personal data rests on,"
                + " or load orders, leads or ad reports; then build the models.")
        : Evidence.missing(
            "problem-kpi",
            "kpis",
            "Nothing yet: build the models; the key figures are read from them.");
  }

  private List<KpiResult.Kpi> kpis() {
    return new Kpis(workspace)
        .view(KpiRequest.ALL).kpis().stream()
            .filter(kpi -> kpi.value() != null && TELLING.contains(kpi.definition().id()))
            .sorted(Comparator.comparingInt(kpi -> TELLING.indexOf(kpi.definition().id())))
            .limit(SHOWN)
            .toList();
  }

  /** Sources, their tests, and on what the data of persons rests. */
  List<Evidence> inventory() {
    return List.of(sources(), tests(), consent());
  }

  private Evidence sources() {
    List<SourceTable> sources = history.sources();
    if (sources.isEmpty()) {
      return Evidence.missing(
          "data-sources", "data", "Nothing yet: load the client's exports, or drop them here.");
    }
    SourceTable newest =
        sources.stream().max(Comparator.comparing(one -> Long.valueOf(one.run()))).orElseThrow();
    return new Evidence(
        "data-sources",
        Evidence.Standing.FOUND,
        String.format(
            Locale.ROOT,
            "Sources loaded: %,d, with rows: %,d; records set aside: %,d.",
            sources.size(),
            sources.stream().mapToLong(SourceTable::rows).sum(),
            sources.stream().mapToLong(SourceTable::rejects).sum()),
        "data",
        newest.run(),
        newest.loadedAt(),
        null);
  }

  private Evidence tests() {
    Found<CheckResult> check = history.newest(CheckResult.class, QualityCheck.NAME);
    if (check == null) {
      return Evidence.missing(
          "data-tests", "quality", "Nothing yet: build the models and run their tests.");
    }
    CheckResult.Totals totals = check.result().totals();
    int failed = totals.failed() + totals.errors();
    return check.evidence(
        "data-tests",
        failed == 0,
        "quality",
        String.format(
            Locale.ROOT,
            "Tests passed: %,d of %,d; failed: %,d; warnings: %,d; unusual: %,d.",
            totals.passed(),
            totals.tests(),
            failed,
            totals.warned(),
            totals.unusual()),
        fresh);
  }

  private Evidence consent() {
    Found<ConsentResult> consent = history.newest(ConsentResult.class, ConsentReport.NAME);
    if (consent == null || consent.result().total().isEmpty()) {
      return Evidence.missing(
          "data-consent",
          "consent",
          "Nothing yet: say on what each source rests, build the models and count who is covered.");
    }
    ConsentResult result = consent.result();
    ConsentResult.UseConsent first = result.total().getFirst();
    return consent.evidence(
        "data-consent",
        result.questions().isEmpty(),
        "consent",
        String.format(
            Locale.ROOT,
            "Rows that may be counted: %,d of %,d; held back: %,d; open questions: %,d.",
            first.covered(),
            first.rows(),
            first.rows() - first.covered(),
            result.questions().size()),
        fresh);
  }

  /** The models, the way out, and who may be sent to. */
  List<Evidence> stack() {
    var evidence = new ArrayList<Evidence>();
    Found<BuildResult> build = history.newest(BuildResult.class, ModelBuild.NAME);
    if (build == null) {
      evidence.add(
          Evidence.missing(
              "stack-models",
              "lineage",
              "Nothing yet: build the models, SQL that dbt runs elsewhere too."));
    } else {
      BuildResult result = build.result();
      long standing =
          result.models().stream()
              .filter(
                  one -> one.status() == BuildStatus.BUILT || one.status() == BuildStatus.UNCHANGED)
              .count();
      evidence.add(
          build.evidence(
              "stack-models",
              result.isComplete(),
              "lineage",
              "Models that stand as they should: %d of %d, SQL that dbt runs elsewhere too."
                  .formatted(standing, result.models().size()),
              fresh));
      evidence.add(egress());
    }
    history
        .newest(DbtExport.NAME)
        .ifPresent(
            run ->
                evidence.add(
                    new Found<>(run, run)
                        .evidence(
                            "stack-dbt",
                            true,
                            "runs",
                            "The models left as a dbt project: the way out was tried.",
                            fresh)));
    return evidence;
  }

  private Evidence egress() {
    try (Connection connection = workspace.connect()) {
      List<String> hosts = Egress.hosts(connection);
      return Evidence.of(
          "stack-egress",
          true,
          "governance",
          hosts.isEmpty()
              ? "No host is on the list of those that may be sent to: nothing leaves this computer"
                  + " by itself."
              : "Hosts that may be sent to: " + String.join(", ", hosts) + ".");
    } catch (SQLException e) {
      throw new WorkbenchException(
          "table-unreadable", "The warehouse cannot be read: " + e.getMessage() + ".", "", e);
    }
  }
}
