package io.liftwerk.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
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

  private final Set<IdentifierKind> kinds;
  private final PersonalData data;
  private final double threshold;

  private Identifiers(Set<IdentifierKind> kinds, PersonalData data, double threshold) {
    this.kinds = kinds;
    this.data = data;
    this.threshold = threshold;
  }

  /** All kinds; telephone numbers without a country code are read as of many countries. */
  public static Identifiers all() {
    return new Identifiers(
        EnumSet.allOf(IdentifierKind.class), PersonalData.standard().atLeast(0), USUAL);
  }

  /**
   * Only {@code some} kinds; what another kind would have claimed may then be found as one of them.
   */
  public Identifiers only(Set<IdentifierKind> some) {
    Set<IdentifierKind> both = EnumSet.noneOf(IdentifierKind.class);
    both.addAll(some);
    both.retainAll(kinds);
    return new Identifiers(both, data, threshold);
  }

  /** Only what is found with at least {@code confidence}; without this call, 0.5. */
  public Identifiers atLeast(double confidence) {
    return new Identifiers(kinds, data, confidence);
  }

  /** As this, and {@code names} are found wherever they stand; see {@link PersonalData#known}. */
  public Identifiers known(Collection<String> names) {
    return new Identifiers(kinds, data.known(names), threshold);
  }

  /** What stands in {@code text}, in its order, without overlaps. */
  public List<Identifier> find(CharSequence text) {
    List<Identifier> found = new ArrayList<>();
    for (Span span : data.find(text)) {
      IdentifierKind kind = kind(span.kind());
      if (span.confidence() >= threshold && kinds.contains(kind)) {
        found.add(new Identifier(kind, span.start(), span.end(), span.value(), span.confidence()));
      }
    }
    found.sort(Comparator.comparingInt(Identifier::start));
    return List.copyOf(found);
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
