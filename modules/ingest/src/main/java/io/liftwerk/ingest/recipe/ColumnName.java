package io.liftwerk.ingest.recipe;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * What an export calls a column.
 *
 * @param text as it is compared, see {@link #fold}
 * @param pattern for the whole name; null where the name is {@code text} itself
 */
public record ColumnName(String text, @Nullable Pattern pattern) {
  private static final Pattern BLANKS = Pattern.compile("[\\s\\u00A0\\u202F\\uFEFF]+");

  /**
   * @param written the name, or {@code ~} and a regular expression
   * @throws IllegalArgumentException when the expression is none
   */
  @JsonCreator
  public static ColumnName of(String written) {
    if (!written.startsWith("~")) {
      return new ColumnName(fold(written), null);
    }
    try {
      Pattern pattern =
          Pattern.compile(written.substring(1), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
      return new ColumnName(written, pattern);
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(written + ": " + e.getDescription(), e);
    }
  }

  /** Lower case, one blank where any number of any kind stands, none around, plain apostrophes. */
  public static String fold(String name) {
    String blanks = BLANKS.matcher(name).replaceAll(" ").strip().replace('\u2019', '\'');
    return Normalizer.normalize(blanks, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
  }
}
