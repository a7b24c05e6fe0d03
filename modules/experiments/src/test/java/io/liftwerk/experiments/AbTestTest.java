package io.liftwerk.experiments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.experiments.AbTestResult.Comparison;
import io.liftwerk.experiments.AbTestResult.CovariateUse;
import io.liftwerk.experiments.AbTestResult.Unadjusted;
import io.liftwerk.workspace.Json;
import io.liftwerk.workspace.Run;
import io.liftwerk.workspace.Sentences;
import io.liftwerk.workspace.WorkbenchException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The job from a table to what it means. */
class AbTestTest {
  @TempDir private Path folder;
  private AbBench bench;

  /**
   * {@code bronze.trial}: 6,000 persons in two arms, alike but for B's orders; what they bought
   * before tells what they buy; every tenth belongs together.
   */
  @BeforeEach
  void open() throws Exception {
    bench = new AbBench(folder);
    bench.sql(
        """
        CREATE TABLE bronze.trial AS SELECT i AS person_no, CASE WHEN i % 2 = 0 THEN 'A' ELSE 'B' END
          AS grp, DATE '2026-03-01' + CAST(i // 600 AS INTEGER) AS came, i // 10 AS shop,
          CASE WHEN i % 3 = 0 THEN 'new' ELSE 'old' END AS kind,
          hash(i, 1) % 1000 / 10.0 AS before,
          hash(i, 1) % 1000 / 10.0 + hash(i, 2) % 100 / 10.0 + i % 2 AS after,
          hash(i, 3) % 100 < 10 + 5 * (i % 2) AS ordered,
          CAST(1 + hash(i, 4) % 5 AS INTEGER) AS views,
          CAST(hash(i, 5) % 2 AS INTEGER) AS clicks
        FROM range(6000) t(i)
        """,
        "CREATE TABLE bronze.shops AS SELECT person_no, CASE WHEN shop % 2 = 0 THEN 'A' ELSE 'B'"
            + " END AS grp, shop, after + 20 * (hash(shop) % 5) AS after, clicks, views FROM"
            + " bronze.trial");
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private static AbTestRequest request(String table, String... metrics) {
    return AbTestRequest.of(table, "grp", "A", List.of(metrics));
  }

  private static AbTestRequest with(
      AbTestRequest r,
      @Nullable String covariate,
      @Nullable LocalDate start,
      @Nullable String strata,
      @Nullable String cluster,
      @Nullable String date,
      String looks,
      @Nullable Long planned,
      @Nullable Double minimum) {
    return new AbTestRequest(
        r.table(),
        r.arm(),
        r.control(),
        r.metrics(),
        covariate,
        start,
        r.person(),
        strata,
        cluster,
        date,
        r.shares(),
        r.alpha(),
        looks,
        planned,
        minimum,
        r.correction(),
        r.plan());
  }

  private static AbTestRequest covariate(AbTestRequest r, String covariate) {
    return with(r, covariate, null, null, null, null, "once", null, null);
  }

  private static List<String> codes(AbTestResult result) {
    return result.warnings().stream().map(AbTestResult.Warning::code).toList();
  }

  @Test
  void saysWhatChangedByHowMuchHowSureAndWhatNext() {
    AbTestResult result = bench.compare(request("trial", "ordered:proportion", "after:revenue"));
    Comparison orders = result.metrics().getFirst();
    assertTrue(orders.significant() && orders.low() > 0, orders.toString());
    assertTrue(orders.chanceToWin() > 0.99 && orders.alwaysValidP() > orders.p());
    assertEquals(orders.verdict(), result.verdict());
    assertTrue(
        orders
            .verdict()
            .matches(
                "'B' raised ordered from .* %\\): that is significant \\(p .*\\) and .*, so choose"
                    + " 'B'\\."),
        orders.verdict());
    String german = Sentences.in(Locale.GERMAN, orders.verdict());
    assertTrue(
        german.matches(
            "„B“ hat ordered von \\d+,\\d\\d % auf .*: das ist signifikant \\(p .*besser; nehmen"
                + " Sie „B“\\."),
        german);
    // the spread of what they buy hides an effect of 1
    Comparison revenue = result.metrics().getLast();
    assertFalse(revenue.significant());
    assertFalse(revenue.verdict().contains("significant"), revenue.verdict());
    assertTrue(result.sampleRatio().ok());
    assertEquals(result, Json.read(Json.write(result), AbTestResult.class));
  }

  @Test
  void takesChanceOutByWhatWasKnownBefore() {
    AbTestResult result =
        bench.compare(covariate(request("trial", "after:revenue"), "before:before"));
    Comparison one = result.metrics().getFirst();
    assertTrue(one.significant(), one.verdict());
    assertEquals(1, one.difference(), 0.3);
    Unadjusted plain = one.unadjusted();
    assertNotNull(plain);
    assertTrue(plain.varianceReduction() > 0.95, plain.toString());
    assertNotNull(one.regression());
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "after:after, -, measured after the treatment began",
        "after:2026-03-05, 2026-03-01, looks at days after",
        "later, -, Nobody says",
      })
  void adjustsByNothingTheTreatmentMayHaveChanged(
      String text, @Nullable LocalDate start, String why) throws Exception {
    bench.sql(
        "ALTER TABLE bronze.trial ADD COLUMN later DOUBLE",
        "UPDATE bronze.trial SET later = after + 10 * (person_no % 2)");
    AbTestResult result =
        bench.compare(
            with(
                request("trial", "after:mean"), text, start, null, null, null, "once", null, null));
    CovariateUse use = result.covariate();
    assertNotNull(use);
    String refused = use.refused();
    assertTrue(!use.used() && refused != null && refused.contains(why), String.valueOf(refused));
    assertTrue(codes(result).contains("covariate-refused"));
    assertNull(result.metrics().getFirst().unadjusted());
  }

