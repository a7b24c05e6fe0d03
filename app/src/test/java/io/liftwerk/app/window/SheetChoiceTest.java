package io.liftwerk.app.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.app.window.base.Language;
import io.liftwerk.workspace.TableInfo;
import io.liftwerk.workspace.Workspace;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.text.Text;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Choosing the sheets of a workbook before it is loaded. */
class SheetChoiceTest {
  @TempDir private Path folder;

  private Fx preview() throws Exception {
    Path place = folder.resolve("Nordwand.liftwerk");
    Workspace.create(place).close();
    Path book = folder.resolve("Kampagnen.xlsx");
    try (OutputStream out = Files.newOutputStream(book);
        var workbook = new Workbook(out, "test", "1.0")) {
      for (String name : List.of("Q1_2026", "Q2_2026", "Q3_2026")) {
        var sheet = workbook.newWorksheet(name);
        sheet.value(0, 0, "Kampagne");
        sheet.value(0, 1, "Klicks");
        for (int row = 1; row < 5; row++) {
          sheet.value(row, 0, name + " " + row);
          sheet.value(row, 1, row);
        }
      }
      workbook.newWorksheet("Leer");
    }
    Fx fx = Fx.open(folder.resolve("home"), place, null);
    Fx.run(() -> fx.window.language(Language.ENGLISH));
    Fx.run(() -> models(fx).data().preview(List.of(book)));
    Fx.await("preview", () -> fx.shows("Sheets to load"));
    return fx;
  }

  private static Models models(Fx fx) {
    return Objects.requireNonNull(fx.window.models());
  }

  private static void untick(Fx fx, String sheet) {
    CheckBox box = fx.named(CheckBox.class, "Load sheet " + sheet);
    Fx.run(box::fire);
  }

  private static void load(Fx fx) {
    Button load = fx.named(Button.class, "Load");
    Fx.run(load::fire);
  }

  private static List<String> tables(Fx fx) {
    return Fx.call(
        () ->
            models(fx).data().tables().stream()
                .map(TableInfo::ref)
                .map(ref -> ref.name())
                .sorted()
                .toList());
  }

  @Test
  void onlyTheTickedSheetsAreLoaded() throws Exception {
    try (Fx fx = preview()) {
      untick(fx, "Q1_2026");
      untick(fx, "Q3_2026");
      untick(fx, "Leer");
      load(fx);
      Fx.await("table", () -> !models(fx).data().tables().isEmpty());
      assertEquals(List.of("kampagnen"), tables(fx));
      Fx.await("the second sheet", () -> fx.shows("Q2_2026 1"));
      assertEquals("Q2_2026", Fx.call(() -> sheetOfFirst(fx)));
    }
  }

  private static String sheetOfFirst(Fx fx) {
    var data = models(fx).data();
    return String.valueOf(Objects.requireNonNull(data.source(data.tables().getFirst())).sheet());
  }

  @Test
  void allSheetsWithRowsAreLoadedWhenNothingIsChosen() throws Exception {
    try (Fx fx = preview()) {
      load(fx);
      Fx.await("tables", () -> models(fx).data().tables().size() == 3);
      assertEquals(
          List.of("kampagnen_q1_2026", "kampagnen_q2_2026", "kampagnen_q3_2026"), tables(fx));
    }
  }

  @Test
  void noSheetIsSaidAndTheFileWaits() throws Exception {
    try (Fx fx = preview()) {
      for (String sheet : List.of("Q1_2026", "Q2_2026", "Q3_2026", "Leer")) {
        untick(fx, sheet);
      }
      load(fx);
      Fx.await("a note", () -> fx.shows("Tick at least one sheet"));
      assertNotNull(Fx.call(() -> models(fx).data().waitingProperty().get()));
      assertEquals(List.of(), tables(fx));
    }
  }

  @Test
  void namesAreShownAsTheyAre() throws Exception {
    try (Fx fx = preview()) {
      CheckBox box = fx.named(CheckBox.class, "Load sheet Q1_2026");
      Fx.settle();
      assertTrue(
          Fx.call(
              () ->
                  box.lookupAll(".text").stream()
                      .anyMatch(node -> "Q1_2026".equals(((Text) node).getText()))),
          "an underscore is no mark for a key");
    }
  }
}
