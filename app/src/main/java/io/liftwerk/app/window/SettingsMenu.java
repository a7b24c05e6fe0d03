package io.liftwerk.app.window;

import io.liftwerk.app.window.base.Language;
import io.liftwerk.app.window.base.Messages;
import io.liftwerk.app.window.base.ThemeChoice;
import java.util.Locale;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;

/** Theme, language, and the list of keys. */
final class SettingsMenu {
  private SettingsMenu() {}

  static void show(Node anchor, Messages messages, WorkbenchWindow window) {
    var menu = new ContextMenu();
    var themes = new ToggleGroup();
    for (ThemeChoice choice : ThemeChoice.values()) {
      var item =
          new RadioMenuItem(messages.text("theme." + choice.name().toLowerCase(Locale.ROOT)));
      item.setToggleGroup(themes);
      item.setSelected(window.themes().choice() == choice);
      item.setOnAction(event -> window.theme(choice));
      menu.getItems().add(item);
    }
    menu.getItems().add(new SeparatorMenuItem());
    var languages = new ToggleGroup();
    for (Language language : Language.values()) {
      var item = new RadioMenuItem(language.locale().getDisplayLanguage(language.locale()));
      item.setToggleGroup(languages);
      item.setSelected(window.language() == language);
      item.setOnAction(event -> window.language(language));
      menu.getItems().add(item);
    }
    Shell shell = window.shell();
    if (shell != null) {
      var keys = new MenuItem(messages.text("shortcuts"));
      keys.setOnAction(event -> shell.showShortcuts());
      menu.getItems().addAll(new SeparatorMenuItem(), keys);
    }
    menu.show(anchor, Side.BOTTOM, 0, 4);
  }
}
