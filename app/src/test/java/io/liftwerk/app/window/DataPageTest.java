package io.liftwerk.app.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.app.window.base.Language;
import io.liftwerk.app.window.data.DataModel;
import io.liftwerk.app.window.grid.DataGrid;
import io.liftwerk.ingest.RawRow;
import io.liftwerk.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Data page from the question what a file is to the line a row was read from. */
class DataPageTest {
  private static final Path TERMS =
      Path.of(System.getProperty("liftwerk.root"), "sample-data/google-ads/Suchbegriffe.csv");

  @TempDir private Path folder;

  private Fx open() throws Exception {
    Path place = folder.resolve("Nordwand.liftwerk");
    Workspace.create(place).close();
    Fixtures.shopVisits(place);
    Fixtures.footfall(place);
    Fx fx = Fx.open(folder.resolve("home"), place, null);
    Fx.run(() -> fx.window.language(Language.ENGLISH));
    return fx;
  }

  private static DataModel data(Fx fx) {
    return Objects.requireNonNull(fx.window.models()).data();
  }

  private static void fire(Fx fx, String button) {
    Button found = fx.named(Button.class, button);
    Fx.run(found::fire);
  }

  private static void tab(Fx fx, String name) {
    ToggleButton found = fx.named(ToggleButton.class, name);
    Fx.run(found::fire);
  }

  @Test
  void aFileThatFitsTwoKindsIsLoadedOnceTheUserSaysWhich() throws Exception {
    try (Fx fx = open()) {
      Path visits = Fixtures.visits(folder);
      Fx.run(() -> data(fx).preview(List.of(visits)));
      Fx.await("question", () -> fx.shows("Which export is this?"));
      Button load = fx.named(Button.class, "Load");
      assertTrue(Fx.call(load::isDisabled));
      assertTrue(fx.shows("Footfall counter or Visits to shops"), "names both");
      assertEquals(Set.of(), WorkbenchTest.nameless(fx, "question"), "ux-21");
      RadioButton answer =
          fx.all(RadioButton.class).stream()
              .filter(choice -> choice.getText().startsWith("Footfall counter ("))
              .findFirst()
              .orElseThrow();
      Fx.run(answer::fire);
      assertFalse(Fx.call(load::isDisabled));
      assertFalse(fx.shows("Which export is this?"));
      Fx.run(load::fire);
      Fx.await("table", () -> fx.shows("Footfall counter, 28 – 29 September 2026, 3 rows."));
    }
  }

  @Test
  void manyFilesAreLoadedAtOnceButForThoseThatRaiseAQuestion() throws Exception {
    try (Fx fx = open()) {
      Path a = Files.writeString(folder.resolve("a.csv"), "id,plz\n1,01067\n");
      Path b = Files.writeString(folder.resolve("b.csv"), "id,ort\n1,Graz\n");
      Path visits = Fixtures.visits(folder);
      Fx.run(() -> data(fx).preview(List.of(a, visits, b)));
      Fx.await("looked at", () -> fx.shows("One file raises a question"));
      fire(fx, "Load all (2)");
      Fx.await("the question remains", () -> fx.shows("Which export is this?"));
      Fx.await("loaded", () -> data(fx).tables().size() == 2);
      fire(fx, "Back to the tables");
      Fx.await("a way back", () -> !fx.all(ListView.class).isEmpty());
      fire(fx, "One file waits");
      Fx.await("question", () -> fx.shows("Which export is this?"));
      fire(fx, "Not this one");
      Fx.await("tables", () -> fx.shows("2 tables · 2 rows"));
    }
  }

