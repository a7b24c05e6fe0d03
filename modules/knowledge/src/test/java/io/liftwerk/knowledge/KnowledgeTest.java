package io.liftwerk.knowledge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.ingest.Erasure;
import io.liftwerk.ingest.HandedOver;
import io.liftwerk.testsupport.TinyCrossEncoder;
import io.liftwerk.text.CrossEncoder;
import io.liftwerk.text.Language;
import io.liftwerk.workspace.CancelledException;
import io.liftwerk.workspace.WorkbenchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnowledgeTest {
  private static final String CARE =
      """
      ---
      title: Regenjacke pflegen
      date: 2026-03-12
      ---
      # Regenjacke pflegen
      Eine Regenjacke atmet nur, wenn sie sauber ist.
      ## Waschen
      Waschen Sie die Jacke bei 30 Grad mit flüssigem Waschmittel.
      """;

  private static final String BOOTS =
      """
      # How to fit boots
      Come in the afternoon, when feet are larger. The heel must be held.
      """;

  @TempDir Path folder;
  private Client client;

  @BeforeEach
  void open() throws IOException {
    client = new Client(folder);
    client.write("own/jacke.md", CARE);
    client.write("own/boots.md", BOOTS);
    client.write(
        "wettbewerber/seil.md",
        "# Seile\nEin Kletterseil hält zehn Jahre, wenn es trocken liegt.\n");
    client.write("wettbewerber/helm.md", "# Helme\nEin Helm schützt vor Steinschlag.\n");
  }

  @AfterEach
  void close() {
    client.close();
  }

  private void loadAll() {
    client.load("own");
    client.load("wettbewerber");
  }

  @Test
  void passagesAreFoundByWordsAndMeaningAndSayWhy() {
    loadAll();
    IndexResult indexed = client.index();
    SearchResult result = client.search(SearchRequest.of("Wie wasche ich Regenjacken?"));

    assertEquals(4, indexed.state().documents());
    assertEquals(5, indexed.embedded());
    Hit first = result.hits().getFirst();
    assertEquals("own/jacke.md#2", first.passage().id());
    assertEquals("Regenjacke pflegen", first.document().title());
    assertEquals("2026-03-12", String.valueOf(first.document().date()));
    assertEquals(Language.GERMAN, first.document().language());
    Hit.Lexical words = Objects.requireNonNull(first.lexical());
    Hit.Dense meaning = Objects.requireNonNull(first.dense());
    assertEquals(List.of("wasche", "Regenjacken"), words.matched());
    assertEquals(.7 * words.scaled() + .3 * meaning.scaled(), first.score(), 1e-9);
    assertEquals(.3, result.denseWeight());
    assertEquals(.5, client.search(SearchRequest.of("how do boots fit")).denseWeight());
    assertEquals(indexed.state(), result.index());
    assertEquals(List.of(), result.notes());
  }

  @Test
  void rolesComeFromNamesUntilSomebodySaysSo() {
    loadAll();
    client.index();
    SearchRequest rope = SearchRequest.of("Kletterseil");

    assertEquals(2, client.search(rope.in(Role.COMPETITOR)).hits().size());
    assertTrue(
        client.search(rope.in(Role.OWN)).hits().stream()
            .noneMatch(hit -> hit.document().source().equals("wettbewerber")));
    RoleResult said =
        client.runner().run(new RoleSetting(new RoleRequest("Wettbewerber", Role.OWN))).result();
    assertEquals(new RoleResult("wettbewerber", Role.COMPETITOR, Role.OWN), said);
    assertEquals(List.of(), client.search(rope.in(Role.COMPETITOR)).hits());
    assertEquals(
        "wettbewerber/seil.md#1",
        client.search(rope.in(Role.OWN)).hits().getFirst().passage().id());
    assertEquals(
        "source-unknown",
        code(() -> client.runner().run(new RoleSetting(new RoleRequest("x", Role.OWN)))));
  }

  @Test
  void filtersLeaveOutTheRest() {
    loadAll();
    client.index();
    SearchRequest all = SearchRequest.of("Jacke boots Kletterseil");

    assertEquals(5, client.search(all).hits().size());
    assertEquals(1, client.search(all.in(Language.ENGLISH)).hits().size());
    assertEquals(2, client.search(all.inDocument("own/jacke.md")).hits().size());
    assertEquals(2, client.search(all.top(2)).hits().size());
  }

  @Test
  void onlyWhatHasChangedIsEmbeddedAgain() throws IOException {
    loadAll();
    IndexResult first = client.index();
    IndexResult same = client.index();
    client.write("neu/zelt.md", "# Zelte\nEin Zelt steht auf ebenem Grund.\n");
    client.load("neu");
    List<String> stale = client.search(SearchRequest.of("Jacke")).notes();
    IndexResult more = client.index();
    client.remove("own");
    IndexResult less = client.index();

    assertEquals(first.state(), same.state());
    assertEquals(0, same.embedded());
    assertEquals(List.of("The source 'zelt' is not indexed yet."), stale);
    assertEquals(1, more.embedded());
    assertEquals(5, more.kept());
    assertEquals(0, less.embedded());
    assertEquals(3, less.removed());
    assertTrue(client.found("Regenjacke").stream().noneMatch(id -> id.startsWith("own/")));
    client.undo();
    assertEquals(
        List.of("The source 'own' is not indexed yet."),
        client.search(SearchRequest.of("Zelt")).notes());
  }

  @Test
  void equalSourcesMakeEqualIndexes() {
    loadAll();
    String once = client.index().state().sha256();
    client.remove("own");
    client.index();
    client.undo();
    assertEquals(once, client.index().state().sha256());
  }

  @Test
  void aKillLeavesTheIndexThatWas() throws IOException {
    loadAll();
    client.index();
    Path index = client.workspace().index();
    Path done;
    try (Stream<Path> all = Files.list(index)) {
      done = all.findFirst().orElseThrow();
    }
    // what a kill leaves: a draft, and a complete index whose run was never committed
    Files.createDirectories(index.resolve(".draft-0990"));
    Path lost = Files.createDirectories(index.resolve("run-0991"));
    Files.copy(done.resolve(Generation.FILE), lost.resolve(Generation.FILE));
    client.reopen();

    assertTrue(client.found("Regenjacke").getFirst().startsWith("own/jacke.md#"));
    client.write("neu/zelt.md", "# Zelte\nEin Zelt steht auf ebenem Grund.\n");
    client.load("neu");
    client.index();
    assertEquals("zelt/zelt.md#1", client.found("Zelt").getFirst());
    assertFalse(Files.exists(lost));
    assertFalse(Files.exists(index.resolve(".draft-0990")));
  }

  @Test
  void aCancelledIndexingLeavesTheIndexThatWas() throws IOException {
    loadAll();
    IndexResult before = client.index();
    for (int i = 0; i < 40; i++) {
      client.write("viele/artikel" + i + ".md", "# Artikel " + i + "\nSatz Nummer " + i + ".\n");
    }
    client.load("viele");
    assertThrows(
        CancelledException.class,
        () ->
            client
                .runner()
                .run(
                    new KnowledgeIndexing(IndexRequest.AS_BEFORE),
                    null,
                    handle -> {
                      if (handle.phrase().startsWith("embedding 16")) {
                        handle.cancel();
                      }
                    }));

    try (KnowledgeBase base = KnowledgeBase.open(client.workspace())) {
      assertEquals(before.state(), base.state());
    }
    try (Stream<Path> all = Files.list(client.workspace().index())) {
      assertEquals(1, all.count());
    }
  }

  @Test
  void whoIsErasedIsGoneFromTheIndex() throws Exception {
    client.write("own/kontakt.md", "# Kontakt\nSchreiben Sie an erika.quenzl@example.com.\n");
    loadAll();
    client.index();
    client
        .runner()
        .run(Erasure.of(client.workspace(), List.of("niemand@example.com"), HandedOver.TO_NOBODY));
    client.workspace().rewrite();
    assertFalse(client.found("Kontakt").isEmpty());
    client
        .runner()
        .run(
            Erasure.of(
                client.workspace(), List.of("erika.quenzl@example.com"), HandedOver.TO_NOBODY));
    client.workspace().rewrite();

    try (Stream<Path> all = Files.walk(client.workspace().index())) {
      assertEquals(List.of(), all.filter(Files::isRegularFile).toList());
    }
    assertEquals("index-missing", code(() -> client.found("Kontakt")));
    client.index();
    assertFalse(client.found("Kontakt").isEmpty());
  }

  @Test
  void productsOfAFeedAreDocuments() throws IOException {
    client.write(
        "feed.tsv",
        """
        id\ttitle\tdescription\tlink\timage_link\tavailability\tprice\tbrand\tcondition
        A1\tKlettersteigset Kalk\tEin leichtes Set mit Bandfalldämpfer für Klettersteige.\thttps://shop.example/a1\thttps://shop.example/a1.jpg\tin stock\t129.95 EUR\tKaltfels\tnew
        A2\tZelt Firn 2\tEin Zelt für zwei Personen, das auch im Schnee steht.\thttps://shop.example/a2\thttps://shop.example/a2.jpg\tin stock\t349.00 EUR\tKaltfels\tnew
        """);
    client.load("feed.tsv");
    client.index();
    Hit hit = client.search(SearchRequest.of("Zelt für Schnee")).hits().getFirst();

    assertEquals("feed/A2", hit.document().id());
    assertEquals(SourceDocument.Kind.PRODUCT, hit.document().kind());
    assertEquals("Zelt Firn 2", hit.document().product());
    assertEquals("https://shop.example/a2", hit.document().url());
    assertTrue(hit.passage().text().contains("price: 349.00"), hit.passage().text());
    assertTrue(hit.passage().text().contains("brand: Kaltfels"), hit.passage().text());
    String schemaOrg = String.valueOf(hit.document().schemaOrg());
    for (String stated :
        List.of(
            "\"name\":\"Zelt Firn 2\"",
            "\"image\":\"https://shop.example/a2.jpg\"",
            "\"brand\":{\"@type\":\"Brand\",\"name\":\"Kaltfels\"}",
            "\"price\":\"349.00\",\"priceCurrency\":\"EUR\"",
            "https://schema.org/InStock")) {
      assertTrue(schemaOrg.contains(stated), schemaOrg);
    }
  }

  /** What a row does not say for certain is left out of what it states of its product. */
  @Test
  void aSalePriceWithDaysOfItsOwnIsNoPrice() {
    var cells = new HashMap<String, String>();
    cells.put(ProductData.PRICE, "20");
    cells.put(ProductData.SALE_PRICE, "15.50 EUR");
    assertTrue(product(cells, null).contains("\"price\":\"15.50\",\"priceCurrency\":\"EUR\""));
    cells.put(ProductData.SALE_DAYS, "2026-11-01T00:00/2026-11-30T23:59");
    assertFalse(product(cells, "EUR").contains("offers"));
    cells.remove(ProductData.SALE_PRICE);
    assertTrue(product(cells, "EUR").contains("\"price\":\"20\",\"priceCurrency\":\"EUR\""));
    assertFalse(product(cells, null).contains("offers"), "no currency is known");
    cells.put(ProductData.AVAILABILITY, "bald wieder da");
    assertFalse(product(cells, "EUR").contains("availability"));
  }

  private static String product(Map<String, String> cells, @Nullable String currency) {
    return ProductData.of("Zelt", null, null, cells, currency);
  }

  @Test
  void whatCannotBeSearchedIsSaid() {
    assertEquals("index-no-source", code(client::index));
    assertEquals("index-missing", code(() -> client.found("Zelt")));
    loadAll();
    client.index();
    assertEquals("search-empty", code(() -> client.found("  … ?! ")));
    assertEquals("search-top", code(() -> client.search(SearchRequest.of("a").top(0))));
    assertEquals("embedder-half", code(() -> client.runner().run(indexing("model.onnx", null))));
    assertEquals(
        "embedder-file", code(() -> client.runner().run(indexing("none.onnx", "none.json"))));
  }

  private static KnowledgeIndexing indexing(String model, @Nullable String tokenizer) {
    return new KnowledgeIndexing(new IndexRequest(model, tokenizer, false));
  }

  @Test
  void aCrossEncoderPutsTheBestInItsOwnOrder(@TempDir Path models) throws IOException {
    loadAll();
    client.index();
    SearchRequest request = SearchRequest.of("Wie wasche ich Regenjacken?").top(3);
    SearchResult before = client.search(request.top(50));
    Path model = TinyCrossEncoder.write(models, List.of("ein", "steinschlag", "helm"));
    try (KnowledgeBase base = KnowledgeBase.open(client.workspace());
        CrossEncoder encoder = CrossEncoder.of(model, models.resolve("tokenizer.json"))) {
      SearchResult after = base.search(request, encoder);

      assertEquals(encoder.sha256(), after.reranker());
      assertNull(before.reranker());
      assertEquals(3, after.hits().size());
      List<Double> best =
          before.hits().stream()
              .map(hit -> encoder.score(request.query(), hit.passage().text()))
              .sorted(Comparator.reverseOrder())
              .limit(3)
              .toList();
      assertEquals(best, after.hits().stream().map(Hit::reranked).toList());
      assertEquals(List.of(1, 2, 3), after.hits().stream().map(Hit::rank).toList());
      // it says what words and meaning gave all the same
      for (Hit hit : after.hits()) {
        Hit same =
            before.hits().stream()
                .filter(one -> one.passage().equals(hit.passage()))
                .findFirst()
                .orElseThrow();
        assertEquals(same.lexical(), hit.lexical());
        assertEquals(same.dense(), hit.dense());
        assertEquals(same.score(), hit.score());
      }
      assertNotEquals(
          before.hits().getFirst().passage().id(), after.hits().getFirst().passage().id());
    }
  }

  @Test
  void rulesForWritersAreNoSource() throws IOException {
    client.write("own/Stilhandbuch.md", "# Stil\nKurze Sätze, höchstens zwanzig Wörter.\n");
    client.write("own/stilhandbuch-lesen.md", "# Lesen\nWie man ein Handbuch mit Gewinn liest.\n");
    loadAll();
    IndexResult result = client.index();

    assertTrue(
        result.notes().toString().contains("Stilhandbuch.md tells writers how to write"),
        result.notes()::toString);
    List<String> found = client.found("Stilhandbuch: kurze Sätze, höchstens zwanzig Wörter");
    assertTrue(found.stream().noneMatch(id -> id.contains("Stilhandbuch.md")), found::toString);
    assertTrue(found.stream().anyMatch(id -> id.contains("lesen.md")), found::toString);
  }

  @Test
  void queriesInOtherScriptsFindByMeaningAlone() {
    loadAll();
    client.index();
    for (String query : List.of("등산화 맞추는 방법", "👟🥾", "登山靴")) {
      SearchResult result = client.search(SearchRequest.of(query));
      assertFalse(result.hits().isEmpty(), query);
      assertTrue(result.notes().getFirst().startsWith("No passage holds a word"), query);
    }
  }

  private static String code(Runnable work) {
    return assertThrows(WorkbenchException.class, work::run).code();
  }
}
