package io.liftwerk.app.window.segments;

import io.liftwerk.app.window.base.Formats;
import io.liftwerk.app.window.base.Messages;
import io.liftwerk.app.window.control.Columns;
import io.liftwerk.app.window.control.Desk;
import io.liftwerk.app.window.control.Origin;
import io.liftwerk.app.window.control.PageView;
import io.liftwerk.app.window.control.Parts;
import io.liftwerk.app.window.control.Tiles;
import io.liftwerk.app.window.control.Ui;
import io.liftwerk.app.window.grid.DataGrid;
import io.liftwerk.report.SegmentWords;
import io.liftwerk.scoring.SegmentResult;
import io.liftwerk.scoring.Segments.Saved;
import io.liftwerk.warehouse.ActivationCoverage;
import io.liftwerk.workspace.RunRecord;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Saved segments, what each is worth beside chance, and whom of it consent covers. */
public final class SegmentsPage extends PageView {
  private static final int MOST = 8;

  private final Desk desk;
  private final Messages messages;
  private final Formats formats;
  private final SegmentsModel model;
  private final SegmentControls controls;
  private final SegmentHandover handover;
  private final VBox results = new VBox(14);
  private final VBox closely = new VBox(14);
  private final Runnable goToLeads;

  /**
   * @param goToLeads where rankings are made
   */
  public SegmentsPage(Desk desk, SegmentsModel model, Runnable goToLeads) {
    this.desk = desk;
    this.messages = desk.messages();
    this.formats = messages.formats();
    this.model = model;
    this.goToLeads = goToLeads;
    this.controls = new SegmentControls(messages, model, desk.dialogs()::error);
    this.handover = new SegmentHandover(desk, model);
    scrolling(messages.text("page.segments"), controls, results);
    model.onProblem(desk.dialogs()::error);
    model.shownProperty().subscribe(shown -> content());
    model.selectedProperty().subscribe(segment -> closely());
  }

  @Override
  public void entered() {
    model.refresh();
  }

  private void content() {
    SegmentsModel.Shown shown = model.shownProperty().get();
    results.getChildren().clear();
    if (shown == null) {
      return;
    }
    Ui.show(controls, !shown.sources().isEmpty());
    if (shown.sources().isEmpty()) {
      results
          .getChildren()
          .add(
              Parts.card(
                  Ui.heading(messages.text("segments.empty")),
                  Ui.paragraph(messages.text("segments.empty.hint"), "muted"),
                  Ui.primary(messages.text("segments.empty.go"), goToLeads)));
    } else if (shown.segments().isEmpty()) {
      results
          .getChildren()
          .add(
              Parts.card(
                  Ui.heading(messages.text("segments.hint")),
                  Ui.paragraph(messages.text("segments.hint.more"), "muted")));
    } else {
      results.getChildren().addAll(Parts.card(table(shown.segments())), closely);
    }
    closely();
  }

  private TableView<Saved> table(List<Saved> segments) {
    TableView<Saved> table =
        Columns.table(
            messages.text("page.segments"),
            segments,
            MOST,
            Columns.words(messages.text("segments.name"), 200, one -> one.request().name()),
            Columns.number(
                messages.text("segments.members"),
                110,
                one -> formats.count(one.result().members())),
            Columns.number(messages.text("segments.covered"), 150, this::covered),
            Columns.number(messages.text("segments.worth"), 150, one -> worth(one.result())),
            Columns.words(messages.text("segments.from"), 260, SegmentsPage::from),
            Columns.words(
                messages.text("segments.saved"), 170, one -> formats.instant(one.savedAt())),
            Columns.words("", 90, one -> one.older() ? messages.text("segments.older") : ""));
    Saved chosen = model.selectedProperty().get();
    if (chosen != null) {
      table.getSelectionModel().select(chosen);
    }
    table.getSelectionModel().selectedItemProperty().subscribe(model::select);
    return table;
  }

  private static String from(Saved segment) {
    String scored = segment.result().scored();
    return scored == null ? segment.result().of() : segment.result().of() + " · " + scored;
  }

  private String covered(Saved segment) {
    ActivationCoverage coverage = segment.result().coverage();
    return coverage == null
        ? "–"
        : messages.text(
            "segments.covered.of",
            formats.count(coverage.covered()),
            formats.count(coverage.persons()));
  }

  private String worth(SegmentResult result) {
    return money(result.worth(), result);
  }

  private String money(@Nullable Double amount, SegmentResult result) {
    return new SegmentWords(messages.results()).money(amount, result);
  }

