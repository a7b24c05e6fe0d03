package io.liftwerk.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.experiments.AbTest;
import io.liftwerk.experiments.AbTestResult;
import io.liftwerk.scoring.LeadScoring;
import io.liftwerk.scoring.LeadScoringResult;
import io.liftwerk.scoring.ScoringOptions.Purpose;
import io.liftwerk.workspace.JobRunner;
import io.liftwerk.workspace.Run;
import io.liftwerk.workspace.RunRecord;
import io.liftwerk.workspace.WorkbenchException;
import io.liftwerk.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClientReportTest {
  private static final Pattern ASKS =
      Pattern.compile("url\\((?!['\"]?(?:data:|#))|@import|https?://(?!www\\.w3\\.org/)");

  @TempDir private Path folder;
  private Workspace workspace;

  @BeforeEach
  void open() {
    workspace = Workspace.create(folder.resolve("Nordwand.liftwerk"));
  }

  @AfterEach
  void close() {
    workspace.close();
  }

  private Run<ReportResult> make(ReportRequest request) {
    return new JobRunner(workspace, Runnable::run)
        .run(new ClientReport(request), null, handle -> {});
  }

  private String html(String language) throws IOException {
    return text(make(ReportRequest.newest("html", language)));
  }

  private String text(Run<ReportResult> run) throws IOException {
    return Files.readString(workspace.folder().resolve(run.result().file()));
  }

  private void recordAll() {
    RecordedResults.all().forEach((job, result) -> RecordedResults.record(workspace, job, result));
  }

  @Test
  @DisplayName("ux-10: one HTML file that asks for nothing from outside")
  void asksForNothing() throws IOException {
    recordAll();
    Document page = Jsoup.parse(html("en"));
    for (Element element : page.getAllElements()) {
      for (Attribute attribute : element.attributes()) {
        String name = attribute.getKey().toLowerCase(Locale.ROOT);
        String value = attribute.getValue();
        boolean link =
            List.of("src", "href", "xlink:href", "srcset", "action", "data", "poster", "background")
                .contains(name);
        assertTrue(
            !link || value.startsWith("data:") || value.startsWith("#"),
            () -> element.tagName() + " " + attribute);
        assertFalse(name.startsWith("on"), () -> element.tagName() + " " + attribute);
        assertFalse(ASKS.matcher(value).find() && !name.startsWith("xmlns"), attribute::toString);
      }
    }
    assertEquals(0, page.select("script, link, iframe, object, embed, base, form").size());
    page.select("style").forEach(style -> assertFalse(ASKS.matcher(style.data()).find()));
    assertTrue(
        page.select("meta[http-equiv=Content-Security-Policy]")
            .attr("content")
            .startsWith("default-src 'none'"));
    assertTrue(page.select("svg").size() > 30, "charts are in the file, as drawings");
    var ids = new TreeSet<String>();
    page.select("[id]").forEach(one -> assertTrue(ids.add(one.id()), one::id));
    page.select("a[href]").forEach(a -> assertTrue(ids.contains(a.attr("href").substring(1))));
  }

  @Test
  @DisplayName("ux-10, ux-16: the figures of the results, worded as the window words them")
  void saysWhatTheScreenSays() throws IOException {
    recordAll();
    Document page = Jsoup.parse(html("en"));
    var texts = new ResultTexts(Locale.ENGLISH);
    LeadScoringResult leads = LeadResults.detailed(Purpose.LEADS);
    var sentences = new ScoringSentences(texts, Purpose.LEADS);
    Element chapter = chapter(page, "Leads");
    assertEquals(sentences.finding(leads), whole(chapter.expectFirst("h2")));
    assertTrue(chapter.wholeText().contains(sentences.used(leads)), "rows used and held out");
    Element best = chapter.expectFirst("tr.marked");
    assertEquals(sentences.model(leads.chosen()), whole(best.child(0)));
    assertEquals(
        texts.formats().decimal(leads.chosenModel().averagePrecision(), 3), whole(best.child(3)));
    assertEquals(
        new LeadFigures(leads, Locale.ENGLISH).gains().title(),
        chapter.select("svg").stream()
            .map(svg -> svg.attr("aria-label"))
            .filter(label -> label.startsWith("Calling"))
            .findFirst()
            .orElse(""));

    AbTestResult test = ExperimentResults.comparison(true);
    var words = new AbTestWords(texts);
    Element arms = chapter(page, "A/B test");
    assertEquals(texts.sentence(test.verdict()), whole(arms.expectFirst("h2")));
    List<Element> rows = arms.expectFirst("table.data").select("tbody tr");
    assertEquals(test.metrics().size(), rows.size());
    for (int i = 0; i < rows.size(); i++) {
      AbTestResult.Comparison one = test.metrics().get(i);
      assertEquals(words.metric(one), whole(rows.get(i).child(0)));
      assertEquals(words.figure(one, one.value()), whole(rows.get(i).child(4)));
      assertEquals(words.lift(one.lift()), whole(rows.get(i).child(5)));
      assertEquals(words.p(one.p()), whole(rows.get(i).child(7)));
    }
    assertTrue(
        chapter(page, "Consent").wholeText().contains("12,000 rows held back"), "who is missing");
  }

  private static Element chapter(Document page, String kind) {
    return page.select("section.chapter").stream()
        .filter(one -> one.expectFirst(".eyebrow").wholeText().startsWith(kind + " · "))
        .findFirst()
        .orElseThrow(() -> new AssertionError(kind));
  }

  private static String whole(Element element) {
    return element.wholeText().strip();
  }

  @Test
  @DisplayName("ux-11: number, hash, seed, inputs and parameters of every run")
  void carriesWhereItComesFrom() throws IOException {
    recordAll();
    String text = Jsoup.parse(html("en")).wholeText();
    for (RunRecord run : workspace.ledger().list()) {
      if (!run.job().equals(ClientReport.NAME)) {
        assertTrue(text.contains(run.id() + " (" + run.job() + ")"), run.job());
        assertTrue(text.contains(String.valueOf(run.resultHash())), run.job());
      }
    }
    assertTrue(text.contains("table = bronze.mailing"));
    assertTrue(text.contains("ab".repeat(32)));
    assertFalse(text.contains("/home/somebody"), "nobody need know this computer's folders");
    Run<ReportResult> run = make(ReportRequest.newest("html", "en"));
    assertTrue(
        run.record().inputs().stream().allMatch(input -> input.sha256().matches("[0-9a-f]{64}")),
        "the report's own run knows what it tells of");
  }

  @Test
  @DisplayName("ux-22: German texts and numbers")
  void speaksGerman() throws IOException {
    recordAll();
    Document page = Jsoup.parse(html("de"));
    assertEquals("de", page.expectFirst("html").attr("lang"));
    String text = page.wholeText();
    assertTrue(text.contains("12.000 Zeilen zurückgehalten"));
    assertTrue(text.contains("78.290\u00a0EUR"));
    assertFalse(text.contains("{"), "a text without its values");
    assertTrue(text.contains("Wofür") || text.contains("Woher das kommt"));
  }

  @Test
  @DisplayName("the same ledger gives the same bytes, in both forms")
  void isTheSameEachTime() {
    recordAll();
    for (String format : ClientReport.FORMATS) {
      var request = new ReportRequest(format, List.of(), List.of("leads", "abtest"), "", "", "de");
      Run<ReportResult> first = make(request);
      Run<ReportResult> again = make(request);
      assertEquals(first.result().sha256(), again.result().sha256(), format);
      assertEquals(first.record().resultHash(), again.record().resultHash());
      assertNotEquals(first.result().file(), again.result().file());
    }
  }

  @Test
  @DisplayName("a name that is markup stays a name, on the page and on paper")
  void escapes() throws IOException {
    String name = "<script>alert('1')</script>\u202e\u0007 & \"x\"";
    RecordedResults.record(workspace, AbTest.NAME, RecordedResults.hostile(name));
    Document page = Jsoup.parse(html("en"));
    assertEquals(0, page.select("script").size());
    assertTrue(page.wholeText().contains("<script>alert('1')</script> & \"x\""));
    var request =
        new ReportRequest("pdf", List.of(), List.of(), "</style><b>", "A \"</style>\" & B", "en");
    Run<ReportResult> run = make(request);
    try (var pdf = Loader.loadPDF(workspace.folder().resolve(run.result().file()).toFile())) {
      String text = new PDFTextStripper().getText(pdf);
      assertTrue(text.contains("<script>"), text);
      assertTrue(text.contains("</style><b>"));
    }
  }

  @Test
  @DisplayName("whom a ranking names is not in a report")
  void namesNobody() throws IOException {
    LeadScoringResult leads = LeadResults.detailed(Purpose.LEADS);
    RecordedResults.record(workspace, LeadScoring.NAME, leads);
    String text = Jsoup.parse(html("en")).select("section").text();
    leads.best().forEach(one -> assertFalse(text.contains(one.id()), one.id()));
    assertFalse(leads.best().isEmpty());
  }

  @Test
  void tellsOfTheRunsChosenInTheirOrder() throws IOException {
    RunRecord first = RecordedResults.record(workspace, AbTest.NAME, RecordedResults.hostile("B"));
    recordAll();
    RunRecord leads =
        workspace.ledger().list().stream()
            .filter(run -> run.job().equals(LeadScoring.NAME))
            .findFirst()
            .orElseThrow();
    Run<ReportResult> run =
        make(
            new ReportRequest(
                "html", List.of(leads.id(), first.id()), List.of(), "Q3", "Kunde", "en"));
    assertEquals(
        List.of(leads.id(), first.id()),
        run.result().parts().stream().map(ReportResult.Part::run).toList());
    Document page = Jsoup.parse(text(run));
    assertEquals("Q3", page.expectFirst("h1").text());
    assertEquals("Kunde", page.expectFirst(".client").text());
  }

  @Test
  void saysWhatCannotBeReportedOn() {
    assertEquals("report-empty", code(ReportRequest.newest("html", "en")));
    RunRecord other =
        RecordedResults.record(workspace, "import", new RecordedResults.Asked("a", "b", List.of()));
    assertEquals("report-run", code(runs(other.id())));
    assertEquals("run-unknown", code(runs("99")));
    assertEquals("report-kind", code(kind("leeds")));
    assertEquals("report-empty", code(kind("leads")));
    assertEquals(
        "report-format", code(new ReportRequest("doc", List.of(), List.of(), "", "", "de")));
    assertEquals("report-language", code(ReportRequest.newest("pdf", "fr")));
    RecordedResults.record(workspace, AbTest.NAME, new RecordedResults.Asked("a", "b", List.of()));
    assertEquals("report-result", code(kind(AbTest.NAME)));
    String failed =
        workspace.ledger().list().stream()
            .filter(run -> run.status() == RunRecord.Status.FAILED)
            .findFirst()
            .orElseThrow()
            .id();
    assertEquals("report-run", code(runs(failed)));
    assertEquals(
        "report-format",
        assertThrows(WorkbenchException.class, () -> ClientReport.format(Path.of("q3.docx")))
            .code());
    assertEquals("pdf", ClientReport.format(Path.of("Q3.PDF")));
  }

  private static ReportRequest runs(String... runs) {
    return new ReportRequest("html", List.of(runs), List.of(), "", "", "en");
  }

  private static ReportRequest kind(String kind) {
    return new ReportRequest("html", List.of(), List.of(kind), "", "", "en");
  }

  private String code(ReportRequest request) {
    return assertThrows(WorkbenchException.class, () -> make(request)).code();
  }

  @Test
  void keepsClientAndLogo() throws IOException {
    Path file = folder.resolve("logo.svg");
    Files.writeString(
        file,
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><rect width='9'"
            + " height='9'/></svg>");
    assertEquals("", ReportSettings.of(workspace).client());
    ReportSettings.keepClient(workspace, " Nordwand GmbH ");
    assertEquals(
        new ReportSettings("Nordwand GmbH", "report-logo.svg"),
        ReportSettings.keepLogo(workspace, file));
    Files.delete(file);
    RecordedResults.record(workspace, LeadScoring.NAME, LeadResults.sample());
    Document page = Jsoup.parse(html("en"));
    assertEquals("Nordwand GmbH", page.expectFirst(".client").text());
    assertTrue(page.expectFirst("img").attr("src").startsWith("data:image/svg+xml;base64,"));
    ReportSettings.withoutLogo(workspace);
    assertEquals(0, Jsoup.parse(html("en")).select("img").size());
  }
}
