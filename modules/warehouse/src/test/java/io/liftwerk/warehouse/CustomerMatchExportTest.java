package io.liftwerk.warehouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.ingest.Erasure;
import io.liftwerk.ingest.ErasureResult;
import io.liftwerk.ingest.FileImport;
import io.liftwerk.ingest.ImportRequest;
import io.liftwerk.warehouse.activation.Platform;
import io.liftwerk.workspace.Identifier;
import io.liftwerk.workspace.Job;
import io.liftwerk.workspace.JobRunner;
import io.liftwerk.workspace.WorkbenchException;
import io.liftwerk.workspace.Workspace;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CustomerMatchExportTest {
  private static final String YES = "Ada.Quenzl@example.com";
  private static final String NO = "bo.brandt@example.com";

  @TempDir private Path folder;
  private Workspace workspace;

  @BeforeEach
  void open() throws Exception {
    workspace = Workspace.create(folder.resolve("w"));
    Path leads = folder.resolve("crm_leads.csv");
    Files.writeString(
        leads,
        """
        Lead-ID;Erstellt am;Nachname;E-Mail;Quelle;Status;Einwilligung Marketing;Einwilligung am
        L-1;01.02.2026;Quenzl;%s;Suche;offen;Ja;01.02.2026
        L-2;02.02.2026;Brandt;%s;Messe;offen;Nein;02.02.2026
        L-3;03.02.2026;Corves;cy.corves@example.com;Messe;offen;Ja;03.02.2026
        L-4;04.02.2026;Corves;CY.CORVES@example.com;Messe;offen;Nein;05.03.2026
        """
            .formatted(YES, NO));
    run(new FileImport(ImportRequest.of(List.of(leads.toString()))));
  }

  @AfterEach
  void close() {
    workspace.close();
  }

  private <R> R run(Job<R> job) {
    return new JobRunner(workspace, Runnable::run).run(job).result();
  }

  private static CustomerMatchExport export(String reason) {
    return new CustomerMatchExport(new CustomerMatchRequest(Platform.META, null, reason));
  }

  @Test
  void onlyThoseAreHandedOverWhoConsentAndHaveNotRefusedSince() throws Exception {
    run(new ConsentSettings(ConsentSettingsRequest.basis("crm_leads", "consent", "")));
    run(new ModelBuild(BuildRequest.everything()));
    CustomerMatchResult result = run(export("autumn newsletter"));
    assertEquals(3, result.persons());
    assertEquals(1, result.covered());
    assertEquals(2, result.heldBack());
    assertEquals(0, result.unknown());
    assertEquals(1, result.keys());
    byte[] hash =
        MessageDigest.getInstance("SHA-256")
            .digest("ada.quenzl@example.com".getBytes(StandardCharsets.UTF_8));
    assertEquals(
        List.of("email", HexFormat.of().formatHex(hash)),
        Files.readAllLines(workspace.folder().resolve(result.files().getFirst())));
    String trail = Files.readString(workspace.folder().resolve("audit.jsonl"));
    assertTrue(trail.contains("autumn newsletter"), trail);
    assertFalse(trail.toLowerCase(java.util.Locale.ROOT).contains("quenzl"), trail);
  }

  @Test
  void whoIsErasedLeavesTheListsAndThePlatformIsNamed() throws Exception {
    run(new ConsentSettings(ConsentSettingsRequest.basis("crm_leads", "consent", "")));
    run(new ModelBuild(BuildRequest.everything()));
    String list = run(export("autumn newsletter")).files().getFirst();
    var uid2 = new CustomerMatchRequest(Platform.UID2, null, "winter newsletter");
    String base64 = run(new CustomerMatchExport(uid2)).files().getFirst();
    Files.delete(workspace.folder().resolve(base64));
    Erasure erasure = Erasure.of(workspace, List.of(YES), new CustomerMatchLists());
    ErasureResult erased = run(erasure);
    workspace.rewrite();
    assertEquals(List.of(list), erased.files());
    assertFalse(Files.exists(workspace.folder().resolve(list)));
    assertEquals(
        List.of("Meta true", "UID2 false"),
        erased.handedOver().stream()
            .map(recipient -> recipient.name() + " " + recipient.certain())
            .sorted()
            .toList());
    assertEquals(List.of(), run(erasure.proof(List.of(YES))).found());

    BuildResult built = run(new ModelBuild(BuildRequest.everything()));
    assertTrue(
        built.models().stream().allMatch(model -> model.status() == BuildStatus.BUILT),
        "all was older");
    // what is left behind on purpose is found
    Files.writeString(
        workspace.exports().resolve("copy.csv"),
        new CustomerMatchLists().keys(Identifier.EMAIL, YES).iterator().next());
    assertEquals(List.of("exports/copy.csv"), run(erasure.proof(List.of(YES))).found());
  }

  @Test
  void nobodyIsHandedOverUntilTheBasisIsStated() {
    run(new ModelBuild(BuildRequest.everything()));
    CustomerMatchResult result = run(export("autumn newsletter"));
    assertEquals(0, result.covered());
    assertEquals(List.of(), result.files());
  }

  @Test
  void aReasonThatNamesSomebodyNeverReachesTheLedger() throws Exception {
    var refused = assertThrows(WorkbenchException.class, () -> export("for " + YES));
    assertEquals("personal-text", refused.code());
    assertEquals(
        "personal-text",
        assertThrows(
                WorkbenchException.class,
                () ->
                    new ConsentSettings(
                        ConsentSettingsRequest.basis("crm_leads", "other", "ask 030 23125131")))
            .code());
    assertTrue(
        workspace.ledger().list().stream()
            .noneMatch(run -> run.parameters().toString().contains("@example.com")));
  }

  @Test
  void withoutReasonOrBuildOrPersonsItSaysSo() {
    assertEquals(
        "match-not-built", assertThrows(WorkbenchException.class, () -> run(export("x"))).code());
    assertEquals(
        "match-reason", assertThrows(WorkbenchException.class, () -> run(export(" "))).code());
    run(new ModelBuild(BuildRequest.everything()));
    var wrong =
        new CustomerMatchExport(
            new CustomerMatchRequest(Platform.GOOGLE, "gold.kpi_daily", "reason"));
    assertEquals("match-table", assertThrows(WorkbenchException.class, () -> run(wrong)).code());
  }
}
