package io.liftwerk.app.window.control;

import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Small controls, made the same way everywhere: each has an accessible name. */
public final class Ui {
  private Ui() {}

  public static FontIcon icon(Feather icon) {
    return new FontIcon(icon);
  }

  /** A button with words; an underscore in them is a character like any other. */
  public static Button button(String text, Runnable action) {
    var button = new Button(text);
    button.setMnemonicParsing(false);
    button.setAccessibleText(text);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(event -> action.run());
    return button;
  }

  public static Button button(String text, Feather icon, Runnable action) {
    Button button = button(text, action);
    button.setGraphic(icon(icon));
    return button;
  }

  /** The one button of a page that does its work. */
  public static Button primary(String text, Runnable action) {
    Button button = button(text, action);
    button.getStyleClass().add("accent");
    return button;
  }

  /** A button that is only an icon; {@code name} is its tooltip and accessible name. */
  public static Button iconButton(Feather icon, String name, Runnable action) {
    var button = new Button(null, icon(icon));
    named(button, name);
    button.getStyleClass().addAll("flat", "icon-button");
    button.setOnAction(event -> action.run());
    return button;
  }

  /** A box to tick; its text, mostly a name from a file, is shown as it is. */
  public static CheckBox checkBox(String text) {
    var box = new CheckBox(text);
    box.setMnemonicParsing(false);
    return box;
  }

  /** Gives an icon-only control its name. */
  public static <C extends ButtonBase> C named(C button, String name) {
    button.setAccessibleText(name);
    button.setTooltip(new Tooltip(name));
    return button;
  }

  public static Label label(String text, String... styles) {
    var label = new Label(text);
    label.getStyleClass().addAll(styles);
    return label;
  }

  /** A label that breaks its lines. */
  public static Label paragraph(String text, String... styles) {
    Label label = label(text, styles);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  /** A word on what can be done, in what room a bar leaves; it breaks where that is little. */
  public static Label hint(String text) {
    Label label = paragraph(text, "muted");
    label.setMinWidth(0);
    label.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(label, Priority.ALWAYS);
    return label;
  }

  /** A small heading inside a page. */
  public static Label heading(String text) {
    return label(text, "heading");
  }

  /** Room that takes what is left. */
  public static Region spacer() {
    var room = new Region();
    HBox.setHgrow(room, Priority.ALWAYS);
    return room;
  }

  /** Takes {@code node} out of sight and out of the layout, or brings it back. */
  public static void show(Node node, boolean visible) {
    node.setVisible(visible);
    node.setManaged(visible);
  }

  public static void copy(String text) {
    Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
  }
}
