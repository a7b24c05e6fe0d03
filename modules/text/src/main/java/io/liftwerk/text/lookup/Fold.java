package io.liftwerk.text.lookup;

import java.text.Normalizer;
import java.util.Locale;

/** Ways of writing the same word: case, accents, umlauts spelt out. */
public final class Fold {
  private static final int TABLE = 0x250;
  private static final char[] BASE = new char[TABLE];

  static {
    for (char c = 0; c < TABLE; c++) {
      String plain = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD);
      BASE[c] = Character.toLowerCase(plain.charAt(0));
    }
    BASE['ß'] = 's';
    BASE['ø'] = 'o';
    BASE['Ø'] = 'o';
    BASE['ł'] = 'l';
    BASE['Ł'] = 'l';
    BASE['đ'] = 'd';
    BASE['Đ'] = 'd';
    BASE['æ'] = 'a';
    BASE['Æ'] = 'a';
    BASE['ı'] = 'i';
  }

  private Fold() {}

  /** {@code c} in lower case without its accent; one character for one, so that places stay. */
  public static char of(char c) {
    return c < TABLE ? BASE[c] : Character.toLowerCase(c);
  }

  /** {@code text}, each character folded. */
  public static String of(CharSequence text) {
    char[] folded = new char[text.length()];
    for (int i = 0; i < folded.length; i++) {
      folded[i] = of(text.charAt(i));
    }
    return new String(folded);
  }

  /** Lower case, umlauts and ligatures spelt out ({@code ä} as {@code ae}), other accents gone. */
  public static String spelt(CharSequence text) {
    String composed =
        isAscii(text) ? text.toString() : Normalizer.normalize(text, Normalizer.Form.NFKC);
    StringBuilder spelt = new StringBuilder(composed.length() + 4);
    for (int i = 0; i < composed.length(); i++) {
      char c = Character.toLowerCase(composed.charAt(i));
      switch (c) {
        case 'ä', 'æ' -> spelt.append("ae");
        case 'ö', 'œ', 'ø' -> spelt.append("oe");
        case 'ü' -> spelt.append("ue");
        case 'ß' -> spelt.append("ss");
        case 'å' -> spelt.append("aa");
        case 'þ' -> spelt.append("th");
        default -> spelt.append(of(c));
      }
    }
    return spelt.toString();
  }

  public static boolean isAscii(CharSequence text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 127) {
        return false;
      }
    }
    return true;
  }

  public static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
