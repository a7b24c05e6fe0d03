package io.liftwerk.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.liftwerk.app.Main;
import io.liftwerk.testsupport.OtherJvm;
import io.liftwerk.workspace.Json;
import io.liftwerk.workspace.Workspace;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The vault, erasure and retention as a script sees them. */
@Timeout(300)
class GovernanceCommandTest {
  private static final String FIRST = "four plain words here";
  private static final String SECOND = "other words than these";

  @TempDir Path folder;
  private Path workspace;

  private record Outcome(int code, String out, String err) {
    JsonNode json() throws IOException {
      return Json.mapper().readTree(out);
    }
  }

  @BeforeEach
  void makeWorkspace() {
    workspace = folder.resolve("client.liftwerk");
    assertEquals(0, liftwerk("init", workspace).code());
  }

  private static Outcome liftwerk(Object... words) {
    String[] args = Stream.of(words).map(Object::toString).toArray(String[]::new);
    var out = new StringWriter();
    var err = new StringWriter();
    int code = Liftwerk.execute(new PrintWriter(out, true), new PrintWriter(err, true), args);
    return new Outcome(code, out.toString(), err.toString());
  }

  /** The program of its own, for what only the environment can tell. */
  private static Outcome started(Map<String, String> environment, Object... words)
      throws Exception {
    ProcessBuilder builder =
        OtherJvm.of(
            Main.class,
            List.of("-Duser.language=en"),
            Stream.of(words).map(Object::toString).toArray(String[]::new));
    builder.environment().putAll(environment);
    Process process = builder.start();
    String said = OtherJvm.output(process);
    return new Outcome(process.waitFor(), said, said);
  }

  private static Outcome succeed(Object... words) {
    Outcome outcome = liftwerk(words);
    assertEquals(0, outcome.code(), outcome.err());
    return outcome;
  }

  private static void refused(String code, Outcome outcome) {
    assertEquals(1, outcome.code(), outcome.out());
    assertTrue(outcome.err().contains("[" + code + "]"), outcome.err());
  }

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  private void importLeads() throws IOException {
    Path leads =
        file(
            "leads.csv",
            "Lead-ID;Erstellt am;E-Mail;Quelle;Bemerkung;Abgeschlossen\n"
                + "L-1;02.01.2020;anna@post.example;Mail;ruft am Montag zurück;Ja\n"
                + "L-2;03.01.2099;bert@post.example;Mail;von anna@post.example;Nein\n"
                + "L-3;03.01.2099;carl@post.example;Mail;will ein Angebot;Nein\n"
                + "L-4;03.01.2099;dora@post.example;Mail;fragt nach Seilen;Nein\n"
                + "L-5;03.01.2099;emil@post.example;Mail;ruft noch einmal an;Nein\n"
                + "L-6;03.01.2099;fritz@post.example;Mail;kommt in den Laden;Nein\n");
    succeed("import", workspace, leads);
  }

  private JsonNode vault() throws IOException {
    return succeed("vault", workspace, "status", "--json").json().path("vault");
  }

