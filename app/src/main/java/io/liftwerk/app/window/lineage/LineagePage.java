package io.liftwerk.app.window.lineage;

import io.liftwerk.app.window.base.Builds;
import io.liftwerk.app.window.base.Formats;
import io.liftwerk.app.window.base.Messages;
import io.liftwerk.app.window.base.Rows;
import io.liftwerk.app.window.control.BuildBar;
import io.liftwerk.app.window.control.Columns;
import io.liftwerk.app.window.control.Desk;
import io.liftwerk.app.window.control.Origin;
import io.liftwerk.app.window.control.PageView;
import io.liftwerk.app.window.control.Ui;
import io.liftwerk.app.window.grid.DataGrid;
import io.liftwerk.warehouse.LineageGraph;
import io.liftwerk.warehouse.RowSources;
import io.liftwerk.workspace.TableInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** From a figure back to the files it comes from. */
public final class LineagePage extends PageView {
  private static final double SCROLLBAR = 18;
  private static final double LOWEST = 240;
  private static final double SHARE = 0.55;
  private static final int MOST_STEPS = 8;

  private final Desk desk;
  private final Messages messages;
  private final Formats formats;
  private final LineageModel model;
  private final Consumer<String> openTable;
  private final ComboBox<String> table = new ComboBox<>();
  private final ComboBox<String> column = new ComboBox<>();
  private final VBox results = new VBox(14);
  private final VBox closely = new VBox(8);
  private final ScrollPane canvas = new ScrollPane();
  private final String whole;
  private @Nullable GraphView graph;
  private boolean showing;

  /**
   * @param goToData where files are loaded
   * @param openTable shows a table of bronze, by its name without schema
   */
  public LineagePage(Desk desk, LineageModel model, Runnable goToData, Consumer<String> openTable) {
    this.desk = desk;
    this.messages = desk.messages();
    this.formats = messages.formats();
    this.model = model;
    this.openTable = openTable;
    this.whole = messages.text("lineage.whole");
    canvas.setPannable(true);
    canvas.setMinHeight(LOWEST);
    canvas.setAccessibleText(messages.text("lineage.graph"));
    canvas.getStyleClass().addAll("card", "graph-canvas");
    closely.getStyleClass().addAll("card", "padded");
    results.getChildren().setAll(controls(), canvas, closely);
    scrolling(messages.text("page.lineage"), new BuildBar(desk, model.builds(), goToData), results);
    model.onProblem(desk.dialogs()::error);
    model.builds().stateProperty().subscribe(state -> visible());
    model.tables().addListener((ListChangeListener<TableInfo>) change -> choices());
    model
        .targetProperty()
        .subscribe(
            target -> {
              choices();
              draw();
            });
    model.shownProperty().subscribe(shown -> draw());
    canvas.widthProperty().subscribe(width -> graph());
    heightProperty().subscribe(height -> room());
    model.selectedProperty().subscribe(selected -> closely());
    model.rowsProperty().subscribe(rows -> closely());
  }

  @Override
  public void entered() {
    model.refresh();
  }

  private HBox controls() {
    for (ComboBox<String> box : List.of(table, column)) {
      box.getStyleClass().add("small");
      box.setPrefWidth(230);
      box.setVisibleRowCount(16);
    }
    table.setAccessibleText(messages.text("lineage.table"));
    column.setAccessibleText(messages.text("lineage.column"));
    table.setOnAction(event -> chosen(table.getValue(), null));
    column.setOnAction(
        event ->
            chosen(table.getValue(), whole.equals(column.getValue()) ? null : column.getValue()));
    var line =
        new HBox(
            14,
            new VBox(2, Ui.label(messages.text("lineage.table"), "field-label"), table),
            new VBox(2, Ui.label(messages.text("lineage.column"), "field-label"), column));
    line.setAlignment(Pos.BOTTOM_LEFT);
    return line;
  }

  private void chosen(@Nullable String name, @Nullable String of) {
    if (!showing && name != null) {
      model.open(new LineageModel.Target(name, of, Map.of()));
    }
  }

  private void visible() {
    Builds.State state = model.builds().stateProperty().get();
    boolean built = state != null && state.last() != null;
    Ui.show(results, built);
    origin()
        .set(state == null || state.last() == null ? null : new Origin(state.last(), List.of()));
    if (!built) {
      finding().set("");
    }
  }

