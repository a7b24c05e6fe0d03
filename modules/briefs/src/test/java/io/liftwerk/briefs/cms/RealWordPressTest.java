package io.liftwerk.briefs.cms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.liftwerk.briefs.BriefDocument;
import io.liftwerk.briefs.BriefExport;
import io.liftwerk.briefs.DraftSentence;
import io.liftwerk.briefs.Filing;
import io.liftwerk.briefs.SampleBrief;
import io.liftwerk.briefs.WordPressPublish;
import io.liftwerk.workspace.Egress;
import io.liftwerk.workspace.Job;
import io.liftwerk.workspace.JobContext;
import io.liftwerk.workspace.JobRunner;
import io.liftwerk.workspace.WorkbenchException;
import io.liftwerk.workspace.Workspace;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Against a WordPress that {@code src/it/wordpress/wordpress.sh} sets up: what is pushed or
 * imported is read back over REST and is what the draft says. Run by {@code mvn -Pit-wordpress}.
 */
@Tag("wordpress")
class RealWordPressTest {
  private static final Path SCRIPT = Path.of("src/it/wordpress/wordpress.sh").toAbsolutePath();

  @TempDir static Path temp;
  @TempDir Path folder;
  private static Path home = Path.of("");
  private static String address = "";
  private static List<String> secrets = List.of();

  @BeforeAll
  static void setUp() throws Exception {
    home = temp.resolve("wordpress");
    int port;
    try (var free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    script("start", home.toString(), String.valueOf(port));
    address = "http://127.0.0.1:" + port;
    secrets = Files.readAllLines(home.resolve("credentials"));
  }

  @AfterAll
  static void tearDown() throws Exception {
    script("stop", home.toString());
  }

  private static String script(String... arguments) throws Exception {
    var command = new ArrayList<>(List.of("bash", SCRIPT.toString()));
    command.addAll(List.of(arguments));
    Path said = Files.createTempFile(temp, "said", ".txt");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();
    assertEquals(0, process.waitFor(), () -> read(said));
    return read(said);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      return e.toString();
    }
  }

  private static WordPressSite site(int user) {
    return new WordPressSite(
        WordPressAddress.parse(address), Credentials.of(secrets.get(user)), exchange -> {});
  }

  private static JsonNode get(String pathAndQuery) {
    try (WordPressSite site = site(0)) {
      return site.checked(site.get(pathAndQuery));
    }
  }

  private static WordPressPush.Outcome push(
      int user, CmsPost post, boolean publish, WordPressPush.@Nullable Known known) {
    try (WordPressSite site = site(user)) {
      return WordPressPush.run(site, post, publish, known);
    }
  }

  /** The sample under another slug and with other terms. */
  private static CmsPost sample(String slug, List<String> categories, @Nullable Instant date) {
    CmsPost post = SamplePost.post(date);
    return new CmsPost(
        slug + "-id",
        post.title() + " " + slug,
        slug,
        post.language(),
        post.body(),
        post.sources(),
        post.excerpt(),
        post.description(),
        post.author(),
        date,
        categories,
        post.tags(),
        post.hreflang(),
        post.jsonLd(),
        Map.of());
  }

  private static void assertStored(CmsPost post, JsonNode stored) {
    assertEquals(post.title(), Jsoup.parse(WordPressPost.raw(stored, "title")).text());
    assertEquals(Gutenberg.content(post), WordPressPost.raw(stored, "content"));
    assertEquals(post.excerpt(), Jsoup.parse(WordPressPost.raw(stored, "excerpt")).text());
    assertEquals(post.slug(), stored.path("slug").asText());
    assertEquals("draft", stored.path("status").asText());
    assertEquals(Set.copyOf(post.tags()), names("tags", stored));
    Map<String, String> meta = new TreeMap<>();
    stored.path("meta").properties().forEach(e -> meta.put(e.getKey(), e.getValue().asText()));
    assertEquals(post.wordPressMeta(), meta);
    String shown = Jsoup.parse(stored.path("content").path("rendered").asText()).text();
    assertTrue(shown.contains("[gallery]"), "no shortcode was run: " + shown);
  }

  private static Set<String> names(String kind, JsonNode stored) {
    var names = new HashSet<String>();
    stored
        .path(kind)
        .forEach(
            id ->
                names.add(Jsoup.parse(get(kind + "/" + id.asLong()).path("name").asText()).text()));
    return names;
  }

