package io.liftwerk.scoring;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.liftwerk.scoring.ScoringDetails.Fairness;
import io.liftwerk.scoring.ScoringDetails.Group;
import io.liftwerk.scoring.ScoringDetails.Profit;
import io.liftwerk.scoring.ScoringOptions.Purpose;
import io.liftwerk.scoring.features.Dataset;
import io.liftwerk.scoring.models.FittedModel;
import io.liftwerk.workspace.Job;
import io.liftwerk.workspace.JobContext;
import io.liftwerk.workspace.JobRunner;
import io.liftwerk.workspace.Json;
import io.liftwerk.workspace.Run;
import io.liftwerk.workspace.WorkbenchException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What may be asked of a scoring beyond its table and outcome. */
class TrainingOptionsTest {
  @TempDir private Path folder;
  private Bench bench;

  @BeforeEach
  void open() throws Exception {
    bench = new Bench(folder);
    bench.sql(LeadScoringTest.leads(1500));
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private static LeadScoringRequest request(@Nullable String split, ScoringOptions options) {
    return new LeadScoringRequest("leads", "gewonnen", null, null, List.of(), split, 7, options);
  }

  private static ScoringOptions profit(
      @Nullable Double value, @Nullable Double cost, @Nullable Long capacity) {
    return new ScoringOptions(Purpose.LEADS, false, null, value, cost, capacity, null);
  }

  private static ScoringDetails details(LeadScoringResult result) {
    ScoringDetails details = result.details();
    assertNotNull(details);
    return details;
  }

  @Test
  void findsWhomToContactWithinTheCapacity() {
    LeadScoringResult result = bench.score(request(null, profit(100.0, 30.0, 20L)));
    Profit profit = details(result).profit();
    assertNotNull(profit);
    assertEquals(20 / 150.0, profit.mostShare(), 1e-12);
    assertTrue(profit.contacts() > 0 && profit.contacts() <= 20, () -> "" + profit.contacts());
    assertTrue(profit.contacted() <= profit.mostShare());
    assertEquals(101, profit.curve().size());
    assertEquals(0, profit.curve().getFirst().y());
    // everybody: 100 times the share of yes less 30, as far as the capacity reaches
    double all = profit.curve().getLast().y();
    assertEquals(all, profit.heuristicCurve().getLast().y(), 1e-9);
    assertEquals(all * profit.mostShare(), profit.everybody(), 1e-9);
    assertTrue(profit.model() > profit.everybody());
    Profit free = details(bench.score(request(null, profit(100.0, null, null)))).profit();
    assertNotNull(free);
    assertTrue(free.contacts() > profit.contacts(), "where a contact costs nothing, more pay");
    assertTrue(free.threshold() < profit.threshold());
  }

  @Test
  void refusesWhatContradictsItself() {
    assertEquals("profit-value", code(request(null, profit(null, 3.0, null))));
    assertEquals("profit-value", code(request(null, profit(-1.0, null, null))));
    assertEquals("profit-value", code(request(null, profit(1.0, null, 0L))));
    var time = new ScoringOptions(Purpose.LEADS, false, "angelegt", null, null, null, null);
    assertEquals("split-twice", code(request("land", time)));
    var text = new ScoringOptions(Purpose.LEADS, false, "quelle", null, null, null, null);
    assertEquals("split-time", code(request(null, text)));
    var unknown = new ScoringOptions(Purpose.LEADS, false, null, null, null, null, "geschlecht");
    assertEquals("column-unknown", code(request(null, unknown)));
  }

  private String code(LeadScoringRequest request) {
    return assertThrows(WorkbenchException.class, () -> bench.score(request)).code();
  }

  @Test
  void judgesOnTheLatestRowsWhenAsked() throws Exception {
    assertTrue(
        details(bench.score(request(null, ScoringOptions.PLAIN)))
            .suggestions()
            .getFirst()
            .startsWith("'angelegt'"));
    var options = new ScoringOptions(Purpose.LEADS, true, "angelegt", null, null, null, null);
    LeadScoringResult result = bench.score(request(null, options));
    assertEquals("angelegt", result.splitBy());
    assertEquals(List.of(), details(result).suggestions());
    assertEquals(
        List.of("" + result.holdoutRows()),
        bench.query(
            "SELECT count(*) FROM bronze.leads WHERE gewonnen IS NOT NULL AND angelegt >= ("
                + "SELECT angelegt FROM bronze.leads WHERE gewonnen IS NOT NULL ORDER BY angelegt"
                + " LIMIT 1 OFFSET 945)"));
  }

  @Test
  void comparesAcrossAColumn() throws Exception {
    var options = new ScoringOptions(Purpose.LEADS, false, null, null, null, null, "quelle");
    LeadScoringResult result = bench.score(request(null, options));
    Fairness fairness = details(result).fairness();
    assertNotNull(fairness);
    assertEquals(3, fairness.groups().size());
    assertEquals(result.holdoutRows(), fairness.groups().stream().mapToLong(Group::rows).sum());
    // 'Empfehlung' wins far more often, so the others are left behind, which is said
    assertTrue(fairness.ratio() < 0.8, fairness::finding);
    assertTrue(
        result.warnings().stream().anyMatch(warning -> warning.code().equals("uneven-groups")));
  }

  @Test
  void customersNotLostYetComeFirst() throws Exception {
    var options = new ScoringOptions(Purpose.CHURN, false, null, null, null, null, null);
    Run<LeadScoringResult> run = bench.run(request(null, options));
    assertEquals("churn", run.record().job());
    assertEquals("gold.churn_scores", run.result().scoresTable());
    var ranked = new RankedLeads(bench.workspace(), run.result(), run.record().id());
    assertNull(ranked.replacedBy(), "looked for where scores of churn are kept");
    assertTrue(String.valueOf(ranked.page(0, 1).rows().getFirst().get(5)).startsWith("↑ "));
    assertTrue(run.result().files().getFirst().startsWith("exports/churn-leads-"));
    assertEquals(
        List.of("true"),
        bench.query(
            "SELECT max(rank) FILTER (outcome IS DISTINCT FROM true)"
                + " < min(rank) FILTER (outcome) FROM gold.churn_scores"));
    LeadScoringRequest recorded =
        Json.read(Json.write(run.record().parameters()), LeadScoringRequest.class);
    assertEquals(run.record().resultHash(), bench.run(recorded).record().resultHash());
  }

  @Test
  void everyLeadThatIsShownSaysWhy() throws Exception {
    LeadScoringResult result = bench.score(request(null, ScoringOptions.PLAIN));
    assertTrue(result.best().stream().allMatch(lead -> !lead.reasons().isEmpty()));
    String first = bench.query("SELECT reasons FROM gold.lead_scores WHERE rank = 1").getFirst();
    assertTrue(first.startsWith("↑ ") || first.startsWith("↓ "), first);
    assertTrue(first.contains(result.best().getFirst().reasons().getFirst().words()), first);
  }

  @Test
  void aTableOfAnEarlierVersionGetsTheReasons() throws Exception {
    bench.score(request(null, ScoringOptions.PLAIN));
    bench.sql("ALTER TABLE gold.lead_scores DROP COLUMN reasons");
    bench.score(request(null, ScoringOptions.PLAIN));
    assertEquals(List.of("true"), bench.query("SELECT count(reasons) > 0 FROM gold.lead_scores"));
  }

  @Test
  void recordsOfEarlierVersionsAreRead() {
    ObjectNode request = Json.mapper().valueToTree(Bench.request("leads", "gewonnen"));
    request.remove("options");
    assertEquals(
        ScoringOptions.PLAIN, Json.read(request.toString(), LeadScoringRequest.class).options());
    ObjectNode result = Json.mapper().valueToTree(bench.score(request(null, ScoringOptions.PLAIN)));
    result.remove("details");
    result.get("models").forEach(model -> ((ObjectNode) model).remove("details"));
    result.get("best").forEach(lead -> ((ObjectNode) lead).remove("reasons"));
    LeadScoringResult read = Json.read(result.toString(), LeadScoringResult.class);
    assertNull(read.details());
    assertNull(read.chosenModel().details());
    assertEquals(List.of(), read.best().getFirst().reasons());
  }

  private record OnTable(String table) {}

  /** Scores a table with a stored model. */
  private record Rescoring(OnTable parameters, FittedModel model) implements Job<OnTable> {
    private static double[] scores = {};

    @Override
    public String name() {
      return "rescoring";
    }

    @Override
    public OnTable run(JobContext context) throws Exception {
      SourceTable source = SourceTable.snapshot(context, parameters.table());
      var outcome = new byte[source.count(context)];
      Arrays.fill(outcome, Dataset.OPEN);
      Dataset data = new DatasetReader(context, source, model.preparation()).read(outcome);
      scores = model.probabilities(data);
      return parameters;
    }
  }

  private double[] rescore(String table, FittedModel model) {
    var job = new Rescoring(new OnTable(table), model);
    new JobRunner(bench.workspace(), Runnable::run).run(job);
    return Rescoring.scores.clone();
  }

  @Test
  void theStoredModelScoresOpenLeadsOfAnotherTableAlike() throws Exception {
    var job = new LeadScoring(request(null, ScoringOptions.PLAIN));
    new JobRunner(bench.workspace(), Runnable::run).run(job);
    FittedModel model = job.model();
    assertNotNull(model);
    double[] expected =
        bench.query("SELECT score FROM gold.lead_scores WHERE open ORDER BY _row").stream()
            .mapToDouble(Double::parseDouble)
            .toArray();
    bench.sql(
        "CREATE TABLE silver.fresh AS SELECT CAST(budget AS VARCHAR) AS budget, quelle, besuche,"
            + " newsletter, CAST(angelegt AS VARCHAR) AS angelegt, _row FROM bronze.leads"
            + " WHERE gewonnen IS NULL");
    FittedModel read = FittedModel.read(model.json());
    assertArrayEquals(expected, rescore("silver.fresh", read), 1e-12);
    bench.sql("ALTER TABLE silver.fresh RENAME COLUMN quelle TO herkunft");
    WorkbenchException refusal =
        assertThrows(WorkbenchException.class, () -> rescore("silver.fresh", read));
    assertEquals("model-columns", refusal.code());
    assertFalse(refusal.sentence().contains("\n"));
  }
}
