package io.liftwerk.scoring;

import io.liftwerk.scoring.LifetimeValueResult.FittedModel;
import io.liftwerk.scoring.lifetime.BetaBernoulli;
import io.liftwerk.scoring.lifetime.BetaGeometric;
import io.liftwerk.scoring.lifetime.Fit;
import io.liftwerk.scoring.lifetime.GammaGamma;
import io.liftwerk.scoring.lifetime.Histories;
import io.liftwerk.scoring.lifetime.ParetoNbd;
import io.liftwerk.scoring.lifetime.PurchaseModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The models fitted to a base of customers, and what is wrong with them. */
final class PurchaseFits {
  /** Fewer customers who bought again than this say nothing of the spread of purchase values. */
  private static final int FEW = 20;

  private final List<Fit<? extends PurchaseModel>> fits = new ArrayList<>();
  private final List<FittedModel> records = new ArrayList<>();
  private @Nullable Fit<GammaGamma> money;
  private @Nullable FittedModel moneyRecord;
  private final double overall;

  /**
   * @param calendar BG/BB, whose time is a row of opportunities, is for weeks and months only
   * @param valued whether there is a value column
   * @param check throws when nobody waits any longer
   */
  PurchaseFits(CustomerBase base, Calendar calendar, boolean valued, Runnable check) {
    Histories learned = base.learned();
    add(BetaGeometric.fit(learned, false, check), base);
    add(BetaGeometric.fit(learned, true, check), base);
    add(ParetoNbd.fit(learned, check), base);
    if (calendar != Calendar.DAY) {
      add(BetaBernoulli.fit(learned, check), base);
    }
    double sum = 0;
    double purchases = 0;
    for (int i = 0; i < base.size(); i++) {
      sum += base.revenue[i];
      purchases += base.x[i] + 1;
    }
    overall = purchases == 0 ? 0 : sum / purchases;
    if (valued) {
      fitMoney(base, check);
    }
  }

  private void add(Fit<? extends PurchaseModel> fit, CustomerBase base) {
    fits.add(fit);
    records.add(Soundness.of(fit, base.histories()));
  }

  private void fitMoney(CustomerBase base, Runnable check) {
    int[] buyers =
        java.util.stream.IntStream.range(0, base.size())
            .filter(i -> base.x[i] > 0 && base.mean[i] > 0)
            .toArray();
    if (buyers.length < FEW) {
      return;
    }
    Fit<GammaGamma> fit =
        GammaGamma.fit(
            Arrays.stream(buyers).mapToDouble(i -> base.x[i]).toArray(),
            Arrays.stream(buyers).mapToDouble(i -> base.mean[i]).toArray(),
            check);
    moneyRecord = Soundness.of(fit);
    if (moneyRecord.degenerate().isEmpty()) {
      money = fit;
    }
  }

  List<Fit<? extends PurchaseModel>> all() {
    return fits;
  }

  List<FittedModel> records() {
    return records;
  }

  /** The model of purchase values that can be relied on, null when there is none. */
  @Nullable Fit<GammaGamma> money() {
    return money;
  }

  @Nullable FittedModel moneyRecord() {
    return moneyRecord;
  }

  /** Fits that are not degenerate, the simplest first. */
  List<Fit<? extends PurchaseModel>> sound() {
    var sound = new ArrayList<Fit<? extends PurchaseModel>>();
    for (int i = 0; i < fits.size(); i++) {
      if (records.get(i).degenerate().isEmpty()) {
        sound.add(fits.get(i));
      }
    }
    return sound;
  }

  /** The fit of that name if it can be relied on. */
  @Nullable Fit<? extends PurchaseModel> sound(String name) {
    return sound().stream().filter(fit -> fit.model().name().equals(name)).findFirst().orElse(null);
  }

  /** What each customer's next purchase will be worth. */
  double[] values(CustomerBase base) {
    Fit<GammaGamma> fit = money;
    return values(base, fit == null ? null : fit.model());
  }

  /** As above by {@code model}; without one by the mean of the customer's purchases, or of all. */
  double[] values(CustomerBase base, @Nullable GammaGamma model) {
    var values = new double[base.size()];
    for (int i = 0; i < values.length; i++) {
      if (model != null) {
        values[i] = model.expected(base.mean[i] > 0 ? base.x[i] : 0, base.mean[i]);
      } else {
        values[i] = base.x[i] > 0 ? base.mean[i] : overall;
      }
    }
    return values;
  }
}
