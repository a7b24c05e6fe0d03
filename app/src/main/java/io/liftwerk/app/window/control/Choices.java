package io.liftwerk.app.window.control;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.transformation.FilteredList;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import org.jspecify.annotations.Nullable;

/** A list to tick, with a field to find entries among hundreds. */
public final class Choices {
  private static final double ROW = 28;

  private final String name;
  private final String findName;

  /**
   * @param name accessible name of the list
   * @param findName prompt of the field that finds
   */
  public Choices(String name, String findName) {
    this.name = name;
    this.findName = findName;
  }

  /** Shows {@code items} below {@code anchor}; {@code changed} is told at every tick. */
  public void show(
      Node anchor, List<String> items, Set<String> ticked, Consumer<Set<String>> changed) {
    var chosen = new TreeSet<>(ticked);
    var found = new FilteredList<String>(FXCollections.observableArrayList(items));
    var list = new ListView<String>(found);
    list.setAccessibleText(name);
    list.setFixedCellSize(ROW);
    list.setPrefSize(280, Math.min(12, Math.max(2, items.size())) * ROW + 4);
    list.setCellFactory(view -> new Row(chosen, changed));
    list.setOnKeyPressed(
        event -> {
          String item = list.getSelectionModel().getSelectedItem();
          if (event.getCode() == KeyCode.SPACE && item != null) {
            toggle(chosen, item);
            changed.accept(chosen);
            list.refresh();
          }
        });
    var find = new TextField();
    find.setPromptText(findName);
    find.setAccessibleText(findName);
    find.getStyleClass().add("small");
    find.textProperty()
        .subscribe(
            text ->
                found.setPredicate(
                    item -> item.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT))));
    var box = new VBox(8, find, list);
    box.getStyleClass().addAll("card", "popup-card");
    var popup = new Popup();
    popup.getContent().setAll(box);
    popup.setAutoHide(true);
    popup.setHideOnEscape(true);
    Bounds bounds = anchor.localToScreen(anchor.getBoundsInLocal());
    popup.show(anchor, bounds.getMinX(), bounds.getMaxY() + 4);
    find.requestFocus();
  }

  private static void toggle(Set<String> chosen, String item) {
    if (!chosen.remove(item)) {
      chosen.add(item);
    }
  }

  private static final class Row extends ListCell<String> {
    private final CheckBox box = Ui.checkBox("");

    private Row(Set<String> chosen, Consumer<Set<String>> changed) {
      box.setOnAction(
          event -> {
            toggle(chosen, getItem());
            changed.accept(chosen);
          });
      this.chosen = chosen;
    }

    private final Set<String> chosen;

    @Override
    protected void updateItem(@Nullable String item, boolean empty) {
      super.updateItem(item, empty);
      if (empty || item == null) {
        setGraphic(null);
        return;
      }
      box.setText(item);
      box.setAccessibleText(item);
      box.setSelected(chosen.contains(item));
      setGraphic(box);
    }
  }
}
