package io.liftwerk.text;

import io.liftwerk.text.ColumnKind.Content;
import java.util.Locale;

/**
 * How much a single value of a column looks like a person's name, by its words alone.
 *
 * @param content given name with surname, either alone, or other
 * @param certain whether a word of it is a name and nothing else
 * @param words how many words it has
 */
record NameLook(Content content, boolean certain, int words) {
  private static final int NEVER =
      NameWords.STOP | NameWords.COMPANY | NameWords.STREET | NameWords.NAMING;
  private static final int ANY_GIVEN = NameWords.GIVEN | NameWords.GIVEN_OR_WORD;
  private static final int ANY_SURNAME = NameWords.SURNAME | NameWords.SURNAME_OR_WORD;
  private static final int AROUND = NameWords.TITLE | NameWords.ADDRESS;

  static NameLook of(String value) {
    NameTokens tokens = new NameTokens(value);
    int words = tokens.count();
    if (words == 0 || words > 6 || value.length() > 60 || !isPlain(value)) {
      return new NameLook(Content.OTHER, false, words);
    }
    int given = 0;
    int certainGiven = 0;
    int surnames = 0;
    int others = 0;
    for (int i = 0; i < words; i++) {
      if (tokens.is(i, NameWords.PARTICLE | AROUND) && words > 1) {
        continue;
      }
      if (tokens.is(i, NEVER) && !tokens.is(i, NameWords.GIVEN | NameWords.SURNAME)) {
        return new NameLook(Content.OTHER, false, words);
      }
      boolean written = tokens.isCapital(i) || tokens.isInitial(i) || isLowerAll(value);
      if (!written) {
        return new NameLook(Content.OTHER, false, words);
      }
      if (tokens.is(i, NameWords.GIVEN)) {
        certainGiven++;
        given++;
      } else if (tokens.is(i, ANY_GIVEN)) {
        given++;
      } else if (tokens.is(i, ANY_SURNAME)) {
        surnames++;
      } else if (!tokens.isInitial(i)) {
        others++;
      }
    }
    Content content = content(value, given, certainGiven, surnames, others);
    return new NameLook(content, certainGiven > 0 || tokens.any(NameWords.SURNAME), words);
  }

  private static Content content(
      String value, int given, int certainGiven, int surnames, int others) {
    int all = given + surnames + others;
    if (all == 1) {
      return surnames == 1 ? Content.LAST_NAME : given == 1 ? Content.FIRST_NAME : Content.OTHER;
    }
    if (all > 4 || NameWords.isBrand(Normalised.name(value))) {
      return Content.OTHER;
    }
    if (given == all) {
      // Anna Maria, but also Peter Paul, whose surname is one of the given names
      return all == 2 && certainGiven == 2 && value.indexOf('-') < 0
          ? Content.FULL_NAME
          : Content.FIRST_NAME;
    }
    boolean known = certainGiven > 0 || (given > 0 && surnames > 0);
    return known && others + surnames <= 2 ? Content.FULL_NAME : Content.OTHER;
  }

  /** Letters and the signs of names, nothing else. */
  private static boolean isPlain(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (!Character.isLetter(c) && " .,-'’\u00A0".indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLowerAll(String value) {
    return value.equals(value.toLowerCase(Locale.ROOT));
  }
}
