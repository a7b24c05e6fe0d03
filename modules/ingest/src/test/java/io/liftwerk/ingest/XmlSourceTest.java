package io.liftwerk.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.liftwerk.testsupport.SharedData;
import io.liftwerk.workspace.Json;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sitemaps, product feeds and other XML as tables. */
class XmlSourceTest {
  static final Path SAMPLES = Path.of(System.getProperty("liftwerk.root", "../.."), "sample-data");

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

  private static String names(ImportedTable table) {
    return table.columns().stream().map(ColumnDecision::name).collect(Collectors.joining(" "));
  }

  private static Found found(String xml) throws Exception {
    byte[] bytes = xml.getBytes(StandardCharsets.UTF_8);
    MarkupEncoding.Content content = () -> new ByteArrayInputStream(bytes);
    var text = new XmlText(Path.of("x.xml"), MarkupEncoding.ofXml(bytes, content), content, false);
    return XmlTable.of(text).found();
  }

  @Test
  void aSitemapWithAllItMaySay() {
    ImportedTable table =
        bench.load(
            bench.file(
                "sitemap.xml",
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
                    xmlns:x="http://www.w3.org/1999/xhtml"
                    xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"
                    xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
                  <url>
                    <loc> https://a.example/?p=1&amp;q=ä </loc>
                    <lastmod>2026-09-01</lastmod><changefreq>weekly</changefreq>
                    <priority>0.8</priority>
                    <x:link rel="alternate" hreflang="de-AT" href="https://at.a.example/"/>
                    <image:image><image:loc> https://a.example/1.jpg
                      </image:loc><image:caption><![CDATA[A & B]]></image:caption></image:image>
                    <image:image><image:loc>https://a.example/2.jpg</image:loc></image:image>
                  </url>
                  <url
                      ><loc>https://a.example/news</loc>
                    <news:news><news:publication><news:name>Blatt</news:name></news:publication>
                      <news:title>Titel</news:title></news:news>
                  </url>
                </urlset>
                """));
    assertEquals("loc lastmod changefreq priority alternates images news", names(table));
    assertEquals(
        List.of(
            Arrays.asList(
                "https://a.example/?p=1&q=ä",
                "2026-09-01",
                "weekly",
                "0.8",
                "[{\"rel\":\"alternate\",\"hreflang\":\"de-AT\",\"href\":\"https://at.a.example/\"}]",
                "[{\"loc\":\"https://a.example/1.jpg\",\"caption\":\"A & B\"},"
                    + "{\"loc\":\"https://a.example/2.jpg\"}]",
                null,
                "6"),
            Arrays.asList(
                "https://a.example/news",
                null,
                null,
                null,
                null,
                null,
                "[{\"publication\":{\"name\":\"Blatt\"},\"title\":\"Titel\"}]",
                "15")),
        bench.rows(
            "SELECT loc, lastmod, changefreq, priority, alternates, images, news, _row"
                + " FROM bronze.sitemap ORDER BY _row"));
    assertEquals(ColumnType.DATE, table.columns().get(1).type());
    assertEquals(List.of(), table.notes());
    assertEquals("UTF-8", table.encoding());
    assertEquals("XML", new BronzeTables(bench.workspace()).list().getFirst().kind());
  }

  @Test
  void listsOfSitemapsAndTheirColumnsThatNothingFills() throws Exception {
    String xml =
        "<sitemapindex><sitemap><loc>https://a.example/1.xml</loc></sitemap></sitemapindex>";
    ImportedTable table = bench.load(bench.file("index.xml", xml));
    assertEquals("loc lastmod", names(table));
    assertEquals("sitemap-index", found(xml).id());
    assertEquals("sitemap", found("<urlset><url><loc>x</loc></url></urlset>").id());
    ImportedTable bare = bench.load(bench.file("b.xml", "<urlset><url/></urlset>"));
    assertEquals("loc lastmod changefreq priority", names(bare));
    assertEquals(List.of("1 entry has no address."), bare.notes());
  }

  @Test
  void fiftyThousandAddressesEachWithItsLine() {
    var xml = new StringBuilder("<?xml version=\"1.0\"?>\n<urlset>\n");
    for (int i = 0; i < 50_000; i++) {
      xml.append("<url>\n<loc>https://a.example/?a=1&amp;b=").append(i).append("</loc>\n</url>\n");
    }
    ImportedTable table = bench.load(bench.file("large.xml", xml.append("</urlset>").toString()));
    assertEquals(50_000, table.rows());
    assertEquals(
        "0",
        bench.value(
            "SELECT count(*) FROM bronze.large WHERE loc <> 'https://a.example/?a=1&b='"
                + " || ((_row - 3) // 3) OR _row % 3 <> 0"));
    assertEquals("50000", bench.value("SELECT count(DISTINCT _row) FROM bronze.large"));
  }

  @Test
  void theSitemapOfTheSampleClient() {
    ImportedTable table = bench.load(SAMPLES.resolve("site/sitemap.xml"));
    assertEquals(247, table.rows());
    assertEquals("loc lastmod changefreq priority alternates", names(table));
    assertTrue(
        Integer.parseInt(
                String.valueOf(
                    bench.value(
                        "SELECT count(*) FROM bronze.sitemap WHERE"
                            + " json_extract_string(alternates, '$[1].hreflang') = 'de-AT'")))
            > 200);
    assertEquals(
        "https://www.nordwand.example/",
        bench.value("SELECT loc FROM bronze.sitemap WHERE _row = 3"));
  }

  @Test
  void theFeedsOfTheSampleClientHaveTheSameColumns() {
    ImportedTable austrian = bench.load(SAMPLES.resolve("merchant-center/feed_at.xml"));
    ImportedTable german = bench.load(SAMPLES.resolve("merchant-center/feed_de.tsv"));
    assertEquals(186, austrian.rows());
    assertEquals(
        german.columns().stream().map(column -> column.name().replace(' ', '_')).toList(),
        austrian.columns().stream().map(ColumnDecision::name).toList());
    assertEquals(
        german.columns().stream().map(ColumnDecision::type).toList(),
        austrian.columns().stream().map(ColumnDecision::type).toList());
    // what no market changes is the same, article by article
    assertEquals(
        "186",
        bench.value(
            "SELECT count(*) FROM bronze.feed_at JOIN bronze.feed_de USING (id, title, brand)"
                + " WHERE feed_at.price = feed_de.price"
                + " AND feed_at.size IS NOT DISTINCT FROM feed_de.size"
                + " AND feed_at.gtin IS NOT DISTINCT FROM feed_de.gtin"));
    assertEquals("47100.80", bench.value("SELECT sum(price) FROM bronze.feed_at"));
    assertEquals("19", bench.value("SELECT count(*) FROM bronze.feed_at WHERE size = ' '"));
  }

  @Test
  void aFeedWithoutTheNamespace() throws Exception {
    String xml =
        """
        <rss version="2.0"><channel><title>Shop</title>
        <item><id>1</id><title>Bett</title><link>https://a.example/1</link><price>$2,030</price>
        <size> </size><availability>in stock</availability></item>
        <item><id>2</id><title>Tisch</title><price>$90</price><size>L</size></item>
        </channel></rss>
        """;
    ImportedTable table = bench.load(bench.file("feed.xml", xml));
    assertEquals("id title link price size availability", names(table));
    assertEquals(
        List.of(List.of("2030", " "), List.of("90", "L")),
        bench.rows("SELECT CAST(price AS BIGINT), size FROM bronze.feed ORDER BY _row"));
    assertEquals("merchant-feed-xml", found(xml).id());
    assertTrue(
        found(xml).confidence()
            < found(xml.replace("<id>", "<g:id>").replace("</id>", "</g:id>")).confidence());
  }

  @Test
  void repeatedAttributesAreKeptWhole() {
    bench.load(
        bench.file(
            "feed.xml",
            """
            <rss xmlns:shop="http://base.google.com/ns/1.0"><channel>
            <item><shop:id>1</shop:id><title>T</title><shop:price>5.00 EUR</shop:price>
              <shop:additional_image_link>a.jpg</shop:additional_image_link>
              <shop:additional_image_link>b.jpg</shop:additional_image_link>
              <shop:shipping><shop:country>AT</shop:country><shop:price>5.95 EUR</shop:price>
              </shop:shipping></item>
            <item><shop:id>2</shop:id><shop:additional_image_link>c.jpg</shop:additional_image_link>
              <shop:product_detail><shop:attribute_name>Gewicht</shop:attribute_name>
              <shop:attribute_value>1 kg</shop:attribute_value></shop:product_detail>
              <shop:product_detail><shop:attribute_name>Farbe</shop:attribute_name>
              <shop:attribute_value>rot</shop:attribute_value></shop:product_detail></item>
            </channel></rss>
            """));
    assertEquals(
        List.of(
            Arrays.asList(
                "1", "[\"a.jpg\",\"b.jpg\"]", "{\"country\":\"AT\",\"price\":\"5.95 EUR\"}", null),
            Arrays.asList(
                "2",
                "[\"c.jpg\"]",
                null,
                "[{\"attribute_name\":\"Gewicht\",\"attribute_value\":\"1 kg\"},"
                    + "{\"attribute_name\":\"Farbe\",\"attribute_value\":\"rot\"}]")),
        bench.rows(
            "SELECT id, additional_image_link, shipping, product_detail FROM bronze.feed"
                + " ORDER BY _row"));
  }

  @Test
  void atomFeedsAndNamesThatTwoNamespacesShare() {
    ImportedTable table =
        bench.load(
            bench.file(
                "atom.xml",
                """
                <feed xmlns="http://www.w3.org/2005/Atom" xmlns:g="http://base.google.com/ns/1.0">
                <title>Shop</title>
                <entry><g:id>1</g:id><title>Atom</title><g:title>Google</g:title>
                  <link rel="alternate" href="https://a.example/1"/><g:price>1 EUR</g:price></entry>
                </feed>
                """));
    assertEquals("id entry:title title link.rel link price", names(table));
    assertEquals(
        List.of(List.of("Google", "Atom", "https://a.example/1")),
        bench.rows("SELECT title, \"entry:title\", link FROM bronze.atom"));
  }

  @Test
  void anItemWithoutIdIsLoadedAndCounted() {
    ImportedTable table =
        bench.load(
            bench.file(
                "feed.xml",
                "<rss xmlns:g='http://base.google.com/ns/1.0'><channel>"
                    + "<item><g:id>1</g:id><g:price>1 EUR</g:price></item>"
                    + "<item><g:price>2 EUR</g:price></item>"
                    + "<item><g:id/><g:price>3 EUR</g:price></item></channel></rss>"));
    assertEquals(3, table.rows());
    assertEquals(List.of("2 items have no id."), table.notes());
  }

  @Test
  void otherXmlIsRecords() throws Exception {
    String xml =
        """
        <?xml version="1.0"?>
        <export xmlns="urn:a"><created>2026-01-01</created>
          <orders>
            <order no="7" state="paid"><total currency="EUR">12.50</total>
              <line><sku>A</sku></line><line><sku>B</sku></line>
              <remark>Bitte <b>leise</b> &amp; bald</remark></order>
            <order no="8"><total currency="CHF">3.00</total><line><sku>C</sku></line></order>
          </orders></export>
        """;
    ImportedTable table = bench.load(bench.file("orders.xml", xml));
    assertEquals("no state total total.currency line remark", names(table));
    assertEquals(
        List.of(
            Arrays.asList(
                "7",
                "paid",
                "12.50",
                "EUR",
                "[{\"sku\":\"A\"},{\"sku\":\"B\"}]",
                "Bitte <b>leise</b> &amp; bald",
                "4"),
            Arrays.asList("8", null, "3.00", "CHF", "[{\"sku\":\"C\"}]", null, "7")),
        bench.rows(
            "SELECT no, state, total, \"total.currency\", line, remark, _row FROM bronze.orders"));
    assertEquals(
        List.of(
            "XML of no known kind: each 'order' is a row.",
            "Beside the rows stood, set aside: created."),
        table.notes());
    assertEquals("xml-records", found(xml).id());
  }

  @Test
  void recordsOfOneText() {
    ImportedTable table =
        bench.load(bench.file("words.xml", "<words><w>eins</w><w a='1'>zwei</w></words>"));
    assertEquals("a w", names(table));
    assertEquals(
        List.of(Arrays.asList(null, "eins"), List.of("1", "zwei")),
        bench.rows("SELECT a, w FROM bronze.words"));
  }

  @Test
  void aFeedThatIsNoProductFeedIsRecords() throws Exception {
    Found blog =
        found(
            "<rss xmlns:dc='d'><channel><title>Blog</title><item><title>A</title>"
                + "<dc:creator>B</dc:creator><pubDate>x</pubDate></item></channel></rss>");
    assertEquals("xml-records", blog.id());
  }

  @Test
  void gzippedAndByContentWhateverItIsCalled() throws Exception {
    String xml = "<urlset><url><loc>a</loc></url><url><loc>b</loc></url></urlset>";
    assertEquals(2, bench.load(bench.file("s.xml.gz", BadInputTest.gzip(xml))).rows());
    // a name that promises an archive, and text inside
    assertEquals(2, bench.load(bench.file("t.xml.gz", xml.replace('b', 'c'))).rows());
    assertEquals(2, bench.load(bench.file("u.csv", "\n \n" + xml)).rows());
  }

  @Test
  void encodingsAndWhatIsWronglySaidOfThem() {
    String xml = "<?xml version=\"1.0\" encoding=\"%s\"?>\n<r>\n<a>Größe €</a>\n<a>Öl</a>\n</r>\n";
    Charset cp1252 = Charset.forName("windows-1252");
    record Case(String said, Charset is, String label, boolean noted) {}
    var cases =
        List.of(
            new Case("UTF-8", StandardCharsets.UTF_8, "UTF-8", false),
            new Case("ISO-8859-1", cp1252, "windows-1252", false),
            new Case("windows-1252", cp1252, "windows-1252", false),
            new Case("ISO-8859-1", StandardCharsets.UTF_8, "UTF-8", true),
            new Case("UTF-8", cp1252, "windows-1252", true),
            new Case("utf-16", StandardCharsets.UTF_8, "UTF-8", false),
            new Case("nonsense", StandardCharsets.UTF_8, "UTF-8", false),
            new Case("UTF-16", StandardCharsets.UTF_16LE, "UTF-16LE", false),
            new Case("UTF-8", StandardCharsets.UTF_16BE, "UTF-16BE", false));
    for (Case one : cases) {
      int n = cases.indexOf(one);
      Path file = bench.file("e" + n + ".xml", xml.formatted(one.said()).getBytes(one.is()));
      ImportedTable table = bench.load(file);
      assertEquals(one.label(), table.encoding(), one.toString());
      assertEquals(
          List.of(List.of("Größe €", "3"), List.of("Öl", "4")),
          bench.rows("SELECT a, _row FROM bronze.e" + n),
          one.toString());
      assertEquals(one.noted() ? 2 : 1, table.notes().size(), one + " " + table.notes());
    }
    ImportedTable withBom =
        bench.load(
            bench.file(
                "bom.xml",
                ("\uFEFF" + xml.formatted("UTF-16")).getBytes(StandardCharsets.UTF_16LE)));
    assertEquals("UTF-16LE with BOM", withBom.encoding());
    byte[] mixed = "<r>\n<a>Größe</a>\n<a>Xl</a>\n</r>".getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < mixed.length; i++) {
      mixed[i] = mixed[i] == 'X' ? (byte) 0xD6 : mixed[i];
    }
    ImportedTable table = bench.load(bench.file("mixed.xml", mixed));
    assertEquals(
        List.of(List.of("Größe"), List.of("Öl")), bench.rows("SELECT a FROM bronze.mixed"));
    assertTrue(table.notes().getFirst().startsWith("Line 3 is not UTF-8"), table.toString());
  }

  @Test
  void aPreviewOfTheBeginning() {
    var xml = new StringBuilder("<urlset>\n");
    for (int i = 0; i < 60_000; i++) {
      xml.append("<url><loc>https://a.example/").append(i).append("</loc></url>\n");
    }
    FilePreview preview =
        FilePreviews.of(bench.file("large.xml", xml.append("</urlset>").toString()));
    assertEquals("XML", preview.kind());
    assertEquals(50, preview.rows().size());
    assertEquals("https://a.example/0", preview.rows().getFirst().getFirst());
    assertEquals(List.of("Its root is 'urlset', as in every sitemap."), preview.notes());
    FilePreview feed = FilePreviews.of(SAMPLES.resolve("merchant-center/feed_at.xml"));
    assertEquals("id", feed.columns().getFirst().name());
  }

  @Test
  @Tag("reference")
  void sitemapsAsOthersReadThem() throws Exception {
    JsonNode cases =
        Json.mapper()
            .readTree(SharedData.file("reference/keywords_site.json").toFile())
            .get("cases");
    int seen = 0;
    for (JsonNode one : cases) {
      String group = one.get("group").asText();
      if (!group.equals("sitemap") && !group.equals("hreflang")) {
        continue;
      }
      seen++;
      String name = "case" + seen;
      Path file = bench.file(name + ".xml", one.get("input").asText());
      JsonNode expected = one.get("expected");
      if (expected.has("error")) {
        String sentence = bench.refused(file).sentence();
        assertTrue(sentence.contains("line 3"), sentence);
        continue;
      }
      ImportedTable table = bench.load(file);
      List<String> locs =
          bench.rows("SELECT loc FROM bronze." + name + " ORDER BY _row").stream()
              .map(row -> String.valueOf(row.getFirst()))
              .toList();
      if (expected.has("locs")) {
        var wanted = new ArrayList<String>();
        expected.get("locs").forEach(loc -> wanted.add(loc.asText()));
        assertEquals(wanted, locs);
        assertEquals(expected.get("entries").asInt(), table.rows());
      } else {
        alternates(name, expected, locs);
      }
    }
    assertEquals(7, seen);
  }

  private void alternates(String name, JsonNode expected, List<String> locs) throws Exception {
    assertEquals(expected.get("urls").asInt(), locs.size());
    var langs = new TreeSet<String>();
    for (var row : bench.rows("SELECT alternates, loc FROM bronze." + name)) {
      JsonNode links = Json.mapper().readTree(String.valueOf(row.getFirst()));
      assertEquals(expected.get("alternates_per_url").asInt(), links.size());
      var targets = new ArrayList<String>();
      links.forEach(link -> targets.add(link.get("href").asText()));
      links.forEach(link -> langs.add(link.get("hreflang").asText()));
      assertTrue(targets.contains(row.get(1)), "self reference");
      assertEquals(new TreeSet<>(locs), new TreeSet<>(targets), "return links");
    }
    var wanted = new TreeSet<String>();
    expected.get("langs").forEach(lang -> wanted.add(lang.asText()));
    assertEquals(wanted, langs);
  }

  @Test
  void theSameFeedAgainIsNoticed() {
    Path file = SAMPLES.resolve("merchant-center/feed_at.xml");
    assertNull(bench.load(file).duplicateOf());
    ImportedTable again = bench.load(file);
    assertEquals("feed_at", again.name());
    assertTrue(again.notes().getFirst().contains("already in 'feed_at'"), again.toString());
  }
}
