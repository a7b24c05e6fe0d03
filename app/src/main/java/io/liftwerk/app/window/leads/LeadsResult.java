package io.liftwerk.app.window.leads;

import io.liftwerk.app.window.base.Formats;
import io.liftwerk.app.window.base.Messages;
import io.liftwerk.app.window.base.Rows;
import io.liftwerk.app.window.control.Desk;
import io.liftwerk.app.window.control.FigureView;
import io.liftwerk.app.window.control.Ui;
import io.liftwerk.app.window.control.Unfolding;
import io.liftwerk.app.window.grid.DataGrid;
import io.liftwerk.report.Figure;
import io.liftwerk.report.LeadFigures;
import io.liftwerk.scoring.LeadScoringResult;
import io.liftwerk.scoring.ModelEvaluation;
import io.liftwerk.scoring.ScoringWarning;
import io.liftwerk.warehouse.HeldBack;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * The pictures, the models, the rules, the ranked leads, and what was left out; made from top to
 * bottom, a part with each picture of the screen.
 */
final class LeadsResult extends VBox {
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

  private final Desk desk;
  private final Messages messages;
  private final Formats formats;
  private final LeadsModel model;
  private final LeadScoringResult result;
  private final LeadsText text;
  private final String run;
  private final VBox list = new VBox(6);
  private final HBox held = new HBox(10);
  private final Deque<Runnable> parts = new ArrayDeque<>();
  private @Nullable String replacedBy;
  private boolean listed;
  private @Nullable DataGrid grid;

  /**
   * @param whole told when all parts are there
   */
  LeadsResult(Desk desk, LeadsModel model, LeadsModel.Shown shown, LeadsText text, Runnable whole) {
    super(14);
    this.desk = desk;
    this.messages = desk.messages();
    this.formats = messages.formats();
    this.model = model;
    this.result = shown.result();
    this.text = text;
    this.run = shown.run().id();
    for (ScoringWarning warning : result.warnings()) {
      getChildren().add(warning(warning));
    }
    held.setAlignment(Pos.CENTER_LEFT);
    Ui.show(held, false);
    figures();
    parts.add(() -> getChildren().add(models()));
    parts.add(() -> getChildren().add(ranked()));
    parts.add(() -> getChildren().add(leftOut()));
    parts.add(whole);
    new Unfolding(this, this::unfold).start();
  }

  private boolean unfold() {
    parts.remove().run();
    return !parts.isEmpty();
  }

  private HBox warning(ScoringWarning warning) {
    var words = Ui.paragraph(text.warning(warning));
    HBox.setHgrow(words, Priority.ALWAYS);
    var box = new HBox(10, Ui.icon(Feather.ALERT_TRIANGLE), words);
    box.getStyleClass().add("warning");
    box.setAlignment(Pos.CENTER_LEFT);
    return box;
  }

  private void figures() {
    List<Figure> figures = new LeadFigures(result, messages.locale()).all();
    GridPane places = halves();
    getChildren().add(places);
    for (int i = 0; i < figures.size(); i++) {
      int place = i;
      parts.add(() -> places.add(figure(figures.get(place)), place % 2, place / 2));
    }
  }

  private FigureView figure(Figure figure) {
    var view =
        new FigureView(
            figure, desk.charts().getValue(), messages, desk.background(), desk.dialogs());
    view.setPrefHeight(270);
    return view;
  }

  private static GridPane halves() {
    var grid = new GridPane(12, 12);
    for (int i = 0; i < 2; i++) {
      var half = new ColumnConstraints();
      half.setPercentWidth(50);
      grid.getColumnConstraints().add(half);
    }
    return grid;
  }

  private VBox models() {
    var compared = new VBox(8, Ui.heading(messages.text("leads.models")), modelTable());
    var rules = new VBox(6, Ui.heading(messages.text("leads.rules")));
    if (result.rules().isEmpty()) {
      rules.getChildren().add(Ui.paragraph(messages.text("leads.rules.none"), "muted"));
    }
    int number = 1;
    for (String rule : result.rules()) {
      var words = Ui.paragraph(messages.sentence(rule));
      HBox.setHgrow(words, Priority.ALWAYS);
      rules.getChildren().add(new HBox(8, Ui.label(number++ + ".", "muted"), words));
    }
    compared.getStyleClass().addAll("card", "padded");
    rules.getStyleClass().addAll("card", "padded");
    return new VBox(12, compared, rules);
  }

  private TableView<ModelEvaluation> modelTable() {
    var table = new TableView<>(FXCollections.observableArrayList(result.models()));
    table.getStyleClass().addAll("dense", "plain");
    table.setAccessibleText(messages.text("leads.models"));
    table.setFixedCellSize(26);
    table.setPrefHeight(28 + 26.0 * result.models().size() + 4);
    table.setMinHeight(USE_PREF_SIZE);
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    table
        .getColumns()
        .setAll(
            List.of(
                words("leads.model", 150, model -> text.model(model.name())),
                number(
                    "leads.auc",
                    170,
                    model ->
                        "%s  (%s–%s)"
                            .formatted(
                                formats.decimal(model.auc(), 3),
                                formats.decimal(model.aucLow(), 3),
                                formats.decimal(model.aucHigh(), 3))),
                number("leads.ap", 110, model -> formats.decimal(model.averagePrecision(), 3)),
                number("leads.lift10", 80, model -> formats.decimal(model.lift10(), 2)),
                number("leads.logloss", 80, model -> formats.decimal(model.logLoss(), 3)),
                number("leads.brier", 70, model -> formats.decimal(model.brier(), 3)),
                number("leads.ks", 60, model -> formats.decimal(model.ks(), 2)),
                words("leads.compared", 170, model -> text.against(result, model.name()))));
    table.setRowFactory(
        view ->
            new TableRow<>() {
              @Override
              protected void updateItem(@Nullable ModelEvaluation model, boolean empty) {
                super.updateItem(model, empty);
                pseudoClassStateChanged(
                    CHOSEN, !empty && model != null && model.name().equals(result.chosen()));
              }
            });
    return table;
  }

