package io.liftwerk.app.window.data;

import io.liftwerk.app.window.base.Messages;
import io.liftwerk.app.window.control.Desk;
import io.liftwerk.app.window.control.Ui;
import io.liftwerk.ingest.Recipes;
import java.nio.file.Files;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The files that wait to be loaded, and the button that loads all that raise no question. */
final class DroppedList extends VBox {
  private final Messages messages;
  private final DroppedFiles dropped;
  private final TableText text;
  private final ListView<DroppedFile> list;
  private final Label heading = Ui.label("", "heading");
  private final Label hint = Ui.paragraph("", "muted", "small");
  private final Button all;
  private final Button none;
  private boolean following;

  DroppedList(Desk desk, DataModel model, TableText text) {
    super(8);
    this.messages = desk.messages();
    this.dropped = model.dropped();
    this.text = text;
    list = new ListView<>(dropped.waiting());
    list.setAccessibleText(messages.text("dropped.list"));
    list.setCellFactory(view -> new Cell());
    list.getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            chosen -> {
              if (chosen != null && !following) {
                dropped.show(chosen);
              }
            });
    all =
        Ui.button(
            messages.text("dropped.load.all", 0),
            Feather.CHECK_CIRCLE,
            () -> dropped.loadAll(this::title));
    all.setMaxWidth(Double.MAX_VALUE);
    none = Ui.button(messages.text("dropped.leave"), dropped::dismissAll);
    none.setMaxWidth(Double.MAX_VALUE);
    none.getStyleClass().add("flat");
    Button back = Ui.button(messages.text("dropped.tables"), Feather.ARROW_LEFT, dropped::leave);
    back.getStyleClass().addAll("flat", "small");
    VBox.setVgrow(list, Priority.ALWAYS);
    getChildren().addAll(back, heading, list, hint, all, none);
    dropped.waiting().addListener((ListChangeListener<DroppedFile>) change -> changed());
    dropped.currentProperty().subscribe(current -> follow(current));
    changed();
  }

  private String title(List<DroppedFile> files) {
    return files.size() == 1
        ? messages.text("job.title.import", files.getFirst().name())
        : messages.text("job.title.import.many", files.size());
  }

  private void follow(@Nullable DroppedFile current) {
    following = true;
    if (current == null) {
      list.getSelectionModel().clearSelection();
    } else if (!current.equals(list.getSelectionModel().getSelectedItem())) {
      list.getSelectionModel().select(current);
      list.scrollTo(current);
    }
    following = false;
  }

  private void changed() {
    int count = dropped.waiting().size();
    long ready = dropped.ready();
    long unseen = dropped.unseen();
    long open = dropped.waiting().stream().filter(DroppedFile::isOpen).count();
    heading.setText(messages.text("dropped.heading", count));
    all.setText(messages.text("dropped.load.all", ready));
    all.setAccessibleText(all.getText());
    all.setDisable(unseen > 0 || ready == 0);
    Ui.show(all, count > 1);
    Ui.show(none, count > 1);
    hint.setText(
        unseen > 0
            ? messages.text("dropped.looking", count - unseen, count)
            : open > 0 ? messages.text("dropped.open", open) : "");
    Ui.show(hint, count > 1 && !hint.getText().isEmpty());
    follow(dropped.currentProperty().get());
  }

  private final class Cell extends ListCell<DroppedFile> {
    @Override
    protected void updateItem(@Nullable DroppedFile file, boolean empty) {
      super.updateItem(file, empty);
      if (empty || file == null) {
        setGraphic(null);
        setAccessibleText(null);
        return;
      }
      var name = Ui.label(file.name(), "table-name");
      name.setMinWidth(0);
      String says = about(file);
      var about = Ui.label(says, "muted", "small");
      about.setMinWidth(0);
      var words = new VBox(1, name, about);
      words.setMinWidth(0);
      HBox.setHgrow(words, Priority.ALWAYS);
      var entry = new HBox(10, picture(file), words);
      entry.setAlignment(Pos.CENTER_LEFT);
      entry.getStyleClass().add("entry");
      entry.setPrefWidth(0);
      setGraphic(entry);
      setAccessibleText(file.name() + ", " + says);
    }

    private String about(DroppedFile file) {
      return switch (file.stateProperty().get()) {
        case DroppedFile.Looking looking -> messages.text("dropped.state.looking");
        case DroppedFile.Unreadable unreadable -> messages.text("dropped.state.unreadable");
        case DroppedFile.Readable readable ->
            file.isSeveral()
                ? messages.text("preview.files", readable.preview().rows().size())
                : recognised(file);
      };
    }

    private String recognised(DroppedFile file) {
      String kind = file.presentKind();
      if (kind == null) {
        return messages.text("kind.open");
      }
      Recipes.Fit fit = file.presentFit();
      return fit == null
          ? text.kind(kind)
          : messages.formats().percent(fit.confidence()) + " · " + text.kind(kind);
    }

    private Node picture(DroppedFile file) {
      return switch (file.stateProperty().get()) {
        case DroppedFile.Looking looking -> {
          var busy = new ProgressIndicator();
          busy.setMaxSize(15, 15);
          busy.setMinSize(15, 15);
          yield busy;
        }
        case DroppedFile.Unreadable unreadable -> marked(Feather.ALERT_TRIANGLE, "icon-missed");
        case DroppedFile.Readable readable -> {
          String kind = file.presentKind();
          if (file.isSeveral()) {
            yield Ui.icon(Files.isDirectory(file.file()) ? Feather.FOLDER : Feather.ARCHIVE);
          }
          yield kind == null ? marked(Feather.HELP_CIRCLE, "icon-open") : Ui.icon(text.icon(kind));
        }
      };
    }

    private static FontIcon marked(Feather icon, String style) {
      FontIcon mark = Ui.icon(icon);
      mark.getStyleClass().add(style);
      return mark;
    }
  }
}
