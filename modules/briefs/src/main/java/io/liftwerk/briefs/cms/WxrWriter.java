package io.liftwerk.briefs.cms;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * WordPress eXtended RSS 1.2, as WordPress' own export writes it. There is no language of a post in
 * it: it is carried as a field ({@link WordPressMeta#LANGUAGE}), since a taxonomy of languages
 * exists only where a plugin made one, and the importer reports every term of a taxonomy that it
 * does not know as failed. The written file is read back by {@link WxrReader} before it is given
 * away.
 */
final class WxrWriter {
  private static final DateTimeFormatter SQL_DATE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter RSS_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss '+0000'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final String NO_DATE = "0000-00-00 00:00:00";

  /** No site is asked for, and the importer needs an address to compare links with. */
  private static final String SITE = "https://liftwerk.invalid";

  /** Everything up to the channel's first field. */
  private static final String HEAD = Resources.text("wxr-head.txt");

  private WxrWriter() {}

  static CmsFile write(CmsPost post) {
    String text = document(post);
    WxrReader.Document read = WxrReader.read(text);
    if (read.posts().size() != 1
        || !read.posts().get(0).content().equals(Gutenberg.content(post))) {
      throw new IllegalStateException("the file does not hold the post");
    }
    var notes = new ArrayList<>(CmsNotes.of(post));
    if (post.date() == null) {
      notes.add(
          "The draft has no date, by which WordPress' importer knows a post again: importing the"
              + " file twice makes two drafts.");
    }
    return new CmsFile(text, notes);
  }

  private static String document(CmsPost post) {
    var out = new StringBuilder();
    out.append(HEAD);
    plain(out, "title", "Liftwerk");
    plain(out, "link", SITE);
    plain(out, "description", "");
    rssDate(out, post.date());
    plain(out, "language", post.language());
    plain(out, "wp:wxr_version", "1.2");
    plain(out, "wp:base_site_url", SITE);
    plain(out, "wp:base_blog_url", SITE);
    author(out, post.author());
    terms(out, post);
    plain(out, "generator", "https://liftwerk.invalid/");
    item(out, post);
    return out.append("</channel>\n</rss>\n").toString();
  }

  private static void author(StringBuilder out, String author) {
    if (author.isEmpty()) {
      return;
    }
    out.append("<wp:author>\n");
    plain(out, "wp:author_id", "1");
    cdata(out, "wp:author_login", Wording.slug(author));
    cdata(out, "wp:author_email", "");
    cdata(out, "wp:author_display_name", author);
    cdata(out, "wp:author_first_name", "");
    cdata(out, "wp:author_last_name", "");
    out.append("</wp:author>\n");
  }

  private static void terms(StringBuilder out, CmsPost post) {
    int id = 1;
    for (String category : post.categories()) {
      out.append("<wp:category>\n");
      plain(out, "wp:term_id", String.valueOf(id++));
      cdata(out, "wp:category_nicename", Wording.slug(category));
      cdata(out, "wp:category_parent", "");
      cdata(out, "wp:cat_name", category);
      out.append("</wp:category>\n");
    }
    for (String tag : post.tags()) {
      out.append("<wp:tag>\n");
      plain(out, "wp:term_id", String.valueOf(id++));
      cdata(out, "wp:tag_slug", Wording.slug(tag));
      cdata(out, "wp:tag_name", tag);
      out.append("</wp:tag>\n");
    }
  }

  private static void item(StringBuilder out, CmsPost post) {
    out.append("<item>\n");
    cdata(out, "title", Gutenberg.line(post.title()));
    plain(out, "link", SITE + "/" + post.slug() + "/");
    rssDate(out, post.date());
    cdata(out, "dc:creator", post.author().isEmpty() ? "" : Wording.slug(post.author()));
    out.append("<guid").append(attribute("isPermaLink", "false")).append('>');
    out.append(escaped("urn:liftwerk:" + post.id())).append("</guid>\n");
    plain(out, "description", "");
    cdata(out, "content:encoded", Gutenberg.content(post));
    cdata(out, "excerpt:encoded", Gutenberg.line(post.excerpt()));
    plain(out, "wp:post_id", "1");
    String date = post.date() == null ? NO_DATE : SQL_DATE.format(post.date());
    cdata(out, "wp:post_date", date);
    cdata(out, "wp:post_date_gmt", date);
    cdata(out, "wp:comment_status", "closed");
    cdata(out, "wp:ping_status", "closed");
    cdata(out, "wp:post_name", post.slug());
    cdata(out, "wp:status", "draft");
    plain(out, "wp:post_parent", "0");
    plain(out, "wp:menu_order", "0");
    cdata(out, "wp:post_type", "post");
    cdata(out, "wp:post_password", "");
    plain(out, "wp:is_sticky", "0");
    assigned(out, "category", post.categories());
    assigned(out, "post_tag", post.tags());
    post.wordPressMeta()
        .forEach(
            (key, value) -> {
              out.append("<wp:postmeta>\n");
              cdata(out, "wp:meta_key", key);
              cdata(out, "wp:meta_value", value);
              out.append("</wp:postmeta>\n");
            });
    out.append("</item>\n");
  }

  private static void assigned(StringBuilder out, String domain, List<String> names) {
    for (String name : names) {
      out.append("<category").append(attribute("domain", domain));
      out.append(attribute("nicename", Wording.slug(name))).append('>');
      out.append(section(name)).append("</category>\n");
    }
  }

  private static String attribute(String name, String value) {
    return " " + name + "=\"" + value + "\"";
  }

  private static void rssDate(StringBuilder out, @Nullable Instant date) {
    if (date != null) {
      plain(out, "pubDate", RSS_DATE.format(date));
    }
  }

  private static void plain(StringBuilder out, String tag, String value) {
    element(out, tag, escaped(value));
  }

  private static void cdata(StringBuilder out, String tag, String value) {
    element(out, tag, section(value));
  }

  private static void element(StringBuilder out, String tag, String xml) {
    out.append('<').append(tag).append('>').append(xml).append("</").append(tag).append(">\n");
  }

  /** {@code ]]>} would end the section: it is parted between two. */
  private static String section(String value) {
    return "<![CDATA[" + Wording.legal(value).replace("]]>", "]]]]><![CDATA[>") + "]]>";
  }

  private static String escaped(String value) {
    return Wording.legal(value).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
