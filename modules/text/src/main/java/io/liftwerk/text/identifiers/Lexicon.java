package io.liftwerk.text.identifiers;

import io.liftwerk.text.lookup.ResourceLists;
import io.liftwerk.text.lookup.WordTable;

/** Words and the classes they are in, as bits; several words together are a phrase. */
final class Lexicon {
  static final int GIVEN = 1;
  static final int GIVEN_OR_WORD = 1 << 1;
  static final int SURNAME = 1 << 2;
  static final int SURNAME_OR_WORD = 1 << 3;
  static final int COUNTRY = 1 << 4;
  static final int REGION = 1 << 5;
  static final int CITY = 1 << 6;

  /** A place that is also a name or another word. */
  static final int PLACE_OR_WORD = 1 << 7;

  static final int NATION = 1 << 8;

  /** A German adjective of nationality or religion, without its ending. */
  static final int NATION_ADJECTIVE = 1 << 9;

  /** GmbH, Inc: ends a firm's name. */
  static final int LEGAL = 1 << 10;

  /** Technologies, Bank: part of a firm's name. */
  static final int FIRM = 1 << 11;

  static final int KNOWN_FIRM = 1 << 12;

  /** Street, gatan: behind a street's name. */
  static final int STREET = 1 << 13;

  /** Rue, Via: before it. */
  static final int STREET_FIRST = 1 << 14;

  static final int UNIT = 1 << 15;
  static final int MONTH = 1 << 16;
  static final int WEEKDAY = 1 << 17;
  static final int TITLE = 1 << 18;
  static final int KIN = 1 << 19;
  static final int SAY = 1 << 20;

  /** What persons do: lives, wrote. */
  static final int ACT = 1 << 21;

  static final int CALL = 1 << 22;
  static final int GREET = 1 << 23;

  /** What leads to a place: moved, based. */
  static final int MOVE = 1 << 24;

  /** What leads to a firm: works, CEO. */
  static final int EMPLOY = 1 << 25;

  static final int PROFESSION = 1 << 26;
  static final int ENGLISH = 1 << 27;
  static final int GERMAN = 1 << 28;

  /** An ordinary word, which at the start of a sentence is no name. */
  static final int COMMON = 1 << 29;

  /** The first word of a phrase. */
  static final int PHRASE = 1 << 30;

  /** von, de la. */
  static final int PARTICLE = 1 << 31;

  static final int PLACE = COUNTRY | REGION | CITY;
  static final int NAME = GIVEN | GIVEN_OR_WORD | SURNAME | SURNAME_OR_WORD;

  /** Words of the longest phrase. */
  static final int LONGEST = 4;

  private static final String[] ENDINGS = {"e", "er", "en", "es", "em"};
  private static final WordTable TABLE = new WordTable(65_536);
  private static final WordTable PHRASES = new WordTable(4096);

  static {
    ResourceLists.read("given_names.txt", (section, word) -> name(word, GIVEN, GIVEN_OR_WORD));
    ResourceLists.read("surnames.txt", (section, word) -> name(word, SURNAME, SURNAME_OR_WORD));
    ResourceLists.read("identifiers/names.txt", Lexicon::listed);
    ResourceLists.read("identifiers/places.txt", Lexicon::listed);
    ResourceLists.read("identifiers/words.txt", Lexicon::listed);
    for (String particle : NameRun.PARTICLES) {
      TABLE.add(particle, PARTICLE);
    }
    ResourceLists.read("languages.txt", (section, word) -> TABLE.add(word, COMMON));
  }

  private Lexicon() {}

  /** The classes of the word from {@code start} to before {@code end}, 0 for an unknown one. */
  static int of(char[] folded, int start, int end) {
    return TABLE.get(folded, start, end);
  }

  /** As {@link #of(char[], int, int)}, of a word that is hashed already. */
  static int of(long hash) {
    return TABLE.get(hash);
  }

  /** The classes of the words from {@code start} to before {@code end}, or 0. */
  static int phrase(char[] folded, int start, int end) {
    return PHRASES.get(folded, start, end);
  }

  private static void name(String word, int sure, int also) {
    boolean ambiguous = word.endsWith("?");
    add(ambiguous ? word.substring(0, word.length() - 1) : word, ambiguous ? also : sure);
  }

  private static void listed(String section, String word) {
    boolean ambiguous = word.endsWith("?");
    int bits = bits(section, ambiguous);
    if (bits != 0) {
      add(ambiguous ? word.substring(0, word.length() - 1) : word, bits);
    }
    if (section.equals("nationality-adjective")) {
      for (String ending : ENDINGS) {
        TABLE.add(word + ending, NATION_ADJECTIVE);
      }
    }
    // the plural stands in lower case too: the saudis
    if (section.equals("nationality") && word.indexOf('_') < 0 && !word.endsWith("s")) {
      TABLE.add(word + "s", NATION | NATION_ADJECTIVE);
    }
  }

  private static void add(String word, int bits) {
    boolean abbreviated = word.endsWith(".");
    String phrase = (abbreviated ? word.substring(0, word.length() - 1) : word).replace('_', ' ');
    if (phrase.indexOf(' ') < 0 && phrase.indexOf('.') < 0) {
      TABLE.add(phrase, bits);
      return;
    }
    PHRASES.add(phrase, bits);
    int first = 0;
    while (Character.isLetterOrDigit(phrase.charAt(first))) {
      first++;
    }
    TABLE.add(phrase.substring(0, first), PHRASE);
  }

  private static int bits(String section, boolean ambiguous) {
    return switch (section) {
      case "given" -> ambiguous ? GIVEN_OR_WORD : GIVEN;
      case "surname" -> ambiguous ? SURNAME_OR_WORD : SURNAME;
      case "country" -> ambiguous ? PLACE_OR_WORD : COUNTRY;
      case "region" -> ambiguous ? PLACE_OR_WORD : REGION;
      case "city" -> ambiguous ? PLACE_OR_WORD : CITY;
      case "nationality", "nationality-german" -> NATION;
      case "nationality-adjective" -> NATION_ADJECTIVE;
      case "legal" -> LEGAL;
      case "firm" -> FIRM;
      // a firm that is called like a thing is one only where something else says so
      case "known" -> ambiguous ? 0 : KNOWN_FIRM;
      case "street" -> STREET;
      case "street-first" -> STREET_FIRST;
      case "unit" -> UNIT;
      case "month" -> ambiguous ? MONTH | COMMON : MONTH;
      case "weekday" -> WEEKDAY;
      case "title" -> TITLE;
      case "kin" -> KIN;
      case "say" -> SAY;
      case "act" -> ACT;
      case "call" -> CALL;
      case "greet" -> GREET;
      case "move" -> MOVE;
      case "employ" -> EMPLOY;
      case "profession" -> PROFESSION;
      case "function-english" -> ENGLISH;
      case "function-german" -> GERMAN;
      case "common" -> COMMON;
      default -> throw new IllegalStateException("no class of words is called " + section);
    };
  }
}
