package io.liftwerk.text;

import java.util.List;

/**
 * Words of a text, and the form by which they are compared.
 *
 * <p>What is a word, after Unicode's Annex 29 with the ways of search terms:
 *
 * <ul>
 *   <li>letters, digits and their marks in a row; Korean and Arabic likewise
 *   <li>hyphen and underscore between two of them join: {@code t-shirt}, {@code one_two} are one
 *       word each; so does an apostrophe between letters ({@code levi's})
 *   <li>{@code &} joins if one side has at most two characters: {@code h&m}, {@code at&t}, but
 *       {@code hosen&jacken} are two
 *   <li>{@code + } behind a word belongs to it ({@code c++}, {@code disney+}), before one does not
 *       (the old sign of broad match), and between two it parts them; {@code #} belongs to a single
 *       letter before it ({@code c#})
 *   <li>between digits {@code . , / :} join ({@code 3,5}, {@code 24/7}, {@code 16:9}); between a
 *       word with letters and a letter the dot does ({@code booking.com}, {@code z.b})
 *   <li>an emoji is a word, sequences whole: families, flags, skin tones, keycaps
 *   <li>Chinese characters are words each, so that n-grams of them are the words of Chinese; kana
 *       stand together by kind; Thai is cut by the JDK's dictionary
 *   <li>everything else (currency, percent, quotes, dashes) parts words and is none
 * </ul>
 */
public final class Words {

  /**
   * A word in its place.
   *
   * @param text as it is written
   * @param folded as it is compared, see {@link #fold}
   * @param start place of its first character in the text, in UTF-16 units
   * @param end place behind its last
   */
  public record Word(String text, String folded, int start, int end) {}

  private Words() {}

  /** The words of {@code text} in their order; none for a text without any. */
  public static List<Word> of(String text) {
    return new WordScan(text).words();
  }

  /**
   * The form by which words are compared: compatibility forms gone (NFKC: full width, ligatures),
   * lower case whatever the locale (a Turkish dotless ı is an i, a final ς a σ), ß as ss, accents
   * and the dots of umlauts gone, apostrophes gone. Größe, größe and GRÖSSE are one, {@code
   * grosse}; so are, as a price, große and Größe. Marks of scripts where they are vowels stay.
   * Folding what is folded changes nothing.
   */
  public static String fold(String text) {
    return MatchKey.of(text);
  }

  /**
   * A weaker key of a folded word, for offering spellings as the same without taking them for it:
   * umlauts spelt out fall together with their letter (groesse and größe, but not the ue of neue or
   * quelle), and hyphens and underscores go (klettersteig-set and klettersteigset).
   */
  public static String loose(String folded) {
    return MatchKey.loose(folded);
  }
}
