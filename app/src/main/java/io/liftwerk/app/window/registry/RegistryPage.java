package io.liftwerk.app.window.registry;

import io.liftwerk.app.window.base.Formats;
import io.liftwerk.app.window.base.Messages;
import io.liftwerk.app.window.control.Columns;
import io.liftwerk.app.window.control.Desk;
import io.liftwerk.app.window.control.EmptyState;
import io.liftwerk.app.window.control.Origin;
import io.liftwerk.app.window.control.PageView;
import io.liftwerk.app.window.control.Ui;
import io.liftwerk.scoring.ModelChangeRequest;
import io.liftwerk.scoring.ModelChangeRequest.Action;
import io.liftwerk.scoring.ModelChangeResult;
import io.liftwerk.scoring.ModelComparisonResult;
import io.liftwerk.scoring.ModelReference;
import io.liftwerk.scoring.ModelStage;
import io.liftwerk.scoring.ModelVersion;
import io.liftwerk.workspace.Run;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Every version of every trained model, which of them is the champion, and two compared. */
public final class RegistryPage extends PageView {
  private final Desk desk;
  private final Messages messages;
  private final Formats formats;
  private final RegistryModel model;
  private final TableView<ModelVersion> table = new TableView<>();
  private final ScrollPane details = new ScrollPane();
  private final Button promote;
  private final Button rollback;
  private final Button retire;
  private final Button note;
  private final Button compare;
  private final Button export;
  private boolean following;

  /**
   * @param goToLeads where a model is trained
   */
  public RegistryPage(Desk desk, RegistryModel model, Runnable goToLeads) {
    this.desk = desk;
    this.messages = desk.messages();
    this.formats = messages.formats();
    this.model = model;
    promote = button("models.promote", Feather.AWARD, () -> change(Action.PROMOTE));
    rollback = button("models.rollback", Feather.ROTATE_CCW, () -> change(Action.ROLLBACK));
    retire = button("models.retire", Feather.ARCHIVE, this::retireOrRestore);
    note = button("models.note", Feather.EDIT_2, this::note);
    compare =
        button(
            "models.compare",
            Feather.COLUMNS,
            () -> model.compare(messages.text("models.compare")));
    export = button("models.export", Feather.DOWNLOAD, this::export);
    model.onProblem(desk.dialogs()::error);
    table(goToLeads);
    details.setFitToWidth(true);
    details.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    details.setAccessibleText(messages.text("models.details"));
    details.setPrefHeight(280);
    details.getStyleClass().addAll("card", "run-details");
    VBox.setVgrow(table, Priority.ALWAYS);
    var body = new VBox(12, bar(), table, details);
    body.getStyleClass().add("page-body");
    setCenter(body);
    model.versions().addListener((ListChangeListener<ModelVersion>) change -> summary());
    model.selectedProperty().subscribe(chosen -> selected());
    model.comparisonProperty().subscribe(run -> selected());
    summary();
  }

  @Override
  public void entered() {
    model.refresh();
  }

  private void summary() {
    finding()
        .set(
            model.versions().isEmpty()
                ? messages.text("models.none")
                : messages.text(
                    "models.finding",
                    model.models(),
                    model.versions().size(),
                    model.challengers()));
  }

  private Button button(String key, Feather icon, Runnable action) {
    Button button = Ui.button(messages.text(key), icon, action);
    button.getStyleClass().add("small");
    return button;
  }

  private FlowPane bar() {
    var bar =
        new FlowPane(
            8,
            6,
            promote,
            rollback,
            retire,
            note,
            compare,
            export,
            Ui.label(messages.text("models.hint"), "muted"));
    bar.setAlignment(Pos.CENTER_LEFT);
    return bar;
  }

  private void table(Runnable goToLeads) {
    table.setItems(model.versions());
    table.getStyleClass().add("dense");
    table.setAccessibleText(messages.text("page.models"));
    table.setFixedCellSize(28);
    table.setMinHeight(140);
    table.setPlaceholder(
        new EmptyState(
            Feather.LAYERS,
            messages.text("models.none"),
            messages.text("models.none.hint"),
            Ui.primary(messages.text("segments.empty.go"), goToLeads)));
    table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    table
        .getColumns()
        .setAll(
            List.of(
                column("models.version", 220, ModelVersion::reference),
                column("models.stage", 110, this::stage),
                number("AUC", 80, one -> figure(one, "auc")),
                column(
                    "models.kind",
                    150,
                    one ->
                        messages.textOr("model." + one.facts().learner(), one.facts().learner())),
                column("models.table", 190, one -> one.facts().table()),
                number(messages.text("models.rows"), 90, one -> formats.count(one.facts().rows())),
                column("models.created", 150, one -> formats.instant(one.created())),
                column("models.owner", 100, one -> said(one.owner())),
                column("models.noted", 200, one -> said(one.note()))));
    Columns.roomForTitles(table);
    table
        .getSelectionModel()
        .getSelectedItems()
        .addListener(
            (ListChangeListener<ModelVersion>)
                change -> {
                  if (!following) {
                    model.select(
                        table.getSelectionModel().getSelectedItems().stream()
                            .filter(Objects::nonNull)
                            .toList());
                  }
                });
  }

  private TableColumn<ModelVersion, String> column(
      String key, double width, Function<ModelVersion, String> value) {
    return titled(messages.text(key), width, value);
  }

