package io.liftwerk.app.window.keywords;

import static io.liftwerk.app.window.keywords.NegativeReview.ACCEPTED;
import static io.liftwerk.app.window.keywords.NegativeReview.REJECTED;

import io.liftwerk.app.window.control.Columns;
import io.liftwerk.app.window.control.Desk;
import io.liftwerk.app.window.control.SegmentBar;
import io.liftwerk.app.window.control.Ui;
import io.liftwerk.app.window.keywords.NegativeReview.Line;
import io.liftwerk.app.window.keywords.NegativeReview.Standing;
import io.liftwerk.keywords.KeywordResult;
import io.liftwerk.keywords.KeywordResult.SuggestedNegative;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import javafx.collections.transformation.FilteredList;
import javafx.collections.transformation.SortedList;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * The review: one key a suggestion, and the next is in front; what it saves is added up at once.
 */
final class NegativesPane extends VBox {
  private static final double HEIGHT = 420;
  private static final double DETAILS = 270;
  private static final List<Predicate<Line>> KINDS =
      List.of(
          line -> true,
          line -> !line.isAccepted() && !line.isRejected(),
          Line::isAccepted,
          Line::isRejected);

  private final NegativeReview review;
  private final KeywordResult result;
  private final KeywordText text;
  private final FilteredList<Line> found;
  private final TableView<Line> table;
  private final NegativeDetails details;
  private final Settling settling;
  private final Label sum = Ui.label("", "strong");
  private final Label counts = Ui.label("", "muted");
  private final Region part = new Region();
  private final HBox bar = new HBox(part);

  NegativesPane(Desk desk, KeywordsModel model, KeywordResult result, KeywordText text) {
    super(10);
    this.review = model.review();
    this.result = result;
    this.text = text;
    this.found = new FilteredList<>(review.lines());
    this.table = table();
    this.details = new NegativeDetails(text, this::decide);
    this.settling = new Settling(this, desk.messages(), review);
    getStyleClass().addAll("card", "padded");
    if (result.negatives().isEmpty() && review.lines().isEmpty()) {
      getChildren().setAll(Ui.heading(text.of("negatives.none")), Ui.paragraph(none(), "muted"));
      return;
    }
    var kinds =
        new SegmentBar(
            List.of(
                text.of("filter.all"),
                text.of("undecided"),
                text.of("accepted"),
                text.of("rejected")),
            this::filter);
    kinds.select(0);
    var handover = new NegativeHandover(desk, model, text);
    var head = new FlowPane(12, 8, kinds, sums(), handover.menu(), handover.acceptedOnly());
    head.setRowValignment(javafx.geometry.VPos.CENTER);
    HBox.setHgrow(table, Priority.ALWAYS);
    details.setPrefWidth(DETAILS);
    details.setMinWidth(DETAILS);
    var panes = new HBox(12, table, details);
    panes.setPrefHeight(HEIGHT);
    getChildren().addAll(head, Ui.paragraph(text.of("negatives.keys"), "muted"), panes);
    review.standingProperty().subscribe(this::standing);
    table
        .getSelectionModel()
        .selectedItemProperty()
        .subscribe(line -> details.show(line == null ? null : review.again(line)));
    // a line that was decided is another line on the same negative
    review.standingProperty().subscribe(standing -> details.show(selected()));
    table.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    table.getSelectionModel().selectFirst();
  }

  private String none() {
    boolean judged = result.basis() != null && result.totals().cost() != null;
    return text.of(judged ? "negatives.none.good" : "negatives.none.unknown");
  }

  private HBox sums() {
    part.getStyleClass().addAll("bar", "bar-accepted");
    bar.getStyleClass().add("saving-bar");
    bar.setAlignment(Pos.CENTER_LEFT);
    var box = new HBox(10, sum, bar, counts);
    box.setAlignment(Pos.CENTER_LEFT);
    return box;
  }

