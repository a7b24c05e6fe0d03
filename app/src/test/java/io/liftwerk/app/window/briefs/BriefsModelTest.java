package io.liftwerk.app.window.briefs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.app.window.base.Background;
import io.liftwerk.app.window.base.Engine;
import io.liftwerk.app.window.base.Jobs;
import io.liftwerk.briefs.BriefEdit;
import io.liftwerk.briefs.BriefRequest;
import io.liftwerk.briefs.BriefReview;
import io.liftwerk.briefs.ContentBriefs;
import io.liftwerk.briefs.DraftSentence;
import io.liftwerk.briefs.StoredBriefs;
import io.liftwerk.ingest.FileImport;
import io.liftwerk.ingest.ImportRequest;
import io.liftwerk.knowledge.IndexRequest;
import io.liftwerk.knowledge.KnowledgeIndexing;
import io.liftwerk.workspace.JobRunner;
import io.liftwerk.workspace.Workspace;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Briefs page without a toolkit: asked, shown, edited, taken back. */
class BriefsModelTest {
  private final Deque<Runnable> queue = new ArrayDeque<>();
  private final List<Throwable> problems = new ArrayList<>();
  @TempDir private Path folder;
  private Workspace workspace;
  private BriefsModel model;

  @BeforeEach
  void open() {
    workspace = Workspace.create(folder.resolve("test"));
    var background = new Background(Runnable::run, Runnable::run);
    model =
        new BriefsModel(
            engine(), new Jobs(new JobRunner(workspace, queue::add), background), background);
    model.onProblem(problems::add);
    model.refresh();
  }

  @AfterEach
  void close() {
    workspace.close();
  }

  private Engine engine() {
    return (Engine)
        Proxy.newProxyInstance(
            Engine.class.getClassLoader(),
            new Class<?>[] {Engine.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "tables" -> List.of();
                  case "runs" -> workspace.ledger().list();
                  case "keywordClusters" -> List.of("klettersteigset");
                  case "briefing" -> new ContentBriefs((BriefRequest) arguments[0]);
                  case "brief" -> StoredBriefs.find(workspace, (String) arguments[0]);
                  case "reviewingBrief" -> new BriefReview((BriefReview.Request) arguments[0]);
                  default -> throw new AssertionError(method.getName());
                });
  }

  private void work() {
    while (!queue.isEmpty()) {
      queue.remove().run();
    }
  }

  private void load() {
    Path own =
        Path.of(System.getProperty("liftwerk.root"))
            .resolve("sample-data/articles/own/klettersteig-set-kaufen.html");
    var runner = new JobRunner(workspace, Runnable::run);
    runner.run(new FileImport(ImportRequest.of(List.of(own.toString()))));
    runner.run(new KnowledgeIndexing(IndexRequest.AS_BEFORE));
  }

  private DraftSentence first() {
    return Objects.requireNonNull(
            Objects.requireNonNull(model.storedProperty().get()).edited().draft())
        .sentences()
        .getFirst();
  }

  @Test
  void nothingIsAskedWithoutATopicAndClustersAreOffered() {
    assertEquals(List.of("klettersteigset"), List.copyOf(model.clusters()));
    model.train("a brief");
    assertTrue(queue.isEmpty());
    model.set(model.settings().withCluster("klettersteigset"));
    assertNotNull(model.settings().request());
  }

  @Test
  void whatNamesAPersonIsRefusedBeforeThereIsAJob() {
    model.set(model.settings().withTopic("Sets für quenzl@nordwand.example"));
    model.train("a brief");
    assertTrue(queue.isEmpty());
    assertEquals(1, problems.size());
  }

  @Test
  void anEditIsKeptApartAndCanBeTakenBack() {
    load();
    model.set(model.settings().withTopic("Klettersteigset kaufen"));
    model.train("a brief");
    work();
    assertEquals(List.of(), problems);
    DraftSentence generated = first();
    model.edit("an edit", new BriefEdit(generated.id(), BriefEdit.REPLACE, "Ein Set hält dich."));
    work();
    assertEquals("Ein Set hält dich.", first().text());
    assertEquals(DraftSentence.EDITOR, first().origin());
    model.edit("back", new BriefEdit(generated.id(), null, null));
    work();
    assertEquals(generated, first());
  }

  @Test
  void theSameThumbAgainTakesItBack() {
    load();
    model.set(model.settings().withTopic("Klettersteigset kaufen"));
    model.train("a brief");
    work();
    String part = first().id();
    model.thumb("a thumb", part, "up");
    work();
    assertFalse(Objects.requireNonNull(model.storedProperty().get()).thumbs().isEmpty());
    model.thumb("a thumb", part, "up");
    work();
    assertTrue(Objects.requireNonNull(model.storedProperty().get()).thumbs().isEmpty());
  }

  @Test
  void aBriefThatANewerRunReplacedIsShownButNotChanged() {
    load();
    model.set(model.settings().withTopic("Klettersteigset kaufen"));
    model.train("a brief");
    work();
    String older = Objects.requireNonNull(model.shownProperty().get()).run().id();
    model.train("again");
    work();
    model.open(older);
    assertNotNull(model.shownProperty().get());
    assertNull(model.storedProperty().get());
  }
}
