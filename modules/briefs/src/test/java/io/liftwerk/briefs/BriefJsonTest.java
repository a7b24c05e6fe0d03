package io.liftwerk.briefs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.liftwerk.workspace.Json;
import io.liftwerk.workspace.WorkbenchException;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BriefJsonTest {
  private static ObjectNode tree() {
    return Json.mapper().valueToTree(SampleBrief.german());
  }

  private static String refused(Consumer<ObjectNode> change) {
    ObjectNode tree = tree();
    change.accept(tree);
    var refused = assertThrows(WorkbenchException.class, () -> BriefJson.check(tree));
    assertEquals("brief-invalid", refused.code());
    return refused.sentence();
  }

  @Test
  void comesBackAsItWasWritten() {
    String written = BriefJson.write(SampleBrief.german());
    assertEquals(SampleBrief.german(), BriefJson.read(written));
    assertEquals(written, BriefJson.write(BriefJson.read(written)));
    assertTrue(written.endsWith("}\n"));
    assertFalse(written.contains("\r"));
  }

  @Test
  void aDocumentMayHaveNoDraft() {
    BriefDocument without = SampleBrief.german().with((Draft) null);
    assertEquals(without, BriefJson.read(BriefJson.write(without)));
  }

  @ParameterizedTest
  @CsvSource({
    "'', format, format",
    "'', review, review",
    "/brief, topic, brief.topic",
    "/brief/outline/1, purpose, brief.outline[1].purpose",
    "/brief/mustCover/0, evidence, brief.mustCover[0].evidence",
    "/brief/title, pixels, brief.title.pixels",
    "/draft/sections/0/blocks/0/sentences/1, citations,"
        + " draft.sections[0].blocks[0].sentences[1].citations"
  })
  void namesTheFieldThatIsMissing(String at, String field, String place) {
    assertEquals(
        "The brief lacks the field '%s'.".formatted(place),
        refused(tree -> ((ObjectNode) tree.at(at)).remove(field)));
  }

  @ParameterizedTest
  @CsvSource({
    "'', author",
    "/brief, keywords",
    "/brief/publication, editor",
    "/draft, text",
    "/brief/sources/1, snippet",
    "/review/findings/0, score"
  })
  void namesTheFieldThatNoBriefHas(String at, String field) {
    String place =
        at.isEmpty()
            ? field
            : at.substring(1).replaceAll("/(\\d)", "[$1]").replace('/', '.') + "." + field;
    assertEquals(
        "The brief has a field '%s' that no brief has.".formatted(place),
        refused(tree -> ((ObjectNode) tree.at(at)).put(field, "x")));
  }

  @Test
  void namesTheRuleThatIsBroken() {
    assertEquals(
        "The brief's field 'brief.title.pixels' is of another type than its schema says.",
        refused(tree -> ((ObjectNode) tree.at("/brief/title")).put("pixels", "wide")));
    assertEquals(
        "The brief's field 'brief.intent.main' does not meet the rule 'enum' of its schema.",
        refused(tree -> ((ObjectNode) tree.at("/brief/intent")).put("main", "curious")));
  }

  @Test
  void aSentenceOfASourceNeedsACitation() {
    String none =
        refused(
            tree ->
                ((ArrayNode) tree.at("/draft/sections/0/blocks/0/sentences/0/citations"))
                    .removeAll());
    assertTrue(none.contains("draft.sections[0].blocks[0].sentences[0].citations"), none);
  }

  @Test
  void citationsAndQuotesMustHold() {
    assertEquals(
        "The brief's field 'draft.sections' names passage 9, which it does not list.",
        refused(tree -> cite(tree, 9)));
    assertEquals(
        "The brief's draft cites passage 3, which is not the client's own.",
        refused(tree -> cite(tree, 3)));
    assertEquals(
        "The brief's field 'brief.mustCover' quotes what passage 3 does not say: 'Made up.'.",
        refused(
            tree ->
                ((ObjectNode) tree.at("/brief/mustCover/0/evidence/0"))
                    .put("sentence", "Made up.")));
    assertEquals(
        "The brief's field 'draft.sections' refers to 'check-7', which it does not list.",
        refused(
            tree ->
                ((ObjectNode) tree.at("/draft/sections/0/blocks/0/sentences/0"))
                    .put("check", "check-7")));
    assertEquals(
        "The brief's field 'brief.sources' does not count from 1 without a gap.",
        refused(tree -> ((ObjectNode) tree.at("/brief/sources/1")).put("number", 3)));
  }

  private static void cite(ObjectNode tree, int passage) {
    ((ArrayNode) tree.at("/draft/sections/0/blocks/0/sentences/0/citations"))
        .removeAll()
        .add(passage);
  }

  @Test
  void whatIsNoJsonIsSaidSo() {
    var refused = assertThrows(WorkbenchException.class, () -> BriefJson.read("{\n\"format\": "));
    assertEquals("brief-invalid", refused.code());
  }

  /** Every object of the schema closes itself but the one whose terms are Schema.org's. */
  @Test
  void theSchemaIsClosed() throws Exception {
    JsonNode schema = Json.mapper().readTree(BriefJson.schema());
    assertEquals("https://json-schema.org/draft/2020-12/schema", schema.at("/$schema").asText());
    assertClosed(schema, "");
  }

  private static void assertClosed(JsonNode node, String path) {
    if (node.isObject()
        && node.path("type").asText().equals("object")
        && !path.endsWith("/structuredData/properties/data")) {
      assertFalse(node.path("additionalProperties").asBoolean(true), path);
      assertTrue(node.has("required"), path);
    }
    node.properties().forEach(field -> assertClosed(field.getValue(), path + "/" + field.getKey()));
    if (node.isArray()) {
      node.forEach(item -> assertClosed(item, path + "/*"));
    }
  }
}
