package io.liftwerk.app.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.app.window.base.Background;
import io.liftwerk.app.window.base.Language;
import io.liftwerk.app.window.base.Messages;
import io.liftwerk.app.window.control.Dialogs;
import io.liftwerk.app.window.control.Overlay;
import io.liftwerk.app.window.grid.DataGrid;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

/** A grid over ten million rows: where it goes, what is selected, what is copied (ux-08, ux-20). */
class TallGridTest {
  private static final long ROWS = 10_000_000;

  private final ExecutorService workers =
      Executors.newFixedThreadPool(2, Thread.ofPlatform().daemon(true).factory());
  private MadeRows rows = new MadeRows(0, 1);
  private Stage stage;
  private DataGrid grid;

  @BeforeEach
  void open() throws Exception {
    FxToolkit.registerPrimaryStage();
    Platform.setImplicitExit(false);
    var messages = new Messages(Language.ENGLISH);
    stage = Fx.call(Stage::new);
    grid =
        Fx.call(
            () -> {
              var below = new StackPane();
              var overlay = new Overlay(below);
              var dialogs = new Dialogs(overlay, messages, new Fx.Answers(), gone -> {});
              var made =
                  new DataGrid(
                      "tall", messages, new Background(workers, Platform::runLater), dialogs);
              below.getChildren().add(made);
              var scene = new Scene(overlay, 1000, 700);
              new Themes().dress(scene);
              stage.setScene(scene);
              stage.show();
              return made;
            });
    show(ROWS, 8);
  }

  @AfterEach
  void close() {
    Fx.run(stage::hide);
    workers.shutdownNow();
  }

  private void show(long count, int columns) {
    rows = new MadeRows(count, columns);
    Fx.run(() -> grid.show(rows));
    Fx.await("rows", () -> texts().contains("r1c1"));
    Fx.await("a full window", () -> count < 20 || (main().getItems().size() + 4) * 24 > height());
    Fx.await("columns", () -> main().getColumns().size() == Math.min(60, columns));
    Fx.settle(); // they may bring a bar along, which takes the room of a row
  }

  /** Room for the rows and their heads. */
  private double height() {
    return ((Region) grid.getCenter()).getHeight();
  }

  private TableView<?> main() {
    return grid.lookupAll(".table-view").stream()
        .map(node -> (TableView<?>) node)
        .filter(table -> "tall".equals(table.getAccessibleText()))
        .findFirst()
        .orElseThrow();
  }

  private ScrollBar bar() {
    return (ScrollBar) grid.lookup(".rows-bar");
  }

  /** What the cells say, in no order. */
  private List<String> texts() {
    return grid.lookupAll(".table-cell").stream()
        .filter(Node::isVisible)
        .map(node -> String.valueOf(((TableCell<?, ?>) node).getText()))
        .toList();
  }

  private void awaitRows(long first, long last) {
    Fx.await(
        "rows " + first + " to " + last,
        () -> texts().containsAll(List.of("r" + first + "c1", "r" + last + "c1")));
  }

  private int slots() {
    return Fx.call(() -> main().getItems().size());
  }

