package io.liftwerk.experiments;

import io.liftwerk.experiments.AbTestResult.Planning;
import io.liftwerk.experiments.abtest.Effect.Interval;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says in one sentence what an arm changed, by how much, how sure that is, and what to do next. */
final class AbVerdict {
  private static final double SURE = 0.95;

  private final AbTestRequest request;
  private final AbLooks looks;

  AbVerdict(AbTestRequest request, AbLooks looks) {
    this.request = request;
    this.looks = looks;
  }

  /**
   * What there is to say.
   *
   * @param lifts interval of the lift; null where there is no lift
   */
  record Facts(
      AbMeasured measured,
      Interval interval,
      @Nullable Interval lifts,
      double p,
      double adjustedP,
      double alwaysValidP,
      double chance,
      boolean significant,
      boolean sizesOk,
      int comparisons,
      Planning planning) {}

  String of(Facts facts) {
    AbMeasured one = facts.measured();
    String metric = one.metric().name();
    if (!facts.sizesOk()) {
      return ("The arms do not have the sizes they should have, so what '%s' did to %s cannot be"
              + " told: find out first why people are missing.")
          .formatted(one.arm(), metric);
    }
    if (!one.absolute().known()) {
      return "%s hardly varies, so '%s' cannot be compared with '%s' yet: wait for more persons."
          .formatted(metric, one.arm(), request.control());
    }
    return "%s: %s, so %s.".formatted(what(facts), sure(facts), next(facts));
  }

  private String what(Facts facts) {
    AbMeasured one = facts.measured();
    boolean up = one.absolute().estimate() > 0;
    Interval lifts = facts.lifts();
    boolean shared = lifts != null;
    String by =
        shared ? share(one.relative().estimate()) : figure(one, one.absolute().estimate(), true);
    Interval shown = lifts == null ? facts.interval() : lifts;
    String low = shared ? share(shown.low()) : figure(one, shown.low(), true);
    String high = shared ? share(shown.high()) : figure(one, shown.high(), true);
    double before = one.control().plain();
    String from = figure(one, before, false);
    String to = figure(one, before + one.absolute().estimate(), false);
    String sentence =
        up
            ? "'%s' raised %s from %s to %s, by %s (between %s and %s)"
            : "'%s' lowered %s from %s to %s, by %s (between %s and %s)";
    return String.format(
        Locale.ROOT, sentence, one.arm(), one.metric().name(), from, to, by, low, high);
  }

  private String sure(Facts facts) {
    String p = p(looks.any() ? facts.alwaysValidP() : facts.p());
    String chance = percent(facts.chance());
    if (facts.significant()) {
      return looks.any() || looks.spending() != null
          ? "that is significant even though one looked early (%s) and better with a chance of %s"
              .formatted(p, chance)
          : "that is significant (%s) and better with a chance of %s".formatted(p, chance);
    }
    boolean alone = facts.p() <= request.alpha();
    if (alone && !looks.any() && looks.spending() == null && facts.comparisons() > 1) {
      return "among %d comparisons that may be chance (%s, corrected %s; better with a chance of %s)"
          .formatted(facts.comparisons(), p, p(facts.adjustedP()), chance);
    }
    return "that may be chance (%s; better with a chance of %s)".formatted(p, chance);
  }

  private String next(Facts facts) {
    AbMeasured one = facts.measured();
    boolean up = one.absolute().estimate() > 0;
    boolean better = up != one.metric().less();
    if (facts.significant()) {
      return better ? "choose '%s'".formatted(one.arm()) : "keep '%s'".formatted(request.control());
    }
    Planning planning = facts.planning();
    Long persons = planning.persons();
    if (persons != null && persons > 0) {
      Long days = planning.days();
      return days == null
          ? String.format(Locale.ROOT, "go on until %,d more persons have come", persons)
          : String.format(
              Locale.ROOT,
              "go on until %,d more persons have come, in about %,d days",
              persons,
              days);
    }
    if (persons != null) {
      return "keep '%s': an effect worth having would have shown".formatted(request.control());
    }
    Double smallest = planning.smallestLift();
    if (facts.chance() >= SURE || facts.chance() <= 1 - SURE || smallest == null) {
      return "keep '%s' until a further test confirms it".formatted(request.control());
    }
    return "keep '%s', or test with more persons: a change below %s could not show"
        .formatted(request.control(), percent(smallest));
  }

  private static String p(double p) {
    return p < 0.0001 ? "p below 0.0001" : "p " + String.format(Locale.ROOT, "%.4f", p);
  }

  /** A share with its sign. */
  static String share(double value) {
    return String.format(Locale.ROOT, "%+,.1f %%", value * 100);
  }

  static String percent(double value) {
    // 100 % would say that nothing else is possible
    double shown = value < 0.999 || value > 1 ? value * 100 : 99.9;
    return String.format(Locale.ROOT, "%,.1f %%", shown);
  }

  /** A figure in its own unit: a rate in percent, anything else with four telling digits. */
  private static String figure(AbMeasured one, double value, boolean signed) {
    String sign = signed ? "+" : "";
    if (one.metric().kind() == AbMetric.Kind.PROPORTION) {
      return String.format(Locale.ROOT, "%" + sign + ",.2f %%", value * 100);
    }
    double size = Math.abs(value);
    int digits = size == 0 ? 0 : Math.clamp(3 - (long) Math.floor(Math.log10(size)), 0, 8);
    return String.format(Locale.ROOT, "%" + sign + ",." + digits + "f", value);
  }
}
