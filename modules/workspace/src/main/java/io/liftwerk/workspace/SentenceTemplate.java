package io.liftwerk.workspace;

import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An English text with placeholders, and its counterpart with the same ones in any order. */
final class SentenceTemplate {
  private static final Pattern PLACEHOLDER =
      Pattern.compile("\\{(\\w+)(?:,(number|text|name|list|quoted))?}");
  private static final String NUMBER = "([-+]?\\d[\\d,]*(?:\\.\\d+)?(?:[eE][-+]?\\d+)?(?: %)?)";
  private static final Pattern QUOTED = Pattern.compile("'(.*?)'(?=, |$)", Pattern.DOTALL);

  /** How a value gets into the other language. */
  private enum Kind {
    WORDS,
    NUMBER,
    TEXT,
    NAME,
    LIST,
    QUOTED
  }

  private record Place(String name, Kind kind) {}

  /** A text that should have been known weighs more than its length: the match is likely wrong. */
  private static final int UNKNOWN = 100;

  private final List<Place> places = new ArrayList<>();
  private final String counterpart;
  private final Pattern shortest;
  private final Pattern longest;
  private final int telling;
  private String anchor = "";

  private SentenceTemplate(String english, String counterpart) {
    this.counterpart = counterpart;
    var regex = new StringBuilder();
    int letters = 0;
    int from = 0;
    Matcher place = PLACEHOLDER.matcher(english);
    while (place.find()) {
      letters += literal(regex, english.substring(from, place.start()));
      Kind kind =
          place.group(2) == null
              ? Kind.WORDS
              : Kind.valueOf(place.group(2).toUpperCase(Locale.ROOT));
      places.add(new Place(place.group(1), kind));
      regex.append(kind == Kind.NUMBER ? NUMBER : "(.*?)");
      from = place.end();
    }
    letters += literal(regex, english.substring(from));
    this.telling = letters;
    this.shortest = Pattern.compile(regex.toString(), Pattern.DOTALL);
    this.longest = Pattern.compile(regex.toString().replace("(.*?)", "(.*)"), Pattern.DOTALL);
  }

  /**
   * @throws IllegalArgumentException when the two do not have the same placeholders
   */
  static SentenceTemplate of(String english, String counterpart) {
    var template = new SentenceTemplate(english, counterpart);
    var wanted = template.places.stream().map(Place::name).sorted().toList();
    var given = PLACEHOLDER.matcher(counterpart).results().map(m -> m.group(1)).sorted().toList();
    if (!wanted.equals(given)) {
      throw new IllegalArgumentException("other placeholders: " + counterpart);
    }
    return template;
  }

  private int literal(StringBuilder regex, String text) {
    if (text.isEmpty()) {
      return 0;
    }
    regex.append(Pattern.quote(text));
    anchor = text.length() > anchor.length() ? text : anchor;
    return (int) text.chars().filter(Character::isLetter).count();
  }

  /** Letters that are not a value's. */
  int telling() {
    return telling;
  }

  /** Whether it only joins texts: it then means something only when those are known. */
  private boolean isGlue() {
    return telling < 2;
  }

  /** Cheap, and never wrong when it says no. */
  boolean mayMatch(String text) {
    return text.contains(anchor);
  }

  /** The ways to read {@code text}, at most two: a value may hold words of the template itself. */
  List<Matcher> matches(String text) {
    Matcher first = shortest.matcher(text);
    if (!first.matches()) {
      return List.of();
    }
    Matcher second = longest.matcher(text);
    return places.size() > 1 && second.matches() ? List.of(first, second) : List.of(first);
  }

  /** The counterpart with the values of {@code match}; null where it would only join unknowns. */
  SentenceBook.@Nullable Translation fill(Matcher match, SentenceBook book, Locale locale) {
    Map<String, String> values = new HashMap<>();
    int open = 0;
    for (int i = 0; i < places.size(); i++) {
      Place place = places.get(i);
      String value = match.group(i + 1);
      var known = place.kind() == Kind.TEXT ? book.known(value, locale) : null;
      if (known != null) {
        open += known.open();
      } else if (place.kind() == Kind.TEXT && !value.isEmpty()) {
        if (isGlue()) {
          return null;
        }
        open += UNKNOWN + value.length();
      } else if (place.kind() != Kind.NUMBER) {
        open += value.length();
      }
      values.put(place.name(), written(value, place.kind(), book, locale));
    }
    String text =
        PLACEHOLDER
            .matcher(counterpart)
            .replaceAll(place -> Matcher.quoteReplacement(values.getOrDefault(place.group(1), "")));
    return new SentenceBook.Translation(text, open);
  }

  private static String written(String value, Kind kind, SentenceBook book, Locale locale) {
    return switch (kind) {
      case WORDS -> value;
      case TEXT, NAME -> book.translated(value, locale);
      case NUMBER -> number(value, DecimalFormatSymbols.getInstance(locale));
      case LIST ->
          Arrays.stream(value.split("; "))
              .map(part -> book.translated(part, locale))
              .collect(Collectors.joining("; "));
      case QUOTED ->
          QUOTED
              .matcher(value)
              .replaceAll(word -> Matcher.quoteReplacement(book.translated(word.group(), locale)));
    };
  }

  /** The same digits with the locale's signs between them. */
  private static String number(String english, DecimalFormatSymbols signs) {
    var text = new StringBuilder();
    for (char c : english.toCharArray()) {
      text.append(
          switch (c) {
            case ',' -> signs.getGroupingSeparator();
            case '.' -> signs.getDecimalSeparator();
            default -> c;
          });
    }
    return text.toString();
  }
}