  private void standing(Standing now) {
    sum.setText(
        text.of("negatives.sum", text.moneyIn(now.acceptedSaving()), text.moneyIn(now.saving())));
    counts.setText(text.of("negatives.counts", now.open(), now.accepted(), now.rejected()));
    double share =
        now.saving().signum() > 0
            ? now.acceptedSaving().doubleValue() / now.saving().doubleValue()
            : 0;
    part.prefWidthProperty().bind(bar.widthProperty().multiply(Math.clamp(share, 0, 1)));
  }

  private void filter(int which) {
    found.setPredicate(KINDS.get(which));
    if (table.getSelectionModel().isEmpty()) {
      table.getSelectionModel().selectFirst();
    }
  }

  private TableView<Line> table() {
    TableView<Line> lines =
        Columns.table(
            text.of("negatives"),
            List.of(),
            1,
            Columns.marks(text.of("decision"), 112, line -> text.verdict(line.verdict())),
            Columns.sortedWords(text.of("negative"), 170, Line::text),
            Columns.sortedWords(text.of("match"), 84, line -> text.match(line.match())),
            Columns.sorted(
                text.in("saving"),
                104,
                Comparator.comparing(Line::saving),
                line -> line.suggested() == null ? "–" : text.money(line.saving())),
            Columns.sorted(
                text.in("cost"),
                98,
                Comparator.comparingDouble(line -> number(line.cost())),
                line -> text.money(line.cost())),
            Columns.sorted(
                text.of("clicks"),
                64,
                Comparator.comparingDouble(line -> number(line.clicks())),
                line -> text.count(line.clicks())),
            Columns.sorted(
                text.of("conversions.short"),
                62,
                Comparator.comparingDouble(line -> number(line.conversions())),
                line -> text.conversions(line.conversions())),
            Columns.sorted(
                text.of("risk"),
                70,
                Comparator.comparingDouble(NegativesPane::risk),
                line -> line.suggested() == null ? "–" : text.conversions(risk(line))),
            Columns.words(text.of("where"), 130, line -> where(line.suggested())));
    var sorted = new SortedList<Line>(found);
    sorted.comparatorProperty().bind(lines.comparatorProperty());
    lines.setItems(sorted);
    lines.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    lines.setMinHeight(120);
    lines.setPlaceholder(Ui.label(text.of("filter.nothing"), "muted"));
    return lines;
  }

  private static double number(@Nullable Number number) {
    return number == null ? -1 : number.doubleValue();
  }

  private static double risk(Line line) {
    SuggestedNegative suggested = line.suggested();
    return suggested == null ? -1 : suggested.lostConversions();
  }

  private String where(@Nullable SuggestedNegative suggested) {
    return suggested == null ? text.of("yours") : suggested.where();
  }

  private @Nullable Line selected() {
    Line line = table.getSelectionModel().getSelectedItem();
    return line == null ? null : review.again(line);
  }

  private void key(KeyEvent event) {
    if (event.isShortcutDown() || event.isAltDown()) {
      return;
    }
    KeyCode code = event.getCode();
    switch (code) {
      case A -> decide(ACCEPTED, null);
      case R -> decide(REJECTED, null);
      case U -> decide(null, null);
      case W -> details.askWhy();
      default -> {
        return;
      }
    }
    event.consume();
  }

  /** Decides on the chosen lines and goes on to the next. */
  private void decide(@Nullable String verdict, @Nullable String why) {
    var model = table.getSelectionModel();
    List<Integer> places = model.getSelectedIndices().stream().sorted().toList();
    if (places.isEmpty()) {
      return;
    }
    List<Line> chosen = places.stream().map(place -> table.getItems().get(place)).toList();
    int after = places.getLast() + 1;
    Line next = after < table.getItems().size() ? table.getItems().get(after) : null;
    review.decide(settling.title(), chosen, verdict, why);
    settling.restart();
    int place = next == null ? table.getItems().size() - 1 : table.getItems().indexOf(next);
    if (place >= 0) {
      model.clearAndSelect(place);
      table.getFocusModel().focus(place);
      table.scrollTo(Math.max(0, place - 7));
    }
    table.requestFocus();
  }
}