  private void choices() {
    LineageModel.Target target = model.targetProperty().get();
    showing = true;
    List<String> names = model.tables().stream().map(one -> one.ref().toString()).toList();
    if (!names.equals(table.getItems())) {
      table.setItems(FXCollections.observableArrayList(names));
    }
    if (target != null) {
      table.setValue(target.table());
      var columns = new ArrayList<String>(List.of(whole));
      model.tables().stream()
          .filter(one -> one.ref().toString().equals(target.table()))
          .forEach(one -> one.columns().forEach(each -> columns.add(each.name())));
      if (!columns.equals(column.getItems())) {
        column.setItems(FXCollections.observableArrayList(columns));
      }
      column.setValue(target.column() == null ? whole : target.column());
    }
    showing = false;
  }

  private void draw() {
    LineageModel.Shown shown = model.answer();
    if (shown == null) {
      graph = null;
      finding().set("");
      boolean asked = model.targetProperty().get() != null;
      canvas.setContent(
          asked ? Ui.label(messages.text("lineage.tracing"), "muted", "padded") : null);
      return;
    }
    finding().set(sentence(shown, new Relations(shown.graph())));
    graph();
    closely();
  }

  /**
   * The graph, as narrow as its room asks for; the target, on the right, is what one sees first.
   */
  private void graph() {
    LineageModel.Shown shown = model.answer();
    if (shown == null) {
      return;
    }
    var relations = new Relations(shown.graph());
    var view =
        new GraphView(
            relations.all().stream().map(relation -> node(shown.graph(), relation)).toList(),
            relations.edges(),
            canvas.getWidth() - SCROLLBAR,
            model::select);
    graph = view;
    view.choose(model.selectedProperty().get());
    canvas.setContent(view);
    room();
    canvas.setHvalue(1);
    canvas.setVvalue(0.5);
  }

  /**
   * As high as the graph is, and never so high that what is said of a node lies below the window.
   */
  private void room() {
    GraphView present = graph;
    if (present != null) {
      canvas.setPrefHeight(
          Math.clamp(
              present.getPrefHeight() + SCROLLBAR, LOWEST, Math.max(LOWEST, SHARE * getHeight())));
    }
  }

  private String sentence(LineageModel.Shown shown, Relations relations) {
    long files =
        relations.all().stream().filter(one -> one.kind() == LineageGraph.Kind.FILE).count();
    long tables =
        relations.all().stream()
            .filter(one -> one.kind() == LineageGraph.Kind.TABLE)
            .filter(one -> one.id().startsWith("bronze."))
            .count();
    return messages.text("lineage.finding", shown.target().text(), tables, files);
  }

  private GraphView.Node node(LineageGraph lineage, Relations.Relation relation) {
    if (relation.kind() == LineageGraph.Kind.FILE) {
      LineageGraph.Load load =
          lineage.node(relation.id()).map(LineageGraph.Node::load).orElse(null);
      return new GraphView.Node(
          relation.id(),
          load == null ? relation.id() : lastPart(load.file(), "/"),
          load == null ? "" : messages.text("lineage.rows", load.rows()),
          "file");
    }
    int dot = relation.id().indexOf('.');
    String schema = dot < 0 ? "" : relation.id().substring(0, dot);
    return new GraphView.Node(
        relation.id(),
        dot < 0 ? relation.id() : relation.id().substring(dot + 1),
        relation.columns().isEmpty()
            ? messages.textOr("lineage.layer." + schema, schema)
            : String.join(", ", relation.columns()),
        schema.toLowerCase(Locale.ROOT));
  }

  private static String lastPart(String text, String separator) {
    return text.substring(text.lastIndexOf(separator) + 1);
  }

  private void closely() {
    String id = model.selectedProperty().get();
    LineageModel.Shown shown = model.shownProperty().get();
    if (graph != null) {
      graph.choose(id);
    }
    closely.getChildren().clear();
    if (shown == null) {
      Ui.show(closely, false);
      return;
    }
    Ui.show(closely, true);
    if (id == null) {
      closely.getChildren().add(Ui.paragraph(messages.text("lineage.hint"), "muted"));
      return;
    }
    closely.getChildren().add(head(id, shown));
    shown.graph().node(id).map(LineageGraph.Node::load).ifPresent(this::file);
    steps(id, shown.graph());
    rows(id);
  }

