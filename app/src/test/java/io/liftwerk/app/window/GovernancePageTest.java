package io.liftwerk.app.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.ingest.FileImport;
import io.liftwerk.ingest.ImportRequest;
import io.liftwerk.workspace.JobRunner;
import io.liftwerk.workspace.RunRecord;
import io.liftwerk.workspace.TableInfo;
import io.liftwerk.workspace.Tables;
import io.liftwerk.workspace.VaultStatus;
import io.liftwerk.workspace.WorkbenchException;
import io.liftwerk.workspace.Workspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the Governance page does to the workspace, and the passphrase wherever it is needed. */
class GovernancePageTest {
  private static final String ERASED = "ada.quenzl@example.com";
  private static final String STAYS = "bo.brandt@example.com";
  private static final String PHRASE = "vier kleine graue Steine";
  private static final String NEXT = "fuenf grosse gelbe Blumen";

  @TempDir private Path folder;
  private Path place = Path.of("");
  private @Nullable Fx opened;

  @AfterEach
  void close() {
    if (opened != null) {
      opened.close();
    }
  }

  private Fx fx() {
    return Objects.requireNonNull(opened);
  }

  /** A workspace with three leads, one of them from long ago, opened on the Governance page. */
  private void open(@Nullable String passphrase) throws Exception {
    try (Workspace made = Workspace.create(folder.resolve("Nordwand"))) {
      place = made.folder();
      new JobRunner(made, Runnable::run)
          .run(new FileImport(ImportRequest.of(List.of(leads("crm_leads.csv", "").toString()))));
      if (passphrase != null) {
        made.vault().lockBy(passphrase.toCharArray());
      }
    }
    Fx window = Fx.open(folder.resolve("home"), place, null);
    opened = window;
    Fx.run(() -> Objects.requireNonNull(window.window.shell()).go(PageId.GOVERNANCE));
    Fx.await("the page", () -> window.shows(text("governance.vault")));
    Fx.await("the vault", () -> !window.all(PasswordField.class).isEmpty());
  }

  private Path leads(String name, String more) throws IOException {
    return Files.writeString(
        folder.resolve(name),
        """
        Lead-ID;Erstellt am;Nachname;E-Mail;Quelle;Status;Einwilligung Marketing;Einwilligung am
        L-1;01.02.2026;Quenzl;%s;Suche;offen;Ja;01.02.2026
        L-2;02.02.2026;Brandt;%s;Messe;offen;Nein;02.02.2026
        L-3;03.02.2001;Corves;cy.corves@example.com;Messe;offen;Ja;03.02.2001
        """
                .formatted(ERASED, STAYS)
            + more);
  }

  private String text(String key, Object... arguments) {
    return fx().window.messages().text(key, arguments);
  }

  /** The last of that name: a dialog's lies above the page's. */
  private void fire(String words) {
    Fx.await(
        "a button '" + words + "'",
        () -> fx().all(Button.class).stream().anyMatch(one -> isReady(one, words)));
    Button button =
        fx().all(Button.class).stream().filter(one -> isReady(one, words)).toList().getLast();
    Fx.run(button::fire);
  }

  private static boolean isReady(Button button, String words) {
    return words.equals(button.getText()) && !button.isDisabled();
  }

  private long rows() {
    return Fx.call(
        () ->
            new Tables(Objects.requireNonNull(fx().window.session()).workspace())
                .list().stream()
                    .filter(table -> table.ref().toString().equals("bronze.crm_leads"))
                    .mapToLong(TableInfo::rows)
                    .sum());
  }

  private VaultStatus vault() {
    return Objects.requireNonNull(fx().window.session()).workspace().vault().status();
  }

  private List<RunRecord> runs(String job) {
    return Objects.requireNonNull(fx().window.session()).workspace().ledger().list().stream()
        .filter(run -> run.job().equals(job))
        .toList();
  }

  private void type(String lines) {
    TextArea area = fx().named(TextArea.class, text("governance.erase.prompt"));
    Fx.run(() -> area.setText(lines));
  }

