package io.liftwerk.warehouse.activation;

/** Who takes lists of persons. */
public enum Platform {
  META("Meta"),
  GOOGLE("Google"),
  TIKTOK("TikTok"),
  SNAP("Snap"),
  /** Unified ID 2.0, which many platforms read; hashes in base64. */
  UID2("UID2");

  private final String shown;

  Platform(String shown) {
    this.shown = shown;
  }

  /** As people write it. */
  public String shown() {
    return shown;
  }
}
