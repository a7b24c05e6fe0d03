package io.liftwerk.workspace;

/** What identifies a person directly. */
public enum Identifier {
  EMAIL("em"),
  PHONE("ph"),
  NAME("nm"),
  ADDRESS("ad"),
  IP("ip"),
  IBAN("ib"),
  /** Anything else that was put under lock, such as a card's number or a whole line. */
  ID("id");

  private final String prefix;

  Identifier(String prefix) {
    this.prefix = prefix;
  }

  /** With what its pseudonyms begin, two letters. */
  public String prefix() {
    return prefix;
  }
}
