package io.liftwerk.app.window.scoring;

import io.liftwerk.app.window.base.Messages;
import io.liftwerk.app.window.base.Rows;
import io.liftwerk.app.window.control.Desk;
import io.liftwerk.app.window.control.Ui;
import io.liftwerk.app.window.grid.DataGrid;
import java.nio.file.Path;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The ranked list and why each stands where it does; or, in its place, which run replaced it. */
final class RankedPane extends VBox {
  private final Desk desk;
  private final Messages messages;
  private final ScoringModel model;
  private final ScoringWords words;
  private final String run;
  private final VBox list = new VBox(6);
  private @Nullable String replacedBy;
  private boolean listed;
  private @Nullable DataGrid grid;

  /**
   * @param run whose list it is
   */
  RankedPane(Desk desk, ScoringModel model, String run) {
    super(6);
    this.desk = desk;
    this.messages = desk.messages();
    this.model = model;
    this.words = new ScoringWords(messages, model.purpose());
    this.run = run;
    getStyleClass().addAll("card", "padded");
    getChildren().addAll(Ui.heading(words.say("ranked")), list);
  }

  /** Makes the list, now that its turn has come. */
  RankedPane made() {
    listed = true;
    replacedBy(replacedBy);
    return this;
  }

  /**
   * @param other the run whose ranking of the same table is there instead; null while this one is,
   *     empty when none is
   */
  void replacedBy(@Nullable String other) {
    replacedBy = other;
    if (!listed) {
      return;
    }
    if (other == null) {
      if (grid == null) {
        DataGrid made = grid();
        grid = made;
        list.getChildren().setAll(Ui.paragraph(words.say("ranked.hint"), "muted"), made);
      }
      return;
    }
    grid = null;
    var text =
        Ui.paragraph(
            other.isEmpty()
                ? messages.text("leads.replaced.gone")
                : messages.text("leads.replaced", other, run));
    HBox.setHgrow(text, Priority.ALWAYS);
    var box = new HBox(10, Ui.icon(Feather.ALERT_CIRCLE), text);
    if (!other.isEmpty()) {
      Button open = Ui.button(messages.text("leads.replaced.open", other), () -> model.open(other));
      open.getStyleClass().add("small");
      open.setMinWidth(USE_PREF_SIZE);
      box.getChildren().add(open);
    }
    MenuButton export = export();
    if (!export.getItems().isEmpty()) {
      box.getChildren().add(export);
    }
    box.getStyleClass().add("banner");
    box.setAlignment(Pos.CENTER_LEFT);
    list.getChildren().setAll(box);
  }

  private DataGrid grid() {
    var made = new DataGrid(words.say("ranked"), messages, desk.background(), desk.dialogs());
    Rows rows = model.ranking().rows();
    if (rows != null) {
      made.show(new NamedRows(rows, messages, words));
    }
    MenuButton export = export();
    if (!export.getItems().isEmpty()) {
      made.tool(export);
    }
    made.setPrefHeight(420);
    made.setMinHeight(300);
    return made;
  }

  private MenuButton export() {
    var export = new MenuButton(messages.text("export"), Ui.icon(Feather.DOWNLOAD));
    export.setAccessibleText(messages.text("leads.export"));
    export.setMinWidth(USE_PREF_SIZE);
    export.getStyleClass().addAll("small", "flat");
    for (String ending : model.ranking().exports()) {
      var item = new MenuItem(ending.toUpperCase(Locale.ROOT));
      item.setOnAction(event -> export(ending));
      export.getItems().add(item);
    }
    return export;
  }

  private void export(String ending) {
    Path file =
        desk.dialogs()
            .files()
            .save(messages.text("leads.export"), words.say("file") + "." + ending);
    if (file != null) {
      model.ranking().export(file, () -> desk.dialogs().note(messages.text("saved", file)));
    }
  }
}
