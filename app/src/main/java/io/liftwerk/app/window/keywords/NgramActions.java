package io.liftwerk.app.window.keywords;

import io.liftwerk.app.window.base.Messages;
import io.liftwerk.app.window.control.Columns.Mark;
import io.liftwerk.app.window.control.Desk;
import io.liftwerk.app.window.control.Ui;
import io.liftwerk.keywords.KeywordResult;
import io.liftwerk.keywords.KeywordResult.Basis;
import io.liftwerk.keywords.KeywordResult.Before;
import io.liftwerk.keywords.KeywordResult.Ngram;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.collections.WeakListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Why an n-gram stands where it does, and what to do with it. */
final class NgramActions extends VBox {
  private static final List<String> MATCHES = List.of("phrase", "exact");

  private final Desk desk;
  private final Messages messages;
  private final KeywordsModel model;
  private final KeywordResult result;
  private final KeywordText text;
  private final ListChangeListener<NegativeReview.Line> decided = change -> draw();
  private final Settling settling;
  private @Nullable Ngram ngram;

  NgramActions(Desk desk, KeywordsModel model, KeywordResult result, KeywordText text) {
    super(8);
    this.desk = desk;
    this.messages = desk.messages();
    this.model = model;
    this.result = result;
    this.text = text;
    this.settling = new Settling(this, messages, model.review());
    getStyleClass().add("keyword-actions");
    model.review().lines().addListener(new WeakListChangeListener<>(decided));
  }

  void show(@Nullable Ngram next) {
    ngram = next;
    draw();
  }

  private void draw() {
    getChildren().clear();
    Ngram present = ngram;
    if (present == null) {
      getChildren().add(Ui.paragraph(text.of("ngram.choose"), "muted"));
      return;
    }
    getChildren().addAll(Ui.paragraph(present.ngram(), "choice-title"), standing(present));
    why(present);
    for (String match : MATCHES) {
      getChildren().add(button(present, match));
    }
    Button back = Ui.button(text.of("takeback.key"), Feather.CORNER_UP_LEFT, this::takeBack);
    back.setDisable(MATCHES.stream().allMatch(match -> verdict(present, match) == null));
    Button copy =
        Ui.button(
            text.of("copy"),
            Feather.COPY,
            () -> {
              Ui.copy(present.ngram());
              desk.dialogs().note(messages.text("copied"));
            });
    List.of(back, copy)
        .forEach(
            button -> {
              button.getStyleClass().add("small");
              button.setMaxWidth(Double.MAX_VALUE);
            });
    getChildren().addAll(back, copy);
  }

  private HBox standing(Ngram of) {
    Mark mark = text.mark(of.standing());
    var icon = Ui.icon(mark.icon());
    icon.getStyleClass().add(mark.style());
    var line = new HBox(7, icon, Ui.label(mark.text(), "strong"));
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  private void why(Ngram of) {
    Basis basis = result.basis();
    if (of.rate() != null && basis != null) {
      tell(
          "why.rate",
          text.percent(of.rate(), 2),
          text.percent(of.low(), 2),
          text.percent(of.high(), 2),
          text.percent(basis.conversionRate(), 2));
    }
    tell("why.cost", text.count(of.clicks()), text.moneyIn(of.cost()));
    if (of.cpa() != null) {
      tell("why.cpa", text.moneyIn(of.cpa()));
    } else if (of.conversions() != null) {
      tell("why.none");
    }
    if (basis != null && basis.maxCpa() != null) {
      tell("why.most", text.moneyIn(basis.maxCpa()), text.moneyIn(basis.cpa()));
    }
    Before before = of.before();
    if (before != null) {
      tell(
          "why.before",
          text.count(before.clicks()),
          text.moneyIn(before.cost()),
          text.conversions(before.conversions()));
    }
  }

  private void tell(String key, Object... arguments) {
    getChildren().add(Ui.paragraph(text.of(key, arguments), "muted"));
  }

  private @Nullable String verdict(Ngram of, String match) {
    return model.review().verdict(of.ngram(), match);
  }

  private Button button(Ngram of, String match) {
    boolean done = NegativeReview.ACCEPTED.equals(verdict(of, match));
    Button button =
        Ui.button(
            text.of((done ? "excluded." : "exclude.") + match),
            done ? Feather.CHECK : Feather.SLASH,
            () -> exclude(match));
    button.setDisable(done);
    button.getStyleClass().add("small");
    button.setMaxWidth(Double.MAX_VALUE);
    return button;
  }

  /** Accepts the n-gram as a negative; whether there was something to do. */
  boolean exclude(String match) {
    Ngram present = ngram;
    if (present == null || NegativeReview.ACCEPTED.equals(verdict(present, match))) {
      return false;
    }
    model.review().decide(settling.title(), present.ngram(), match, NegativeReview.ACCEPTED);
    settling.restart();
    return true;
  }

  /** Takes back what was decided on the n-gram; whether there was something to do. */
  boolean takeBack() {
    Ngram present = ngram;
    boolean any = false;
    for (String match : MATCHES) {
      if (present != null && verdict(present, match) != null) {
        model.review().decide(settling.title(), present.ngram(), match, null);
        any = true;
      }
    }
    if (any) {
      settling.restart();
    }
    return any;
  }
}
