package io.liftwerk.app.window.consent;

import io.liftwerk.app.window.base.Formats;
import io.liftwerk.app.window.base.Messages;
import io.liftwerk.app.window.control.BuildBar;
import io.liftwerk.app.window.control.Columns;
import io.liftwerk.app.window.control.Desk;
import io.liftwerk.app.window.control.Origin;
import io.liftwerk.app.window.control.PageView;
import io.liftwerk.app.window.control.Ui;
import io.liftwerk.report.ConsentWords;
import io.liftwerk.warehouse.ConsentResult;
import io.liftwerk.warehouse.ConsentResult.Question;
import io.liftwerk.warehouse.ConsentResult.SourceConsent;
import io.liftwerk.warehouse.ConsentResult.UseConsent;
import io.liftwerk.warehouse.consent.Use;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Rows in, covered, held back by reason; and what only the workspace's owner can answer. */
public final class ConsentPage extends PageView {
  private static final int MOST = 14;

  private final Messages messages;
  private final Formats formats;
  private final ConsentModel model;
  private final VBox results = new VBox(14);
  private final VBox funnel = new VBox(8);

  /**
   * @param goToData where files are loaded
   */
  public ConsentPage(Desk desk, ConsentModel model, Runnable goToData) {
    this.messages = desk.messages();
    this.formats = messages.formats();
    this.model = model;
    funnel.getStyleClass().addAll("card", "padded");
    scrolling(messages.text("page.consent"), new BuildBar(desk, model.builds(), goToData), results);
    model.onProblem(desk.dialogs()::error);
    model.shownProperty().subscribe(shown -> content());
    model.useProperty().subscribe(use -> content());
    model.sourceProperty().subscribe(source -> funnel());
  }

  @Override
  public void entered() {
    model.refresh();
  }

  private void content() {
    ConsentModel.Shown shown = model.shownProperty().get();
    results.getChildren().clear();
    if (shown == null) {
      finding().set("");
      origin().set(null);
      return;
    }
    ConsentResult result = shown.result();
    UseConsent total = model.of(result.total());
    finding().set(ConsentWords.finding(messages.results(), result, total));
    origin().set(new Origin(shown.run(), List.of()));
    if (!result.questions().isEmpty()) {
      results.getChildren().add(questions(result.questions()));
    }
    results.getChildren().addAll(uses(), funnel, sources(result));
    funnel();
  }

  private String use(Use use) {
    return messages.text("consent.use." + use.word());
  }

  private HBox uses() {
    var group = new ToggleGroup();
    var box = new HBox();
    box.getStyleClass().add("segments");
    for (Use use : Use.values()) {
      var button = new ToggleButton(use(use));
      button.setToggleGroup(group);
      button.getStyleClass().addAll("small", "segment");
      button.setSelected(use == model.useProperty().get());
      button.setOnAction(
          event -> {
            button.setSelected(true);
            model.useProperty().set(use);
          });
      box.getChildren().add(button);
    }
    box.getChildren().getFirst().getStyleClass().add("first");
    box.getChildren().getLast().getStyleClass().add("last");
    var line = new HBox(12, Ui.label(messages.text("consent.for"), "field-label"), box);
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  private void funnel() {
    UseConsent closely = model.closely();
    funnel.getChildren().clear();
    if (closely == null) {
      return;
    }
    String source = model.sourceProperty().get();
    var head =
        new HBox(
            12,
            Ui.heading(
                source == null
                    ? messages.text("consent.funnel")
                    : messages.text("consent.funnel.of", source)));
    head.setAlignment(Pos.CENTER_LEFT);
    if (source != null) {
      Button all = Ui.button(messages.text("consent.funnel"), Feather.X, () -> model.select(null));
      all.setAccessibleText(messages.text("consent.funnel.all"));
      all.getStyleClass().addAll("small", "flat");
      head.getChildren().addAll(Ui.spacer(), all);
    }
    funnel.getChildren().add(head);
    funnel.getChildren().add(new FunnelBars(messages, closely));
  }

  private VBox sources(ConsentResult result) {
    TableView<SourceConsent> table =
        Columns.table(
            messages.text("consent.sources"),
            result.sources(),
            MOST,
            Columns.words(messages.text("consent.source"), 200, SourceConsent::source),
            Columns.words(
                messages.text("consent.basis"),
                270,
                one ->
                    messages.text("consent.basis." + one.basis().word())
                        + (one.note().isEmpty() ? "" : ": " + one.note())),
            Columns.number(messages.text("consent.rows"), 100, one -> formats.count(one.rows())),
            Columns.number(
                messages.text("consent.covered"),
                100,
                one -> formats.count(model.of(one.uses()).covered())),
            Columns.number(
                messages.text("consent.held"),
                110,
                one -> formats.count(one.rows() - model.of(one.uses()).covered())),
            Columns.words(
                messages.text("consent.reason"),
                400,
                one ->
                    model.of(one.uses()).heldBack().stream()
                        .findFirst()
                        .map(part -> messages.sentence(part.sentence()))
                        .orElse("")));
    table.getSelectionModel().selectedItemProperty().subscribe((was, now) -> model.select(now));
    var box =
        new VBox(
            8,
            Ui.heading(messages.text("consent.sources")),
            Ui.paragraph(messages.text("consent.sources.about"), "muted", "small"),
            table);
    box.getStyleClass().addAll("card", "padded");
    return box;
  }

  private VBox questions(List<Question> questions) {
    var box =
        new VBox(
            10,
            Ui.heading(messages.text("consent.questions")),
            Ui.paragraph(messages.text("consent.questions.about"), "small"));
    box.getStyleClass().add("warning");
    for (Question question : questions) {
      box.getChildren().add(question(question));
    }
    return box;
  }

  private Node question(Question question) {
    var words =
        Ui.paragraph(
            messages.sentence(question.sentence())
                + (question.rows() == 0
                    ? ""
                    : " " + messages.text("consent.questions.rows", question.rows())));
    HBox.setHgrow(words, Priority.ALWAYS);
    if (question.code().equals("source-unknown")) {
      return words;
    }
    var note = new TextField();
    note.setPromptText(messages.text("consent.note"));
    note.setAccessibleText(messages.text("consent.note"));
    note.getStyleClass().add("small");
    note.setPrefColumnCount(18);
    Button other =
        answer("consent.answer.other", () -> state(question.source(), "other", note.getText()));
    other.disableProperty().bind(note.textProperty().map(text -> text.isBlank()));
    var buttons =
        new HBox(
            6,
            answer("consent.answer.consent", () -> state(question.source(), "consent", "")),
            note,
            other,
            answer("consent.answer.none", () -> state(question.source(), "none", "")));
    buttons.setAlignment(Pos.CENTER_LEFT);
    var line = new VBox(4, words, buttons);
    return line;
  }

  private Button answer(String key, Runnable action) {
    Button button = Ui.button(messages.text(key), Feather.CHECK, action);
    button.getStyleClass().add("small");
    button.setMinWidth(USE_PREF_SIZE);
    return button;
  }

  private void state(String source, String basis, String note) {
    model.state(
        messages.text("job.title.consent.set", source),
        messages.text("job.title.consent"),
        source,
        basis,
        note);
  }
}
