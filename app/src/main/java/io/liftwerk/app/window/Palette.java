package io.liftwerk.app.window;

import io.liftwerk.app.window.base.Language;
import io.liftwerk.app.window.base.Messages;
import io.liftwerk.app.window.base.ThemeChoice;
import io.liftwerk.app.window.control.Desk;
import io.liftwerk.app.window.control.Overlay;
import io.liftwerk.app.window.control.Ui;
import io.liftwerk.workspace.RunRecord;
import io.liftwerk.workspace.TableInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.collections.FXCollections;
import javafx.collections.transformation.FilteredList;
import javafx.geometry.Pos;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Finds any page, table, run or command by a few letters. */
final class Palette {

  /** Something to go to or to do. */
  record Item(Feather icon, String text, String kind, Runnable action) {}

  private final Overlay overlay;
  private final Desk desk;
  private final Messages messages;
  private final Shell shell;

  Palette(Overlay overlay, Desk desk, Shell shell) {
    this.overlay = overlay;
    this.desk = desk;
    this.messages = desk.messages();
    this.shell = shell;
  }

  void open() {
    var all = FXCollections.<Item>observableArrayList(items());
    var found = new FilteredList<Item>(all);
    var list = new ListView<Item>(found);
    list.setCellFactory(view -> new Row());
    list.setFixedCellSize(34);
    list.setPrefSize(560, 34 * 9 + 2);
    list.setAccessibleText(messages.text("palette.results"));
    list.setFocusTraversable(false);
    list.setPlaceholder(Ui.label(messages.text("palette.nothing"), "muted"));
    list.setOnMouseClicked(event -> take(list.getSelectionModel().getSelectedItem()));
    var find = new TextField();
    find.setPromptText(messages.text("palette.prompt"));
    find.setAccessibleText(messages.text("palette.prompt"));
    find.getStyleClass().add("palette-find");
    find.textProperty()
        .subscribe(
            text -> {
              found.setPredicate(item -> matches(item, text));
              list.getSelectionModel().selectFirst();
            });
    find.addEventFilter(KeyEvent.KEY_PRESSED, event -> key(event, list));
    var card = new VBox(8, find, list);
    card.getStyleClass().addAll("card", "palette");
    overlay.show(card, Pos.TOP_CENTER, find);
    desk.background()
        .run(
            () -> shell.session().engine().runs(),
            runs -> runs.forEach(run -> all.add(item(run))),
            desk.dialogs()::error);
  }

  private void key(KeyEvent event, ListView<Item> list) {
    if (Shortcuts.PALETTE.match(event)) {
      event.consume();
      overlay.hide();
      return;
    }
    int at = list.getSelectionModel().getSelectedIndex();
    switch (event.getCode()) {
      case DOWN -> select(list, at + 1);
      case UP -> select(list, at - 1);
      case ENTER -> take(list.getSelectionModel().getSelectedItem());
      default -> {
        return;
      }
    }
    event.consume();
  }

  private static void select(ListView<Item> list, int at) {
    int row = Math.clamp(at, 0, Math.max(0, list.getItems().size() - 1));
    list.getSelectionModel().clearAndSelect(row);
    list.scrollTo(Math.max(0, row - 4));
  }

  private void take(@Nullable Item item) {
    if (item != null) {
      overlay.hide();
      item.action().run();
    }
  }

  private static boolean matches(Item item, String text) {
    String where = (item.text() + ' ' + item.kind()).toLowerCase(Locale.ROOT);
    for (String word : text.toLowerCase(Locale.ROOT).strip().split("\\s+")) {
      if (!where.contains(word)) {
        return false;
      }
    }
    return true;
  }

  private List<Item> items() {
    var items = new ArrayList<Item>();
    for (PageId page : PageId.values()) {
      items.add(
          new Item(
              page.icon(),
              messages.text("page." + page.id()),
              messages.text("palette.page"),
              () -> shell.go(page)));
    }
    for (TableInfo table : shell.models().data().tables()) {
      items.add(
          new Item(
              Feather.GRID,
              table.ref().toString(),
              messages.text("palette.table", table.rows()),
              () -> {
                shell.go(PageId.DATA);
                shell.models().data().select(table.ref());
              }));
    }
    command(items, Feather.UPLOAD, messages.text("data.choose"), this::chooseFiles);
    command(items, Feather.FILE_TEXT, messages.text("reporting"), () -> shell.report(List.of()));
    command(
        items,
        Feather.GIT_COMMIT,
        messages.text("shortcuts.origin"),
        () -> shell.showOrigin(!shell.isOriginOpen()));
    for (ThemeChoice choice : ThemeChoice.values()) {
      command(
          items,
          Feather.SUN,
          messages.text("theme." + choice.name().toLowerCase(Locale.ROOT)),
          () -> shell.window().theme(choice));
    }
    for (Language language : Language.values()) {
      command(
          items,
          Feather.GLOBE,
          language.locale().getDisplayLanguage(language.locale()),
          () -> shell.window().language(language));
    }
    command(items, Feather.COMMAND, messages.text("shortcuts"), shell::showShortcuts);
    command(items, Feather.LOG_OUT, messages.text("palette.leave"), shell.window()::leave);
    return items;
  }

  private void command(List<Item> items, Feather icon, String text, Runnable action) {
    items.add(new Item(icon, text, messages.text("palette.command"), action));
  }

  private void chooseFiles() {
    shell.go(PageId.DATA);
    shell.models().data().preview(desk.dialogs().files().files(messages.text("data.choose")));
  }

  private Item item(RunRecord run) {
    return new Item(
        Feather.CLOCK,
        messages.text("palette.run", run.id(), messages.textOr("job." + run.job(), run.job())),
        messages.formats().instant(run.startedAt()),
        () -> {
          shell.go(PageId.RUNS);
          shell.models().runs().select(run.id());
        });
  }

  private static final class Row extends ListCell<Item> {
    @Override
    protected void updateItem(@Nullable Item item, boolean empty) {
      super.updateItem(item, empty);
      if (empty || item == null) {
        setGraphic(null);
        return;
      }
      var box =
          new HBox(
              10,
              Ui.icon(item.icon()),
              Ui.label(item.text()),
              Ui.spacer(),
              Ui.label(item.kind(), "muted", "small"));
      box.setAlignment(Pos.CENTER_LEFT);
      setGraphic(box);
    }
  }
}
