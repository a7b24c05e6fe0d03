package io.liftwerk.briefs.cms;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * CommonMark with YAML front matter, as Hugo, Jekyll, Astro and Eleventy read it. Citations are
 * footnotes ({@code [^1]}), which CommonMark leaves to its extensions and all of these know.
 * Whatever could be markup in a text, or a template's ({@code {{ … }}}), is escaped.
 */
final class MarkdownWriter {
  private static final Pattern ACTIVE = Pattern.compile("[\\\\`*_\\[\\]{}<>&~|$]");
  private static final Pattern STARTS = Pattern.compile("^(#|\\+|-|=|:|%|>)");
  private static final Pattern NUMBERED = Pattern.compile("^(\\d{1,9})([.)])");

  private MarkdownWriter() {}

  static String write(CmsPost post) {
    var out = new StringBuilder();
    frontMatter(out, post);
    out.append(body(post));
    return out.toString();
  }

  private static void frontMatter(StringBuilder out, CmsPost post) {
    out.append("---\n");
    field(out, "title", post.title());
    field(out, "slug", post.slug());
    field(out, "lang", post.language());
    if (post.date() != null) {
      field(out, "date", post.date().toString());
    }
    out.append("draft").append(": true\n");
    field(out, "author", post.author());
    field(out, "description", post.description());
    field(out, "excerpt", post.excerpt());
    list(out, "categories", post.categories());
    list(out, "tags", post.tags());
    map(out, "hreflang", post.hreflang());
    list(out, "jsonld", post.jsonLd().stream().map(JsonLd::text).toList());
    map(out, "meta", post.meta());
    field(out, "liftwerk_id", post.id());
    out.append("---\n\n");
  }

  private static void field(StringBuilder out, String name, String value) {
    if (!value.isEmpty()) {
      out.append(name).append(": ").append(Yaml.quoted(value)).append('\n');
    }
  }

  private static void list(StringBuilder out, String name, List<String> values) {
    if (!values.isEmpty()) {
      out.append(name).append(":\n");
      values.forEach(value -> out.append("  - ").append(Yaml.quoted(value)).append('\n'));
    }
  }

  private static void map(StringBuilder out, String name, Map<String, String> values) {
    if (!values.isEmpty()) {
      out.append(name).append(":\n");
      values.forEach(
          (key, value) ->
              out.append("  ")
                  .append(Yaml.quoted(key))
                  .append(": ")
                  .append(Yaml.quoted(value))
                  .append('\n'));
    }
  }

  /** The text alone, with its footnotes. */
  static String body(CmsPost post) {
    var out = new StringBuilder();
    for (Block block : post.body()) {
      switch (block) {
        case Block.Heading heading ->
            out.append("#".repeat(heading.level())).append(' ').append(escaped(heading.text()));
        case Block.Paragraph paragraph -> out.append(spans(paragraph.spans()));
        case Block.Listing list -> listing(out, list);
      }
      out.append("\n\n");
    }
    for (int i = 0; i < post.sources().size(); i++) {
      out.append("[^").append(i + 1).append("]: ");
      out.append(footnote(post.sources().get(i))).append('\n');
    }
    return out.toString().stripTrailing() + "\n";
  }

  private static void listing(StringBuilder out, Block.Listing list) {
    int number = 1;
    for (List<Span> item : list.items()) {
      out.append(number > 1 ? "\n" : "");
      out.append(list.ordered() ? number + ". " : "- ").append(spans(item));
      number++;
    }
  }

  private static String footnote(Source source) {
    String named =
        source.url() == null
            ? escaped(source.title())
            : "[" + escaped(source.title()) + "](" + target(source.url()) + ")";
    return source.place().isEmpty() ? named : named + " – " + escaped(source.place());
  }

  private static String spans(List<Span> spans) {
    String line = spans.stream().map(MarkdownWriter::span).collect(Collectors.joining()).strip();
    return started(line);
  }

  private static String span(Span span) {
    return switch (span) {
      case Span.Text text -> inline(text.text());
      // emphasis cannot begin or end at a blank
      case Span.Strong strong ->
          strong.text().isBlank() ? " " : "**" + inline(strong.text().strip()) + "**";
      case Span.Link link -> "[" + inline(link.text()) + "](" + target(link.url()) + ")";
      case Span.Citation citation -> "[^" + citation.source() + "]";
    };
  }

  /** In angle brackets, so that brackets and blanks in it cannot end it. */
  private static String target(String url) {
    return "<" + url.replace("<", "%3C").replace(">", "%3E").replace("\\", "%5C") + ">";
  }

  private static String escaped(String text) {
    // a # at the end of a heading would be taken for its closing mark
    return started(inline(text)).replaceAll("(#+)$", "\\\\$1");
  }

  private static String inline(String text) {
    return ACTIVE.matcher(text).replaceAll("\\\\$0");
  }

  /** What would begin a block at the start of a line. */
  private static String started(String line) {
    if (line.startsWith("**")) {
      return line;
    }
    String plain = STARTS.matcher(line).replaceFirst("\\\\$1");
    return NUMBERED.matcher(plain).replaceFirst("$1\\\\$2");
  }
}