  @Test
  void aPassphraseIsSetAndChangedAndNeededFromThenOn() throws Exception {
    assertEquals("none", vault().path("lock").asText());
    assertTrue(succeed("vault", workspace, "status").out().startsWith("There is no vault yet"));
    importLeads();
    assertEquals("here", vault().path("lock").asText());
    assertTrue(vault().path("keyHere").asBoolean());
    assertEquals(6, vault().at("/originals/email").asInt());
    assertTrue(succeed("vault", workspace, "status").out().contains("email"));

    Path first = file("first.txt", FIRST + "\n");
    Path second = file("second.txt", SECOND + "\r\n");
    refused("passphrase-missing", liftwerk("vault", workspace, "set"));
    refused(
        "passphrase-file",
        liftwerk("vault", workspace, "set", "--passphrase-file", folder.resolve("none.txt")));
    refused(
        "vault-passphrase-short",
        liftwerk("vault", workspace, "set", "--passphrase-file", file("short.txt", "short")));
    JsonNode set = succeed("vault", workspace, "set", "--passphrase-file", first, "--json").json();
    assertEquals("passphrase", set.path("lock").asText());
    assertTrue(set.path("rounds").asInt() > 0);
    refused("vault-set", liftwerk("vault", workspace, "set", "--passphrase-file", second));

    Path wanted = file("erase.txt", "anna@post.example\n");
    refused("vault-locked", liftwerk("erase", workspace, "--email-file", wanted));
    Outcome wrong =
        liftwerk("erase", workspace, "--email-file", wanted, "--passphrase-file", second, "--json");
    assertEquals(1, wrong.code());
    assertEquals("vault-passphrase", wrong.json().at("/error/code").asText());
    assertFalse(wrong.out().contains(SECOND) || wrong.err().contains(SECOND), "it stays unsaid");

    refused(
        "passphrase-missing", liftwerk("vault", workspace, "change", "--passphrase-file", first));
    refused(
        "vault-passphrase",
        liftwerk(
            "vault",
            workspace,
            "change",
            "--passphrase-file",
            second,
            "--new-passphrase-file",
            second));
    Outcome changed =
        succeed(
            "vault",
            workspace,
            "change",
            "--passphrase-file",
            first,
            "--new-passphrase-file",
            second);
    assertTrue(changed.out().startsWith("The vault is locked"), changed.out());
    refused(
        "vault-passphrase",
        liftwerk("erase", workspace, "--email-file", wanted, "--passphrase-file", first));

    Outcome unlocked =
        started(Map.of("LIFTWERK_PASSPHRASE", SECOND), "erase", workspace, "--email-file", wanted);
    assertEquals(0, unlocked.code(), unlocked.out());
    assertTrue(unlocked.out().contains("Proven"), unlocked.out());
    Outcome other =
        started(Map.of("LIFTWERK_PASSPHRASE", FIRST), "erase", workspace, "--email-file", wanted);
    refused("vault-passphrase", other);
  }

  @Test
  void aLostKeyAndADamagedFileAreToldApart() throws Exception {
    importLeads();
    Path wanted = file("erase.txt", "anna@post.example\n");
    Path key = Path.of(vault().path("keyFile").asText());
    byte[] kept = Files.readAllBytes(key);
    Files.delete(key);
    assertFalse(vault().path("keyHere").asBoolean());
    assertTrue(succeed("vault", workspace, "status").out().startsWith("Its key is not"));
    refused("vault-key-lost", liftwerk("erase", workspace, "--email-file", wanted));
    refused(
        "vault-key-lost",
        liftwerk("vault", workspace, "set", "--passphrase-file", file("p.txt", FIRST)));

    Files.write(key, kept);
    Files.writeString(workspace.resolve("vault.duckdb"), "no database");
    refused("vault-damaged", liftwerk("vault", workspace, "status"));
    refused("vault-damaged", liftwerk("erase", workspace, "--email-file", wanted));
  }

  @Test
  void migrationSaysWhatItFound() throws Exception {
    importLeads();
    JsonNode nothing = succeed("vault", workspace, "migrate", "--json").json();
    assertEquals(0, nothing.path("tables").size());
    assertEquals(0, nothing.path("originals").asInt());
    try (Workspace open = Workspace.open(workspace);
        Connection connection = open.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("UPDATE load.l000001 SET \"E-Mail\" = 'dora@post.example'");
      statement.execute("UPDATE load.catalog SET replaced = NULL");
    }
    assertTrue(succeed("vault", workspace, "status").out().contains("leads"));
    refused(
        "erase-clear",
        liftwerk("erase", workspace, "--email-file", file("e.txt", "dora@post.example")));
    Outcome migrated = succeed("vault", workspace, "migrate");
    assertTrue(migrated.out().contains("leads: E-Mail"), migrated.out());
    assertEquals(0, succeed("vault", workspace, "status", "--json").json().path("inClear").size());
  }

