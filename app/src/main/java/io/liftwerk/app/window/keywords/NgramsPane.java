package io.liftwerk.app.window.keywords;

import io.liftwerk.app.window.base.Messages;
import io.liftwerk.app.window.control.Columns;
import io.liftwerk.app.window.control.Desk;
import io.liftwerk.app.window.control.Ui;
import io.liftwerk.app.window.keywords.KeywordsModel.Chosen;
import io.liftwerk.keywords.KeywordResult;
import io.liftwerk.keywords.KeywordResult.Ngram;
import io.liftwerk.keywords.KeywordResult.Standing;
import io.liftwerk.keywords.KeywordTerms;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.collections.transformation.FilteredList;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Three panes: n-grams with bars, the terms behind the one looked at, and what to do with it. */
final class NgramsPane extends VBox {
  private static final double HEIGHT = 500;
  private static final double FIND = 130;

  private final Messages messages;
  private final KeywordsModel model;
  private final KeywordResult result;
  private final KeywordText text;
  private final FilteredList<Ngram> found;
  private final TableView<Ngram> ngrams;
  private final TableView<KeywordTerms.Row> terms;
  private final Label termsTitle = Ui.label("", "heading");
  private final NgramActions actions;
  private final TextField find = new TextField();
  private final ComboBox<String> standing = new ComboBox<>();
  private final ComboBox<String> words = new ComboBox<>();

