package io.liftwerk.app.cli;

import io.liftwerk.scoring.LifetimeValueResult;
import io.liftwerk.scoring.LifetimeValueResult.Contender;
import io.liftwerk.scoring.LifetimeValueResult.FittedModel;
import io.liftwerk.scoring.LifetimeValueResult.Holdout;
import io.liftwerk.scoring.LifetimeValueResult.Segment;
import io.liftwerk.scoring.LifetimeValueResult.Total;
import io.liftwerk.workspace.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The value of customers as a person reads it on a console, headline first. */
final class LtvText {
  private LtvText() {}

  static void print(Console console, Run<LifetimeValueResult> run) {
    LifetimeValueResult result = run.result();
    console.line(finding(result));
    verdict(console, result);
    console.line("");
    Holdout holdout = result.holdout();
    if (holdout != null) {
      console.line(
          Texts.of(
              "ltv.holdout",
              holdout.from().toString(),
              holdout.until().toString(),
              Texts.decimal(holdout.purchases(), 0),
              money(holdout.revenue(), result)));
      console.table(contenders(holdout));
      console.line("");
    }
    result.fits().forEach(fit -> console.line(fit(fit)));
    FittedModel money = result.money();
    if (money != null) {
      console.line(fit(money));
    }
    console.line("");
    console.table(segments(result));
    result
        .warnings()
        .forEach(
            warning ->
                console.line(
                    Texts.of("leads.warning", warning.code(), Texts.sentence(warning.message()))));
    console.line(
        Texts.of(
            "ltv.rows",
            result.purchases(),
            result.customers(),
            result.repeatCustomers(),
            result.from().toString(),
            result.until().toString(),
            run.id()));
    console.line(Texts.of("ltv.table", result.valuesTable()));
  }

  private static String finding(LifetimeValueResult result) {
    Total purchases = result.expectedPurchases();
    if (purchases == null) {
      return Texts.of("ltv.unknown");
    }
    Total value = result.expectedValue();
    Double alive = result.alive();
    String share = alive == null ? "" : Texts.percent(alive / result.customers());
    return value == null
        ? Texts.of("ltv.finding.purchases", result.months(), total(purchases, 0), share)
        : Texts.of(
            "ltv.finding.value",
            result.months(),
            total(value, 0) + currency(result),
            total(purchases, 0),
            share);
  }

  private static void verdict(Console console, LifetimeValueResult result) {
    if (result.holdout() != null && result.ruleOfThumbWins()) {
      console.line(Texts.of("ltv.rule", name(result.chosen())));
    } else if (result.model() != null) {
      console.line(
          Texts.of(
              result.holdout() == null ? "ltv.model.unjudged" : "ltv.model", name(result.model())));
    }
  }

  private static String total(Total total, int digits) {
    Double low = total.low();
    Double high = total.high();
    String value = Texts.grouped(total.value(), digits);
    return low == null || high == null
        ? value
        : value + " (" + Texts.grouped(low, digits) + "–" + Texts.grouped(high, digits) + ")";
  }

  private static String currency(LifetimeValueResult result) {
    String currency = result.currency();
    return currency == null ? "" : " " + currency;
  }

  private static String money(@Nullable Double value, LifetimeValueResult result) {
    return value == null ? "" : ", " + Texts.grouped(value, 0) + currency(result);
  }

  private static String name(String contender) {
    return Texts.of("model." + contender);
  }

  private static List<List<String>> contenders(Holdout holdout) {
    var rows = new ArrayList<List<String>>();
    rows.add(List.of(Texts.of("ltv.head").split("\\|")));
    for (Contender one : holdout.contenders()) {
      Double revenue = one.revenue();
      Double rmse = one.rmseRevenue();
      Double p = one.p();
      rows.add(
          List.of(
              (one.name().equals(holdout.best()) ? "* " : "  ") + name(one.name()),
              Texts.grouped(one.purchases(), 0),
              revenue == null ? "–" : Texts.grouped(revenue, 0),
              Texts.decimal(one.rmsePurchases(), 3),
              rmse == null ? "–" : Texts.decimal(rmse, 2),
              Texts.percent(one.topFifth()),
              p == null ? "–" : Texts.decimal(p, 3)));
    }
    return rows;
  }

  /** A model and its parameters on one line. */
  static String fit(FittedModel fit) {
    String parameters =
        fit.parameters().stream()
            .map(parameter -> parameter.name() + " " + Texts.decimal(parameter.value(), 4))
            .collect(Collectors.joining(", "));
    return Texts.of(
        fit.degenerate().isEmpty() ? "ltv.fit" : "ltv.fit.degenerate",
        name(fit.name()),
        parameters,
        Texts.decimal(fit.logLikelihood(), 2));
  }

  private static List<List<String>> segments(LifetimeValueResult result) {
    var rows = new ArrayList<List<String>>();
    rows.add(List.of(Texts.of("ltv.segments").split("\\|")));
    for (Segment segment : result.segments()) {
      Double revenue = segment.revenue();
      Double alive = segment.alive();
      Double value = segment.expectedValue();
      rows.add(
          List.of(
              Texts.of("segment." + segment.name()),
              Texts.grouped(segment.customers(), 0),
              revenue == null ? "–" : Texts.grouped(revenue, 0),
              alive == null ? "–" : Texts.percent(alive),
              value == null ? "–" : Texts.grouped(value, 0)));
    }
    return rows;
  }
}
