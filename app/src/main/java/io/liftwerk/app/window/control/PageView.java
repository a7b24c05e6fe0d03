package io.liftwerk.app.window.control;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One page inside the shell: its content, its finding, and the origin of what it shows. */
public abstract class PageView extends BorderPane {
  private final StringProperty finding = new SimpleStringProperty("");
  private final ObjectProperty<@Nullable Origin> origin = new SimpleObjectProperty<>();

  protected PageView() {
    getStyleClass().add("page");
  }

  /**
   * Lays {@code parts} out below each other and lets them scroll.
   *
   * @param name accessible name of what scrolls
   */
  protected final void scrolling(String name, Node... parts) {
    var body = new VBox(14, parts);
    body.getStyleClass().add("page-body");
    var scroll = new ScrollPane(body);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setAccessibleText(name);
    scroll.getStyleClass().add("page-scroll");
    setCenter(scroll);
  }

  /** What the page found, one sentence; the shell shows it under the title. */
  public final StringProperty finding() {
    return finding;
  }

  /** Where the page's result comes from, null while there is none. */
  public final ObjectProperty<@Nullable Origin> origin() {
    return origin;
  }

  /** Called each time the page comes to the front. */
  public void entered() {}
}