  private void phrase(String typed) {
    Fx.await("a field", () -> !fx().all(PasswordField.class).isEmpty());
    PasswordField field = fx().all(PasswordField.class).getLast();
    Fx.run(() -> field.setText(typed));
  }

  private void erase(String who) {
    type(who);
    fire(text("governance.erase"));
    fire(text("governance.erase"));
  }

  private boolean isAsking() {
    return fx().shows(text("vault.ask.title"));
  }

  private void assertNowhere(String written) throws IOException {
    byte[] wanted = written.getBytes(StandardCharsets.UTF_8);
    try (var files = Files.walk(place)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String bytes = Files.readString(file, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        assertFalse(
            bytes.contains(new String(wanted, StandardCharsets.ISO_8859_1)), file.toString());
      }
    }
  }

  @Test
  void erasingTakesThePersonOutAndShowsTheProof() throws Exception {
    open(null);
    long originals = originals();
    erase(ERASED);
    Fx.await("the proof", () -> fx().shows(firstWords("governance.proven")));
    assertEquals(2, rows());
    assertTrue(originals() < originals, "originals left the vault");
    assertEquals(1, runs("erase").size());
    assertEquals(1, runs("erase-proof").size());
    assertFalse(fx().shows(text("error.title")));
    assertEquals("", fx().named(TextArea.class, text("governance.erase.prompt")).getText());
    // whom it was done to is told nowhere, and who stays is still known
    assertNowhere(ERASED);
    var governance = Objects.requireNonNull(fx().window.models()).governance();
    var first = governance.erasedProperty().get();
    erase(STAYS);
    Fx.await(
        "the next proof",
        () -> {
          var now = governance.erasedProperty().get();
          return now != null && !now.equals(first);
        });
    assertEquals(1, rows());
  }

  private String firstWords(String key) {
    String all = text(key, 0, 0, 0);
    return all.substring(0, all.indexOf('0'));
  }

  private long originals() {
    return vault().originals().values().stream().mapToLong(Long::longValue).sum();
  }

  @Test
  void aLineThatIsNobodyIsToldInPlaceAndNothingHappens() throws Exception {
    open(null);
    erase("somebody");
    String sentence = "Line 1 is neither an e-mail address nor a telephone number.";
    Fx.await("the sentence", () -> fx().shows(sentence));
    assertFalse(fx().shows(text("error.title")), "no dialog");
    assertEquals(3, rows());
    assertEquals(List.of(), runs("erase"));
    erase(ERASED);
    Fx.await("the proof", () -> fx().shows(firstWords("governance.proven")));
    assertFalse(fx().shows(sentence), "what was wrong before is said no more");
  }

  @Test
  void aPeriodIsSetAndEnforced() throws Exception {
    open(null);
    @SuppressWarnings("unchecked")
    ComboBox<String> table = fx().named(ComboBox.class, text("governance.table"));
    Fx.run(() -> table.setValue("crm_leads"));
    days("0");
    fire(text("governance.keep"));
    Fx.await("the sentence", () -> fx().shows("A period has at least one day."));
    days("2000");
    fire(text("governance.keep"));
    Fx.await("the period", () -> fx().shows("2,000"));
    assertEquals(3, rows(), "setting a period takes nothing out");
    fire(text("governance.enforce"));
    Fx.await("it is said", () -> fx().shows(text("governance.enforced", 1)));
    assertEquals(2, rows());
    assertEquals(1, runs("retention").size());
  }

  private void days(String typed) {
    TextField field = fx().named(TextField.class, text("governance.days"));
    Fx.run(() -> field.setText(typed));
  }

  @Test
  void aPassphraseThatIsTooShortIsToldInPlace() throws Exception {
    open(null);
    phrase("short");
    fire(text("governance.set"));
    Fx.await("the sentence", () -> fx().shows("The passphrase has fewer than 8 characters."));
    assertFalse(fx().shows(text("error.title")), "no dialog");
    assertEquals("here", vault().lock());
    phrase(PHRASE);
    fire(text("governance.set"));
    Fx.await("locked", () -> fx().shows(text("governance.change")));
    assertEquals("passphrase", vault().lock());
    fx().close();
    opened = null;
    assertOpens(PHRASE);
  }

