package io.liftwerk.app.window.keywords;

import io.liftwerk.app.window.control.Ui;
import io.liftwerk.app.window.keywords.NegativeReview.Line;
import io.liftwerk.keywords.KeywordResult.SuggestedNegative;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** One suggestion: why it was made, what it may cost, what the user says to it. */
final class NegativeDetails extends VBox {
  private final KeywordText text;
  private final BiConsumer<@Nullable String, @Nullable String> decide;
  private final VBox about = new VBox(8);
  private final TextField why = new TextField();
  private @Nullable Line line;

  /**
   * @param decide takes a verdict, null to take back, and a reason, null for none
   */
  NegativeDetails(KeywordText text, BiConsumer<@Nullable String, @Nullable String> decide) {
    super(8);
    this.text = text;
    this.decide = decide;
    why.setPromptText(text.of("why.prompt"));
    why.setAccessibleText(text.of("why.prompt"));
    why.getStyleClass().add("small");
    // a reason alone keeps the verdict
    why.setOnAction(event -> decided(line == null ? null : line.verdict()));
    var scroll = new ScrollPane(about);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setAccessibleText(text.of("negatives.details"));
    scroll.getStyleClass().add("page-scroll");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren()
        .addAll(
            scroll,
            why,
            new HBox(
                6,
                button("accept.key", Feather.CHECK, NegativeReview.ACCEPTED),
                button("reject.key", Feather.X, NegativeReview.REJECTED)),
            button("takeback.key", Feather.CORNER_UP_LEFT, null));
  }

  private Button button(String key, Feather icon, @Nullable String verdict) {
    Button button = Ui.button(text.of(key), icon, () -> decided(verdict));
    button.getStyleClass().add("small");
    button.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(button, Priority.ALWAYS);
    return button;
  }

  private void decided(@Nullable String verdict) {
    String reason = why.getText() == null ? "" : why.getText().strip();
    decide.accept(verdict, verdict == null || reason.isEmpty() ? null : reason);
  }

  /** Puts the cursor where a reason is typed. */
  void askWhy() {
    why.requestFocus();
    why.selectAll();
  }

  void show(@Nullable Line next) {
    line = next;
    about.getChildren().clear();
    setDisable(next == null);
    String reason = next == null ? null : next.why();
    why.setText(reason == null ? "" : reason);
    if (next == null) {
      about.getChildren().add(Ui.paragraph(text.of("negatives.choose"), "muted"));
      return;
    }
    about.getChildren().add(Ui.paragraph(next.text(), "choice-title"));
    SuggestedNegative suggested = next.suggested();
    if (suggested == null) {
      tell(text.of("negatives.yours", text.match(next.match())));
      return;
    }
    about.getChildren().add(Ui.paragraph(text.sentence(suggested.because())));
    tell(
        text.of(
            "negatives.where",
            text.match(suggested.match()),
            text.level(suggested.level()),
            suggested.where()));
    tell(
        text.of(
            "negatives.risk",
            suggested.terms(),
            text.moneyIn(suggested.cost()),
            text.conversions(suggested.conversions()),
            text.conversions(suggested.lostConversions())));
    if (!suggested.channels().isEmpty()) {
      tell(
          text.of(
              "negatives.channels",
              suggested.channels().stream().map(text::channel).collect(Collectors.joining(", "))));
    }
    if (!suggested.conflicts().isEmpty()) {
      about
          .getChildren()
          .add(
              Ui.paragraph(
                  text.of("negatives.conflicts", String.join(", ", suggested.conflicts())),
                  "warning"));
    }
  }

  private void tell(String sentence) {
    about.getChildren().add(Ui.paragraph(sentence, "muted"));
  }
}
