package io.liftwerk.ingest;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What the values of a column are. Written in lower case in JSON. */
public enum ColumnType {
  TEXT,
  INTEGER,
  DECIMAL,
  BOOLEAN,
  DATE,
  TIMESTAMP;

  @JsonValue
  public String json() {
    return name().toLowerCase(Locale.ROOT);
  }

  @JsonCreator
  public static ColumnType of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }
}
