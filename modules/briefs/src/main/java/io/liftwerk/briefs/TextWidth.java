package io.liftwerk.briefs;

/**
 * Width of a text in Arial, as search results set titles and descriptions on a desktop.
 *
 * <p>Advance widths are those of Adobe's font metrics for Helvetica (Core 14 AFM, in thousandths of
 * the size), which Arial was drawn to match glyph by glyph; accents do not change a letter's width.
 * Titles are set in 20 px and descriptions in 14 px. Google states no limit, only that snippets are
 * cut "as needed, typically to fit the device width" (Search Central, "Control your snippets in
 * search results"); 580 px for a title and 920 px for a description are what fits its desktop
 * column of 600 px in one line and in two, measured by many who publish such tools.
 */
public final class TextWidth {
  /** Size of titles in pixels. */
  public static final int TITLE_SIZE = 20;

  /** Width from which titles are cut, in pixels. */
  public static final int TITLE_LIMIT = 580;

  /** Size of descriptions in pixels. */
  public static final int DESCRIPTION_SIZE = 14;

  /** Width from which descriptions are cut, in pixels. */
  public static final int DESCRIPTION_LIMIT = 920;

  /** From U+0020 to U+007E. */
  private static final int[] ASCII = {
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, //
    556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, //
    1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, //
    667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, //
    333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, //
    556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584
  };

  private static final int AVERAGE = 556;
  private static final int EM = 1000;

  private TextWidth() {}

  /** Width in pixels of {@code text} at a size in pixels, rounded. */
  public static int pixels(String text, int size) {
    long width = text.codePoints().mapToLong(TextWidth::of).sum();
    return (int) Math.round(width * size / (double) EM);
  }

  static Snippet title(String text) {
    return snippet(text, TITLE_SIZE, TITLE_LIMIT);
  }

  static Snippet description(String text) {
    return snippet(text, DESCRIPTION_SIZE, DESCRIPTION_LIMIT);
  }

  private static Snippet snippet(String text, int size, int limit) {
    return new Snippet(text, text.codePointCount(0, text.length()), pixels(text, size), limit);
  }

  private static int of(int c) {
    if (c >= 0x20 && c <= 0x7E) {
      return ASCII[c - 0x20];
    }
    return switch (c) {
      case 'ß' -> 611;
      case '–', '€', '§', '«', '»', '£' -> AVERAGE;
      case '—', '…', '™', 'Æ' -> EM;
      case '‘', '’', '‚' -> 222;
      case '“', '”', '„', '‹', '›', '·' -> 333;
      case '\u00A0', '\u202F' -> 278;
      case '°' -> 400;
      case '•' -> 350;
      case '×' -> 584;
      case '®', '©' -> 737;
      case 'æ' -> 889;
      case 'ø' -> 611;
      default -> composed(c);
    };
  }

  /**
   * A letter with an accent is as wide as the letter; of other scripts a digit's width is taken.
   */
  private static int composed(int c) {
    String parts =
        java.text.Normalizer.normalize(Character.toString(c), java.text.Normalizer.Form.NFD);
    int first = parts.codePointAt(0);
    if (Character.getType(c) == Character.NON_SPACING_MARK) {
      return 0;
    }
    return first != c && first <= 0x7E && first >= 0x20 ? ASCII[first - 0x20] : AVERAGE;
  }
}
