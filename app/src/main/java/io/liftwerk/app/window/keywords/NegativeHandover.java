package io.liftwerk.app.window.keywords;

import io.liftwerk.app.window.base.AnalysisModel.Shown;
import io.liftwerk.app.window.base.Messages;
import io.liftwerk.app.window.control.Desk;
import io.liftwerk.app.window.control.Ui;
import io.liftwerk.keywords.KeywordExport;
import io.liftwerk.keywords.KeywordRequest;
import io.liftwerk.keywords.KeywordResult;
import java.util.List;
import javafx.scene.control.CheckBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Hands what was decided over to a channel's editor, with a file that takes it back. */
final class NegativeHandover {
  private static final List<String> CHANNELS = List.of("google", "microsoft", "amazon", "csv");

  private final Desk desk;
  private final Messages messages;
  private final KeywordsModel model;
  private final KeywordText text;
  private final CheckBox acceptedOnly;

  NegativeHandover(Desk desk, KeywordsModel model, KeywordText text) {
    this.desk = desk;
    this.messages = desk.messages();
    this.model = model;
    this.text = text;
    this.acceptedOnly = Ui.checkBox(text.of("export.accepted"));
    acceptedOnly.setSelected(true);
    acceptedOnly.setAccessibleText(text.of("export.accepted"));
  }

  /** Whether only what was accepted is handed over. */
  CheckBox acceptedOnly() {
    return acceptedOnly;
  }

  MenuButton menu() {
    var menu = new MenuButton(text.of("export"), Ui.icon(Feather.DOWNLOAD));
    menu.setAccessibleText(text.of("export"));
    menu.setMnemonicParsing(false);
    menu.getStyleClass().add("small");
    for (String channel : CHANNELS) {
      var item = new MenuItem(text.channel(channel));
      item.setOnAction(event -> export(channel));
      menu.getItems().add(item);
    }
    return menu;
  }

  private void export(String channel) {
    Shown<KeywordRequest, KeywordResult> shown = model.shownProperty().get();
    if (shown != null) {
      model.export(
          messages.text("job.title.keywords-export", text.channel(channel)),
          messages.text("job.title.keywords-review"),
          KeywordExport.Request.negatives(channel, shown.run().id(), acceptedOnly.isSelected()),
          this::written);
    }
  }

  /** Says where the files lie, and all that the channel could not take as it was. */
  private void written(KeywordExport.Result result) {
    String files = text.of("exported", result.negatives(), result.file(), result.undo());
    if (result.notes().isEmpty()) {
      desk.dialogs().note(files);
      return;
    }
    var body = new VBox(8, Ui.paragraph(files));
    result
        .notes()
        .forEach(note -> body.getChildren().add(Ui.paragraph(text.sentence(note), "muted")));
    desk.dialogs().inform(text.of("exported.title", text.channel(result.channel())), body);
  }
}
