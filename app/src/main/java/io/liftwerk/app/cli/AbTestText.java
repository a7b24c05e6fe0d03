package io.liftwerk.app.cli;

import io.liftwerk.experiments.AbTestResult;
import io.liftwerk.experiments.AbTestResult.Arm;
import io.liftwerk.experiments.AbTestResult.Balance;
import io.liftwerk.experiments.AbTestResult.Boundary;
import io.liftwerk.experiments.AbTestResult.Comparison;
import io.liftwerk.experiments.AbTestResult.Unadjusted;
import io.liftwerk.experiments.AbTestResult.WithoutTop;
import io.liftwerk.experiments.ExperimentPlan;
import io.liftwerk.experiments.ExperimentRegistered;
import io.liftwerk.experiments.IncrementalityResult;
import io.liftwerk.workspace.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A comparison of arms as a person reads it on a console, sentences first. */
final class AbTestText {
  private AbTestText() {}

  static void print(Console console, Run<AbTestResult> run) {
    AbTestResult result = run.result();
    result.metrics().forEach(one -> console.line(Texts.sentence(one.verdict())));
    console.line("");
    String arms = result.arms().stream().map(AbTestText::arm).collect(Collectors.joining(", "));
    console.line(
        Texts.of(
            result.sampleRatio().ok() ? "abtest.sizes" : "abtest.sizes.off",
            arms,
            p(result.sampleRatio().p())));
    console.line("");
    console.table(comparisons(result));
    console.line("");
    console.line(
        Texts.of(
            "abtest.correction",
            result.correction().method(),
            Texts.sentence(result.correction().scope()),
            Texts.of("abtest.looks." + result.looks())));
    result.metrics().forEach(one -> details(console, one));
    for (Balance one : result.balance()) {
      console.line(
          Texts.of(
              one.ok() ? "abtest.balance" : "abtest.balance.off",
              one.column(),
              one.arm(),
              p(one.p())));
    }
    for (Boundary one : result.boundaries()) {
      console.line(
          Texts.of(
              "abtest.boundary",
              one.look(),
              one.persons(),
              Texts.percent(one.fraction()),
              Texts.decimal(one.bound(), 3)));
    }
    result
        .warnings()
        .forEach(
            warning ->
                console.line(
                    Texts.of("leads.warning", warning.code(), Texts.sentence(warning.message()))));
    String plan = result.plan();
    console.line(
        plan == null
            ? Texts.of("abtest.run", run.id())
            : Texts.of("abtest.run.plan", run.id(), plan, result.look()));
  }

  private static String arm(Arm arm) {
    return Texts.of(
        "abtest.arm.size", arm.name(), arm.persons(), Texts.decimal(arm.share() * 100, 1));
  }

  private static List<List<String>> comparisons(AbTestResult result) {
    var rows = new ArrayList<List<String>>();
    rows.add(List.of(Texts.of("abtest.head").split("\\|")));
    for (Comparison one : result.metrics()) {
      rows.add(
          List.of(
              one.metric() + " (" + one.kind() + ")",
              one.arm(),
              number(one, one.controlValue()),
              number(one, one.value()),
              lift(one),
              interval(one),
              p(one.p()),
              p(one.adjustedP()),
              p(one.alwaysValidP()),
              Texts.decimal(one.chanceToWin() * 100, 1) + " %"));
    }
    return rows;
  }

  private static String lift(Comparison one) {
    Double lift = one.lift();
    return lift == null ? "–" : signed(lift * 100, 1) + " %";
  }

  private static String interval(Comparison one) {
    Double low = one.liftLow();
    Double high = one.liftHigh();
    return low == null || high == null
        ? number(one, one.low()) + " – " + number(one, one.high())
        : signed(low * 100, 1) + " – " + signed(high * 100, 1) + " %";
  }

  private static String signed(double value, int digits) {
    return String.format(Locale.getDefault(), "%+,." + digits + "f", value);
  }

  private static String number(Comparison one, double value) {
    return one.kind().equals("proportion")
        ? Texts.decimal(value * 100, 2) + " %"
        : Texts.grouped(value, Math.abs(value) < 1 ? 4 : 2);
  }

  private static String p(double p) {
    return p < 0.0001 ? "<" + Texts.decimal(0.0001, 4) : Texts.decimal(p, 4);
  }

  private static void details(Console console, Comparison one) {
    Unadjusted plain = one.unadjusted();
    if (plain != null) {
      console.line(
          Texts.of(
              "abtest.unadjusted",
              one.metric(),
              one.arm(),
              number(one, plain.difference()),
              p(plain.p()),
              Texts.decimal(plain.varianceReduction() * 100, 1)));
    }
    WithoutTop without = one.withoutTop();
    if (without != null) {
      console.line(
          Texts.of(
              "abtest.withoutTop",
              one.metric(),
              one.arm(),
              without.persons(),
              number(one, without.difference()),
              p(without.p())));
    }
  }

  static void holdout(Console console, Run<IncrementalityResult> run) {
    IncrementalityResult result = run.result();
    console.line(Texts.sentence(result.verdict()));
    console.line(estimate("abtest.holdout.differences", result.differences()));
    console.line(estimate("abtest.holdout.synthetic", result.synthetic()));
    console.line(estimate("abtest.holdout.placebo", result.placeboBefore()));
    console.line(
        Texts.of(
            "abtest.holdout.run",
            String.join(", ", result.treated()),
            result.controls(),
            result.daysBefore(),
            result.daysAfter(),
            run.id()));
  }

  private static String estimate(String key, IncrementalityResult.Estimate one) {
    return Texts.of(
        key, signed(one.effect(), 2), signed(one.lift() * 100, 1), Texts.decimal(one.p(), 3));
  }

  static void planned(Console console, ExperimentRegistered one) {
    ExperimentPlan plan = one.plan();
    console.line(
        Texts.of(
            "abtest.plan",
            plan.id(),
            one.version(),
            plan.hypothesis(),
            one.run(),
            one.looks().size()));
    console.line(
        Texts.of(
            "abtest.plan.metrics",
            String.join(", ", plan.metrics()),
            Texts.decimal(plan.minimum() * 100, 1),
            Texts.of("abtest.looks." + plan.looks().toLowerCase(Locale.ROOT)),
            one.hash()));
    if (!plan.guards().isEmpty()) {
      console.line(Texts.of("abtest.plan.guards", String.join(", ", plan.guards())));
    }
    String late = one.late();
    if (late != null) {
      console.line(Texts.of("abtest.plan.late", late));
    }
  }
}
