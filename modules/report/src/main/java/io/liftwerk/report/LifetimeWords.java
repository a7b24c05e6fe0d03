package io.liftwerk.report;

import io.liftwerk.scoring.ChurnTimeResult;
import io.liftwerk.scoring.LifetimeValueResult;
import io.liftwerk.scoring.LifetimeValueResult.FittedModel;
import io.liftwerk.scoring.LifetimeValueResult.Parameter;
import io.liftwerk.scoring.LifetimeValueResult.Total;
import java.util.ArrayList;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The value of customers in sentences. */
public final class LifetimeWords {
  private final ResultTexts texts;
  private final ResultFormats formats;

  public LifetimeWords(ResultTexts texts) {
    this.texts = texts;
    this.formats = texts.formats();
  }

  public String model(String name) {
    return texts.textOr("model." + name, name);
  }

  /** What customers will bring, and whether the forecast knows more than a rule of thumb. */
  public String finding(LifetimeValueResult result) {
    return worth(result) + " " + verdict(result);
  }

  /** How long contracts run, and what those that run will bring. */
  public String finding(ChurnTimeResult result) {
    Double median = result.median();
    String half =
        median == null
            ? texts.text(
                "contracts.finding.most",
                formats.percent(result.survival().getLast().survival()),
                formats.decimal(result.until(), 0),
                texts.text("contracts.unit." + result.unit()))
            : texts.text(
                "contracts.finding.half",
                formats.decimal(median, 1),
                texts.text("contracts.unit." + result.unit()));
    Double value = result.expectedValue();
    return value == null
        ? half
        : half + " " + texts.text("contracts.finding.value", result.horizon(), Math.round(value));
  }

  private String worth(LifetimeValueResult result) {
    Total purchases = result.expectedPurchases();
    if (purchases == null) {
      return texts.text("ltv.unknown");
    }
    Total value = result.expectedValue();
    Double alive = result.alive();
    String share = alive == null ? "–" : formats.percent(alive / result.customers());
    return value == null
        ? texts.text(
            "ltv.finding.purchases",
            result.months(),
            formats.count(Math.round(purchases.value())),
            share)
        : texts.text(
            "ltv.finding.value",
            result.months(),
            money(value.value(), result),
            formats.count(Math.round(purchases.value())),
            share);
  }

  private String verdict(LifetimeValueResult result) {
    String model = result.model();
    if (result.holdout() != null && result.ruleOfThumbWins()) {
      return texts.text("ltv.rule", model(result.chosen()));
    }
    return model == null
        ? ""
        : texts.text(result.holdout() == null ? "ltv.model.unjudged" : "ltv.model", model(model));
  }

  public String money(@Nullable Double value, LifetimeValueResult result) {
    if (value == null) {
      return "–";
    }
    String currency = result.currency();
    return formats.count(Math.round(value)) + (currency == null ? "" : "\u00a0" + currency);
  }

  /** {@code 95 %: 1,234 – 2,345}, empty where it is not known. */
  public String interval(Total total) {
    Double low = total.low();
    Double high = total.high();
    return low == null || high == null
        ? ""
        : texts.text(
            "tile.interval", formats.count(Math.round(low)), formats.count(Math.round(high)));
  }

  /** {@code r 0.243 (0.21–0.28), α 4.41 …}. */
  public String parameters(FittedModel fit) {
    return fit.parameters().stream().map(this::parameter).collect(Collectors.joining("   "));
  }

  private String parameter(Parameter parameter) {
    Double low = parameter.low();
    Double high = parameter.high();
    String value = parameter.name() + " " + figure(parameter.value());
    return low == null || high == null
        ? value
        : value + " (" + figure(low) + "–" + figure(high) + ")";
  }

  private String figure(double value) {
    if (value != 0 && (Math.abs(value) >= 1e6 || Math.abs(value) < 1e-3)) {
      return String.format(texts.locale(), "%.1e", value);
    }
    return formats.decimal(value, Math.abs(value) >= 100 ? 0 : 3);
  }

  /** What is wrong with a fit, in a few words; empty when it can be relied on. */
  public String state(FittedModel fit) {
    return fit.degenerate().isEmpty()
        ? texts.text("fit.sound")
        : fit.degenerate().stream()
            .map(code -> texts.textOr("fit." + code, code))
            .collect(Collectors.joining(", "));
  }

  /** Rows used and left out. */
  public String used(LifetimeValueResult result) {
    var parts = new ArrayList<String>();
    parts.add(
        texts.text(
            "ltv.used",
            result.purchases(),
            result.customers(),
            result.repeatCustomers(),
            formats.period(result.from(), result.until())));
    if (result.refunds().rows() > 0) {
      parts.add(
          texts.text(
              "ltv.refunds",
              result.refunds().rows(),
              money(result.refunds().amount(), result),
              result.refunds().withoutPurchase()));
    }
    return String.join(" · ", parts);
  }

  /** The columns that were looked at. */
  public String columns(LifetimeValueResult result) {
    String value = result.value();
    return texts.text(
        "ltv.columns",
        result.customer(),
        result.date(),
        value == null ? texts.text("ltv.value.none") : value,
        texts.text("ltv.unit." + result.unit()));
  }
}
