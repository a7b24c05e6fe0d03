package io.liftwerk.app.window;

import io.liftwerk.app.window.base.Messages;
import io.liftwerk.app.window.control.Ui;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.GridPane;

/** The keys of the window, and their list. */
final class Shortcuts {
  static final KeyCombination PALETTE =
      new KeyCodeCombination(KeyCode.K, KeyCombination.SHORTCUT_DOWN);
  static final KeyCombination ORIGIN =
      new KeyCodeCombination(KeyCode.I, KeyCombination.SHORTCUT_DOWN);
  static final KeyCombination OPEN_FILES =
      new KeyCodeCombination(KeyCode.O, KeyCombination.SHORTCUT_DOWN);

  private Shortcuts() {}

  static GridPane table(Messages messages) {
    var keys = new LinkedHashMap<String, String>();
    keys.put(PALETTE.getDisplayText(), messages.text("shortcuts.palette"));
    for (PageId page : PageId.values()) {
      keys.put(
          page.keys().getDisplayText(),
          messages.text("shortcuts.page", messages.text("page." + page.id())));
    }
    keys.put(OPEN_FILES.getDisplayText(), messages.text("shortcuts.files"));
    keys.put(ORIGIN.getDisplayText(), messages.text("shortcuts.origin"));
    keys.put(
        new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN).getDisplayText(),
        messages.text("shortcuts.copy"));
    keys.put(
        new KeyCodeCombination(KeyCode.A, KeyCombination.SHORTCUT_DOWN).getDisplayText(),
        messages.text("shortcuts.all"));
    keys.put("A · R · U", messages.text("shortcuts.review"));
    keys.put("P · E · U", messages.text("shortcuts.ngrams"));
    keys.put("F4", messages.text("shortcuts.raw"));
    keys.put("F1", messages.text("shortcuts"));
    keys.put("Esc", messages.text("shortcuts.escape"));
    var grid = new GridPane(24, 8);
    int row = 0;
    for (Map.Entry<String, String> entry : keys.entrySet()) {
      grid.addRow(row++, Ui.label(entry.getKey(), "key"), Ui.label(entry.getValue()));
    }
    return grid;
  }
}
