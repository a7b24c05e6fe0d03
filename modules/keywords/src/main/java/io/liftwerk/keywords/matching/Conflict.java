package io.liftwerk.keywords.matching;

import io.liftwerk.keywords.account.LiveKeyword;
import io.liftwerk.keywords.account.Negative;
import io.liftwerk.keywords.account.Notation;

/** A negative that stands in the way of a keyword one pays for. */
public record Conflict(Negative negative, LiveKeyword keyword, Extent extent) {

  /** How much of the keyword is lost. */
  public enum Extent {
    /** Its own words never show an ad again, nor does anything longer that has them. */
    WHOLE,
    /**
     * Some searches made of its own words are kept away, others are not. Microsoft calls a negative
     * narrower than the keyword "possibly intentional".
     */
    PART
  }

  /** What stands in whose way. */
  public String sentence() {
    String what =
        extent == Extent.WHOLE
            ? "%s would silence the keyword %s of %s."
            : "%s would keep some searches from the keyword %s of %s.";
    return what.formatted(
        negative.written(), Notation.keyword(keyword.text(), keyword.match()), place());
  }

  private String place() {
    return keyword.adGroup() == null
        ? keyword.campaign()
        : keyword.campaign() + " / " + keyword.adGroup();
  }
}
