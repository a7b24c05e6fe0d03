package io.liftwerk.scoring;

import io.liftwerk.workspace.WorkbenchException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A condition on a column, as a user writes it: {@code country = DE}, {@code employees >= 50},
 * {@code source in webinar, fair}, {@code phone is filled}.
 *
 * @param values one, several for {@code IN}, none for {@code EMPTY} and {@code FILLED}
 */
public record SegmentRule(String column, Comparison comparison, List<String> values) {

  /** What a column is held against. */
  public enum Comparison {
    AT_LEAST(">="),
    AT_MOST("<="),
    NOT("!="),
    IS("="),
    MORE(">"),
    LESS("<"),
    CONTAINS("contains"),
    IN("in"),
    EMPTY("is empty"),
    FILLED("is filled");

    private final String written;

    Comparison(String written) {
      this.written = written;
    }

    /** As a user writes it. */
    public String written() {
      return written;
    }

    private boolean isAlone() {
      return this == EMPTY || this == FILLED;
    }
  }

  private static final Pattern SHAPE =
      Pattern.compile(
          "(?i)\\s*(?:\"(?<quoted>[^\"]+)\"|(?<plain>.+?))"
              + "(?:\\s*(?<sign>>=|<=|!=|<>|==|=|>|<)\\s*(?<value>.*)"
              + "|\\s+(?<word>contains|in)\\s+(?<words>.+)"
              + "|\\s+(?<alone>is\\s+empty|is\\s+filled))\\s*",
          Pattern.DOTALL);

  public SegmentRule {
    values = List.copyOf(values);
  }

  /**
   * Reads a rule; a column whose name holds one of the signs stands in quotes.
   *
   * @throws WorkbenchException code {@code segment-rule}
   */
  public static SegmentRule parse(String text) {
    Matcher matcher = SHAPE.matcher(text);
    if (!matcher.matches()) {
      throw unreadable(text);
    }
    String quoted = matcher.group("quoted");
    String column = quoted == null ? matcher.group("plain").strip() : quoted;
    @Nullable String alone = matcher.group("alone");
    if (alone != null) {
      boolean empty = alone.toLowerCase(java.util.Locale.ROOT).endsWith("empty");
      return new SegmentRule(column, empty ? Comparison.EMPTY : Comparison.FILLED, List.of());
    }
    @Nullable String word = matcher.group("word");
    if (word != null) {
      String values = matcher.group("words").strip();
      return word.equalsIgnoreCase("in")
          ? new SegmentRule(column, Comparison.IN, List.of(values.split("\\s*,\\s*")))
          : new SegmentRule(column, Comparison.CONTAINS, List.of(values));
    }
    String value = matcher.group("value").strip();
    if (value.isEmpty()) {
      throw unreadable(text);
    }
    return new SegmentRule(column, comparison(matcher.group("sign")), List.of(value));
  }

  private static Comparison comparison(String sign) {
    return switch (sign) {
      case ">=" -> Comparison.AT_LEAST;
      case "<=" -> Comparison.AT_MOST;
      case "!=", "<>" -> Comparison.NOT;
      case ">" -> Comparison.MORE;
      case "<" -> Comparison.LESS;
      default -> Comparison.IS;
    };
  }

  private static WorkbenchException unreadable(String text) {
    return new WorkbenchException(
        "segment-rule",
        "'%s' is no rule.".formatted(text),
        "Write a column, a comparison and a value, for example \"employees >= 50\", \"source in"
            + " fair, webinar\" or \"country is filled\".");
  }

  /** As a user writes it. */
  @Override
  public String toString() {
    return column
        + " "
        + comparison.written()
        + (comparison.isAlone() ? "" : " " + String.join(", ", values));
  }
}
