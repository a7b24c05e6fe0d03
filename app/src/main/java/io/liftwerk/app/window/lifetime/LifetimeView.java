package io.liftwerk.app.window.lifetime;

import static io.liftwerk.app.window.control.Columns.number;
import static io.liftwerk.app.window.control.Columns.words;

import io.liftwerk.app.window.base.AnalysisModel.Shown;
import io.liftwerk.app.window.base.Formats;
import io.liftwerk.app.window.base.Messages;
import io.liftwerk.app.window.base.Rows;
import io.liftwerk.app.window.control.Columns;
import io.liftwerk.app.window.control.Desk;
import io.liftwerk.app.window.control.Parts;
import io.liftwerk.app.window.control.Tiles;
import io.liftwerk.app.window.control.Ui;
import io.liftwerk.app.window.grid.DataGrid;
import io.liftwerk.report.LifetimeFigures;
import io.liftwerk.report.LifetimeWords;
import io.liftwerk.scoring.LifetimeValueRequest;
import io.liftwerk.scoring.LifetimeValueResult;
import io.liftwerk.scoring.LifetimeValueResult.Contender;
import io.liftwerk.scoring.LifetimeValueResult.Holdout;
import io.liftwerk.scoring.LifetimeValueResult.Segment;
import io.liftwerk.scoring.LifetimeValueResult.Total;
import java.util.ArrayList;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A forecast of purchases from top to bottom: what it comes to, its trial, the customers. */
final class LifetimeView extends Parts {
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
  private static final int MOST = 10;

  /** What these say belongs to what was used and left out, below. */
  private static final Set<String> LEFT_OUT =
      Set.of(
          "cancelled",
          "no-customer",
          "no-date",
          "no-value",
          "future",
          "other-currency",
          "after-end");

  private final Desk desk;
  private final Messages messages;
  private final Formats formats;
  private final PurchasesModel model;
  private final LifetimeValueResult result;
  private final LifetimeWords text;

  /**
   * @param whole told when all parts are there
   */
  LifetimeView(
      Desk desk,
      PurchasesModel model,
      Shown<LifetimeValueRequest, LifetimeValueResult> shown,
      LifetimeWords text,
      Runnable whole) {
    super(desk);
    this.desk = desk;
    this.messages = desk.messages();
    this.formats = messages.formats();
    this.model = model;
    this.result = shown.result();
    this.text = text;
    warnings(
        result.warnings().stream().filter(warning -> !LEFT_OUT.contains(warning.code())).toList());
    getChildren().add(tiles());
    figures(new LifetimeFigures(result, messages.locale()).all());
    part(this::customers);
    part(this::segments);
    section(messages.text("ltv.trust"), messages.text("ltv.trust.about"));
    Holdout holdout = result.holdout();
    if (holdout != null) {
      part(() -> contenders(holdout));
    }
    part(this::fits);
    part(this::used);
    unfold(whole);
  }

  private Tiles tiles() {
    var tiles = new Tiles();
    Total value = result.expectedValue();
    if (value != null) {
      tiles.add(
          messages.text("ltv.tile.value", result.months()),
          text.money(value.value(), result),
          text.interval(value));
    }
    Total purchases = result.expectedPurchases();
    if (purchases != null) {
      tiles.add(
          messages.text("ltv.tile.purchases", result.months()),
          formats.count(Math.round(purchases.value())),
          text.interval(purchases));
    }
    Double alive = result.alive();
    if (alive != null) {
      tiles.add(
          messages.text("ltv.tile.alive"),
          formats.count(Math.round(alive)),
          messages.text("ltv.tile.of", result.customers()));
    }
    tiles.add(
        messages.text("ltv.tile.repeat"),
        formats.percent(result.repeatCustomers() / (double) Math.max(1, result.customers())),
        messages.text("ltv.tile.of", result.customers()));
    Double revenue = result.revenue();
    if (revenue != null) {
      tiles.add(
          messages.text("ltv.tile.revenue"),
          text.money(revenue, result),
          formats.period(result.from(), result.until()));
    }
    return tiles;
  }

