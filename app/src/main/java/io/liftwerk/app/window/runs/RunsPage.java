package io.liftwerk.app.window.runs;

import io.liftwerk.app.window.base.Engine;
import io.liftwerk.app.window.base.Formats;
import io.liftwerk.app.window.base.Messages;
import io.liftwerk.app.window.control.Columns;
import io.liftwerk.app.window.control.Desk;
import io.liftwerk.app.window.control.EmptyState;
import io.liftwerk.app.window.control.Origin;
import io.liftwerk.app.window.control.PageView;
import io.liftwerk.app.window.control.Ui;
import io.liftwerk.app.window.report.ReportModel;
import io.liftwerk.workspace.RunRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Every run ever made. */
public final class RunsPage extends PageView {
  /** A date with its time, which cut short would be another. */
  private static final double MOMENT = 136;

  private final Desk desk;
  private final Messages messages;
  private final Formats formats;
  private final RunsModel model;
  private final Function<RunRecord, @Nullable Runnable> results;
  private final Runnable goToData;
  private final TableView<RunRecord> table = new TableView<>();
  private final ScrollPane details = new ScrollPane();
  private final VBox verdict = new VBox(4);
  private final Consumer<List<String>> report;
  private final Button reporting;
  private boolean following;

  /**
   * @param results what brings the result of a run to its page, null where none shows it
   * @param goToData where the first run is made
   * @param report asks for a report on runs of these numbers
   */
  public RunsPage(
      Desk desk,
      RunsModel model,
      Function<RunRecord, @Nullable Runnable> results,
      Runnable goToData,
      Consumer<List<String>> report) {
    this.desk = desk;
    this.goToData = goToData;
    this.results = results;
    this.report = report;
    this.messages = desk.messages();
    this.formats = messages.formats();
    this.model = model;
    this.reporting = Ui.button(messages.text("runs.report"), Feather.FILE_TEXT, this::report);
    reporting.getStyleClass().add("small");
    reporting.setDisable(true);
    model.onProblem(desk.dialogs()::error);
    table();
    details.setFitToWidth(true);
    details.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    details.setAccessibleText(messages.text("runs.details"));
    details.setPrefHeight(320);
    details.getStyleClass().addAll("card", "run-details");
    VBox.setVgrow(table, Priority.ALWAYS);
    var body = new VBox(12, bar(), verdict, table, details);
    body.getStyleClass().add("page-body");
    setCenter(body);
    model.found().addListener((ListChangeListener<RunRecord>) change -> summary());
    model.selectedProperty().subscribe(run -> selected());
    model.comparedProperty().subscribe(run -> selected());
    model.auditProperty().subscribe(audit -> verdict(audit));
    summary();
  }

  @Override
  public void entered() {
    model.refresh();
  }

  private void summary() {
    table.setPlaceholder(
        model.total() == 0
            ? new EmptyState(
                Feather.CLOCK,
                messages.text("runs.none"),
                messages.text("runs.none.hint"),
                Ui.primary(messages.text("leads.empty.go"), goToData))
            : Ui.label(messages.text("runs.filter.nothing"), "muted"));
    finding()
        .set(
            model.total() == 0
                ? messages.text("runs.none")
                : model.found().size() == model.total()
                    ? messages.text("runs.finding", model.total())
                    : messages.text("runs.finding.filtered", model.found().size(), model.total()));
  }

  private HBox bar() {
    var filter = new TextField();
    filter.setPromptText(messages.text("runs.filter"));
    filter.setAccessibleText(messages.text("runs.filter"));
    filter.getStyleClass().add("small");
    filter.setPrefColumnCount(26);
    filter.textProperty().bindBidirectional(model.filterProperty());
    Button verify = Ui.button(messages.text("runs.verify"), Feather.SHIELD, model::verify);
    verify.getStyleClass().add("small");
    var bar = new HBox(8, filter, Ui.hint(messages.text("runs.hint")), reporting, verify);
    bar.setAlignment(Pos.CENTER_LEFT);
    return bar;
  }

