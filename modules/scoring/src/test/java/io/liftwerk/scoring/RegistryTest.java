package io.liftwerk.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.scoring.ModelChangeRequest.Action;
import io.liftwerk.scoring.registry.Baseline;
import io.liftwerk.scoring.registry.VersionFile;
import io.liftwerk.workspace.Job;
import io.liftwerk.workspace.JobCatalog;
import io.liftwerk.workspace.JobRunner;
import io.liftwerk.workspace.Rerun;
import io.liftwerk.workspace.RerunResult;
import io.liftwerk.workspace.Run;
import io.liftwerk.workspace.WorkbenchException;
import io.liftwerk.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a trained model: versions, stages, scoring by them, and what is refused. */
class RegistryTest {
  private static final String SCORED = "gold.leads_leads_scores";

  /** Two versions, trained once: every test works on a copy of the workspace. */
  @TempDir private static Path template;

  private static Path trained;

  @TempDir private Path folder;
  private Bench bench;

  @BeforeAll
  static void train() throws Exception {
    try (var made = new Bench(template)) {
      trained = made.workspace().folder();
      made.sql(LeadScoringTest.leads(600));
      made.run(request(7));
      made.run(request(8));
    }
  }

  @BeforeEach
  void open() throws Exception {
    Path copy = folder.resolve("copy.liftwerk");
    try (Stream<Path> files = Files.walk(trained)) {
      for (Path file : files.toList()) {
        Files.copy(file, copy.resolve(trained.relativize(file).toString()));
      }
    }
    bench = new Bench(Workspace.open(copy));
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private static LeadScoringRequest request(long seed) {
    return Bench.request("leads", "gewonnen", List.of(), null, seed);
  }

  private <R> Run<R> run(Job<R> job) {
    return new JobRunner(bench.workspace(), Runnable::run).run(job);
  }

  private ModelChangeResult change(Action action, String reference) {
    return run(new ModelChange(ModelChangeRequest.stage(action, ModelReference.parse(reference))))
        .result();
  }

  private Run<BatchScoringResult> score(String reference, String table) {
    return run(
        new BatchScoring(new BatchScoringRequest(ModelReference.parse(reference), table, null)));
  }

  private List<ModelVersion> versions() {
    return ModelRegistry.of(bench.workspace()).list();
  }

  private List<String> scores() throws Exception {
    return bench.query(
        "SELECT rank, record_id, score, decile, open, outcome, version, reasons FROM "
            + SCORED
            + " ORDER BY rank");
  }

  private String refused(Runnable action) {
    List<String> before = versions().stream().map(Object::toString).toList();
    WorkbenchException refusal = assertThrows(WorkbenchException.class, action::run);
    assertEquals(before, versions().stream().map(Object::toString).toList());
    return refusal.code() + ": " + refusal.sentence() + " " + refusal.hint();
  }

  @Test
  void theFirstVersionIsTheChampionAndLaterOnesChallengeIt() throws Exception {
    assertEquals(
        List.of("leads-leads:1 CHAMPION 0001", "leads-leads:2 CHALLENGER 0002"),
        versions().stream()
            .map(one -> one.reference() + " " + one.stage() + " " + one.run())
            .toList());
    ModelVersion first = versions().getFirst();
    assertEquals("registry/leads-leads-0001.json", first.file());
    assertTrue(Files.exists(bench.workspace().folder().resolve(first.file())));
    assertEquals("ja", first.facts().positive());
    assertEquals(540, first.facts().rows());
    assertTrue(first.facts().metrics().getOrDefault("auc", 0.0) > 0.5, first::toString);
    VersionFile file = ModelRegistry.of(bench.workspace()).load(first);
    assertEquals(7, Objects.requireNonNull(file.parameters()).seed());
    Baseline baseline = Objects.requireNonNull(file.baseline());
    assertEquals(540, baseline.rows());
    assertEquals(9, baseline.scores().edges().size(), 3);
    for (Baseline.Feature feature : baseline.features()) {
      List<Double> shares =
          Stream.of(feature.numbers(), feature.levels())
              .filter(Objects::nonNull)
              .map(one -> one instanceof Baseline.Numbers n ? n.shares() : levels(one))
              .findFirst()
              .orElseThrow();
      assertEquals(1, shares.stream().mapToDouble(x -> x).sum(), 1e-9, feature.name());
    }
  }

  private static List<Double> levels(Object feature) {
    return ((Baseline.Levels) feature).shares();
  }

  @Test
  void anotherTargetIsAnotherModel() throws Exception {
    bench.run(Bench.request("leads", "newsletter", List.of(), null, 7));
    assertEquals("leads-leads-newsletter:1", versions().getLast().reference());
    var named =
        new LeadScoringRequest(
            "leads",
            "newsletter",
            null,
            null,
            List.of(),
            null,
            7,
            ScoringOptions.PLAIN,
            new ModelLabel("LEADS-leads", "Kim", "a try"));
    assertTrue(
        refused(() -> bench.run(named)).startsWith("model-other-target"),
        () -> refused(() -> bench.run(named)));
  }

  @Test
  void rollingBackRestoresTheEarlierScoresToTheBit() throws Exception {
    assertEquals(1, score("leads-leads", "leads").result().version());
    List<String> byFirst = scores();
    change(Action.PROMOTE, "leads-leads:2");
    Run<BatchScoringResult> second = score("leads-leads", "leads");
    assertEquals(2, second.result().version());
    assertNotEquals(byFirst, scores());
    ModelChangeResult back = change(Action.ROLLBACK, "leads-leads");
    assertEquals(1, back.champion());
    Run<BatchScoringResult> again = score("leads-leads", "leads");
    assertEquals(1, again.result().version());
    assertEquals(byFirst, scores());
    // a repetition scores by the version that the run had, whoever is champion now
    RerunResult rerun =
        new Rerun(
                bench.workspace(),
                new JobRunner(bench.workspace(), Runnable::run),
                new JobCatalog()
                    .register(BatchScoring.NAME, BatchScoringRequest.class, BatchScoring::new))
            .run(second.id(), null);
    assertTrue(rerun.identical(), rerun::sentence);
    assertEquals(
        List.of("CHAMPION", "CHALLENGER"),
        versions().stream().map(one -> one.stage().name()).toList());
    assertTrue(refused(() -> change(Action.ROLLBACK, "leads-leads")).startsWith("model-no-earl"));
  }

  @Test
  void scoresAsTrainingDoesAndRanksOpenRowsFirst() throws Exception {
    // open rows were scored by the same model in the run that trained it
    bench.run(request(7));
    BatchScoringResult result = score("leads-leads:3", "leads").result();
    assertEquals(600, result.rows());
    assertEquals(60, result.first());
    assertEquals(
        bench.query(
            "SELECT rank, record_id, score, decile, reasons FROM gold.lead_scores WHERE open"
                + " ORDER BY rank"),
        bench.query(
            "SELECT rank, record_id, score, decile, reasons FROM "
                + SCORED
                + " WHERE open ORDER BY rank"));
    assertEquals(100, result.best().size());
    assertFalse(result.best().getFirst().reasons().isEmpty());
    assertEquals(10, result.tenths().size());
  }

  @Test
  void scoresATableWithoutOutcomeIdAndLines() throws Exception {
    bench.sql(
        "CREATE TABLE bronze.fresh AS SELECT upper(quelle) AS quelle, budget, besuche, angelegt,"
            + " newsletter FROM bronze.leads LIMIT 200",
        "INSERT INTO bronze.fresh VALUES (NULL, NULL, NULL, NULL, NULL)");
    BatchScoringResult result = score("leads-leads", "fresh").result();
    assertEquals(201, result.rows());
    assertEquals(201, result.first());
    assertEquals(
        List.of("201|201|1|201|10"),
        bench.query(
            "SELECT count(*), count(DISTINCT record_id), min(rank), max(rank), max(decile) FROM "
                + SCORED));
    List<String> first = scores();
    score("leads-leads", "fresh");
    assertEquals(first, scores());
  }

  @Test
  void aScoringSaysWhetherItsRowsLookAsAtTraining() throws Exception {
    assertNull(score("leads-leads", "leads").result().drift(), "it has learned from these rows");
    bench.sql(
        LeadScoringTest.leads(900).replace("bronze.leads", "bronze.alike"),
        "CREATE TABLE bronze.apart AS SELECT * REPLACE (besuche + 40 AS besuche) FROM"
            + " bronze.alike");
    BatchScoringResult.Drift alike =
        Objects.requireNonNull(score("leads-leads", "alike").result().drift());
    assertEquals(0, alike.shifted(), alike::toString);
    BatchScoringResult.Drift apart =
        Objects.requireNonNull(score("leads-leads", "apart").result().drift());
    assertEquals("besuche", apart.most(), apart::toString);
    // the same counts as the job that looks at nothing else
    ModelDriftResult drift =
        run(new ModelDrift(new ModelDriftRequest("leads-leads", null, "apart", null, null, null)))
            .result();
    assertEquals("besuche", drift.features().getFirst().feature());
    assertEquals(drift.score().verdict(), apart.score());
    assertEquals(
        versions().getFirst().facts().metrics().get("auc"),
        Objects.requireNonNull(drift.holdout()).auc());
    assertEquals(ModelDriftResult.Advice.RETRAIN, drift.advice());
  }

  @Test
  void stagesChangeByRunsThatTheTrailKnows() throws Exception {
    String note =
        run(new ModelChange(
                ModelChangeRequest.note(
                    ModelReference.parse("leads-leads:2"), "Kim", "with visits")))
            .result()
            .sentence();
    assertEquals("Owner and note of version 2 of leads-leads are changed.", note);
    assertEquals("Kim", versions().getLast().owner());
    change(Action.RETIRE, "leads-leads:2");
    assertEquals(ModelStage.RETIRED, versions().getLast().stage());
    assertEquals("with visits", versions().getLast().note());
    assertTrue(refused(() -> change(Action.PROMOTE, "leads-leads:2")).startsWith("model-stage"));
    assertTrue(refused(() -> change(Action.RETIRE, "leads-leads:2")).startsWith("model-stage"));
    change(Action.RESTORE, "leads-leads:2");
    assertTrue(refused(() -> change(Action.RETIRE, "leads-leads:1")).startsWith("model-stage"));
    assertEquals("models", bench.workspace().ledger().list(2).getLast().job());
    assertTrue(
        Files.readString(bench.workspace().folder().resolve("audit.jsonl"))
            .contains("\"job\":\"models\""));
  }

  @ParameterizedTest
  @CsvSource({
    "lead-leads, leads, model-unknown: There is no model 'lead-leads' in this workspace. Did you"
        + " mean 'leads-leads'?",
    "leads-leads:9, leads, version-unknown: The model 'leads-leads' has no version 9. Did you mean"
        + " 'leads-leads:2'?",
    "leads-leads:b, leads, model-reference",
    "leads-leads, laeds, table-unknown",
    "leads-leads, bare, model-columns: bronze.bare has no column 'quelle'",
    "leads-leads, barer, 'model-columns: bronze.barer lacks 2 columns that the model leads-leads:1"
        + " learned from: ''budget'', ''besuche''.'",
    "leads-leads, words, model-column-type: The column 'budget' of bronze.words holds no numbers",
    "leads-leads, empty, table-empty"
  })
  void whatCannotBeScoredIsSaid(String model, String table, String refusal) throws Exception {
    bench.sql(
        "CREATE TABLE bronze.bare AS SELECT * EXCLUDE (quelle) FROM bronze.leads",
        "CREATE TABLE bronze.barer AS SELECT * EXCLUDE (budget, besuche) FROM bronze.leads",
        "CREATE TABLE bronze.words AS SELECT * REPLACE ('much' AS budget) FROM bronze.leads",
        "CREATE TABLE bronze.empty AS SELECT * FROM bronze.leads LIMIT 0");
    String said = refused(() -> score(model, table));
    assertTrue(said.startsWith(refusal), said);
    assertEquals(
        List.of("0"),
        bench.query(
            "SELECT count(*) FROM duckdb_tables() WHERE table_name = 'leads_leads_scores'"));
  }

  @ParameterizedTest
  @CsvSource({
    "change, model-tampered",
    "format, model-format",
    "cut, model-tampered",
    "gone, model-missing"
  })
  void aFileThatIsNotTheOneWrittenIsRefused(String harm, String code) throws Exception {
    Path file = bench.workspace().folder().resolve(versions().getFirst().file());
    String text = Files.readString(file);
    switch (harm) {
      case "change" -> Files.writeString(file, text.replaceFirst("\"bias\":", "\"bias\":1"));
      case "format" -> Files.writeString(file, text.replace("{\"format\":1,", "{\"format\":2,"));
      case "cut" -> Files.writeString(file, text.substring(0, text.length() / 2));
      default -> Files.delete(file);
    }
    assertEquals(code, refused(() -> score("leads-leads", "leads")).split(":")[0]);
    change(Action.PROMOTE, "leads-leads:2");
    assertEquals(code, refused(() -> change(Action.ROLLBACK, "leads-leads")).split(":")[0]);
    assertEquals(2, score("leads-leads", "leads").result().version());
  }

  @Test
  void modelsMoveWithTheWorkspace() throws Exception {
    score("leads-leads", "leads");
    List<String> before = scores();
    Path place = bench.workspace().folder();
    bench.close();
    Path moved = Files.move(place, place.resolveSibling("moved.liftwerk"));
    bench = new Bench(Workspace.open(moved));
    score("leads-leads", "leads");
    assertEquals(before, scores());
  }

  private ModelComparisonResult compare(String first, String second, @Nullable String table) {
    return run(new ModelComparison(
            new ModelComparisonRequest(
                ModelReference.parse(first), ModelReference.parse(second), table)))
        .result();
  }

  @Test
  void comparesOnRowsThatNeitherHasLearnedFrom() throws Exception {
    bench.sql(LeadScoringTest.leads(3000).replace("bronze.leads", "bronze.more"));
    // the same split: the holdout of the first is the holdout of the second
    bench.run(Bench.request("more", "gewonnen", List.of(), null, 7));
    bench.run(Bench.request("more", "gewonnen", List.of("quelle", "budget"), null, 7));
    ModelComparisonResult result = compare("leads-more:2", "leads-more", null);
    ModelVersion champion =
        ModelRegistry.of(bench.workspace()).get(ModelReference.parse("leads-more"));
    // a row in a hundred is taken for one that was learned from
    assertEquals(810, result.rows(), 30);
    assertEquals(champion.facts().metrics().getOrDefault("auc", 0.0), result.second().auc(), 0.01);
    assertEquals(0, result.second().seen());
    assertTrue(result.real(), result::toString);
    assertTrue(
        result.sentence().startsWith("Version 1 ranks better than version 2: AUC 0."),
        result::sentence);
    ModelComparisonResult.Difference top = result.differences().getLast();
    assertEquals(result.second().top20() - result.first().top20(), top.difference(), 1e-12);
    double low = Objects.requireNonNull(top.low());
    double high = Objects.requireNonNull(top.high());
    assertTrue(low <= top.difference() && top.difference() <= high, top::toString);
    assertEquals(List.of(), result.warnings());
    // on a table that is named the models that score are compared, and it is said what they know
    ModelComparisonResult flattered = compare("leads-more:1", "leads-more:2", "more");
    assertEquals(2700, flattered.rows());
    assertEquals(2700, flattered.first().seen());
    assertEquals(
        List.of("trained-on", "trained-on"),
        flattered.warnings().stream().map(ScoringWarning::code).toList());
  }

  @Test
  void whatCannotBeComparedIsSaid() throws Exception {
    assertTrue(
        refused(() -> compare("leads-leads:1", "leads-leads", null)).startsWith("compare-target"));
    bench.run(Bench.request("leads", "newsletter", List.of(), null, 7));
    assertTrue(
        refused(() -> compare("leads-leads", "leads-leads-newsletter", null))
            .startsWith("compare-target"));
    bench.sql("CREATE TABLE bronze.few AS SELECT * FROM bronze.leads LIMIT 12");
    assertTrue(
        refused(() -> compare("leads-leads:1", "leads-leads:2", "few"))
            .startsWith("compare-rows: Only "));
  }

  @Test
  void exportsTheFileAsItIs() throws Exception {
    Path target = folder.resolve("model.json");
    ModelExportResult result =
        run(new ModelExport(
                new ModelExportRequest(ModelReference.parse("leads-leads"), target.toString())))
            .result();
    assertEquals(versions().getFirst().sha256(), result.sha256());
    assertEquals(
        Files.readString(bench.workspace().folder().resolve(versions().getFirst().file())),
        Files.readString(target));
    assertTrue(
        refused(
                () ->
                    run(
                        new ModelExport(
                            new ModelExportRequest(
                                ModelReference.parse("leads-leads"),
                                folder.resolve("model.pkl").toString()))))
            .startsWith("model-file-format"));
  }

  private ModelVersion bringIn(Path file, @Nullable String name) {
    return run(new ModelImport(
            new ModelImportRequest(file.toString(), new ModelLabel(name, null, null))))
        .result();
  }

  @Test
  void whatWasExportedScoresElsewhereAsHere() throws Exception {
    score("leads-leads", "leads");
    List<String> here = bench.query("SELECT rank, score, reasons FROM " + SCORED);
    Path file = folder.resolve("model.json");
    run(
        new ModelExport(
            new ModelExportRequest(ModelReference.parse("leads-leads"), file.toString())));
    ModelVersion version = bringIn(file, "visitors");
    assertEquals("visitors:1 NONE", version.reference() + " " + version.stage());
    assertTrue(refused(() -> score("visitors", "leads")).startsWith("no-champion"));
    change(Action.PROMOTE, "visitors:1");
    score("visitors", "leads");
    assertEquals(here, bench.query("SELECT rank, score, reasons FROM gold.visitors_scores"));
    assertEquals(3, bringIn(file, null).version());
  }

  @ParameterizedTest
  @CsvSource({
    "'{}', model-import",
    "'[', model-import",
    "'{\"format\":1,\"name\":\"a\",\"model\":{\"version\":1}}', model-import",
    "'{\"format\":9}', model-format",
    ", model-import"
  })
  void aFileThatHoldsNoModelIsRefused(@Nullable String text, String code) throws Exception {
    Path file = folder.resolve("model.json");
    if (text != null) {
      Files.writeString(file, text);
    }
    assertEquals(code, refused(() -> bringIn(file, null)).split(":")[0]);
    assertEquals(2, versions().size());
  }
}
