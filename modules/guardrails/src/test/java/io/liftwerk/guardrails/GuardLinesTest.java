package io.liftwerk.guardrails;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.liftwerk.workspace.Json;
import io.liftwerk.workspace.WorkbenchException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GuardLinesTest {
  private final StringWriter out = new StringWriter();

  private GuardLines.Summary run(String lines) throws IOException {
    return new GuardLines(Guardrails.standard())
        .run(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)), out);
  }

  private List<JsonNode> verdicts() throws IOException {
    var verdicts = new ArrayList<JsonNode>();
    for (String line : out.toString().lines().toList()) {
      verdicts.add(Json.mapper().readTree(line));
    }
    return verdicts;
  }

  @Test
  void aVerdictALineInTheirOrder() throws IOException {
    var lines = new StringBuilder();
    for (int i = 0; i < 1_500; i++) {
      String text = i % 3 == 0 ? "Mail an anna@example.com" : "Ein Zelt für zwei";
      lines
          .append("{\"id\":\"")
          .append(i)
          .append("\",\"text\":\"")
          .append(text)
          .append("\",\"direction\":\"input\"}\n");
    }
    GuardLines.Summary summary = run(lines.toString());
    assertEquals(500, summary.redacted());
    assertEquals(1_000, summary.passed());
    List<JsonNode> verdicts = verdicts();
    for (int i = 0; i < verdicts.size(); i++) {
      assertEquals(String.valueOf(i), verdicts.get(i).get("id").asText());
    }
    JsonNode first = verdicts.getFirst();
    assertEquals("redact", first.get("verdict").asText());
    assertEquals("Mail an <EMAIL>", first.get("text").asText());
    assertEquals("personal-data", first.at("/findings/0/rail").asText());
    assertEquals("email", first.at("/findings/0/kind").asText());
    assertEquals(8, first.at("/findings/0/start").asInt());
    assertEquals(24, first.at("/findings/0/end").asInt());
  }

  @Test
  void aBrokenLineGetsNoVerdictAndIsTold() throws IOException {
    GuardLines.Summary summary =
        run(
            """
            {"id":"1","text":"gut","direction":"input"}
            {"id":"2","text":"gut"}
            no json
            {"id":"4","text":"gut","direction":"output","schema":{"$ref":"#"}}
            {"id":"5","text":"gut","direction":"source"}
            """);
    assertEquals(List.of("1", "5"), verdicts().stream().map(v -> v.get("id").asText()).toList());
    WorkbenchException told = assertThrows(WorkbenchException.class, summary::throwIfBroken);
    assertEquals(
        "3 lines were not checked, the first of them:"
            + " line 2 has no 'direction' of input, source or output.",
        told.sentence());
  }

  @Test
  void aLineMaySayMoreOfAnOutput() throws IOException {
    run(
        """
        {"id":1,"text":"Es wiegt 2 kg [1].","direction":"output","evidence":[{"text":"Es wiegt 1 kg."}]}
        {"id":2,"text":"https://a.example/b","direction":"output","urls":["https://www.a.example/b/"]}
        {"id":3,"text":"{}","direction":"output","schema":{"required":["title"]}}
        """);
    List<JsonNode> verdicts = verdicts();
    assertEquals("citation", verdicts.get(0).at("/findings/0/rail").asText());
    assertEquals("pass", verdicts.get(1).get("verdict").asText());
    assertEquals("structure", verdicts.get(2).at("/findings/0/rail").asText());
    assertTrue(verdicts.get(2).get("text").asText().isEmpty());
  }

  @Test
  void emptyLinesAndAMarkAtTheBeginningSayNothing() throws IOException {
    run("\uFEFF{\"id\":\"1\",\"text\":\"\",\"direction\":\"input\"}\r\n\r\n").throwIfBroken();
    assertEquals(1, verdicts().size());
  }
}