  NgramsPane(Desk desk, KeywordsModel model, KeywordResult result, KeywordText text) {
    this.messages = desk.messages();
    this.model = model;
    this.result = result;
    this.text = text;
    this.found = new FilteredList<>(FXCollections.observableArrayList(result.ngrams()));
    this.ngrams = ngrams();
    this.terms = terms();
    this.actions = new NgramActions(desk, model, result, text);
    VBox.setVgrow(ngrams, Priority.ALWAYS);
    VBox.setVgrow(terms, Priority.ALWAYS);
    termsTitle.setMinHeight(28);
    var left = new VBox(6, filters(), ngrams);
    var middle = new VBox(6, termsTitle, terms);
    left.setMinWidth(430);
    middle.setMinWidth(160);
    actions.setMinWidth(165);
    var panes = new SplitPane(left, middle, actions);
    panes.setDividerPositions(0.5, 0.79);
    panes.getStyleClass().add("rows");
    panes.setPrefHeight(HEIGHT);
    getChildren().add(panes);
    getStyleClass().addAll("card", "padded");
    model.chosenProperty().subscribe(this::chosen);
    ngrams
        .getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            ngram -> {
              if (ngram != null) {
                model.choose(ngram);
              }
            });
    ngrams.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
  }

  private HBox filters() {
    find.setPromptText(text.of("find"));
    find.setAccessibleText(text.of("find"));
    find.setPrefWidth(FIND);
    find.getStyleClass().add("small");
    HBox.setHgrow(find, Priority.ALWAYS);
    choice(
        standing,
        "filter.standing",
        Stream.concat(
                Stream.of(text.of("filter.all")), Stream.of(Standing.values()).map(text::standing))
            .toList());
    var lengths = new ArrayList<String>();
    lengths.add(text.of("filter.lengths"));
    for (int n = 1; n <= longest(); n++) {
      lengths.add(text.of("filter.length", n));
    }
    choice(words, "filter.words", lengths);
    find.textProperty().subscribe(typed -> filter());
    standing.valueProperty().subscribe(value -> filter());
    words.valueProperty().subscribe(value -> filter());
    return new HBox(6, find, standing, words);
  }

  private void choice(ComboBox<String> box, String name, List<String> items) {
    box.getItems().setAll(items);
    box.getSelectionModel().selectFirst();
    box.setAccessibleText(text.of(name));
    box.getStyleClass().add("small");
  }

  private int longest() {
    return result.ngrams().stream().mapToInt(Ngram::n).max().orElse(1);
  }

  private void filter() {
    String typed = find.getText() == null ? "" : find.getText().strip().toLowerCase(Locale.ROOT);
    int which = standing.getSelectionModel().getSelectedIndex();
    int length = words.getSelectionModel().getSelectedIndex();
    found.setPredicate(
        ngram ->
            (which <= 0 || ngram.standing() == Standing.values()[which - 1])
                && (length <= 0 || ngram.n() == length)
                && (ngram.ngram().toLowerCase(Locale.ROOT).contains(typed)
                    || ngram.folded().contains(typed)));
  }

  private TableView<Ngram> ngrams() {
    boolean cost = result.totals().cost() != null;
    double most = result.ngrams().stream().mapToDouble(one -> size(one, cost)).max().orElse(1);
    TableView<Ngram> table =
        Columns.table(
            text.of("tab.ngrams"),
            List.of(),
            1,
            Columns.sortedWords(text.of("ngram"), 150, Ngram::ngram),
            Columns.bars(
                cost ? text.in("cost") : text.of("clicks"),
                130,
                Comparator.comparingDouble(one -> size(one, cost)),
                one -> cost ? text.money(one.cost()) : text.count(one.clicks()),
                one -> most > 0 ? size(one, cost) / most : 0,
                one -> KeywordText.bar(one.standing())),
            Columns.sorted(
                text.of("terms"),
                62,
                Comparator.comparingInt(Ngram::terms),
                one -> text.count((long) one.terms())),
            Columns.sorted(
                text.of("conversions.short"),
                62,
                by(Ngram::conversions),
                one -> text.conversions(one.conversions())),
            Columns.sorted(text.of("cpa.short"), 78, by(Ngram::cpa), one -> text.money(one.cpa())),
            Columns.marks(text.of("standing"), 112, one -> text.mark(one.standing())));
    var sorted = new SortedList<Ngram>(found);
    sorted.comparatorProperty().bind(table.comparatorProperty());
    table.setItems(sorted);
    table.setMinHeight(120);
    table.setPlaceholder(Ui.label(text.of("filter.nothing"), "muted"));
    return table;
  }

  private static double size(Ngram ngram, boolean cost) {
    BigDecimal money = ngram.cost();
    Long clicks = ngram.clicks();
    return cost ? money == null ? 0 : money.doubleValue() : clicks == null ? 0 : clicks;
  }

  private static Comparator<Ngram> by(Function<Ngram, @Nullable BigDecimal> amount) {
    return Comparator.comparingDouble(
        one -> {
          BigDecimal number = amount.apply(one);
          return number == null ? -1 : number.doubleValue();
        });
  }

  private TableView<KeywordTerms.Row> terms() {
    TableView<KeywordTerms.Row> table =
        Columns.table(
            text.of("terms.behind"),
            List.of(),
            1,
            Columns.words(text.of("term"), 170, KeywordTerms.Row::term),
            Columns.number(text.in("cost"), 76, row -> text.money(row.cost())),
            Columns.number(
                text.of("conversions.short"), 58, row -> text.conversions(row.conversions())));
    table.setMinHeight(120);
    return table;
  }

  private void chosen(@Nullable Chosen chosen) {
    actions.show(chosen == null ? null : chosen.ngram());
    List<KeywordTerms.Row> rows = chosen == null ? null : chosen.terms();
    termsTitle.setText(
        chosen == null
            ? text.of("terms.behind")
            : text.of("terms.of", chosen.ngram().terms(), chosen.ngram().ngram()));
    terms.getItems().setAll(rows == null ? List.of() : rows);
    String why =
        chosen == null
            ? text.of("ngram.choose")
            : rows == null ? text.of("reading") : text.of("terms.gone");
    terms.setPlaceholder(Ui.paragraph(why, "muted", "centered"));
    if (chosen != null && !chosen.ngram().equals(ngrams.getSelectionModel().getSelectedItem())) {
      ngrams.getSelectionModel().select(chosen.ngram());
    }
  }

  /** One key decides, and the next n-gram is looked at. */
  private void key(KeyEvent event) {
    if (event.isShortcutDown() || event.isAltDown()) {
      return;
    }
    boolean decided =
        switch (event.getCode()) {
          case P -> actions.exclude("phrase");
          case E -> actions.exclude("exact");
          case U -> actions.takeBack();
          default -> false;
        };
    if (decided) {
      event.consume();
      ngrams.getSelectionModel().selectNext();
      ngrams.scrollTo(Math.max(0, ngrams.getSelectionModel().getSelectedIndex() - 5));
    }
  }
}
