package io.liftwerk.experiments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.experiments.UpliftResult.LearnerScore;
import io.liftwerk.experiments.UpliftResult.Targeting;
import io.liftwerk.experiments.UpliftResult.Treatment;
import io.liftwerk.workspace.Run;
import io.liftwerk.workspace.WorkbenchException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole job on experiments whose truth is known, and on tables that are none. */
class UpliftModelsTest {
  @TempDir private Path folder;
  private UpliftBench bench;

  /**
   * Treatment raises the chance of a purchase by 0.3 for whoever is young and by nothing for the
   * others; {@code luck} is bought by lot alone.
   */
  @BeforeEach
  void open() throws Exception {
    bench = new UpliftBench(folder);
    bench.sql(
        """
        CREATE TABLE bronze.mailing AS
        WITH drawn AS (SELECT i, hash(i * 7 + 1) % 1000 / 1000.0 AS u, hash(i * 7 + 2) % 1000 / 1000.0 AS v,
          18 + hash(i * 7 + 3) % 60 AS age, hash(i * 7 + 4) % 3 AS town, hash(i * 7 + 5) % 3 AS lot
          FROM range(4500) t(i))
        SELECT i + 1 AS _row, 'c' || i AS customer_id, age, 'town ' || town AS town, v AS noise,
          CASE lot WHEN 0 THEN 'none' WHEN 1 THEN 'mail' ELSE 'call' END AS arm,
          CASE WHEN u < 0.2 + CASE WHEN lot > 0 AND age < 40 THEN 0.15 * (lot + 1) ELSE 0 END
            THEN 1 ELSE 0 END AS bought,
          round(10 * v + CASE WHEN lot = 1 AND age < 40 THEN 8 ELSE 0 END, 2) AS spent,
          CASE WHEN u < 0.3 THEN 1 ELSE 0 END AS luck,
          lot / 2.0 AS never,
          CASE WHEN i % 50 = 7 THEN 'Infinity'::DOUBLE ELSE u END AS endless,
          CASE WHEN lot = 1 THEN NULL ELSE 1 - lot % 2 END AS half, 3 AS same, 'x' AS one,
          CASE WHEN lot > 0 AND i % 50 = 0 THEN -u ELSE u END AS refunds,
          u < 0.2 + CASE WHEN lot > 0 AND age < 40 THEN 0.15 * (lot + 1) ELSE 0 END
            OR v < 0.1 + 0.2 * lot AS visited,
          CASE WHEN u < 0.2 + CASE WHEN lot > 0 AND age < 40 THEN 0.15 * (lot + 1) ELSE 0 END
            THEN 5 + v END AS paid
        FROM drawn ORDER BY i
        """,
        "CREATE TABLE bronze.twice AS SELECT * REPLACE (CASE WHEN _row < 9 THEN 'c1' ELSE"
            + " customer_id END AS customer_id) FROM bronze.mailing",
        "CREATE TABLE bronze.few AS SELECT * FROM bronze.mailing LIMIT 50",
        """
        CREATE TABLE bronze.chosen AS SELECT _row, age, noise, bought,
          CASE WHEN age < 45 THEN 'mail' ELSE 'none' END AS arm FROM bronze.mailing
        """,
        """
        CREATE TABLE bronze.leaning AS SELECT _row, age, noise, town, bought,
          CASE WHEN hash(_row * 3) % 100 < CASE WHEN age < 45 THEN 70 ELSE 30 END THEN 'mail'
            ELSE 'none' END AS arm FROM bronze.mailing
        """);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private static UpliftRequest plain(String table, String arm, String outcome) {
    return UpliftRequest.of(table, arm, "none", "mail", outcome, null, 3)
        .with(List.of("t-logistic"));
  }

  private UpliftResult run(UpliftRequest request) {
    return bench.run(new UpliftModels(request)).result();
  }

  private static UpliftRequest without(UpliftRequest request, String outcome) {
    return request.without(
        List.of("half", "never", "luck", "spent", "bought", "endless", "refunds", "visited", "paid")
            .stream()
            .filter(name -> !name.equals(outcome))
            .toList());
  }

  @Test
  void everyLearnerFindsWhomTreatmentMoves() throws Exception {
    UpliftRequest asked =
        without(plain("mailing", "arm", "bought"), "bought")
            .with(
                List.of(
                    "t-logistic",
                    "s-logistic",
                    "ddr-logistic",
                    "x-logistic",
                    "dr-logistic",
                    "class-logistic",
                    "transformed-logistic",
                    "t-boosted",
                    "x-boosted",
                    "forest-kl"));
    UpliftResult result = run(asked);
    assertEquals(10, result.learners().size());
    for (LearnerScore score : result.learners()) {
      assertTrue(score.qini() > score.randomP95() && score.beatsRandom(), score::toString);
      assertTrue(score.upliftAt30() > 0.05, score::toString);
    }
    assertEquals(1, result.learners().stream().filter(LearnerScore::chosen).count());
    Treatment treatment = result.treatments().getFirst();
    assertTrue(treatment.balance().even());
    assertEquals(10, treatment.deciles().size());
    assertEquals(51, treatment.random().band().size());
    // whom the model calls persuadable are the young
    assertEquals(
        List.of("true"),
        bench.query(
            """
            SELECT avg(age) FILTER (segment = 'persuadables')
              < avg(age) FILTER (segment <> 'persuadables') - 15
            FROM gold.uplift_scores s JOIN bronze.mailing m ON m._row = s._row
            """));
    assertEquals(
        bench.query("SELECT count(*), 1, true FROM bronze.mailing WHERE arm IN ('none', 'mail')"),
        bench.query(
            "SELECT count(*), min(rank), bool_and(held_out) FROM gold.uplift_scores WHERE"
                + " treatment = 'mail'"));
  }

  @Test
  void saysPlainlyWhenNothingIsFound() {
    UpliftResult result = run(without(plain("mailing", "arm", "luck"), "luck"));
    LearnerScore score = result.learners().getFirst();
    assertEquals(score.qini() > score.randomP95(), score.beatsRandom());
    assertFalse(score.beatsRandom(), score::toString);
    assertTrue(result.treatments().getFirst().verdict().contains("not better than chance"));
  }

  @Test
  void comparesSeveralTreatmentsAndNumbers() {
    UpliftRequest bought = without(plain("mailing", "arm", "bought"), "bought");
    UpliftResult both =
        run(
            new UpliftRequest(
                "mailing",
                "arm",
                "none",
                List.of(),
                "bought",
                List.of("t-logistic"),
                null,
                bought.exclude(),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                3));
    assertEquals(
        List.of("call", "mail"),
        both.treatments().stream().map(Treatment::treated).sorted().toList());
    assertEquals(2, both.learners().size());
    UpliftResult spent =
        run(without(plain("mailing", "arm", "spent"), "spent").with(List.of("x-boosted", "t")));
    assertTrue(spent.numeric());
    for (LearnerScore score : spent.learners()) {
      assertTrue(score.beatsRandom(), score::toString);
    }
    var effect = spent.treatments().getFirst().effect();
    Double difference = effect.difference();
    assertNotNull(difference);
    assertEquals(8 * 22 / 60.0, difference, 0.7);
  }

  @Test
  void pricesContactsWithinTheBudget() {
    UpliftResult result =
        run(without(plain("mailing", "arm", "bought"), "bought").with(10.0, 1.0, 500.0));
    Targeting targeting = result.treatments().getFirst().targeting();
    assertNotNull(targeting);
    assertEquals(500, targeting.affordable());
    assertTrue(targeting.contacts() <= 500 && targeting.contacts() > 0);
    assertTrue(
        targeting.profitLow() < targeting.profit() && targeting.profit() < targeting.profitHigh());
    assertEquals(10 * targeting.outcomes() - targeting.contacts(), targeting.profit(), 1e-6);
  }

  @Test
  void leavesOutWhatFollowsFromTheTreatment() {
    UpliftResult result =
        run(
            plain("mailing", "arm", "bought")
                .without(List.of("half", "never", "luck", "spent", "endless", "refunds")));
    List<String> late =
        result.warnings().stream()
            .filter(warning -> warning.code().equals("after-treatment"))
            .map(warning -> String.valueOf(warning.column()))
            .sorted()
            .toList();
    assertEquals(List.of("paid", "visited"), late);
  }

  @Test
  void estimatesChancesWhereTreatmentWasNotByLot() {
    UpliftResult result =
        run(plain("leaning", "arm", "bought").with(List.of("dr-logistic", "transformed-logistic")));
    var balance = result.treatments().getFirst().balance();
    assertFalse(balance.even());
    assertTrue(balance.estimated());
    assertTrue(
        result.warnings().stream().anyMatch(warning -> warning.code().equals("arms-uneven")));
  }

  @Test
  void theSameSeedGivesTheSameScores() throws Exception {
    UpliftRequest asked =
        without(plain("mailing", "arm", "bought"), "bought").with(List.of("t-boosted"));
    Run<UpliftResult> one = bench.run(new UpliftModels(asked));
    List<String> before = bench.query("SELECT sum(uplift) FROM gold.uplift_scores");
    Run<UpliftResult> other = bench.run(new UpliftModels(asked));
    assertEquals(before, bench.query("SELECT sum(uplift) FROM gold.uplift_scores"));
    assertEquals(
        one.result().learners().getFirst().qini(), other.result().learners().getFirst().qini());
  }

  @ParameterizedTest
  @CsvSource({
    "mailing, arm, boughtt, column-unknown, bought",
    "mailing, armm, bought, column-unknown, arm",
    "mailing, one, bought, arm-empty, both arms",
    "mailing, town, bought, arm-unknown, town",
    "mailing, arm, half, outcome-missing, both arms",
    "mailing, arm, same, outcome-constant, differ",
    "mailing, arm, endless, outcome-infinite, view",
    "mailing, arm, arm, column-twice, two",
    "twice, arm, bought, person-twice, first",
    "few, arm, bought, too-few-rows, longer",
    "chosen, arm, bought, propensity-zero, fair",
    "nothing, arm, bought, table-unknown, Did you mean",
  })
  void refusesInOneSentence(String table, String arm, String outcome, String code, String hint)
      throws Exception {
    WorkbenchException refusal =
        assertThrows(WorkbenchException.class, () -> run(plain(table, arm, outcome)));
    assertEquals(code, refusal.code(), refusal.sentence());
    assertTrue(refusal.hint().contains(hint), refusal.hint());
    assertTrue(
        refusal.sentence().endsWith(".") && !refusal.sentence().contains("\n"), refusal.sentence());
    assertEquals(
        List.of(),
        bench.query("SELECT 1 FROM information_schema.tables WHERE table_schema = 'gold'"));
  }

  @Test
  void suggestsTheNearestArmAndLearner() {
    WorkbenchException arm =
        assertThrows(
            WorkbenchException.class,
            () -> run(UpliftRequest.of("mailing", "arm", "none", "mial", "bought", null, 3)));
    assertEquals("Did you mean 'mail'?", arm.hint());
    WorkbenchException learner =
        assertThrows(
            WorkbenchException.class,
            () -> run(plain("mailing", "arm", "bought").with(List.of("t-logistik"))));
    assertEquals("Did you mean 't-logistic'?", learner.hint());
  }

  @Test
  void refusesChancesOfZeroAndNamesNegativeOutcomes() {
    UpliftRequest asked = plain("mailing", "arm", "bought");
    WorkbenchException zero =
        assertThrows(
            WorkbenchException.class,
            () ->
                run(
                    new UpliftRequest(
                        "mailing",
                        "arm",
                        "none",
                        List.of("mail"),
                        "bought",
                        asked.learners(),
                        null,
                        List.of(),
                        List.of(),
                        null,
                        "never",
                        null,
                        null,
                        null,
                        3)));
    assertEquals("propensity-value", zero.code());
    UpliftResult result = run(without(plain("mailing", "arm", "refunds"), "refunds"));
    assertTrue(
        result.warnings().stream().anyMatch(warning -> warning.code().equals("outcome-negative")));
  }
}
