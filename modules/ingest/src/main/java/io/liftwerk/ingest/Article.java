package io.liftwerk.ingest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An article as it was read. What the file does not say is null.
 *
 * @param title as search results show it
 * @param description as search results show it
 * @param language as stated, for example {@code de} or {@code de-AT}
 * @param canonical its address
 * @param h1 the heading readers see first
 * @param published day ({@code yyyy-MM-dd}) where it is written as one, else as stated
 * @param modified the same, of the latest change
 * @param author names, with commas between
 * @param text what readers see without navigation, one paragraph, heading or list item a line
 * @param headings of the text, in its order
 * @param links of the whole page, in its order
 * @param schemaOrg JSON-LD as found, a JSON array with one element a block
 * @param frontMatter JSON object of the front matter
 */
record Article(
    @Nullable String title,
    @Nullable String description,
    @Nullable String language,
    @Nullable String canonical,
    @Nullable String h1,
    @Nullable String published,
    @Nullable String modified,
    @Nullable String author,
    String text,
    List<Heading> headings,
    List<Link> links,
    @Nullable String schemaOrg,
    @Nullable String frontMatter) {

  /**
   * @param level 1 to 6
   */
  record Heading(int level, String text) {}

  /**
   * @param href as the page writes it
   * @param anchor its text, or that of its picture
   * @param internal whether it stays on the site; null when the page does not say where it lives
   * @param content whether it stands in the text rather than in navigation around it
   */
  record Link(String href, String anchor, @Nullable Boolean internal, boolean content) {}

  /** Reads {@code source}, the text of a {@linkplain DocumentFormat#isPlain plain} format. */
  static Article of(DocumentFormat format, String source) {
    return switch (format) {
      case HTML -> PageArticle.of(source);
      case MARKDOWN -> MarkdownArticle.of(source);
      case TEXT -> MarkdownArticle.ofPlain(source);
      case PDF, DOCX -> throw new IllegalArgumentException(format.label());
    };
  }

  /** Words: whatever stands between blanks and holds a letter or a digit. */
  long words() {
    long words = 0;
    boolean inside = false;
    boolean counted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      inside = !Character.isWhitespace(c) && c != '\u00A0' && c != '\u202F';
      counted &= inside;
      if (inside && !counted && Character.isLetterOrDigit(c)) {
        words++;
        counted = true;
      }
    }
    return words;
  }
}
