package io.liftwerk.scoring;

import io.liftwerk.scoring.LifetimeValueResult.FittedModel;
import io.liftwerk.scoring.LifetimeValueResult.Refunds;
import io.liftwerk.scoring.LifetimeValueResult.TrackingPoint;
import io.liftwerk.scoring.lifetime.Fit;
import io.liftwerk.scoring.lifetime.PurchaseModel;
import io.liftwerk.workspace.Hashes;
import io.liftwerk.workspace.Job;
import io.liftwerk.workspace.JobContext;
import io.liftwerk.workspace.Json;
import io.liftwerk.workspace.WorkbenchException;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Works out what customers without a contract will buy within a horizon and what that is worth.
 *
 * <p>Purchases are summarised per customer; BG/NBD, MBG/NBD and Pareto/NBD (and BG/BB for weeks and
 * months) are fitted to the earlier part of them and judged, beside two rules of thumb, by the
 * later part. The simplest contender whose squared error is not significantly above the best one's
 * is chosen, rules of thumb first: if they win, the result says so. The model with the smallest
 * error is fitted again to everything and says what to expect of each customer; Gamma-Gamma says of
 * what value. A fit that cannot be relied on is named and takes no part.
 */
public final class LifetimeValue implements Job<LifetimeValueResult> {
  /** Name of the job. */
  public static final String NAME = "ltv";

  private static final int FEWEST = 10;
  private static final int LONGEST = 120;

  private final LifetimeValueRequest request;
  private String hash = "";

