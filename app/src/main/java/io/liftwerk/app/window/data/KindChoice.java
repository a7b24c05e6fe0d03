package io.liftwerk.app.window.data;

import io.liftwerk.app.window.base.Messages;
import io.liftwerk.app.window.control.Ui;
import io.liftwerk.ingest.ExportFindings;
import io.liftwerk.ingest.FilePreview;
import io.liftwerk.ingest.Recipes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * What kind of export a dropped file seems to be, how sure that is and why; where two fit equally
 * well, the question which of them it is.
 */
final class KindChoice extends VBox {
  private final Messages messages;
  private final TableText text;
  private final DroppedFiles files;
  private final DroppedFile file;
  private final FilePreview preview;
  private final FontIcon icon = Ui.icon(KindIcons.GENERIC);
  private final Label title = Ui.label("", "kind-title");
  private final Label because = Ui.paragraph("", "muted");

  KindChoice(
      Messages messages,
      TableText text,
      DroppedFiles files,
      DroppedFile file,
      FilePreview preview) {
    super(8);
    this.messages = messages;
    this.text = text;
    this.files = files;
    this.file = file;
    this.preview = preview;
    getStyleClass().add("kind");
    icon.getStyleClass().add("kind-icon");
    title.setMinWidth(0);
    var words = new VBox(2, title, because);
    HBox.setHgrow(words, Priority.ALWAYS);
    words.setMinWidth(0);
    var line = new HBox(12, icon, words);
    line.setAlignment(Pos.CENTER_LEFT);
    getChildren().add(line);
    if (!preview.open().isEmpty()) {
      getChildren().add(question());
    } else if (!preview.fits().isEmpty()) {
      line.getChildren().add(others());
    }
    file.kindProperty().subscribe(kind -> update());
  }

  private void update() {
    getStyleClass().removeAll("warning", "banner");
    getStyleClass().add(file.isOpen() ? "warning" : "banner");
    String kind = file.presentKind();
    if (kind == null) {
      icon.setIconCode(Feather.HELP_CIRCLE);
      title.setText(messages.text("kind.open"));
      because.setText(
          messages.text(
              "kind.open.which",
              preview.open().stream()
                  .map(fit -> text.kind(fit.id()))
                  .collect(Collectors.joining(messages.text("kind.open.or")))));
      return;
    }
    Recipes.Fit fit = file.presentFit();
    icon.setIconCode(text.icon(kind));
    boolean chosen = file.kindProperty().get() != null;
    title.setText(
        fit == null || chosen
            ? text.kind(kind)
            : text.kind(kind) + " · " + text.sure(fit.confidence()));
    because.setText(
        fit != null
            ? messages.sentence(fit.because())
            : messages.text(
                chosen
                    ? "kind.generic.chosen"
                    : preview.fits().isEmpty() ? "kind.generic.why" : "kind.generic.unsure"));
  }

  private List<String> choices() {
    var ids = new ArrayList<>(preview.fits().stream().map(Recipes.Fit::id).toList());
    ids.add(ExportFindings.GENERIC);
    return ids;
  }

  private String named(String id) {
    return preview.fits().stream()
        .filter(fit -> fit.id().equals(id))
        .findFirst()
        .map(fit -> text.kind(id) + " (" + messages.formats().percent(fit.confidence()) + ")")
        .orElse(text.kind(id));
  }

  /** The others that fit, and none of them. */
  private MenuButton others() {
    var menu = new MenuButton(messages.text("kind.as"));
    menu.setAccessibleText(messages.text("kind.as"));
    menu.getStyleClass().add("small");
    menu.setMinWidth(USE_PREF_SIZE);
    var group = new ToggleGroup();
    for (String id : choices()) {
      var item = new RadioMenuItem(named(id));
      item.setMnemonicParsing(false);
      item.setToggleGroup(group);
      item.setSelected(id.equals(file.presentKind()));
      item.setOnAction(event -> files.choose(file, id));
      menu.getItems().add(item);
    }
    return menu;
  }

  private VBox question() {
    var group = new ToggleGroup();
    var answers = new VBox(6);
    for (String id : choices()) {
      var answer = new RadioButton(named(id));
      answer.setMnemonicParsing(false);
      answer.setAccessibleText(named(id));
      answer.setToggleGroup(group);
      answer.setSelected(id.equals(file.kindProperty().get()));
      answer.setOnAction(event -> files.choose(file, id));
      var line = new VBox(1, answer);
      preview.fits().stream()
          .filter(fit -> fit.id().equals(id))
          .forEach(
              fit -> {
                var why = Ui.paragraph(messages.sentence(fit.because()), "muted", "small");
                why.getStyleClass().add("indented");
                line.getChildren().add(why);
              });
      answers.getChildren().add(line);
    }
    return answers;
  }
}
