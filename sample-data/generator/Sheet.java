import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** A delimited file in the making: quotes what needs it and fails on what cannot be encoded. */
final class Sheet {
  private static final DateTimeFormatter GERMAN =
      DateTimeFormatter.ofPattern("dd.MM.yyyy", Locale.ROOT);

  private final StringBuilder text = new StringBuilder();
  private final char delimiter;
  private final String lineEnd;
  private final boolean quoteAll;

  Sheet(char delimiter, String lineEnd) {
    this(delimiter, lineEnd, false);
  }

  private Sheet(char delimiter, String lineEnd, boolean quoteAll) {
    this.delimiter = delimiter;
    this.lineEnd = lineEnd;
    this.quoteAll = quoteAll;
  }

  /** A sheet that quotes every cell, needed or not. */
  static Sheet quoting(char delimiter, String lineEnd) {
    return new Sheet(delimiter, lineEnd, true);
  }

  /** A line that is no row: a title, a footer, nothing at all. */
  Sheet line(String line) {
    text.append(line).append(lineEnd);
    return this;
  }

  /** The lines of another sheet. */
  Sheet append(Sheet other) {
    text.append(other.text);
    return this;
  }

  Sheet row(String... cells) {
    return row(List.of(cells));
  }

  Sheet row(List<String> cells) {
    for (int i = 0; i < cells.size(); i++) {
      if (i > 0) {
        text.append(delimiter);
      }
      text.append(quoted(cells.get(i)));
    }
    text.append(lineEnd);
    return this;
  }

  private String quoted(String cell) {
    boolean plain =
        !quoteAll
            && cell.indexOf(delimiter) < 0
            && cell.indexOf('"') < 0
            && cell.indexOf('\n') < 0
            && cell.indexOf('\r') < 0;
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }

  byte[] bytes(Charset charset) {
    byte[] bytes = text.toString().getBytes(charset);
    if (!new String(bytes, charset).contentEquals(text)) {
      throw new IllegalStateException("a character does not exist in " + charset);
    }
    return bytes;
  }

  byte[] utf8() {
    return bytes(StandardCharsets.UTF_8);
  }

  /** With the byte order mark that some exports begin with. */
  byte[] withMark(Charset charset) {
    text.insert(0, '\ufeff');
    return bytes(charset);
  }

  /** UTF-8 whose last line has no end. */
  byte[] withoutLastLineEnd() {
    text.setLength(text.length() - lineEnd.length());
    return utf8();
  }

  /** {@code 1.234,56}. */
  static String euros(long cents) {
    return String.format(Locale.GERMANY, "%,.2f", BigDecimal.valueOf(cents, 2));
  }

  /** {@code 1.234}. */
  static String whole(long number) {
    return String.format(Locale.GERMANY, "%,d", number);
  }

  /** {@code 31.12.2025}. */
  static String day(LocalDate day) {
    return GERMAN.format(day);
  }
}
