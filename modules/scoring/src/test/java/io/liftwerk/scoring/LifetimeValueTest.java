package io.liftwerk.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.scoring.LifetimeValueResult.FittedModel;
import io.liftwerk.workspace.JobRunner;
import io.liftwerk.workspace.Json;
import io.liftwerk.workspace.Run;
import io.liftwerk.workspace.TableInfo;
import io.liftwerk.workspace.WorkbenchException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The job from a table of purchases to every customer's value. */
class LifetimeValueTest {
  private static final LocalDate START = LocalDate.of(2024, 1, 1);

  @TempDir private Path folder;
  private Bench bench;

  @BeforeEach
  void open() throws Exception {
    bench = new Bench(folder);
    shop(300, 0.25);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  /** {@code bronze.shop}: customers of two years who stop with a chance after each purchase. */
  private void shop(int customers, double leaving) throws Exception {
    var random = new Random(42);
    var sql = new StringBuilder("CREATE OR REPLACE TABLE bronze.shop AS SELECT * FROM (VALUES ");
    for (int i = 0; i < customers; i++) {
      double now = random.nextInt(300);
      double gap = 10 + 60 * random.nextDouble();
      double mean = 20 + 80 * random.nextDouble();
      do {
        sql.append(
            "('c%d', DATE '%s', %d.%02d),"
                .formatted(
                    i,
                    START.plusDays((long) now),
                    (int) (mean * (0.5 + random.nextDouble())),
                    random.nextInt(100)));
        now += 1 - Math.log(1 - random.nextDouble()) * gap;
      } while (now < 730 && random.nextDouble() > leaving);
    }
    sql.setLength(sql.length() - 1);
    bench.sql(sql + ") t(customer, day, spent)");
  }

  private static LifetimeValueRequest request(String table, String unit) {
    return new LifetimeValueRequest(
        table,
        "customer",
        "day",
        "spent",
        null,
        null,
        null,
        unit,
        12,
        0.1,
        LocalDate.of(2026, 1, 1));
  }

  private Run<LifetimeValueResult> run(LifetimeValueRequest request) {
    return new JobRunner(bench.workspace(), Runnable::run).run(new LifetimeValue(request));
  }

  private LifetimeValueResult value(String table) {
    return run(request(table, "day")).result();
  }

  private static @Nullable ScoringWarning warning(LifetimeValueResult result, String code) {
    return result.warnings().stream().filter(w -> w.code().equals(code)).findFirst().orElse(null);
  }

  @Test
  void valuesEveryCustomer() throws Exception {
    LifetimeValueResult result = value("shop");
    assertEquals(300, result.customers());
    assertEquals(
        List.of("bgnbd", "mbgnbd", "paretonbd"),
        result.fits().stream().map(FittedModel::name).toList());
    assertTrue(List.of("bgnbd", "mbgnbd", "paretonbd").contains(result.model()), result.model());
    assertEquals("bgnbd".equals(result.model()), warning(result, "once-alive") != null);
    var holdout = result.holdout();
    assertNotNull(holdout);
    assertEquals("recent", holdout.contenders().get(0).name());
    assertEquals("rate", holdout.contenders().get(1).name());
    var expected = result.expectedValue();
    var purchases = result.expectedPurchases();
    assertTrue(expected != null && purchases != null);
    if (expected != null && purchases != null) {
      Double low = expected.low();
      Double high = expected.high();
      assertTrue(
          low != null && high != null && low < expected.value() && expected.value() < high,
          expected.toString());
      assertEquals(
          List.of("300|true|true|true|%s".formatted(result.model())),
          bench.query(
              """
              SELECT count(*), abs(sum(clv) - %s) < 1e-6 * sum(clv),
                abs(sum(expected_purchases) - %s) < 1e-6 * sum(expected_purchases),
                bool_and(p_alive BETWEEN 0 AND 1 AND clv <= expected_value AND clv >= 0),
                any_value(model)
              FROM gold.customer_lifetime_value WHERE source_table = 'bronze.shop'
              """
                  .formatted(expected.value(), purchases.value())));
    }
    assertEquals(300, result.segments().stream().mapToLong(s -> s.customers()).sum());
    double last = 0;
    for (var point : result.tracking()) {
      assertTrue(point.actual() >= last);
      last = point.actual();
    }
    assertEquals(result.purchases() - result.customers(), last);
    assertEquals(result, Json.read(Json.write(result), LifetimeValueResult.class));
  }

  @Test
  void saysHowTheExpectationIsSpread() {
    LifetimeValueResult result = value("shop");
    var spread = result.spread();
    var expected = result.expectedValue();
    assertTrue(spread != null && expected != null);
    if (spread != null && expected != null) {
      assertEquals(300, spread.tenths().stream().mapToLong(t -> t.customers()).sum());
      assertEquals(1, spread.tenths().stream().mapToDouble(t -> t.share()).sum(), 1e-9);
      assertEquals(
          expected.value(),
          spread.tenths().stream().mapToDouble(t -> t.expected()).sum(),
          1e-6 * expected.value());
      assertTrue(spread.tenths().getFirst().share() > spread.tenths().getLast().share());
      assertEquals(300, spread.alive().stream().mapToLong(Long::longValue).sum());
    }
  }

  @Test
  void listsTheCustomersOfItsOwnRunOnlyBestFirst() throws Exception {
    Run<LifetimeValueResult> older = run(request("shop", "week"));
    Run<LifetimeValueResult> newer = run(request("shop", "day"));
    assertEquals(
        List.of(),
        bench.query(ValuedCustomers.select(older.result(), older.record().id())),
        "another run has valued them since");
    String select = ValuedCustomers.select(newer.result(), newer.record().id());
    assertEquals(300, bench.query(select).size());
    assertEquals(
        List.of("true"),
        bench.query(
            "SELECT bool_and(clv >= next) FROM (SELECT clv, coalesce(lead(clv) OVER (), 0) AS next"
                + " FROM ("
                + select
                + "))"));
  }

  @Test
  void proposesTheColumnsOfPurchasesAndContracts() {
    var columns =
        List.of(
            new TableInfo.Column("nr", "BIGINT"),
            new TableInfo.Column("Kunde", "VARCHAR"),
            new TableInfo.Column("sold", "DATE"),
            new TableInfo.Column("Umsatz", "DECIMAL(18,2)"));
    assertEquals(new PurchaseColumns("Kunde", "sold", "Umsatz"), PurchaseColumns.guess(columns));
    assertFalse(PurchaseColumns.guess(columns.subList(0, 1)).isComplete());
    assertEquals(
        new ContractColumns(null, null, "tenure", "Churn"),
        ContractColumns.guess(
            List.of(
                new TableInfo.Column("tenure", "BIGINT"),
                new TableInfo.Column("Churn", "BOOLEAN"))));
  }

  @Test
  void repeatsWithIdenticalFiguresInWhateverOrder() throws Exception {
    Run<LifetimeValueResult> first = run(request("shop", "day"));
    Run<LifetimeValueResult> again = run(request("shop", "day"));
    assertEquals(first.result(), again.result());
    List<String> before =
        bench.query("SELECT customer, clv, p_alive FROM gold.customer_lifetime_value ORDER BY 1");
    bench.sql(
        "CREATE TABLE bronze.turned AS SELECT * FROM bronze.shop ORDER BY hash(customer || day)");
    LifetimeValueResult turned = value("turned");
    assertEquals(first.result().fits(), turned.fits());
    assertEquals(first.result().expectedValue(), turned.expectedValue());
    assertEquals(
        before,
        bench.query(
            "SELECT customer, clv, p_alive FROM gold.customer_lifetime_value WHERE source_table ="
                + " 'bronze.turned' ORDER BY 1"));
    assertEquals(
        List.of("300|2"),
        bench.query(
            "SELECT count(DISTINCT customer), count(DISTINCT source_table) FROM"
                + " gold.customer_lifetime_value"));
  }

  @Test
  void countsWholeMonthsWithBgBb() {
    LifetimeValueResult result = run(request("shop", "month")).result();
    assertEquals("bgbb", result.fits().getLast().name());
    assertEquals(1, result.until().plusDays(1).getDayOfMonth());
    assertEquals(1, result.from().getDayOfMonth());
  }

  @Test
  void setsRefundsAgainstEarlierPurchases() throws Exception {
    bench.sql(
        "CREATE TABLE bronze.paid_back AS SELECT * FROM bronze.shop",
        "INSERT INTO bronze.paid_back VALUES ('nobody', DATE '2024-03-01', -5.00)",
        "INSERT INTO bronze.paid_back VALUES ('half', DATE '2024-02-01', 50.00),"
            + " ('half', DATE '2024-03-01', 60.00), ('half', DATE '2024-03-05', -20.00),"
            + " ('whole', DATE '2024-02-01', 50.00), ('whole', DATE '2024-03-01', 60.00),"
            + " ('whole', DATE '2024-03-05', -60.00)");
    LifetimeValueResult result = value("paid_back");
    assertEquals(new LifetimeValueResult.Refunds(3, 85, 1), result.refunds());
    assertNotNull(warning(result, "refunds"));
    assertEquals(
        List.of("half|1|40.0|90.0", "whole|0|null|50.0"),
        bench.query(
            "SELECT customer, frequency, monetary, revenue FROM gold.customer_lifetime_value WHERE"
                + " customer IN ('half', 'whole', 'nobody') ORDER BY 1"));
  }

  @Test
  void keepsTheFutureAndOtherCurrenciesApart() throws Exception {
    bench.sql(
        "CREATE TABLE bronze.mixed AS SELECT *, CASE WHEN hash(customer) % 10 = 0 THEN 'CHF' ELSE"
            + " 'EUR' END AS currency FROM bronze.shop",
        "INSERT INTO bronze.mixed VALUES ('c1', DATE '2031-01-01', 9.00, 'EUR'),"
            + " (NULL, DATE '2024-05-01', 9.00, 'EUR'), ('c1', NULL, 9.00, 'EUR')");
    LifetimeValueResult result = value("mixed");
    assertEquals("EUR", result.currency());
    assertTrue(result.until().isBefore(LocalDate.of(2026, 1, 1)));
    for (String code : List.of("future", "other-currency", "no-customer", "no-date")) {
      assertNotNull(warning(result, code), code);
    }
    LifetimeValueRequest francs =
        new LifetimeValueRequest(
            "mixed",
            "customer",
            "day",
            "spent",
            "chf",
            null,
            null,
            "day",
            12,
            0.1,
            LocalDate.of(2026, 1, 1));
    assertTrue(run(francs).result().customers() < result.customers());
  }

  /**
   * Customers who never leave: no sign of death is to be found, and it is not to be made up (ux-15;
   * that honest fits are not called degenerate is held by {@link LifetimeValueReferenceTest}).
   */
  @Test
  void namesAFitThatTakesEverybodyForAlive() throws Exception {
    shop(150, 0);
    LifetimeValueResult result = value("shop");
    FittedModel bg = result.fits().getFirst();
    assertTrue(!bg.degenerate().isEmpty(), bg.toString());
    assertNotNull(warning(result, bg.degenerate().getFirst()));
    assertTrue(!"bgnbd".equals(result.model()));
  }

  @Test
  void countsPurchasesWhereThereIsNoMoney() throws Exception {
    bench.sql("CREATE TABLE bronze.visits AS SELECT customer, day FROM bronze.shop");
    LifetimeValueResult result =
        run(new LifetimeValueRequest(
                "visits",
                null,
                "day",
                null,
                null,
                null,
                null,
                "day",
                6,
                0,
                LocalDate.of(2026, 1, 1)))
            .result();
    assertNull(result.expectedValue());
    assertNull(result.revenue());
    assertNotNull(result.expectedPurchases());
    assertNotNull(warning(result, "no-value-column"));
  }

  @Test
  void findsTheShopsOrdersByItself() throws Exception {
    bench.sql(
        "CREATE SCHEMA IF NOT EXISTS silver",
        "CREATE TABLE silver.orders AS SELECT customer AS person_id, day AS ordered_on, spent AS"
            + " net_revenue, 'EUR' AS currency, CASE WHEN hash(customer || day) % 20 = 0 THEN"
            + " 'cancelled' ELSE 'paid' END AS order_state FROM bronze.shop");
    LifetimeValueResult result =
        run(new LifetimeValueRequest(
                null, null, null, null, null, null, null, "day", 12, 0.1, LocalDate.of(2026, 1, 1)))
            .result();
    assertEquals("silver.orders", result.table());
    assertEquals("person_id", result.customer());
    assertEquals("net_revenue", result.value());
    assertNotNull(warning(result, "cancelled"));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "nowhere, customer, day, spent, day, table-unknown",
        "-, customer, day, spent, day, purchases-missing",
        "shop, custmer, day, spent, day, column-unknown",
        "shop, customer, dya, spent, day, column-unknown",
        "shop, customer, day, spnt, day, column-unknown",
        "shop, -, -, -, day, column-missing",
        "shop, customer, spent, spent, day, not-a-date",
        "shop, customer, day, customer, day, not-a-number",
        "shop, customer, day, spent, year, unit-unknown",
        "oneday, customer, day, spent, day, one-day",
        "one, customer, day, spent, day, too-few-customers",
        "once, customer, day, spent, day, no-repeats",
        "nothing, customer, day, spent, day, table-empty",
        "blank, customer, day, spent, day, no-purchases",
      })
  void refusesInOneSentence(
      @Nullable String table,
      @Nullable String customer,
      @Nullable String date,
      @Nullable String spent,
      String unit,
      String code)
      throws Exception {
    bench.sql(
        "CREATE TABLE bronze.oneday AS SELECT customer, DATE '2024-05-01' AS day, spent FROM"
            + " bronze.shop",
        "CREATE TABLE bronze.one AS SELECT 'me' AS customer, day, spent FROM bronze.shop",
        "CREATE TABLE bronze.once AS SELECT customer, min(day) AS day, 9 AS spent FROM bronze.shop"
            + " GROUP BY 1",
        "CREATE TABLE bronze.nothing AS SELECT * FROM bronze.shop WHERE false",
        "CREATE TABLE bronze.blank AS SELECT NULL::VARCHAR AS customer, day, spent FROM"
            + " bronze.shop");
    WorkbenchException refusal =
        assertThrows(
            WorkbenchException.class,
            () ->
                run(
                    new LifetimeValueRequest(
                        table,
                        customer,
                        date,
                        spent,
                        null,
                        null,
                        null,
                        unit,
                        12,
                        0.1,
                        LocalDate.of(2026, 1, 1))));
    assertEquals(code, refusal.code(), refusal.sentence());
    assertTrue(refusal.sentence().endsWith(".") && !refusal.hint().isBlank(), refusal.sentence());
    assertEquals(
        List.of(),
        bench.query("SELECT 1 FROM information_schema.tables WHERE table_schema = 'gold'"));
  }
}
