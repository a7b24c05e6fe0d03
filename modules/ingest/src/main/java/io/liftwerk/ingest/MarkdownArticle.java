package io.liftwerk.ingest;

import io.liftwerk.workspace.Json;
import java.util.List;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Reads a Markdown text (CommonMark), or one without any marks, as an article. */
final class MarkdownArticle {
  /** Deeper quotations and lists than anybody writes are taken for text. */
  private static final int DEEPEST = 50;

  /** A first line as long as this is no title. */
  private static final int LONGEST_TITLE = 150;

  private MarkdownArticle() {}

  static Article of(String markdown) {
    FrontMatter front = FrontMatter.of(markdown);
    Parser parser = Parser.builder().maxOpenBlockParsers(DEEPEST).build();
    String html = HtmlRenderer.builder().build().render(parser.parse(front.body()));
    Document page = Jsoup.parseBodyFragment(html);
    String schemaOrg = PageMeta.of(page).schemaOrg();
    List<Element> anchors = page.select("a[href]");
    HiddenText.remove(page);
    Element content = page.body();
    Element heading = content.selectFirst("h1");
    String h1 = heading == null ? null : PlainText.line(heading);
    String title = front.first("title");
    String canonical = front.first("canonical", "canonical_url", "canonicalURL", "url");
    return new Article(
        title == null ? h1 : title,
        front.first("description", "excerpt", "summary"),
        front.first("language", "lang", "locale"),
        canonical,
        h1,
        PageMeta.day(front.first("published", "date", "publishDate", "pubDate")),
        PageMeta.day(front.first("updated", "modified", "lastmod", "last_modified")),
        front.first("author", "authors"),
        PlainText.of(content),
        PageArticle.headings(content),
        PageArticle.links(anchors, content, PageArticle.host(canonical)),
        schemaOrg,
        front.values().isEmpty() ? null : Json.write(front.values()));
  }

  /** A text without marks; a short first line above a blank one is its title. */
  static Article ofPlain(String text) {
    String body = text.strip();
    List<String> lines = body.lines().toList();
    boolean titled =
        lines.size() > 1
            && lines.get(1).isBlank()
            && lines.getFirst().strip().length() <= LONGEST_TITLE;
    return new Article(
        titled ? lines.getFirst().strip() : null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        body,
        List.of(),
        List.of(),
        null,
        null);
  }
}