  @Test
  void aReportSaysWhetherItsRowsMeetItsTotals() throws Exception {
    try (Fx fx = open()) {
      Path tampered = Fixtures.tampered(folder);
      Fx.run(() -> data(fx).preview(List.of(TERMS, tampered)));
      Fx.await("recognised", () -> fx.shows("Google Ads search terms · "));
      fire(fx, "Load all (2)");
      Fx.await("tables", () -> data(fx).tables().size() == 2);
      Fx.run(() -> data(fx).select(data(fx).tables().getFirst().ref()));
      Fx.await("met", () -> fx.shows("they meet the report’s totals; 47.4\u00a0% of “Kosten”"));
      Fx.run(() -> data(fx).select(data(fx).tables().getLast().ref()));
      Fx.await("missed", () -> fx.shows("“Kosten” by \u221212.30"));
      tab(fx, "Totals, one is missed");
      Fx.await("verdict", () -> fx.shows("Missed") && fx.shows("70,062.78"));
      Fx.await("the hidden share", () -> fx.shows("63,001.86 of 133,052.34"));
      assertEquals(Set.of(), WorkbenchTest.nameless(fx, "totals"), "ux-21");
      tab(fx, "Set aside (5)");
      Fx.await("lines above", () -> fx.shows("Bericht zu Suchbegriffen"));
      Fx.await("what each line is", () -> fx.shows("Total row"));
      tab(fx, "Columns");
      Fx.await("meanings", () -> fx.shows("Search term"));
      Fx.await("samples", () -> fx.shows("kletterschuh  ·  regenjacken"));
    }
  }

  @Test
  void aRowOpensTheLineItWasReadFrom() throws Exception {
    try (Fx fx = open()) {
      Path file =
          Files.writeString(
              folder.resolve("kosten.csv"),
              "Tag;Kosten;Klicks\n31.01.2026;1.234,50;7\n01.02.2026;0,75;--\n");
      Fx.run(() -> data(fx).preview(List.of(file)));
      Fx.await("preview", () -> fx.shows("How the columns will be read"));
      fire(fx, "Load");
      Fx.await("rows", () -> fx.shows("1,234.50"));
      DataGrid grid = fx.all(DataGrid.class).getFirst();
      Fx.run(() -> grid.goTo(2));
      Fx.await("row", () -> grid.rowProperty().get() != null);
      Fx.run(() -> press(grid, KeyCode.F4));
      Fx.await("raw line", () -> fx.shows("Line 3 of kosten.csv"));
      assertEquals(Set.of(), WorkbenchTest.nameless(fx, "raw line"), "ux-21");
      TableView<?> raw = fx.named(TableView.class, "Raw line");
      assertEquals(
          List.of("0,75", "--"),
          Fx.call(
              () ->
                  raw.getItems().stream()
                      .map(cell -> String.valueOf(((RawRow.Cell) cell).text()))
                      .skip(1)
                      .toList()));
      Fx.run(() -> grid.goTo(1));
      Fx.await("it follows the selection", () -> fx.shows("Line 2 of kosten.csv"));
      Fx.run(() -> press(grid, KeyCode.F4));
      Fx.await("closed", () -> !fx.shows("Line 2 of kosten.csv"));
    }
  }

  private static void press(javafx.scene.Node node, KeyCode code) {
    javafx.event.Event.fireEvent(
        node, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
  }

  @Test
  void aTableIsFoundAmongMany() throws Exception {
    try (Fx fx = open()) {
      for (String name : List.of("kunden.csv", "leads.csv", "orders.csv")) {
        Path file = Files.writeString(folder.resolve(name), "id,of\n1," + name + "\n");
        Fx.run(() -> data(fx).preview(List.of(file)));
      }
      Fx.await("looked at", () -> data(fx).dropped().ready() == 3);
      fire(fx, "Load all (3)");
      Fx.await("tables", () -> data(fx).tables().size() == 3);
      TextField find = fx.named(TextField.class, "Find a table");
      ListView<?> list = fx.named(ListView.class, "Tables");
      Fx.run(() -> find.setText("ORD csv"));
      assertEquals(1, Fx.call(() -> list.getItems().size()));
      Fx.run(() -> press(find, KeyCode.ENTER));
      Fx.await("opened", () -> data(fx).selectedProperty().get().ref().name().equals("orders"));
      Fx.run(() -> find.setText("nothing"));
      Fx.await("said", () -> fx.shows("No table matches"));
      assertEquals(
          "orders",
          Fx.call(() -> data(fx).selectedProperty().get().ref().name()),
          "what is on the screen stays");
    }
  }
}
