package io.liftwerk.ingest;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The forms in which articles come. Only files named so are documents. */
enum DocumentFormat {
  HTML("HTML"),
  MARKDOWN("Markdown"),
  TEXT("Text"),
  PDF("PDF"),
  DOCX("DOCX");

  private static final Map<String, DocumentFormat> ENDINGS =
      Map.of(
          "html",
          HTML,
          "htm",
          HTML,
          "xhtml",
          HTML,
          "md",
          MARKDOWN,
          "markdown",
          MARKDOWN,
          "txt",
          TEXT,
          "pdf",
          PDF,
          "docx",
          DOCX);

  private final String label;

  DocumentFormat(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }

  /** By the file's name; null when it is not a document's. */
  static @Nullable DocumentFormat named(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    String plain = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
    return ENDINGS.get(plain.substring(plain.lastIndexOf('.') + 1));
  }

  /** Whether it is a text that a reader could open as such; else the text has to be taken out. */
  boolean isPlain() {
    return this != PDF && this != DOCX;
  }

  /**
   * Whether a file so named, which begins like this, is one: many a table is called {@code .txt}.
   */
  boolean takes(TextHead text, Markup markup) {
    return switch (this) {
      case HTML, MARKDOWN -> true;
      case TEXT -> markup == Markup.NONE && Prose.is(text);
      case PDF, DOCX -> false;
    };
  }
}