  private HBox head(String id, LineageModel.Shown shown) {
    var head = new HBox(10, Ui.heading(id), Ui.spacer());
    head.setAlignment(Pos.CENTER_LEFT);
    String bronze = id;
    LineageGraph.Load load = shown.graph().node(id).map(LineageGraph.Node::load).orElse(null);
    if (load != null) {
      bronze =
          shown.graph().edges().stream()
              .filter(edge -> edge.from().equals(id))
              .map(LineageGraph.Edge::to)
              .findFirst()
              .orElse(id);
    }
    if (bronze.startsWith("bronze.")) {
      String name = bronze.substring("bronze.".length());
      Button open =
          Ui.button(messages.text("lineage.open"), Feather.DATABASE, () -> openTable.accept(name));
      open.getStyleClass().add("small");
      head.getChildren().add(open);
    }
    return head;
  }

  private void file(LineageGraph.Load load) {
    closely
        .getChildren()
        .addAll(
            Ui.paragraph(
                messages.text(
                    "lineage.file",
                    load.file() + (load.sheet() == null ? "" : " · " + load.sheet()),
                    formats.count(load.rows()),
                    formats.bytes(load.bytes()),
                    load.loadedAt() == null ? "–" : formats.instant(load.loadedAt()),
                    load.run().isEmpty() ? "–" : load.run())),
            Ui.label("sha-256 " + load.sha256(), "code", "muted"));
  }

  /** What is done with the columns of what comes before. */
  private void steps(String id, LineageGraph lineage) {
    List<LineageGraph.Edge> into =
        lineage.edges().stream()
            .filter(edge -> relation(lineage, edge.to()).equals(id))
            .filter(edge -> !relation(lineage, edge.from()).equals(id))
            .toList();
    List<String> gaps =
        lineage.nodes().stream()
            .filter(node -> node.relation().equals(id) && node.gap() != null)
            .map(node -> String.valueOf(node.gap()))
            .distinct()
            .toList();
    gaps.forEach(gap -> closely.getChildren().add(Ui.paragraph(messages.sentence(gap), "warning")));
    if (into.isEmpty()) {
      return;
    }
    closely
        .getChildren()
        .add(
            Columns.table(
                messages.text("lineage.steps"),
                into,
                MOST_STEPS,
                Columns.words(
                    messages.text("lineage.column"), 190, edge -> lastPart(edge.to(), ".")),
                Columns.words(messages.text("lineage.from"), 280, LineageGraph.Edge::from),
                Columns.words(
                    messages.text("lineage.how"),
                    130,
                    edge ->
                        messages.text("lineage.how." + edge.how().name().toLowerCase(Locale.ROOT))),
                Columns.words(
                    messages.text("lineage.expression"), 420, LineageGraph.Edge::expression)));
  }

  private static String relation(LineageGraph lineage, String node) {
    return lineage
        .node(node)
        .map(one -> one.kind() == LineageGraph.Kind.FILE ? one.id() : one.relation())
        .orElse(node);
  }

  private void rows(String id) {
    RowSources.Source source = model.source(id);
    Rows rows = model.rowsProperty().get();
    if (source == null || rows == null) {
      return;
    }
    var grid =
        new DataGrid(
            messages.text("lineage.rows.here"), messages, desk.background(), desk.dialogs());
    grid.show(rows);
    grid.setPrefHeight(320);
    grid.setMinHeight(220);
    VBox.setVgrow(grid, Priority.ALWAYS);
    closely
        .getChildren()
        .addAll(
            Ui.heading(
                messages.text(
                    source.exact() ? "lineage.rows.exact" : "lineage.rows.some",
                    formats.count(rows.count()))),
            notes(source),
            grid);
  }

  private Node notes(RowSources.Source source) {
    var notes = new VBox(2);
    source
        .notes()
        .forEach(note -> notes.getChildren().add(Ui.paragraph(messages.sentence(note), "muted")));
    return notes;
  }
}
