package io.liftwerk.warehouse.consent;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What personal data is used for; each has its own consent. */
public enum Use {
  /** Counting and comparing: the figures of silver and gold. */
  ANALYTICS,
  /** Ranking persons. */
  SCORING,
  /** Handing persons to an advertising platform. */
  ACTIVATION;

  /** As files, tables and results write it: {@code analytics}. */
  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
