package io.liftwerk.warehouse.quality;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A period of a table, held against those before it.
 *
 * @param kind what was looked at
 * @param table the table, with its schema
 * @param state what came of it
 * @param period the day or the load that was judged; empty when none could be
 * @param observed rows of the period, or the hours without news; null when nothing was judged
 * @param low the least that would be usual; null when nothing was judged
 * @param high the most that would be usual
 * @param periods how many periods before it were learned from
 * @param reason how it was judged, or why not, one English sentence
 */
public record Watched(
    Kind kind,
    String table,
    State state,
    String period,
    @Nullable Double observed,
    @Nullable Double low,
    @Nullable Double high,
    int periods,
    String reason) {

  /** What is looked at. */
  public enum Kind {
    /** Rows of a day, or of a load. */
    VOLUME,
    /** Time since the newest day, or since the latest load. */
    FRESHNESS;

    @JsonValue
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What came of it. */
  public enum State {
    USUAL,
    UNUSUAL,
    /** There is too little before the period to tell. */
    UNKNOWN;

    @JsonValue
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Watched unknown(Kind kind, String table, int periods, String reason) {
    return new Watched(kind, table, State.UNKNOWN, "", null, null, null, periods, reason);
  }
}
