package io.liftwerk.briefs.cms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.workspace.Json;
import io.liftwerk.workspace.WorkbenchException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class WordPressPushTest {
  private FakeWordPress there;

  @BeforeEach
  void start() throws IOException {
    there = new FakeWordPress();
  }

  @AfterEach
  void stop() {
    there.close();
  }

  private WordPressPush.Outcome push(boolean publish, WordPressPush.@Nullable Known known) {
    return push("editor:abcd efgh", publish, known);
  }

  private WordPressPush.Outcome push(
      String secret, boolean publish, WordPressPush.@Nullable Known known) {
    try (var site =
        new WordPressSite(
            WordPressAddress.parse(there.address()),
            Credentials.of(secret),
            exchange -> assertFalse(exchange.isDone() && exchange.isCancelled()))) {
      return WordPressPush.run(site, SamplePost.post(), publish, known);
    }
  }

  private WorkbenchException refused() {
    return assertThrows(WorkbenchException.class, () -> push(false, null));
  }

  @Test
  void whatIsPushedArrivesAsADraftWithItsTerms() {
    WordPressPush.Outcome outcome = push(false, null);
    assertEquals("draft", outcome.status());
    assertFalse(outcome.updated());
    assertEquals(List.of("Ratgeber & Tests", "Klettern", "EN 958", "Größe"), outcome.terms());
    assertEquals(List.of(), outcome.notes());
    CmsPost post = SamplePost.post();
    var stored = there.post(outcome.post());
    assertEquals(Gutenberg.content(post), WordPressPost.raw(stored, "content"));
    assertEquals(2, stored.path("categories").size());
    assertEquals(Json.mapper().valueToTree(post.wordPressMeta()), stored.path("meta"));
  }

  @Test
  void aSecondPushChangesTheSamePost() {
    WordPressPush.Outcome first = push(false, null);
    WordPressPush.Outcome byNumber =
        push(false, new WordPressPush.Known(first.post(), first.written()));
    assertTrue(byNumber.updated());
    assertEquals(List.of(), byNumber.terms());
    assertEquals(List.of(), byNumber.notes());
    WordPressPush.Outcome byId = push(false, null);
    assertEquals(first.post(), byId.post(), "found by its slug and the brief's id");
    assertEquals(1, there.posts.size());
  }

  @Test
  void withoutFieldsADraftIsKnownByItsText() {
    there.keepsMeta = false;
    WordPressPush.Outcome first = push(false, null);
    assertTrue(first.notes().get(0).contains("does not keep kampagne, liftwerk_description"));
    assertEquals(first.post(), push(false, null).post());
    assertEquals(1, there.posts.size());
  }

  @Test
  void aPostOfSomebodyElsesIsNotTouched() {
    push(false, null);
    long id = there.posts.keySet().iterator().next();
    var foreign = there.post(id);
    foreign.putObject("content").put("raw", "something else");
    foreign.putObject("meta");
    String before = foreign.toString();
    assertEquals("slug-taken", refused().code());
    assertEquals(before, there.post(id).toString());
  }

  @Test
  void aPublishedPostIsNotTakenOffTheSite() {
    WordPressPush.Outcome first = push(true, null);
    assertEquals("publish", first.status());
    assertEquals("post-published", refused().code());
    assertEquals("publish", there.post(first.post()).path("status").asText());
    assertTrue(push(true, null).updated());
  }

  @Test
  void anEditThereIsOverwrittenAndSaid() {
    WordPressPush.Outcome first = push(false, null);
    there.post(first.post()).putObject("title").put("raw", "by hand");
    var known = new WordPressPush.Known(first.post(), first.written());
    assertTrue(push(false, known).notes().get(0).contains("among its revisions"));
    there.post(first.post()).put("status", "trash");
    WordPressPush.Outcome again = push(false, known);
    assertFalse(again.updated());
    assertTrue(again.notes().get(0).contains("is deleted"));
  }

  @Test
  void aWrongPasswordIsSaid() {
    var refused = assertThrows(WorkbenchException.class, () -> push("editor:other", false, null));
    assertEquals("cms-credentials", refused.code());
    assertFalse(refused.sentence().contains("other"));
    assertEquals(
        "cms-credentials",
        assertThrows(WorkbenchException.class, () -> Credentials.of("no-colon")).code());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "200; <html>hello</html>; cms-no-rest",
        "404; {\"code\":\"rest_no_route\",\"message\":\"none\"}; cms-no-rest",
        "403; {\"code\":\"rest_forbidden\",\"message\":\"no\"}; cms-forbidden",
        "500; {\"code\":\"x\",\"message\":\"a\u0007b\"}; cms-failed",
        "503; busy; cms-failed",
        "302; ''; cms-redirect"
      })
  void anOddAnswerIsSaidInASentence(int status, String body, String code) {
    there.always =
        new FakeWordPress.Answer(status, body, Map.of("Location", "http://127.0.0.1:1/elsewhere"));
    WorkbenchException refused = refused();
    assertEquals(code, refused.code(), refused.sentence());
    assertEquals(1, there.asked.size(), "a redirect is not followed");
  }

  @Test
  void anAnswerWithoutEndIsNotRead() {
    there.always = new FakeWordPress.Answer(200, "[" + " ".repeat(9 << 20) + "]", Map.of());
    assertEquals("cms-unreachable", refused().code());
  }

  @Test
  void whoDoesNotAnswerIsNotWaitedFor() throws IOException {
    try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        var site =
            new WordPressSite(
                WordPressAddress.parse("http://127.0.0.1:" + silent.getLocalPort()),
                Credentials.of("a:b"),
                exchange -> {},
                1)) {
      var refused =
          assertThrows(
              WorkbenchException.class,
              () -> WordPressPush.run(site, SamplePost.post(), false, null));
      assertEquals("cms-timeout", refused.code());
    }
    there.close();
    assertEquals("cms-unreachable", refused().code());
  }
}
