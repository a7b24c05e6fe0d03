package io.liftwerk.report;

import io.liftwerk.warehouse.ConsentResult;
import io.liftwerk.warehouse.ConsentResult.UseConsent;

/** What consent lets through, in words. */
public final class ConsentWords {
  private ConsentWords() {}

  /** How many rows with persons are covered for a use, and how many are held back. */
  public static String finding(ResultTexts texts, ConsentResult result, UseConsent total) {
    return result.rows() == 0
        ? texts.text("consent.finding.none")
        : texts.text(
            "consent.finding",
            texts.text("consent.use." + total.use().word()),
            total.covered(),
            total.rows(),
            total.rows() - total.covered());
  }
}
