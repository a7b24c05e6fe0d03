package io.liftwerk.app.window.lineage;

import io.liftwerk.app.window.control.Ui;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.CubicCurve;
import org.jspecify.annotations.Nullable;

/** A graph from left to right; a node can be chosen by mouse and keyboard. */
final class GraphView extends Pane {
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
  private static final PseudoClass FAINT = PseudoClass.getPseudoClass("faint");
  private static final double WIDEST = 176;
  private static final double NARROWEST = 132;
  private static final double HEIGHT = 44;
  private static final double ACROSS = 64;
  private static final double CLOSEST = 30;
  private static final double DOWN = 12;
  private static final double MARGIN = 14;

  /**
   * A node.
   *
   * @param layer style class that colours it
   */
  record Node(String id, String title, String detail, String layer) {}

  private record Drawn(GraphLayout.Edge edge, CubicCurve curve) {}

  private final Map<String, Button> boxes = new HashMap<>();
  private final List<Drawn> curves = new ArrayList<>();
  private final Consumer<String> chosen;
  private final double width;
  private final double across;

  /**
   * @param room width to fit into; where nodes would be too narrow to read, it is scrolled instead
   * @param chosen told the id of a node that is chosen
   */
  GraphView(List<Node> nodes, List<GraphLayout.Edge> edges, double room, Consumer<String> chosen) {
    this.chosen = chosen;
    getStyleClass().add("graph");
    var byId = new HashMap<String, Node>();
    nodes.forEach(node -> byId.put(node.id(), node));
    List<List<String>> columns = GraphLayout.of(nodes.stream().map(Node::id).toList(), edges);
    int count = Math.max(1, columns.size());
    double inside = room - 2 * MARGIN;
    boolean fits = (inside - (count - 1) * CLOSEST) / count >= NARROWEST;
    across = fits ? Math.clamp(inside / count - WIDEST, CLOSEST, ACROSS) : ACROSS;
    width = fits ? Math.min((inside - (count - 1) * across) / count, WIDEST) : WIDEST;
    int most = columns.stream().mapToInt(List::size).max().orElse(1);
    double height = most * (HEIGHT + DOWN) - DOWN;
    for (int x = 0; x < columns.size(); x++) {
      List<String> column = columns.get(x);
      double top = MARGIN + (height - (column.size() * (HEIGHT + DOWN) - DOWN)) / 2;
      for (int y = 0; y < column.size(); y++) {
        Node node = byId.get(column.get(y));
        if (node != null) {
          Button box = box(node);
          box.relocate(MARGIN + x * (width + across), top + y * (HEIGHT + DOWN));
          boxes.put(node.id(), box);
        }
      }
    }
    for (GraphLayout.Edge edge : edges) {
      Button from = boxes.get(edge.from());
      Button to = boxes.get(edge.to());
      if (from != null && to != null) {
        curves.add(new Drawn(edge, curve(from, to)));
      }
    }
    curves.forEach(drawn -> getChildren().add(drawn.curve()));
    columns.forEach(
        column ->
            column.forEach(
                id -> {
                  Button box = boxes.get(id);
                  if (box != null) {
                    getChildren().add(box);
                  }
                }));
    setPrefSize(
        2 * MARGIN + columns.size() * (width + across) - across, 2 * MARGIN + Math.max(height, 60));
    setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
  }

  private Button box(Node node) {
    Label title = Ui.label(node.title(), "strong");
    Label detail = Ui.label(node.detail(), "muted", "small");
    for (Label label : List.of(title, detail)) {
      label.setMaxWidth(width - 20);
    }
    // names of one layer begin alike and differ in their ends
    title.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
    var words = new VBox(title, detail);
    words.setAlignment(Pos.CENTER_LEFT);
    var box = new Button();
    box.setGraphic(words);
    box.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    box.setAccessibleText(node.title() + ", " + node.detail());
    box.setTooltip(new Tooltip(node.id()));
    box.getStyleClass().addAll("graph-node", node.layer());
    box.setPrefSize(width, HEIGHT);
    box.setMinSize(width, HEIGHT);
    box.setMaxSize(width, HEIGHT);
    box.setOnAction(event -> chosen.accept(node.id()));
    return box;
  }

  private CubicCurve curve(Button from, Button to) {
    double startX = from.getLayoutX() + width;
    double startY = from.getLayoutY() + HEIGHT / 2;
    double endX = to.getLayoutX();
    double endY = to.getLayoutY() + HEIGHT / 2;
    double bend = Math.max(across / 2, (endX - startX) / 2);
    var curve =
        new CubicCurve(startX, startY, startX + bend, startY, endX - bend, endY, endX, endY);
    curve.getStyleClass().add("graph-edge");
    curve.setMouseTransparent(true);
    return curve;
  }

  /** Marks a node, and lets everything that has no part in it fade. */
  void choose(@Nullable String id) {
    Set<String> part = id == null ? boxes.keySet() : reachable(id);
    boxes.forEach(
        (node, box) -> {
          box.pseudoClassStateChanged(CHOSEN, node.equals(id));
          box.pseudoClassStateChanged(FAINT, !part.contains(node));
        });
    for (Drawn drawn : curves) {
      boolean on = part.contains(drawn.edge().from()) && part.contains(drawn.edge().to());
      drawn.curve().pseudoClassStateChanged(FAINT, !on);
      drawn.curve().pseudoClassStateChanged(CHOSEN, id != null && on);
    }
  }

  /** The node with all it is made from and all that is made from it. */
  private Set<String> reachable(String id) {
    var part = new HashSet<String>(Set.of(id));
    follow(id, part, true);
    follow(id, part, false);
    return part;
  }

  private void follow(String id, Set<String> part, boolean back) {
    for (Drawn drawn : curves) {
      GraphLayout.Edge edge = drawn.edge();
      String here = back ? edge.to() : edge.from();
      String next = back ? edge.from() : edge.to();
      if (here.equals(id) && part.add(next)) {
        follow(next, part, back);
      }
    }
  }
}
