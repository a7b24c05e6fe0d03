package io.liftwerk.keywords.intent;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What somebody searches for. */
public enum Intent {
  /** The own brand. */
  BRAND,
  /** A competitor. */
  COMPETITOR,
  /** To buy, book or rent, or what that costs. */
  TRANSACTIONAL,
  /** To know: how, what, which is better. */
  INFORMATIONAL,
  /** Something in a place, or near. */
  LOCAL,
  /** A certain page: an address, a log-in, a form. */
  NAVIGATIONAL,
  /** No rule says; a name of a thing, most often. */
  UNCLEAR;

  /** As {@code intent.yml} writes it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Intent> of(String word) {
    return Arrays.stream(values()).filter(intent -> intent.word().equals(word)).findFirst();
  }
}
