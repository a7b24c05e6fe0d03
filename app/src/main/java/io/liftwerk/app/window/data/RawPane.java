package io.liftwerk.app.window.data;

import io.liftwerk.app.window.base.Messages;
import io.liftwerk.app.window.control.Ui;
import io.liftwerk.ingest.RawRow;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** One row: the text the file held in each column, beside the value it was loaded as. */
final class RawPane extends BorderPane {
  private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");
  private static final PseudoClass LOST = PseudoClass.getPseudoClass("lost");
  private static final PseudoClass NOTHING = PseudoClass.getPseudoClass("missing");

  private final Messages messages;
  private final Label title = Ui.label("", "strong");
  private final Label summary = Ui.paragraph("", "muted", "small");
  private final TableView<RawRow.Cell> table = new TableView<>();
  private final Label nothing;

  /**
   * @param close takes the pane away
   */
  RawPane(Messages messages, Runnable close) {
    this.messages = messages;
    getStyleClass().add("raw");
    setMinSize(240, 140);
    table.getStyleClass().add("dense");
    table.setFixedCellSize(24);
    table.setAccessibleText(messages.text("raw"));
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    table
        .getColumns()
        .setAll(
            java.util.List.of(
                column("raw.column", 130, RawRow.Cell::column, false),
                column("raw.text", 150, cell -> shown(cell.text()), false),
                column("raw.value", 150, this::value, true)));
    nothing = Ui.paragraph(messages.text("raw.none"), "muted", "centered");
    table.setPlaceholder(nothing);
    title.setMinWidth(0);
    HBox.setHgrow(title, Priority.ALWAYS);
    var head =
        new HBox(
            8, title, Ui.spacer(), Ui.iconButton(Feather.X, messages.text("raw.close"), close));
    head.setAlignment(Pos.CENTER_LEFT);
    var top = new VBox(2, head, summary);
    top.getStyleClass().add("raw-head");
    setTop(top);
    setCenter(table);
    clear();
  }

  /** Shows that no row is selected. */
  void clear() {
    title.setText(messages.text("raw"));
    summary.setText("");
    Ui.show(summary, false);
    table.getItems().clear();
  }

  void show(RawRow row) {
    String file = row.sheet() == null ? row.file() : row.file() + " / " + row.sheet();
    title.setText(messages.text("raw.line", row.line(), file));
    title.setTooltip(new Tooltip(title.getText()));
    summary.setText(
        messages.text(
            "raw.summary",
            row.cells().size(),
            count(row, RawRow.Reading.SAME),
            count(row, RawRow.Reading.READ),
            count(row, RawRow.Reading.EMPTY) + count(row, RawRow.Reading.MISSING)));
    Ui.show(summary, true);
    table.setItems(FXCollections.observableArrayList(row.cells()));
  }

  private static long count(RawRow row, RawRow.Reading reading) {
    return row.cells().stream().filter(cell -> cell.reading() == reading).count();
  }

  private String value(RawRow.Cell cell) {
    return shown(messages.formats().cell(cell.value()));
  }

  private static String shown(@Nullable String text) {
    return text == null || text.isEmpty() ? "–" : text.replaceAll("\\R", " ⏎ ");
  }

  private TableColumn<RawRow.Cell, RawRow.Cell> column(
      String key, double width, Function<RawRow.Cell, String> text, boolean value) {
    var column = new TableColumn<RawRow.Cell, RawRow.Cell>(messages.text(key));
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
    column.setCellFactory(made -> new Cell(text, value));
    column.setPrefWidth(width);
    column.setSortable(false);
    column.setReorderable(false);
    return column;
  }

  private final class Cell extends TableCell<RawRow.Cell, RawRow.Cell> {
    private final Function<RawRow.Cell, String> text;
    private final boolean value;

    private Cell(Function<RawRow.Cell, String> text, boolean value) {
      this.text = text;
      this.value = value;
    }

    @Override
    protected void updateItem(RawRow.@Nullable Cell cell, boolean empty) {
      super.updateItem(cell, empty);
      RawRow.Reading reading = empty || cell == null ? null : cell.reading();
      setText(empty || cell == null ? null : text.apply(cell));
      pseudoClassStateChanged(CHANGED, value && reading == RawRow.Reading.READ);
      pseudoClassStateChanged(LOST, value && reading == RawRow.Reading.MISSING);
      pseudoClassStateChanged(NOTHING, reading == RawRow.Reading.EMPTY);
      setTooltip(cell == null || empty ? null : new Tooltip(told(cell)));
    }

    private String told(RawRow.Cell cell) {
      return messages.text(
          switch (cell.reading()) {
            case EMPTY -> "raw.reading.empty";
            case SAME -> "raw.reading.same";
            case READ -> "raw.reading.read";
            case MISSING -> "raw.reading.missing";
          },
          shown(cell.text()),
          value(cell));
    }

    private String value(RawRow.Cell cell) {
      return RawPane.this.value(cell);
    }
  }
}
