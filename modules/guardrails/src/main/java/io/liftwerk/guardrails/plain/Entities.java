package io.liftwerk.guardrails.plain;

import org.jsoup.parser.Parser;

/** HTML's ways of writing a character: {@code &#105;}, {@code &#x69;}, {@code &auml;}. */
final class Entities {
  private static final int LONGEST = 12;

  private Entities() {}

  static View decoded(String text, int from, int to) {
    var view = new View.Builder(to - from);
    decode(text, from, to, view);
    return view.view();
  }

  /** Adds the text between two places, its entities as the characters they stand for. */
  static void decode(String text, int from, int to, View.Builder view) {
    int done = from;
    for (int i = text.indexOf('&', from); i >= 0 && i < to; i = text.indexOf('&', i + 1)) {
      int end = text.indexOf(';', i);
      if (end > i + 1 && end < to && end - i <= LONGEST) {
        String entity = text.substring(i, end + 1);
        String characters = Parser.unescapeEntities(entity, false);
        if (!characters.equals(entity)) {
          Folding.fold(text, done, i, view);
          int start = i;
          characters.codePoints().forEach(c -> Folding.add(c, start, end + 1, view));
          done = end + 1;
          i = end;
        }
      }
    }
    Folding.fold(text, done, to, view);
  }
}
