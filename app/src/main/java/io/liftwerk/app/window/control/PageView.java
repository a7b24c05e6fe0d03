package io.liftwerk.app.window.control;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.layout.BorderPane;
import org.jspecify.annotations.Nullable;

/** One page inside the shell: its content, its finding, and the origin of what it shows. */
public abstract class PageView extends BorderPane {
  private final StringProperty finding = new SimpleStringProperty("");
  private final ObjectProperty<@Nullable Origin> origin = new SimpleObjectProperty<>();

  protected PageView() {
    getStyleClass().add("page");
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
