package io.liftwerk.app.window.scoring;

import io.liftwerk.app.window.base.AnalysisModel.Shown;
import io.liftwerk.app.window.base.Messages;
import io.liftwerk.app.window.control.Desk;
import io.liftwerk.app.window.control.Mosaic;
import io.liftwerk.app.window.control.Parts;
import io.liftwerk.app.window.control.Ui;
import io.liftwerk.report.Figure;
import io.liftwerk.report.InsightFigures;
import io.liftwerk.report.LeadFigures;
import io.liftwerk.report.ScoringSentences;
import io.liftwerk.scoring.LeadScoringRequest;
import io.liftwerk.scoring.LeadScoringResult;
import io.liftwerk.scoring.ScoringDetails;
import io.liftwerk.scoring.ScoringDetails.Fairness;
import io.liftwerk.warehouse.HeldBack;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * A scoring from top to bottom: what it is worth, the ranked list with its reasons, why it ranks
 * so, whether it can be trusted, what was left out.
 */
final class ScoringView extends Parts {
  private final Desk desk;
  private final Messages messages;
  private final LeadScoringResult result;
  private final ScoringWords words;
  private final ScoringSentences text;
  private final ScoringTables tables;
  private final RankedPane ranked;
  private final Runnable askForMoney;
  private final HBox held = new HBox(10);

  /**
   * @param askForMoney leads to where the value of a win is given
   * @param whole told when all parts are there
   */
  ScoringView(
      Desk desk,
      ScoringModel model,
      Shown<LeadScoringRequest, LeadScoringResult> shown,
      ScoringSentences text,
      Runnable askForMoney,
      Runnable whole) {
    super(desk);
    this.desk = desk;
    this.messages = desk.messages();
    this.result = shown.result();
    this.words = new ScoringWords(messages, model.purpose());
    this.text = text;
    this.tables = new ScoringTables(messages, result, text);
    this.askForMoney = askForMoney;
    this.ranked = new RankedPane(desk, model, shown.run().id());
    held.setAlignment(Pos.CENTER_LEFT);
    Ui.show(held, false);
    warnings(result.warnings());
    getChildren().add(new ScoringTiles(messages, words, result).tiles());
    worth();
    part(ranked::made);
    ScoringDetails details = result.details();
    if (details != null) {
      why(new InsightFigures(result, details, messages.locale()));
    }
    trust(details);
    part(this::leftOut);
    unfold(whole);
  }

  private void worth() {
    var figures = new LeadFigures(result, messages.locale());
    Mosaic mosaic = figures(figures.all());
    ScoringDetails details = result.details();
    if (details != null && details.profit() == null) {
      step(() -> mosaic.getChildren().add(noMoney()));
    }
  }

  /** Where the profit would be drawn, what it takes to know it. */
  private VBox noMoney() {
    Button ask = Ui.button(messages.text("profit.ask"), Feather.EDIT_2, askForMoney);
    ask.getStyleClass().add("small");
    var box =
        Parts.card(
            Ui.heading(messages.text("profit.unknown")),
            Ui.paragraph(words.say("profit.unknown.hint"), "muted"),
            ask);
    box.setPrefHeight(270);
    return box;
  }

  private void why(InsightFigures figures) {
    section(words.say("why"), words.say("why.about"));
    List<Figure> drawn = new ArrayList<>();
    figures.importance().ifPresent(drawn::add);
    drawn.addAll(figures.dependence());
    figures(drawn);
  }

  private void trust(@Nullable ScoringDetails details) {
    section(messages.text("leads.trust"), messages.text("leads.trust.about"));
    if (details != null) {
      var insights = new InsightFigures(result, details, messages.locale());
      List<Figure> drawn = new ArrayList<>();
      Optional<Figure> validation = new LeadFigures(result, messages.locale()).validation();
      validation.ifPresent(drawn::add);
      insights.learning().ifPresent(drawn::add);
      insights.fairness().ifPresent(drawn::add);
      figures(drawn);
    }
    part(tables::models);
    part(tables::rules);
    if (details != null) {
      Fairness fairness = details.fairness();
      if (fairness != null) {
        part(() -> tables.fairness(fairness));
      }
      part(() -> tables.columns(details));
      if (!details.suggestions().isEmpty()) {
        part(() -> suggestions(details));
      }
    }
  }

  private VBox suggestions(ScoringDetails details) {
    var box = Parts.card(Ui.heading(messages.text("leads.suggestions")));
    for (String suggestion : details.suggestions()) {
      box.getChildren().add(Ui.paragraph(messages.sentence(suggestion)));
    }
    return box;
  }

  /** The ranked list, which another run may replace. */
  RankedPane ranked() {
    return ranked;
  }

  /**
   * Says whom consent holds back from the table that was scored.
   *
   * @param count null while it is not known
   * @param show shows more of it
   */
  void held(@Nullable HeldBack count, Consumer<HeldBack> show) {
    held.getChildren().clear();
    boolean told = count != null && count.run() != null && !count.sources().isEmpty();
    Ui.show(held, told);
    if (!told || count == null) {
      return;
    }
    var sentence = Ui.paragraph(text.held(count));
    HBox.setHgrow(sentence, Priority.ALWAYS);
    Button more =
        Ui.button(messages.text("kpi.held.show"), Feather.USERS, () -> show.accept(count));
    more.getStyleClass().add("small");
    held.getChildren().setAll(Ui.icon(Feather.USER_X), sentence, more);
  }

  private VBox leftOut() {
    var box =
        new VBox(4, Ui.heading(messages.text("leads.leftout")), Ui.paragraph(text.used(result)));
    box.getChildren().add(held);
    for (String line : text.leftOut(result)) {
      box.getChildren().add(Ui.paragraph(line, "muted"));
    }
    return box;
  }
}
