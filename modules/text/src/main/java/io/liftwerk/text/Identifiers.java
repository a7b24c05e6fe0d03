package io.liftwerk.text;

import io.liftwerk.text.identifiers.Candidates;
import io.liftwerk.text.identifiers.Finders;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Finds in text what identifies a person or narrows down who is meant: many kinds more than {@link
 * PersonalData}, which decides what is replaced when a file comes in and therefore must stay what
 * it is. Immutable and safe for use by several threads; make one and keep it.
 */
public final class Identifiers {
  private static final double USUAL = 0.5;

  /** Countries whose numbers are also found without a country code, after the German-speaking. */
  private static final List<String> WORLD =
      List.of("US", "GB", "FR", "IT", "ES", "NL", "PL", "SE", "IL", "IN", "BR", "JP", "CN", "AU");

  private final Set<IdentifierKind> kinds;
  private final PersonalData data;
  private final PersonalData abroad;
  private final double threshold;

  private Identifiers(
      Set<IdentifierKind> kinds, PersonalData data, PersonalData abroad, double threshold) {
    this.kinds = Collections.unmodifiableSet(kinds);
    this.data = data;
    this.abroad = abroad;
    this.threshold = threshold;
  }

  /** All kinds; telephone numbers without a country code are read as of many countries. */
  public static Identifiers all() {
    return new Identifiers(
        EnumSet.allOf(IdentifierKind.class),
        PersonalData.standard().atLeast(0.3),
        PersonalData.ofRegions(WORLD).only(Set.of(PersonalKind.PHONE)).atLeast(0.8),
        USUAL);
  }

  /**
   * Only {@code some} kinds; what another kind would have claimed may then be found as one of them.
   */
  public Identifiers only(Set<IdentifierKind> some) {
    Set<IdentifierKind> both = EnumSet.noneOf(IdentifierKind.class);
    both.addAll(some);
    both.retainAll(kinds);
    Set<PersonalKind> old = EnumSet.noneOf(PersonalKind.class);
    for (PersonalKind kind : PersonalKind.values()) {
      if (both.contains(kind(kind))) {
        old.add(kind);
      }
    }
    return new Identifiers(both, data.only(old), abroad.only(old), threshold);
  }

  /** Only what is found with at least {@code confidence}; without this call, 0.5. */
  public Identifiers atLeast(double confidence) {
    return new Identifiers(kinds, data, abroad, confidence);
  }

  /** As this, and {@code names} are found wherever they stand; see {@link PersonalData#known}. */
  public Identifiers known(Collection<String> names) {
    return new Identifiers(kinds, data.known(names), abroad, threshold);
  }

  /** What stands in {@code text}, in its order, without overlaps. */
  public List<Identifier> find(CharSequence text) {
    if (text.length() < 2) {
      return List.of();
    }
    String string = text.toString();
    Candidates found = new Candidates(kinds, threshold);
    add(string, data.find(string), found);
    if (kinds.contains(IdentifierKind.PHONE)) {
      add(string, abroad.find(string), found);
    }
    Finders.find(string, found);
    return found.resolved();
  }

  private static void add(String text, List<Span> spans, Candidates found) {
    for (Span span : spans) {
      boolean torn = span.kind() == PersonalKind.NAME && isTorn(text, span);
      if (!torn) {
        found.add(kind(span.kind()), span.start(), span.end(), span.value(), span.confidence());
      }
    }
  }

  /** Whether a name runs over what parts two speakers or two lines. */
  private static boolean isTorn(String text, Span name) {
    for (int i = name.start(); i < name.end(); i++) {
      if (":\"\n\r".indexOf(text.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  private static IdentifierKind kind(PersonalKind kind) {
    return switch (kind) {
      case EMAIL -> IdentifierKind.EMAIL;
      case PHONE -> IdentifierKind.PHONE;
      case NAME -> IdentifierKind.PERSON;
      case ADDRESS -> IdentifierKind.ADDRESS;
      case IP -> IdentifierKind.IP;
      case IBAN -> IdentifierKind.IBAN;
      case CARD -> IdentifierKind.CARD;
    };
  }
}
