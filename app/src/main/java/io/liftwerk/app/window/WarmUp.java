package io.liftwerk.app.window;

import io.liftwerk.app.window.control.Ui;
import io.liftwerk.report.Axis;
import io.liftwerk.report.ChartTheme;
import io.liftwerk.report.Figure;
import io.liftwerk.report.FigureExport;
import io.liftwerk.report.Layer;
import io.liftwerk.scoring.LeadScoringResult;
import io.liftwerk.workspace.Json;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/**
 * What the first pages would otherwise stand still for, done once beside the screen: loading the
 * chart library and its fonts, by drawing a small chart nobody sees, takes a third of a second;
 * taking the result record apart to see how it is read takes a tenth. Tables and fields that nobody
 * sees are styled and laid out as well, which is slow until its code has been compiled.
 */
final class WarmUp {
  private static final int ROUNDS = 3;
  private static final int COLUMNS = 8;
  private static final int ROWS = 12;

  private WarmUp() {}

  static boolean run() {
    for (int round = 0; round < ROUNDS; round++) {
      layOut(new Scene(controls(), 900, 600));
    }
    Json.mapper().readerFor(LeadScoringResult.class);
    var axis = new Axis("x", 0, 1, 0.5, Axis.Scale.SHARE);
    var line =
        new Layer.Line(
            "warm", List.of(new Layer.Point(0, 0), new Layer.Point(1, 1)), Layer.Tone.FIRST, true);
    var figure = new Figure("warm-up", "warm", "up", axis, axis, List.of(line), Locale.ENGLISH);
    return FigureExport.image(figure, ChartTheme.LIGHT, 200, 120, 1).getWidth() > 0;
  }

  /** Allowed on any thread as long as the scene is in no window. */
  private static void layOut(Scene scene) {
    scene.getStylesheets().add(Themes.sheet());
    scene.getRoot().applyCss();
    scene.getRoot().layout();
  }

  private static Parent controls() {
    var field = new TextField("warm");
    var box = new ComboBox<String>();
    box.getItems().add("up");
    box.getSelectionModel().selectFirst();
    var list = new ListView<String>();
    list.getItems().addAll("a", "b", "c");
    var bar = new HBox(new Label("warm"), field, box, new CheckBox("up"), Ui.icon(Feather.INFO));
    return new VBox(bar, new ScrollPane(list), table());
  }

  private static TableView<Integer> table() {
    var table = new TableView<Integer>();
    table.setFixedCellSize(24);
    table.getStyleClass().add("dense");
    table.setColumnResizePolicy(TableView.UNCONSTRAINED_RESIZE_POLICY);
    for (int i = 0; i < COLUMNS; i++) {
      var column = new TableColumn<Integer, String>("column");
      column.setCellValueFactory(row -> new ReadOnlyStringWrapper("cell" + row.getValue()));
      table.getColumns().add(column);
    }
    for (int i = 0; i < ROWS; i++) {
      table.getItems().add(i);
    }
    return table;
  }
}
