package io.liftwerk.briefs.cms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.workspace.WorkbenchException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WxrWriterTest {

  @Test
  void whatIsWrittenIsReadBack() {
    CmsPost post = SamplePost.post();
    WxrReader.Document read = WxrReader.read(WxrWriter.write(post).text());
    assertEquals("1.2", read.version());
    assertEquals(1, read.authors());
    assertEquals(2, read.categories());
    assertEquals(2, read.tags());
    WxrReader.Post item = read.posts().get(0);
    assertEquals("post/draft", item.kind());
    assertEquals(Gutenberg.line(post.title()), item.title());
    assertEquals(Gutenberg.content(post), item.content());
    assertEquals(Gutenberg.line(post.excerpt()), item.excerpt());
    assertEquals(post.wordPressMeta(), item.meta());
    assertEquals("de", item.meta().get(WordPressMeta.LANGUAGE));
    assertEquals("2026-07-31 08:15:30", item.fields().get("post_date_gmt"));
    assertEquals("klettersteigset-kaufen", item.fields().get("post_name"));
    assertEquals(
        Map.of(
            "category/ratgeber-tests", "Ratgeber & Tests",
            "category/klettern", "Klettern",
            "post_tag/en-958", "EN 958",
            "post_tag/groesse", "Größe"),
        item.terms());
  }

  @Test
  void endsOfSectionsAndIllegalCharactersDoNotBreakIt() {
    CmsPost plain = SamplePost.post();
    String illegal = "a\u0000\u0007\u001b\ufffe\ud83d]]>]]>b";
    var post =
        new CmsPost(
            plain.id(),
            illegal,
            plain.slug(),
            "en-GB",
            List.of(new Block.Paragraph(List.of(new Span.Text(illegal)))),
            List.of(),
            illegal,
            "",
            "",
            null,
            List.of(illegal),
            List.of(),
            Map.of(),
            List.of(),
            Map.of("own", illegal));
    CmsFile file = WxrWriter.write(post);
    WxrReader.Post item = WxrReader.read(file.text()).posts().get(0);
    assertEquals("a]]&gt;]]&gt;b", item.title());
    assertEquals("a]]>]]>b", item.meta().get("own"));
    assertTrue(item.content().contains("<p>a&#093;&#093;&gt;&#093;&#093;&gt;b</p>"));
    assertTrue(file.notes().get(0).contains("importing the file twice makes two drafts"));
  }

  @Test
  void aTextOfBlocksHasNoShortcodeAndKeepsItsSources() {
    String content = Gutenberg.content(SamplePost.post());
    assertTrue(content.contains("&#091;gallery&#093;"), content);
    assertTrue(content.contains("<sup><a href=\"#source-1\">&#091;1&#093;</a></sup>"), content);
    assertTrue(
        content.contains(
            "<p id=\"source-1\">&#091;1&#093; <a"
                + " href=\"https://www.nordwand.example/set/?a=&#039;1&#039;&amp;b=2\">"),
        content);
    assertTrue(content.contains("<!-- wp:list {\"ordered\":true} -->\n<ol><!-- wp:list-item -->"));
    assertTrue(content.contains("<!-- wp:heading {\"level\":3} -->\n<h3>1. Schritte</h3>"));
    assertTrue(content.contains("<h2>Quellen</h2>"));
  }

  @Test
  void aFileWithoutVersionIsNoWxr() {
    String file = WxrWriter.write(SamplePost.post()).text();
    String without = file.replaceFirst("<wp:wxr_version>.*?</wp:wxr_version>", "");
    assertEquals("wxr-version", refused(without).code());
    assertEquals("wxr-version", refused(file.replace(">1.2<", ">one<")).code());
  }

  @Test
  void whatIsBrokenIsSaidWithItsLine() {
    WorkbenchException broken = refused("<rss>\n<channel>\n<item></channel>\n</rss>");
    assertEquals("wxr-broken", broken.code());
    assertTrue(broken.sentence().contains("line 3"), broken.sentence());
    assertEquals("wxr-broken", refused("<!DOCTYPE rss [<!ENTITY a \"b\">]><rss>&a;</rss>").code());
  }

  private static WorkbenchException refused(String text) {
    return assertThrows(WorkbenchException.class, () -> WxrReader.read(text));
  }
}