  private void press(KeyCode code, boolean shift, boolean shortcut) {
    Fx.run(
        () ->
            Event.fireEvent(
                main(),
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, shortcut, false, false)));
  }

  private void click(int slot, boolean shift, boolean shortcut) {
    Fx.run(
        () -> {
          Node row =
              main().lookupAll(".table-row-cell").stream()
                  .filter(node -> ((TableRow<?>) node).getIndex() == slot)
                  .findFirst()
                  .orElseThrow();
          Node cell = row.lookup(".table-cell");
          Event.fireEvent(
              cell,
              new MouseEvent(
                  MouseEvent.MOUSE_PRESSED,
                  5,
                  5,
                  5,
                  5,
                  MouseButton.PRIMARY,
                  1,
                  shift,
                  shortcut,
                  false,
                  false,
                  true,
                  false,
                  false,
                  false,
                  false,
                  true,
                  new PickResult(cell, 5, 5)));
        });
  }

  /** First column of what is copied, without the header. */
  private List<String> copied() {
    Fx.run(() -> Clipboard.getSystemClipboard().clear());
    press(KeyCode.C, false, true);
    Fx.await("copy", () -> Clipboard.getSystemClipboard().hasString());
    return Fx.call(() -> Clipboard.getSystemClipboard().getString())
        .lines()
        .skip(1)
        .map(line -> line.substring(0, line.indexOf('\t')))
        .toList();
  }

  private boolean says(String text) {
    return Fx.call(
        () ->
            stage.getScene().getRoot().lookupAll(".label").stream()
                .anyMatch(node -> ((Label) node).getText().contains(text)));
  }

  @Test
  void theControlHoldsAScreenfulAndTheBarStandsForAll() {
    int slots = slots();
    assertTrue(slots > 15 && slots < 30, () -> slots + " rows in 700 pixels");
    assertEquals(ROWS - slots, Fx.call(() -> bar().getMax()));
    Fx.await("one bar is enough", () -> !hasBarOfItsOwn());
    for (long row : List.of(5_000_000L, 9_999_999L, 17L, 7_654_321L)) {
      int before = rows.pages();
      Fx.run(() -> grid.goTo(row));
      awaitRows(row, Math.min(row + slots - 4, ROWS));
      assertTrue(rows.pages() - before <= 3, "a jump reads what it shows");
      assertEquals(List.of(String.valueOf(row)), copied());
    }
    Fx.run(() -> bar().setValue(bar().getMax() / 2));
    awaitRows(4_999_999, 5_000_001);
    Fx.run(() -> bar().setValue(bar().getMax()));
    awaitRows(ROWS - slots + 1, ROWS);
    assertEquals(slots, slots());
  }

  private boolean hasBarOfItsOwn() {
    return main().lookupAll(".scroll-bar").stream()
        .map(ScrollBar.class::cast)
        .anyMatch(own -> own.getOrientation() == Orientation.VERTICAL && own.getWidth() > 0);
  }

  @Test
  void theThumbStaysLargeEnoughToHold() {
    Fx.settle();
    assertTrue(Fx.call(() -> bar().lookup(".thumb").getLayoutBounds().getHeight()) >= 20);
  }

  @Test
  void theKeyboardGoesOverAllRows() {
    int slots = slots();
    press(KeyCode.DOWN, false, false);
    assertEquals(List.of("1"), copied());
    press(KeyCode.END, false, false);
    awaitRows(ROWS - slots + 1, ROWS);
    assertEquals(List.of("10000000"), copied());
    press(KeyCode.DOWN, false, false);
    press(KeyCode.UP, false, false);
    press(KeyCode.UP, true, false);
    assertEquals(List.of("9999998", "9999999"), copied());
    press(KeyCode.PAGE_UP, false, false);
    assertEquals(List.of(String.valueOf(9_999_998 - slots + 1)), copied());
    awaitRows(9_999_998 - slots + 1, 9_999_998);
    press(KeyCode.HOME, false, false);
    awaitRows(1, slots);
    press(KeyCode.PAGE_DOWN, true, false);
    assertEquals(slots, copied().size());
  }

  @Test
  void clicksSelectRowsNotSlots() {
    Fx.run(() -> grid.goTo(1_000_004));
    awaitRows(1_000_001, 1_000_010);
    click(0, false, false);
    assertEquals(List.of("1000001"), copied());
    click(4, true, false);
    assertEquals(List.of("1000001", "1000002", "1000003", "1000004", "1000005"), copied());
    click(2, false, true);
    click(6, false, true);
    assertEquals(List.of("1000001", "1000002", "1000004", "1000005", "1000007"), copied());
    assertEquals(5, Fx.call(() -> main().getSelectionModel().getSelectedIndices().size()));
    Fx.run(() -> bar().setValue(1_000_003));
    Fx.await(
        "marks follow their rows",
        () -> List.of(0, 1, 3).equals(main().getSelectionModel().getSelectedIndices()));
    Fx.run(() -> bar().setValue(0));
    Fx.await("out of sight", () -> main().getSelectionModel().getSelectedIndices().isEmpty());
    assertEquals(5, copied().size(), "and selected still");
  }

  @Test
  void allIsSelectedWithoutNamingARow() {
    press(KeyCode.A, false, true);
    assertTrue(says("10,000,000"), "the bar above says how many");
    assertEquals(slots(), Fx.call(() -> main().getSelectionModel().getSelectedIndices().size()));
    int before = slots();
    Fx.run(() -> bar().setValue(2_000_000));
    assertEquals(before, Fx.call(() -> main().getSelectionModel().getSelectedIndices().size()));
    click(3, false, false);
    assertEquals(List.of("2000004"), copied());
  }

  @Test
  void theWheelGoesRowByRow() {
    wheel(-48);
    awaitRows(3, slots() + 2);
    assertEquals(2, Fx.call(() -> bar().getValue()));
    for (int i = 0; i < 3; i++) {
      wheel(-8);
    }
    assertEquals(3, Fx.call(() -> bar().getValue()), "small steps add up");
    wheel(1_000_000);
    assertEquals(0, Fx.call(() -> bar().getValue()));
  }

  private void wheel(double pixels) {
    Fx.run(
        () ->
            Event.fireEvent(
                main(),
                new ScrollEvent(
                    ScrollEvent.SCROLL,
                    5,
                    5,
                    5,
                    5,
                    false,
                    false,
                    false,
                    false,
                    false,
                    false,
                    0,
                    pixels,
                    0,
                    pixels,
                    ScrollEvent.HorizontalTextScrollUnits.NONE,
                    0,
                    ScrollEvent.VerticalTextScrollUnits.NONE,
                    0,
                    0,
                    new PickResult(main(), 5, 5))));
  }

  @Test
  void sortingKeepsThePlaceAndForgetsWhichNumbersWereSelected() {
    click(1, false, false);
    Fx.run(() -> sort(TableColumn.SortType.DESCENDING));
    awaitRows(ROWS, ROWS - 5);
    assertTrue(Fx.call(() -> main().getSelectionModel().getSelectedIndices().isEmpty()));
    press(KeyCode.A, false, true);
    Fx.run(() -> main().getSortOrder().clear());
    awaitRows(1, 5);
    assertEquals(slots(), Fx.call(() -> main().getSelectionModel().getSelectedIndices().size()));
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private void sort(TableColumn.SortType type) {
    TableView table = main();
    TableColumn by = (TableColumn) table.getColumns().getFirst();
    by.setSortType(type);
    table.getSortOrder().setAll(List.of(by));
  }

  @Test
  void asManyRowsAsFitStandOnTheScreen() {
    int before = slots();
    Fx.run(() -> stage.setHeight(400));
    Fx.await("fewer", () -> main().getItems().size() < before - 8);
    Fx.run(() -> grid.goTo(ROWS));
    awaitRows(ROWS - slots() + 1, ROWS);
    Fx.run(() -> stage.setHeight(700));
    Fx.await("more", () -> main().getItems().size() > before - 3);
    awaitRows(ROWS - slots() + 1, ROWS);
  }

  @Test
  void aShortTableHasNoBar() {
    show(7, 3);
    Fx.await("seven rows", () -> main().getItems().size() == 7);
    assertFalse(Fx.call(() -> bar().isVisible()));
    press(KeyCode.END, false, false);
    assertEquals(List.of("7"), copied());
    show(ROWS, 3);
    assertTrue(Fx.call(() -> bar().isVisible()));
  }
}
