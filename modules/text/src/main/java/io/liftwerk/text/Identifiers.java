package io.liftwerk.text;

import io.liftwerk.text.PhoneRuns.Run;
import io.liftwerk.text.identifiers.Candidates;
import io.liftwerk.text.identifiers.Finders;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds in text what identifies a person or narrows down who is meant: many kinds more than {@link
 * PersonalData}, which decides what is replaced when a file comes in and therefore must stay what
 * it is. Immutable and safe for use by several threads; make one and keep it.
 */
public final class Identifiers {
  private static final double USUAL = 0.5;

  /** Countries whose numbers are also found without a country code, after the German-speaking. */
  private static final List<String> WORLD = List.of("US", "GB", "FR", "IL", "IN", "JP");

  /** Below this, what {@link PersonalData}'s recognisers propose is a bare run of digits. */
  private static final double LEAST = 0.3;

  private static final List<Recogniser> RECOGNISERS =
      List.of(
          new EmailRecogniser(), new IbanRecogniser(), new IpRecogniser(), new CardRecogniser());
  private static final PhoneRecogniser NEAR = new PhoneRecogniser(List.of("DE", "AT", "CH"));
  private static final PhoneRecogniser ABROAD = new PhoneRecogniser(WORLD);

  /** 1914–1918, 2024/2025; 22.338.618. */
  private static final Pattern COUNTED =
      Pattern.compile(
          "[12]\\d{3} ?[–/-] ?[12]\\d{3}|\\d{1,3}(?:\\.\\d{3})+(?: ?[–-]"
              + " ?\\d{1,3}(?:\\.\\d{3})+)?");

  private final Set<IdentifierKind> kinds;
  private final KnownNames known;
  private final double threshold;

  private Identifiers(Set<IdentifierKind> kinds, KnownNames known, double threshold) {
    this.kinds = Collections.unmodifiableSet(kinds);
    this.known = known;
    this.threshold = threshold;
  }

  /** All kinds; telephone numbers without a country code are read as of many countries. */
  public static Identifiers all() {
    return new Identifiers(EnumSet.allOf(IdentifierKind.class), KnownNames.NONE, USUAL);
  }

  /**
   * Only {@code some} kinds; what another kind would have claimed may then be found as one of them.
   */
  public Identifiers only(Set<IdentifierKind> some) {
    Set<IdentifierKind> both = EnumSet.noneOf(IdentifierKind.class);
    both.addAll(some);
    both.retainAll(kinds);
    return new Identifiers(both, known, threshold);
  }

  /** Only what is found with at least {@code confidence}; without this call, 0.5. */
  public Identifiers atLeast(double confidence) {
    return new Identifiers(kinds, known, confidence);
  }

  /** As this, and {@code names} are found wherever they stand; see {@link PersonalData#known}. */
  public Identifiers known(Collection<String> names) {
    return new Identifiers(kinds, KnownNames.of(names), threshold);
  }

  /** What stands in {@code text}, in its order, without overlaps. */
  public List<Identifier> find(CharSequence text) {
    if (text.length() < 2) {
      return List.of();
    }
    String string = text.toString();
    Candidates found = new Candidates(kinds, threshold);
    Traits traits = Traits.of(string);
    Findings findings = new Findings(string, LEAST);
    for (Recogniser recogniser : RECOGNISERS) {
      if (kinds.contains(kind(recogniser.kind()))) {
        recogniser.find(string, traits, findings);
      }
    }
    if (kinds.contains(IdentifierKind.PERSON)) {
      known.find(string, traits, findings);
    }
    if (kinds.contains(IdentifierKind.PHONE) && traits.digits() >= 6) {
      phones(string, findings);
    }
    add(string, findings, found);
    Finders.find(string, found);
    return found.resolved();
  }

  private static void phones(String text, Findings findings) {
    List<Run> runs = PhoneRuns.of(text);
    if (runs.isEmpty()) {
      return;
    }
    NEAR.find(text, runs, findings);
    // abroad any digits may be a number, so only its shape or a word makes it one
    List<Run> shaped =
        runs.stream()
            .filter(run -> run.called() || run.digits().length() < run.text().length())
            .filter(run -> run.called() || !COUNTED.matcher(run.text()).matches())
            .toList();
    ABROAD.find(text, shaped, findings);
  }

  private static void add(String text, Findings findings, Candidates found) {
    for (Span span : findings.inOrder()) {
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
