package io.liftwerk.text;

import io.liftwerk.text.lookup.WordTable;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Words that names are made of, and words that stand where names do. A word is looked up in place,
 * without copying it: a table of ten million cells has as many words several times over.
 */
final class NameWords {
  /** A given name that is nothing else. */
  static final int GIVEN = 1;

  /** A given name that is also a word, a month, a town. */
  static final int GIVEN_OR_WORD = 1 << 1;

  /** A surname that is nothing else. */
  static final int SURNAME = 1 << 2;

  /** A surname that is also a trade, a colour, another word. */
  static final int SURNAME_OR_WORD = 1 << 3;

  /** Herr, Mrs, Familie; what the person is to somebody. */
  static final int ADDRESS = 1 << 4;

  static final int TITLE = 1 << 5;
  static final int GREETING = 1 << 6;
  static final int SIGN_OFF = 1 << 7;

  /** Ihr, Yours, i. A.: between the end of a letter and the name. */
  static final int CLOSING = 1 << 8;

  /** What stands before a colon and a name. */
  static final int LABEL = 1 << 9;

  /** Mein Name ist, called. */
  static final int NAMING = 1 << 10;

  static final int SAYING = 1 << 11;
  static final int KIN = 1 << 12;
  static final int ENGLISH = 1 << 13;
  static final int GERMAN = 1 << 14;
  static final int COMPANY = 1 << 15;
  static final int STREET = 1 << 16;

  /** Never part of a name. */
  static final int STOP = 1 << 17;

  /** von, de la. */
  static final int PARTICLE = 1 << 18;

  /** A given name or surname with a genitive's s. */
  static final int GENITIVE = 1 << 19;

  private static final List<String> PARTICLES =
      List.of(
          "von", "vom", "van", "zu", "zur", "zum", "de", "del", "della", "di", "da", "dos", "du",
          "der", "den", "dem", "des", "la", "le", "ten", "ter", "el", "al", "bin", "ben", "af",
          "av");

  private static final WordTable TABLE = new WordTable(16_384);
  private static final Set<String> BRANDS = new HashSet<>();

  static {
    read("given_names.txt", line -> names(line, GIVEN, GIVEN_OR_WORD));
    read("surnames.txt", line -> names(line, SURNAME, SURNAME_OR_WORD));
    PARTICLES.forEach(particle -> TABLE.add(particle, PARTICLE));
    read("words.txt", new Words());
    read("brands.txt", line -> BRANDS.add(Normalised.name(line)));
  }

  private NameWords() {}

  /** The classes a word is in, none for an unknown one. */
  static int of(String text, int start, int end) {
    return TABLE.get(text, start, end);
  }

  static boolean isParticle(String word) {
    return has(word, PARTICLE);
  }

  /** Whether {@code words} are nothing but particles and "und". */
  static boolean areParticles(String words) {
    for (String word : words.split("[\\s'’-]+", -1)) {
      if (!isParticle(word) && !word.equals("und")) {
        return false;
      }
    }
    return true;
  }

  static boolean isFormOfAddress(String word) {
    return has(word, ADDRESS | TITLE);
  }

  /** Whether a name may also be a word of a sentence. */
  static boolean isCommonWord(String word) {
    return has(word, GIVEN_OR_WORD | SURNAME_OR_WORD | STOP | ENGLISH | GERMAN);
  }

  /** Whether {@code name}, normalised, is a firm that is called like a person. */
  static boolean isBrand(String name) {
    return BRANDS.contains(name);
  }

  private static boolean has(String word, int classes) {
    return (of(word, 0, word.length()) & classes) != 0;
  }

  private static void names(String line, int certain, int also) {
    for (String word : line.split(" ")) {
      boolean ambiguous = word.endsWith("?");
      String name = ambiguous ? word.substring(0, word.length() - 1) : word;
      TABLE.add(name, ambiguous ? also : certain);
    }
  }

  /** Reads the lines of {@code words.txt} into the class that the last header named. */
  private static final class Words implements Consumer<String> {
    private int current;

    @Override
    public void accept(String line) {
      if (line.startsWith("[")) {
        current = bit(line.substring(1, line.length() - 1));
        return;
      }
      for (String word : line.split(" ")) {
        TABLE.add(word, current);
      }
    }

    private static int bit(String name) {
      return switch (name) {
        case "address" -> ADDRESS;
        case "title" -> TITLE;
        case "greeting" -> GREETING;
        case "signoff" -> SIGN_OFF;
        case "closing" -> CLOSING;
        case "label" -> LABEL;
        case "naming" -> NAMING;
        case "saying" -> SAYING;
        case "kin" -> KIN;
        case "english" -> ENGLISH;
        case "german" -> GERMAN;
        case "company" -> COMPANY;
        case "street" -> STREET;
        case "stop" -> STOP;
        default -> throw new IllegalStateException("no class of words is called " + name);
      };
    }
  }

  private static void read(String name, Consumer<String> lines) {
    InputStream stream = NameWords.class.getResourceAsStream(name);
    if (stream == null) {
      throw new IllegalStateException("missing from the program: " + name);
    }
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      for (@Nullable String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          lines.accept(line.strip());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
