package io.liftwerk.warehouse.activation;

/** Who takes lists of persons. */
public enum Platform {
  META,
  GOOGLE,
  TIKTOK,
  SNAP,
  /** Unified ID 2.0, which many platforms read; hashes in base64. */
  UID2
}
