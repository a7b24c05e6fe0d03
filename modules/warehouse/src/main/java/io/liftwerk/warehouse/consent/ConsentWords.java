package io.liftwerk.warehouse.consent;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a cell of a consent column: yes and no in the words of exports, what a CRM writes as legal
 * basis, or the moment at which consent was given. What it does not know it says to be unclear:
 * nothing is guessed to be a yes.
 */
final class ConsentWords {

  /** What a cell says. */
  enum Meaning {
    YES,
    NO,
    /** Nobody has asked, or nothing was answered. */
    NOTHING,
    /** Asked, and not yet confirmed. */
    PENDING,
    /** A legal basis that is not consent. */
    OTHER_BASIS,
    UNCLEAR
  }

  /**
   * A cell, understood.
   *
   * @param moment when it was so, where the cell is a moment
   */
  record Read(Meaning meaning, @Nullable Instant moment) {
    private static Read of(Meaning meaning) {
      return new Read(meaning, null);
    }
  }

  private static final String FILE = "/io/liftwerk/warehouse/consent/words.txt";

  /** What each text means, by the kind of text. */
  private static final Map<String, Map<String, Meaning>> WORDS = words();

  /** Yes and no that answer whatever the column asks. */
  private static final Map<String, Meaning> ANSWERS = kind("answers");

  /** Words that say by themselves what was decided. */
  private static final Map<String, Meaning> STATES = kind("states");

  /** States of somebody who has not objected. */
  private static final Map<String, Meaning> SUBSCRIBED = kind("subscribed");

  /** Beginnings of legal bases, after which a CRM says more. */
  private static final Map<String, Meaning> BEGINNINGS = kind("beginnings");

  private static final Pattern ISO =
      Pattern.compile(
          "(\\d{4})-(\\d{2})-(\\d{2})(?:[T ](\\d{2}):(\\d{2})(?::(\\d{2})(?:\\.\\d+)?)?"
              + "\\s*(?:Z|UTC|([+-])(\\d{2}):?(\\d{2})?)?)?");

  private static final Pattern DOTTED =
      Pattern.compile(
          "(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})(?:,? (\\d{1,2}):(\\d{2})(?::(\\d{2}))?(?: Uhr)?)?");

  /** Day or month first: that it is a moment is certain, which one is not. */
  private static final Pattern SLASHED =
      Pattern.compile("\\d{1,2}/\\d{1,2}/\\d{4}(?: .*)?|\\d{4}/\\d{1,2}/\\d{1,2}(?: .*)?");

  private static final Read UNCLEAR = Read.of(Meaning.UNCLEAR);

  private ConsentWords() {}

  private static Map<String, Meaning> kind(String name) {
    return Map.copyOf(Objects.requireNonNull(WORDS.get(name)));
  }

  /** Reads the file: a kind and a meaning in brackets, then their texts. */
  private static Map<String, Map<String, Meaning>> words() {
    var kinds = new HashMap<String, Map<String, Meaning>>();
    Map<String, Meaning> words = new HashMap<>();
    Meaning meaning = Meaning.UNCLEAR;
    for (String line : file().lines().toList()) {
      if (line.startsWith("[")) {
        String[] head = line.substring(1, line.length() - 1).split(" ");
        words = kinds.computeIfAbsent(head[0], kind -> new HashMap<>());
        meaning = Meaning.valueOf(head[1].toUpperCase(Locale.ROOT));
      } else if (!line.isBlank() && !line.startsWith("#")) {
        if (words.put(plain(line), meaning) != null) {
          throw new IllegalStateException(line);
        }
      }
    }
    return kinds;
  }

  private static String file() {
    try (InputStream in = Objects.requireNonNull(ConsentWords.class.getResourceAsStream(FILE))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a cell of a column of opt-outs says, not blank: a yes is an objection. */
  static Read optOut(String cell) {
    Read moment = moment(cell.strip());
    if (moment != null) {
      return moment;
    }
    String text = plain(cell);
    Meaning answer = ANSWERS.get(text);
    if (answer != null) {
      return Read.of(answer);
    }
    Meaning state = SUBSCRIBED.containsKey(text) ? Meaning.NO : STATES.get(text);
    return switch (state) {
      case null -> UNCLEAR;
      case NO -> Read.of(SUBSCRIBED.containsKey(text) ? Meaning.NO : Meaning.YES);
      case NOTHING -> Read.of(Meaning.NOTHING);
      case YES, PENDING, OTHER_BASIS, UNCLEAR -> UNCLEAR;
    };
  }

  /** What a cell of a column of consents says, not blank. */
  static Read read(String cell) {
    Read moment = moment(cell.strip());
    if (moment != null) {
      return moment;
    }
    return cell.indexOf(';') < 0 ? phrase(cell) : several(cell);
  }

  /** A list of legal bases: consent among them is enough. */
  private static Read several(String cell) {
    Meaning found = Meaning.NOTHING;
    for (String part : cell.split(";")) {
      Meaning meaning = part.isBlank() ? Meaning.NOTHING : phrase(part).meaning();
      switch (meaning) {
        case NO, UNCLEAR, PENDING -> {
          return UNCLEAR;
        }
        case YES -> found = Meaning.YES;
        case OTHER_BASIS -> found = found == Meaning.YES ? found : Meaning.OTHER_BASIS;
        case NOTHING -> {
          // says nothing beside the others
        }
      }
    }
    return Read.of(found);
  }

  private static Read phrase(String cell) {
    String text = plain(cell);
    for (Map<String, Meaning> words : List.of(ANSWERS, STATES, SUBSCRIBED)) {
      Meaning known = words.get(text);
      if (known != null) {
        return Read.of(known);
      }
    }
    return BEGINNINGS.entrySet().stream()
        .filter(beginning -> text.startsWith(beginning.getKey() + " "))
        .map(beginning -> Read.of(beginning.getValue()))
        .findFirst()
        .orElse(UNCLEAR);
  }

  /** Lower case, composed, one blank for what joins words. */
  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("(?<=[\\p{L})])[\\s\\u00a0\\u202f_'’–—-]+(?=[\\p{L}(])", " ")
        .strip();
  }

  private static @Nullable Read moment(String cell) {
    if (cell.length() < 8 || !Character.isDigit(cell.charAt(0))) {
      return null;
    }
    Matcher iso = ISO.matcher(cell);
    Matcher dotted = DOTTED.matcher(cell);
    try {
      if (iso.matches()) {
        return given(at(iso, 1, 2, 3).minusSeconds(offset(iso)));
      }
      if (dotted.matches()) {
        return given(at(dotted, 3, 2, 1));
      }
    } catch (DateTimeException e) {
      // 31.02.: written as a moment, and none
      return UNCLEAR;
    }
    return SLASHED.matcher(cell).matches() ? Read.of(Meaning.YES) : null;
  }

  private static Read given(Instant moment) {
    return new Read(Meaning.YES, moment);
  }

  private static Instant at(Matcher match, int year, int month, int day) {
    LocalDate date = LocalDate.of(number(match, year), number(match, month), number(match, day));
    LocalTime time = LocalTime.of(number(match, 4), number(match, 5), number(match, 6));
    return date.atTime(time).toInstant(ZoneOffset.UTC);
  }

  private static int offset(Matcher iso) {
    int seconds = number(iso, 8) * 3600 + number(iso, 9) * 60;
    return "-".equals(iso.group(7)) ? -seconds : seconds;
  }

  private static int number(Matcher match, int group) {
    String digits = match.group(group);
    return digits == null ? 0 : Integer.parseInt(digits);
  }
}
