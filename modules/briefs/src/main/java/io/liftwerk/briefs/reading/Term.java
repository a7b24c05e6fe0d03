package io.liftwerk.briefs.reading;

/**
 * Something a sentence speaks of.
 *
 * @param key the same for the same thing in any inflection
 * @param family a wider key, of a compound its last part; {@code key} where there is none
 * @param surface as it is written here
 * @param kind what it is
 */
public record Term(String key, String family, String surface, Kind kind) {
  /** Kinds of terms. */
  public enum Kind {
    STANDARD,
    MEASURE,
    /** A name of several words, or one that no list has. */
    ENTITY,
    /** A noun. */
    NOUN,
    /** A noun with the adjective before it, or two words that stand together. */
    PHRASE
  }
}
