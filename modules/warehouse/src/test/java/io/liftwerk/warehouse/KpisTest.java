package io.liftwerk.warehouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.workspace.WorkbenchException;
import io.liftwerk.workspace.Workspace;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KpisTest {
  @TempDir private Path folder;
  private Workspace workspace;

  @BeforeEach
  void open() {
    workspace = Workspace.create(folder.resolve("w"));
  }

  @AfterEach
  void close() {
    workspace.close();
  }

  private void execute(String... statements) throws Exception {
    try (Connection connection = workspace.connect();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private void table() throws Exception {
    execute(
        "CREATE SCHEMA IF NOT EXISTS gold",
        """
        CREATE TABLE gold.kpi_daily AS
        SELECT * FROM (VALUES
          (DATE '2026-01-01', 'google', 'EUR', 100.10::DECIMAL(18,2), 1000, 50, 2.0::DOUBLE, 300.0::DOUBLE),
          (DATE '2026-01-01', 'meta',   'EUR',  50.00,  500, 10, NULL, NULL),
          (DATE '2026-01-02', 'google', 'EUR',  20.00,  100, 50, 0.0,    0.0),
          (DATE '2026-01-02', 'google', 'USD',   7.00,   10,  1, 1.0,   70.0)
        ) AS t(date_day, platform, currency, spend, impressions, clicks, conversions, conversions_value)
        """);
  }

  private static KpiResult.Kpi kpi(KpiResult result, String id, @Nullable String currency) {
    return result.kpis().stream()
        .filter(kpi -> kpi.definition().id().equals(id))
        .filter(kpi -> currency == null || currency.equals(kpi.currency()))
        .findFirst()
        .orElseThrow();
  }

  private static void assertValue(String expected, @Nullable BigDecimal value) {
    assertNotNull(value);
    assertEquals(
        0, new BigDecimal(expected).compareTo(value), "expected " + expected + ", is " + value);
  }

  @Test
  void aWorkspaceWithoutGoldHasNone() {
    KpiResult result = new Kpis(workspace).view(KpiRequest.ALL);
    assertEquals(List.of(), result.kpis());
    assertNull(result.first());
  }

  @Test
  void moneyOfTwoCurrenciesIsTwoFigures() throws Exception {
    table();
    KpiResult result = new Kpis(workspace).view(KpiRequest.ALL);
    assertValue("170.10", kpi(result, "spend", "EUR").value());
    assertValue("7", kpi(result, "spend", "USD").value());
    assertEquals(List.of("google", "meta"), result.channels());
  }

  @Test
  void aRatioIsOfSumsAndOnlyOfWhatWasTold() throws Exception {
    table();
    KpiResult result = new Kpis(workspace).view(KpiRequest.ALL);
    assertValue("0.068944", kpi(result, "ctr", null).value());
    // Meta told no conversions, so its spend has no part in the price of one
    assertValue("60.05", kpi(result, "cpa", "EUR").value());
    // 170.10 euros for 1,600 impressions
    assertValue("106.312500", kpi(result, "cpm", "EUR").value());
  }

  @Test
  void channelsAndDaysAddUpToTheWhole() throws Exception {
    table();
    KpiResult result = new Kpis(workspace).view(KpiRequest.ALL);
    for (String id : List.of("spend", "impressions", "clicks", "conversions")) {
      KpiResult.Kpi kpi = kpi(result, id, null);
      BigDecimal days =
          kpi.days().stream().map(KpiResult.Day::value).reduce(BigDecimal.ZERO, BigDecimal::add);
      BigDecimal channels =
          kpi.channels().stream()
              .map(part -> part.value() == null ? BigDecimal.ZERO : part.value())
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      assertValue(days.toString(), kpi.value());
      assertValue(channels.toString(), kpi.value());
    }
  }

  @Test
  void aPeriodIsComparedWithAsManyDaysBefore() throws Exception {
    table();
    LocalDate second = LocalDate.of(2026, 1, 2);
    KpiResult result = new Kpis(workspace).view(new KpiRequest(second, second, "google"));
    assertValue("20", kpi(result, "spend", "EUR").value());
    assertValue("100.10", kpi(result, "spend", "EUR").before());
    assertNull(kpi(new Kpis(workspace).view(KpiRequest.ALL), "spend", "EUR").before());
  }

  @Test
  void nothingDividedIsNoFigure() throws Exception {
    table();
    LocalDate second = LocalDate.of(2026, 1, 2);
    KpiResult result = new Kpis(workspace).view(new KpiRequest(second, second, null));
    assertNull(kpi(result, "cpa", "EUR").value());
  }

  @Test
  void aWorkspaceAddsItsOwn() throws Exception {
    table();
    Files.createDirectories(workspace.folder().resolve("models"));
    Path own = workspace.folder().resolve("models/kpis.yml");
    Files.writeString(
        own,
        """
        kpis:
          - {id: aov, title: {en: Value per conversion}, model: kpi_daily, sum: conversions_value,
             by: conversions, unit: money, currency: currency}
        """);
    assertValue("150", kpi(new Kpis(workspace).view(KpiRequest.ALL), "aov", "EUR").value());
    Files.writeString(own, "kpis:\n  - {id: aov, model: kpi_daily, sum: nothing, unit: money}\n");
    var missing =
        assertThrows(WorkbenchException.class, () -> new Kpis(workspace).view(KpiRequest.ALL));
    assertTrue(String.valueOf(missing.getMessage()).contains("'nothing'"), missing.getMessage());
    Files.writeString(own, "kpis:\n  - {id: aov, unit: litres}\n");
    var broken = assertThrows(WorkbenchException.class, () -> new Kpis(workspace).definitions());
    assertTrue(
        String.valueOf(broken.getMessage()).contains("models/kpis.yml, line 2"),
        broken.getMessage());
  }
}
