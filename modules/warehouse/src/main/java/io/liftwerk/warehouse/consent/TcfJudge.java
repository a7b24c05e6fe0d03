package io.liftwerk.warehouse.consent;

import com.iabtcf.decoder.TCString;
import com.iabtcf.utils.IntIterable;
import com.iabtcf.v2.PublisherRestriction;
import com.iabtcf.v2.RestrictionType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether a TCF string covers a use. The rules are those of IAB Europe's <i>TCF Policies</i> and of
 * the specification of the string:
 *
 * <ul>
 *   <li>a string below the oldest policy counts when it was created before that policy's day, a
 *       newer one than the newest known never;
 *   <li>it must be service-specific: global strings ended with TCF 2.2;
 *   <li>after its day it must name the vendors that the person was shown, and whoever names any
 *       must name the policy's vendor;
 *   <li>consent needs the purpose's and the vendor's bit; legitimate interest likewise with its own
 *       bits, where the policy allows it, and never for purposes 1 and 3 to 6;
 *   <li>what the publisher restricts for the vendor overrides both: not at all, only by consent, or
 *       only by legitimate interest.
 * </ul>
 *
 * <p>A purpose 1 that was not asked for under the law of the publisher's country ("purpose one
 * treatment") has no bit, so that a use which needs it is not covered.
 */
final class TcfJudge {
  /** Purposes that legitimate interest can never be the basis of. */
  static final Set<Integer> CONSENT_ONLY = Set.of(1, 3, 4, 5, 6);

  private static final int OLDEST_OF_VERSION_2 = 2;

  private final TcfRules rules;
  private final Instant oldestPolicyFrom;
  private final Instant disclosedVendorsFrom;

  TcfJudge(TcfRules rules) {
    this.rules = rules;
    this.oldestPolicyFrom = after(rules.oldestPolicyAfter());
    this.disclosedVendorsFrom = after(rules.disclosedVendorsAfter());
  }

  private static Instant after(LocalDate day) {
    return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** Code of the reason why the string counts for nothing; null when it counts. */
  @Nullable String invalid(TcfString string) {
    int policy = string.content().getTcfPolicyVersion();
    if (policy < OLDEST_OF_VERSION_2 || policy > rules.newestPolicy()) {
      return "tcf-policy-unknown";
    }
    if (policy < rules.oldestPolicy() && !string.created().isBefore(oldestPolicyFrom)) {
      return "tcf-policy-outdated";
    }
    if (!string.content().isServiceSpecific()) {
      return "tcf-not-service-specific";
    }
    if (!string.namesVendorsShown() && !string.created().isBefore(disclosedVendorsFrom)) {
      return "tcf-no-disclosed-vendors";
    }
    return null;
  }

  /** Whether a string that counts covers a use. */
  Finding judge(TcfString string, UsePolicy use) {
    TCString content = string.content();
    Integer vendor = use.vendor();
    if (vendor != null
        && string.namesVendorsShown()
        && !content.getDisclosedVendors().contains(vendor)) {
      return Finding.heldBack("tcf-vendor-undisclosed");
    }
    for (int purpose : use.purposes()) {
      boolean orInterest =
          use.legitimateInterest().contains(purpose) && !CONSENT_ONLY.contains(purpose);
      Finding gap = gap(content, purpose, vendor, orInterest);
      if (gap != null) {
        return gap;
      }
    }
    return Finding.granted("tcf-covers");
  }

  /** Why a purpose is not covered; null when it is. */
  private static @Nullable Finding gap(
      TCString content, int purpose, @Nullable Integer vendor, boolean orInterest) {
    RestrictionType restriction =
        vendor == null ? null : restriction(content.getPublisherRestrictions(), purpose, vendor);
    boolean byConsent = restriction != RestrictionType.REQUIRE_LEGITIMATE_INTEREST;
    boolean byInterest = orInterest && restriction != RestrictionType.REQUIRE_CONSENT;
    boolean forbidden =
        restriction == RestrictionType.NOT_ALLOWED || restriction == RestrictionType.UNDEFINED;
    if (forbidden || !byConsent && !byInterest) {
      return Finding.heldBack("tcf-restricted-" + purpose);
    }
    boolean consent = byConsent && content.getPurposesConsent().contains(purpose);
    boolean interest = byInterest && content.getPurposesLITransparency().contains(purpose);
    if (!consent && !interest) {
      return Finding.refused("tcf-purpose-" + purpose);
    }
    if (vendor == null
        || consent && has(content.getVendorConsent(), vendor)
        || interest && has(content.getVendorLegitimateInterest(), vendor)) {
      return null;
    }
    return Finding.refused("tcf-vendor-refused");
  }

  private static boolean has(IntIterable vendors, int vendor) {
    return vendors.contains(vendor);
  }

  /** What the publisher lays down for the vendor; the strictest where there is more than one. */
  private static @Nullable RestrictionType restriction(
      List<PublisherRestriction> restrictions, int purpose, int vendor) {
    RestrictionType found = null;
    for (PublisherRestriction restriction : restrictions) {
      if (restriction.getPurposeId() == purpose && has(restriction.getVendorIds(), vendor)) {
        RestrictionType type = restriction.getRestrictionType();
        found = found == null || found == type ? type : RestrictionType.NOT_ALLOWED;
      }
    }
    return found;
  }
}
