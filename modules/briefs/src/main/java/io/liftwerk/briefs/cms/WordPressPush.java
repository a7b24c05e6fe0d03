package io.liftwerk.briefs.cms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.liftwerk.workspace.Json;
import io.liftwerk.workspace.WorkbenchException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts a post on a site, once: what an earlier push wrote is found by its number, by the brief's id
 * beside it, or by saying the same already, and is changed in place. A post of somebody else's at
 * the same slug is never touched, and a published one is never taken back to a draft.
 */
public final class WordPressPush {
  private static final String STATES = "publish,future,draft,pending,private";
  private static final int MOST_TERMS = 100;
  private static final String WHO = "users/me";

  /**
   * What an earlier push left.
   *
   * @param post its number there
   * @param written hash of what the site stored then
   */
  public record Known(long post, String written) {}

  /**
   * What a push did.
   *
   * @param post number of the post there
   * @param updated whether it was there already
   * @param status {@code draft} or {@code publish}, as the site says
   * @param link where it is to be seen
   * @param terms categories and tags that were made there
   * @param written hash of what the site stored
   * @param notes what is not as it was sent, and what was overwritten
   */
  public record Outcome(
      long post,
      boolean updated,
      String status,
      String link,
      List<String> terms,
      String written,
      List<String> notes) {}

  /**
   * A request that a push would send.
   *
   * @param body JSON; null for one that only asks. Numbers that only the site knows stand in it as
   *     names in angle brackets
   */
  public record Planned(String method, String address, @Nullable JsonNode body) {}

  private final WordPressSite site;
  private final CmsPost post;
  private final String status;
  private final List<String> made = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  private WordPressPush(WordPressSite site, CmsPost post, boolean publish) {
    this.site = site;
    this.post = post;
    this.status = publish ? "publish" : "draft";
  }

  /** What would be sent where, in order, by somebody who asks nobody. */
  public static List<Planned> plan(WordPressAddress address, CmsPost post, boolean publish) {
    var planned = new ArrayList<Planned>();
    planned.add(new Planned("GET", address.rest(WHO).toString(), null));
    planned.add(new Planned("GET", address.rest(bySlug(post)).toString(), null));
    ArrayNode categories = planned(address, "categories", post.categories(), planned);
    ArrayNode tags = planned(address, "tags", post.tags(), planned);
    planned.add(
        new Planned(
            "POST",
            address.rest("posts").toString(),
            WordPressPost.body(post, publish ? "publish" : "draft", categories, tags)));
    return List.copyOf(planned);
  }

  private static ArrayNode planned(
      WordPressAddress address, String kind, List<String> names, List<Planned> planned) {
    ArrayNode ids = Json.mapper().createArrayNode();
    for (String name : names) {
      planned.add(new Planned("GET", address.rest(byName(kind, name)).toString(), null));
      planned.add(new Planned("POST", address.rest(kind).toString(), term(name)));
      ids.add("<" + name + ">");
    }
    return ids;
  }

  /**
   * @param known what an earlier push of this brief to this site left; null for none
   * @throws WorkbenchException code {@code slug-taken}, {@code post-published}, or those of {@link
   *     WordPressSite}
   */
  public static Outcome run(
      WordPressSite site, CmsPost post, boolean publish, @Nullable Known known) {
    return new WordPressPush(site, post, publish).push(known);
  }

  private Outcome push(@Nullable Known known) {
    // a wrong password is no error of other requests: they are answered as to a stranger
    site.checked(site.get(WHO));
    JsonNode there = find(known);
    if (there != null) {
      checkUntouched(there, known);
    }
    ObjectNode body =
        WordPressPost.body(
            post, status, terms("categories", post.categories()), terms("tags", post.tags()));
    String path = there == null ? "posts" : "posts/" + there.path("id").asLong();
    JsonNode stored = site.checked(site.post(path, body));
    long number = stored.path("id").asLong();
    if (number <= 0) {
      throw new WorkbenchException(
          "cms-failed",
          "%s did not say under which number it stored the post.".formatted(site.host()),
          "Look there whether the draft has arrived, then push again.");
    }
    notes.addAll(WordPressPost.differences(site.host(), body, stored));
    return new Outcome(
        number,
        there != null,
        stored.path("status").asText(""),
        Wording.line(stored.path("link").asText("")),
        List.copyOf(made),
        WordPressPost.written(stored),
        List.copyOf(notes));
  }

  private @Nullable JsonNode find(@Nullable Known known) {
    if (known != null) {
      WordPressSite.Reply reply = site.get("posts/" + known.post() + "?context=edit");
      boolean gone = reply.code().equals("rest_post_invalid_id");
      JsonNode there = gone ? null : site.checked(reply);
      if (there != null && !there.path("status").asText().equals("trash")) {
        return there;
      }
      notes.add(
          "The post that was pushed before is deleted on %s: a new one was made."
              .formatted(site.host()));
    }
    for (JsonNode candidate : site.checked(site.get(bySlug(post)))) {
      boolean ours =
          candidate.path("meta").path(WordPressMeta.ID).asText("").equals(post.id())
              || WordPressPost.raw(candidate, "content").equals(Gutenberg.content(post));
      if (ours) {
        return candidate;
      }
      throw new WorkbenchException(
          "slug-taken",
          "%s has a post at '%s' that does not come from this brief: '%s'."
              .formatted(
                  site.host(), post.slug(), Wording.line(WordPressPost.raw(candidate, "title"))),
          "Give the draft another slug, or the post there; nothing was changed.");
    }
    return null;
  }

  private void checkUntouched(JsonNode there, @Nullable Known known) {
    String state = there.path("status").asText("");
    boolean seen = List.of("publish", "future", "private").contains(state);
    if (seen && status.equals("draft")) {
      throw new WorkbenchException(
          "post-published",
          "The post was published on %s since: a push as draft would take it off the site."
              .formatted(site.host()),
          "Push it with --publish to change what readers see, or change it there.");
    }
    if (known != null && !known.written().equals(WordPressPost.written(there))) {
      notes.add(
          "Somebody had changed the post on %s since the last push: that version is among its revisions there."
              .formatted(site.host()));
    }
  }

  private ArrayNode terms(String kind, List<String> names) {
    ArrayNode ids = Json.mapper().createArrayNode();
    names.forEach(name -> ids.add(term(kind, name)));
    return ids;
  }

  /** The number of the term with this name or its slug; it is made where there is none. */
  private long term(String kind, String name) {
    for (JsonNode term : site.checked(site.get(byName(kind, name)))) {
      if (term.path("slug").asText("").equals(Wording.slug(name))
          || decoded(term.path("name").asText("")).equalsIgnoreCase(name)) {
        return term.path("id").asLong();
      }
    }
    WordPressSite.Reply reply = site.post(kind, term(name));
    JsonNode body = reply.body();
    if (body != null && reply.code().equals("term_exists")) {
      return body.path("data").path("term_id").asLong();
    }
    long id = site.checked(reply).path("id").asLong();
    made.add(name);
    return id;
  }

  private static ObjectNode term(String name) {
    return Json.mapper().createObjectNode().put("name", name).put("slug", Wording.slug(name));
  }

  /** WordPress stores the names of terms with these as references. */
  private static String decoded(String name) {
    return name.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#039;", "'")
        .replace("&amp;", "&");
  }

  private static String bySlug(CmsPost post) {
    return "posts?slug=%s&status=%s&context=edit&per_page=10".formatted(post.slug(), STATES);
  }

  private static String byName(String kind, String name) {
    return kind
        + "?per_page="
        + MOST_TERMS
        + "&search="
        + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
