package io.liftwerk.warehouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.ingest.FileImport;
import io.liftwerk.ingest.ImportRequest;
import io.liftwerk.warehouse.ConsentResult.Part;
import io.liftwerk.warehouse.ConsentResult.SourceConsent;
import io.liftwerk.warehouse.ConsentResult.UseConsent;
import io.liftwerk.warehouse.consent.Basis;
import io.liftwerk.warehouse.consent.ConsentVerdicts;
import io.liftwerk.warehouse.consent.Use;
import io.liftwerk.workspace.Job;
import io.liftwerk.workspace.JobCatalog;
import io.liftwerk.workspace.JobContext;
import io.liftwerk.workspace.JobRunner;
import io.liftwerk.workspace.Json;
import io.liftwerk.workspace.Rerun;
import io.liftwerk.workspace.WorkbenchException;
import io.liftwerk.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsentTest {
  @TempDir Path folder;
  private Workspace workspace;
  private JobRunner runner;

  /** A row of staging. */
  private record Row(
      String source, @Nullable String person, String signal, @Nullable String consentAt) {}

  /** Writes the tables as a build does. */
  private record Write() implements Job<Write.Done> {
    record Done(boolean done) {}

    record None(String of) {}

    @Override
    public String name() {
      return "write";
    }

    @Override
    public Record parameters() {
      return new None("");
    }

    @Override
    public Done run(JobContext context) throws Exception {
      new ConsentVerdicts().write(context);
      return new Done(true);
    }
  }

  @BeforeEach
  void makeWorkspace() {
    workspace = Workspace.create(folder.resolve("client"));
    runner = new JobRunner(workspace, Runnable::run);
  }

  @AfterEach
  void close() {
    workspace.close();
  }

  private void stage(List<Row> rows) throws SQLException {
    try (Connection connection = workspace.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE SCHEMA IF NOT EXISTS staging");
      statement.execute(
          "CREATE OR REPLACE TABLE staging.stg_consent_signals (source_relation VARCHAR,"
              + " source_row BIGINT, person_id VARCHAR, consent_signal VARCHAR,"
              + " consent_at TIMESTAMP)");
      try (PreparedStatement insert =
          connection.prepareStatement(
              "INSERT INTO staging.stg_consent_signals"
                  + " VALUES (?, ?, ?, ?, CAST(? AS TIMESTAMP))")) {
        for (int i = 0; i < rows.size(); i++) {
          Row row = rows.get(i);
          insert.setString(1, row.source());
          insert.setLong(2, i);
          insert.setString(3, row.person());
          insert.setString(4, row.signal());
          insert.setString(5, row.consentAt());
          insert.executeUpdate();
        }
      }
    }
  }

  private void policy(String sources) throws IOException {
    Path file = workspace.folder().resolve("consent.yml");
    if (!Files.exists(file)) {
      ConsentSettings.list(workspace);
    }
    Files.writeString(
        file, Files.readString(file).replaceFirst("(?m)^sources:.*$", "sources: " + sources));
  }

  private ConsentResult report() {
    return runner.run(new ConsentReport()).result();
  }

  private List<String> query(String sql) throws SQLException {
    try (Connection connection = workspace.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      var rows = new ArrayList<String>();
      while (row.next()) {
        var cells = new ArrayList<String>();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
          cells.add(String.valueOf(row.getString(i)));
        }
        rows.add(String.join(" ", cells));
      }
      return rows;
    }
  }

  private static UseConsent of(ConsentResult result, String source, Use use) {
    return result.sources().stream()
        .filter(one -> one.source().equals(source))
        .flatMap(one -> one.uses().stream())
        .filter(one -> one.use() == use)
        .findFirst()
        .orElseThrow();
  }

  private static String parts(List<Part> parts) {
    return parts.stream()
        .map(part -> part.reason() + " " + part.rows())
        .collect(Collectors.joining(", "));
  }

  @Test
  void everyRowIsCoveredOrHeldBackForAReason() throws Exception {
    policy("{leads: consent, orders: {basis: other, note: contract}, costs: none}");
    stage(
        List.of(
            new Row("leads", "a", "consent=ja", null),
            new Row("leads", "b", "consent=nein", null),
            new Row("leads", "c", "", null),
            new Row("leads", null, "consent=ja", null),
            new Row("orders", "b", "", null),
            new Row("orders", "d", "optout=1", null),
            new Row("costs", null, "", null),
            new Row("fair", "e", "consent=ja", null)));
    ConsentResult result = report();
    assertEquals(8, result.rows());
    UseConsent leads = of(result, "leads", Use.ANALYTICS);
    assertEquals("consent-given 2", parts(leads.because()));
    assertEquals("consent-refused 1, not-asked 1", parts(leads.heldBack()));
    assertEquals("other-basis 2", parts(of(result, "orders", Use.SCORING).because()));
    UseConsent adverts = of(result, "orders", Use.ACTIVATION);
    assertEquals(0, adverts.covered());
    assertEquals("opted-out 1, withdrawn 1", parts(adverts.heldBack()), "b said no elsewhere");
    assertEquals("no-persons 1", parts(of(result, "costs", Use.ANALYTICS).because()));
    assertEquals("basis-unstated 1", parts(of(result, "fair", Use.ANALYTICS).heldBack()));
    assertEquals(
        List.of("basis-unstated fair"),
        result.questions().stream().map(one -> one.code() + " " + one.source()).toList());
    assertEquals(
        "contract",
        result.sources().stream()
            .filter(one -> one.basis() == Basis.OTHER)
            .findFirst()
            .orElseThrow()
            .note());
    assertEquals(result, Json.read(Json.write(result), ConsentResult.class));
  }

  @Test
  void tablesSayWhatTheReportSays() throws Exception {
    policy("{leads: consent}");
    stage(
        List.of(
            new Row("leads", "a", "consent=ja", "2024-05-01"),
            new Row("leads", "a", "consent=nein", "2024-06-01"),
            new Row("leads", "b", "consent=ja", "2024-05-01"),
            new Row("leads", "b", "consent=ja", "2024-05-02")));
    runner.run(new Write());
    assertEquals(
        List.of(
            "leads consent=ja true true true consent-given consent-given consent-given",
            "leads consent=nein false false false consent-refused consent-refused"
                + " consent-refused"),
        query("FROM liftwerk.consent_verdicts ORDER BY ALL"));
    assertEquals(
        List.of(
            "leads a activation consent-refused 2024-06-01 00:00:00.0",
            "leads a analytics consent-refused 2024-06-01 00:00:00.0",
            "leads a scoring consent-refused 2024-06-01 00:00:00.0"),
        query("FROM liftwerk.consent_people ORDER BY ALL"));
    assertEquals(
        List.of(
            "leads analytics false consent-refused 1",
            "leads analytics false withdrawn 1",
            "leads analytics true consent-given 2"),
        query("FROM liftwerk.consent_funnel WHERE use = 'analytics' ORDER BY ALL"));
    assertEquals(List.of(), query("SELECT table_name FROM duckdb_tables() WHERE temporary"));
  }

  /** The condition that the package's documentation gives to models. */
  @Test
  void theConditionOfModelsLetsThroughWhatTheFunnelCounts() throws Exception {
    policy("{s0: consent, s1: {basis: other, note: contract}, s2: none}");
    stage(random(new Random(3), 400));
    runner.run(new Write());
    ConsentResult result = report();
    for (Use use : Use.values()) {
      String sql =
          """
          SELECT count(*) FROM staging.stg_consent_signals r WHERE
          EXISTS (SELECT 1 FROM liftwerk.consent_verdicts v
                  WHERE v.source_relation = r.source_relation
                    AND v.consent_signal = r.consent_signal AND v.USE)
          AND NOT EXISTS (SELECT 1 FROM liftwerk.consent_people p
                          WHERE p.source_relation = r.source_relation
                            AND p.person_id = r.person_id AND p.use = 'USE')
          """
              .replace("USE", use.word());
      long covered = result.total().get(use.ordinal()).covered();
      assertEquals(List.of(String.valueOf(covered)), query(sql));
      assertTrue(covered > 0);
    }
  }

  @Test
  void theLatestDecisionCounts() throws Exception {
    policy("{old: consent, new: consent}");
    stage(
        List.of(
            // a refuses later, b agrees later, c says both at once, d refuses without a date
            new Row("old", "a", "consent=ja", "2024-05-01"),
            new Row("new", "a", "optout=ja", "2024-05-02"),
            new Row("old", "b", "consent=nein", "2024-05-01"),
            new Row("new", "b", "consent=ja", "2024-05-02"),
            new Row("old", "c", "consent=ja", "2024-05-01"),
            new Row("new", "c", "consent=nein", "2024-05-01"),
            new Row("old", "d", "consent=ja", "2024-05-01"),
            new Row("new", "d", "consent=nein", null),
            // a moment in the cell itself
            new Row("old", "e", "consent=2024-05-03", null),
            new Row("new", "e", "consent=nein", "2024-05-02"),
            // what is broken or missing takes nothing back
            new Row("old", "f", "consent=ja", "2024-05-01"),
            new Row("new", "f", "tcf=kaputt", "2024-05-02"),
            new Row("new", "f", "", "2024-05-03")));
    runner.run(new Write());
    assertEquals(
        List.of("a", "c"),
        query(
            "SELECT DISTINCT person_id FROM liftwerk.consent_people WHERE use = 'scoring' ORDER BY"
                + " ALL"));
    ConsentResult result = report();
    assertEquals(2, result.refusals().getFirst().persons());
    assertEquals("withdrawn 2", parts(of(result, "old", Use.SCORING).heldBack().subList(0, 1)));
  }

  @Test
  void aYesWithoutADateNeverOutweighsADatedNo() throws Exception {
    Path file = folder.resolve("crm.csv");
    Files.writeString(file, "id;wert\n1;x\n2;y\n");
    runner.run(new FileImport(ImportRequest.of(List.of(file.toString()))));
    policy("{crm: consent, web: consent}");
    stage(
        List.of(
            // a refused on a day, and a list loaded later says yes
            new Row("web", "a", "consent=nein", "2024-05-01"),
            new Row("crm", "a", "consent=ja", null),
            // b agreed on a later day than they refused
            new Row("web", "b", "consent=nein", "2024-05-01"),
            new Row("crm", "b", "consent=ja", null),
            new Row("web", "b", "consent=ja", "2024-05-02"),
            // c's no is not dated either: the list was loaded after 1970
            new Row("web", "c", "consent=nein", null),
            new Row("crm", "c", "consent=ja", null),
            // d never refused
            new Row("crm", "d", "consent=ja", null)));
    runner.run(new Write());
    assertEquals(
        List.of("a"),
        query(
            "SELECT DISTINCT person_id FROM liftwerk.consent_people WHERE use = 'scoring' ORDER BY"
                + " ALL"));
    assertEquals("consent-given 3", parts(of(report(), "crm", Use.SCORING).because()));
  }

  @Test
  void whatHasNoDateIsAsOldAsItsLoad() throws Exception {
    Path file = folder.resolve("late.csv");
    Files.writeString(file, "id;wert\n1;x\n2;y\n");
    runner.run(new FileImport(ImportRequest.of(List.of(file.toString()))));
    policy("{early: consent, late: consent}");
    stage(
        List.of(
            new Row("early", "a", "consent=ja", "2024-05-01"),
            new Row("late", "a", "consent=nein", null)));
    assertEquals(1, report().refusals().getFirst().persons(), "loaded after 2024");
  }

  @Test
  void anOrderOfRowsMakesNoDifference() throws Exception {
    policy("{s0: consent, s1: {basis: other, note: contract}, s2: none}");
    var random = new Random(17);
    for (int round = 0; round < 4; round++) {
      List<Row> rows = random(random, 150);
      stage(rows);
      runner.run(new Write());
      ConsentResult first = report();
      List<String> people = query("FROM liftwerk.consent_people ORDER BY ALL");
      List<String> verdicts = query("FROM liftwerk.consent_verdicts ORDER BY ALL");
      Collections.shuffle(rows, random);
      stage(rows);
      runner.run(new Write());
      assertEquals(first, report());
      assertEquals(people, query("FROM liftwerk.consent_people ORDER BY ALL"));
      assertEquals(verdicts, query("FROM liftwerk.consent_verdicts ORDER BY ALL"));
      assertFalse(people.isEmpty());
    }
  }

  @Test
  void countsAddUp() throws Exception {
    policy("{s0: consent, s1: {basis: other, note: contract}, s2: none}");
    var random = new Random(5);
    for (int round = 0; round < 6; round++) {
      List<Row> rows = random(random, 1 + random.nextInt(200));
      stage(rows);
      ConsentResult result = report();
      assertEquals(rows.size(), result.rows());
      for (UseConsent use : result.total()) {
        assertEquals(rows.size(), use.rows());
        assertEquals(use.covered(), use.because().stream().mapToLong(Part::rows).sum());
        assertTrue(use.heldBack().stream().allMatch(part -> part.rows() > 0));
      }
      for (SourceConsent source : result.sources()) {
        long of = rows.stream().filter(row -> row.source().equals(source.source())).count();
        assertEquals(of, source.rows());
        source.uses().forEach(use -> assertEquals(of, use.rows()));
      }
    }
  }

  private static List<Row> random(Random random, int count) {
    List<String> signals =
        List.of(
            "",
            "consent=ja",
            "consent=nein",
            "consent=2024-05-04",
            "optout=1",
            "consent=ja;optout=0",
            "analytics_storage=Yes;ads_storage=No",
            "analytics_storage=No;ads_storage=No",
            "tcf=kaputt",
            "tcf=COtybn4PA_zT4KjACBENAPCIAEBAAECAAIAAAAAAAAAA",
            "?");
    var rows = new ArrayList<Row>();
    for (int i = 0; i < count; i++) {
      rows.add(
          new Row(
              "s" + random.nextInt(4),
              random.nextInt(5) == 0 ? null : "p" + random.nextInt(40),
              signals.get(random.nextInt(signals.size())),
              random.nextInt(3) == 0 ? null : "2024-05-0" + (1 + random.nextInt(6))));
    }
    return rows;
  }

  @Test
  void aBrokenPolicyStopsAndLeavesTheTablesOfBefore() throws Exception {
    policy("{leads: consent}");
    stage(List.of(new Row("leads", "a", "consent=ja", null)));
    runner.run(new Write());
    List<String> before = query("FROM liftwerk.consent_verdicts");
    policy("{leads: sometimes}");
    for (Job<?> job : List.of(new Write(), new ConsentReport())) {
      WorkbenchException refused = assertThrows(WorkbenchException.class, () -> runner.run(job));
      assertEquals("consent-policy", refused.code());
      assertTrue(refused.sentence().contains("not 'sometimes'"), refused.sentence());
    }
    assertEquals(before, query("FROM liftwerk.consent_verdicts"));
  }

  @Test
  void withoutABuildThereIsNothingToCount() {
    WorkbenchException refused = assertThrows(WorkbenchException.class, this::report);
    assertEquals("consent-not-built", refused.code());
  }

  @Test
  void whatContradictsThePolicyIsAskedAbout() throws Exception {
    policy("{costs: none, leeds: consent}");
    stage(List.of(new Row("costs", "a", "", null), new Row("costs", null, "", null)));
    assertEquals(
        List.of("persons-in-none costs 1", "source-unknown leeds 0"),
        report().questions().stream()
            .map(one -> one.code() + " " + one.source() + " " + one.rows())
            .toList());
  }

  @Test
  void thePolicyIsAnInputOfTheRun() throws Exception {
    policy("{leads: consent}");
    stage(List.of(new Row("leads", "a", "consent=ja", null)));
    var run = runner.run(new ConsentReport());
    assertEquals("consent.yml", run.record().inputs().getFirst().name());
    assertEquals(1.0, run.record().metrics().get("covered_scoring"));
    var catalog =
        new JobCatalog()
            .register(ConsentReport.NAME, ConsentReport.Request.class, ConsentReport::new);
    assertTrue(new Rerun(workspace, runner, catalog).run(run.id(), null).identical());
  }
}