  private TableColumn<ModelEvaluation, String> words(
      String key, double width, Function<ModelEvaluation, String> value) {
    var column = new TableColumn<ModelEvaluation, String>(messages.text(key));
    column.setCellValueFactory(row -> new ReadOnlyStringWrapper(value.apply(row.getValue())));
    column.setPrefWidth(width);
    column.setSortable(false);
    column.setReorderable(false);
    return column;
  }

  private TableColumn<ModelEvaluation, String> number(
      String key, double width, Function<ModelEvaluation, String> value) {
    TableColumn<ModelEvaluation, String> column = words(key, width, value);
    column.getStyleClass().add("number");
    return column;
  }

  private VBox ranked() {
    listed = true;
    replacedBy(replacedBy);
    var box = new VBox(6, Ui.heading(messages.text("leads.ranked")), list);
    box.getStyleClass().addAll("card", "padded");
    return box;
  }

  /**
   * Shows the ranked leads, or in their place which run replaced them.
   *
   * @param other the run whose ranking of the same table is there instead; null while this one is,
   *     empty when none is
   */
  void replacedBy(@Nullable String other) {
    replacedBy = other;
    if (!listed) {
      return;
    }
    if (other == null) {
      if (grid == null) {
        DataGrid made = grid();
        grid = made;
        list.getChildren().setAll(Ui.paragraph(messages.text("leads.ranked.hint"), "muted"), made);
      }
      return;
    }
    grid = null;
    var words =
        Ui.paragraph(
            other.isEmpty()
                ? messages.text("leads.replaced.gone")
                : messages.text("leads.replaced", other, run));
    HBox.setHgrow(words, Priority.ALWAYS);
    var box = new HBox(10, Ui.icon(Feather.ALERT_CIRCLE), words);
    if (!other.isEmpty()) {
      Button open = Ui.button(messages.text("leads.replaced.open", other), () -> model.open(other));
      open.getStyleClass().add("small");
      open.setMinWidth(USE_PREF_SIZE);
      box.getChildren().add(open);
    }
    MenuButton export = export();
    if (!export.getItems().isEmpty()) {
      box.getChildren().add(export);
    }
    box.getStyleClass().add("banner");
    box.setAlignment(Pos.CENTER_LEFT);
    list.getChildren().setAll(box);
  }

  private DataGrid grid() {
    var made =
        new DataGrid(messages.text("leads.ranked"), messages, desk.background(), desk.dialogs());
    Rows rows = model.ranked();
    if (rows != null) {
      made.show(new NamedRows(rows, messages));
    }
    MenuButton export = export();
    if (!export.getItems().isEmpty()) {
      made.tool(export);
    }
    made.setPrefHeight(420);
    made.setMinHeight(300);
    return made;
  }

  private MenuButton export() {
    var export = new MenuButton(messages.text("export"), Ui.icon(Feather.DOWNLOAD));
    export.setAccessibleText(messages.text("leads.export"));
    export.setMinWidth(USE_PREF_SIZE);
    export.getStyleClass().addAll("small", "flat");
    for (String ending : model.exports()) {
      var item = new MenuItem(ending.toUpperCase(java.util.Locale.ROOT));
      item.setOnAction(event -> export(ending));
      export.getItems().add(item);
    }
    return export;
  }

  private void export(String ending) {
    Path file = desk.dialogs().files().save(messages.text("leads.export"), "leads." + ending);
    if (file != null) {
      model.export(file, () -> desk.dialogs().note(messages.text("saved", file)));
    }
  }

  /**
   * Says whom consent holds back from the table that was scored.
   *
   * @param count null while it is not known
   * @param show shows more of it
   */
  void held(@Nullable HeldBack count, Consumer<HeldBack> show) {
    held.getChildren().clear();
    boolean told = count != null && count.run() != null && !count.sources().isEmpty();
    Ui.show(held, told);
    if (!told || count == null) {
      return;
    }
    var words = Ui.paragraph(text.held(count));
    Button more =
        Ui.button(messages.text("kpi.held.show"), Feather.USERS, () -> show.accept(count));
    more.getStyleClass().add("small");
    held.getChildren().setAll(Ui.icon(Feather.USER_X), words, more);
  }

  private VBox leftOut() {
    var box =
        new VBox(4, Ui.heading(messages.text("leads.leftout")), Ui.paragraph(text.used(result)));
    box.getChildren().add(held);
    for (String line : text.leftOut(result)) {
      box.getChildren().add(Ui.paragraph(line, "muted"));
    }
    return box;
  }
}
