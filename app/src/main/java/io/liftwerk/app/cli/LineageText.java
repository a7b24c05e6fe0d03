package io.liftwerk.app.cli;

import io.liftwerk.warehouse.LineageGraph;
import io.liftwerk.warehouse.LineageGraph.Edge;
import io.liftwerk.warehouse.LineageGraph.Kind;
import io.liftwerk.warehouse.LineageGraph.Load;
import io.liftwerk.warehouse.LineageGraph.Node;
import io.liftwerk.warehouse.RowSources;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Lineage as a person reads it on a console: a tree, each place drawn out once. */
final class LineageText {
  private static final int MOST_TEXT = 90;
  private static final int HASH = 12;

  private final Console console;
  private final LineageGraph graph;
  private final Set<String> drawn = new HashSet<>();

  private LineageText(Console console, LineageGraph graph) {
    this.console = console;
    this.graph = graph;
  }

  static void print(Console console, LineageGraph graph) {
    var text = new LineageText(console, graph);
    Node target = graph.node(graph.target()).orElseThrow();
    console.line(target.id());
    text.below(target, "");
    text.influences();
  }

  private void below(Node node, String indent) {
    String gap = node.gap();
    if (gap != null) {
      console.line(indent + "   ? " + Texts.sentence(gap));
    }
    if (!drawn.add(node.id())) {
      return;
    }
    List<Edge> edges = edges(node);
    for (int i = 0; i < edges.size(); i++) {
      boolean last = i == edges.size() - 1;
      Edge edge = edges.get(i);
      Node from = graph.node(edge.from()).orElseThrow();
      boolean again = drawn.contains(from.id()) && !edges(from).isEmpty();
      console.line(
          indent
              + (last ? "└─ " : "├─ ")
              + name(from)
              + how(edge)
              + (again ? "  " + Texts.of("lineage.above") : ""));
      if (!again) {
        below(from, indent + (last ? "   " : "│  "));
      }
    }
  }

  /** What carries values; of a column whose origin cannot be told, the tables. */
  private List<Edge> edges(Node node) {
    var edges = new ArrayList<Edge>();
    edges.addAll(graph.into(node.id()).stream().filter(Edge::direct).toList());
    if (node.kind() == Kind.COLUMN && node.gap() != null) {
      edges.addAll(graph.into(node.relation()).stream().filter(Edge::direct).toList());
    }
    return edges;
  }

  private static String name(Node node) {
    Load load = node.load();
    if (load == null) {
      return node.id();
    }
    if (load.sha256().isEmpty()) {
      return Texts.of("lineage.earlier", load.id());
    }
    String sheet = load.sheet();
    return Texts.of(
        "lineage.file",
        sheet == null ? load.file() : load.file() + " / " + sheet,
        load.sha256().substring(0, Math.min(HASH, load.sha256().length())),
        load.rows(),
        load.run());
  }

  private static String how(Edge edge) {
    String expression = edge.steps().isEmpty() ? "" : "  " + shortened(edge.steps());
    return "  [" + label(edge) + "]" + expression;
  }

  private static String label(Edge edge) {
    return Texts.of("lineage." + edge.how().name().toLowerCase(Locale.ROOT));
  }

  private static String shortened(List<String> steps) {
    String text = String.join("  ←  ", steps).replaceAll("\\s+", " ");
    return text.length() <= MOST_TEXT ? text : text.substring(0, MOST_TEXT - 1) + "…";
  }

  /** What decides about rows, a line for each table and kind. */
  private void influences() {
    Map<String, Set<String>> lines = new LinkedHashMap<>();
    for (Edge edge : graph.edges()) {
      if (!edge.direct()) {
        lines
            .computeIfAbsent(edge.to() + "  [" + label(edge) + "]", key -> new LinkedHashSet<>())
            .add(edge.from());
      }
    }
    if (!lines.isEmpty()) {
      console.line("");
      console.line(Texts.of("lineage.influences"));
      lines.forEach((place, from) -> console.line("  " + place + "  " + String.join(", ", from)));
    }
  }

  static void print(Console console, RowSources rows) {
    for (RowSources.Source source : rows.sources()) {
      String state =
          source.exact()
              ? "lineage.rows.exact"
              : source.narrowed() ? "lineage.rows.narrowed" : "lineage.rows.all";
      console.line(Texts.of(state, source.table()));
      console.line("  " + source.query());
      source.notes().forEach(note -> console.line("  " + Texts.sentence(note)));
    }
    if (rows.sources().isEmpty()) {
      console.line(Texts.of("lineage.rows.none", rows.table()));
    }
  }
}
