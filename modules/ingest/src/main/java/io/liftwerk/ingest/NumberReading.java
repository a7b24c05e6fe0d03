package io.liftwerk.ingest;

import io.liftwerk.workspace.Sql;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Numbers of one style, all with the same unit or all without.
 *
 * @param style separators
 * @param unit currency sign or code, {@code %}, or empty; the value keeps the number as written, so
 *     {@code 12,3 %} is 12.3
 * @param unitFirst whether the unit stands before the number
 * @param size digits and scale, measured over all values; null while only the style is in question
 */
record NumberReading(NumberStyle style, String unit, boolean unitFirst, @Nullable Size size)
    implements Reading {

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
  private static final String AROUND = "[ \\t\\x{A0}\\x{202F}\\x{2009}]*";
  private static final Pattern PARTS =
      Pattern.compile(
          "([^\\d\\s.,'%+\\-\\u2212\\u2019\\u00A0\\u202F]{1,3})?[\\s\\u00A0\\u202F]*"
              + "([-+\\u2212]?[\\s\\u00A0\\u202F]*[\\d.,'][\\d.,'\\u2019\\s\\u00A0\\u202FeE+-]*?)[\\s\\u00A0\\u202F]*"
              + "(%|[^\\d\\s.,'%+\\-\\u2212\\u2019\\u00A0\\u202F]{1,3})?");

  static NumberReading of(NumberStyle style, String unit, boolean unitFirst) {
    return new NumberReading(style, unit, unitFirst, null);
  }

  /** The unit in a value such as {@code € 1.234,56}; empty without one, null if it is no number. */
  static @Nullable NumberReading unitOf(String value) {
    Matcher parts = PARTS.matcher(value);
    if (!parts.matches()) {
      return null;
    }
    String before = parts.group(1);
    String after = parts.group(3);
    if (before != null && after != null) {
      return null;
    }
    String unit = before != null ? before : after == null ? "" : after;
    boolean plausible =
        unit.isEmpty()
            || unit.equals("%")
            || unit.matches("\\p{Sc}|[A-Z]{3}|[A-Z]{1,2}\\$|Fr\\.?|kr|zł");
    return plausible ? of(NumberStyle.PLAIN, unit, before != null) : null;
  }

  NumberReading withStyle(NumberStyle other) {
    return new NumberReading(other, unit, unitFirst, size);
  }

  NumberReading withSize(Size measured) {
    return new NumberReading(style, unit, unitFirst, measured);
  }

  boolean plain() {
    return unit.isEmpty() && style == NumberStyle.PLAIN;
  }

  /** Without unit and grouping signs. */
  boolean simple() {
    return unit.isEmpty() && !style.grouped();
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
    String number = whole ? style.wholeSample() : style.sample();
    if (unit.isEmpty()) {
      return number;
    }
    return unitFirst ? unit + " " + number : number + " " + unit;
  }

  @Override
  public boolean accepts(String value) {
    String rest = value;
    if (!unit.isEmpty()) {
      if (unitFirst ? !rest.startsWith(unit) && !signedUnit(rest) : !rest.endsWith(unit)) {
        return false;
      }
      rest = rest.replace(unit, "");
    }
    return Patterns.of(style.pattern()).matcher(Missing.strip(rest)).matches();
  }

  private boolean signedUnit(String value) {
    return value.startsWith("-" + unit) || value.startsWith("\u2212" + unit);
  }

  @Override
  public String fitsSql(String column) {
    // blanks around are part of the pattern: trimming every value costs more than matching it
    String matches =
        unit.isEmpty()
            ? "regexp_full_match("
                + column
                + ", "
                + Sql.literal(AROUND + style.pattern() + AROUND)
                + ")"
            : "regexp_full_match(" + bare(column) + ", " + Sql.literal(style.pattern()) + ")";
    if (!unit.isEmpty()) {
      String place =
          unitFirst
              ? "(starts_with("
                  + trimmed(column)
                  + ", "
                  + Sql.literal(unit)
                  + ") OR starts_with("
                  + trimmed(column)
                  + ", "
                  + Sql.literal("-" + unit)
                  + "))"
              : "ends_with(" + trimmed(column) + ", " + Sql.literal(unit) + ")";
      return "(" + place + " AND " + matches + ")";
    }
    // a pattern costs six times as much as writing the number back
    return unit.isEmpty()
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

  /** The digits with a decimal point, perhaps with blanks around: enough to measure them. */
  String digitsSql(String column) {
    return style.canonicalSql(unit.isEmpty() ? column : bare(column));
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

  /** Without unit and blanks around. */
  private String bare(String column) {
    return unit.isEmpty()
        ? trimmed(column)
        : trimmed("replace(" + column + ", " + Sql.literal(unit) + ", '')");
  }

  private static String trimmed(String sql) {
    return "trim(" + sql + ", " + Sql.literal(BLANKS) + ")";
  }

  @Override
  public String words() {
    return type() == ColumnType.INTEGER ? "whole numbers" : "numbers written " + format();
  }
}
