package io.liftwerk.ingest;

import java.util.List;
import java.util.regex.Pattern;

/**
 * How a column of a loaded table is kept: as text, or as a number or a day from which DuckDB writes
 * back exactly the characters that the file held. So nothing is lost, and reading ten million
 * numbers costs no cast.
 *
 * @param kind what is kept
 * @param scale digits behind the decimal sign, the same for every value; 0 but for {@code POINT}
 *     and {@code COMMA}
 */
record Storage(Kind kind, int scale) {

  /** What the values are kept as. */
  enum Kind {
    TEXT,
    WHOLE,
    POINT,
    COMMA,
    DAY
  }

  static final Storage TEXT = new Storage(Kind.TEXT, 0);

  private static final int MOST_DECIMALS = 6;
  private static final Pattern WHOLE = Pattern.compile("-?[1-9]\\d{0,17}|0");
  private static final Pattern FIXED =
      Pattern.compile("-?(?:0|[1-9]\\d{0,11})([.,])(\\d{1," + MOST_DECIMALS + "})");
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  /**
   * What some values of a column suggest; empty ones say nothing. Whether it holds for all of them
   * is for {@link #lostSql} to find out.
   */
  static Storage guess(List<String> values) {
    Storage all = null;
    for (String value : values) {
      Storage one = of(value);
      if (one.kind == Kind.TEXT || (all != null && !all.equals(one))) {
        return TEXT;
      }
      all = one;
    }
    return all == null ? TEXT : all;
  }

  private static Storage of(String value) {
    if (WHOLE.matcher(value).matches()) {
      return new Storage(Kind.WHOLE, 0);
    }
    var fixed = FIXED.matcher(value);
    if (fixed.matches()) {
      Kind kind = fixed.group(1).equals(".") ? Kind.POINT : Kind.COMMA;
      return new Storage(kind, fixed.group(2).length());
    }
    return DAY.matcher(value).matches() ? new Storage(Kind.DAY, 0) : TEXT;
  }

  boolean typed() {
    return kind != Kind.TEXT;
  }

  /** What is kept of {@code text}, a quoted column of text. */
  String keptSql(String text) {
    return switch (kind) {
      case TEXT -> text;
      case WHOLE -> "TRY_CAST(" + text + " AS BIGINT)";
      case POINT -> "TRY_CAST(" + text + " AS " + decimal() + ")";
      case COMMA -> "TRY_CAST(replace(" + text + ", ',', '.') AS " + decimal() + ")";
      case DAY -> "TRY_CAST(" + text + " AS DATE)";
    };
  }

  /** The text the file held, from what is kept. */
  String textSql(String kept) {
    return switch (kind) {
      case TEXT -> kept;
      case WHOLE, POINT, DAY -> "CAST(" + kept + " AS VARCHAR)";
      case COMMA -> "replace(CAST(" + kept + " AS VARCHAR), '.', ',')";
    };
  }

  /** True where what would be kept of {@code text} does not give {@code text} back. */
  String lostSql(String text) {
    return "("
        + text
        + " IS NOT NULL AND ("
        + textSql(keptSql(text))
        + " = "
        + text
        + ") IS NOT TRUE)";
  }

  /** Whether {@code reading} means the very values that are kept. */
  boolean means(Reading reading) {
    return switch (kind) {
      case TEXT -> false;
      case WHOLE -> reading instanceof NumberReading number && number.simple();
      case POINT -> reading instanceof NumberReading number && number.plain();
      case COMMA ->
          reading instanceof NumberReading number
              && number.unit().isEmpty()
              && number.style() == NumberStyle.PLAIN_COMMA;
      case DAY ->
          reading instanceof TemporalReading time
              && time.date() == Day.ISO
              && time.clock() == Clock.NONE;
    };
  }

  /** Whether the values kept are those that {@code reading}, measured, gives, type and all. */
  boolean gives(Reading reading) {
    if (!means(reading)) {
      return false;
    }
    if (!(reading instanceof NumberReading number)) {
      return true;
    }
    NumberReading.Size size = number.size();
    String type = kind == Kind.WHOLE ? "BIGINT" : decimal();
    return size != null && size.sqlType().equals(type);
  }

  private String decimal() {
    return "DECIMAL(18, " + scale + ")";
  }
}
