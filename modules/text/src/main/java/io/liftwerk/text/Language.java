package io.liftwerk.text;

/** The languages that words are stemmed in, and all others. */
public enum Language {
  GERMAN,
  ENGLISH,
  OTHER
}