  @Test
  void comparesWithinStrataAndByCluster() {
    Comparison plain = bench.compare(request("trial", "after:mean")).metrics().getFirst();
    Comparison strata =
        bench
            .compare(
                with(
                    request("trial", "after:mean"),
                    null,
                    null,
                    "kind",
                    null,
                    null,
                    "once",
                    null,
                    null))
            .metrics()
            .getFirst();
    assertEquals(plain.difference(), strata.difference(), 0.5);
    assertNotNull(strata.unadjusted());
    var asked = request("shops", "after:mean", "clicks/views:ratio", "after:median");
    Comparison persons = bench.compare(asked).metrics().getFirst();
    AbTestResult clustered =
        bench.compare(with(asked, null, null, null, "shop", null, "once", null, null));
    Comparison shops = clustered.metrics().getFirst();
    assertEquals(persons.difference(), shops.difference(), 1e-9);
    assertEquals(300, shops.n());
    // persons of a shop are alike: to take them for 3,000 different ones would be to lie
    assertTrue(shops.standardError() > 1.5 * persons.standardError(), shops.toString());
  }

  @Test
  void showsHowTheEffectCameAboutAndHowLongItTakes() {
    AbTestResult result =
        bench.compare(
            with(
                request("trial", "after:revenue"),
                null,
                null,
                null,
                null,
                "came",
                "any",
                null,
                0.01));
    assertEquals(10, result.series().size());
    var last = result.series().getLast();
    Comparison one = result.metrics().getFirst();
    assertEquals(one.difference(), last.difference(), 1e-9);
    assertEquals(one.low(), last.sequentialLow(), 1e-9);
    assertTrue(last.sequentialLow() < last.low());
    Long persons = one.planning().persons();
    Long days = one.planning().days();
    assertTrue(persons != null && days != null && persons > 6000);
    if (persons != null && days != null) {
      assertEquals(Math.ceil(persons / 600.0), days.doubleValue());
    }
    assertEquals(1, result.novelty().size());
  }

