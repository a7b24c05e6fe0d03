package io.liftwerk.app.window.data;

import io.liftwerk.app.window.base.Messages;
import io.liftwerk.app.window.control.Ui;
import io.liftwerk.ingest.ControlTotal;
import io.liftwerk.ingest.ExportFindings;
import io.liftwerk.ingest.HiddenShare;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What the rows add up to beside the report's own totals, and what the report hides. */
final class TotalsPane extends VBox {
  private static final double ROW = 28;
  private static final double HEAD = 31;
  private static final double BAR = 220;

  private final Messages messages;
  private final TableText text;

  TotalsPane(Messages messages, TableText text, ExportFindings findings) {
    super(10);
    this.messages = messages;
    this.text = text;
    getStyleClass().add("totals");
    if (!findings.totals().isEmpty()) {
      getChildren()
          .addAll(
              Ui.paragraph(messages.text("totals.about"), "muted", "small"),
              table(findings.totals()));
    }
    if (!findings.hidden().isEmpty()) {
      getChildren()
          .addAll(
              Ui.heading(messages.text("totals.hidden")),
              Ui.paragraph(messages.text("totals.hidden.about"), "muted", "small"),
              hidden(findings.hidden()));
    }
  }

  private TableView<ControlTotal> table(List<ControlTotal> totals) {
    var table = new TableView<>(FXCollections.observableArrayList(totals));
    table.setAccessibleText(messages.text("totals"));
    table.getStyleClass().add("dense");
    table.setFixedCellSize(ROW);
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    table
        .getColumns()
        .setAll(
            List.of(
                words("totals.column", 150, ControlTotal::column),
                words("totals.label", 180, ControlTotal::label),
                number("totals.rows", total -> exact(total, total.rows())),
                number("totals.report", total -> exact(total, total.report())),
                number("totals.difference", total -> text.signed(total)),
                verdict()));
    table.setPrefHeight(HEAD + ROW * totals.size());
    table.setMinHeight(Math.min(HEAD + ROW * totals.size(), HEAD + 4 * ROW));
    VBox.setVgrow(table, Priority.SOMETIMES);
    table.setMaxHeight(USE_PREF_SIZE);
    return table;
  }

  private String exact(ControlTotal total, BigDecimal number) {
    return messages.formats().exact(number, TableText.digits(total));
  }

  private TableColumn<ControlTotal, ControlTotal> column(String key, double width) {
    var column = new TableColumn<ControlTotal, ControlTotal>(messages.text(key));
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
    column.setPrefWidth(width);
    column.setSortable(false);
    column.setReorderable(false);
    return column;
  }

  private TableColumn<ControlTotal, ControlTotal> words(
      String key, double width, Function<ControlTotal, String> words) {
    TableColumn<ControlTotal, ControlTotal> column = column(key, width);
    column.setCellFactory(
        made ->
            new TableCell<>() {
              @Override
              protected void updateItem(@Nullable ControlTotal total, boolean empty) {
                super.updateItem(total, empty);
                setText(empty || total == null ? null : words.apply(total));
              }
            });
    return column;
  }

  private TableColumn<ControlTotal, ControlTotal> number(
      String key, Function<ControlTotal, String> number) {
    TableColumn<ControlTotal, ControlTotal> column = words(key, 120, number);
    column.getStyleClass().add("number");
    return column;
  }

  private TableColumn<ControlTotal, ControlTotal> verdict() {
    TableColumn<ControlTotal, ControlTotal> column = column("totals.verdict", 240);
    column.setCellFactory(
        made ->
            new TableCell<>() {
              @Override
              protected void updateItem(@Nullable ControlTotal total, boolean empty) {
                super.updateItem(total, empty);
                if (empty || total == null) {
                  setText(null);
                  setGraphic(null);
                  return;
                }
                String name = total.verdict().name().toLowerCase(Locale.ROOT);
                setText(messages.text("totals.verdict." + name));
                FontIcon mark = Ui.icon(icon(total.verdict()));
                mark.getStyleClass().add("icon-" + name);
                setGraphic(mark);
                setGraphicTextGap(7);
              }
            });
    return column;
  }

  private static Feather icon(ControlTotal.Verdict verdict) {
    return switch (verdict) {
      case MET -> Feather.CHECK_CIRCLE;
      case ROUNDING -> Feather.CHECK;
      case MASKED -> Feather.EYE_OFF;
      case MISSED -> Feather.ALERT_TRIANGLE;
    };
  }

  private GridPane hidden(List<HiddenShare> shares) {
    var grid = new GridPane(14, 6);
    var names = new ColumnConstraints();
    names.setMinWidth(90);
    var bars = new ColumnConstraints(60, BAR, BAR);
    var percents = new ColumnConstraints();
    percents.setHalignment(HPos.RIGHT);
    percents.setMinWidth(USE_PREF_SIZE);
    grid.getColumnConstraints().addAll(names, bars, percents);
    for (HiddenShare share : shares) {
      int digits = Math.max(share.value().scale(), share.total().scale());
      String percent = messages.formats().percent(share.share(), 1);
      Label part =
          Ui.label(
              messages.text(
                  "totals.hidden.part",
                  messages.formats().exact(share.value(), digits),
                  messages.formats().exact(share.total(), digits)),
              "muted");
      grid.addRow(
          grid.getRowCount(),
          Ui.label(share.column()),
          bar(share.share()),
          Ui.label(percent, "strong"),
          part);
    }
    return grid;
  }

  private static StackPane bar(double share) {
    var part = new Region();
    part.getStyleClass().add("share-part");
    var whole = new StackPane(part);
    whole.getStyleClass().add("share");
    whole.setAlignment(Pos.CENTER_LEFT);
    part.maxWidthProperty().bind(whole.widthProperty().multiply(Math.clamp(share, 0, 1)));
    return whole;
  }
}
