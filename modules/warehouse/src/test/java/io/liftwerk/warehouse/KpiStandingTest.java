package io.liftwerk.warehouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.ingest.FileImport;
import io.liftwerk.ingest.ImportRequest;
import io.liftwerk.warehouse.CheckResult.TestResult;
import io.liftwerk.warehouse.consent.Use;
import io.liftwerk.warehouse.quality.TestStatus;
import io.liftwerk.workspace.Job;
import io.liftwerk.workspace.JobRunner;
import io.liftwerk.workspace.TableRef;
import io.liftwerk.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a figure says of its tests, and of those who are missing in it. */
class KpiStandingTest {
  private static final String HEAD =
      "Lead-ID;Erstellt am;Nachname;E-Mail;Quelle;Status;Einwilligung Marketing;Einwilligung am\n";
  private static final String LEADS =
      """
      L-1;01.02.2026;Quenzl;a@example.com;Suche;offen;Ja;01.02.2026
      L-2;02.02.2026;Brandt;b@example.com;Messe;offen;Nein;02.02.2026
      L-3;03.02.2026;Corves;c@example.com;Messe;offen;Ja;03.02.2026
      """;

  @TempDir private Path folder;
  private Workspace workspace;

  @BeforeEach
  void open() throws Exception {
    workspace = Workspace.create(folder.resolve("w"));
    load("crm_leads.csv", HEAD + LEADS);
    run(new ConsentSettings(ConsentSettingsRequest.basis("crm_leads", "consent", "")));
    Path models = Files.createDirectories(workspace.folder().resolve("models/gold"));
    Files.writeString(
        models.resolve("own_daily.sql"),
        "select created_on as date_day, count(*) as leads from {{ ref('leads') }} group by 1");
    Files.writeString(
        models.resolve("schema.yml"),
        """
        version: 2
        models:
          - name: own_daily
            columns:
              - name: date_day
                tests: [not_null]
              - name: leads
                tests:
                  - accepted_values: {values: [7], quote: false, config: {severity: warn}}
        """);
    Files.writeString(
        workspace.folder().resolve("models/kpis.yml"),
        "kpis:\n  - {id: own, model: own_daily, sum: leads, unit: count}\n");
  }

  @AfterEach
  void close() {
    workspace.close();
  }

  private void load(String name, String text) throws Exception {
    Path file = Files.writeString(folder.resolve(name), text);
    run(new FileImport(ImportRequest.of(List.of(file.toString()))));
  }

  private <R> R run(Job<R> job) {
    return new JobRunner(workspace, Runnable::run).run(job).result();
  }

  private void build() {
    BuildResult built = run(new ModelBuild(BuildRequest.everything()));
    assertTrue(built.isComplete(), () -> built.problems() + " " + built.models());
  }

  private CheckResult check() {
    return run(new QualityCheck(CheckRequest.now(List.of())));
  }

  private KpiResult.Kpi own() {
    return new Kpis(workspace)
        .view(KpiRequest.ALL).kpis().stream()
            .filter(kpi -> kpi.definition().id().equals("own"))
            .findFirst()
            .orElseThrow();
  }

  @Test
  void beforeAnythingWasTestedOrCountedItSaysNothing() {
    build();
    KpiResult.Kpi kpi = own();
    assertEquals(0, kpi.tests().tests());
    assertNull(kpi.tests().at());
    assertFalse(kpi.tests().older());
    assertNull(kpi.heldBack().run());
    assertEquals(List.of("crm_leads"), kpi.heldBack().sources());
  }

  @Test
  void theTestsAreThoseOfTheModelAndOfAllItStandsOn() {
    build();
    CheckResult checked = check();
    KpiResult.Tests tests = own().tests();
    assertEquals("gold.own_daily", tests.tables().getFirst());
    assertTrue(tests.tables().containsAll(List.of("silver.leads", "bronze.crm_leads")));
    assertFalse(tests.tables().contains("silver.orders"), () -> tests.tables().toString());
    List<TestResult> mine =
        checked.tests().stream().filter(test -> tests.tables().contains(test.table())).toList();
    assertTrue(mine.size() < checked.tests().size());
    assertEquals(mine.size(), tests.tests());
    assertEquals(
        mine.stream().filter(test -> test.status() == TestStatus.PASS).count(), tests.passed());
    // only what the day counts was said to be 7, and that only warns
    assertEquals(tests.tests() - 1, tests.passed());
    assertEquals(
        Set.of("error", "warn"),
        Set.copyOf(tests.severities().stream().map(KpiResult.Severity::severity).toList()));
    for (KpiResult.Severity one : tests.severities()) {
      assertEquals(one.severity().equals("error"), one.passed() == one.tests(), one.toString());
    }
    assertFalse(tests.older());
  }

  @Test
  void testsFromBeforeABuildAreOlder() throws Exception {
    build();
    check();
    load("crm_leads.csv", HEAD + LEADS + "L-4;04.02.2026;Daun;d@example.com;Messe;offen;Ja;\n");
    build();
    assertTrue(own().tests().older());
    check();
    assertFalse(own().tests().older());
  }

  @Test
  void whoIsHeldBackIsCountedInTheSourcesOfTheFigure() throws Exception {
    build();
    ConsentResult counted = run(new ConsentReport());
    HeldBack held = own().heldBack();
    ConsentResult.SourceConsent source = counted.sources().getFirst();
    assertEquals(List.of("crm_leads"), held.sources());
    assertEquals(source.rows(), held.rows());
    ConsentResult.UseConsent analytics =
        source.uses().stream().filter(one -> one.use() == Use.ANALYTICS).findFirst().orElseThrow();
    assertEquals(source.rows() - analytics.covered(), held.held());
    assertEquals(analytics.heldBack(), held.reasons());
    assertTrue(held.held() > 0);
    assertFalse(held.older());
    assertEquals(
        held.held(),
        HeldBackCount.of(workspace).behind(new TableRef("silver", "leads"), Use.ANALYTICS).held());
    assertEquals(
        List.of(),
        HeldBackCount.of(workspace)
            .behind(new TableRef("silver", "orders"), Use.ANALYTICS)
            .sources());
  }

  @Test
  void aFigureWhoseRowsAreAllHeldBackIsToldWithoutAValue() throws Exception {
    Files.delete(workspace.folder().resolve("consent.yml"));
    build();
    run(new ConsentReport());
    assertNull(own().value());
    assertEquals(3, own().heldBack().held());
    assertEquals("basis-unstated", own().heldBack().reasons().getFirst().reason());
    assertEquals(List.of(), own().days());
  }

  @Test
  void aCountIsOlderOnceSomethingChangedOrWasBuilt() throws Exception {
    build();
    run(new ConsentReport());
    run(new ConsentSettings(ConsentSettingsRequest.basis("crm_leads", "other", "contract")));
    assertTrue(own().heldBack().older());
    // counted by the new settings, while what stands was built by the old ones
    run(new ConsentReport());
    assertTrue(own().heldBack().older());
    build();
    assertTrue(own().heldBack().older());
    run(new ConsentReport());
    HeldBack held = own().heldBack();
    assertFalse(held.older());
    assertEquals(0, held.held());
    assertEquals(3, Objects.requireNonNull(own().value()).intValue());
  }
}
