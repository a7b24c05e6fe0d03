package io.liftwerk.keywords.account;

/** How a keyword, or a negative one, meets a search. */
public enum MatchType {
  BROAD("Broad"),
  PHRASE("Phrase"),
  EXACT("Exact");

  private final String label;

  MatchType(String label) {
    this.label = label;
  }

  /** As editors of Google and Microsoft spell it. */
  public String label() {
    return label;
  }
}
