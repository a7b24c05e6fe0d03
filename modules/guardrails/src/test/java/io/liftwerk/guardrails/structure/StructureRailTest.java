package io.liftwerk.guardrails.structure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.guardrails.Shape;
import io.liftwerk.workspace.WorkbenchException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StructureRailTest {
  private final StructureRail rail = new StructureRail();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"$ref\":\"#\"}|in a circle at '#'",
        "{\"$defs\":{\"a\":{\"$ref\":\"#/$defs/b\"},\"b\":{\"allOf\":[{\"$ref\":\"#/$defs/a\"}]}}}|in"
            + " a circle",
        "{\"$ref\":\"#/$defs/none\"}|the reference '#/$defs/none' leads nowhere",
        "{\"$ref\":\"https://evil.example/s.json\"}|leads out of it, and nothing is fetched",
        "{\"type\":|it is no JSON"
      })
  void aSchemaThatCannotEndIsRefusedInOneSentence(String schema, String told) {
    WorkbenchException refusal =
        assertThrows(WorkbenchException.class, () -> rail.find("{}", new Shape.JsonShape(schema)));
    assertEquals("guard-shape", refusal.code());
    assertTrue(refusal.sentence().contains(told), refusal.sentence());
  }

  @Test
  void aSchemaThatGoesDeeperWithEachTurnIsNone() {
    var tree =
        new Shape.JsonShape(
            """
            {"type":"object","additionalProperties":false,
             "properties":{"name":{"type":"string"},"child":{"$ref":"#"}}}
            """);
    assertEquals(List.of(), rail.find("{\"child\":{\"child\":{\"name\":\"a\"}}}", tree));
    assertEquals(1, rail.find("{\"child\":{\"other\":1}}", tree).size());
    assertEquals(1, rail.find("{\"name\":\"a\",\"name\":\"b\"}", tree).size());
  }

  @Test
  void anExpressionThatNeverEndsIsStopped() {
    String text = "a".repeat(60) + "!";
    assertEquals(1, rail.find(text, new Shape.RegexShape("(a|aa)+")).size());
    assertEquals(
        1,
        rail.find(
                "{\"a\":\"" + text + "\"}",
                new Shape.JsonShape("{\"properties\":{\"a\":{\"pattern\":\"^(a|aa)+$\"}}}"))
            .size());
    assertEquals(List.of(), rail.find("2026-11", new Shape.RegexShape("\\d{4}-\\d\\d")));
  }

  @Test
  void linesFollowAnAutomaton() {
    var shape =
        new Shape.LineShape(
            """
            title: heading -> body
            body: text -> body
            body: item -> list
            list: item -> list
            end: body, list
            """);
    assertEquals(List.of(), rail.find("# Zelt\nEin Satz.\n- leicht\n- dicht", shape));
    assertEquals(
        "Line 2 should be one of text, item.",
        rail.find("# Zelt\n# Noch eins", shape).getFirst().reason());
    assertThrows(
        WorkbenchException.class, () -> rail.find("a", new Shape.LineShape("title heading body")));
  }
}
