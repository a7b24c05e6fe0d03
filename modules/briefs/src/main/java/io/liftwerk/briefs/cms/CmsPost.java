package io.liftwerk.briefs.cms;

import com.fasterxml.jackson.databind.JsonNode;
import io.liftwerk.workspace.WorkbenchException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A text as a CMS takes it: always a draft until somebody publishes it. Texts hold no markup; what
 * no XML document may hold is taken out of them.
 *
 * @param id the brief's; by it a second push finds what the first one wrote
 * @param title on one line
 * @param slug last part of the address: small letters, digits and single hyphens, at most 200
 * @param language BCP 47, such as {@code de} or {@code en-GB}
 * @param body from top to bottom, without the title
 * @param sources what citations in {@code body} point at, the first is number 1
 * @param excerpt teaser in lists of posts; may be empty
 * @param description for search results (meta description); may be empty
 * @param author shown name; may be empty
 * @param date of publication, to the second; null leaves it to the CMS
 * @param categories names, in order, without repetition
 * @param tags names, in order, without repetition
 * @param hreflang language or region code to address, of this text and its translations
 * @param jsonLd Schema.org data, see {@link SchemaOrg}
 * @param meta further fields of the post by name
 */
public record CmsPost(
    String id,
    String title,
    String slug,
    String language,
    List<Block> body,
    List<Source> sources,
    String excerpt,
    String description,
    String author,
    @Nullable Instant date,
    List<String> categories,
    List<String> tags,
    Map<String, String> hreflang,
    List<JsonNode> jsonLd,
    Map<String, String> meta) {

  private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final int LONGEST_SLUG = 200;

  /**
   * @throws WorkbenchException code {@code post-title}, {@code post-slug}, {@code post-language},
   *     {@code post-empty} or {@code post-citation}, naming what is wrong
   */
  public CmsPost {
    title = Wording.line(title);
    excerpt = Wording.line(excerpt);
    description = Wording.line(description);
    author = Wording.line(author);
    date = date == null ? null : date.truncatedTo(ChronoUnit.SECONDS);
    body = List.copyOf(body);
    sources = List.copyOf(sources);
    categories = names(categories);
    tags = names(tags);
    hreflang = Collections.unmodifiableMap(new TreeMap<>(hreflang));
    meta = Collections.unmodifiableMap(new TreeMap<>(meta));
    jsonLd = List.copyOf(jsonLd);
    if (title.isEmpty()) {
      throw new WorkbenchException(
          "post-title", "The draft has no title.", "Give it one, then export it again.");
    }
    if (slug.length() > LONGEST_SLUG || !SLUG.matcher(slug).matches()) {
      throw new WorkbenchException(
          "post-slug",
          "'%s' cannot be the last part of an address.".formatted(slug),
          "Use small letters, digits and single hyphens, 200 at most.");
    }
    String fault = Hreflang.fault(language);
    if (fault != null || language.equals(Hreflang.DEFAULT)) {
      throw new WorkbenchException(
          "post-language",
          "'%s' is not the code of a language.".formatted(language),
          "Use one such as de, en or en-GB.");
    }
    if (body.isEmpty()) {
      throw new WorkbenchException(
          "post-empty",
          "The draft '%s' has no text.".formatted(title),
          "Add sources that support what it is to say, and compose it again.");
    }
    int known = sources.size();
    spans(body)
        .filter(Span.Citation.class::isInstance)
        .map(Span.Citation.class::cast)
        .filter(citation -> citation.source() < 1 || citation.source() > known)
        .findFirst()
        .ifPresent(
            citation -> {
              throw new WorkbenchException(
                  "post-citation",
                  "A citation points at source %d, and there are %d."
                      .formatted(citation.source(), known),
                  "Compose the draft again.");
            });
  }

  private static List<String> names(List<String> names) {
    return names.stream().map(Wording::line).filter(name -> !name.isEmpty()).distinct().toList();
  }

  private static Stream<Span> spans(List<Block> body) {
    return body.stream()
        .flatMap(
            block ->
                switch (block) {
                  case Block.Heading heading -> Stream.empty();
                  case Block.Paragraph paragraph -> paragraph.spans().stream();
                  case Block.Listing list -> list.items().stream().flatMap(List::stream);
                });
  }

  /** As part of an address; German umlauts are written out. */
  public static String slugOf(String title) {
    String slug = Wording.slug(title);
    return slug.length() <= LONGEST_SLUG
        ? slug
        : slug.substring(0, LONGEST_SLUG).replaceAll("-[^-]*$", "");
  }

  /** What is to be said about it wherever it goes, one sentence each. */
  public List<String> notes() {
    return CmsNotes.of(this);
  }

  /** What the list of sources is called in the post's own language. */
  String sourcesHeading() {
    return language.equals("de") || language.startsWith("de-") ? "Quellen" : "Sources";
  }

  /**
   * The fields that WordPress keeps beside a post: the brief's id, language, description, hreflang
   * and JSON-LD as it may stand in a {@code <script>}, and those of {@link #meta()}.
   */
  Map<String, String> wordPressMeta() {
    var fields = new TreeMap<>(meta);
    fields.put(WordPressMeta.ID, id);
    fields.put(WordPressMeta.LANGUAGE, language);
    if (!description.isEmpty()) {
      fields.put(WordPressMeta.DESCRIPTION, description);
    }
    if (!hreflang.isEmpty()) {
      fields.put(WordPressMeta.HREFLANG, JsonLd.text(hreflang));
    }
    if (!jsonLd.isEmpty()) {
      fields.put(WordPressMeta.JSON_LD, JsonLd.text(jsonLd.size() == 1 ? jsonLd.get(0) : jsonLd));
    }
    return fields;
  }
}