  @Test
  void anErasureProvesItselfAndSaysWhoWasNeverThere() throws Exception {
    importLeads();
    assertEquals(2, liftwerk("erase", workspace).code());
    refused("erase-file", liftwerk("erase", workspace, "--email-file", folder.resolve("none.txt")));
    refused("erase-empty", liftwerk("erase", workspace, "--email-file", file("empty.txt", "\n")));
    refused("erase-line", liftwerk("erase", workspace, "--email-file", file("name.txt", "Anna")));
    Path wanted = file("erase.txt", "Anna@Post.example\nnobody@post.example\n");
    JsonNode done = succeed("erase", workspace, "--email-file", wanted, "--json").json();
    assertEquals(2, done.at("/erasure/identifiers").asInt());
    assertEquals(1, done.at("/erasure/absent").asInt());
    assertEquals(1, done.at("/erasure/originals").size());
    assertTrue(
        done.at("/erasure/tables")
            .toString()
            .contains("{\"table\":\"load.l000001\",\"rows\":1,\"byId\":0,\"cells\":1}"),
        done.at("/erasure/tables").toString());
    assertEquals(0, done.at("/proof/found").size());
    Outcome again = succeed("erase", workspace, "--email-file", wanted);
    assertTrue(again.out().contains("2 of them were never in this workspace"), again.out());
    assertTrue(again.out().contains("Proven"), again.out());
    JsonNode runs = succeed("runs", workspace, "list", "--json").json();
    assertFalse(runs.toString().toLowerCase(java.util.Locale.ROOT).contains("anna@"));
  }

  @Test
  void periodsAreRunsOfTheirOwn() throws Exception {
    importLeads();
    assertEquals(2, liftwerk("retention", workspace, "--table", "leads").code());
    assertEquals(2, liftwerk("retention", workspace, "--days", "3").code());
    assertEquals(
        2,
        liftwerk("retention", workspace, "--table", "leads", "--days", "3", "--for-ever").code());
    refused("table-unknown", liftwerk("retention", workspace, "--table", "x", "--days", "3"));
    refused("retention-days", liftwerk("retention", workspace, "--table", "leads", "--days", "0"));
    JsonNode set =
        succeed("retention", workspace, "--table", "LEADS", "--days", "365", "--json").json();
    assertEquals(365, set.at("/periods/leads").asInt());
    assertEquals(
        "retention-settings",
        succeed("runs", workspace, "show", set.path("run").asText(), "--json")
            .json()
            .path("job")
            .asText());
    JsonNode done = succeed("retention", workspace, "--json").json();
    assertEquals(1, done.at("/sources/0/rows").asInt());
    assertEquals(365, done.at("/sources/0/days").asInt());
    assertTrue(succeed("retention", workspace).out().contains("leads, 365 days: 0 rows"));
    Outcome forEver = succeed("retention", workspace, "--table", "leads", "--for-ever");
    assertEquals("", forEver.out().strip());
    Outcome again = liftwerk("runs", workspace, "rerun", set.path("run").asText());
    assertEquals(0, again.code(), again.err());
  }

  @Test
  void theReportingClockIsSetAndTold() throws Exception {
    assertTrue(succeed("config", workspace).out().contains("reporting_time_zone"));
    JsonNode set =
        succeed("config", workspace, "set", "reporting_time_zone", "Europe/Berlin", "--json")
            .json();
    assertEquals("UTC", set.path("before").asText());
    assertEquals("Europe/Berlin", set.path("after").asText());
    assertTrue(succeed("config", workspace).out().contains("Europe/Berlin"));
    Outcome none = liftwerk("config", workspace, "set", "reporting_time_zone", "Europe/Berlim");
    refused("time-zone", none);
    assertTrue(none.err().contains("Did you mean 'Europe/Berlin'?"), none.err());
    assertEquals(
        "Europe/Berlin", succeed("kpis", workspace, "--json").json().path("timeZone").asText());
    assertEquals(
        "vars:\n  reporting_time_zone: Europe/Berlin\n",
        Files.readString(workspace.resolve("dbt_project.yml")));
    Files.writeString(
        workspace.resolve("dbt_project.yml"), "name: own # mine\nvars:\n  as_of: 2026-09-30\n");
    succeed("config", workspace, "set", "reporting_time_zone", "Europe/Vienna");
    assertEquals(
        "name: own # mine\nvars:\n  as_of: 2026-09-30\n  reporting_time_zone: Europe/Vienna\n",
        Files.readString(workspace.resolve("dbt_project.yml")));
  }
}
