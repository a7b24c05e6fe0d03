package io.liftwerk.ingest;

import io.liftwerk.workspace.Sql;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Numbers of one style, all with the same unit or all without.
 *
 * @param style separators
 * @param unit currency sign or code, {@code %}, or empty; the value keeps the number as written, so
 *     {@code 12,3 %} is 12.3
 * @param unitFirst whether the unit stands before the number
 * @param negative how numbers below zero are marked, besides a minus before them
 * @param size digits and scale, measured over all values; null while only the style is in question
 */
record NumberReading(
    NumberStyle style, String unit, boolean unitFirst, Negative negative, @Nullable Size size)
    implements Reading {

  /** How bookkeeping marks a number below zero. */
  enum Negative {
    /** {@code -1,234.50}. */
    MINUS("", ""),
    /** {@code (1,234.50)}. */
    BRACKETS("(", ")"),
    /** {@code 1.234,50-}. */
    MINUS_BEHIND("", "-");

    private final String before;
    private final String behind;

    Negative(String before, String behind) {
      this.before = before;
      this.behind = behind;
    }

    String sample(String number) {
      return before + number + behind;
    }
  }

  /**
   * How much room the numbers need.
   *
   * @param whole most digits before the decimal sign
   * @param scale most digits behind it
   * @param power whether some are written with an exponent
   * @param grouped whether some have a grouping sign
   * @param foreign whether characters beyond ASCII occur, such as another minus or no-break blanks
   */
  record Size(int whole, int scale, boolean power, boolean grouped, boolean foreign) {
    boolean floating() {
      return power || (whole + scale > 18 && scale > 8) || whole + scale > 38;
    }

    String sqlType() {
      if (floating()) {
        return "DOUBLE";
      }
      if (scale == 0) {
        return "BIGINT";
      }
      return "DECIMAL(" + (whole + scale <= 18 ? 18 : 38) + ", " + scale + ")";
    }
  }

  /** Most digits behind the decimal sign that the short check is made for. */
  static final int SHORT_SCALE = 9;

  private static final int USUAL_SCALE = 6;
  private static final String BLANKS = " \t\u00A0\u202F\u2009";
  private static final String B = "[ \\t\\x{A0}\\x{202F}\\x{2009}]*";
  private static final String ONE = "[ \\x{A0}]?";
  private static final String MINUS = "[-\\x{2212}]";
  private static final String UNIT = "%|[\\p{L}\\p{Sc}]{1,4}\\.?";
  private static final Pattern PARTS =
      Pattern.compile(
          "[-+\\u2212( \\u00A0\\u202F\\u2009]*(?<before>"
              + UNIT
              + ")?[-+\\u2212( \\u00A0\\u202F\\u2009]*[\\d.,](?:[-+\\d.,'\\u2019eE"
              + " \\u00A0\\u202F\\u2009]*\\d)?[.,)\\u2212 \\u00A0\\u202F\\u2009-]*(?<after>"
              + UNIT
              + ")?[)\\u2212 \\u00A0\\u202F\\u2009-]*");

  static NumberReading of(NumberStyle style, String unit, boolean unitFirst) {
    return new NumberReading(style, unit, unitFirst, Negative.MINUS, null);
  }

  /** The unit in a value such as {@code € 1.234,56}; empty without one, null if it is no number. */
  static @Nullable NumberReading unitOf(String value) {
    Matcher parts = PARTS.matcher(value);
    if (!parts.matches()) {
      return null;
    }
    String before = parts.group("before");
    String after = parts.group("after");
    if (before != null && after != null) {
      return null;
    }
    String unit = before != null ? before : after == null ? "" : after;
    boolean plausible =
        unit.isEmpty() || (unit.equals("%") && before == null) || Currencies.known(unit);
    return plausible ? of(NumberStyle.PLAIN, unit, before != null) : null;
  }

  NumberReading withStyle(NumberStyle other) {
    return new NumberReading(other, unit, unitFirst, negative, size);
  }

  NumberReading withNegative(Negative other) {
    return new NumberReading(style, unit, unitFirst, other, size);
  }

  NumberReading withSize(Size measured) {
    return new NumberReading(style, unit, unitFirst, negative, measured);
  }

  /** Whether the text is what DuckDB itself would write. */
  boolean plain() {
    return simple() && style == NumberStyle.PLAIN;
  }

  /** Without unit, grouping signs and marks of bookkeeping. */
  boolean simple() {
    return unit.isEmpty() && !style.grouped() && negative == Negative.MINUS;
  }

  /** The code of ISO 4217 of the unit; null where there is none or several countries use it. */
  @Nullable String currency() {
    return Currencies.code(unit);
  }

  @Override
  public ColumnType type() {
    return size != null && size.scale() == 0 && !size.power() && unit.isEmpty()
        ? ColumnType.INTEGER
        : ColumnType.DECIMAL;
  }

  @Override
  public String format() {
    boolean whole = size != null && size.scale() == 0 && !size.power();
    String number = negative.sample(whole ? style.wholeSample() : style.sample());
    if (unit.isEmpty()) {
      return number;
    }
    return unitFirst ? unit + " " + number : number + " " + unit;
  }

  @Override
  public boolean accepts(String value) {
    var shape = new Shape(style, unit, unitFirst, negative);
    return COMPILED
        .computeIfAbsent(shape, missing -> Pattern.compile(pattern()))
        .matcher(Missing.strip(value))
        .matches();
  }

  /** What the pattern depends on. */
  private record Shape(NumberStyle style, String unit, boolean unitFirst, Negative negative) {}

  private static final Map<Shape, Pattern> COMPILED = new ConcurrentHashMap<>();

  @Override
  public List<Reading> wider(String value) {
    if (negative != Negative.MINUS) {
      return List.of();
    }
    return Stream.of(Negative.BRACKETS, Negative.MINUS_BEHIND)
        .map(this::withNegative)
        .filter(reading -> reading.accepts(value))
        .map(Reading.class::cast)
        .toList();
  }

  @Override
  public boolean clashesWith(Reading other) {
    return other instanceof NumberReading theirs && style.clashesWith(theirs.style);
  }

  /** The whole value, without blanks around. */
  private String pattern() {
    String number = style.pattern();
    String digits = style.unsigned();
    String sign = unit.replaceAll("[.$]", "\\\\$0");
    String usual =
        unit.isEmpty()
            ? number
            : unitFirst
                ? "(?:" + sign + B + number + "|" + MINUS + sign + ONE + digits + ")"
                : "(?:" + number + B + sign + ")";
    return switch (negative) {
      case MINUS -> usual;
      case BRACKETS -> "(?:" + usual + "|" + bracketed(sign, digits) + ")";
      case MINUS_BEHIND -> "(?:" + usual + "|" + behind(sign, digits) + ")";
    };
  }

  private String bracketed(String sign, String digits) {
    String bare = "\\(" + B + digits + B + "\\)";
    if (unit.isEmpty()) {
      return bare;
    }
    return unitFirst
        ? "\\(" + B + sign + B + digits + B + "\\)|" + sign + B + bare
        : "\\(" + B + digits + B + sign + B + "\\)|" + bare + B + sign;
  }

  private String behind(String sign, String digits) {
    String bare = digits + B + MINUS;
    if (unit.isEmpty()) {
      return bare;
    }
    return unitFirst ? sign + B + bare : bare + B + sign + "|" + digits + B + sign + B + MINUS;
  }

  @Override
  public String fitsSql(String column) {
    // blanks around are part of the pattern: trimming every value costs more than matching it
    String matches = "regexp_full_match(" + column + ", " + Sql.literal(B + pattern() + B) + ")";
    // a pattern costs six times as much as writing the number back
    return unit.isEmpty() && negative == Negative.MINUS
        ? "CASE WHEN " + shortSql(column, USUAL_SCALE) + " THEN true ELSE " + matches + " END"
        : matches;
  }

  /**
   * True for the numbers that are the beginning of what DuckDB writes for them with {@code scale}
   * digits behind the sign; others, rightly written or not, are for the pattern to judge.
   */
  String shortSql(String column, int scale) {
    if (scale == 0) {
      return "(CAST(TRY_CAST("
          + column
          + " AS BIGINT) AS VARCHAR) = "
          + column
          + " AND length("
          + column
          + ") <= 18)";
    }
    boolean comma = style.decimal() == ',';
    String point = comma ? "replace(" + column + ", ',', '.')" : column;
    String written = "CAST(TRY_CAST(" + point + " AS DECIMAL(18, " + scale + ")) AS VARCHAR)";
    // most columns write all numbers with the same digits: equal is the quicker question
    return "(CASE WHEN "
        + written
        + " = "
        + point
        + " THEN true ELSE starts_with("
        + written
        + ", "
        + point
        + ") AND NOT ends_with("
        + point
        + ", '.') END"
        + (comma ? " AND NOT contains(" + column + ", '.')" : "")
        + ")";
  }

  /** A condition that is true for numbers marked as negative by anything but a minus before. */
  String negativeSql(String column) {
    return negative == Negative.BRACKETS
        ? "contains(" + column + ", ')')"
        : "regexp_matches(" + column + ", " + Sql.literal("\\d.*" + MINUS + "[^\\d]*$") + ")";
  }

  /** The digits with a decimal point, perhaps with blanks around: enough to measure them. */
  String digitsSql(String column) {
    boolean digitsOnly = unit.isEmpty() && negative == Negative.MINUS;
    return style.canonicalSql(digitsOnly ? column : bare(column));
  }

  @Override
  public String valueSql(String column) {
    Size room = size == null ? new Size(12, 6, true, true, true) : size;
    String text = canonicalSql(column);
    String cast = "TRY_CAST(" + text + " AS " + room.sqlType() + ")";
    // words such as 'nan' and 'inf' are numbers to a floating-point cast
    return room.floating()
        ? "CASE WHEN regexp_matches(" + column + ", '[0-9]') THEN " + cast + " END"
        : cast;
  }

  /** The number as text that DuckDB's own cast reads. */
  String canonicalSql(String column) {
    Size room = size;
    boolean asIs = unit.isEmpty() && room != null && !room.foreign();
    String text = asIs && plain() ? column : bare(column);
    if (room == null || room.grouped() || style.decimal() == ',') {
      text = style.canonicalSql(text);
    }
    return asIs ? text : "replace(" + text + ", '\u2212', '-')";
  }

  /** Without unit and blanks around, the minus before the digits. */
  private String bare(String column) {
    String text = column;
    if (unitFirst) {
      // the blank of '-€ 5,00' would stay behind the minus
      text = without(without(text, unit + ' '), unit + '\u00A0');
    }
    text = trimmed(unit.isEmpty() ? text : without(text, unit));
    return switch (negative) {
      case MINUS -> text;
      case BRACKETS -> front(text, "^\\(" + B + "(.*?)" + B + "\\)$");
      case MINUS_BEHIND -> front(text, "^(.*?)" + B + MINUS + "$");
    };
  }

  private static String without(String sql, String removed) {
    return "replace(" + sql + ", " + Sql.literal(removed) + ", '')";
  }

  private static String front(String sql, String pattern) {
    return "regexp_replace(" + sql + ", " + Sql.literal(pattern) + ", '-\\1')";
  }

  private static String trimmed(String sql) {
    return "trim(" + sql + ", " + Sql.literal(BLANKS) + ")";
  }

  @Override
  public String words() {
    return type() == ColumnType.INTEGER ? "whole numbers" : "numbers written " + format();
  }
}