  public LifetimeValue(LifetimeValueRequest request) {
    this.request = request;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public LifetimeValueRequest parameters() {
    return request;
  }

  @Override
  public Map<String, Double> metrics(LifetimeValueResult result) {
    var metrics = new LinkedHashMap<String, Double>();
    for (FittedModel fit : result.fits()) {
      metrics.put("logLikelihood." + fit.name(), fit.logLikelihood());
    }
    var holdout = result.holdout();
    if (holdout != null) {
      holdout.contenders().forEach(one -> metrics.put("rmse." + one.name(), one.rmsePurchases()));
    }
    return metrics;
  }

  /** All figures and, by their hash, those of every customer. */
  @Override
  public Object fingerprint(LifetimeValueResult result) {
    return List.of(Json.without(result), hash);
  }

  /**
   * @throws WorkbenchException when the table or a column is unknown, or there is nothing to learn
   */
  @Override
  public LifetimeValueResult run(JobContext context) throws Exception {
    Calendar calendar = Calendar.of(request.unit());
    checkHorizon(request.months(), request.discount());
    var warnings = new ArrayList<ScoringWarning>();
    context.progress(0.02, "Looking at the table");
    PurchaseRows rows = PurchaseRows.read(context, request, warnings);
    boolean valued = rows.value() != null;
    Refunds refunds = PurchaseNotes.refunds(context, rows, warnings);
    context.progress(0.2, "Adding up purchases");
    Span span = span(context, rows, calendar);
    long horizon = Math.round(request.months() * calendar.perMonth());
    CustomerBase.purchases(context, calendar, span.until());
    CustomerBase base = CustomerBase.at(context, span.until(), horizon);
    refuseTooLittle(rows, base, span);

    context.progress(0.3, "Judging on days held out");
    HoldoutTrial trial = trial(context, calendar, valued, span, horizon, warnings);

    context.progress(0.6, "Learning from everything");
    CustomerBase.purchases(context, calendar, span.until());
    base = CustomerBase.at(context, span.until(), horizon);
    var fits = new PurchaseFits(base, calendar, valued, context::checkCancelled);
    PurchaseNotes.fits(base, fits, valued, warnings);
    Fit<? extends PurchaseModel> fit = model(fits, trial);
    if (fit != null) {
      warnings.addAll(Soundness.built(fit.model()));
    }
    ValueForecast forecast =
        fit == null
            ? null
            : new ValueForecast(
                base,
                fits,
                fit,
                valued,
                calendar,
                request.months(),
                request.discount(),
                context::checkCancelled);

    context.progress(0.85, "Writing every customer's figures");
    String chosen = chosen(trial, fit);
    String rule = chosen.equals("recent") ? "recent" : "rate";
    double[] ruled = HoldoutTrial.ruleOfThumb(rule, base, valued, horizon);
    var columns =
        new ValueTable.Columns(
            forecast == null ? null : forecast.alive,
            forecast == null ? null : forecast.purchases,
            forecast == null || !valued ? null : forecast.value,
            forecast == null || !valued ? null : forecast.discounted,
            ruled);
    hash = hash(columns);
    ValueTable.write(
        context, rows, calendar, request, columns, fit == null ? null : fit.model().name());
    return result(
        context, rows, calendar, span, base, refunds, fits, trial, fit, forecast, chosen, warnings);
  }

  /**
   * @throws WorkbenchException code {@code horizon} or {@code discount}
   */
  static void checkHorizon(int months, double discount) {
    if (months < 1 || months > LONGEST) {
      throw new WorkbenchException(
          "horizon",
          "A horizon of %d months cannot be forecast.".formatted(months),
          "Choose 1 to %d months.".formatted(LONGEST));
    }
    if (!(discount >= 0 && discount < 10)) {
      throw new WorkbenchException(
          "discount",
          "A yearly discount rate of %s is none.".formatted(discount),
          "Write it as a fraction: 0.1 for 10 %.");
    }
  }

  /** First and last unit with purchases to look at. */
  private record Span(long from, long until) {
    long length() {
      return until - from;
    }
  }

  private static Span span(JobContext context, PurchaseRows rows, Calendar calendar)
      throws Exception {
    LocalDate first =
        Query.one(
            context,
            "SELECT min(day) FROM " + PurchaseRows.ROWS,
            row -> row.getObject(1, LocalDate.class));
    return new Span(calendar.number(first), calendar.lastWhole(rows.until()));
  }

  private static void refuseTooLittle(PurchaseRows rows, CustomerBase base, Span span) {
    String table = rows.table().toString();
    if (span.length() < 1) {
      throw new WorkbenchException(
          "one-day",
          "All purchases of %s fall into one unit of time, so there is no rate to learn."
              .formatted(table),
          "Take a table of several months, or check the date column '%s'."
              .formatted(rows.date().name()));
    }
    if (base.size() < FEWEST) {
      throw new WorkbenchException(
          "too-few-customers",
          "%s has %d customers with a purchase, too few to learn from."
              .formatted(table, base.size()),
          "At least %d are needed, better hundreds; check the customer column '%s'."
              .formatted(FEWEST, rows.customer().name()));
    }
    if (base.repeaters() == 0) {
      throw new WorkbenchException(
          "no-repeats",
          "No customer of %s bought a second time, so nothing is known of how customers come back."
              .formatted(table),
          "Take a longer period, or check the customer column '%s'."
              .formatted(rows.customer().name()));
    }
  }

  private @Nullable HoldoutTrial trial(
      JobContext context,
      Calendar calendar,
      boolean valued,
      Span span,
      long horizon,
      List<ScoringWarning> warnings)
      throws Exception {
    LocalDate given = request.calibration();
    long calibration =
        given == null
            ? span.until() - Math.min(horizon, span.length() / 3)
            : calendar.lastWhole(given);
    if (given != null && (calibration <= span.from() || calibration >= span.until())) {
      throw new WorkbenchException(
          "calibration",
          "The last day to learn from, %s, is not within the purchases.".formatted(given),
          "They go from %s to %s."
              .formatted(calendar.firstDay(span.from()), calendar.lastDay(span.until())));
    }
    if (calibration > span.from() && calibration < span.until()) {
      CustomerBase.purchases(context, calendar, calibration);
      CustomerBase base = CustomerBase.at(context, calibration, span.until() - calibration);
      if (base.size() >= FEWEST && base.repeaters() >= FEWEST) {
        return HoldoutTrial.run(context, calendar, valued, calibration, span.until());
      }
    }
    warnings.add(
        new ScoringWarning(
            "no-holdout",
            null,
            "The purchases are too few or too short a time to hold any out, so nothing is known of"
                + " how good the forecast is."));
    return null;
  }

  /** The model that did best in the holdout, if it is sound on all data; else the first that is. */
  private static @Nullable Fit<? extends PurchaseModel> model(
      PurchaseFits fits, @Nullable HoldoutTrial trial) {
    String best = trial == null ? null : HoldoutTrial.bestModel(trial.holdout());
    Fit<? extends PurchaseModel> fit = best == null ? null : fits.sound(best);
    if (fit != null) {
      return fit;
    }
    return fits.sound().isEmpty() ? null : fits.sound().getFirst();
  }

  private static String chosen(
      @Nullable HoldoutTrial trial, @Nullable Fit<? extends PurchaseModel> fit) {
    if (fit == null) {
      return "rate";
    }
    String chosen = trial == null ? "" : HoldoutTrial.choose(trial.holdout());
    return chosen.equals("recent") || chosen.equals("rate") ? chosen : fit.model().name();
  }

  private static String hash(ValueTable.Columns columns) {
    var digest = Hashes.digest();
    var bytes = ByteBuffer.allocate(8);
    for (double[] column :
        new double @Nullable [][] {
          columns.alive(),
          columns.purchases(),
          columns.value(),
          columns.discounted(),
          columns.rule()
        }) {
      if (column != null) {
        for (double value : column) {
          digest.update(bytes.clear().putDouble(value).flip());
        }
      }
    }
    return Hashes.hex(digest.digest());
  }

  private LifetimeValueResult result(
      JobContext context,
      PurchaseRows rows,
      Calendar calendar,
      Span span,
      CustomerBase base,
      Refunds refunds,
      PurchaseFits fits,
      @Nullable HoldoutTrial trial,
      @Nullable Fit<? extends PurchaseModel> fit,
      @Nullable ValueForecast forecast,
      String chosen,
      List<ScoringWarning> warnings)
      throws Exception {
    boolean valued = rows.value() != null;
    return new LifetimeValueResult(
        rows.table().toString(),
        rows.customer().name(),
        rows.date().name(),
        rows.value() == null ? null : rows.value().name(),
        rows.currency(),
        calendar.firstDay(span.from()),
        calendar.lastDay(span.until()),
        request.unit(),
        request.months(),
        request.discount(),
        base.size(),
        base.repeaters(),
        Math.round(java.util.Arrays.stream(base.x).sum()) + base.size(),
        valued ? Double.valueOf(java.util.Arrays.stream(base.revenue).sum()) : null,
        refunds,
        fits.records(),
        fits.moneyRecord(),
        trial == null ? null : trial.holdout(),
        chosen,
        fit == null ? null : fit.model().name(),
        forecast == null ? null : forecast.totalPurchases(),
        forecast == null ? null : forecast.totalValue(),
        forecast == null ? null : Double.valueOf(java.util.Arrays.stream(forecast.alive).sum()),
        tracking(context, calendar, span, trial, fit),
        ValueTable.segments(context, valued),
        forecast == null ? null : Spreads.of(forecast, valued),
        List.copyOf(warnings),
        ValueTable.NAME);
  }

  /** By the model as it was before the holdout, if it was sound then. */
  private static List<TrackingPoint> tracking(
      JobContext context,
      Calendar calendar,
      Span span,
      @Nullable HoldoutTrial trial,
      @Nullable Fit<? extends PurchaseModel> fit)
      throws Exception {
    if (fit == null) {
      return List.of();
    }
    Fit<? extends PurchaseModel> before =
        trial == null ? null : trial.fits().sound(fit.model().name());
    return before == null || trial == null
        ? TrackingSeries.of(context, fit.model(), calendar, span.until(), span.until())
        : TrackingSeries.of(
            context,
            before.model(),
            calendar,
            calendar.number(trial.holdout().from()) - 1,
            span.until());
  }
}
