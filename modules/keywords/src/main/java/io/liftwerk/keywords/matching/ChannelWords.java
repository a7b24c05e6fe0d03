package io.liftwerk.keywords.matching;

import io.liftwerk.keywords.account.Channel;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A text cut into the words a channel compares. Upper and lower case are alike everywhere, accents
 * and umlauts are not folded anywhere (Google says so; of the others nothing is documented, and to
 * fold would claim more than they promise).
 *
 * <ul>
 *   <li>Google (help 2453972 and the older page on symbols): the ampersand and accents count, full
 *       stops and hyphens are ignored ("Fifth Ave." is "Fifth Ave"), other signs separate.
 *   <li>Microsoft (help 51014): the very words in their order; signs separate.
 *   <li>Amazon: negatives also keep away close variants, which are plurals
 *       (help.adlabs.app/en/articles/33): English plurals in -s, -es and -ies are taken for their
 *       singular. German plurals are compared as they are written.
 * </ul>
 */
public final class ChannelWords {
  private ChannelWords() {}

  /** The words of {@code text} as {@code channel} compares them, in their order. */
  public static List<String> of(Channel channel, String text) {
    String folded = Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    var words = new ArrayList<String>();
    var word = new StringBuilder();
    for (int i = 0; i < folded.length(); ) {
      int c = folded.codePointAt(i);
      i += Character.charCount(c);
      if (counts(c)) {
        word.appendCodePoint(c);
      } else if (isApostrophe(c) && !word.isEmpty()) {
        word.append('\'');
      } else if (!isIgnored(channel, c)) {
        end(channel, word, words);
      }
    }
    end(channel, word, words);
    return List.copyOf(words);
  }

  private static void end(Channel channel, StringBuilder word, List<String> words) {
    while (!word.isEmpty() && word.charAt(word.length() - 1) == '\'') {
      word.setLength(word.length() - 1);
    }
    if (!word.isEmpty()) {
      words.add(channel == Channel.AMAZON ? singular(word.toString()) : word.toString());
      word.setLength(0);
    }
  }

  /** Letters and digits of any script, what is combined with them, ampersands and emoji. */
  private static boolean counts(int c) {
    if (Character.isLetterOrDigit(c) || c == '&') {
      return true;
    }
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK,
          Character.COMBINING_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.OTHER_SYMBOL,
          Character.MODIFIER_SYMBOL ->
          c > 127;
      case Character.FORMAT -> c == 0x200D || c == 0x200C;
      default -> false;
    };
  }

  private static boolean isApostrophe(int c) {
    return c == '\'' || c == 0x2019;
  }

  private static boolean isIgnored(Channel channel, int c) {
    return channel == Channel.GOOGLE && (c == '.' || c == '-' || c == 0x2010 || c == 0x2011);
  }

  private static String singular(String word) {
    int length = word.length();
    if (length > 4 && word.endsWith("ies")) {
      return word.substring(0, length - 3) + "y";
    }
    if (length > 4 && word.matches(".*(ss|sh|ch|x|z)es")) {
      return word.substring(0, length - 2);
    }
    if (length > 3 && word.endsWith("s") && !word.matches(".*(ss|us|is|'s)")) {
      return word.substring(0, length - 1);
    }
    return word;
  }
}
