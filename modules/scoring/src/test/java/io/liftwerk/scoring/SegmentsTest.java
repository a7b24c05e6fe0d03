package io.liftwerk.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.ingest.Erasure;
import io.liftwerk.ingest.FileImport;
import io.liftwerk.ingest.ImportRequest;
import io.liftwerk.warehouse.ActivationCoverage;
import io.liftwerk.warehouse.BuildRequest;
import io.liftwerk.warehouse.ConsentResult;
import io.liftwerk.warehouse.ConsentSettings;
import io.liftwerk.warehouse.ConsentSettingsRequest;
import io.liftwerk.warehouse.CustomerMatchExport;
import io.liftwerk.warehouse.CustomerMatchLists;
import io.liftwerk.warehouse.CustomerMatchRequest;
import io.liftwerk.warehouse.CustomerMatchResult;
import io.liftwerk.warehouse.ModelBuild;
import io.liftwerk.warehouse.activation.Platform;
import io.liftwerk.workspace.Job;
import io.liftwerk.workspace.JobRunner;
import io.liftwerk.workspace.WorkbenchException;
import io.liftwerk.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SegmentsTest {
  private static final int LEADS = 400;

  @TempDir private Path folder;
  private Workspace workspace;

  @BeforeEach
  void score() throws Exception {
    workspace = Workspace.create(folder.resolve("w"));
    run(new FileImport(ImportRequest.of(List.of(leads().toString()))));
    run(lead(7));
  }

  @AfterEach
  void close() {
    workspace.close();
  }

  /** Every fifth is open; who comes from a fair and has many employees buys. */
  private Path leads() throws Exception {
    var random = new Random(1);
    var text =
        new StringBuilder(
            "Lead-ID;Erstellt am;E-Mail;Quelle;Mitarbeiter;Einwilligung Marketing;Gekauft\n");
    for (int i = 0; i < LEADS; i++) {
      boolean fair = random.nextBoolean();
      int employees = 1 + random.nextInt(200);
      boolean bought = random.nextDouble() < (fair ? 0.6 : 0.1) + employees / 800.0;
      text.append(
          String.format(
              Locale.ROOT,
              "L-%03d;%02d.0%d.2026;person%d@example.com;%s;%d;%s;%s%n",
              i,
              1 + i % 28,
              1 + i % 6,
              i,
              fair ? "Messe" : "Suche",
              employees,
              i % 3 == 0 ? "Nein" : "Ja",
              i % 5 == 0 ? "" : bought ? "ja" : "nein"));
    }
    Path file = folder.resolve("crm_leads.csv");
    Files.writeString(file, text.toString().replace("\r\n", "\n"));
    return file;
  }

  private static LeadScoring lead(long seed) {
    return new LeadScoring(
        new LeadScoringRequest("crm_leads", "Gekauft", null, "Lead-ID", List.of(), null, seed));
  }

  private void build() {
    run(new ConsentSettings(ConsentSettingsRequest.basis("crm_leads", "consent", "")));
    run(new ModelBuild(BuildRequest.everything()));
  }

  private <R> R run(Job<R> job) {
    return new JobRunner(workspace, Runnable::run).run(job).result();
  }

  private static SegmentRequest best(
      @Nullable Long top, @Nullable Double share, @Nullable Double atLeast, String... rules) {
    return new SegmentRequest(
        "Hot-Leads",
        "gold.lead_scores",
        null,
        null,
        top,
        share,
        atLeast,
        List.of(rules).stream().map(SegmentRule::parse).toList(),
        100.0,
        5,
        "");
  }

  private SegmentResult save(SegmentRequest request) {
    return run(new SegmentSaving(request));
  }

  private double ask(String sql) throws Exception {
    try (Connection connection = workspace.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getDouble(1);
    }
  }

  @Test
  void takesTheBestOfTheOpenLeadsAndSaysWhatTheyAreWorthBesideChance() throws Exception {
    build();
    SegmentResult result = save(best(20L, null, null));
    assertEquals("gold.segment_hot_leads", result.table());
    assertEquals(80, result.eligible());
    assertEquals(20, result.members());
    double sum = ask("SELECT sum(score) FROM gold.lead_scores WHERE open AND rank <= 20");
    double all = ask("SELECT sum(score) FROM gold.lead_scores WHERE open");
    assertNear(sum, result.successes());
    assertNear(all / 4, result.successesAtRandom());
    assertNear(100 * sum - 20 * 5, result.worth());
    assertNear(100 * all / 4 - 20 * 5, result.worthAtRandom());
    assertTrue(sum > all / 4);

    ActivationCoverage coverage = result.coverage();
    assertNotNull(coverage);
    assertEquals(0, result.withoutPerson());
    assertEquals(20, coverage.persons());
    long no =
        (long)
            ask(
                "SELECT count(*) FROM gold.segment_hot_leads s JOIN bronze.crm_leads l"
                    + " ON l.\"Lead-ID\" = s.record_id WHERE NOT l.\"Einwilligung Marketing\"");
    assertTrue(no > 0);
    assertEquals(20 - no, coverage.covered());
    assertEquals(no, coverage.heldBack().stream().mapToLong(ConsentResult.Part::rows).sum());
    assertEquals(coverage.covered(), coverage.reachable());
    onlyThoseWhomConsentCoversLeave(result, coverage);
  }

  private void onlyThoseWhomConsentCoversLeave(SegmentResult saved, ActivationCoverage coverage)
      throws Exception {
    SegmentList.Result list = run(new SegmentList(new SegmentList.Request("hot-leads", false)));
    assertEquals(coverage.covered(), list.listed());
    assertEquals(20 - coverage.covered(), list.heldBack());
    List<String> lines = Files.readAllLines(workspace.folder().resolve(list.file()));
    assertEquals("rank,record_id,score,reasons", lines.getFirst());
    assertEquals(coverage.covered(), lines.size() - 1);
    for (String line : lines.subList(1, lines.size())) {
      int number = Integer.parseInt(line.split(",")[1].substring(2));
      assertTrue(number % 3 != 0, line);
    }
    CustomerMatchResult match =
        run(
            new CustomerMatchExport(
                new CustomerMatchRequest(Platform.META, saved.table(), "autumn offer")));
    assertEquals(coverage.covered(), match.keys());
  }

  @Test
  void rulesAskForColumnsOfTheScoredTable() throws Exception {
    SegmentResult result =
        save(best(null, null, null, "quelle = messe", "Mitarbeiter >= 50", "Lead-ID is filled"));
    long expected =
        (long)
            ask(
                "SELECT count(*) FROM bronze.crm_leads WHERE Quelle = 'Messe' AND Mitarbeiter >= 50"
                    + " AND Gekauft IS NULL");
    assertTrue(expected > 0);
    assertEquals(expected, result.members());
    SegmentResult other = save(best(null, null, null, "Quelle != Messe"));
    SegmentResult these = save(best(null, null, null, "Quelle in Messe, Kongress"));
    assertEquals(80, other.members() + these.members(), "a rule and its opposite make the whole");
    assertEquals(0, save(best(null, null, null, "Quelle contains xyz")).members());
    assertEquals(
        ask("SELECT count(*) FROM gold.lead_scores WHERE open AND score >= 0.5"),
        save(best(null, null, 0.5)).members());
    assertEquals(8, save(best(null, 0.1, null)).members());
    assertNull(save(best(1L, null, null)).coverage(), "nobody has judged consent yet");
  }

  @Test
  void isOlderOnceTheRankingIsNewAndSaysWhoJoined() {
    SegmentResult first = save(best(20L, null, null));
    assertNull(first.joined());
    assertFalse(new Segments(workspace).find("hot-leads").older());
    run(lead(8));
    assertTrue(new Segments(workspace).find("hot-leads").older());
    SegmentResult again = save(best(30L, null, null));
    assertNotNull(again.joined());
    assertNotNull(again.left());
    assertEquals(10, again.joined() - again.left());
    assertEquals(1, new Segments(workspace).list().size());
    run(new SegmentRemoval(new SegmentRemoval.Request("hot-leads")));
    assertEquals(List.of(), new Segments(workspace).list());
    assertEquals(
        "segment-unknown",
        code(() -> run(new SegmentRemoval(new SegmentRemoval.Request("hot-leads")))));
  }

  @Test
  void whoIsErasedLeavesTheSegment() throws Exception {
    build();
    save(best(null, null, null));
    assertEquals(1, ask("SELECT count(*) FROM gold.segment_hot_leads WHERE record_id = 'L-005'"));
    run(Erasure.of(workspace, List.of("person5@example.com"), new CustomerMatchLists()));
    workspace.rewrite();
    assertEquals(0, ask("SELECT count(*) FROM gold.segment_hot_leads WHERE record_id = 'L-005'"));
    assertEquals(79, ask("SELECT count(*) FROM gold.segment_hot_leads"));
  }

  @Test
  void whatCannotBeASegmentIsSaid() {
    assertEquals("segment-name", code(() -> SegmentRequest.plain("1; drop")));
    assertEquals("segment-size", code(() -> best(5L, 0.1, null)));
    assertEquals("segment-size", code(() -> best(0L, null, null)));
    assertEquals("segment-size", code(() -> best(null, 1.5, null)));
    assertEquals("segment-rule", code(() -> SegmentRule.parse("Mitarbeiter")));
    assertEquals("segment-rule", code(() -> SegmentRule.parse("Mitarbeiter >=")));
    assertEquals("column-unknown", code(() -> save(best(1L, null, null, "Land = DE"))));
    assertEquals("segment-rule", code(() -> save(best(1L, null, null, "Mitarbeiter > viele"))));
    assertEquals("segment-rule", code(() -> save(best(1L, null, null, "Quelle > 5"))));
    assertEquals("segment-table", code(() -> save(of("bronze.crm_leads", null, null))));
    assertEquals("table-unknown", code(() -> save(of("gold.nothing", null, null))));
    assertEquals("segment-scored", code(() -> save(of("gold.lead_scores", "leads", null))));
    assertEquals("segment-by", code(() -> save(of("gold.lead_scores", null, "Quelle"))));
    assertEquals(
        "personal-text", code(() -> save(best(1L, null, null, "E-Mail = ada@example.com"))));
    assertEquals(List.of(), new Segments(workspace).list(), "what was refused left nothing");
    assertEquals(
        "personal-text",
        code(
            () ->
                new ModelChange(
                    ModelChangeRequest.note(
                        new ModelReference("leads-crm_leads", 1), null, "ask ada@example.com"))));
  }

  private static SegmentRequest of(String table, @Nullable String scored, @Nullable String by) {
    return new SegmentRequest("x", table, scored, by, 5L, null, null, List.of(), null, 0, "");
  }

  private static void assertNear(double expected, @Nullable Double actual) {
    assertNotNull(actual);
    assertEquals(expected, actual, 1e-9);
  }

  private static String code(Runnable action) {
    return assertThrows(WorkbenchException.class, action::run).code();
  }
}
