package io.liftwerk.briefs.cms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.TextContentRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

class MarkdownWriterTest {
  private static final String FILE = MarkdownWriter.write(SamplePost.post());

  private static Map<String, Object> frontMatter() {
    return new Yaml().load(FILE.substring(4, FILE.indexOf("\n---\n", 4)));
  }

  @Test
  void frontMatterSaysWhatThePostSays() {
    CmsPost post = SamplePost.post();
    Map<String, Object> front = frontMatter();
    assertEquals(post.title(), front.get("title"));
    assertEquals("no: yes # ~", front.get("description"));
    assertEquals("2026-07-31T08:15:30Z", front.get("date"));
    assertEquals(true, front.get("draft"));
    assertEquals(post.tags(), front.get("tags"));
    assertEquals(post.categories(), front.get("categories"));
    assertEquals(post.hreflang(), front.get("hreflang"));
    assertEquals(post.meta(), front.get("meta"));
    assertEquals(post.id(), front.get("liftwerk_id"));
    assertFalse(String.valueOf(front.get("jsonld")).contains("</script>"));
  }

  @Test
  void noWordOfTheTextIsMarkup() {
    String body = MarkdownWriter.body(SamplePost.post());
    Node document = Parser.builder().build().parse(body);
    String text = TextContentRenderer.builder().build().render(document);
    assertTrue(text.contains(SamplePost.TRAPS), text);
    assertTrue(text.contains("# Fallen ] & <h2>"), text);
    assertTrue(text.contains("- Prüfen."), text);
    assertTrue(text.contains("+ ein Wirbel"), text);
    document.accept(
        new AbstractVisitor() {
          @Override
          public void visit(HtmlInline html) {
            throw new AssertionError(html.getLiteral());
          }
        });
    assertFalse(body.contains("{{"), "a template would run it");
  }

  @Test
  void citationsAreFootnotesAndListsAreLists() {
    String body = MarkdownWriter.body(SamplePost.post());
    assertTrue(body.contains("**EN 958**.[^1]"), body);
    assertTrue(
        body.contains(
            "\n"
                + "[^1]: [Klettersteig-Set"
                + " \\[kaufen\\]](<https://www.nordwand.example/set/?a='1'&b=2>) – Set"),
        body);
    assertTrue(body.endsWith("[^2]: Prüfbericht 12\\*\n"), body);
    Node document = Parser.builder().build().parse(body);
    int headings = 0;
    int lists = 0;
    for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
      headings += node instanceof Heading ? 1 : 0;
      lists += node instanceof OrderedList ? 1 : 0;
    }
    assertEquals(2, headings);
    assertEquals(1, lists);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no",
        "2024-01-01",
        "null",
        "a: b",
        "- x",
        "\"'\\",
        "\u0085\u2028\u00a0\ufeff",
        "🧗",
        "%",
        "\t"
      })
  void aQuotedScalarIsWhatItWas(String value) {
    Map<String, Object> read = new Yaml().load("x: " + io.liftwerk.briefs.cms.Yaml.quoted(value));
    assertEquals(value, read.get("x"));
  }

  @Test
  void theSamePostGivesTheSameBytes() {
    for (CmsFormat format : CmsFormat.values()) {
      assertEquals(format.write(SamplePost.post()), format.write(SamplePost.post()));
      assertEquals(
          List.of(),
          format
              .write(SamplePost.post())
              .text()
              .lines()
              .filter(line -> line.endsWith("\r"))
              .toList());
    }
  }
}
