package io.liftwerk.app.window.briefs;

import io.liftwerk.app.window.base.Messages;
import io.liftwerk.app.window.control.Desk;
import io.liftwerk.app.window.control.Parts;
import io.liftwerk.app.window.control.Ui;
import io.liftwerk.briefs.BriefDocument;
import io.liftwerk.briefs.BriefEdit;
import io.liftwerk.briefs.Draft;
import io.liftwerk.briefs.DraftBlock;
import io.liftwerk.briefs.DraftSection;
import io.liftwerk.briefs.DraftSentence;
import io.liftwerk.briefs.Evidence;
import io.liftwerk.briefs.FactToCheck;
import io.liftwerk.briefs.Review;
import io.liftwerk.briefs.SourceRef;
import io.liftwerk.briefs.StoredBriefs.Stored;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The draft, and beside it the passages of the sentence that is looked at. */
final class DraftPane extends HBox {
  private static final double SOURCES = 330;

  private final Desk desk;
  private final Messages messages;
  private final BriefsModel model;
  private final BriefDocument generated;
  private final VBox text = new VBox(10);
  private final VBox sources = new VBox(10);
  private BriefDocument document;
  private @Nullable Stored stored;

  DraftPane(Desk desk, BriefsModel model, BriefDocument generated) {
    super(16);
    this.desk = desk;
    this.messages = desk.messages();
    this.model = model;
    this.generated = generated;
    this.document = generated;
    HBox.setHgrow(text, Priority.ALWAYS);
    text.setMinWidth(0);
    sources.setMinWidth(SOURCES);
    sources.setPrefWidth(SOURCES);
    sources.setMaxWidth(SOURCES);
    getChildren().addAll(text, sources);
    Subscription following = model.storedProperty().subscribe(this::show);
    // a view that was replaced follows no longer
    sceneProperty()
        .subscribe(
            (was, is) -> {
              if (was != null && is == null && !isShown()) {
                following.unsubscribe();
              }
            });
  }

  private boolean isShown() {
    return getParent() == null || getParent().getScene() != null;
  }

  private void show(@Nullable Stored found) {
    stored = found != null && found.result().document().id().equals(generated.id()) ? found : null;
    document = stored == null ? generated : stored.edited();
    text.getChildren().clear();
    Draft draft = document.draft();
    if (draft == null) {
      text.getChildren().add(Ui.paragraph(messages.text("briefs.draft.none")));
      sources.getChildren().clear();
      return;
    }
    general();
    text.getChildren().add(Ui.paragraph(draft.title(), "section"));
    for (DraftSection section : draft.sections()) {
      if (!section.heading().isEmpty()) {
        text.getChildren().add(heading(section));
      }
      for (DraftBlock block : section.blocks()) {
        var box = new VBox(4);
        block.sentences().forEach(one -> box.getChildren().add(sentence(block, one)));
        text.getChildren().add(box);
      }
    }
    unused(draft);
    look(draft.sentences().getFirst());
  }

  /** What the rails say of the whole, and edits whose sentence is gone. */
  private void general() {
    for (Review.Finding finding : document.review().findings()) {
      if (finding.sentence() == null) {
        text.getChildren().add(finding(finding));
      }
    }
    if (stored != null && !stored.lost().isEmpty()) {
      text.getChildren()
          .add(Ui.paragraph(messages.text("briefs.lost", stored.lost().size()), "warn"));
    }
  }

  private Node finding(Review.Finding finding) {
    Integer source = finding.source();
    String where = source == null ? "" : document.brief().sources().get(source - 1).title() + " · ";
    return Ui.paragraph(
        where
            + messages.text(
                "briefs.rail",
                messages.text("briefs.rail." + finding.rail()),
                messages.sentence(finding.reason())),
        finding.verdict().equals(Review.PASS) ? "muted" : "warn");
  }

  private Node sentence(DraftBlock block, DraftSentence sentence) {
    String marks =
        sentence.citations().stream().map(n -> "[" + n + "]").collect(Collectors.joining(" "));
    boolean item = !block.kind().equals(DraftBlock.PARAGRAPH);
    var words = Ui.paragraph((item ? "• " : "") + sentence.text() + " " + marks);
    HBox.setHgrow(words, Priority.ALWAYS);
    words.setMaxWidth(Double.MAX_VALUE);
    var line = new HBox(2, words);
    line.setAlignment(Pos.TOP_LEFT);
    line.getChildren()
        .add(Ui.iconButton(Feather.BOOK_OPEN, messages.text("briefs.look"), () -> look(sentence)));
    if (stored != null) {
      actions(line, sentence);
    }
    words.setOnMouseClicked(event -> look(sentence));
    var box = new VBox(2, line);
    if (sentence.origin().equals(DraftSentence.EDITOR)) {
      box.getChildren().add(Ui.paragraph(was(sentence), "muted", "small"));
    }
    margin(box, sentence);
    return box;
  }

