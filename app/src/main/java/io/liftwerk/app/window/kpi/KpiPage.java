package io.liftwerk.app.window.kpi;

import io.liftwerk.app.window.base.Builds;
import io.liftwerk.app.window.base.Messages;
import io.liftwerk.app.window.control.BuildBar;
import io.liftwerk.app.window.control.Columns;
import io.liftwerk.app.window.control.Desk;
import io.liftwerk.app.window.control.FigureView;
import io.liftwerk.app.window.control.Origin;
import io.liftwerk.app.window.control.PageView;
import io.liftwerk.app.window.control.Ui;
import io.liftwerk.app.window.lineage.LineageModel;
import io.liftwerk.report.KpiFigures;
import io.liftwerk.warehouse.HeldBack;
import io.liftwerk.warehouse.KpiResult;
import java.time.LocalDate;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.TableView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.converter.LocalDateStringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The key figures, one of them closely, and the way back to its rows. */
public final class KpiPage extends PageView {
  private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

  private final Desk desk;
  private final Messages messages;
  private final KpiModel model;
  private final Ways ways;
  private final KpiFigures figures;
  private final DatePicker from = new DatePicker();
  private final DatePicker to = new DatePicker();
  private final ComboBox<String> channel = new ComboBox<>();
  private final FlowPane controls;
  private final KpiTiles tiles;
  private final VBox close = new VBox(12);
  private final VBox results = new VBox(14);
  private final String all;
  private boolean showing;

  /**
   * Where the page leads to.
   *
   * @param data where files are loaded
   * @param trace shows where a column comes from
   * @param tests shows the tests of what a figure comes from
   * @param consent shows who is held back
   */
  public record Ways(
      Runnable data,
      Consumer<LineageModel.Target> trace,
      Consumer<KpiResult.Kpi> tests,
      Consumer<HeldBack> consent) {}

  public KpiPage(Desk desk, KpiModel model, Ways ways) {
    this.desk = desk;
    this.messages = desk.messages();
    this.model = model;
    this.ways = ways;
    this.figures = new KpiFigures(messages.locale());
    this.all = messages.text("kpi.channel.all");
    tiles = new KpiTiles(messages, figures, ways, model::select);
    controls = controls();
    var bar = new BuildBar(desk, model.builds(), ways.data());
    results.getStyleClass().add("results");
    results.getChildren().setAll(controls, tiles, close);
    scrolling(messages.text("page.kpis"), bar, results);
    model.onProblem(desk.dialogs()::error);
    model.shownProperty().subscribe(shown -> content());
    model.requestProperty().subscribe(request -> stale());
    model.selectedProperty().subscribe(selected -> closely());
    desk.charts().subscribe(theme -> closely());
  }

  @Override
  public void entered() {
    model.refresh();
  }

  private FlowPane controls() {
    for (DatePicker picker : List.of(from, to)) {
      picker.setPrefWidth(150);
      picker.setConverter(
          new LocalDateStringConverter(FormatStyle.MEDIUM, messages.locale(), null));
      picker.getStyleClass().add("small");
    }
    from.valueProperty().subscribe(day -> chosen(() -> model.from(day)));
    to.valueProperty().subscribe(day -> chosen(() -> model.to(day)));
    channel.setOnAction(
        event ->
            chosen(
                () -> model.channel(all.equals(channel.getValue()) ? null : channel.getValue())));
    channel.getStyleClass().add("small");
    channel.setPrefWidth(170);
    var line =
        new FlowPane(
            14, 8, field("kpi.from", from), field("kpi.to", to), field("kpi.channel", channel));
    line.setAlignment(Pos.BOTTOM_LEFT);
    return line;
  }

  private VBox field(String key, Node control) {
    control.setAccessibleText(messages.text(key));
    return new VBox(2, Ui.label(messages.text(key), "field-label"), control);
  }

  private void chosen(Runnable change) {
    if (!showing) {
      change.run();
    }
  }

  private void content() {
    KpiModel.Shown shown = model.shownProperty().get();
    boolean built = shown != null && !shown.result().kpis().isEmpty();
    Ui.show(results, built);
    if (shown == null || !built) {
      finding().set("");
      origin().set(null);
      return;
    }
    showing = true;
    KpiResult result = shown.result();
    day(from, result.from());
    day(to, result.to());
    var channels = new ArrayList<String>(List.of(all));
    channels.addAll(result.channels());
    if (!channels.equals(channel.getItems())) {
      channel.setItems(FXCollections.observableArrayList(channels));
    }
    String present = result.channel() == null ? all : result.channel();
    if (!present.equals(channel.getValue())) {
      channel.setValue(present);
    }
    showing = false;
    tiles.show(result, model.selected());
    closely();
    stale();
  }

  private static void day(DatePicker picker, @Nullable LocalDate day) {
    if (day != null && !day.equals(picker.getValue())) {
      picker.setValue(day);
    }
  }

  /** Figures of another period than the one that is set are shown as such until theirs come. */
  private void stale() {
    KpiModel.Shown shown = model.shownProperty().get();
    results.pseudoClassStateChanged(
        STALE, shown != null && !shown.request().equals(model.requestProperty().get()));
  }

  private void closely() {
    KpiModel.Shown shown = model.shownProperty().get();
    KpiResult.Kpi kpi = model.selected();
    close.getChildren().clear();
    if (shown == null || kpi == null) {
      return;
    }
    finding().set(figures.title(kpi));
    Builds.State build = shown.build();
    origin().set(build.last() == null ? null : new Origin(build.last(), List.of(kpi.table())));
    if (!kpi.days().isEmpty()) {
      var chart =
          new FigureView(
              figures.trend(shown.result(), kpi),
              desk.charts().getValue(),
              messages,
              desk.background(),
              desk.dialogs());
      chart.setPrefHeight(300);
      close.getChildren().add(chart);
    }
    close.getChildren().addAll(about(kpi), new KpiStanding(messages, kpi, ways), channels(kpi));
  }

  private HBox about(KpiResult.Kpi kpi) {
    Button lineage =
        Ui.button(
            messages.text("kpi.trace"), Feather.GIT_BRANCH, () -> ways.trace().accept(target(kpi)));
    lineage.getStyleClass().add("small");
    lineage.setMinWidth(USE_PREF_SIZE);
    var words = Ui.paragraph(kpi.definition().about(messages.locale()), "muted");
    HBox.setHgrow(words, Priority.ALWAYS);
    var box = new HBox(12, words, lineage);
    box.setAlignment(Pos.CENTER_LEFT);
    return box;
  }

  /** The column, and of its rows those of the channel that is shown. */
  private LineageModel.Target target(KpiResult.Kpi kpi) {
    KpiModel.Shown shown = model.shownProperty().get();
    String only = shown == null ? null : shown.result().channel();
    String by = kpi.definition().channel();
    return new LineageModel.Target(
        kpi.table(), kpi.column(), only == null || by == null ? Map.of() : Map.of(by, only));
  }

  private Node channels(KpiResult.Kpi kpi) {
    if (kpi.channels().isEmpty()) {
      return new VBox();
    }
    TableView<KpiResult.Part> table =
        Columns.table(
            messages.text("kpi.channels"),
            kpi.channels(),
            12,
            Columns.words(messages.text("kpi.channel"), 240, KpiResult.Part::channel),
            Columns.number(
                kpi.definition().title(messages.locale()),
                240,
                part -> figures.written(kpi, part.value())));
    var box = new VBox(8, Ui.heading(messages.text("kpi.channels")), table);
    box.getStyleClass().addAll("card", "padded");
    box.setMaxWidth(620);
    return box;
  }
}
