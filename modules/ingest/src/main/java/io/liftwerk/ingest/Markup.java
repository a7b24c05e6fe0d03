package io.liftwerk.ingest;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/** Whether a text is markup, by its beginning. */
enum Markup {
  PAGE,
  XML,
  NONE;

  private static final Set<String> ROOTS = Set.of("urlset", "sitemapindex", "rss", "feed", "rdf");

  /**
   * @param name the file's, in lower case; it tells XML that does not say what it is
   */
  static Markup of(TextHead text, String name) {
    String start =
        new String(text.bytes(), 0, text.length(), StandardCharsets.UTF_8)
            .stripLeading()
            .toLowerCase(Locale.ROOT);
    boolean declared = start.startsWith("<?xml");
    String root = withoutProlog(start);
    if (root.startsWith("<!doctype html") || root.startsWith("<html")) {
      return PAGE;
    }
    String plain = name.replaceFirst("\\.gz$", "");
    boolean named = plain.endsWith(".xml") || plain.endsWith(".rss") || plain.endsWith(".atom");
    boolean begins = root.startsWith("<");
    return declared || (begins && (named || ROOTS.contains(local(root)))) ? XML : NONE;
  }

  /** What follows declarations, instructions and comments. */
  private static String withoutProlog(String text) {
    String rest = text;
    while (rest.startsWith("<?") || rest.startsWith("<!--")) {
      String end = rest.startsWith("<?") ? "?>" : "-->";
      int at = rest.indexOf(end);
      if (at < 0) {
        return rest;
      }
      rest = rest.substring(at + end.length()).stripLeading();
    }
    return rest;
  }

  private static String local(String tag) {
    String name = tag.substring(1).split("[\\s/>]", 2)[0];
    return name.substring(name.indexOf(':') + 1);
  }
}
