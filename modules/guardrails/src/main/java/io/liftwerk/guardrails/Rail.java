package io.liftwerk.guardrails;

/** The checks, in the order in which a text passes them. */
public enum Rail {
  PERSONAL_DATA("personal-data"),
  SECRETS("secrets"),
  INJECTION("injection"),
  MODERATION("moderation"),
  CLAIMS("claims"),
  STRUCTURE("structure"),
  CITATION("citation"),
  STYLE("style"),
  URL("url");

  private final String word;

  Rail(String word) {
    this.word = word;
  }

  /** As files write it. */
  public String word() {
    return word;
  }
}
