package io.liftwerk.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.warehouse.HeldBack;
import io.liftwerk.warehouse.KpiResult;
import io.liftwerk.warehouse.consent.Use;
import io.liftwerk.warehouse.kpi.KpiDefinition;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KpiFiguresTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

  private static KpiDefinition definition(@Nullable String by, KpiDefinition.Unit unit) {
    return new KpiDefinition(
        "spend",
        Map.of("en", "Ad spend", "de", "Werbekosten"),
        Map.of(),
        "kpi_daily",
        "spend",
        by,
        1,
        unit,
        KpiDefinition.Better.LESS,
        "date_day",
        "platform",
        "currency");
  }

  private static KpiResult.Kpi kpi(
      KpiDefinition definition, String value, @Nullable String before, int days) {
    return new KpiResult.Kpi(
        definition,
        "spend",
        "EUR",
        new BigDecimal(value),
        before == null ? null : new BigDecimal(before),
        List.of(),
        IntStream.range(0, days)
            .mapToObj(i -> new KpiResult.Day(FIRST.plusDays(i), BigDecimal.valueOf(i)))
            .toList(),
        new KpiResult.Tests(List.of(), 0, 0, List.of(), null, false),
        new HeldBack(Use.ANALYTICS, List.of(), 0, 0, List.of(), null, null, false));
  }

  private static KpiResult result(KpiResult.Kpi kpi, int days) {
    LocalDate last = FIRST.plusDays(days - 1);
    return new KpiResult(FIRST, last, FIRST, last, null, List.of(), "UTC", List.of(kpi));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "en;110;100;Ad spend: 110.00\u00a0EUR, 10.0 % more than in as many days before"
            + " (100.00\u00a0EUR)",
        "de;1234.5;2469;Werbekosten: 1.234,50\u00a0EUR, 50,0 % weniger als in ebenso vielen Tagen"
            + " davor (2.469,00\u00a0EUR)",
        "en;100;100;Ad spend: 100.00\u00a0EUR, the same as in as many days before",
        "en;100;0;Ad spend: 100.00\u00a0EUR"
      })
  void theTitleSaysWhatItCameToAndHowThatCompares(
      String language, String value, String before, String title) {
    var figures = new KpiFigures(Locale.forLanguageTag(language));
    assertEquals(
        title, figures.title(kpi(definition(null, KpiDefinition.Unit.MONEY), value, before, 3)));
  }

  @Test
  void aSumHasItsMeanOfSevenDaysAndARatioHasNone() {
    var figures = new KpiFigures(Locale.ENGLISH);
    KpiResult.Kpi sum = kpi(definition(null, KpiDefinition.Unit.MONEY), "10", null, 30);
    Figure figure = figures.trend(result(sum, 30), sum);
    assertEquals(2, figure.layers().size());
    List<Layer.Point> means = figure.layers().get(1).points();
    assertEquals(24, means.size());
    assertEquals(new Layer.Point(FIRST.plusDays(6).toEpochDay(), 3), means.getFirst());
    assertEquals(26, means.getLast().y(), 1e-9);
    KpiResult.Kpi ratio = kpi(definition("clicks", KpiDefinition.Unit.RATIO), "10", null, 30);
    assertEquals(1, figures.trend(result(ratio, 30), ratio).layers().size());
  }

  @Test
  void daysAreDatesOnTheAxisAndInTheNumbers() {
    var figures = new KpiFigures(Locale.GERMAN);
    KpiResult.Kpi kpi = kpi(definition(null, KpiDefinition.Unit.MONEY), "10", null, 273);
    Figure figure = figures.trend(result(kpi, 273), kpi);
    assertTrue(FigureExport.csv(figure).contains("täglich,2026-01-02,1.0"));
    String svg = FigureExport.svg(figure, ChartTheme.LIGHT, 800, 300);
    for (String month : List.of("Jan. 2026", "Feb.", "Sept.")) {
      assertTrue(svg.contains(month), month);
    }
    assertTrue(svg.contains("je Tag, 01.01.2026 bis 30.09.2026"), svg);
  }
}
