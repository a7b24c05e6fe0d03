package io.liftwerk.app.window;

import com.fasterxml.jackson.databind.JsonNode;
import io.liftwerk.app.Demo;
import io.liftwerk.experiments.AbTest;
import io.liftwerk.experiments.BanditSimulation;
import io.liftwerk.experiments.BanditSimulationRequest;
import io.liftwerk.experiments.ExperimentPlan;
import io.liftwerk.experiments.ExperimentRegister;
import io.liftwerk.experiments.UpliftModels;
import io.liftwerk.experiments.UpliftRequest;
import io.liftwerk.ingest.FileImport;
import io.liftwerk.ingest.ImportRequest;
import io.liftwerk.keywords.KeywordMining;
import io.liftwerk.keywords.KeywordRequest;
import io.liftwerk.scoring.LeadScoring;
import io.liftwerk.scoring.LeadScoringRequest;
import io.liftwerk.scoring.ScoringOptions;
import io.liftwerk.scoring.ScoringOptions.Purpose;
import io.liftwerk.warehouse.BuildRequest;
import io.liftwerk.warehouse.CheckRequest;
import io.liftwerk.warehouse.ConsentReport;
import io.liftwerk.warehouse.ModelBuild;
import io.liftwerk.warehouse.QualityCheck;
import io.liftwerk.workspace.JobRunner;
import io.liftwerk.workspace.Json;
import io.liftwerk.workspace.TableRef;
import io.liftwerk.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;

/**
 * A client's workspace in which pages have something to show, from the sample's exports that are
 * soon loaded; {@code -Dliftwerk.sample} names the whole sample's, made by {@code liftwerk demo}.
 */
final class WatchedClient {
  static final TableRef TALL = new TableRef("bronze", "tall");
  static final long ROWS = 10_000_000;

  private WatchedClient() {}

  static Path make(Path folder) throws IOException {
    String whole = System.getProperty("liftwerk.sample");
    if (whole != null) {
      return Path.of(whole);
    }
    Path sample = Path.of(System.getProperty("liftwerk.root"), "sample-data");
    try (Workspace made = Workspace.create(folder.resolve("Nordwand.liftwerk"))) {
      var runner = new JobRunner(made, Runnable::run);
      List<Path> files =
          List.of(
              sample.resolve("google-ads/Suchbegriffe.csv"),
              sample.resolve("hubspot/contacts.csv"),
              sample.resolve("woocommerce/orders.csv"),
              sample.resolve("experiments/newsletter_september.csv"),
              Fixtures.leads(folder, 400),
              Fixtures.subscribers(folder, 400),
              Fixtures.orders(folder, 200));
      runner.run(new FileImport(ImportRequest.of(files.stream().map(Path::toString).toList())));
      runner.run(new ModelBuild(BuildRequest.everything()));
      runner.run(new QualityCheck(CheckRequest.now(List.of())));
      runner.run(new ConsentReport());
      analyses(runner);
      return made.folder();
    }
  }

  private static void analyses(JobRunner runner) throws IOException {
    runner.run(
        new LeadScoring(
            new LeadScoringRequest("leads", "Gekauft", null, "Lead-ID", List.of(), null, 7L)));
    runner.run(
        new LeadScoring(
            new LeadScoringRequest(
                "abos",
                "Churn",
                null,
                "Kunden-Nr",
                List.of(),
                null,
                3,
                new ScoringOptions(Purpose.CHURN, false, null, 300.0, 20.0, 50L, null))));
    JsonNode asked;
    try (var in = Objects.requireNonNull(Demo.class.getResourceAsStream("demo.json"))) {
      asked = Json.mapper().readTree(in);
    }
    var trial = Json.mapper().treeToValue(asked.get("trial"), ExperimentPlan.class);
    runner.run(new ExperimentRegister(trial));
    runner.run(new AbTest(trial.request()));
    runner.run(
        new UpliftModels(Json.mapper().treeToValue(asked.get("costs"), UpliftRequest.class)));
    runner.run(
        new BanditSimulation(
            BanditSimulationRequest.of(List.of("A", "B"), List.of(0.2, 0.35), 50, 10, 7)));
    runner.run(new KeywordMining(KeywordRequest.standard()));
  }

  /** Adds a table of ten million rows with something in it for the pickers of every page. */
  static void addTall(Path place) throws SQLException {
    try (Workspace workspace = Workspace.open(place);
        Connection connection = workspace.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          CREATE OR REPLACE TABLE bronze.tall AS
          SELECT i AS nr, i // 7 AS kunde, 'p' || (i // 7) AS person_id,
            DATE '2025-01-01' + (i %% 600)::INTEGER AS datum, (i %% 9000) / 100.0 AS umsatz,
            ['mail', 'control'][1 + i %% 2] AS arm, i %% 11 = 0 AS gekauft, i %% 13 = 0 AS churn,
            i %% 48 AS laufzeit, 0.5 AS propensity, 'wort ' || i %% 5000 AS "Suchbegriff",
            (i %% 300) / 100.0 AS "Kosten"
          FROM range(%d) t(i)
          """
              .formatted(ROWS));
    }
  }
}
