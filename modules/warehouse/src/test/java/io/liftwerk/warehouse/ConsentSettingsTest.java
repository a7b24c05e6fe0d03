package io.liftwerk.warehouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.ingest.FileImport;
import io.liftwerk.ingest.ImportRequest;
import io.liftwerk.workspace.JobRunner;
import io.liftwerk.workspace.WorkbenchException;
import io.liftwerk.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsentSettingsTest {
  @TempDir Path folder;
  private Workspace workspace;
  private JobRunner runner;

  @BeforeEach
  void makeWorkspace() throws IOException {
    workspace = Workspace.create(folder.resolve("client"));
    runner = new JobRunner(workspace, Runnable::run);
    Path file = folder.resolve("Leads.csv");
    Files.writeString(file, "id;wert\n1;x\n2;y\n");
    runner.run(new FileImport(ImportRequest.of(List.of(file.toString()))));
  }

  @AfterEach
  void close() {
    workspace.close();
  }

  private ConsentSettingsResult run(ConsentSettingsRequest request) {
    return runner.run(new ConsentSettings(request)).result();
  }

  private WorkbenchException refused(ConsentSettingsRequest request) throws IOException {
    String before = Files.readString(workspace.folder().resolve("consent.yml"));
    var refused = assertThrows(WorkbenchException.class, () -> run(request));
    assertEquals(before, Files.readString(workspace.folder().resolve("consent.yml")));
    return refused;
  }

  private String setting(String key) {
    return ConsentSettings.list(workspace).settings().stream()
        .filter(setting -> setting.key().equals(key))
        .findFirst()
        .orElseThrow()
        .value();
  }

  @Test
  void aBasisIsStatedAndInTheLedger() {
    ConsentSettingsResult stated = run(ConsentSettingsRequest.basis("Leads", "consent", ""));
    assertEquals("'leads' rests on each person's consent.", stated.sentence());
    assertEquals("unstated", stated.before());
    ConsentSettingsResult changed =
        run(ConsentSettingsRequest.basis("leads", "other", "contract: \"Art. 6\""));
    assertEquals("consent", changed.before());
    assertEquals("other (contract: \"Art. 6\")", changed.after());
    assertEquals(
        "leads OTHER contract: \"Art. 6\"",
        ConsentSettings.list(workspace).sources().stream()
            .map(source -> source.source() + " " + source.basis() + " " + source.note())
            .findFirst()
            .orElseThrow());
    assertEquals("other", workspace.ledger().list().getFirst().parameters().path("basis").asText());
  }

  @Test
  void settingsAreSetAndListed() {
    assertEquals("1,7,8,9", setting("consent.analytics.purposes"));
    ConsentSettingsResult set =
        run(ConsentSettingsRequest.set("consent.analytics.purposes", "1, 9"));
    assertEquals("consent.analytics.purposes is '1,9' now, and was '1,7,8,9'.", set.sentence());
    assertEquals("1,9", setting("consent.analytics.purposes"));
    run(ConsentSettingsRequest.set("consent.activation.vendor", "755"));
    assertEquals("755", setting("consent.activation.vendor"));
    run(ConsentSettingsRequest.set("consent.activation.vendor", ""));
    assertEquals("", setting("consent.activation.vendor"));
    run(ConsentSettingsRequest.set("consent.tcf.oldest-policy-after", "2023-11-20"));
    assertEquals("2023-11-20", setting("consent.tcf.oldest_policy_after"));
    assertEquals(
        "consent.scoring.storage is 'analytics_storage' already.",
        run(ConsentSettingsRequest.set("consent.scoring.storage", "analytics_storage")).sentence());
  }

  @Test
  void whatCannotBeIsRefusedAndChangesNothing() throws IOException {
    ConsentSettings.list(workspace);
    WorkbenchException purpose =
        refused(ConsentSettingsRequest.set("consent.scoring.legitimate_interest", "2,3"));
    assertEquals("consent-value", purpose.code());
    assertEquals(
        "consent.scoring.legitimate_interest cannot be '2,3': legitimate interest can never be the"
            + " basis of purpose 3.",
        purpose.sentence());
    for (String value : List.of("", "]", "1]\nx: [2", "1 # 2", "{}", "*a")) {
      assertEquals(
          "consent-value",
          refused(ConsentSettingsRequest.set("consent.scoring.purposes", value)).code());
    }
    assertEquals("setting-unknown", refused(ConsentSettingsRequest.set("consent.x", "1")).code());
    assertEquals(
        "consent-basis", refused(ConsentSettingsRequest.basis("leads", "maybe", "")).code());
    assertEquals(
        "consent-note", refused(ConsentSettingsRequest.basis("leads", "other", " ")).code());
    WorkbenchException unknown = refused(ConsentSettingsRequest.basis("leeds", "none", ""));
    assertTrue(unknown.sentence().contains("'leeds'"), unknown.sentence());
  }
}
