package io.liftwerk.guardrails;

import io.liftwerk.guardrails.personal.Replacement;
import io.liftwerk.text.IdentifierKind;
import java.util.Set;
import java.util.TreeSet;

/** The kinds of personal data as the policy writes them: {@code email}, {@code de-tax-id}. */
final class PersonalKinds {
  private static final Set<String> ALL = new TreeSet<>();

  static {
    for (IdentifierKind kind : IdentifierKind.values()) {
      ALL.add(Replacement.word(kind));
    }
  }

  private PersonalKinds() {}

  static Set<String> all() {
    return ALL;
  }

  static String list() {
    return String.join(", ", ALL);
  }
}
