package io.liftwerk.keywords.account;

/** Whose ad account: each has its own rules of matching, its limits and its editor's file. */
public enum Channel {
  GOOGLE,
  MICROSOFT,
  AMAZON
}
