package io.liftwerk.app.window.grid;

import io.liftwerk.app.window.base.Messages;
import io.liftwerk.app.window.base.Rows;
import io.liftwerk.app.window.control.Ui;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/** The bar above a grid: how many rows, go to a row, choose columns. */
final class GridToolbar extends HBox {
  private final DataGrid grid;
  private final Messages messages;
  private final Label size = Ui.label("", "muted");
  private final TextField row = new TextField();
  private long rows;
  private int columns;

  GridToolbar(DataGrid grid, Messages messages) {
    super(8);
    this.grid = grid;
    this.messages = messages;
    getStyleClass().add("grid-toolbar");
    setAlignment(Pos.CENTER_LEFT);
    row.setPromptText(messages.text("grid.goto"));
    row.setAccessibleText(messages.text("grid.goto"));
    row.setPrefColumnCount(9);
    row.getStyleClass().add("small");
    row.setOnAction(event -> go());
    Button choose =
        Ui.button(
            messages.text("grid.columns"),
            Feather.COLUMNS,
            () -> new ColumnChooser(grid, messages).show(this));
    choose.getStyleClass().addAll("small", "flat");
    getChildren().addAll(size, Ui.spacer(), row, choose);
  }

  void shown(Rows source) {
    rows = source.count();
    columns = source.columns().size();
    size.setText(summary());
  }

  private String summary() {
    return columns <= DataGrid.SHOWN
        ? messages.text("grid.size", rows, columns)
        : messages.text("grid.size.part", rows, DataGrid.SHOWN, columns);
  }

  /** Says how many rows are selected when all are. */
  void selected(boolean all) {
    size.setText(all ? messages.text("grid.all", rows) : summary());
  }

  private void go() {
    String digits = row.getText().replaceAll("\\D", "");
    if (!digits.isEmpty() && digits.length() < 11) {
      grid.goTo(Long.parseLong(digits));
    }
  }
}
