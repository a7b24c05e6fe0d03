package io.liftwerk.ingest;

import io.liftwerk.ingest.Article.Heading;
import io.liftwerk.workspace.WorkbenchException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * Reads a Word document (DOCX: OOXML, ECMA-376) as an article: paragraphs, headings by their
 * styles, lists, and tables a row a line. What was deleted in tracked changes, hidden text and
 * fields' codes are no text that readers see.
 */
final class WordArticle {
  /** A part of the package that unpacks to more is no text. */
  static final long LARGEST_PART = 64L << 20;

  private static final String DOCUMENT = "word/document.xml";

  private WordArticle() {}

  /**
   * @param file named in refusals
   * @param content where its bytes lie
   * @throws WorkbenchException codes {@code document-broken}, {@code document-bomb}, or as XML is
   *     refused
   */
  static Article of(Path file, Path content) throws IOException {
    try (ZipFile zip = new ZipFile(content.toFile())) {
      ZipEntry document = zip.getEntry(DOCUMENT);
      if (document == null) {
        throw broken(file, null);
      }
      Map<String, String> about = about(file, zip);
      var body = new WordBody(levels(file, zip));
      try (XmlCursor cursor = open(file, zip, document)) {
        body.read(cursor);
      }
      List<Heading> headings = body.headings();
      String h1 =
          headings.stream()
              .filter(heading -> heading.level() == 1)
              .map(Heading::text)
              .findFirst()
              .orElse(null);
      String title = about.get("title");
      return new Article(
          title == null ? h1 : title,
          about.get("description"),
          about.get("language"),
          null,
          h1,
          PageMeta.day(about.get("created")),
          PageMeta.day(about.get("modified")),
          about.get("creator"),
          body.text(),
          headings,
          List.of(),
          null,
          null);
    } catch (ZipException e) {
      throw broken(file, e);
    }
  }

  private static XmlCursor open(Path file, ZipFile zip, ZipEntry entry) throws IOException {
    InputStream bytes = new Bounded(file, zip.getInputStream(entry));
    return new XmlCursor(file, new InputStreamReader(bytes, StandardCharsets.UTF_8), false);
  }

  /** Levels of headings, 1 to 6, by the id of their paragraph style. */
  private static Map<String, Integer> levels(Path file, ZipFile zip) throws IOException {
    var levels = new HashMap<String, Integer>();
    ZipEntry styles = zip.getEntry("word/styles.xml");
    if (styles == null) {
      return levels;
    }
    try (XmlCursor cursor = open(file, zip, styles)) {
      String style = "";
      for (XmlCursor.At at = cursor.next(); at != XmlCursor.At.DOCUMENT_END; at = cursor.next()) {
        if (at != XmlCursor.At.START) {
          continue;
        }
        XmlElement element = cursor.element();
        switch (element.local()) {
          case "style" -> style = WordBody.value(element, "styleId");
          case "name" -> name(levels, style, WordBody.value(element, "val"));
          case "outlineLvl" -> outline(levels, style, WordBody.value(element, "val"));
          default -> {
            // how a style looks is of no matter
          }
        }
      }
    }
    return levels;
  }

  private static void name(Map<String, Integer> levels, String style, String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.equals("title")) {
      levels.put(style, 1);
    } else if (lower.matches("heading [1-9]")) {
      levels.put(style, Math.min(6, lower.charAt(8) - '0'));
    }
  }

  private static void outline(Map<String, Integer> levels, String style, String level) {
    if (level.matches("[0-8]")) {
      levels.putIfAbsent(style, Math.min(6, level.charAt(0) - '0' + 1));
    }
  }

  /** What the package says about the document: title, creator, created, modified … */
  private static Map<String, String> about(Path file, ZipFile zip) throws IOException {
    var about = new HashMap<String, String>();
    ZipEntry core = zip.getEntry("docProps/core.xml");
    if (core == null) {
      return about;
    }
    try (XmlCursor cursor = open(file, zip, core)) {
      String name = "";
      for (XmlCursor.At at = cursor.next(); at != XmlCursor.At.DOCUMENT_END; at = cursor.next()) {
        if (at == XmlCursor.At.START) {
          name = cursor.element().local();
        } else if (at == XmlCursor.At.TEXT && !cursor.text().isBlank()) {
          about.merge(name, cursor.text().strip(), String::concat);
        }
      }
    }
    return about;
  }

  private static WorkbenchException broken(Path file, @Nullable Exception cause) {
    return new WorkbenchException(
        "document-broken",
        Refused.shown(file) + " is no Word document that can be opened; it seems to be damaged.",
        "Open it in a word processor and save it anew as DOCX.",
        cause);
  }

  /** Ends a part that unpacks without end, whatever its directory says. */
  private static final class Bounded extends FilterInputStream {
    private final Path file;
    private long left = LARGEST_PART;

    Bounded(Path file, InputStream in) {
      super(in);
      this.file = file;
    }

    @Override
    public int read() throws IOException {
      int one = super.read();
      count(one < 0 ? 0 : 1);
      return one;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      int read = super.read(bytes, from, length);
      count(Math.max(0, read));
      return read;
    }

    private void count(int read) {
      left -= read;
      if (left < 0) {
        throw new WorkbenchException(
            "document-bomb",
            Refused.shown(file)
                + " unpacks to more than "
                + (LARGEST_PART >> 20)
                + " MB of text and markup, which no document does.",
            "Open it in a word processor, and save what you need of it as a document of its own.");
      }
    }
  }
}
