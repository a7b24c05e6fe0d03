package io.liftwerk.briefs.cms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import io.liftwerk.workspace.Json;
import io.liftwerk.workspace.WorkbenchException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContentfulWriterTest {

  @Test
  void everyFieldIsDefinedAndKeyedByLocale() throws Exception {
    CmsPost post = SamplePost.post();
    JsonNode file = Json.mapper().readTree(ContentfulWriter.write(post));
    var names = new ArrayList<String>();
    file.fieldNames().forEachRemaining(names::add);
    assertEquals(List.of("contentTypes", "entries", "assets", "locales"), names);
    var defined = new HashMap<String, String>();
    file.path("contentTypes")
        .get(0)
        .path("fields")
        .forEach(field -> defined.put(field.path("id").asText(), field.path("type").asText()));
    JsonNode entry = file.path("entries").get(0);
    assertFalse(entry.path("sys").has("publishedVersion"), "it would be published");
    assertEquals(
        file.path("contentTypes").get(0).path("sys").path("id"),
        entry.path("sys").path("contentType").path("sys").path("id"));
    entry
        .path("fields")
        .properties()
        .forEach(
            field -> {
              assertEquals(1, field.getValue().size(), field.getKey());
              JsonNode value = field.getValue().path("de");
              String kind = defined.get(field.getKey());
              assertEquals(
                  Map.of(
                          "Symbol", "STRING", "Text", "STRING", "Date", "STRING", "Array", "ARRAY",
                          "Object", "OBJECT")
                      .get(String.valueOf(kind)),
                  value.getNodeType().name(),
                  field.getKey());
            });
    assertEquals(post.title(), entry.path("fields").path("title").path("de").asText());
    assertEquals("de", file.path("locales").get(0).path("code").asText());
    assertEquals(MarkdownWriter.body(post), entry.path("fields").path("body").path("de").asText());
  }

  private static CmsPost with(String title, String text) {
    return new CmsPost(
        "id/with odd characters",
        title,
        "slug",
        "en-GB",
        List.of(new Block.Paragraph(List.of(new Span.Text(text)))),
        List.of(),
        "",
        "",
        "",
        null,
        List.of(),
        List.of(),
        Map.of(),
        List.of(),
        Map.of());
  }

  @Test
  void whatDoesNotFitIsSaidAndNothingIsCut() {
    ContentfulWriter.write(with("t".repeat(256), "x".repeat(49_999)));
    var title =
        assertThrows(
            WorkbenchException.class, () -> ContentfulWriter.write(with("t".repeat(257), "x")));
    assertEquals(
        "The field title has 257 characters, and Contentful takes 256 at most there.",
        title.sentence());
    var body =
        assertThrows(
            WorkbenchException.class, () -> ContentfulWriter.write(with("t", "x".repeat(50_001))));
    assertEquals(
        "The field body has 50002 characters, and Contentful takes 50000 at most there.",
        body.sentence());
  }
}