  private VBox customers() {
    var grid =
        new DataGrid(messages.text("ltv.customers"), messages, desk.background(), desk.dialogs());
    grid.setPrefHeight(420);
    grid.setMinHeight(300);
    VBox box =
        Parts.card(
            Ui.heading(messages.text("ltv.customers")),
            Ui.paragraph(messages.text("ltv.customers.hint"), "muted"));
    model.customers(
        rows -> {
          if (rows == null) {
            box.getChildren().add(Ui.paragraph(messages.text("ltv.customers.gone"), "muted"));
          } else {
            Rows named = new ValuedRows(rows, messages);
            box.getChildren().add(grid);
            grid.show(named);
          }
        });
    return box;
  }

  private VBox segments() {
    TableView<Segment> table =
        Columns.table(
            messages.text("ltv.segments"),
            result.segments(),
            MOST,
            words(
                messages.text("ltv.segment"),
                180,
                segment -> messages.textOr("segment." + segment.name(), segment.name())),
            number(
                messages.text("ltv.segment.customers"),
                110,
                segment -> formats.count(segment.customers())),
            number(
                messages.text("ltv.segment.revenue"),
                140,
                segment -> text.money(segment.revenue(), result)),
            number(
                messages.text("ltv.segment.alive"),
                110,
                segment -> segment.alive() == null ? "–" : formats.percent(segment.alive())),
            number(
                messages.text("ltv.segment.expected"),
                140,
                segment -> text.money(segment.expectedValue(), result)));
    return Parts.card(
        Ui.heading(messages.text("ltv.segments")),
        Ui.paragraph(messages.text("ltv.segments.about"), "muted"),
        table);
  }

  private VBox contenders(Holdout holdout) {
    TableView<Contender> table =
        Columns.table(
            messages.text("ltv.contenders"),
            holdout.contenders(),
            MOST,
            words(messages.text("ltv.contender"), 150, one -> text.model(one.name())),
            number(
                messages.text("ltv.contender.purchases"),
                110,
                one -> formats.count(Math.round(one.purchases()))),
            number(
                messages.text("ltv.contender.revenue"),
                120,
                one -> text.money(one.revenue(), result)),
            number(
                messages.text("ltv.contender.mae"),
                110,
                one -> formats.decimal(one.maePurchases(), 3)),
            number(
                messages.text("ltv.contender.rmse"),
                110,
                one -> formats.decimal(one.rmsePurchases(), 3)),
            number(
                messages.text("ltv.contender.money"),
                110,
                one -> one.rmseRevenue() == null ? "–" : formats.decimal(one.rmseRevenue(), 2)),
            number(
                messages.text("ltv.contender.correlation"),
                100,
                one -> formats.decimal(one.correlation(), 2)),
            number(
                messages.text("ltv.contender.fifth"), 130, one -> formats.percent(one.topFifth())),
            number("p", 80, one -> p(one.p())));
    table.setRowFactory(
        view ->
            new TableRow<>() {
              @Override
              protected void updateItem(@Nullable Contender one, boolean empty) {
                super.updateItem(one, empty);
                pseudoClassStateChanged(
                    CHOSEN, !empty && one != null && one.name().equals(result.chosen()));
              }
            });
    return Parts.card(
        Ui.heading(messages.text("ltv.contenders")),
        Ui.paragraph(
            messages.text(
                "ltv.contenders.about",
                formats.period(holdout.from(), holdout.until()),
                Math.round(holdout.purchases()),
                text.money(holdout.revenue(), result)),
            "muted"),
        table);
  }

  private String p(@Nullable Double p) {
    return p == null ? "" : p < 0.001 ? "< " + formats.decimal(0.001, 3) : formats.decimal(p, 3);
  }

  private VBox fits() {
    var all = new ArrayList<>(result.fits());
    if (result.money() != null) {
      all.add(result.money());
    }
    return FitTable.of(messages, all, text);
  }

  private VBox used() {
    var box =
        new VBox(
            4,
            Ui.heading(messages.text("leads.leftout")),
            Ui.paragraph(text.used(result)),
            Ui.paragraph(text.columns(result), "muted"));
    result.warnings().stream()
        .filter(warning -> LEFT_OUT.contains(warning.code()))
        .forEach(
            warning ->
                box.getChildren().add(Ui.paragraph(messages.sentence(warning.message()), "muted")));
    return box;
  }
}
