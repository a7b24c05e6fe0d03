package io.liftwerk.app.window.keywords;

import io.liftwerk.app.window.base.AnalysisModel.Shown;
import io.liftwerk.app.window.base.Messages;
import io.liftwerk.app.window.control.Desk;
import io.liftwerk.app.window.control.Parts;
import io.liftwerk.app.window.control.SegmentBar;
import io.liftwerk.app.window.control.Tiles;
import io.liftwerk.app.window.control.Ui;
import io.liftwerk.keywords.KeywordRequest;
import io.liftwerk.keywords.KeywordResult;
import io.liftwerk.keywords.KeywordResult.LeftOut;
import io.liftwerk.keywords.KeywordResult.SuggestedNegative;
import io.liftwerk.keywords.KeywordResult.Totals;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** A report from top to bottom: what to know, the few numbers, its four parts, what is left out. */
final class KeywordsView extends Parts {
  private final Desk desk;
  private final KeywordsModel model;
  private final KeywordResult result;
  private final KeywordText text;
  private final Map<Integer, Node> made = new HashMap<>();
  private final VBox front = new VBox();

  /**
   * @param whole told when all parts are there
   */
  KeywordsView(
      Desk desk, KeywordsModel model, Shown<KeywordRequest, KeywordResult> shown, Runnable whole) {
    super(desk);
    this.desk = desk;
    this.model = model;
    this.result = shown.result();
    this.text = new KeywordText(desk.messages(), result.currency());
    result.notes().forEach(note -> getChildren().add(note(text.sentence(note.message()))));
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
    var tiles = new Tiles();
    Totals totals = result.totals();
    Totals before = result.before();
    tiles.add(
        text.of("tile.terms"),
        text.count(totals.terms()),
        text.of("tile.rows", totals.rows(), result.sources().size()));
    tiles.add(
        text.of("tile.cost"),
        text.moneyIn(totals.cost()),
        before == null
            ? text.of("tile.clicks", text.count(totals.clicks()))
            : text.of("tile.before", text.moneyIn(before.cost())));
    tiles.add(
        text.of("tile.conversions"),
        text.conversions(totals.conversions()),
        before == null
            ? text.of("tile.cpa", text.moneyIn(cpa()))
            : text.of("tile.before", text.conversions(before.conversions())));
    Double hidden = result.hiddenShare();
    tiles.add(
        text.of("tile.visible"),
        hidden == null ? "–" : text.percent(1 - hidden, 0),
        hidden == null
            ? text.of("tile.hidden.unknown")
            : text.of("tile.hidden", text.percent(hidden, 0)));
    BigDecimal saving =
        result.negatives().stream()
            .map(SuggestedNegative::saving)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    tiles.add(
        text.of("tile.saving"),
        result.totals().cost() == null ? "–" : text.moneyIn(saving),
        text.of("tile.saving.of", result.negatives().size()));
    return tiles;
  }

  private @Nullable BigDecimal cpa() {
    return result.basis() == null ? null : result.basis().cpa();
  }

  private void tabs() {
    var bar =
        new SegmentBar(
            List.of(
                text.of("tab.ngrams"),
                text.of("tab.negatives", result.negatives().size()),
                text.of("tab.clusters"),
                text.of("tab.mapping")),
            model.tab()::set);
    front.getStyleClass().add("keyword-front");
    getChildren().addAll(bar, front);
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
      case 0 -> new NgramsPane(desk, model, result, text);
      case 1 -> new NegativesPane(desk, model, result, text);
      case 2 -> new ClustersPane(desk, result, text);
      default -> new MappingPane(desk, result, text);
    };
  }

  /** ux-16: what was used, what was not, and why. */
  private VBox leftOut() {
    Messages messages = desk.messages();
    var box =
        new VBox(
            4,
            Ui.heading(messages.text("leads.leftout")),
            Ui.paragraph(
                text.of(
                    "used",
                    result.totals().rows(),
                    result.sources().stream()
                        .map(source -> source.table())
                        .collect(Collectors.joining(", ")))));
    for (LeftOut left : result.leftOut()) {
      box.getChildren()
          .add(
              Ui.paragraph(
                  text.of(
                      "left", left.rows(), text.sentence(left.why()), text.moneyIn(left.cost()))));
    }
    if (result.ngrams().size() < result.ngramsFound()) {
      box.getChildren()
          .add(
              Ui.paragraph(
                  text.of("ngrams.limited", result.ngrams().size(), result.ngramsFound()),
                  "muted"));
    }
    return box;
  }
}
