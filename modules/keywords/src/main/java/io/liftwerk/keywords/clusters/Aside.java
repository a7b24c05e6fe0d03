package io.liftwerk.keywords.clusters;

/** Why a term was not compared with others at all. */
public enum Aside {
  /** It has no word: signs only, or nothing. */
  NO_WORDS,
  /** It is an article's number, such as an ASIN or a GTIN. */
  PRODUCT_NUMBER,
  /** It has more than {@link Clusters#LONGEST} words and is a text rather than a search. */
  TOO_LONG
}
