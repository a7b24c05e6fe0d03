package io.liftwerk.briefs.cms;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A post's text in WordPress' own blocks: HTML whose comments tell the block editor what is a
 * heading, a paragraph, a list. An editor finds a text of blocks, not one block of old markup; a
 * site without the block editor shows the same HTML and its readers see no comment. The markup is
 * what blocks of WordPress 6.1 save, which later versions take over by themselves.
 *
 * <p>A citation is a raised number that leads to its source, and sources stand at the end, each a
 * paragraph with an anchor: WordPress' own footnotes are there from 6.3 on only, and neither WXR
 * nor REST carries them in the text.
 */
final class Gutenberg {
  private Gutenberg() {}

  static String content(CmsPost post) {
    String body = post.body().stream().map(Gutenberg::block).collect(Collectors.joining("\n\n"));
    if (post.sources().isEmpty()) {
      return body;
    }
    var out = new StringBuilder(body).append("\n\n").append(heading(2, post.sourcesHeading()));
    for (int i = 0; i < post.sources().size(); i++) {
      out.append("\n\n").append(source(i + 1, post.sources().get(i)));
    }
    return out.toString();
  }

  /**
   * A title or an excerpt: WordPress shows these as HTML too, and cleans what an author sends as
   * such.
   */
  static String line(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static String block(Block block) {
    return switch (block) {
      case Block.Heading heading -> heading(heading.level(), heading.text());
      case Block.Paragraph paragraph -> paragraph("", spans(paragraph.spans()));
      case Block.Listing list -> listing(list);
    };
  }

  private static String heading(int level, String text) {
    String attributes = level == 2 ? "" : "{\"level\":" + level + "} ";
    String tag = "h" + level;
    return wrapped("heading", attributes, element(tag, "", text(text)));
  }

  private static String paragraph(String attributes, String html) {
    return wrapped("paragraph", "", element("p", attributes, html));
  }

  private static String listing(Block.Listing list) {
    String items =
        list.items().stream()
            .map(item -> wrapped("list-item", "", element("li", "", spans(item))))
            .collect(Collectors.joining("\n\n"));
    return list.ordered()
        ? wrapped("list", "{\"ordered\":true} ", element("ol", "", items))
        : wrapped("list", "", element("ul", "", items));
  }

  /** A block: its HTML between two comments. */
  private static String wrapped(String block, String attributes, String html) {
    return "<!-- wp:" + block + " " + attributes + "-->\n" + html + "\n<!-- /wp:" + block + " -->";
  }

  private static String element(String tag, String attributes, String html) {
    return "<" + tag + attributes + ">" + html + "</" + tag + ">";
  }

  private static String source(int number, Source source) {
    String title = text(source.title());
    String named =
        source.url() == null
            ? title
            : "<a href=\"" + attribute(source.url()) + "\">" + title + "</a>";
    String place = source.place().isEmpty() ? "" : " – " + text(source.place());
    return paragraph(" id=\"source-" + number + "\"", bracketed(number) + " " + named + place);
  }

  private static String spans(List<Span> spans) {
    return spans.stream().map(Gutenberg::span).collect(Collectors.joining()).strip();
  }

  private static String span(Span span) {
    return switch (span) {
      case Span.Text text -> text(text.text());
      case Span.Strong strong -> "<strong>" + text(strong.text()) + "</strong>";
      case Span.Link link ->
          "<a href=\"" + attribute(link.url()) + "\">" + text(link.text()) + "</a>";
      case Span.Citation citation ->
          "<sup><a href=\"#source-"
              + citation.source()
              + "\">"
              + bracketed(citation.source())
              + "</a></sup>";
    };
  }

  private static String bracketed(int number) {
    return text("[" + number + "]");
  }

  /**
   * A square bracket is written as a reference, so that no word of a text is taken for a shortcode,
   * and with three digits, as WordPress itself writes it when it cleans what an author sends.
   */
  private static String text(String text) {
    return line(text).replace("[", "&#091;").replace("]", "&#093;");
  }

  private static String attribute(String url) {
    return text(url).replace("\"", "&quot;").replace("'", "&#039;");
  }
}
