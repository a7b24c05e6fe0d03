package io.liftwerk.keywords;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What makes words of search terms alike. */
public enum WordForm {
  /** Case, width and accents do not count: {@code Größe} is {@code grösse}. */
  WHOLE,
  /** Endings do not count either: {@code Schuhe} is {@code Schuh}. */
  STEM,
  /** German compounds count for their parts: {@code Außentreppe} is {@code aussen treppe}. */
  PARTS;

  @JsonValue
  public String json() {
    return name().toLowerCase(Locale.ROOT);
  }
}
