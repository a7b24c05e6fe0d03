package io.liftwerk.briefs.cms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.liftwerk.workspace.WorkbenchException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CmsPostTest {

  private static String refusal(String title, String slug, String language, int citation) {
    return assertThrows(
            WorkbenchException.class,
            () ->
                new CmsPost(
                    "id",
                    title,
                    slug,
                    language,
                    List.of(new Block.Paragraph(List.of(new Span.Citation(citation)))),
                    List.of(new Source("one", null, "")),
                    "",
                    "",
                    "",
                    null,
                    List.of(),
                    List.of(),
                    Map.of(),
                    List.of(),
                    Map.of()))
        .code();
  }

  @Test
  void whatNoCmsTakesIsRefused() {
    assertEquals("post-title", refusal(" \u0000 ", "s", "de", 1));
    assertEquals("post-slug", refusal("t", "Ä b", "de", 1));
    assertEquals("post-slug", refusal("t", "a".repeat(201), "de", 1));
    assertEquals("post-language", refusal("t", "s", "en-UK", 1));
    assertEquals("post-language", refusal("t", "s", "x-default", 1));
    assertEquals("post-citation", refusal("t", "s", "de", 2));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "data:text/html,x",
        "//evil.example/",
        "https:///x",
        "a b",
        "file:///etc"
      })
  void addressesThatDoOtherThanLeadAreRefused(String url) {
    assertEquals(
        "link-address",
        assertThrows(WorkbenchException.class, () -> new Span.Link("x", url)).code());
  }

  @ParameterizedTest
  @CsvSource({
    "Größe & Maß!, groesse-mass",
    "Crème brûlée, creme-brulee",
    "  --A--B  , a-b",
    "登山, t-"
  })
  void aNameBecomesAPartOfAnAddress(String name, String slug) {
    String made = Wording.slug(name);
    assertEquals(slug, made.startsWith("t-") ? "t-" : made);
    assertEquals(made, Wording.slug(name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://blog.example/",
        "https://user:pass@blog.example/",
        "https://blog.example/?x=1",
        "ftp://blog.example/",
        "http://127.0.0.1.evil.example/",
        "blog.example"
      })
  void anAddressThatWouldGiveThePasswordAwayIsRefused(String address) {
    var refused = assertThrows(WorkbenchException.class, () -> WordPressAddress.parse(address));
    assertEquals(false, refused.sentence().contains("pass@"), refused.sentence());
  }

  @Test
  void anAddressIsKeptWithoutSlash() {
    WordPressAddress address = WordPressAddress.parse("https://Blog.Example:8443/news/");
    assertEquals("blog.example", address.host());
    assertEquals(
        "https://blog.example:8443/news/wp-json/wp/v2/posts", address.rest("posts").toString());
    assertEquals("wordpress:blog.example:8443", address.secret());
    assertEquals("[::1]", WordPressAddress.parse("http://[::1]:80").host());
  }
}
