package io.liftwerk.warehouse.consent;

import java.util.Map;

/**
 * Why a row is covered or held back: stable codes, which tables and results carry, and a sentence
 * for each. Codes that end in a number name a purpose of the TCF.
 */
public final class Reasons {
  /** The person refused after this row was given. */
  public static final String WITHDRAWN = "withdrawn";

  /** The row rests on something else than consent, and a refusal does not touch it. */
  public static final String OTHER_BASIS = "other-basis";

  /** The source holds no persons. */
  public static final String NO_PERSONS = "no-persons";

  /** Nobody has said on what the source rests. */
  public static final String BASIS_UNSTATED = "basis-unstated";

  private static final Map<String, String> SENTENCES =
      Map.ofEntries(
          Map.entry("consent-given", "The row says that consent was given."),
          Map.entry("tcf-covers", "The consent string covers every purpose."),
          Map.entry("storage-granted", "The storage that this use needs was granted."),
          Map.entry(OTHER_BASIS, "The source rests on another legal basis."),
          Map.entry(
              "other-basis-unless-refused",
              "The source rests on another legal basis, and the person has not refused."),
          Map.entry(NO_PERSONS, "The source holds no persons."),
          Map.entry(BASIS_UNSTATED, "Nobody has stated on what the source's personal data rests."),
          Map.entry("not-asked", "Nothing is known of the person's consent."),
          Map.entry("consent-refused", "The row says that consent was refused."),
          Map.entry(
              "consent-pending", "The person was asked for consent and has not confirmed it."),
          Map.entry(
              "consent-other-basis",
              "The row names a legal basis other than the person's consent."),
          Map.entry("consent-unclear", "The row's answer is neither a known yes nor a known no."),
          Map.entry("opted-out", "The person has objected."),
          Map.entry(
              "opt-out-unclear", "What the row says of an objection is neither a yes nor a no."),
          Map.entry("storage-denied", "The storage that this use needs was denied."),
          Map.entry("storage-unclear", "What the row says of storage is neither a yes nor a no."),
          Map.entry("signal-unreadable", "The row's consent is not written as it must be."),
          Map.entry("tcf-bad-base64", "The consent string has characters that no such string has."),
          Map.entry("tcf-truncated", "The consent string is cut off."),
          Map.entry("tcf-damaged", "The consent string contradicts itself."),
          Map.entry("tcf-version-1", "The consent string is of version 1, which ended in 2020."),
          Map.entry("tcf-version-unknown", "The consent string is of no known version."),
          Map.entry("tcf-policy-unknown", "The consent string follows a policy that is not known."),
          Map.entry(
              "tcf-policy-outdated",
              "The consent string follows a policy from before TCF 2.2, and was created after its"
                  + " end."),
          Map.entry(
              "tcf-not-service-specific",
              "The consent string is not for one service, as it must be."),
          Map.entry(
              "tcf-no-disclosed-vendors",
              "The consent string does not name the vendors that the person was shown, as TCF 2.3"
                  + " demands."),
          Map.entry(
              "tcf-vendor-undisclosed",
              "The person was not shown the vendor that the policy names."),
          Map.entry("tcf-vendor-refused", "The consent string does not allow the policy's vendor."),
          Map.entry(WITHDRAWN, "The person's latest decision is a refusal."));

  private static final String PURPOSE = "tcf-purpose-";
  private static final String RESTRICTED = "tcf-restricted-";

  private Reasons() {}

  /**
   * The sentence of {@code code}.
   *
   * @throws IllegalArgumentException when there is no such code
   */
  public static String sentence(String code) {
    String sentence = SENTENCES.get(code);
    if (sentence != null) {
      return sentence;
    }
    if (code.startsWith(PURPOSE)) {
      return "The consent string does not cover purpose %s."
          .formatted(code.substring(PURPOSE.length()));
    }
    if (code.startsWith(RESTRICTED)) {
      return "The publisher does not let the policy's vendor rely on what it has for purpose %s."
          .formatted(code.substring(RESTRICTED.length()));
    }
    throw new IllegalArgumentException(code);
  }
}
