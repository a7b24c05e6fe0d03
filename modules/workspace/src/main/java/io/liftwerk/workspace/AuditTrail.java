package io.liftwerk.workspace;

import java.nio.file.Path;
import java.util.Map;

/** The audit trail of a workspace. */
public final class AuditTrail {
  private AuditTrail() {}

  static AuditTrail open(Path folder) {
    return new AuditTrail();
  }

  /** Appends an entry. Details hold pseudonyms and counts, never a person's data. */
  public void append(String event, Map<String, ?> details) {}
}
