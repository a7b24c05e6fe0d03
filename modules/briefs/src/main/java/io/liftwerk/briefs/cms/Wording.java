package io.liftwerk.briefs.cms;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** What text must be before any CMS sees it. */
final class Wording {
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final Pattern NOT_IN_SLUGS = Pattern.compile("[^a-z0-9]+");

  private Wording() {}

  /**
   * {@code text} without what no XML 1.0 document can hold (section 2.2: controls but tab and line
   * ends, halves of surrogate pairs, U+FFFE and U+FFFF), even as a reference.
   */
  static String legal(String text) {
    if (text.codePoints().allMatch(Wording::isLegal)) {
      return text;
    }
    var kept = new StringBuilder(text.length());
    text.codePoints().filter(Wording::isLegal).forEach(kept::appendCodePoint);
    return kept.toString();
  }

  private static boolean isLegal(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || c >= 0x20 && c < 0xD800
        || c >= 0xE000 && c < 0xFFFE
        || c >= 0x10000;
  }

  /** Legal, and on one line: line ends and runs of white space are one blank. */
  static String line(String text) {
    return BLANKS.matcher(legal(text)).replaceAll(" ").strip();
  }

  /** Legal, and white space as it flows: a run is one blank, those at the ends stay one. */
  static String flow(String text) {
    return BLANKS.matcher(legal(text)).replaceAll(" ");
  }

  /**
   * A name as part of an address: small Latin letters, digits and single hyphens; German umlauts
   * written out, other accents dropped. A name without any Latin letter or digit gets a short hash.
   */
  static String slug(String name) {
    String german =
        name.toLowerCase(Locale.ROOT)
            .replace("ä", "ae")
            .replace("ö", "oe")
            .replace("ü", "ue")
            .replace("ß", "ss");
    String plain = Normalizer.normalize(german, Normalizer.Form.NFKD).replaceAll("\\p{M}", "");
    String slug = NOT_IN_SLUGS.matcher(plain).replaceAll("-").replaceAll("^-+|-+$", "");
    return slug.isEmpty() ? "t-" + String.format(Locale.ROOT, "%08x", name.hashCode()) : slug;
  }
}