  private void table() {
    table.setItems(model.found());
    table.getStyleClass().add("dense");
    table.setAccessibleText(messages.text("page.runs"));
    table.setFixedCellSize(28);
    table.setMinHeight(140);
    table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    TableColumn<RunRecord, String> started =
        column("runs.started", 150, run -> formats.instant(run.startedAt()));
    started.setMinWidth(MOMENT);
    table
        .getColumns()
        .setAll(
            List.of(
                column("runs.run", 56, RunRecord::id),
                column("runs.job", 200, this::job),
                column("runs.on", 170, RunsPage::subject),
                column("runs.status", 90, this::status),
                started,
                number("runs.duration", 90, run -> formats.duration(run.duration())),
                number("runs.seed", 80, run -> run.seed() == null ? "" : "" + run.seed()),
                column("runs.result", 260, this::outcome)));
    Columns.roomForTitles(table);
    table
        .getSelectionModel()
        .getSelectedItems()
        .addListener(
            (ListChangeListener<RunRecord>)
                change -> {
                  reporting.setDisable(reportable().isEmpty());
                  if (!following) {
                    var chosen = new ArrayList<>(table.getSelectionModel().getSelectedItems());
                    chosen.removeIf(run -> run == null);
                    if (!chosen.isEmpty()) {
                      model.select(chosen);
                    }
                  }
                });
  }

  private TableColumn<RunRecord, String> column(
      String key, double width, Function<RunRecord, String> value) {
    var column = new TableColumn<RunRecord, String>(messages.text(key));
    column.setCellValueFactory(row -> new ReadOnlyStringWrapper(value.apply(row.getValue())));
    column.setPrefWidth(width);
    column.setMinWidth(Math.min(width, 100));
    column.setSortable(false);
    column.setReorderable(false);
    return column;
  }

  private TableColumn<RunRecord, String> number(
      String key, double width, Function<RunRecord, String> value) {
    TableColumn<RunRecord, String> column = column(key, width, value);
    column.getStyleClass().add("number");
    return column;
  }

  private String job(RunRecord run) {
    String name = messages.textOr("job." + run.job(), run.job());
    return run.rerunOf() == null ? name : messages.text("runs.again.of", name, run.rerunOf());
  }

  private String status(RunRecord run) {
    return messages.text("status." + run.status().name().toLowerCase(Locale.ROOT));
  }

  /** What the run was about: its table, or its files. */
  private static String subject(RunRecord run) {
    if (run.parameters().path("table").isTextual()) {
      return run.parameters().path("table").asText();
    }
    var files = new ArrayList<String>();
    run.parameters()
        .path("files")
        .forEach(file -> files.add(file.asText().replaceAll(".*[/\\\\]", "")));
    return String.join(", ", files);
  }

  private String outcome(RunRecord run) {
    if (run.message() != null) {
      return messages.sentence(run.message());
    }
    Double auc = run.metrics().get("auc");
    if (auc != null) {
      return "AUC " + formats.decimal(auc, 3);
    }
    Double rows = run.metrics().get("rows");
    return rows == null ? "" : messages.text("runs.rows", rows);
  }

  private void selected() {
    RunRecord run = model.selectedProperty().get();
    RunRecord other = model.comparedProperty().get();
    following = true;
    List<RunRecord> chosen = table.getSelectionModel().getSelectedItems();
    if (run != null && !chosen.contains(run)) {
      table.getSelectionModel().clearSelection();
      table.getSelectionModel().select(run);
    }
    following = false;
    origin().set(run == null ? null : new Origin(run, List.of()));
    Ui.show(details, run != null);
    if (run != null) {
      details.setContent(
          other == null
              ? new RunDetails(
                  desk, run, model.isRepeatable(run) ? () -> again(run) : null, results.apply(run))
              : new RunComparison(messages, run, other));
    }
  }

  private List<RunRecord> reportable() {
    var chosen = new ArrayList<>(table.getSelectionModel().getSelectedItems());
    chosen.removeIf(run -> run == null);
    return ReportModel.reportable(chosen);
  }

  private void report() {
    report.accept(reportable().stream().map(RunRecord::id).toList());
  }

  private void again(RunRecord run) {
    model.again(
        run,
        messages.text("job.title.again", run.id()),
        made -> {
          String before = run.resultHash();
          String now = made.resultHash();
          desk.dialogs()
              .note(
                  before != null && before.equals(now)
                      ? messages.text("runs.again.same", made.id(), run.id())
                      : messages.text("runs.again.other", made.id(), run.id()));
        });
  }

  private void verdict(Engine.@Nullable Audit audit) {
    verdict.getChildren().clear();
    Ui.show(verdict, audit != null);
    if (audit == null) {
      return;
    }
    verdict.getStyleClass().setAll(audit.intact() ? "good" : "warning");
    verdict
        .getChildren()
        .add(
            Ui.paragraph(
                messages.text(
                    audit.intact() ? "audit.intact" : "audit.broken",
                    audit.entries(),
                    audit.sealed(),
                    audit.key()),
                "strong"));
    audit
        .findings()
        .forEach(found -> verdict.getChildren().add(Ui.paragraph(messages.sentence(found))));
    for (String sentence : audit.limits()) {
      verdict.getChildren().add(Ui.paragraph(messages.sentence(sentence), "muted"));
    }
  }
}
