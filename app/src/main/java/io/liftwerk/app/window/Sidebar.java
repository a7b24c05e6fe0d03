package io.liftwerk.app.window;

import io.liftwerk.app.window.base.Messages;
import io.liftwerk.app.window.control.Ui;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The pages in the order of work. */
final class Sidebar extends VBox {
  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

  private final Map<PageId, Button> items = new EnumMap<>(PageId.class);
  private final ScrollPane pages = new ScrollPane();

  Sidebar(Messages messages, String workspace, Consumer<PageId> go, Runnable leave) {
    getStyleClass().add("sidebar");
    setAccessibleRole(AccessibleRole.TOOL_BAR);
    var brand = Ui.label("Liftwerk", "brand");
    Button home = Ui.button(workspace, Feather.BRIEFCASE, leave);
    home.getStyleClass().addAll("flat", "workspace-name");
    home.setAccessibleText(messages.text("workspace.leave", workspace));
    home.setTooltip(new javafx.scene.control.Tooltip(messages.text("workspace.leave", workspace)));
    home.setMaxWidth(Double.MAX_VALUE);
    home.setMinWidth(0);
    home.setAlignment(Pos.CENTER_LEFT);
    var list = new VBox(2);
    for (PageId page : PageId.values()) {
      Button item =
          Ui.button(messages.text("page." + page.id()), page.icon(), () -> go.accept(page));
      item.getStyleClass().addAll("flat", "nav");
      item.setMaxWidth(Double.MAX_VALUE);
      item.setAlignment(Pos.CENTER_LEFT);
      item.setGraphicTextGap(10);
      items.put(page, item);
      list.getChildren().add(item);
    }
    pages.setContent(list);
    pages.setFitToWidth(true);
    pages.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    pages.setAccessibleText(messages.text("palette.page"));
    pages.getStyleClass().add("page-scroll");
    pages.setMinHeight(0);
    VBox.setVgrow(pages, Priority.ALWAYS);
    getChildren()
        .addAll(brand, home, pages, Ui.label(io.liftwerk.workspace.Workspace.SOFTWARE, "version"));
  }

  void selected(PageId page) {
    items.forEach((id, item) -> item.pseudoClassStateChanged(SELECTED, id == page));
    reveal(page);
  }

  /** Scrolls to the page where the window is too low for all of them. */
  private void reveal(PageId page) {
    double seen = pages.getViewportBounds().getHeight();
    double hidden = pages.getContent().getLayoutBounds().getHeight() - seen;
    Button item = items.get(page);
    if (item != null && seen > 0 && hidden > 0) {
      double middle = item.getBoundsInParent().getCenterY() - seen / 2;
      pages.setVvalue(Math.clamp(middle / hidden, 0, 1));
    }
  }
}
