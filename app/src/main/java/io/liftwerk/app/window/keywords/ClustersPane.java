package io.liftwerk.app.window.keywords;

import io.liftwerk.app.window.control.Columns;
import io.liftwerk.app.window.control.Desk;
import io.liftwerk.app.window.control.Parts;
import io.liftwerk.app.window.control.Ui;
import io.liftwerk.keywords.KeywordResult;
import io.liftwerk.keywords.KeywordResult.Cluster;
import io.liftwerk.keywords.KeywordResult.Unclustered;
import io.liftwerk.report.KeywordFigures;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import javafx.collections.FXCollections;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What belongs together: a map by cost, a table, and what people wanted. */
final class ClustersPane extends Parts {
  private static final int MOST = 16;

  private final KeywordResult result;
  private final KeywordText text;

  ClustersPane(Desk desk, KeywordResult result, KeywordText text) {
    super(desk);
    this.result = result;
    this.text = text;
    var figures = new KeywordFigures(result, desk.messages().locale());
    if (result.clusters().isEmpty()) {
      part(this::none);
    } else {
      figures.clusters().ifPresent(map -> figures(List.of(map)));
      part(this::table);
    }
    figures.intents().ifPresent(bars -> figures(List.of(bars)));
    unfold(() -> {});
  }

  private VBox none() {
    Unclustered rest = result.unclustered();
    String why = rest == null ? null : rest.why();
    return card(
        Ui.heading(text.of("clusters.none")),
        Ui.paragraph(why == null ? text.of("clusters.none.hint") : text.sentence(why), "muted"));
  }

  private VBox table() {
    List<Cluster> clusters = result.clusters();
    double most = clusters.stream().mapToDouble(one -> number(one.cost())).max().orElse(0);
    TableView<Cluster> table =
        Columns.table(
            text.of("tab.clusters"),
            List.of(),
            1,
            Columns.sortedWords(text.of("cluster"), 210, Cluster::name),
            Columns.bars(
                text.in("cost"),
                150,
                by(Cluster::cost),
                one -> text.money(one.cost()),
                one -> most > 0 ? number(one.cost()) / most : 0,
                one -> KeywordText.bar(one.standing())),
            Columns.sorted(
                text.of("terms"),
                76,
                Comparator.comparingInt(Cluster::terms),
                one -> text.count((long) one.terms())),
            Columns.sorted(
                text.of("clicks"), 80, by(Cluster::clicks), one -> text.count(one.clicks())),
            Columns.sorted(
                text.of("conversions.short"),
                76,
                by(Cluster::conversions),
                one -> text.conversions(one.conversions())),
            Columns.sorted(
                text.in("value"), 110, by(Cluster::value), one -> text.money(one.value())),
            Columns.sorted(
                text.of("cohesion"),
                96,
                Comparator.comparingDouble(Cluster::cohesion),
                one -> text.percent(one.cohesion(), 0)),
            Columns.sortedWords(text.of("intent"), 120, one -> text.intent(one.intent())),
            Columns.marks(text.of("standing"), 120, one -> text.mark(one.standing())));
    var sorted = new SortedList<Cluster>(FXCollections.observableArrayList(clusters));
    sorted.comparatorProperty().bind(table.comparatorProperty());
    table.setItems(sorted);
    table.setPrefHeight(Columns.height(clusters.size(), MOST));
    VBox box = card(Ui.heading(text.of("clusters.heading", clusters.size())), table);
    Unclustered rest = result.unclustered();
    if (rest != null && rest.terms() > 0) {
      box.getChildren()
          .add(
              Ui.paragraph(
                  text.of("clusters.rest", rest.terms(), text.moneyIn(rest.cost())), "muted"));
      String why = rest.why();
      if (why != null) {
        box.getChildren().add(Ui.paragraph(text.sentence(why), "muted"));
      }
    }
    return box;
  }

  private static Comparator<Cluster> by(Function<Cluster, @Nullable Number> amount) {
    return Comparator.comparingDouble(one -> number(amount.apply(one)));
  }

  private static double number(@Nullable Number number) {
    return number == null ? 0 : number.doubleValue();
  }
}