  @Test
  void boundsLooksOfAGroupSequentialPlan() {
    AbTestResult result =
        bench.compare(
            with(
                request("trial", "ordered:proportion"),
                null,
                null,
                null,
                null,
                "came",
                "obrien-fleming",
                12_000L,
                null));
    assertEquals(10, result.boundaries().size());
    assertEquals(0.5, result.boundaries().getLast().fraction(), 1e-12);
    assertTrue(result.boundaries().getFirst().bound() > result.boundaries().getLast().bound());
    Comparison one = result.metrics().getFirst();
    double bound = result.boundaries().getLast().bound();
    assertEquals(one.difference() - bound * one.standardError(), one.low(), 1e-12);
  }

  @Test
  void comesOutTheSameInWhateverOrder() throws Exception {
    bench.sql(
        "CREATE TABLE bronze.turned AS SELECT * FROM bronze.trial ORDER BY hash(person_no, 9)");
    var asked = List.of("after:revenue", "ordered:proportion", "clicks/views:ratio", "after:p90");
    AbTestResult one =
        bench.compare(covariate(AbTestRequest.of("trial", "grp", "A", asked), "before"));
    AbTestResult other =
        bench.compare(covariate(AbTestRequest.of("turned", "grp", "A", asked), "before"));
    assertEquals(one.metrics(), other.metrics());
  }

  @Test
  void addsUpRowsOfAPersonAndLeavesAFewMixedOnesOut() throws Exception {
    bench.sql(
        "CREATE TABLE bronze.events AS SELECT person_no AS user_id, grp, after / 2 AS after,"
            + " ordered FROM bronze.trial UNION ALL SELECT person_no, grp, after / 2, ordered FROM"
            + " bronze.trial",
        "INSERT INTO bronze.events VALUES (0, 'B', 1, true)");
    AbTestResult result = bench.compare(request("events", "after:revenue", "ordered:proportion"));
    assertTrue(
        codes(result).containsAll(List.of("added-up", "person-twice")), codes(result).toString());
    assertEquals(2999, result.metrics().getFirst().controlN());
    Comparison plain = bench.compare(request("trial", "after:revenue")).metrics().getFirst();
    assertEquals(plain.value(), result.metrics().getFirst().value(), 1e-9);
  }

  /** ux-15: arms of the wrong sizes, and no alarm where the shares were meant so. */
  @Test
  void trustsNothingWhenPeopleAreMissing() throws Exception {
    bench.sql(
        "CREATE TABLE bronze.holes AS SELECT * FROM bronze.trial WHERE grp = 'A' OR person_no % 5 >"
            + " 1");
    AbTestResult result = bench.compare(request("holes", "ordered:proportion"));
    assertFalse(result.sampleRatio().ok());
    assertFalse(result.metrics().getFirst().significant());
    assertTrue(result.verdict().startsWith("The arms do not have the sizes"), result.verdict());
    var planned = request("holes", "ordered:proportion");
    long b = result.arms().getLast().persons();
    AbTestResult shared =
        bench.compare(
            new AbTestRequest(
                planned.table(),
                "grp",
                "A",
                planned.metrics(),
                null,
                null,
                null,
                null,
                null,
                null,
                List.of("A=3000", "B=" + b),
                0.05,
                "once",
                null,
                null,
                "holm",
                null));
    assertTrue(shared.sampleRatio().ok());
  }

  @Test
  void correctsForTwentyMetrics() throws Exception {
    var metrics = new ArrayList<String>();
    var columns = new StringBuilder("CREATE TABLE bronze.many AS SELECT grp");
    for (int i = 0; i < 20; i++) {
      columns.append(", hash(person_no, %d) %% 7 AS m%d".formatted(50 + i, i));
      metrics.add("m" + i + ":mean");
    }
    bench.sql(columns + " FROM bronze.trial");
    AbTestResult result = bench.compare(AbTestRequest.of("many", "grp", "A", metrics));
    assertEquals(20, result.correction().comparisons());
    assertTrue(codes(result).contains("many-comparisons"));
    result.metrics().forEach(one -> assertTrue(one.adjustedP() >= one.p()));
    assertEquals(0, result.metrics().stream().filter(Comparison::significant).count());
  }