  private void actions(HBox line, DraftSentence sentence) {
    line.getChildren()
        .addAll(
            Ui.iconButton(Feather.EDIT_2, messages.text("briefs.edit"), () -> edit(sentence)),
            Ui.iconButton(
                Feather.TRASH_2,
                messages.text("briefs.remove"),
                () -> change(new BriefEdit(sentence.id(), BriefEdit.REMOVE, null))),
            thumb(sentence.id(), "up", Feather.THUMBS_UP),
            thumb(sentence.id(), "down", Feather.THUMBS_DOWN));
    if (sentence.origin().equals(DraftSentence.EDITOR)) {
      line.getChildren()
          .add(
              Ui.iconButton(
                  Feather.ROTATE_CCW,
                  messages.text("briefs.back"),
                  () ->
                      change(
                          new BriefEdit(sentence.id().replaceFirst("-added$", ""), null, null))));
    }
  }

  private Node heading(DraftSection section) {
    Label words = Ui.heading(section.heading());
    if (stored == null) {
      return words;
    }
    var line =
        new HBox(
            2,
            words,
            thumb(section.id(), "up", Feather.THUMBS_UP),
            thumb(section.id(), "down", Feather.THUMBS_DOWN));
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  /**
   * @param part id of a sentence or a section
   */
  private Button thumb(String part, String verdict, Feather icon) {
    Button button =
        Ui.iconButton(
            icon,
            messages.text("briefs.thumb." + verdict),
            () -> model.thumb(messages.text("job.title.brief-review"), part, verdict));
    boolean given =
        stored != null
            && stored.thumbs().stream()
                .anyMatch(one -> one.part().equals(part) && verdict.equals(one.verdict()));
    if (given) {
      button.getStyleClass().add("accent");
    }
    return button;
  }

  /** What was generated in place of an edit. */
  private String was(DraftSentence sentence) {
    Draft draft = generated.draft();
    return draft == null
        ? messages.text("briefs.added")
        : draft.sentences().stream()
            .filter(one -> one.id().equals(sentence.id()))
            .map(one -> messages.text("briefs.was", one.text()))
            .findFirst()
            .orElse(messages.text("briefs.added"));
  }

  /** Facts to check and findings of the rails, below the sentence they are about. */
  private void margin(VBox box, DraftSentence sentence) {
    document.brief().factsToCheck().stream()
        .filter(one -> one.id().equals(sentence.check()))
        .forEach(one -> box.getChildren().add(check(one)));
    document.review().findings().stream()
        .filter(one -> sentence.id().equals(one.sentence()))
        .forEach(one -> box.getChildren().add(finding(one)));
  }

  private Node check(FactToCheck check) {
    return Ui.paragraph(messages.text("briefs.check", messages.sentence(check.reason())), "warn");
  }

  private void edit(DraftSentence sentence) {
    desk.dialogs()
        .ask(
            messages.text("briefs.edit"),
            messages.text("briefs.edit.label"),
            sentence.text(),
            messages.text("briefs.edit.keep"),
            words -> {
              if (!words.isBlank() && !words.equals(sentence.text())) {
                change(new BriefEdit(sentence.id(), BriefEdit.REPLACE, words));
              }
            });
  }

  private void change(BriefEdit edit) {
    model.edit(messages.text("job.title.brief-review"), edit);
  }

  private void unused(Draft draft) {
    if (draft.unused().isEmpty()) {
      return;
    }
    var box = Parts.card(Ui.heading(messages.text("briefs.unused")));
    for (Draft.Unused one : draft.unused()) {
      box.getChildren()
          .add(
              new VBox(
                  1,
                  Ui.paragraph(one.quote().sentence()),
                  Ui.paragraph(messages.sentence(one.reason()), "muted", "small")));
    }
    text.getChildren().add(box);
  }

  /** Shows the passages that a sentence rests on. */
  private void look(DraftSentence sentence) {
    List<Node> cards =
        sentence.citations().stream()
            .<Node>map(number -> passage(document.evidence(number)))
            .toList();
    sources.getChildren().setAll(Ui.label(messages.text("briefs.sources"), "fact-name"));
    sources.getChildren().addAll(cards);
  }

  private Node passage(Evidence evidence) {
    SourceRef source = document.source(evidence);
    VBox box =
        Parts.card(
            Ui.paragraph("[" + evidence.number() + "] " + source.title(), "strong"),
            Ui.paragraph(
                source.date() == null
                    ? source.name()
                    : messages.text("briefs.source.dated", source.name(), source.date()),
                "muted",
                "small"));
    if (!evidence.section().isEmpty()) {
      box.getChildren().add(Ui.paragraph(evidence.section(), "muted", "small"));
    }
    box.getChildren().add(Ui.paragraph(evidence.text()));
    return box;
  }
}
