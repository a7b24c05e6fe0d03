package io.liftwerk.app.window.lifetime;

import io.liftwerk.app.window.base.Formats;
import io.liftwerk.app.window.base.Messages;
import io.liftwerk.scoring.LifetimeValueResult;
import io.liftwerk.scoring.LifetimeValueResult.FittedModel;
import io.liftwerk.scoring.LifetimeValueResult.Parameter;
import io.liftwerk.scoring.LifetimeValueResult.Total;
import java.util.ArrayList;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The value of customers in sentences. */
final class LifetimeText {
  private final Messages messages;
  private final Formats formats;

  LifetimeText(Messages messages) {
    this.messages = messages;
    this.formats = messages.formats();
  }

  String model(String name) {
    return messages.textOr("model." + name, name);
  }

  /** What customers will bring, and whether the forecast knows more than a rule of thumb. */
  String finding(LifetimeValueResult result) {
    return worth(result) + " " + verdict(result);
  }

  private String worth(LifetimeValueResult result) {
    Total purchases = result.expectedPurchases();
    if (purchases == null) {
      return messages.text("ltv.unknown");
    }
    Total value = result.expectedValue();
    Double alive = result.alive();
    String share = alive == null ? "–" : formats.percent(alive / result.customers());
    return value == null
        ? messages.text(
            "ltv.finding.purchases",
            result.months(),
            formats.count(Math.round(purchases.value())),
            share)
        : messages.text(
            "ltv.finding.value",
            result.months(),
            money(value.value(), result),
            formats.count(Math.round(purchases.value())),
            share);
  }

  private String verdict(LifetimeValueResult result) {
    String model = result.model();
    if (result.holdout() != null && result.ruleOfThumbWins()) {
      return messages.text("ltv.rule", model(result.chosen()));
    }
    return model == null
        ? ""
        : messages.text(
            result.holdout() == null ? "ltv.model.unjudged" : "ltv.model", model(model));
  }

  String money(@Nullable Double value, LifetimeValueResult result) {
    if (value == null) {
      return "–";
    }
    String currency = result.currency();
    return formats.count(Math.round(value)) + (currency == null ? "" : "\u00a0" + currency);
  }

  /** {@code 95 %: 1,234 – 2,345}, empty where it is not known. */
  String interval(Total total) {
    Double low = total.low();
    Double high = total.high();
    return low == null || high == null
        ? ""
        : messages.text(
            "tile.interval", formats.count(Math.round(low)), formats.count(Math.round(high)));
  }

  /** {@code r 0.243 (0.21–0.28), α 4.41 …}. */
  String parameters(FittedModel fit) {
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
      return String.format(messages.locale(), "%.1e", value);
    }
    return formats.decimal(value, Math.abs(value) >= 100 ? 0 : 3);
  }

  /** What is wrong with a fit, in a few words; empty when it can be relied on. */
  String state(FittedModel fit) {
    return fit.degenerate().isEmpty()
        ? messages.text("fit.sound")
        : fit.degenerate().stream()
            .map(code -> messages.textOr("fit." + code, code))
            .collect(Collectors.joining(", "));
  }

  /** Rows used and left out. */
  String used(LifetimeValueResult result) {
    var parts = new ArrayList<String>();
    parts.add(
        messages.text(
            "ltv.used",
            result.purchases(),
            result.customers(),
            result.repeatCustomers(),
            formats.period(result.from(), result.until())));
    if (result.refunds().rows() > 0) {
      parts.add(
          messages.text(
              "ltv.refunds",
              result.refunds().rows(),
              money(result.refunds().amount(), result),
              result.refunds().withoutPurchase()));
    }
    return String.join(" · ", parts);
  }

  /** The columns that were looked at. */
  String columns(LifetimeValueResult result) {
    String value = result.value();
    return messages.text(
        "ltv.columns",
        result.customer(),
        result.date(),
        value == null ? messages.text("ltv.value.none") : value,
        messages.text("ltv.unit." + result.unit()));
  }
}
