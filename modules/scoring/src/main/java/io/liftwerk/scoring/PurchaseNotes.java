package io.liftwerk.scoring;

import io.liftwerk.scoring.LifetimeValueResult.FittedModel;
import io.liftwerk.scoring.LifetimeValueResult.Refunds;
import io.liftwerk.workspace.JobContext;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** What a reader must know of purchases and of the models learned from them. */
final class PurchaseNotes {
  private static final int FEW = 100;

  /** Gamma-Gamma takes how often and for how much to be unrelated; from here on they are not. */
  private static final double RELATED = 0.3;

  private PurchaseNotes() {}

  static Refunds refunds(JobContext context, PurchaseRows rows, List<ScoringWarning> warnings)
      throws Exception {
    Refunds refunds =
        Query.one(
            context,
            """
            SELECT count(*), coalesce(CAST(-sum(value) AS DOUBLE), 0),
              count(*) FILTER (WHERE b.first IS NULL OR b.first > r.day)
            FROM %1$s r LEFT JOIN (
              SELECT customer, min(day) AS first FROM %1$s
              WHERE value IS NULL OR value >= 0 GROUP BY customer) b USING (customer)
            WHERE value < 0
            """
                .formatted(PurchaseRows.ROWS),
            row -> new Refunds(row.getLong(1), row.getDouble(2), row.getLong(3)));
    if (refunds.rows() > 0) {
      warnings.add(
          new ScoringWarning(
              "refunds",
              rows.value() == null ? null : rows.value().name(),
              String.format(
                  Locale.ROOT,
                  "%,d rows with a negative value are taken for refunds and set against the"
                      + " customer's latest earlier purchase; %,d have none and are left out.",
                  refunds.rows(),
                  refunds.withoutPurchase())));
    }
    return refunds;
  }

  static void fits(
      CustomerBase base, PurchaseFits fits, boolean valued, List<ScoringWarning> warnings) {
    if (base.size() < FEW) {
      warnings.add(
          new ScoringWarning(
              "few-customers",
              null,
              "There are only %d customers; the figures may change much with a few more."
                  .formatted(base.size())));
    }
    if (base.sampled()) {
      warnings.add(
          new ScoringWarning(
              "sampled",
              null,
              String.format(
                  Locale.ROOT,
                  "The models were learned from %,.0f of %,d customers, drawn at random; all are"
                      + " valued.",
                  base.learned().total(),
                  base.size())));
    }
    fits.records().forEach(record -> warnings.addAll(Soundness.warnings(record)));
    FittedModel money = fits.moneyRecord();
    if (money != null) {
      warnings.addAll(Soundness.warnings(money));
    } else if (valued) {
      warnings.add(
          new ScoringWarning(
              "no-money-model",
              null,
              "Too few customers bought again to learn how values of purchases differ; customers"
                  + " are valued by their own past purchases instead."));
    }
    int[] buyers =
        IntStream.range(0, base.size()).filter(i -> base.x[i] > 0 && base.mean[i] > 0).toArray();
    double related =
        Errors.of(
                Arrays.stream(buyers).mapToDouble(i -> base.x[i]).toArray(),
                Arrays.stream(buyers).mapToDouble(i -> base.mean[i]).toArray())
            .correlation();
    if (valued && Math.abs(related) > RELATED) {
      warnings.add(
          new ScoringWarning(
              "related-money",
              null,
              String.format(
                  Locale.ROOT,
                  "How often customers buy and for how much go together (correlation %.2f), which"
                      + " the model of values takes to be unrelated; values of frequent buyers may"
                      + " be off.",
                  related)));
    }
  }
}
