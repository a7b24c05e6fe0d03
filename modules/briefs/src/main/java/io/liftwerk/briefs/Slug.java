package io.liftwerk.briefs;

import java.text.Normalizer;
import java.util.Locale;

/** The last part of an address: lower case letters, digits and hyphens. */
final class Slug {
  private static final int LONGEST = 60;

  private Slug() {}

  /** Umlauts spelt out; {@code text} where nothing is left. */
  static String of(String text) {
    String spelt =
        text.toLowerCase(Locale.ROOT)
            .replace("ä", "ae")
            .replace("ö", "oe")
            .replace("ü", "ue")
            .replace("ß", "ss");
    String plain =
        Normalizer.normalize(spelt, Normalizer.Form.NFKD)
            .replaceAll("\\p{M}", "")
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-+|-+$", "");
    if (plain.length() > LONGEST) {
      int cut = plain.lastIndexOf('-', LONGEST);
      plain = plain.substring(0, cut > 0 ? cut : LONGEST);
    }
    return plain.isEmpty() ? "text" : plain;
  }
}
