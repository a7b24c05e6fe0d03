package io.liftwerk.experiments;

import io.liftwerk.experiments.UpliftResult.ProfitPoint;
import io.liftwerk.experiments.UpliftResult.Targeting;
import io.liftwerk.experiments.uplift.Ranking;
import io.liftwerk.workspace.WorkbenchException;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Whom to treat at which budget. Treating the share s of N people brings N · s · effect among the
 * first s, each outcome worth a value, and costs N · s contacts. The share is chosen on the
 * training part where that was ranked out of fold, and only then priced on the people held out.
 */
final class UpliftTargeting {
  private static final int STEPS = 100;

  private UpliftTargeting() {}

  /**
   * @throws WorkbenchException code {@code profit-value}
   */
  static void check(UpliftRequest request) {
    Double value = request.value();
    Double cost = request.cost();
    Double budget = request.budget();
    if (value == null && (cost != null || budget != null)) {
      throw new WorkbenchException(
          "profit-value",
          "The cost of a contact or the budget says nothing without the value of an outcome.",
          "Name the value of an outcome too, with --value.");
    }
    boolean wrong =
        value != null && !(value > 0 && value < 1e15)
            || cost != null && !(cost >= 0 && cost < 1e15)
            || budget != null && !(budget > 0);
    if (wrong || budget != null && (cost == null || cost == 0)) {
      throw new WorkbenchException(
          "profit-value",
          "The value of an outcome must be more than 0, the cost of a contact not less, and a"
              + " budget needs a cost.",
          "Correct --value, --cost or --budget.");
    }
  }

  /** What a contact costs in outcomes; 0 when unknown. */
  static double price(UpliftRequest request) {
    Double value = request.value();
    Double cost = request.cost();
    return value == null || cost == null ? 0 : cost / value;
  }

  /**
   * @param training the training part, ranked out of fold; null where it was not
   * @param test the people held out
   * @param people how many to decide about
   */
  static @Nullable Targeting of(
      UpliftRequest request, @Nullable Ranking training, Ranking test, long people) {
    Double value = request.value();
    if (value == null) {
      return null;
    }
    double cost = request.cost() == null ? 0 : request.cost();
    Double budget = request.budget();
    Long affordable = budget == null ? null : Math.min(people, (long) (budget / cost));
    double most = affordable == null ? 1 : affordable / (double) people;
    var money = new Money(value, cost, people);
    Ranking choosing = training == null ? test : training;
    double best = 0;
    double bestProfit = 0;
    var points = new ArrayList<ProfitPoint>();
    for (int step = 0; step <= STEPS; step++) {
      double share = most * step / STEPS;
      double profit = money.point(choosing, share).profit();
      if (profit > bestProfit) {
        bestProfit = profit;
        best = share;
      }
      points.add(money.point(test, share));
    }
    ProfitPoint chosen = money.point(test, best);
    ProfitPoint everybody = money.point(test, most);
    return new Targeting(
        value,
        cost,
        budget,
        people,
        affordable,
        chosen.contacts(),
        best,
        training == null ? "holdout" : "training",
        (chosen.profit() + cost * chosen.contacts()) / value,
        chosen.profit(),
        chosen.low(),
        chosen.high(),
        everybody.profit(),
        everybody.low(),
        everybody.high(),
        points);
  }

  private record Money(double value, double cost, long people) {
    ProfitPoint point(Ranking ranking, double share) {
      long contacts = Math.round(share * people);
      Ranking.Effect effect = ranking.first(share);
      if (contacts == 0 || effect.treated() == 0 || effect.control() == 0) {
        return new ProfitPoint(
            share, contacts, -cost * contacts, -cost * contacts, -cost * contacts);
      }
      double profit = contacts * (value * effect.difference() - cost);
      double wide = contacts * value * UpliftFigures.WIDE * effect.error();
      return new ProfitPoint(share, contacts, profit, profit - wide, profit + wide);
    }
  }
}
