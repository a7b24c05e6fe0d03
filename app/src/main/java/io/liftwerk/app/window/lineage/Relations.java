package io.liftwerk.app.window.lineage;

import io.liftwerk.warehouse.LineageGraph;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A graph of columns drawn together to one of tables and files: who has a part in it, with which
 * columns, and which arrows carry values rather than only decide about rows.
 */
final class Relations {

  /** A table or file with those of its columns that have a part. */
  record Relation(String id, LineageGraph.Kind kind, Set<String> columns) {}

  private final Map<String, Relation> relations = new LinkedHashMap<>();
  private final Set<GraphLayout.Edge> edges = new LinkedHashSet<>();

  Relations(LineageGraph graph) {
    var owner = new LinkedHashMap<String, String>();
    for (LineageGraph.Node node : graph.nodes()) {
      boolean file = node.kind() == LineageGraph.Kind.FILE;
      String id = file ? node.id() : node.relation();
      owner.put(node.id(), id);
      Relation relation =
          relations.computeIfAbsent(
              id,
              made ->
                  new Relation(
                      made,
                      file ? LineageGraph.Kind.FILE : LineageGraph.Kind.TABLE,
                      new TreeSet<>()));
      if (node.column() != null) {
        relation.columns().add(node.column());
      }
    }
    for (LineageGraph.Edge edge : graph.edges()) {
      String from = owner.get(edge.from());
      String to = owner.get(edge.to());
      if (from != null && to != null && !from.equals(to)) {
        edges.add(new GraphLayout.Edge(from, to));
      }
    }
  }

  List<Relation> all() {
    return List.copyOf(relations.values());
  }

  List<GraphLayout.Edge> edges() {
    return new ArrayList<>(edges);
  }
}
