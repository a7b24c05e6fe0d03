package io.liftwerk.guardrails;

import io.liftwerk.text.PersonalKind;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The kinds of personal data as the policy writes them: {@code email}, {@code tax-id}. */
final class PersonalKinds {
  private static final Set<String> ALL = new TreeSet<>();

  static {
    for (PersonalKind kind : PersonalKind.values()) {
      ALL.add(word(kind));
    }
  }

  private PersonalKinds() {}

  static Set<String> all() {
    return ALL;
  }

  static String list() {
    return String.join(", ", ALL);
  }

  static String word(PersonalKind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
