package io.liftwerk.warehouse.consent;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** On what a source's personal data rests, in the words of the workspace's owner. */
public enum Basis {
  /** Each person's own consent. */
  CONSENT,
  /** Another legal basis, which a note names. */
  OTHER,
  /** It holds no persons. */
  NONE,
  /** Nobody has said so far; its persons stay back. */
  UNSTATED;

  /** As files and results write it: {@code consent}. */
  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The basis that a person can state by {@code word}. */
  public static Optional<Basis> stated(String word) {
    return Arrays.stream(values())
        .filter(basis -> basis != UNSTATED && basis.word().equals(word))
        .findFirst();
  }
}
