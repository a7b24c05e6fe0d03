package io.liftwerk.app.window.data;

import io.liftwerk.app.window.base.Messages;
import io.liftwerk.app.window.control.Ui;
import io.liftwerk.ingest.AsideLine;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** The lines of a report that are no rows: those above the header, the totals, the footer. */
final class AsideTable extends TableView<AsideLine> {
  private final Messages messages;

  AsideTable(Messages messages, List<AsideLine> lines) {
    this.messages = messages;
    getStyleClass().add("dense");
    setAccessibleText(messages.text("aside"));
    setFixedCellSize(26);
    setPlaceholder(Ui.label(messages.text("grid.empty"), "muted"));
    setItems(FXCollections.observableArrayList(lines));
    setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    TableColumn<AsideLine, AsideLine> line =
        column("aside.line", 80, aside -> messages.formats().count(aside.line()));
    line.getStyleClass().add("number");
    line.setMaxWidth(110);
    TableColumn<AsideLine, AsideLine> kind =
        column(
            "aside.kind",
            160,
            aside -> messages.text("aside.kind." + aside.kind().name().toLowerCase(Locale.ROOT)));
    kind.setMaxWidth(220);
    getColumns().setAll(List.of(line, kind, column("aside.text", 600, AsideTable::text)));
  }

  private static String text(AsideLine aside) {
    return aside.text().strip().replaceAll("\t+", "  ·  ");
  }

  private TableColumn<AsideLine, AsideLine> column(
      String key, double width, Function<AsideLine, String> text) {
    var column = new TableColumn<AsideLine, AsideLine>(messages.text(key));
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
    column.setCellFactory(
        made ->
            new TableCell<>() {
              @Override
              protected void updateItem(@Nullable AsideLine aside, boolean empty) {
                super.updateItem(aside, empty);
                String words = empty || aside == null ? null : text.apply(aside);
                setText(words);
                setTooltip(words == null || words.length() < 60 ? null : new Tooltip(words));
              }
            });
    column.setPrefWidth(width);
    column.setSortable(false);
    column.setReorderable(false);
    return column;
  }
}
