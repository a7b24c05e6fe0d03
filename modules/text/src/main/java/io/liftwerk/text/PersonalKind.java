package io.liftwerk.text;

/** What kind of identifier stands in a text. */
public enum PersonalKind {
  EMAIL,
  PHONE,
  NAME,
  ADDRESS,
  IP,
  IBAN,
  CARD
}
