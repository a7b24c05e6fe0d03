package io.liftwerk.app.window.briefs;

import io.liftwerk.app.window.base.AnalysisModel.Shown;
import io.liftwerk.app.window.base.Messages;
import io.liftwerk.app.window.control.Desk;
import io.liftwerk.app.window.control.Parts;
import io.liftwerk.app.window.control.SegmentBar;
import io.liftwerk.app.window.control.Tiles;
import io.liftwerk.app.window.control.Ui;
import io.liftwerk.briefs.Brief;
import io.liftwerk.briefs.BriefExport;
import io.liftwerk.briefs.BriefRequest;
import io.liftwerk.briefs.BriefResult;
import io.liftwerk.briefs.Draft;
import io.liftwerk.briefs.MustCover;
import io.liftwerk.briefs.Question;
import io.liftwerk.briefs.SerpGap.CompetitorPage;
import io.liftwerk.briefs.TextLength;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;

/** A brief from top to bottom: what to know, the few numbers, its three parts, what is left out. */
final class BriefsView extends Parts {
  private static final List<String> FORMS = List.of("json", "markdown", "wxr", "contentful");

  private final Desk desk;
  private final Messages messages;
  private final BriefsModel model;
  private final BriefResult result;
  private final Map<Integer, Node> made = new HashMap<>();
  private final VBox front = new VBox();

  BriefsView(Desk desk, BriefsModel model, Shown<BriefRequest, BriefResult> shown, Runnable whole) {
    super(desk);
    this.desk = desk;
    this.messages = desk.messages();
    this.model = model;
    this.result = shown.result();
    result
        .document()
        .brief()
        .notes()
        .forEach(note -> getChildren().add(note(messages.sentence(note.message()))));
    getChildren().add(tiles());
    step(this::tabs);
    part(this::leftOut);
    unfold(whole);
  }

  private static HBox note(String sentence) {
    var words = Ui.paragraph(sentence);
    HBox.setHgrow(words, Priority.ALWAYS);
    var box = new HBox(10, Ui.icon(Feather.INFO), words);
    box.getStyleClass().add("notice");
    box.setAlignment(Pos.CENTER_LEFT);
    return box;
  }

  private Tiles tiles() {
    Brief brief = result.document().brief();
    var tiles = new Tiles();
    long on = result.gap().pages().stream().filter(CompetitorPage::onTopic).count();
    tiles.add(
        messages.text("briefs.tile.competitors"),
        messages.text("briefs.of", on, result.gap().pages().size()),
        messages.text("briefs.tile.intent." + brief.intent().main()));
    long covered = result.gap().terms().stream().filter(MustCover::covered).count();
    tiles.add(
        messages.text("briefs.tile.covered"),
        messages.text("briefs.of", covered, result.gap().terms().size()),
        messages.text("briefs.tile.terms"));
    long answered = brief.questions().stream().filter(Question::answered).count();
    tiles.add(
        messages.text("briefs.tile.answered"),
        messages.text("briefs.of", answered, brief.questions().size()),
        messages.text("briefs.tile.questions"));
    Draft draft = result.document().draft();
    tiles.add(
        messages.text("briefs.tile.sentences"),
        draft == null ? "–" : messages.text("briefs.number", draft.sentences().size()),
        messages.text("briefs.verdict." + result.document().review().verdict()));
    TextLength length = brief.length();
    tiles.add(
        messages.text("briefs.tile.words"),
        messages.text("briefs.number", length.median()),
        messages.text("briefs.tile.words.range", length.shortest(), length.longest()));
    tiles.add(
        messages.text("briefs.tile.check"),
        messages.text("briefs.number", brief.factsToCheck().size()),
        messages.text("briefs.tile.facts", brief.facts().size()));
    return tiles;
  }

  private void tabs() {
    var bar =
        new SegmentBar(
            List.of(
                messages.text("briefs.tab.gap"),
                messages.text("briefs.tab.outline"),
                messages.text("briefs.tab.draft")),
            model.tab()::set);
    var line = new HBox(12, bar, Ui.spacer(), export());
    line.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(line, front);
    var following = new Subscription[] {Subscription.EMPTY};
    following[0] =
        model
            .tab()
            .subscribe(
                place -> {
                  bar.select(place.intValue());
                  front.getChildren().setAll(made.computeIfAbsent(place.intValue(), this::make));
                });
    // a view that was replaced follows no longer
    parentProperty()
        .subscribe(
            (was, is) -> {
              if (is == null) {
                following[0].unsubscribe();
              }
            });
  }

  private Node make(int place) {
    return switch (place) {
      case 0 -> new GapPane(messages, result);
      case 1 -> new OutlinePane(messages, result.document());
      default -> new DraftPane(desk, model, result.document());
    };
  }

  private MenuButton export() {
    var menu = new MenuButton(messages.text("briefs.export"), Ui.icon(Feather.DOWNLOAD));
    menu.setAccessibleText(messages.text("briefs.export"));
    menu.setMnemonicParsing(false);
    menu.getStyleClass().add("small");
    for (String form : FORMS) {
      String name = messages.text("briefs.form." + form);
      var item = new MenuItem(name);
      item.setOnAction(
          event ->
              model.export(messages.text("job.title.brief-export", name), form, this::written));
      menu.getItems().add(item);
    }
    return menu;
  }

  private void written(BriefExport.Result written) {
    String file = messages.text("briefs.exported", written.file());
    if (written.notes().isEmpty()) {
      desk.dialogs().note(file);
      return;
    }
    var body = new VBox(8, Ui.paragraph(file));
    written
        .notes()
        .forEach(note -> body.getChildren().add(Ui.paragraph(messages.sentence(note), "muted")));
    desk.dialogs().inform(messages.text("briefs.export"), body);
  }

  /** ux-16: what was not counted, and why. */
  private VBox leftOut() {
    var box = new VBox(4, Ui.heading(messages.text("leads.leftout")));
    result
        .gap()
        .leftOut()
        .forEach(
            left ->
                box.getChildren()
                    .add(
                        Ui.paragraph(
                            messages.text(
                                "briefs.left", left.what(), messages.sentence(left.reason())),
                            "muted")));
    if (result.gap().leftOut().isEmpty()) {
      box.getChildren().add(Ui.paragraph(messages.text("briefs.left.none"), "muted"));
    }
    return box;
  }
}
