package io.liftwerk.app.window;

import io.liftwerk.app.window.base.Messages;
import io.liftwerk.app.window.control.PageView;
import io.liftwerk.app.window.control.Ui;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Title and finding of the page, search, origin and settings. */
final class TopBar extends VBox {
  private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");

  private final Label title = Ui.label("", "page-title");
  private final Label finding = Ui.paragraph("", "finding");
  private final Button origin;

  TopBar(Messages messages, Shell shell, WorkbenchWindow window) {
    getStyleClass().add("top-bar");
    Button search =
        Ui.button(
            messages.text("search", Shortcuts.PALETTE.getDisplayText()),
            Feather.SEARCH,
            shell::openPalette);
    search.getStyleClass().addAll("small", "search-button");
    Button report =
        Ui.button(
            messages.text("reporting.short"), Feather.FILE_TEXT, () -> shell.report(List.of()));
    report.getStyleClass().addAll("flat", "small");
    report.setAccessibleText(messages.text("reporting"));
    origin =
        Ui.button(
            messages.text("origin"),
            Feather.GIT_COMMIT,
            () -> shell.showOrigin(!shell.isOriginOpen()));
    origin.getStyleClass().addAll("flat", "small");
    origin.setAccessibleText(messages.text("shortcuts.origin"));
    Button settings = Ui.iconButton(Feather.SETTINGS, messages.text("settings"), () -> {});
    settings.setOnAction(event -> SettingsMenu.show(settings, messages, window));
    var line = new HBox(6, title, Ui.spacer(), search, report, origin, settings);
    line.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(line, finding);
  }

  void page(String name, PageView page) {
    title.setText(name);
    finding.textProperty().bind(page.finding());
    finding.visibleProperty().bind(finding.textProperty().map(text -> !text.isEmpty()));
    finding.managedProperty().bind(finding.visibleProperty());
  }

  void originOpen(boolean open) {
    origin.pseudoClassStateChanged(OPEN, open);
  }
}
