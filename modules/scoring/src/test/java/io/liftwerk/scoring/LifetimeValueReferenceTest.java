package io.liftwerk.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.liftwerk.scoring.LifetimeValueResult.Contender;
import io.liftwerk.scoring.LifetimeValueResult.FittedModel;
import io.liftwerk.scoring.lifetime.BetaGeometric;
import io.liftwerk.scoring.lifetime.Histories;
import io.liftwerk.scoring.lifetime.ParetoNbd;
import io.liftwerk.scoring.lifetime.Tracking;
import io.liftwerk.testsupport.SharedData;
import io.liftwerk.workspace.JobRunner;
import io.liftwerk.workspace.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole job on CDNOW, beside lifetimes and BTYD; honest fits raise no alarm (ux-15). */
@Tag("reference")
class LifetimeValueReferenceTest {
  private static final LocalDate CALIBRATION = LocalDate.of(1997, 9, 30);

  @TempDir private Path folder;

  private static JsonNode reference(String id) throws Exception {
    JsonNode all =
        Json.mapper()
            .readTree(Files.readString(SharedData.file("reference/models.json")))
            .get("cases");
    return StreamSupport.stream(all.spliterator(), false)
        .filter(one -> one.get("id").asText().equals(id))
        .findFirst()
        .orElseThrow()
        .get("expected");
  }

  private static void cdnow(Bench bench) throws Exception {
    Path file = SharedData.file("data/clv/CDNOW_sample.txt");
    var sql = new StringBuilder("CREATE TABLE bronze.cdnow AS SELECT * FROM (VALUES ");
    for (String line : Files.readAllLines(file)) {
      String[] cells = line.trim().split("\\s+");
      sql.append("('%s', '%s', %s),".formatted(cells[1], cells[2], cells[4]));
    }
    sql.setLength(sql.length() - 1);
    bench.sql(sql + ") t(customer, day, spent)");
  }

  static LifetimeValueRequest request(
      String table, @Nullable LocalDate until, @Nullable LocalDate calibration, String unit) {
    return new LifetimeValueRequest(
        table,
        "customer",
        "day",
        "spent",
        null,
        until,
        calibration,
        unit,
        12,
        0.1,
        LocalDate.of(2026, 1, 1));
  }

  private static LifetimeValueResult run(Bench bench, LifetimeValueRequest request) {
    return new JobRunner(bench.workspace(), Runnable::run).run(new LifetimeValue(request)).result();
  }

  @Test
  void summarisesCdnowAsLifetimesDoes() throws Exception {
    try (var bench = new Bench(folder)) {
      cdnow(bench);
      LifetimeValueResult result = run(bench, request("cdnow", CALIBRATION, null, "day"));
      JsonNode expected = reference("rfm_summary_cdnow");
      assertEquals(expected.get("rows").asLong(), result.customers());
      Path file = SharedData.file("reference/cdnow_sample_rfm_daily_to_19970930.csv");
      bench.sql(
          "CREATE TABLE bronze.expected AS SELECT * FROM read_csv(%s)".formatted(bench.csv(file)));
      // lifetimes' means are sums of doubles: the last digits may differ from sums of decimals
      assertEquals(
          List.of("2357|2457|112949|539779|0"),
          bench.query(
              """
              SELECT count(*), sum(v.frequency), sum(v.recency), sum(v.age), count(*) FILTER (
                WHERE v.frequency <> e.frequency OR v.recency <> e.recency OR v.age <> e."T"
                  OR abs(coalesce(v.monetary, 0) - e.monetary_value) > 1e-9)
              FROM gold.customer_lifetime_value v
              JOIN bronze.expected e ON CAST(v.customer AS BIGINT) = e.id
              """));
    }
  }

  @Test
  void predictsTheHoldoutAsLifetimesDoes() throws Exception {
    try (var bench = new Bench(folder)) {
      cdnow(bench);
      LifetimeValueResult result =
          run(bench, request("cdnow", LocalDate.of(1998, 6, 30), CALIBRATION, "day"));
      JsonNode expected = reference("bgnbd_from_raw_and_holdout").get("holdout");
      var holdout = result.holdout();
      assertNotNull(holdout);
      assertEquals(expected.get("n").asLong(), holdout.customers());
      assertEquals(expected.get("actual_total").asDouble(), holdout.purchases());
      Contender model = contender(result, "bgnbd");
      near(expected.get("pred_total"), model.purchases());
      near(expected.get("mae"), model.maePurchases());
      near(expected.get("rmse"), model.rmsePurchases());
      near(expected.get("corr"), model.correlation());
      Contender rate = contender(result, "rate");
      near(expected.get("baseline_mae_freq_extrapolation"), rate.maePurchases());
      near(expected.get("baseline_rmse_freq_extrapolation"), rate.rmsePurchases());
      // by what they had bought before, customers and purchases add up to all of them
      assertEquals(8, holdout.frequencies().size());
      assertEquals(
          holdout.customers(), holdout.frequencies().stream().mapToLong(f -> f.customers()).sum());
      assertEquals(
          holdout.purchases(),
          holdout.frequencies().stream().mapToDouble(f -> f.actual() * f.customers()).sum(),
          1e-6);
      assertFalse(result.ruleOfThumbWins());
      assertTrue(
          result.fits().stream().allMatch(fit -> fit.degenerate().isEmpty()),
          () -> result.warnings().toString());
    }
  }

