package io.liftwerk.guardrails.citation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.liftwerk.testsupport.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The cases of ragas' quoted spans. */
@Tag("reference")
class QuotedSpansReferenceTest {

  @Test
  void alignment() throws IOException {
    int checked = 0;
    JsonNode groups =
        new ObjectMapper()
            .readTree(Files.readString(SharedData.file("reference/text_guardrails.json")))
            .get("groups");
    for (JsonNode group : groups) {
      if (group.get("group").asText().equals("ragas")) {
        for (JsonNode one : group.at("/tests/0/cases")) {
          var sources = new ArrayList<String>();
          one.get("sources").forEach(source -> sources.add(source.asText()));
          assertEquals(
              one.get("expected").asDouble(),
              QuotedSpans.share(one.get("answer").asText(), sources, one.path("min_len").asInt(3)),
              one.toString());
          checked++;
        }
      }
    }
    assertEquals(4, checked);
  }
}
