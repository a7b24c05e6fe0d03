package io.liftwerk.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.workspace.Json;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read from a page. */
@Timeout(60)
class ArticleTest {

  private static String text(String html) {
    return PageArticle.of(html).text();
  }

  @Test
  void blocksAreLinesAndCellsAreApart() {
    assertEquals(
        "Titel\n"
            + "Ein Satz mit Betonung, ohne Bruch.\n"
            + "Eins\n"
            + "Zwei\n"
            + "A\tB\n"
            + "1\t2\n"
            + "Zeile\n"
            + "nächste\n"
            + "  x\n"
            + " y",
        text(
            """
            <h1>Titel</h1>
            <p>Ein   Satz mit <em>Beto</em>nung,
               ohne Bru&shy;ch.</p>
            <ul><li>Eins</li><li>Zwei</ul>
            <table><tr><th>A</th><th>B</th></tr><tr><td>1<td>2</table>
            Zeile<br>nächste
            <pre>
              x
             y</pre>
            """));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p hidden>GEHEIM</p>",
        "<p style='display: none'>GEHEIM</p>",
        "<p style='color:red;DISPLAY:NONE !important'>GEHEIM</p>",
        "<p style='visibility:hidden'>GEHEIM</p>",
        "<p style='opacity:0'>GEHEIM</p>",
        "<p style='font-size:0px'>GEHEIM</p>",
        "<p style='position:absolute; left:-9999px'>GEHEIM</p>",
        "<p style='text-indent:-10000px'>GEHEIM</p>",
        "<p style='height:0;overflow:hidden'>GEHEIM</p>",
        "<p style='clip:rect(0 0 0 0);position:absolute'>GEHEIM</p>",
        "<p style='color:#FFF;background:white'>GEHEIM</p>",
        "<p class='sr-only'>GEHEIM</p>",
        "<p class='x d-none'>GEHEIM</p>",
        "<p class='off'>GEHEIM</p>",
        "<p id='weg'>GEHEIM</p>",
        "<div class='tab'><p>GEHEIM</p></div>",
        "<p class='aside-clip'>GEHEIM</p>",
        "<!-- GEHEIM -->",
        "<script>GEHEIM</script>",
        "<noscript>GEHEIM</noscript>",
        "<template><p>GEHEIM</p></template>",
        "<svg><text>GEHEIM</text></svg>",
        "<textarea>GEHEIM</textarea>",
        "<iframe srcdoc='x'>GEHEIM</iframe>",
        "<p>\uDB40\uDC47\uDB40\uDC45GE\u200BHEI</p>",
      })
  void whatReadersDoNotSeeIsNoText(String hidden) {
    String html =
        "<html><head><style>/* .p{} */ .off { display: none }\n#weg{visibility:hidden}"
            + ".tab{display:none} .tab.open{display:block} .aside-clip{position:absolute;"
            + "left:-5000px} @media print { p { display:none } } p:hover{display:none}"
            + "</style></head><body><main><p>Sichtbarer Text des Artikels.</p>"
            + hidden
            + "<div class='tab open'>Offener Reiter</div></main></body></html>";
    Article article = PageArticle.of(html);
    assertFalse(article.text().contains("GEHEIM"), article.text());
    assertTrue(article.text().startsWith("Sichtbarer Text des Artikels."), article.text());
    assertTrue(article.text().endsWith("Offener Reiter"), article.text());
  }

  @Test
  void whatIsShownAgainIsText() {
    assertEquals(
        "Eins\nZwei\nDrei\nVier",
        text(
            "<style>.x{display:none}</style><main><p class='hidden md:block'>Eins</p>"
                + "<p class='d-none d-md-block'>Zwei</p><p class=x style='display:block'>Drei</p>"
                + "<p aria-hidden=true>Vier</p></main>"));
    // pages that fade in, or wait for a script, hide all of their text at first
    assertEquals("Alles", text("<body style='opacity:0'><main class='hidden'>Alles</main></body>"));
    assertEquals("Alles", text("<body><div style='opacity:0'><p>Alles</p></div></body>"));
  }

  @Test
  void navigationAndFootersAreNoText() {
    String links = "<a href=/a>Aa</a><a href=/b>Bb</a><a href=/c>Cc</a><a href=/d>Dd</a>";
    String page =
        "<header><a href=/>Marke</a></header><nav>%1$s</nav><div class=breadcrumb>Start</div>"
            + "<div id=cookieBanner>Cookies erlauben?</div><div>%1$s</div>%2$s"
            + "<div class='site-footer'>Kontakt</div><footer>Impressum</footer>";
    String body = "<h1>Titel</h1><p>" + "Der Text des Artikels. ".repeat(8) + "</p>";
    String expected = "Titel\n" + "Der Text des Artikels. ".repeat(8).strip();
    assertEquals(expected, text(page.formatted(links, body)));
    assertEquals(expected, text(page.formatted(links, "<article>" + body + "</article>")));
    assertEquals(expected, text(page.formatted(links, "<div id=content>" + body + "</div>")));
    assertEquals(expected, text(page.formatted(links, "<div role=main>" + body + "</div>")));
    // teasers are not the article
    String teasers = "<article><p>Anderes eins</p></article><article><p>Anderes</p></article>";
    assertEquals(
        expected + "\nAnderes eins\nAnderes",
        text(page.formatted(links, "<div>" + body + "</div>" + teasers)));
  }

  @Test
  void aPageThatConsistsOfItsFormIsText() {
    assertEquals(
        "Titel\nText im Formular",
        text("<body><form><h1>Titel</h1><p>Text im Formular</p><input></form></body>"));
  }

  @Test
  void whatAPageSaysOfItself() {
    Article article =
        PageArticle.of(
            """
            <html lang="de-AT"><head>
            <meta property="og:title" content="OG">
            <meta name="Description" content=" Kurz ">
            <meta name="author" content="Nicht sie">
            <link rel="shortlink canonical" href="https://www.a.example/x">
            <script type="application/ld+json">{ kaputt</script>
            <script type="application/ld+json">
            {"@graph":[{"@type":"WebPage","datePublished":"2026-01-05T10:00:00+01:00"},
             {"@type":"Article","author":[{"name":"Ada"},{"name":"Eva"}]}]}</script>
            </head><body><h1>Haupt<span>zeile</span></h1>
            <a href="https://shop.a.example/y">Laden</a> <a href="//b.example/">fremd</a>
            <a href="#x">hier</a> <a href="mailto:a@b.example">Post</a>
            <a href="javascript:void(0)">x</a><a href="/z"><img alt="Bild"></a></body></html>
            """);
    assertEquals("OG", article.title());
    assertEquals("Kurz", article.description());
    assertEquals("de-AT", article.language());
    assertEquals("https://www.a.example/x", article.canonical());
    assertEquals("Hauptzeile", article.h1());
    assertEquals("2026-01-05", article.published());
    assertEquals("Ada, Eva", article.author());
    assertEquals(
        List.of(
            new Article.Link("https://shop.a.example/y", "Laden", true, true),
            new Article.Link("//b.example/", "fremd", false, true),
            new Article.Link("/z", "Bild", true, true)),
        article.links());
    assertTrue(String.valueOf(article.schemaOrg()).startsWith("[\"{ kaputt\",{\"@graph\":"));
  }

  @Test
  void whatAPageDoesNotSay() {
    Article article = PageArticle.of("<p>Nur Text, <a href='https://a.example/'>Ziel</a></p>");
    assertNull(article.title());
    assertNull(article.h1());
    assertNull(article.schemaOrg());
    assertNull(article.frontMatter());
    assertNull(article.links().getFirst().internal());
    assertEquals(3, article.words());
  }

  @Test
  void frontMatterAsEditorsWriteIt() {
    FrontMatter front =
        FrontMatter.of(
            """
            ---
            # von Hand
            title: Ein: Titel mit http://a.example # und Bemerkung
            'mit Blank': "a # b"   # c
            authors:
            - name: Ada
              url: https://ada.example
            - name: Eva
            tags:
              - eins

              - "zwei, drei"
            leer:
            seo:
              og:
                image: x.png
              robots: [noindex, 'a, b', ]
            text: >-
              gefaltet
              weiter
            ---

            Text
            """);
    assertEquals(
        "{\"title\":\"Ein: Titel mit http://a.example\",\"mit Blank\":\"a # b\","
            + "\"authors\":[{\"name\":\"Ada\",\"url\":\"https://ada.example\"},{\"name\":\"Eva\"}],"
            + "\"tags\":[\"eins\",\"zwei, drei\"],\"leer\":\"\","
            + "\"seo\":{\"og\":{\"image\":\"x.png\"},\"robots\":[\"noindex\",\"a, b\"]},"
            + "\"text\":\"gefaltet weiter\"}",
        Json.write(front.values()));
    assertEquals("Ada, Eva", front.first("author", "authors"));
    assertEquals("Text", front.body().strip());
    String comment = "--- kein Zaun\na: b\n---\n";
    assertEquals(comment, FrontMatter.of(comment).body());
  }

  /** Files made to keep a reader busy; each would take hours if it were read naively. */
  @Test
  void filesThatWasteTime() {
    int much = 3_000_000;
    text("<style>" + "/*".repeat(much) + "</style><p>x");
    text("<style>" + "[".repeat(much) + "{display:none}</style><p>x");
    text("<p style='" + "/*".repeat(much) + "'>x");
    text("<p class='" + "-".repeat(much) + "'>x");
    text("<a href='" + "a".repeat(much) + "'>x");
    MarkdownArticle.of("---\na: [" + ",".repeat(much) + "]\n---\nx");
    MarkdownArticle.of("---\na" + " ".repeat(much) + "b\n---\nx");
    assertTrue(MarkdownArticle.of("*a **a ".repeat(20_000)).text().startsWith("*a"));
    String nested = "*a ".repeat(20_000) + "b" + " a*".repeat(20_000);
    assertEquals(40_001, MarkdownArticle.of(nested).words());
    var indented = new StringBuilder("---\n");
    for (int i = 0; i < 900; i++) {
      indented.append(" ".repeat(i)).append("a:\n");
    }
    assertTrue(MarkdownArticle.of(indented + "---\nx").text().startsWith("x"));
  }

  @Test
  void deepPages() {
    String deep = "<div>".repeat(100_000) + "Tief" + "</div>".repeat(100_000);
    assertTrue(text(deep).contains("Tief"));
    Article quotes = MarkdownArticle.of(">".repeat(20_000) + " Tief");
    assertTrue(quotes.text().contains("Tief"));
    assertTrue(MarkdownArticle.of("- ".repeat(20_000) + "Tief").text().contains("Tief"));
    assertTrue(MarkdownArticle.of("[".repeat(20_000) + "Tief").text().contains("Tief"));
    assertTrue(text("<style>" + "p{".repeat(50_000) + "</style><p>Tief</p>").contains("Tief"));
  }
}
