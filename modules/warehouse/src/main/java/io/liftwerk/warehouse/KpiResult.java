package io.liftwerk.warehouse;

import io.liftwerk.warehouse.kpi.KpiDefinition;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The key figures of a period.
 *
 * @param from first day they are of, null where there is none
 * @param to last day
 * @param first first day there is
 * @param last last day there is
 * @param channel the channel they are of, null for all
 * @param channels all there are
 * @param timeZone whose days they are, of moments whose export tells a time zone
 * @param kpis each once a currency, in the order of the file that defines them
 */
public record KpiResult(
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    @Nullable LocalDate first,
    @Nullable LocalDate last,
    @Nullable String channel,
    List<String> channels,
    String timeZone,
    List<Kpi> kpis) {

  public KpiResult {
    channels = List.copyOf(channels);
    kpis = List.copyOf(kpis);
  }

  /**
   * One key figure.
   *
   * @param definition what it is
   * @param column the column of its model to look at: its own, or what it is the sum of
   * @param currency ISO 4217 code of its money; null where it has none, empty where it is unknown
   * @param value over the whole period; null where it is divided by nothing
   * @param before over as many days right before, null where not all of them are there
   * @param channels by channel, the largest first
   * @param days by day, gaps left out
   * @param tests what came of the tests of the models it comes from
   * @param heldBack whom consent for analytics holds back from it
   */
  public record Kpi(
      KpiDefinition definition,
      String column,
      @Nullable String currency,
      @Nullable BigDecimal value,
      @Nullable BigDecimal before,
      List<Part> channels,
      List<Day> days,
      Tests tests,
      HeldBack heldBack) {

    public Kpi {
      channels = List.copyOf(channels);
      days = List.copyOf(days);
    }

    /** The table it stands in, qualified. */
    public String table() {
      return "gold." + definition.model();
    }
  }

  /** A channel's share of a figure. */
  public record Part(String channel, @Nullable BigDecimal value) {}

  /** A day's figure. */
  public record Day(LocalDate day, BigDecimal value) {}

  /**
   * The tests of the models that a figure comes from, those upstream and of the sources included,
   * each model by the newest run that tested it.
   *
   * @param tables what they are about, qualified; the figure's own first
   * @param passed tests that passed
   * @param tests all there are
   * @param severities the same for {@code error} and for {@code warn}
   * @param at when the earliest of them ran, UTC; null when none did
   * @param older whether one of the models was built, or lost rows, after its tests ran
   */
  public record Tests(
      List<String> tables,
      int passed,
      int tests,
      List<Severity> severities,
      @Nullable Instant at,
      boolean older) {
    public Tests {
      tables = List.copyOf(tables);
      severities = List.copyOf(severities);
    }
  }

  /**
   * Tests of one severity.
   *
   * @param severity {@code error} or {@code warn}
   */
  public record Severity(String severity, int passed, int tests) {}
}
