package io.liftwerk.keywords;

import io.liftwerk.keywords.KeywordResult.Ngram;
import io.liftwerk.keywords.KeywordResult.Standing;
import io.liftwerk.keywords.KeywordResult.SuggestedNegative;
import io.liftwerk.keywords.KeywordResult.Totals;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The finding in one sentence. */
final class Verdict {
  private Verdict() {}

  static String of(
      @Nullable String currency,
      Totals totals,
      List<Ngram> ngrams,
      List<SuggestedNegative> negatives) {
    BigDecimal cost = totals.cost();
    if (cost == null) {
      return String.format(
          Locale.ROOT,
          "%,d different searches; what they cost is not known, so none can be called a waste.",
          totals.terms());
    }
    String money = String.format(Locale.ROOT, "%,.2f", cost) + unit(currency);
    if (totals.conversions() == null || totals.conversions().signum() == 0) {
      return String.format(
          Locale.ROOT,
          "%s went to %,d different searches; without conversions none can be called a waste.",
          money,
          totals.terms());
    }
    BigDecimal saving =
        negatives.stream().map(SuggestedNegative::saving).reduce(BigDecimal.ZERO, BigDecimal::add);
    if (saving.signum() > 0 && negatives.size() == 1) {
      return String.format(
          Locale.ROOT,
          "One negative would save an expected %,.2f%s of %s: '%s'.",
          saving,
          unit(currency),
          money,
          negatives.getFirst().text());
    }
    if (saving.signum() > 0) {
      return String.format(
          Locale.ROOT,
          "%d negatives would save an expected %,.2f%s of %s, the first of them '%s'.",
          negatives.size(),
          saving,
          unit(currency),
          money,
          negatives.getFirst().text());
    }
    long earning = ngrams.stream().filter(one -> one.standing() == Standing.EARNS).count();
    return String.format(
        Locale.ROOT,
        "No search wastes its share of %s for certain; %d n-grams earn more than the account does"
            + " on average.",
        money,
        earning);
  }

  private static String unit(@Nullable String currency) {
    return currency == null ? "" : " " + currency;
  }
}
