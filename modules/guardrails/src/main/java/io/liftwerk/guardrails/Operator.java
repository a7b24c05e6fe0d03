package io.liftwerk.guardrails;

/** What is put in the place of something found. */
public sealed interface Operator {

  /** Nothing. */
  record Redact() implements Operator {}

  /** The kind's name in angle brackets, {@code <EMAIL>}, or a text of one's own. */
  record Replace(String with) implements Operator {}

  /**
   * One character for each code point.
   *
   * @param character what is put instead, one code point
   * @param count how many are hidden; none when it is below 1
   * @param fromEnd whether the last ones are hidden rather than the first
   */
  record Mask(String character, int count, boolean fromEnd) implements Operator {}

  /** The workspace's keyed pseudonym; without a workspace a number, {@code <EMAIL-1>}. */
  record Pseudonymise() implements Operator {}

  /**
   * A hash in hexadecimal.
   *
   * @param bits 256 or 512, of SHA-2
   * @param salt what is hashed behind the value, so that nobody can try values out
   */
  record Hash(int bits, String salt) implements Operator {}

  /** What stands there; it is only told. */
  record Keep() implements Operator {}

  /** The whole text does not go on. */
  record Block() implements Operator {}
}
