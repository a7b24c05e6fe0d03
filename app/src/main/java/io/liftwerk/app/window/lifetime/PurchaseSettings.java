package io.liftwerk.app.window.lifetime;

import io.liftwerk.app.window.base.AnalysisModel;
import io.liftwerk.scoring.LifetimeValueRequest;
import io.liftwerk.scoring.LifetimeValueResult;
import io.liftwerk.scoring.PurchaseColumns;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What the user has set of a forecast of purchases.
 *
 * @param table qualified name, null while none is chosen
 * @param customer column that says who bought
 * @param date column that says when
 * @param value column with the money, null to count purchases only
 * @param currency null for the most frequent
 * @param until last day that the table covers, null for its latest purchase
 * @param calibration last day to learn from when models are judged, null for two thirds
 * @param today the day it was asked, so that a result of yesterday is not taken for another's
 */
public record PurchaseSettings(
    @Nullable String table,
    @Nullable String customer,
    @Nullable String date,
    @Nullable String value,
    @Nullable String currency,
    @Nullable LocalDate until,
    @Nullable LocalDate calibration,
    String unit,
    int months,
    double discount,
    LocalDate today)
    implements AnalysisModel.Settings<LifetimeValueRequest> {

  static PurchaseSettings nothing() {
    return new PurchaseSettings(
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        "day",
        12,
        0.1,
        LocalDate.now(ZoneId.systemDefault()));
  }

  /** What {@code run} used; the result knows which columns were found. */
  static PurchaseSettings of(LifetimeValueRequest run, LifetimeValueResult result) {
    return new PurchaseSettings(
        result.table(),
        result.customer(),
        result.date(),
        result.value(),
        run.currency(),
        run.until(),
        run.calibration(),
        run.unit(),
        run.months(),
        run.discount(),
        run.today());
  }

  @Override
  public @Nullable LifetimeValueRequest request() {
    return table == null || customer == null || date == null
        ? null
        : new LifetimeValueRequest(
            table,
            customer,
            date,
            value,
            currency,
            until,
            calibration,
            unit,
            months,
            discount,
            today);
  }

  /** Whether anything is set that only the further options show. */
  boolean isSpecial() {
    return currency != null || until != null || calibration != null || discount != 0.1;
  }

  public PurchaseSettings withTable(String next) {
    return new PurchaseSettings(
        next,
        null,
        null,
        null,
        null,
        null,
        null,
        unit,
        months,
        discount,
        LocalDate.now(ZoneId.systemDefault()));
  }

  public PurchaseSettings withColumns(PurchaseColumns next) {
    return new PurchaseSettings(
        table,
        next.customer(),
        next.date(),
        next.value(),
        currency,
        until,
        calibration,
        unit,
        months,
        discount,
        today);
  }

  public PurchaseSettings withCustomer(String next) {
    return withColumns(new PurchaseColumns(next, date, value));
  }

  public PurchaseSettings withDate(String next) {
    return withColumns(new PurchaseColumns(customer, next, value));
  }

  public PurchaseSettings withValue(@Nullable String next) {
    return withColumns(new PurchaseColumns(customer, date, next));
  }

  public PurchaseSettings withHorizon(String nextUnit, int nextMonths, double nextDiscount) {
    return new PurchaseSettings(
        table,
        customer,
        date,
        value,
        currency,
        until,
        calibration,
        nextUnit,
        nextMonths,
        nextDiscount,
        today);
  }

  public PurchaseSettings withScope(
      @Nullable String nextCurrency,
      @Nullable LocalDate nextUntil,
      @Nullable LocalDate nextCalibration) {
    return new PurchaseSettings(
        table,
        customer,
        date,
        value,
        nextCurrency,
        nextUntil,
        nextCalibration,
        unit,
        months,
        discount,
        today);
  }
}
