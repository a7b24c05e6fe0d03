/**
 * Numbers as one locale writes them. Everything is worked out from integers, so that neither the
 * JDK's locale data nor floating point can change a byte.
 */
enum Num {
  /** {@code 1.234,56}. */
  GERMAN(".", ','),
  /** {@code 1,234.56}. */
  ENGLISH(",", '.'),
  /** {@code 1234,56}. */
  COMMA("", ','),
  /** {@code 1234.56}. */
  POINT("", '.');

  private final String group;
  private final char decimal;

  Num(String group, char decimal) {
    this.group = group;
    this.decimal = decimal;
  }

  String whole(long number) {
    var digits = new StringBuilder(Long.toString(Math.abs(number)));
    for (int i = digits.length() - 3; i > 0; i -= 3) {
      digits.insert(i, group);
    }
    return (number < 0 ? "-" : "") + digits;
  }

  String money(long cents) {
    return fixed(cents, 2);
  }

  /** {@code scaled} divided by ten to the power of {@code decimals}. */
  String fixed(long scaled, int decimals) {
    long unit = power(decimals);
    String rest = Long.toString(unit + Math.abs(scaled) % unit).substring(1);
    String sign = scaled < 0 && scaled / unit == 0 ? "-" : "";
    return sign + whole(scaled / unit) + (decimals == 0 ? "" : decimal + rest);
  }

  /** {@code part / whole}, rounded half up; 0 where there is nothing to divide by. */
  String ratio(long part, long whole, int decimals) {
    return fixed(scaled(part, whole, decimals), decimals);
  }

  /** {@code 12,34} for a part of the whole; the sign for percent is the caller's. */
  String percent(long part, long whole) {
    return ratio(100 * part, whole, 2);
  }

  private static long scaled(long part, long whole, int decimals) {
    return whole == 0 ? 0 : Math.floorDiv(2 * part * power(decimals) + whole, 2 * whole);
  }

  private static long power(int decimals) {
    long unit = 1;
    for (int i = 0; i < decimals; i++) {
      unit *= 10;
    }
    return unit;
  }
}