  @Test
  void fitsTheRawRowsAsLifetimesDoes() throws Exception {
    try (var bench = new Bench(folder)) {
      cdnow(bench);
      LifetimeValueResult result = run(bench, request("cdnow", CALIBRATION, null, "day"));
      JsonNode expected = reference("bgnbd_from_raw_and_holdout").at("/fit/params");
      FittedModel fit = result.fits().getFirst();
      assertEquals("bgnbd", fit.name());
      fit.parameters()
          .forEach(
              parameter ->
                  near(
                      expected.get(parameter.name()),
                      // the reference counts in weeks
                      parameter.name().equals("alpha")
                          ? parameter.value() / 7
                          : parameter.value()));
      JsonNode groups = reference("bgnbd_from_raw_and_holdout").get("by_frequency");
      String predicted =
          """
          SELECT least(frequency, 7), round(avg(expected_purchases), 9) FROM gold.customer_lifetime_value
          GROUP BY 1 ORDER BY 1
          """;
      // over its own horizon of twelve months: more than the nine of the reference
      List<String> rows = bench.query(predicted);
      for (int i = 0; i < groups.size(); i++) {
        double nine = groups.get(i).get("predicted").asDouble();
        double twelve = Double.parseDouble(rows.get(i).split("\\|")[1]);
        assertTrue(twelve > nine && twelve < nine * 12 / 8.9, twelve + " after " + nine);
      }
    }
  }

  /**
   * The walkthrough of BTYD tracks Pareto/NBD, fitted to the first 39 weeks, in weeks counted from
   * the first day.
   */
  @Test
  void tracksAsBtydDoes() throws Exception {
    try (var bench = new Bench(folder)) {
      cdnow(bench);
      run(bench, request("cdnow", CALIBRATION, null, "day"));
      double[][] columns = columns(bench);
      var histories = Histories.of(columns[0], columns[1], columns[2]);
      var tracking = new Tracking(columns[3], columns[4]);
      JsonNode expected = reference("cum_tracking_btyd");
      ParetoNbd model = ParetoNbd.fit(histories, () -> {}).model();
      List<String> actual =
          bench.query(
              """
              SELECT (day - DATE '1997-01-01') // 7 + 1 AS week, count(*) FROM (
                SELECT DISTINCT customer, strptime(day, '%Y%m%d')::DATE AS day,
                  min(strptime(day, '%Y%m%d')::DATE) OVER (PARTITION BY customer) AS first
                FROM bronze.cdnow)
              WHERE day > first GROUP BY week ORDER BY week
              """);
      double sum = 0;
      for (int week = 1; week <= 25; week++) {
        int of = week;
        double now =
            actual.stream()
                .filter(row -> row.startsWith(of + "|"))
                .mapToDouble(row -> Double.parseDouble(row.substring(row.indexOf('|') + 1)))
                .sum();
        sum += now;
        if (week >= 20) {
          double until = tracking.expected(model, week);
          assertEquals(expected.get("actual").get(week - 20).asDouble(), sum);
          assertEquals(expected.get("inc_actual").get(week - 20).asDouble(), now);
          assertEquals(expected.get("expected").get(week - 20).asDouble(), until, 0.5);
          assertEquals(
              expected.get("inc_expected").get(week - 20).asDouble(),
              until - tracking.expected(model, week - 1),
              0.01);
        }
      }
    }
  }

  private static double[][] columns(Bench bench) throws SQLException {
    var rows = new ArrayList<String[]>();
    bench
        .query(
            """
            SELECT frequency, recency / 7, age / 7,
              (first_purchase_on - DATE '1997-01-01') / 7, 1
            FROM gold.customer_lifetime_value ORDER BY customer
            """)
        .forEach(row -> rows.add(row.split("\\|")));
    var columns = new double[5][rows.size()];
    for (int i = 0; i < rows.size(); i++) {
      for (int c = 0; c < columns.length; c++) {
        columns[c][i] = Double.parseDouble(rows.get(i)[c]);
      }
    }
    return columns;
  }

  /** The first customers of lifetimes' own example, valued at 1 a purchase for one month. */
  @Test
  void agreesWithKnownValues() throws Exception {
    try (var bench = new Bench(folder)) {
      Path file = SharedData.file("data/clv/example_transactions.csv");
      bench.sql(
          "CREATE TABLE bronze.example AS SELECT id AS customer, date AS day, 1 AS spent FROM read_csv(%s)"
              .formatted(bench.csv(file)));
      run(bench, request("example", LocalDate.of(2014, 12, 31), null, "day"));
      List<String> rows =
          bench.query(
              "SELECT frequency, recency, age FROM gold.customer_lifetime_value ORDER BY"
                  + " CAST(customer AS INT)");
      var columns = new double[3][rows.size()];
      for (int i = 0; i < rows.size(); i++) {
        for (int c = 0; c < 3; c++) {
          columns[c][i] = Double.parseDouble(rows.get(i).split("\\|")[c]);
        }
      }
      BetaGeometric model =
          BetaGeometric.fit(Histories.of(columns[0], columns[1], columns[2]), false, () -> {})
              .model();
      JsonNode expected = reference("clv_known_values");
      for (int i = 0; i < 5; i++) {
        // lifetimes' month of a model in days has 30 of them
        assertEquals(
            expected.get(i).asDouble(),
            model.expected(30, columns[0][i], columns[1][i], columns[2][i]),
            1e-5);
      }
    }
  }

  private static Contender contender(LifetimeValueResult result, String name) {
    var holdout = result.holdout();
    assertNotNull(holdout);
    return holdout.contenders().stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static void near(JsonNode expected, double actual) {
    assertEquals(expected.asDouble(), actual, 1e-3 * expected.asDouble());
  }
}