  @Test
  void whatIsPushedIsReadBackAndASecondPushChangesIt() {
    CmsPost post =
        sample("per-rest", List.of("Ratgeber & Tests"), Instant.parse("2026-07-31T08:15:30Z"));
    WordPressPush.Outcome first = push(0, post, false, null);
    assertEquals(List.of(), first.notes());
    assertFalse(first.updated());
    JsonNode stored = get("posts/" + first.post() + "?context=edit");
    assertStored(post, stored);
    assertEquals(Set.of("Ratgeber & Tests"), names("categories", stored));
    assertEquals("2026-07-31T08:15:30", stored.path("date_gmt").asText());
    WordPressPush.Outcome second =
        push(0, post, false, new WordPressPush.Known(first.post(), first.written()));
    assertEquals(first.post(), second.post());
    assertEquals(List.of(), second.notes());
    assertEquals(List.of(), second.terms(), "the terms are there");
    assertEquals(first.post(), push(0, post, false, null).post());
    assertEquals(1, get("posts?slug=per-rest&status=draft&context=edit").size());
    assertEquals("publish", push(0, post, true, null).status());
    assertEquals(
        "post-published",
        assertThrows(WorkbenchException.class, () -> push(0, post, false, null)).code());
  }

  @Test
  void wxrIsImportedAndReadBack() throws Exception {
    CmsPost post =
        sample("per-wxr", List.of("Klettern", "Ratgeber"), Instant.parse("2026-07-31T08:15:30Z"));
    Path file = folder.resolve("post.xml");
    Files.writeString(file, CmsFormat.WXR.write(post).text());
    String said = script("import", home.toString(), file.toString());
    JsonNode found = get("posts?slug=per-wxr&status=draft&context=edit");
    assertEquals(1, found.size(), said);
    assertStored(post, found.get(0));
    assertEquals(Set.of("Klettern", "Ratgeber"), names("categories", found.get(0)));
    script("import", home.toString(), file.toString());
    assertEquals(1, get("posts?slug=per-wxr&status=draft&context=edit").size());
  }

  @Test
  void whatWordPressCleansOfAnAuthorsHtmlIsNothing() {
    CmsPost post = sample("vom-autor", List.of(), null);
    WordPressPush.Outcome outcome = push(1, post, false, null);
    assertEquals(List.of(), outcome.notes());
    assertStored(post, get("posts/" + outcome.post() + "?context=edit"));
    CmsPost filed = sample("vom-autor-mit-rubrik", List.of("Neu"), null);
    assertEquals(
        "cms-forbidden",
        assertThrows(WorkbenchException.class, () -> push(1, filed, false, null)).code());
    assertEquals(0, get("posts?slug=vom-autor-mit-rubrik&status=draft&context=edit").size());
  }

  @Test
  void aWrongPasswordIsRefusedBySentence() {
    try (var site =
        new WordPressSite(
            WordPressAddress.parse(address), Credentials.of("editor:wrong"), exchange -> {})) {
      var refused =
          assertThrows(
              WorkbenchException.class,
              () -> WordPressPush.run(site, SamplePost.post(), false, null));
      assertEquals("cms-credentials", refused.code());
    }
  }

  /** Sets the list of hosts, as a job of its own. */
  private record Allowing(List<String> hosts) implements Job<List<String>> {
    @Override
    public String name() {
      return "egress";
    }

    @Override
    public Record parameters() {
      return this;
    }

    @Override
    public List<String> run(JobContext context) throws Exception {
      return Egress.set(context.connection(), hosts);
    }
  }

  @Test
  void everySentenceOfABriefsDraftArrivesBothWays() throws Exception {
    BriefDocument document = SampleBrief.german();
    try (Workspace workspace = Workspace.create(folder.resolve("client"))) {
      var runner = new JobRunner(workspace, Runnable::run);
      runner.run(new Allowing(List.of("127.0.0.1")));
      workspace
          .vault()
          .secrets()
          .keep("wordpress:" + address.substring("http://".length()), secrets.get(0));
      BriefExport.Result file =
          runner
              .run(
                  new BriefExport(
                      new BriefExport.Request(document.id(), "wxr", Filing.NONE),
                      (context, id) -> document))
              .result();
      script("import", home.toString(), workspace.folder().resolve(file.file()).toString());
      JsonNode imported = get("posts?slug=klettersteigset-kaufen&status=draft&context=edit").get(0);
      var request = new WordPressPublish.Request(document.id(), address, Filing.NONE, false, false);
      WordPressPublish.Result pushed =
          runner.run(new WordPressPublish(request, (context, id) -> document)).result();
      assertEquals("updated", pushed.action(), "the imported draft is known by the brief's id");
      assertEquals(imported.path("id").asLong(), pushed.post());
      JsonNode stored = get("posts/" + pushed.post() + "?context=edit");
      assertEquals(WordPressPost.written(imported), WordPressPost.written(stored));
      String shown = Jsoup.parse(WordPressPost.raw(stored, "content")).text();
      for (DraftSentence sentence : Objects.requireNonNull(document.draft()).sentences()) {
        assertTrue(shown.contains(sentence.text() + "["), sentence.text());
      }
    }
  }
}