  private void assertOpens(String passphrase) {
    try (Workspace again = Workspace.open(place)) {
      again.vault().offer(passphrase.toCharArray());
      again.vault().pseudonyms();
    }
  }

  @Test
  void replacingThePassphraseAsksForTheOneBefore() throws Exception {
    open(PHRASE);
    phrase(NEXT);
    fire(text("governance.change"));
    Fx.await("the question", this::isAsking);
    phrase("not the one at all");
    fire(text("vault.ask.go"));
    Fx.await("wrong", () -> fx().shows(text("vault.ask.wrong")));
    assertTrue(isAsking(), "one may type again");
    phrase(PHRASE);
    fire(text("vault.ask.go"));
    Fx.await("replaced", () -> fx().shows(text("governance.locked")));
    fx().close();
    opened = null;
    assertOpens(NEXT);
    var refused = assertThrows(WorkbenchException.class, () -> assertOpens(PHRASE));
    assertEquals("vault-passphrase", refused.code());
  }

  @Test
  void aWrongPassphraseIsToldInPlace() throws Exception {
    open(PHRASE);
    phrase("not the one at all");
    fire(text("governance.unlock"));
    Fx.await(
        "the sentence",
        () -> fx().shows("The passphrase does not open the vault of this workspace."));
    assertFalse(fx().shows(text("error.title")), "no dialog");
    phrase(PHRASE);
    fire(text("governance.unlock"));
    Fx.await("open", () -> fx().shows(text("governance.unlocked")));
  }

  @Test
  void erasingAsksForThePassphraseAndGoesOn() throws Exception {
    open(PHRASE);
    erase(ERASED);
    Fx.await("the question", this::isAsking);
    fire(text("cancel"));
    Fx.await("given up", () -> !isAsking());
    Fx.settle();
    assertEquals(3, rows());
    assertEquals(List.of(), runs("erase"));
    assertFalse(fx().shows(text("error.title")), "whoever cancels needs not be told");
    erase(ERASED);
    Fx.await("the question", this::isAsking);
    phrase(PHRASE);
    fire(text("vault.ask.go"));
    Fx.await("the proof", () -> fx().shows(firstWords("governance.proven")));
    assertEquals(2, rows());
  }

  @Test
  void anImportThatMeetsALockedVaultAsksAndGoesOn() throws Exception {
    open(PHRASE);
    Path more =
        leads(
            "crm_leads.csv", "L-4;04.02.2026;Daun;d.daun@example.com;Messe;offen;Ja;04.02.2026\n");
    var data = Objects.requireNonNull(fx().window.models()).data();
    Fx.run(() -> Objects.requireNonNull(fx().window.shell()).go(PageId.DATA));
    Fx.run(() -> data.preview(List.of(more)));
    fire(text("preview.load"));
    Fx.await("the question", this::isAsking);
    fire(text("cancel"));
    Fx.await("given up", () -> !isAsking());
    Fx.await("the file waits as before", () -> data.waitingProperty().get() != null);
    assertEquals(3, rows());
    fire(text("preview.load"));
    Fx.await("the question", this::isAsking);
    phrase("not the one at all");
    fire(text("vault.ask.go"));
    Fx.await("wrong", () -> fx().shows(text("vault.ask.wrong")));
    assertEquals(3, rows());
    phrase(PHRASE);
    fire(text("vault.ask.go"));
    Fx.await("loaded", () -> rows() == 4);
    assertNowhere("d.daun@example.com");
  }

  @Test
  void nothingLeavesTheComputerAndTheTrailIsWhole() throws Exception {
    open(null);
    assertTrue(fx().shows(text("governance.network.none")));
    fire(text("runs.verify"));
    var governance = Objects.requireNonNull(fx().window.models()).governance();
    Fx.await("a verdict", () -> governance.auditProperty().get() != null);
    assertTrue(Objects.requireNonNull(governance.auditProperty().get()).intact());
  }
}
