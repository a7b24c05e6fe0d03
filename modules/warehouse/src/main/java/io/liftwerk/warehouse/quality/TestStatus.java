package io.liftwerk.warehouse.quality;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What came of a test. */
public enum TestStatus {
  /** The table is as stated. */
  PASS,
  /** It is not, and whoever stated it wants only to be told. */
  WARN,
  /** It is not. */
  FAIL,
  /** The test cannot run, so nothing is known. */
  ERROR;

  /** As it is stored: in lower case. */
  @JsonValue
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  static TestStatus of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }
}
