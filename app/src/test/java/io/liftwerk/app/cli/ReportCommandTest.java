package io.liftwerk.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.liftwerk.workspace.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A report from the command line, and what it says when there can be none. */
class ReportCommandTest {
  @TempDir Path folder;
  private String workspace = "";

  private record Outcome(int code, String out, String err) {}

  private static Outcome liftwerk(String... args) {
    var out = new StringWriter();
    var err = new StringWriter();
    int code = Liftwerk.execute(new PrintWriter(out, true), new PrintWriter(err, true), args);
    return new Outcome(code, out.toString(), err.toString());
  }

  @BeforeEach
  void make() {
    workspace = folder.resolve("client.liftwerk").toString();
    assertEquals(0, liftwerk("init", workspace).code());
  }

  /** A result that needs no table. */
  private void simulate() {
    Outcome outcome =
        liftwerk(
            "bandit",
            workspace,
            "simulate",
            "--rates",
            "A=0.2,B=0.35",
            "--contacts",
            "50",
            "--periods",
            "10",
            "--plays",
            "50");
    assertEquals(0, outcome.code(), outcome.err());
  }

  private String file(String name) {
    return folder.resolve(name).toString();
  }

  @Test
  void writesWhatItSays() throws Exception {
    simulate();
    Outcome outcome =
        liftwerk(
            "report", workspace, file("r.html"), "--client", "Kunde", "--language", "de", "--json");
    assertEquals(0, outcome.code(), outcome.err());
    JsonNode result = Json.mapper().readTree(outcome.out());
    assertEquals("bandit-simulate", result.path("parts").path(0).path("kind").asText());
    byte[] bytes = Files.readAllBytes(folder.resolve("r.html"));
    assertEquals(
        result.path("sha256").asText(),
        HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
    assertTrue(Files.readString(folder.resolve("r.html")).contains("Kunde"));
    assertEquals(0, liftwerk("report", workspace, file("r.pdf")).code());
    assertTrue(Files.size(folder.resolve("r.pdf")) > 1000);
    Outcome again = liftwerk("report", workspace, file("r.html"));
    assertEquals(1, again.code());
    assertTrue(again.err().contains("[file-exists]"), again.err());
  }

  @Test
  void saysWhyThereIsNone() throws IOException {
    assertFailure("report-empty", "r.html");
    assertFailure("report-format", "r.doc");
    assertFailure("file-unwritable", "nowhere/r.html");
    simulate();
    assertFailure("run-unknown", "r.html", "--runs", "7");
    assertFailure("report-kind", "r.html", "--kind", "leeds");
    Files.writeString(folder.resolve("logo.png"), "no picture");
    assertFailure("logo-no-picture", "r.html", "--logo", file("logo.png"));
    assertEquals(
        2, liftwerk("report", workspace, file("r.html"), "--runs", "1", "--kind", "leads").code());
    assertFalse(Files.exists(folder.resolve("r.html")));
  }

  private void assertFailure(String code, String name, String... more) {
    var words = new ArrayList<>(List.of("report", workspace, file(name)));
    words.addAll(List.of(more));
    Outcome outcome = liftwerk(words.toArray(String[]::new));
    assertEquals(1, outcome.code(), outcome.out());
    assertTrue(outcome.err().contains("[" + code + "]"), outcome.err());
  }
}
