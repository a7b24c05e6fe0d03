package io.liftwerk.app.window.quality;

import io.liftwerk.app.window.base.Formats;
import io.liftwerk.app.window.base.Messages;
import io.liftwerk.app.window.base.Rows;
import io.liftwerk.app.window.control.BuildBar;
import io.liftwerk.app.window.control.Columns;
import io.liftwerk.app.window.control.Desk;
import io.liftwerk.app.window.control.Origin;
import io.liftwerk.app.window.control.PageView;
import io.liftwerk.app.window.control.Ui;
import io.liftwerk.app.window.grid.DataGrid;
import io.liftwerk.warehouse.CheckResult;
import io.liftwerk.warehouse.CheckResult.TestResult;
import io.liftwerk.warehouse.quality.Watched;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Every test of the models, the rows that fail one, and what is unlike the days before. */
public final class QualityPage extends PageView {
  private static final int MOST = 12;

  private final Desk desk;
  private final Messages messages;
  private final Formats formats;
  private final QualityModel model;
  private final QualityText text;
  private final VBox results = new VBox(14);
  private final VBox closely = new VBox(8);
  private @Nullable TableView<TestResult> tests;
  private boolean following;

  /**
   * @param goToData where files are loaded
   */
  public QualityPage(Desk desk, QualityModel model, Runnable goToData) {
    this.desk = desk;
    this.messages = desk.messages();
    this.formats = messages.formats();
    this.model = model;
    this.text = new QualityText(messages);
    var bar = new BuildBar(desk, model.builds(), goToData);
    scrolling(messages.text("page.quality"), bar, results);
    model.onProblem(desk.dialogs()::error);
    model.shownProperty().subscribe(shown -> content());
    model.builds().stateProperty().subscribe(state -> content());
    model.onlyFailingProperty().subscribe(only -> list());
    model.filterProperty().subscribe(filter -> content());
    model.selectedProperty().subscribe(test -> closely());
    model.failingProperty().subscribe(rows -> closely());
  }

  @Override
  public void entered() {
    model.refresh();
  }

  private void content() {
    QualityModel.Shown shown = model.shownProperty().get();
    var state = model.builds().stateProperty().get();
    results.getChildren().clear();
    tests = null;
    if (state == null || state.last() == null) {
      finding().set("");
      origin().set(null);
      return;
    }
    if (shown == null) {
      finding().set(messages.text("quality.none"));
      origin().set(null);
      results.getChildren().add(controls());
      return;
    }
    CheckResult result = shown.result();
    finding().set(text.finding(result));
    origin().set(new Origin(shown.run(), List.of()));
    TableView<TestResult> table = table();
    tests = table;
    var box = new VBox(8, Ui.heading(messages.text("quality.tests")), table);
    box.getStyleClass().addAll("card", "padded");
    results.getChildren().addAll(controls(), box, closely);
    if (!result.watched().isEmpty()) {
      results.getChildren().add(watched(result.watched()));
    }
    list();
  }

  private HBox controls() {
    var only = new CheckBox(messages.text("quality.failing"));
    only.selectedProperty().bindBidirectional(model.onlyFailingProperty());
    Button check =
        Ui.button(
            messages.text("quality.check"),
            Feather.CHECK_SQUARE,
            () -> model.check(messages.text("job.title.check")));
    check.getStyleClass().add("small");
    check.disableProperty().bind(model.checkingProperty());
    var line = new HBox(12, only, Ui.spacer(), check);
    QualityModel.Filter filter = model.filterProperty().get();
    if (filter != null) {
      Button all =
          Ui.button(
              messages.text("quality.only", filter.name()), Feather.X, () -> model.only(null));
      all.setContentDisplay(ContentDisplay.RIGHT);
      all.setAccessibleText(messages.text("quality.only.all"));
      all.setTooltip(new Tooltip(messages.text("quality.only.all")));
      all.getStyleClass().addAll("small", "filter");
      line.getChildren().add(1, all);
    }
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  private TableView<TestResult> table() {
    TableView<TestResult> table =
        Columns.table(
            messages.text("quality.tests"),
            List.of(),
            MOST,
            Columns.marks(messages.text("quality.status"), 110, test -> text.mark(test.status())),
            Columns.words(messages.text("quality.table"), 170, TestResult::table),
            Columns.words(
                messages.text("quality.column"),
                160,
                test -> test.column() == null ? "" : test.column()),
            Columns.words(messages.text("quality.states"), 440, text::states),
            Columns.number(messages.text("quality.rows"), 130, text::rows),
            Columns.words(messages.text("quality.history"), 120, text::history));
    table.setPlaceholder(Ui.label(messages.text("quality.all.pass"), "muted"));
    table
        .getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            test -> {
              if (!following) {
                model.select(test);
              }
            });
    return table;
  }

  private void list() {
    TableView<TestResult> table = tests;
    if (table == null) {
      return;
    }
    following = true;
    List<TestResult> lines = model.tests();
    table.setItems(FXCollections.observableArrayList(lines));
    table.setPrefHeight(Columns.height(lines.size(), MOST));
    TestResult chosen = model.selectedProperty().get();
    if (chosen != null && lines.contains(chosen)) {
      table.getSelectionModel().select(chosen);
    }
    following = false;
    closely();
  }

  private void closely() {
    closely.getChildren().clear();
    TestResult test = model.selectedProperty().get();
    Ui.show(closely, test != null);
    if (test == null) {
      return;
    }
    closely.getStyleClass().setAll("card", "padded");
    closely.getChildren().addAll(Ui.heading(test.test()), Ui.paragraph(text.states(test)));
    if (test.problem() != null) {
      closely.getChildren().add(Ui.paragraph(messages.sentence(test.problem()), "warning"));
    }
    for (String line : text.details(test)) {
      closely.getChildren().add(Ui.paragraph(line, "muted"));
    }
    Rows failing = model.failingProperty().get();
    if (failing != null) {
      var grid =
          new DataGrid(
              messages.text("quality.failures"), messages, desk.background(), desk.dialogs());
      grid.show(failing);
      grid.setPrefHeight(320);
      grid.setMinHeight(220);
      closely
          .getChildren()
          .addAll(
              Ui.heading(
                  messages.text("quality.failures.count", formats.count(test.failingRows()))),
              grid);
      VBox.setVgrow(grid, Priority.ALWAYS);
    }
  }

  private VBox watched(List<Watched> watched) {
    TableView<Watched> table =
        Columns.table(
            messages.text("quality.watched"),
            watched.stream()
                .sorted(java.util.Comparator.comparing(one -> one.state() != Watched.State.UNUSUAL))
                .toList(),
            10,
            Columns.marks(messages.text("quality.status"), 110, one -> text.mark(one.state())),
            Columns.words(messages.text("quality.table"), 180, Watched::table),
            Columns.words(
                messages.text("quality.kind"),
                110,
                one -> messages.text("quality.kind." + one.kind().text())),
            Columns.words(messages.text("quality.period"), 110, Watched::period),
            Columns.words(
                messages.text("quality.reason"), 600, one -> messages.sentence(one.reason())));
    var whole = Ui.paragraph("");
    Ui.show(whole, false);
    table
        .getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            one -> {
              whole.setText(one == null ? "" : messages.sentence(one.reason()));
              Ui.show(whole, one != null);
            });
    var box =
        new VBox(
            8,
            Ui.heading(messages.text("quality.watched")),
            Ui.paragraph(messages.text("quality.watched.about"), "muted", "small"),
            table,
            whole);
    box.getStyleClass().addAll("card", "padded");
    return box;
  }
}
