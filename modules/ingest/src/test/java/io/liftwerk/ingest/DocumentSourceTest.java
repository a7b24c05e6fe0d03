package io.liftwerk.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.workspace.Hashes;
import io.liftwerk.workspace.JobRunner;
import io.liftwerk.workspace.Run;
import io.liftwerk.workspace.RunRecord;
import io.liftwerk.workspace.WorkbenchException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Articles as documents: one table a set, one row a document, nothing lost. */
class DocumentSourceTest {
  @TempDir Path folder;
  private Bench bench;

  @BeforeEach
  void open() {
    bench = new Bench(folder);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private Path page(String name, String content) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      return Files.writeString(file, content);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private List<ImportedTable> load(@Nullable String as, Path... files) {
    return bench
        .result(
            new ImportRequest(
                Stream.of(files).map(Path::toString).toList(), as, List.of(), Map.of()))
        .tables();
  }

  private static List<Path> filesOf(String folder) {
    try (Stream<Path> files = Files.list(XmlSourceTest.SAMPLES.resolve(folder))) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void theArticlesOfTheSampleClient() {
    var files = new ArrayList<Path>();
    files.addAll(filesOf("articles/own"));
    files.addAll(filesOf("articles/competitors"));
    List<ImportedTable> tables = load(null, files.toArray(Path[]::new));
    assertEquals(
        List.of("aussagen", "own", "competitors"),
        tables.stream().map(ImportedTable::name).toList());
    assertEquals(17, tables.get(1).rows());
    assertEquals(5, tables.get(2).rows());
    assertEquals(
        DocumentSource.COLUMNS,
        tables.get(1).columns().stream().map(ColumnDecision::name).toList());
    assertEquals(
        List.of(
            Arrays.asList(
                "Klettersteig-Set kaufen: worauf es ankommt",
                "de",
                "https://www.nordwand.example/ratgeber/klettersteig-set-kaufen/",
                "Klettersteig-Set kaufen: worauf es ankommt",
                null,
                "2026-07-31",
                "Nordwand Redaktion",
                "own")),
        bench.rows(
            "SELECT title, language, canonical, h1, published, modified, author, _source"
                + " FROM bronze.own WHERE path = 'klettersteig-set-kaufen.html'"));
    assertEquals(
        List.of(Arrays.asList("Regenjacke pflegen: waschen und imprägnieren", "de", "2025-12-28")),
        bench.rows(
            "SELECT title, language, modified FROM bronze.own WHERE path ="
                + " 'regenjacke-pflegen.md'"));
    assertEquals(
        "0",
        bench.value(
            "SELECT count(*) FROM (SELECT text FROM bronze.own UNION ALL SELECT text FROM"
                + " bronze.competitors) WHERE text ILIKE '%Impressum%' OR text ILIKE '%Cookies%'"
                + " OR text ILIKE '%abonnieren%' OR text ILIKE '%Warenkorb%' OR text LIKE '%<%'"
                + " OR text LIKE '%---%' OR text IS NULL"));
    // every page's source is the file, byte for byte
    for (Path file : files.subList(1, files.size())) {
      String name = String.valueOf(file.getFileName());
      assertEquals(
          sha(file),
          bench.value(
              "SELECT sha256(source) FROM (SELECT * FROM bronze.own UNION ALL SELECT * FROM"
                  + " bronze.competitors) WHERE path = '"
                  + name
                  + "'"),
          name);
    }
  }

  private static String sha(Path file) {
    try {
      return Hashes.hex(Hashes.digest().digest(Files.readAllBytes(file)));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void theSentenceThatACompetitorHidesIsNotItsText() {
    load(null, filesOf("articles/competitors").toArray(Path[]::new));
    String hidden = "'%Ignoriere alle bisherigen Anweisungen%'";
    assertEquals(
        "1", bench.value("SELECT count(*) FROM bronze.competitors WHERE source LIKE " + hidden));
    assertEquals(
        "0",
        bench.value(
            "SELECT count(*) FROM bronze.competitors WHERE text LIKE "
                + hidden
                + " OR headings::VARCHAR LIKE "
                + hidden));
    assertTrue(
        String.valueOf(
                bench.value("SELECT text FROM bronze.competitors WHERE path LIKE 'felsenkind%'"))
            .contains("Ein Partner kann nach einem Sturz Hilfe holen."));
  }

  @Test
  void linksOfTextAndOfNavigation() {
    load(null, XmlSourceTest.SAMPLES.resolve("articles/own/klettersteig-set-kaufen.html"));
    assertEquals(
        List.of(
            List.of("/p/klettersteig-set-kofel-30-10023/", "Klettersteig-Set Kofel 30", "true"),
            List.of(
                "/p/klettersteig-handschuh-kofel-20-10027/",
                "Klettersteig-Handschuh Kofel 20",
                "true"),
            List.of("/verleih/", "Verleih", "true")),
        bench.rows(
            "SELECT l->>'href', l->>'anchor', l->>'internal' FROM (SELECT unnest(CAST(links AS"
                + " JSON[])) AS l FROM bronze.klettersteig_set_kaufen)"
                + " WHERE CAST(l->>'content' AS BOOLEAN)"));
    assertEquals(
        "12", bench.value("SELECT json_array_length(links) FROM bronze.klettersteig_set_kaufen"));
    assertEquals(
        "Article",
        bench.value(
            "SELECT json_extract_string(schema_org, '$[0].\"@type\"')"
                + " FROM bronze.klettersteig_set_kaufen"));
    assertEquals(
        "{\"level\":2,\"text\":\"Welche Norm muss ein Klettersteig-Set erfüllen?\"}",
        bench.value("SELECT json_extract(headings, '$[1]') FROM bronze.klettersteig_set_kaufen"));
  }

  @Test
  void theFolderIsTheTableUnlessANameIsGiven() {
    Path one = page("Unsere Seiten/b.html", "<p>Zwei Wörter</p>");
    Path two = page("Unsere Seiten/a.md", "# Titel\n\nEin Satz.");
    Path csv = bench.file("zahlen.csv", "a,b\n1,2\n");
    List<ImportedTable> tables = load(null, one, csv, two);
    assertEquals(
        List.of("unsere_seiten", "zahlen"), tables.stream().map(ImportedTable::name).toList());
    assertEquals("Unsere Seiten", tables.getFirst().file());
    assertEquals(
        List.of(Arrays.asList("a.md", "Titel", "1", "3"), Arrays.asList("b.html", null, "2", "2")),
        bench.rows("SELECT path, title, _row, words FROM bronze.unsere_seiten ORDER BY _row"));
    assertEquals("Documents", new BronzeTables(bench.workspace()).list().getFirst().kind());
    assertEquals("artikel", load("artikel", two, one).getFirst().name());
    // one alone is called by its own name, and a set of one it is
    assertEquals("a", load(null, two).getFirst().name());
    assertEquals(
        "name-for-many", assertThrows(WorkbenchException.class, () -> load("x", one, csv)).code());
  }

  @Test
  void theSameSetAgainIsNoticedAndEveryFileIsAnInput() {
    Path one = page("own/b.html", "<p>Eins</p>");
    Path two = page("own/a.md", "Zwei");
    var runner = new JobRunner(bench.workspace(), Runnable::run);
    var request = ImportRequest.of(List.of(one.toString(), two.toString()));
    Run<ImportResult> first = runner.run(new FileImport(request));
    assertEquals(
        List.of(
            new RunRecord.Input("own/a.md", sha(two), 4),
            new RunRecord.Input("own/b.html", sha(one), 11)),
        first.record().inputs());
    assertEquals(
        Hashes.sha256(sha(two) + "\n" + sha(one) + "\n"),
        first.result().tables().getFirst().sha256());
    Run<ImportResult> again =
        runner.run(new FileImport(ImportRequest.of(List.of(two.toString(), one.toString()))));
    assertEquals(first.record().resultHash(), again.record().resultHash());
    assertEquals(
        "The same documents are already in 'own', so they were not loaded again.",
        again.result().tables().getFirst().notes().getFirst());
    assertEquals(List.of("bronze.own", "load.l000001"), bench.tables());
    page("own/b.html", "<p>Geändert</p>");
    var changed = ((FileImport) new FileImport(parametersOf(first)));
    assertEquals(
        "input-changed", assertThrows(WorkbenchException.class, () -> runner.run(changed)).code());
    assertEquals("own", load(null, one, two).getFirst().name());
  }

  private static ImportRequest parametersOf(Run<ImportResult> run) {
    try {
      return io.liftwerk.workspace.Json.mapper()
          .treeToValue(run.record().parameters(), ImportRequest.class);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aSetCanBeRenamedAndUndoneAsOtherTables() {
    Path one = page("own/a.md", "---\ndate: 2026-03-01\n---\nEin Satz");
    load(null, one, page("own/b.md", "Zwei"));
    var tables = new BronzeTables(bench.workspace());
    tables.rename("own", "artikel");
    assertEquals(
        List.of(List.of("BIGINT", "DATE", "2", "2026-03-01", "own")),
        bench.rows(
            "SELECT typeof(words), typeof(published), words, published, _source"
                + " FROM bronze.artikel WHERE path = 'a.md'"));
    tables.undo();
    tables.undo();
    assertEquals(List.of(), bench.tables());
  }

  @Test
  void whatTheyAreRecognisedBy() {
    assertEquals(
        new Found("documents", 0.95, "Files that end in .html, .md are kept as documents."),
        DocumentSource.found(List.of(".md", ".html")));
    assertEquals(0.7, DocumentSource.found(List.of(".txt")).confidence());
  }

  @Test
  void aDocumentAloneIsNoticedToo() {
    Path file = page("a.html", "<title>T</title><p>Text</p>");
    assertEquals(sha(file), load(null, file).getFirst().sha256());
    assertEquals(
        "The same file is already in 'a', so it was not loaded again.",
        load(null, file).getFirst().notes().getFirst());
  }

  @Test
  void whatAnEditorKeepsInFrontMatter() {
    Path file =
        page(
            "a.md",
            """
            ---
            title: "Schuhe: richtig \\"anpassen\\""
            date: 2026-03-01T08:00:00+01:00
            lastmod: 2026-04-02   # zuletzt
            Überschrift: 'it''s'
            authors:
              - Ada
              - name
            tags: [a, "b, c"]
            seo:
              description: tief
            summary: |
              Erste Zeile
              zweite
            ---
            # Überschrift

            Ein [Verweis](https://b.example/x "t") und <b>mehr</b>.

            <script>alert(1)</script>
            <div hidden>Nicht zu sehen</div>

            ## Zweite
            """);
    load(null, file);
    assertEquals(
        List.of(
            Arrays.asList(
                "Schuhe: richtig \"anpassen\"",
                "Erste Zeile\nzweite",
                "2026-03-01",
                "2026-04-02",
                "Ada, name",
                "Überschrift",
                "Überschrift\nEin Verweis und mehr.\nZweite",
                "6",
                null)),
        bench.rows(
            "SELECT title, description, published, modified, author, h1, text, words, schema_org"
                + " FROM bronze.a"));
    assertEquals(
        List.of(List.of("it's", "[\"a\",\"b, c\"]", "tief")),
        bench.rows(
            "SELECT front_matter->>'Überschrift', front_matter->>'tags',"
                + " front_matter->>'$.seo.description' FROM (SELECT CAST(front_matter AS JSON) AS"
                + " front_matter FROM bronze.a)"));
  }

  @Test
  void aRuleIsNoFrontMatter() {
    load(null, page("a.md", "---\nNur ein Satz.\n---\nMehr."));
    assertEquals(
        List.of(Arrays.asList("Nur ein Satz.\nMehr.", null)),
        bench.rows("SELECT text, front_matter FROM bronze.a"));
    load(null, page("b.md", "---\ntitle: nie geschlossen\n"));
    assertNull(bench.value("SELECT front_matter FROM bronze.b"));
    load(null, page("c.md", "+++\ntitle = \"Hugo\"\ntags = ['a']\n+++\nText"));
    assertEquals(List.of(List.of("Hugo", "Text")), bench.rows("SELECT title, text FROM bronze.c"));
  }

  @Test
  void daysThatAreNotWrittenAlikeStayAsTheyAre() {
    Path one = page("s/a.md", "---\ndate: 2026-03-01\n---\nEins");
    Path two = page("s/b.md", "---\ndate: 3. März 2026\n---\nZwei");
    load(null, one, two);
    assertEquals(
        List.of(List.of("2026-03-01"), List.of("3. März 2026")),
        bench.rows("SELECT published FROM bronze.s ORDER BY _row"));
  }

  @Test
  void encodings() {
    record Case(String name, Charset is, String head, String label) {}
    Charset cp1252 = Charset.forName("windows-1252");
    for (Case one :
        List.of(
            new Case("plain.html", StandardCharsets.UTF_8, "", "UTF-8"),
            new Case("none.html", cp1252, "", "windows-1252"),
            new Case("meta.html", cp1252, "<meta charset=iso-8859-1>", "windows-1252"),
            new Case(
                "equiv.html",
                Charset.forName("ISO-8859-15"),
                "<meta http-equiv='Content-Type' content='text/html; charset=ISO-8859-15'>",
                "ISO-8859-15"),
            new Case("wrong.html", StandardCharsets.UTF_8, "<meta charset=iso-8859-1>", "UTF-8"),
            new Case("claims.html", cp1252, "<meta charset=utf-8>", "windows-1252"),
            new Case("wide.html", StandardCharsets.UTF_16LE, "\uFEFF", "UTF-16LE with BOM"),
            new Case("mark.md", StandardCharsets.UTF_8, "\uFEFF", "UTF-8 with BOM"),
            new Case("old.md", cp1252, "", "windows-1252"))) {
      Path file = bench.file(one.name(), (one.head() + "<p>Größe 5 €</p>").getBytes(one.is()));
      ImportedTable table = bench.load(file);
      assertEquals(one.label(), table.encoding(), one.name());
      assertEquals("Größe 5 €", bench.value("SELECT text FROM bronze." + table.name()));
      assertTrue(
          String.valueOf(bench.value("SELECT source FROM bronze." + table.name()))
              .endsWith("<p>Größe 5 €</p>"));
    }
  }

  @Test
  void lineEndsAndBlanksStayInTheSource() {
    String source = "<p>a</p>\r\n\r\n  <p>\"b\", c;</p>\t\n \n";
    bench.load(bench.file("a.html", source));
    assertEquals(source, bench.value("SELECT source FROM bronze.a"));
    assertEquals("a\n\"b\", c;", bench.value("SELECT text FROM bronze.a"));
  }

  @Test
  void gzippedPagesAndOtherEndings() throws IOException {
    for (String name : List.of("a.htm", "b.XHTML", "c.html.gz", "d.markdown")) {
      String html = "<title>" + name + "</title><body><p>Hallo</p></body>";
      byte[] bytes = html.getBytes(StandardCharsets.UTF_8);
      Path file = bench.file(name, name.endsWith(".gz") ? BadInputTest.gzip(html) : bytes);
      bench.load(file);
      assertEquals("Hallo", bench.value("SELECT text FROM bronze." + name.substring(0, 1)));
    }
  }

  @Test
  void whatIsCalledTextIsADocumentOnlyWhenItIsProse() {
    Path prose =
        bench.file(
            "notiz.txt",
            "Über uns\n\nWir verkaufen Ausrüstung für Berge, seit langem schon. Unsere Läden stehen"
                + " in München und Innsbruck.\n\nKommt vorbei und lasst euch in Ruhe beraten!\n");
    bench.load(prose);
    assertEquals(
        List.of(Arrays.asList("Über uns", "25", "[]")),
        bench.rows("SELECT title, words, headings FROM bronze.notiz"));
    ImportedTable table = bench.load(bench.file("t.txt", "name\tzahl\nA\t1\nB\t2\n"));
    assertEquals("\t", table.delimiter());
    String words = "keyword\n" + "klettersteig set kaufen\n".repeat(30);
    assertEquals(30, bench.load(bench.file("k.txt", words)).rows());
    String log =
        "1.2.3.4 - - [01/Oct/2026:00:00:01 +0200] \"GET / HTTP/1.1\" 200 5 \"-\" \"Mozilla/5.0"
            + " (X)\"\n";
    assertEquals("Log", FilePreviews.of(bench.file("l.txt", log.repeat(9))).kind());
    assertEquals(
        "CSV",
        FilePreviews.of(bench.file("r.txt", "User-agent: *\nDisallow: /warenkorb/\nAllow: /\n"))
            .kind());
  }

  @Test
  void aLoginPageInPlaceOfAnExportIsStillRefused() {
    String page = "<!-- saved -->\n<!DOCTYPE html>\n<html><body><p>Sign in</p></body></html>";
    for (String name : List.of("leads.csv", "export.txt", "export", "feed.xml", "x.json")) {
      WorkbenchException refusal = bench.refused(bench.file(name, page));
      assertEquals("not-a-table", refusal.code(), name);
      assertTrue(refusal.sentence().contains("a web page"), refusal.sentence());
    }
  }

  @Test
  void nothingToRead() throws IOException {
    Path shell =
        page("app.html", "<html><title>App</title><body><div id=app></div><script>1</script>");
    WorkbenchException refusal = bench.refused(shell);
    assertEquals("document-no-text", refusal.code());
    assertTrue(refusal.sentence().startsWith("app.html holds no text"), refusal.sentence());
    assertEquals("file-empty", bench.refused(page("empty.md", "")).code());
    assertEquals("document-no-text", bench.refused(page("blank.md", " \n\n")).code());
    // among others it is kept, and said
    ImportedTable table =
        load(null, page("s/app.html", Files.readString(shell)), page("s/b.md", "Text")).getFirst();
    assertEquals(2, table.rows());
    assertEquals(
        List.of("1 document holds no text that a reader would see: app.html."), table.notes());
    Path large = folder.resolve("large.html");
    try (var out = new RandomAccessFile(large.toFile(), "rw")) {
      out.writeBytes("<html><p>x</p>");
      out.setLength(200L << 20);
      out.seek(0);
      out.write("<html><p>".repeat(10_000).getBytes(StandardCharsets.US_ASCII));
    }
    refusal = bench.refused(large);
    assertEquals("document-too-large", refusal.code());
    assertEquals(
        "large.html has 200 MB, more than the 10 MB a document may have.", refusal.sentence());
    assertEquals(
        "document-too-large",
        assertThrows(WorkbenchException.class, () -> FilePreviews.of(large)).code());
    assertEquals("not-a-table", bench.refused(page("p.html", "%PDF-1.7 not a page")).code());
  }

  @Test
  void aLongDocumentIsLoadedWhole() {
    String sentence = "Ein Satz mit \"Zeichen\", und\nnoch einer.\n\n";
    int times = (int) DocumentSource.LARGEST / sentence.length();
    String source = sentence.repeat(times);
    bench.load(page("lang.md", source));
    assertEquals(
        List.of(List.of(Hashes.sha256(source), String.valueOf(7 * times))),
        bench.rows("SELECT sha256(source), words FROM bronze.lang"));
  }

  @Test
  void aFileNamedTwiceIsOneDocument() {
    Path file = page("a.html", "<p>Text</p>");
    ImportedTable table = load(null, file, file).getFirst();
    assertEquals("a", table.name());
    assertEquals(1, table.rows());
  }

  @Test
  void aSetIsLoadedWholeOrNotAtAll() {
    Path good = page("s/a.html", "<p>Text</p>");
    Path gone = folder.resolve("s/gone.html");
    WorkbenchException refusal =
        assertThrows(WorkbenchException.class, () -> load(null, good, gone));
    assertEquals("file-missing", refusal.code());
    assertEquals(List.of(), bench.tables());
    bench.assertStagingEmpty();
  }

  @Test
  void aPreviewOfADocument() {
    FilePreview preview =
        FilePreviews.of(XmlSourceTest.SAMPLES.resolve("articles/own/regenjacke-pflegen.md"));
    assertEquals("Markdown", preview.kind());
    assertEquals(1, preview.rows().size());
    assertEquals("Regenjacke pflegen: waschen und imprägnieren", preview.rows().getFirst().get(1));
    assertTrue(preview.rows().getFirst().getLast().endsWith("…"));
    assertEquals(List.of("Files that end in .md are kept as documents."), preview.notes());
    assertFalse(preview.columns().isEmpty());
  }
}
