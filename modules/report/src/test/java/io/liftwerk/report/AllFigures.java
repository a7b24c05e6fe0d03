package io.liftwerk.report;

import io.liftwerk.experiments.UpliftResult;
import io.liftwerk.scoring.ChurnTimeResult;
import io.liftwerk.scoring.LeadScoringResult;
import io.liftwerk.scoring.LifetimeValueResult;
import io.liftwerk.scoring.LifetimeValueResult.Contender;
import io.liftwerk.scoring.LifetimeValueResult.FittedModel;
import io.liftwerk.scoring.LifetimeValueResult.Frequency;
import io.liftwerk.scoring.LifetimeValueResult.Holdout;
import io.liftwerk.scoring.LifetimeValueResult.Spread;
import io.liftwerk.scoring.LifetimeValueResult.Tenth;
import io.liftwerk.scoring.LifetimeValueResult.Total;
import io.liftwerk.scoring.LifetimeValueResult.TrackingPoint;
import io.liftwerk.scoring.ScoringOptions.Purpose;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Every figure that is drawn of made-up results. */
final class AllFigures {
  private static final LocalDate START = LocalDate.of(2025, 1, 5);

  private AllFigures() {}

  static List<Figure> of(Locale locale) {
    var figures = new ArrayList<Figure>();
    for (Purpose purpose : Purpose.values()) {
      LeadScoringResult result = LeadResults.detailed(purpose);
      var leads = new LeadFigures(result, locale);
      figures.addAll(leads.all());
      leads.validation().ifPresent(figures::add);
      var insights = new InsightFigures(result, LeadResults.details(purpose), locale);
      insights.importance().ifPresent(figures::add);
      figures.addAll(insights.dependence());
      insights.learning().ifPresent(figures::add);
      insights.fairness().ifPresent(figures::add);
    }
    figures.addAll(new LifetimeFigures(value(), locale).all());
    figures.addAll(new ChurnTimeFigures(contracts(), locale).all());
    for (boolean clear : new boolean[] {true, false}) {
      figures.addAll(new AbTestFigures(ExperimentResults.comparison(clear), locale).all());
      UpliftResult uplift = ExperimentResults.uplift(clear);
      figures.addAll(new UpliftFigures(uplift, uplift.treatments().getFirst(), locale).all());
      figures.addAll(new BanditFigures(locale).of(ExperimentResults.simulation(clear)));
    }
    for (double gain : new double[] {0.003, -0.003, 0.0001}) {
      figures.addAll(new BanditFigures(locale).of(ExperimentResults.evaluation(gain)));
    }
    return figures;
  }

  static LifetimeValueResult value() {
    List<TrackingPoint> tracking =
        IntStream.rangeClosed(1, 60)
            .mapToObj(
                week ->
                    new TrackingPoint(
                        START.plusWeeks(week), 10.0 * week, 9.0 * week + 20, week > 40))
            .toList();
    var holdout =
        new Holdout(
            START.plusWeeks(41),
            START.plusWeeks(60),
            500,
            200,
            9000.0,
            "bgnbd",
            List.of(
                new Contender("recent", 260, 9900.0, 0.5, 1.2, 0.4, 50.0, 0.6, 0.001),
                new Contender("bgnbd", 190, 9100.0, 0.4, 0.9, 0.6, 44.0, 0.7, null)),
            List.of(new Frequency(0, 300, 0.2, 0.25), new Frequency(1, 200, 0.7, 0.6)));
    return new LifetimeValueResult(
        "silver.orders",
        "person_id",
        "ordered_on",
        "net_revenue",
        "EUR",
        START,
        START.plusWeeks(60),
        "day",
        12,
        0.1,
        500,
        200,
        1100,
        50_000.0,
        new LifetimeValueResult.Refunds(0, 0, 0),
        List.of(),
        null,
        holdout,
        "bgnbd",
        "bgnbd",
        new Total(300, 280.0, 320.0),
        new Total(12_000, 11_000.0, 13_000.0),
        260.0,
        tracking,
        List.of(),
        new Spread(
            IntStream.range(0, 10).mapToObj(i -> new Tenth(50, 100, i == 0 ? 0.55 : 0.05)).toList(),
            List.of(100L, 50L, 20L, 20L, 20L, 30L, 40L, 60L, 80L, 80L)),
        List.of(),
        "gold.customer_lifetime_value");
  }

  static ChurnTimeResult contracts() {
    List<ChurnTimeResult.Point> survival =
        IntStream.rangeClosed(1, 24)
            .mapToObj(
                month -> {
                  double share = Math.pow(0.96, month);
                  return new ChurnTimeResult.Point(
                      month, 100 - month, 3, share, share - 0.03, share + 0.03);
                })
            .toList();
    return new ChurnTimeResult(
        "bronze.contracts",
        "month",
        200,
        90,
        survival,
        17.0,
        15.2,
        24,
        List.of(
            new ChurnTimeResult.Group("monthly", 120, 70, 9.0, survival),
            new ChurnTimeResult.Group("yearly", 80, 20, null, survival.subList(0, 12))),
        new ChurnTimeResult.LogRankTest(12.3, 1, 0.0005),
        new ChurnTimeResult.Hazards(
            200,
            -300,
            -310,
            0.66,
            true,
            List.of(
                new ChurnTimeResult.Hazard("age", 0.99, 0.97, 1.01, -0.01, 0.01, 0.3),
                new ChurnTimeResult.Hazard("tariff = plus", 2.4, 1.6, 3.6, 0.88, 0.2, 0.00001))),
        new FittedModel("sbg", List.of(), -200, 200, true, 3, List.of()),
        IntStream.rangeClosed(1, 36)
            .mapToObj(
                month ->
                    new ChurnTimeResult.Projected(
                        month,
                        month <= 24 ? Math.pow(0.96, month) : null,
                        Math.pow(0.955, month),
                        0.955))
            .toList(),
        12,
        0.1,
        800.0,
        16_000.0,
        List.of());
  }
}