  private static TableColumn<ModelVersion, String> titled(
      String title, double width, Function<ModelVersion, String> value) {
    var column = new TableColumn<ModelVersion, String>(title);
    column.setCellValueFactory(row -> new ReadOnlyStringWrapper(value.apply(row.getValue())));
    column.setPrefWidth(width);
    column.setMinWidth(Math.min(width, 136));
    column.setSortable(false);
    column.setReorderable(false);
    return column;
  }

  private static TableColumn<ModelVersion, String> number(
      String title, double width, Function<ModelVersion, String> value) {
    TableColumn<ModelVersion, String> column = titled(title, width, value);
    column.getStyleClass().add("number");
    return column;
  }

  private String stage(ModelVersion version) {
    return messages.text("models.stage." + version.stage().name().toLowerCase(Locale.ROOT));
  }

  private String figure(ModelVersion version, String name) {
    Double value = version.facts().metrics().get(name);
    return value == null ? "" : formats.decimal(value, 4);
  }

  private static String said(@Nullable String text) {
    return text == null ? "" : text;
  }

  private @Nullable ModelVersion only() {
    List<ModelVersion> chosen = model.selectedProperty().get();
    return chosen.size() == 1 ? chosen.getFirst() : null;
  }

  private void selected() {
    List<ModelVersion> chosen = model.selectedProperty().get();
    following = true;
    if (!table.getSelectionModel().getSelectedItems().equals(chosen)) {
      table.getSelectionModel().clearSelection();
      chosen.forEach(table.getSelectionModel()::select);
    }
    following = false;
    ModelVersion one = only();
    boolean retired = one != null && one.stage() == ModelStage.RETIRED;
    promote.setDisable(one == null || retired || one.stage() == ModelStage.CHAMPION);
    rollback.setDisable(one == null);
    retire.setDisable(one == null);
    retire.setText(messages.text(retired ? "models.restore" : "models.retire"));
    note.setDisable(one == null);
    export.setDisable(one == null);
    compare.setDisable(chosen.size() != 2);
    Run<ModelComparisonResult> run = model.comparisonProperty().get();
    origin().set(run == null ? null : new Origin(run.record(), List.of()));
    Ui.show(details, !chosen.isEmpty());
    if (run != null) {
      details.setContent(new VersionComparison(messages, run.result()));
    } else if (one != null) {
      details.setContent(facts(one));
    } else {
      details.setContent(Ui.paragraph(messages.text("models.compare.offer"), "muted", "padded"));
    }
  }

  private VBox facts(ModelVersion version) {
    var figures = new ArrayList<String>();
    version
        .facts()
        .metrics()
        .forEach((name, value) -> figures.add(name + " " + formats.decimal(value, 4)));
    var box =
        new VBox(
            6,
            Ui.heading(version.reference()),
            Ui.paragraph(
                messages.text(
                    "models.predicts",
                    version.facts().target(),
                    version.facts().positive(),
                    messages.textOr(
                        "model." + version.facts().learner(), version.facts().learner()),
                    messages.sentence(version.facts().settings()))),
            Ui.paragraph(
                version.facts().foreign()
                    ? messages.text("models.elsewhere", version.run(), version.facts().software())
                    : messages.text(
                        "models.data",
                        version.facts().rows(),
                        version.facts().table(),
                        version.run(),
                        Long.toString(version.facts().seed()),
                        version.facts().software())),
            Ui.paragraph(
                messages.text("models.columns", String.join(", ", version.facts().features()))),
            Ui.paragraph(
                figures.isEmpty()
                    ? messages.text("models.figures.none")
                    : messages.text("models.figures", String.join(", ", figures))),
            Ui.paragraph(messages.text("models.file", version.file(), version.sha256()), "muted"));
    box.getStyleClass().add("padded");
    return box;
  }

  private void retireOrRestore() {
    ModelVersion one = only();
    if (one != null) {
      change(one.stage() == ModelStage.RETIRED ? Action.RESTORE : Action.RETIRE);
    }
  }

  private void change(Action action) {
    ModelVersion one = only();
    if (one != null) {
      model.change(action, one, title(one), this::done);
    }
  }

  private String title(ModelVersion version) {
    return messages.text("job.title.model", version.name());
  }

  /** Says what was done and offers to take it back. */
  private void done(ModelChangeResult result, @Nullable ModelChangeRequest back) {
    String sentence = messages.sentence(result.sentence());
    if (back == null) {
      desk.dialogs().note(sentence);
    } else {
      desk.dialogs()
          .note(
              sentence,
              messages.text("undo"),
              () ->
                  model.change(
                      back,
                      title(result.version()),
                      undone -> desk.dialogs().note(messages.sentence(undone.sentence()))));
    }
  }

  /** The ending that the user gives decides; other programs read ONNX. */
  private void export() {
    ModelVersion one = only();
    if (one == null) {
      return;
    }
    Path file =
        desk.dialogs()
            .files()
            .save(messages.text("models.export"), one.name() + "-" + one.version() + ".onnx");
    if (file != null) {
      model.export(
          one,
          file,
          title(one),
          result -> desk.dialogs().note(messages.text("saved", result.file())));
    }
  }

  private void note() {
    ModelVersion one = only();
    if (one != null) {
      desk.dialogs()
          .ask(
              messages.text("models.note"),
              one.reference(),
              said(one.note()),
              messages.text("models.note.keep"),
              text ->
                  model.change(
                      ModelChangeRequest.note(
                          new ModelReference(one.name(), one.version()), null, text),
                      title(one),
                      result -> desk.dialogs().note(messages.sentence(result.sentence()))));
    }
  }
}
