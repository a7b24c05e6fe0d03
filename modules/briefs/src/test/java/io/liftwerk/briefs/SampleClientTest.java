package io.liftwerk.briefs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.ingest.FileImport;
import io.liftwerk.ingest.ImportRequest;
import io.liftwerk.knowledge.IndexRequest;
import io.liftwerk.knowledge.KnowledgeIndexing;
import io.liftwerk.workspace.JobRunner;
import io.liftwerk.workspace.Run;
import io.liftwerk.workspace.WorkbenchException;
import io.liftwerk.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample client's articles, from import to export. */
class SampleClientTest {
  private static final Path ARTICLES =
      Path.of(System.getProperty("liftwerk.root"), "sample-data/articles");
  private static final BriefRequest REQUEST =
      new BriefRequest("Klettersteigset kaufen", null, null, null, LocalDate.of(2026, 10, 1));

  @TempDir private static Path folder;
  private static Workspace workspace;
  private static JobRunner runner;
  private static Run<BriefResult> run;

  @BeforeAll
  static void brief() {
    workspace = Workspace.create(folder.resolve("Nordwand"));
    runner = new JobRunner(workspace, Runnable::run);
    for (String part : List.of("own", "competitors")) {
      runner.run(new FileImport(ImportRequest.of(List.of(ARTICLES.resolve(part).toString()))));
    }
    runner.run(new KnowledgeIndexing(IndexRequest.AS_BEFORE));
    run = runner.run(new ContentBriefs(REQUEST));
  }

  @AfterAll
  static void close() {
    workspace.close();
  }

  private static BriefDocument document() {
    return run.result().document();
  }

  @Test
  void theDocumentHoldsToItsSchemaAndEveryCitationHolds() {
    assertEquals(document(), BriefJson.read(BriefJson.write(document())));
    List<DraftSentence> sentences = Objects.requireNonNull(document().draft()).sentences();
    assertTrue(sentences.size() > 15);
    for (DraftSentence sentence : sentences) {
      assertTrue(
          document().evidence(sentence.citations().getFirst()).text().contains(sentence.text()),
          sentence.text());
    }
  }

  @Test
  void theSameSourcesGiveTheSameBytes() {
    Run<BriefResult> again = runner.run(new ContentBriefs(REQUEST));
    assertEquals(run.record().resultHash(), again.record().resultHash());
    assertEquals(BriefJson.write(document()), BriefJson.write(again.result().document()));
  }

  @Test
  void tellsFourCompetitorsFromTheOneOnAnotherTopic() {
    SerpGap gap = run.result().gap();
    assertEquals(4, gap.pages().stream().filter(SerpGap.CompetitorPage::onTopic).count());
    assertEquals("Drei Klettersteige in den Dolomiten", gap.leftOut().getFirst().what());
    assertTrue(gap.intent().mixed());
    assertEquals("transactional", gap.intent().main());
    List<String> terms = gap.terms().stream().map(MustCover::term).toList();
    assertTrue(
        terms.containsAll(List.of("EN 958", "Karabiner", "Gurt", "Helm", "Stahlseil")),
        terms.toString());
    MustCover weight =
        gap.terms().stream().filter(one -> one.term().equals("Gewicht")).findFirst().orElseThrow();
    assertEquals(3, weight.competitors());
    assertEquals(false, weight.covered());
  }

  @Test
  void theArchivedTermsOfDeliveryContradictTheNewOnes() {
    FactToCheck check =
        document().brief().factsToCheck().stream()
            .filter(one -> one.kind().equals(FactToCheck.CONTRADICTION))
            .filter(one -> one.quotes().stream().anyMatch(q -> q.sentence().contains("120 Euro")))
            .findFirst()
            .orElseThrow();
    assertTrue(check.quotes().size() >= 2);
    assertTrue(
        Objects.requireNonNull(document().draft()).sentences().stream()
            .noneMatch(one -> one.text().contains("120 Euro")));
  }

  @Test
  void knowsItsCounterpartInEnglish() {
    assertEquals(
        List.of(
            new Alternate("de", "https://www.nordwand.example/ratgeber/klettersteig-set-kaufen/"),
            new Alternate(
                "en", "https://www.nordwand.example/en/guides/choosing-a-via-ferrata-set/")),
        document().brief().hreflang());
  }

  @Test
  void anEditSurvivesALaterRunAndLeavesWithTheDraft() throws Exception {
    DraftSentence first = Objects.requireNonNull(document().draft()).sentences().getFirst();
    String words = "Ein Klettersteig-Set verbindet dich sicher mit dem Stahlseil.";
    runner.run(
        new BriefReview(
            new BriefReview.Request(
                document().id(),
                List.of(new BriefEdit(first.id(), BriefEdit.REPLACE, words)),
                List.of(new BriefThumb(first.id(), "up", "short")))));
    runner.run(new ContentBriefs(REQUEST));
    StoredBriefs.Stored stored = StoredBriefs.find(workspace, document().id());
    assertEquals(List.of("up"), stored.thumbs().stream().map(BriefThumb::verdict).toList());
    assertEquals(
        words, Objects.requireNonNull(stored.edited().draft()).sentences().getFirst().text());
    assertEquals(
        first.text(),
        Objects.requireNonNull(stored.result().document().draft()).sentences().getFirst().text(),
        "what was generated stays as it was");
    Run<BriefExport.Result> export =
        runner.run(
            new BriefExport(
                new BriefExport.Request(document().id(), "markdown", Filing.NONE),
                new StoredBriefs()));
    assertTrue(
        Files.readString(workspace.folder().resolve(export.result().file())).contains(words));
    runner.run(
        new BriefReview(
            new BriefReview.Request(
                document().id(), List.of(new BriefEdit(first.id(), null, null)), List.of())));
    assertEquals(
        first.text(),
        Objects.requireNonNull(StoredBriefs.find(workspace, document().id()).edited().draft())
            .sentences()
            .getFirst()
            .text());
  }

  @Test
  void saysWhatIsMissing() {
    assertNotNull(StoredBriefs.list(workspace).getFirst());
    assertEquals(
        "brief-unknown",
        assertThrows(WorkbenchException.class, () -> StoredBriefs.find(workspace, "nothing"))
            .code());
    assertEquals(
        "brief-topic",
        assertThrows(
                WorkbenchException.class, () -> runner.run(new ContentBriefs(BriefRequest.on("?"))))
            .code());
    assertEquals(
        "keywords-missing",
        assertThrows(
                WorkbenchException.class,
                () ->
                    runner.run(new ContentBriefs(new BriefRequest(null, "sets", null, null, null))))
            .code());
    assertEquals(
        "personal-text",
        assertThrows(
                WorkbenchException.class,
                () -> new ContentBriefs(BriefRequest.on("Sets für quenzl@nordwand.example")))
            .code());
  }
}
