package io.liftwerk.keywords.account;

/** How a keyword, or a negative one, meets a search. */
public enum MatchType {
  BROAD,
  PHRASE,
  EXACT
}
