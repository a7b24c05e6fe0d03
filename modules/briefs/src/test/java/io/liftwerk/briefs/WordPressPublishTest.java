package io.liftwerk.briefs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.liftwerk.briefs.cms.FakeWordPress;
import io.liftwerk.workspace.Egress;
import io.liftwerk.workspace.Job;
import io.liftwerk.workspace.JobContext;
import io.liftwerk.workspace.JobRunner;
import io.liftwerk.workspace.Run;
import io.liftwerk.workspace.WorkbenchException;
import io.liftwerk.workspace.Workspace;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class WordPressPublishTest {
  private static final String PASSWORD = "abcd efgh";

  @TempDir Path folder;
  private Workspace workspace;
  private JobRunner runner;
  private FakeWordPress site;
  private BriefDocument document = SampleBrief.german();

  @BeforeEach
  void start() throws Exception {
    workspace = Workspace.create(folder.resolve("client"));
    runner = new JobRunner(workspace, Runnable::run);
    site = new FakeWordPress();
  }

  @AfterEach
  void stop() {
    site.close();
    workspace.close();
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

  private void allow() throws Exception {
    runner.run(new Allowing(List.of("127.0.0.1")));
  }

  private void keep() throws Exception {
    workspace
        .vault()
        .secrets()
        .keep("wordpress:" + site.address().substring("http://".length()), "editor:" + PASSWORD);
  }

  private Run<WordPressPublish.Result> push(boolean dryRun) {
    var request =
        new WordPressPublish.Request(
            document.id(),
            site.address(),
            new Filing(List.of("Ratgeber"), List.of("Norm")),
            false,
            dryRun);
    return runner.run(new WordPressPublish(request, (context, id) -> document));
  }

  private String refusal() {
    return assertThrows(WorkbenchException.class, () -> push(false)).code();
  }

  @Test
  void nothingLeavesBeforeTheHostIsAllowedAndThePasswordKept() throws Exception {
    keep();
    assertEquals("egress-closed", refusal());
    workspace.vault().secrets().forget(workspace.vault().secrets().names().get(0));
    allow();
    assertEquals("cms-credentials", refusal());
    assertEquals(List.of(), site.asked());
  }

  @Test
  void aDryRunShowsWhatWouldBeSentAndOpensNoConnection() {
    WordPressPublish.Result result = push(true).result();
    assertEquals("planned", result.action());
    assertEquals(List.of(), site.asked());
    WordPressPublish.Planned last = result.requests().getLast();
    assertEquals("POST", last.method());
    assertEquals(site.address() + "/wp-json/wp/v2/posts", last.address());
    JsonNode body = Objects.requireNonNull(last.body());
    assertEquals("draft", body.path("status").asText());
    assertEquals("<Ratgeber>", body.path("categories").get(0).asText());
    assertTrue(result.notes().contains("Nothing was sent."));
    assertTrue(result.notes().contains("127.0.0.1 is not on the egress list yet."));
    assertTrue(result.notes().contains("The vault keeps no user and password for it yet."));
  }

  @Test
  void aPushIsARunAndInTheTrailAndItsSecretIsNowhere() throws Exception {
    allow();
    keep();
    Run<WordPressPublish.Result> first = push(false);
    assertEquals("created", first.result().action());
    assertEquals(List.of("Ratgeber", "Norm"), first.result().terms());
    assertTrue(
        first
            .result()
            .notes()
            .contains("Sentences of the draft that touch facts still to be checked: 1."),
        first.result().notes().toString());
    WordPressPublish.Result second = push(false).result();
    assertEquals("updated", second.action());
    assertEquals(first.result().post(), second.post());
    String trail = Files.readString(workspace.folder().resolve("audit.jsonl"));
    assertTrue(trail.contains("brief.pushed") && trail.contains("\"127.0.0.1\""), trail);
    Path place = workspace.folder();
    workspace.close();
    try (Stream<Path> files = Files.walk(place)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        assertFalse(bytes.contains(PASSWORD), file.toString());
      }
    }
  }

  @Test
  void aBlockedDraftIsNotSent() throws Exception {
    allow();
    keep();
    document = document.with(new Review(Review.BLOCK, List.of()));
    assertEquals("draft-blocked", refusal());
    document = SampleBrief.german().with((Draft) null);
    assertEquals("draft-missing", refusal());
    assertEquals(List.of(), site.asked());
  }
}
