package io.liftwerk.keywords.account;

/** Whose ad account: each has its own rules of matching, its limits and its editor's file. */
public enum Channel {
  GOOGLE("Google Ads"),
  MICROSOFT("Microsoft Advertising"),
  AMAZON("Amazon Ads");

  private final String spoken;

  Channel(String spoken) {
    this.spoken = spoken;
  }

  /** Its name in a sentence. */
  public String spoken() {
    return spoken;
  }

  /** What it allows a negative keyword to be. */
  public Limits limits() {
    return Limits.of(this);
  }
}
