package io.liftwerk.app.window.segments;

import io.liftwerk.app.window.base.Messages;
import io.liftwerk.app.window.control.Desk;
import io.liftwerk.app.window.control.Ui;
import io.liftwerk.scoring.Segments.Saved;
import io.liftwerk.warehouse.CustomerMatchResult;
import io.liftwerk.warehouse.activation.Platform;
import java.nio.file.Path;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import org.kordamp.ikonli.feather.Feather;

/** Hands a segment over: a list for the client's own systems, or hashes for a platform. */
final class SegmentHandover {
  private final Desk desk;
  private final Messages messages;
  private final SegmentsModel model;

  SegmentHandover(Desk desk, SegmentsModel model) {
    this.desk = desk;
    this.messages = desk.messages();
    this.model = model;
  }

  Button list(Saved segment) {
    return Ui.button(messages.text("segments.list"), Feather.DOWNLOAD, () -> saveList(segment));
  }

  private void saveList(Saved segment) {
    String name = segment.request().name();
    boolean withoutPerson = segment.result().withoutPerson() == segment.result().members();
    Path target =
        desk.dialogs().files().save(messages.text("segments.list"), "segment-" + name + ".csv");
    if (target != null) {
      model.list(
          messages.text("job.title.segment.list", name),
          segment,
          withoutPerson,
          target,
          result ->
              desk.dialogs()
                  .note(
                      messages.text(
                          "segments.listed",
                          result.listed(),
                          result.members(),
                          result.heldBack(),
                          String.valueOf(target.getFileName()))));
    }
  }

  MenuButton platforms(Saved segment) {
    var menu = new MenuButton(messages.text("segments.match"), Ui.icon(Feather.UPLOAD));
    menu.setAccessibleText(messages.text("segments.match"));
    menu.setMnemonicParsing(false);
    for (Platform platform : Platform.values()) {
      var item = new MenuItem(platform.shown());
      item.setOnAction(event -> ask(segment, platform));
      menu.getItems().add(item);
    }
    menu.setDisable(segment.result().coverage() == null);
    return menu;
  }

  private void ask(Saved segment, Platform platform) {
    desk.dialogs()
        .ask(
            messages.text("segments.match.title", platform.shown()),
            messages.text("segments.match.reason"),
            "",
            messages.text("segments.match.go"),
            reason ->
                model.match(
                    messages.text(
                        "job.title.segment.match", segment.request().name(), platform.shown()),
                    segment,
                    platform,
                    reason,
                    this::matched));
  }

  private void matched(CustomerMatchResult result) {
    desk.dialogs()
        .note(
            messages.text(
                "segments.matched",
                result.keys(),
                result.covered(),
                result.heldBack(),
                String.join(", ", result.files())));
  }
}
