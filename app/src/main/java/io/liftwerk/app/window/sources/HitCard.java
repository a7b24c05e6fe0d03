package io.liftwerk.app.window.sources;

import io.liftwerk.app.window.base.Messages;
import io.liftwerk.app.window.control.Ui;
import io.liftwerk.knowledge.Hit;
import io.liftwerk.knowledge.SearchResult;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** A passage that was found, and below it what words and meaning gave to its score. */
final class HitCard extends VBox {
  private static final double BAR = 180;

  private final Messages messages;

  HitCard(Messages messages, SearchResult result, Hit hit) {
    super(6);
    this.messages = messages;
    getStyleClass().addAll("card", "padded");
    var place = Ui.label(messages.formats().count(hit.rank()) + ".", "muted");
    var title = Ui.label(hit.document().title(), "strong");
    var role = Ui.label(messages.text("sources.role." + hit.document().role().name()), "muted");
    var head =
        new HBox(8, place, title, Ui.spacer(), role, Ui.label(decimal(hit.score()), "strong"));
    head.setAlignment(Pos.BASELINE_LEFT);
    getChildren().add(head);
    String where = where(hit);
    if (!where.isEmpty()) {
      getChildren().add(Ui.paragraph(where, "muted", "small"));
    }
    getChildren().addAll(Ui.paragraph(hit.passage().text()), bars(result, hit));
  }

  private static String where(Hit hit) {
    List<String> parts = new ArrayList<>(hit.passage().section());
    parts.remove(hit.document().title());
    parts.addFirst(hit.document().origin());
    return String.join(" › ", parts);
  }

  private GridPane bars(SearchResult result, Hit hit) {
    var grid = new GridPane(12, 4);
    var names = new ColumnConstraints();
    names.setMinWidth(USE_PREF_SIZE);
    var bars = new ColumnConstraints(60, BAR, BAR);
    var numbers = new ColumnConstraints();
    numbers.setHalignment(HPos.RIGHT);
    numbers.setMinWidth(USE_PREF_SIZE);
    var words = new ColumnConstraints();
    words.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().addAll(names, bars, numbers, words);
    Hit.Lexical lexical = hit.lexical();
    double byWords = lexical == null ? 0 : (1 - result.denseWeight()) * lexical.scaled();
    grid.addRow(
        0,
        Ui.label(messages.text("sources.hit.words"), "field-label"),
        bar("hit-words", byWords),
        Ui.label(decimal(byWords), "small"),
        because(
            lexical == null
                ? messages.text("sources.hit.words.none")
                : messages.text(
                    "sources.hit.words.why",
                    String.join(", ", lexical.matched()),
                    decimal(lexical.score()),
                    lexical.rank())));
    Hit.Dense dense = hit.dense();
    double byMeaning = dense == null ? 0 : result.denseWeight() * dense.scaled();
    grid.addRow(
        1,
        Ui.label(messages.text("sources.hit.meaning"), "field-label"),
        bar("hit-meaning", byMeaning),
        Ui.label(decimal(byMeaning), "small"),
        because(
            dense == null
                ? messages.text("sources.hit.meaning.none")
                : messages.text(
                    "sources.hit.meaning.why", decimal(dense.similarity()), dense.rank())));
    return grid;
  }

  private static Label because(String text) {
    return Ui.paragraph(text, "muted", "small");
  }

  private String decimal(double number) {
    return messages.formats().decimal(number, 2);
  }

  private static StackPane bar(String style, double share) {
    var part = new Region();
    part.getStyleClass().addAll("funnel-part", style);
    var whole = new StackPane(part);
    whole.getStyleClass().add("funnel-bar");
    whole.setAlignment(Pos.CENTER_LEFT);
    part.maxWidthProperty().bind(whole.widthProperty().multiply(share));
    return whole;
  }
}
