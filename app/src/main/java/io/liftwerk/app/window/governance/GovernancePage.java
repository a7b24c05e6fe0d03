package io.liftwerk.app.window.governance;

import io.liftwerk.app.window.base.Engine;
import io.liftwerk.app.window.base.Formats;
import io.liftwerk.app.window.base.Messages;
import io.liftwerk.app.window.control.Columns;
import io.liftwerk.app.window.control.Desk;
import io.liftwerk.app.window.control.Origin;
import io.liftwerk.app.window.control.PageView;
import io.liftwerk.app.window.control.ProblemBox;
import io.liftwerk.app.window.control.Ui;
import io.liftwerk.ingest.ErasureProofResult;
import io.liftwerk.ingest.ErasureResult;
import io.liftwerk.workspace.VaultStatus;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javafx.beans.binding.Bindings;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Where people's data lies, how long, who was erased, and that nothing leaves the computer. */
public final class GovernancePage extends PageView {
  private final Desk desk;
  private final Messages messages;
  private final Formats formats;
  private final GovernanceModel model;
  private final VBox vault = card();
  private final VBox retention = card();
  private final VBox erasure = card();
  private final VBox outcome = new VBox(4);
  private final VBox trail = card();
  private final TextArea lines = new TextArea();
  private final Map<GovernanceModel.Part, ProblemBox> problems =
      new EnumMap<>(GovernanceModel.Part.class);

  public GovernancePage(Desk desk, GovernanceModel model) {
    this.desk = desk;
    this.messages = desk.messages();
    this.formats = messages.formats();
    this.model = model;
    model.onProblem(desk.dialogs()::error);
    for (GovernanceModel.Part part : GovernanceModel.Part.values()) {
      problems.put(part, new ProblemBox(messages));
    }
    erasure();
    scrolling(messages.text("page.governance"), vault, network(), retention, erasure, trail);
    model.shownProperty().subscribe(shown -> content());
    model.auditProperty().subscribe(audit -> trail(audit));
    model.erasedProperty().subscribe(erased -> outcome(erased));
    model
        .problemProperty()
        .subscribe(
            problem ->
                problems.forEach(
                    (part, box) ->
                        box.show(
                            problem == null || problem.part() != part ? null : problem.why())));
  }

  private ProblemBox problem(GovernanceModel.Part part) {
    return Objects.requireNonNull(problems.get(part));
  }

  @Override
  public void entered() {
    model.refresh();
  }

  private static VBox card() {
    var box = new VBox(8);
    box.getStyleClass().addAll("card", "padded");
    return box;
  }

  private void content() {
    Engine.Governance shown = model.shownProperty().get();
    if (shown == null) {
      return;
    }
    long held = shown.vault().originals().values().stream().mapToLong(Long::longValue).sum();
    finding()
        .set(
            shown.inClear().isEmpty()
                ? messages.text("governance.finding", held)
                : messages.text("governance.finding.clear", shown.inClear().size()));
    vault(shown);
    retention(shown);
  }

  private void vault(Engine.Governance shown) {
    VaultStatus status = shown.vault();
    vault.getChildren().setAll(Ui.heading(messages.text("governance.vault")));
    boolean phrase = status.lock().equals("passphrase");
    String words =
        switch (status.lock()) {
          case "none" -> messages.text("governance.vault.none");
          case "passphrase" -> messages.text("governance.vault.passphrase", status.rounds());
          default ->
              messages.text(
                  status.keyHere() ? "governance.vault.here" : "governance.vault.gone",
                  String.valueOf(status.keyFile()));
        };
    vault.getChildren().add(Ui.paragraph(words));
    if (!status.originals().isEmpty()) {
      vault
          .getChildren()
          .add(
              Ui.paragraph(
                  String.join(
                      " · ",
                      status.originals().entrySet().stream()
                          .map(
                              one ->
                                  messages.textOr(
                                          "governance.kind."
                                              + one.getKey().toLowerCase(Locale.ROOT),
                                          one.getKey())
                                      + " "
                                      + formats.count(one.getValue()))
                          .toList()),
                  "muted"));
    }
    if (!shown.inClear().isEmpty()) {
      Button migrate =
          Ui.button(
              messages.text("governance.migrate"),
              Feather.SHIELD,
              () -> model.migrate(messages.text("job.title.migrate")));
      migrate.getStyleClass().add("small");
      migrate.disableProperty().bind(model.busyProperty());
      var clear =
          new VBox(
              6,
              Ui.paragraph(messages.text("governance.clear", String.join(", ", shown.inClear()))),
              migrate);
      clear.getStyleClass().add("warning");
      vault.getChildren().add(clear);
    }
    vault.getChildren().addAll(passphrase(phrase), problem(GovernanceModel.Part.VAULT));
  }