  private void closely() {
    closely.getChildren().clear();
    Saved segment = model.selectedProperty().get();
    if (segment == null) {
      finding().set("");
      origin().set(null);
      return;
    }
    SegmentResult result = segment.result();
    finding().set(segment.older() ? "" : new SegmentWords(messages.results()).finding(result));
    RunRecord run = model.runOf(segment);
    origin().set(run == null ? null : new Origin(run, List.of(result.of(), result.table())));
    if (segment.older()) {
      var banner =
          new HBox(
              10,
              Ui.icon(Feather.ALERT_CIRCLE),
              Ui.paragraph(messages.text("segments.older.banner", result.of(), segment.run())));
      banner.getStyleClass().add("banner");
      banner.setAlignment(Pos.CENTER_LEFT);
      closely.getChildren().add(banner);
    }
    closely.getChildren().addAll(tiles(result), actions(segment));
    details(segment);
    var grid =
        new DataGrid(
            messages.text("segments.members"), messages, desk.background(), desk.dialogs());
    model.members(segment, grid::show);
    grid.setPrefHeight(340);
    grid.setMinHeight(220);
    closely.getChildren().add(Parts.card(Ui.heading(messages.text("segments.members")), grid));
  }

  private Tiles tiles(SegmentResult result) {
    var tiles = new Tiles();
    tiles.add(
        messages.text("segments.members"),
        formats.count(result.members()),
        messages.text("segments.eligible", formats.count(result.eligible())));
    Double successes = result.successes();
    Double random = result.successesAtRandom();
    if (successes != null && random != null) {
      tiles.add(
          messages.text("segments.successes"),
          formats.decimal(successes, 1),
          messages.text("segments.random", formats.decimal(random, 1)));
    }
    if (result.worth() != null) {
      tiles.add(
          messages.text("segments.worth"),
          worth(result),
          messages.text("segments.random", money(result.worthAtRandom(), result)));
    }
    ActivationCoverage coverage = result.coverage();
    tiles.add(
        messages.text("segments.covered"),
        coverage == null ? "–" : formats.count(coverage.covered()),
        coverage == null
            ? messages.text("segments.not.judged")
            : messages.text("segments.of.persons", formats.count(coverage.persons())));
    if (coverage != null) {
      tiles.add(
          messages.text("segments.reachable"),
          formats.count(coverage.reachable()),
          messages.text("segments.reachable.note"));
    }
    return tiles;
  }

  private HBox actions(Saved segment) {
    String name = segment.request().name();
    Button again =
        Ui.button(
            messages.text("segments.refresh"),
            Feather.REFRESH_CW,
            () -> model.save(messages.text("job.title.segment", name), segment.request()));
    Button remove =
        Ui.button(
            messages.text("segments.remove"),
            Feather.TRASH_2,
            () ->
                model.remove(
                    messages.text("job.title.segment.remove", name),
                    segment,
                    () ->
                        desk.dialogs()
                            .note(
                                messages.text("segments.removed", name),
                                messages.text("undo"),
                                () ->
                                    model.save(
                                        messages.text("job.title.segment", name),
                                        segment.request()))));
    var line = new HBox(8, handover.list(segment), handover.platforms(segment), again, remove);
    line.getChildren().forEach(node -> node.getStyleClass().add("small"));
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  private void details(Saved segment) {
    SegmentResult result = segment.result();
    var card = Parts.card();
    segment
        .request()
        .rules()
        .forEach(
            rule ->
                card.getChildren()
                    .add(Ui.paragraph(messages.text("segments.rule", rule.toString()))));
    ActivationCoverage coverage = result.coverage();
    if (coverage != null) {
      coverage
          .heldBack()
          .forEach(
              part ->
                  card.getChildren()
                      .add(
                          Ui.paragraph(
                              messages.text(
                                  "segments.held",
                                  formats.count(part.rows()),
                                  messages.sentence(part.sentence())))));
    }
    if (result.withoutPerson() > 0) {
      card.getChildren()
          .add(
              Ui.paragraph(
                  messages.text("segments.without.person", formats.count(result.withoutPerson()))));
    }
    Long joined = result.joined();
    Long left = result.left();
    if (joined != null && left != null) {
      card.getChildren()
          .add(
              Ui.paragraph(
                  messages.text("segments.changed", formats.count(joined), formats.count(left)),
                  "muted"));
    }
    result
        .notes()
        .forEach(note -> card.getChildren().add(Ui.paragraph(messages.sentence(note), "muted")));
    if (!card.getChildren().isEmpty()) {
      closely.getChildren().add(card);
    }
  }
}