  @ParameterizedTest
  @CsvSource({
    "nowhere, grp, A, after:mean, table-unknown",
    "trial, group, A, after:mean, column-unknown",
    "trial, grp, Controll, after:mean, control-unknown",
    "trial, grp, A, aftr:mean, column-unknown",
    "trial, grp, A, kind:mean, metric-not-numeric",
    "trial, grp, A, came:mean, metric-not-numeric",
    "trial, grp, A, after, metric-syntax",
    "trial, grp, A, after:maen, metric-kind",
    "trial, grp, A, after:ratio, metric-syntax",
    "trial, grp, A, after:proportion, metric-not-yes-no",
    "trial, person_no, 1, after:mean, arms-many",
    "one, grp, A, after:mean, arms-one",
    "few, grp, A, after:mean, arm-small",
    "gone, grp, A, after:mean, outcome-missing",
    "zero, grp, A, clicks/views:ratio, ratio-zero",
    "endless, grp, A, after:mean, metric-infinite",
    "twice, grp, A, after:mean, person-twice",
    "nothing, grp, A, after:mean, table-empty",
    "armless, grp, A, after:mean, arms-none",
  })
  void refusesInOneSentence(String table, String arm, String control, String metric, String code)
      throws Exception {
    bench.sql(
        "CREATE TABLE bronze.one AS SELECT * FROM bronze.trial WHERE grp = 'A'",
        "CREATE TABLE bronze.few AS SELECT * FROM bronze.trial WHERE grp = 'A' OR person_no = 1",
        "CREATE TABLE bronze.gone AS SELECT grp, CASE WHEN grp = 'A' THEN after END AS after FROM"
            + " bronze.trial",
        "CREATE TABLE bronze.zero AS SELECT grp, clicks, CASE WHEN grp = 'A' THEN views ELSE 0 END"
            + " AS views FROM bronze.trial",
        "CREATE TABLE bronze.endless AS SELECT grp, CASE WHEN person_no = 7 THEN 'inf'::DOUBLE ELSE"
            + " after END AS after FROM bronze.trial",
        "CREATE TABLE bronze.twice AS SELECT person_no // 2 AS user_id, grp, after FROM"
            + " bronze.trial",
        "CREATE TABLE bronze.nothing AS SELECT * FROM bronze.trial WHERE false",
        "CREATE TABLE bronze.armless AS SELECT NULL::VARCHAR AS grp, after FROM bronze.trial");
    WorkbenchException refusal =
        assertThrows(
            WorkbenchException.class,
            () -> bench.compare(AbTestRequest.of(table, arm, control, List.of(metric))));
    assertEquals(code, refusal.code(), refusal.sentence());
    assertTrue(refusal.sentence().endsWith(".") && !refusal.hint().isBlank(), refusal.sentence());
  }

  @Test
  void sayslessIsBetterWhereItIs() {
    Comparison one =
        bench.compare(request("trial", "ordered:proportion:less")).metrics().getFirst();
    assertTrue(one.significant() && one.chanceToWin() < 0.01, one.toString());
    assertTrue(one.verdict().endsWith("so keep 'A'."), one.verdict());
  }

  @Test
  void repeatsWithIdenticalFigures() {
    Run<AbTestResult> first = bench.run(covariate(request("trial", "after:revenue"), "before"));
    Run<AbTestResult> again = bench.run(covariate(request("trial", "after:revenue"), "before"));
    assertEquals(first.record().resultHash(), again.record().resultHash());
  }

  /** Returns outweigh orders in about half of such samples: a share of such a mean is no figure. */
  @Test
  void statesNoLiftOfWhatMayAsWellBeZero() throws Exception {
    bench.sql(
        "CREATE TABLE bronze.margin AS SELECT person_no, grp, (before - 49.8) + 5 * (grp ="
            + " 'B')::INTEGER AS margin, after FROM bronze.trial");
    AbTestResult result = bench.compare(request("margin", "margin:mean", "after:mean"));
    assertNull(result.metrics().getFirst().lift());
    assertNull(result.metrics().getFirst().liftHigh());
    assertNotNull(result.metrics().getLast().lift());
    assertEquals(1, codes(result).stream().filter(code -> code.equals("lift-none")).count());
  }
}