  private Node passphrase(boolean locked) {
    var field = new PasswordField();
    field.setPromptText(messages.text("governance.passphrase"));
    field.setAccessibleText(messages.text("governance.passphrase"));
    field.getStyleClass().add("small");
    field.setPrefColumnCount(22);
    Button lock =
        Ui.button(
            messages.text(locked ? "governance.change" : "governance.set"),
            Feather.LOCK,
            () -> take(field, chars -> model.lock(chars, () -> note("governance.locked"))));
    Button open =
        Ui.button(
            messages.text("governance.unlock"),
            Feather.UNLOCK,
            () -> take(field, chars -> model.unlock(chars, () -> note("governance.unlocked"))));
    for (Button button : List.of(lock, open)) {
      button.getStyleClass().add("small");
      button.disableProperty().bind(field.textProperty().map(text -> text.isBlank()));
    }
    var line = locked ? new HBox(8, field, open, lock) : new HBox(8, field, lock);
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  private void note(String key) {
    desk.dialogs().note(messages.text(key));
  }

  /** Hands on what was typed and forgets it. */
  private static void take(PasswordField field, java.util.function.Consumer<char[]> use) {
    char[] typed = field.getText().toCharArray();
    field.clear();
    use.accept(typed);
  }

  private VBox network() {
    VBox box = card();
    box.getChildren()
        .addAll(
            Ui.heading(messages.text("governance.network")),
            Ui.paragraph(messages.text("governance.network.none")));
    return box;
  }

  private void retention(Engine.Governance shown) {
    retention
        .getChildren()
        .setAll(
            Ui.heading(messages.text("governance.retention")),
            Ui.paragraph(messages.text("governance.retention.about"), "muted", "small"));
    var table = new ComboBox<String>(FXCollections.observableArrayList(shown.tables()));
    table.setPromptText(messages.text("governance.table"));
    table.setAccessibleText(messages.text("governance.table"));
    table.setPrefWidth(240);
    var days = new TextField();
    days.setPromptText(messages.text("governance.days"));
    days.setAccessibleText(messages.text("governance.days"));
    days.setPrefColumnCount(8);
    table.getStyleClass().add("small");
    days.getStyleClass().add("small");
    Button keep =
        Ui.button(messages.text("governance.keep"), Feather.CLOCK, () -> keep(table, days));
    Button enforce =
        Ui.button(
            messages.text("governance.enforce"),
            Feather.SCISSORS,
            () ->
                model.retain(
                    messages.text("job.title.retention"),
                    rows -> desk.dialogs().note(messages.text("governance.enforced", rows))));
    for (Button button : List.of(keep, enforce)) {
      button.getStyleClass().add("small");
    }
    enforce.setDisable(shown.periods().isEmpty());
    var line = new HBox(8, table, days, keep, Ui.spacer(), enforce);
    line.setAlignment(Pos.CENTER_LEFT);
    if (!shown.periods().isEmpty()) {
      retention
          .getChildren()
          .add(
              Columns.table(
                  messages.text("governance.retention"),
                  List.copyOf(shown.periods().entrySet()),
                  8,
                  Columns.words(
                      messages.text("governance.table"),
                      260,
                      (Map.Entry<String, Integer> one) -> one.getKey()),
                  Columns.number(
                      messages.text("governance.days"),
                      120,
                      (Map.Entry<String, Integer> one) -> formats.count(one.getValue()))));
    }
    retention.getChildren().addAll(line, problem(GovernanceModel.Part.RETENTION));
  }

  /** An empty field of days means for ever. */
  private void keep(ComboBox<String> table, TextField days) {
    String name = table.getValue();
    String text = days.getText().strip();
    if (name == null || !text.matches("\\d{0,6}")) {
      note("governance.keep.how");
      return;
    }
    model.keep(
        messages.text("job.retention-settings"),
        name,
        text.isEmpty() ? null : Integer.valueOf(text));
  }

  private void erasure() {
    lines.setPromptText(messages.text("governance.erase.prompt"));
    lines.setAccessibleText(messages.text("governance.erase.prompt"));
    lines.setPrefRowCount(3);
    lines.setMaxWidth(480);
    Button erase = Ui.button(messages.text("governance.erase"), Feather.USER_X, this::erase);
    erase.getStyleClass().addAll("small", "danger");
    erase
        .disableProperty()
        .bind(
            model
                .busyProperty()
                .or(
                    Bindings.createBooleanBinding(
                        () -> lines.getText().isBlank(), lines.textProperty())));
    erasure
        .getChildren()
        .setAll(
            Ui.heading(messages.text("governance.erasure")),
            Ui.paragraph(messages.text("governance.erasure.about"), "muted", "small"),
            lines,
            erase,
            problem(GovernanceModel.Part.ERASURE),
            outcome);
  }

  private void erase() {
    List<String> asked =
        Arrays.stream(lines.getText().split("\\R")).filter(line -> !line.isBlank()).toList();
    desk.dialogs()
        .confirm(
            messages.text("governance.erase.sure", asked.size()),
            messages.text("governance.erase.sure.more"),
            messages.text("governance.erase"),
            () -> {
              lines.clear();
              model.erase(
                  messages.text("job.title.erase"), messages.text("job.title.proof"), asked);
            });
  }

  private void outcome(GovernanceModel.@Nullable Erased erased) {
    outcome.getChildren().clear();
    Ui.show(outcome, erased != null);
    if (erased == null) {
      return;
    }
    ErasureResult result = erased.erasure().result();
    ErasureProofResult proof = erased.proof().result();
    var words = new ArrayList<String>();
    words.add(
        messages.text(
            "governance.erased", result.identifiers(), result.rows(), result.originals().size()));
    for (ErasureResult.FoundIds found : result.ids()) {
      words.add(
          messages.text(
              "governance.erased.ids",
              found.column(),
              found.followed(),
              found.shared(),
              found.elsewhere()));
    }
    for (ErasureResult.Recipient recipient : result.handedOver()) {
      words.add(
          messages.text(
              recipient.certain() ? "governance.erased.told" : "governance.erased.maybe",
              recipient.name(),
              recipient.run(),
              recipient.file()));
    }
    result.files().forEach(file -> words.add(messages.text("governance.erased.file", file)));
    words.add(
        messages.text(
            proof.proven() ? "governance.proven" : "governance.found",
            proof.files(),
            proof.columns(),
            proof.tables()));
    words.addAll(proof.found());
    outcome.getStyleClass().setAll(proof.proven() ? "good" : "warning");
    words.forEach(word -> outcome.getChildren().add(Ui.paragraph(word)));
    origin().set(new Origin(erased.erasure().record(), List.of()));
  }

  private void trail(Engine.@Nullable Audit audit) {
    Button verify = Ui.button(messages.text("runs.verify"), Feather.SHIELD, model::verify);
    verify.getStyleClass().add("small");
    trail
        .getChildren()
        .setAll(
            Ui.heading(messages.text("governance.trail")),
            Ui.paragraph(messages.text("governance.trail.about"), "muted", "small"),
            verify,
            problem(GovernanceModel.Part.TRAIL));
    if (audit != null) {
      var verdict =
          new VBox(
              4,
              Ui.paragraph(
                  messages.text(
                      audit.intact() ? "audit.intact" : "audit.broken",
                      audit.entries(),
                      audit.sealed(),
                      audit.key()),
                  "strong"));
      verdict.getStyleClass().add(audit.intact() ? "good" : "warning");
      audit
          .findings()
          .forEach(found -> verdict.getChildren().add(Ui.paragraph(messages.sentence(found))));
      trail.getChildren().add(verdict);
    }
  }
}
