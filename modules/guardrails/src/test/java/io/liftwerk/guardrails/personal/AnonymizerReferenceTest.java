package io.liftwerk.guardrails.personal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.liftwerk.guardrails.Operator;
import io.liftwerk.testsupport.SharedData;
import io.liftwerk.text.Identifier;
import io.liftwerk.text.IdentifierKind;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Presidio's cases for its operators. */
@Tag("reference")
class AnonymizerReferenceTest {
  private static final String SALT = "0123456789abcdef";

  private static List<JsonNode> cases(String file, String test) throws IOException {
    JsonNode groups =
        new ObjectMapper()
            .readTree(Files.readString(SharedData.file("reference/text_guardrails.json")))
            .get("groups");
    var cases = new ArrayList<JsonNode>();
    for (JsonNode group : groups) {
      if (group.get("file").asText().endsWith(file)) {
        for (JsonNode tests : group.get("tests")) {
          if (tests.get("test").asText().startsWith(test)) {
            tests.get("cases").forEach(cases::add);
          }
        }
      }
    }
    return cases;
  }

  @Test
  void hashes() throws IOException {
    List<JsonNode> cases = cases("operators/test_hash.py", "");
    assertEquals(9, cases.size());
    for (JsonNode one : cases) {
      int bits = one.path("hash_type").asText("sha256").equals("sha512") ? 512 : 256;
      assertEquals(
          one.get("anonymized_text").asText(),
          Replacement.of(new Operator.Hash(bits, SALT), "X", one.get("text").asText()));
    }
  }

  @Test
  void masks() throws IOException {
    List<JsonNode> cases = cases("operators/test_mask.py", "");
    assertEquals(18, cases.size());
    for (JsonNode one : cases) {
      var mask =
          new Operator.Mask(
              one.get("masking_char").asText(),
              one.get("chars_to_mask").asInt(),
              one.get("from_end").asBoolean());
      assertEquals(
          one.get("anonymized_text").asText(),
          Replacement.of(mask, "X", one.get("text").asText()),
          one.toString());
    }
  }

  @Test
  void keepsRedactsAndReplaces() throws IOException {
    assertEquals("bla", Replacement.of(new Operator.Keep(), "X", "bla"));
    assertEquals("", Replacement.of(new Operator.Redact(), "X", "bla"));
    List<JsonNode> cases = cases("operators/test_replace.py", "");
    assertEquals(4, cases.size());
    for (JsonNode one : cases) {
      assertEquals(
          one.get("result").asText(),
          Replacement.of(
              new Operator.Replace(one.at("/params/new_value").asText("")),
              one.at("/params/entity_type").asText(),
              ""));
    }
  }

  /** {@code RecognizerResult(start=11, end=16, …)} twice with blanks between is one name. */
  @Test
  void joinsNeighbours() throws IOException {
    List<JsonNode> cases = cases("test_anonymizer_engine.py", "test_given_sorted");
    assertEquals(4, cases.size());
    int[] expected = {1, 1, 2, 2};
    for (int i = 0; i < cases.size(); i++) {
      var found = new ArrayList<Identifier>();
      for (JsonNode result : cases.get(i).get("analyzer_results")) {
        String call = result.get("$call").asText();
        int start = Integer.parseInt(call.replaceAll(".*start=(\\d+).*", "$1"));
        int end = Integer.parseInt(call.replaceAll(".*end=(\\d+).*", "$1"));
        IdentifierKind kind =
            call.contains("PERSON") ? IdentifierKind.PERSON : IdentifierKind.PHONE;
        found.add(new Identifier(kind, start, end, "x", 0.8));
      }
      assertEquals(
          expected[i], PersonalRail.joined(found, cases.get(i).get("text").asText()).size());
    }
  }
}
