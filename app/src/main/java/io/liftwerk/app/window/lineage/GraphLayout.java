package io.liftwerk.app.window.lineage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Places the nodes of a graph without cycles in columns, so that every edge leads to the right: a
 * node stands right of all it is made from, as near to what is made from it as that allows. Within
 * a column nodes are ordered by the mean place of their neighbours, which takes most crossings out
 * (Sugiyama, Tagawa and Toda, 1981).
 */
final class GraphLayout {
  private static final int SWEEPS = 8;

  /** From what something is made to what is made of it, by their ids. */
  record Edge(String from, String to) {}

  private final Map<String, Set<String>> before = new LinkedHashMap<>();
  private final Map<String, Set<String>> after = new LinkedHashMap<>();

  private GraphLayout(List<String> nodes, List<Edge> edges) {
    for (String node : nodes) {
      before.put(node, new LinkedHashSet<>());
      after.put(node, new LinkedHashSet<>());
    }
    for (Edge edge : edges) {
      if (before.containsKey(edge.from()) && before.containsKey(edge.to())) {
        of(before, edge.to()).add(edge.from());
        of(after, edge.from()).add(edge.to());
      }
    }
  }

  /**
   * The nodes, column by column from left to right, in each from top to bottom.
   *
   * @param nodes ids; their order decides where nothing else does
   * @param edges those that name an unknown node are left out
   */
  static List<List<String>> of(List<String> nodes, List<Edge> edges) {
    var layout = new GraphLayout(nodes, edges);
    List<List<String>> columns = layout.columns();
    for (int i = 0; i < SWEEPS; i++) {
      boolean right = i % 2 == 0;
      layout.sweep(right ? columns : columns.reversed(), right ? layout.before : layout.after);
    }
    return columns;
  }

  private List<List<String>> columns() {
    var depth = new HashMap<String, Integer>();
    for (String node : before.keySet()) {
      depth(node, depth, new HashSet<>());
    }
    // a source that only a late model reads stands right before it, not at the far left
    for (String node : before.keySet()) {
      if (of(before, node).isEmpty() && !of(after, node).isEmpty()) {
        int next =
            of(after, node).stream().mapToInt(each -> depth.getOrDefault(each, 1)).min().orElse(1);
        depth.put(node, next - 1);
      }
    }
    int most = depth.values().stream().mapToInt(Integer::intValue).max().orElse(-1);
    var columns = new ArrayList<List<String>>();
    for (int i = 0; i <= most; i++) {
      columns.add(new ArrayList<>());
    }
    before.keySet().forEach(node -> columns.get(depth.getOrDefault(node, 0)).add(node));
    return columns;
  }

  /** The neighbours of a node, which every node of the graph has, be they none. */
  private static Set<String> of(Map<String, Set<String>> neighbours, String node) {
    return neighbours.computeIfAbsent(node, made -> new LinkedHashSet<>());
  }

  private int depth(String node, Map<String, Integer> known, Set<String> open) {
    Integer found = known.get(node);
    if (found != null) {
      return found;
    }
    int deepest = -1;
    if (open.add(node)) {
      for (String each : of(before, node)) {
        deepest = Math.max(deepest, depth(each, known, open));
      }
      open.remove(node);
    }
    known.put(node, deepest + 1);
    return deepest + 1;
  }

  private void sweep(List<List<String>> columns, Map<String, Set<String>> neighbours) {
    var place = new HashMap<String, Double>();
    for (List<String> column : columns) {
      var centre = new HashMap<String, Double>();
      for (int i = 0; i < column.size(); i++) {
        String node = column.get(i);
        double own = column.size() < 2 ? 0.5 : i / (column.size() - 1.0);
        centre.put(
            node,
            of(neighbours, node).stream()
                .filter(place::containsKey)
                .mapToDouble(place::get)
                .average()
                .orElse(own));
      }
      column.sort(Comparator.comparingDouble(node -> centre.getOrDefault(node, 0.5)));
      for (int i = 0; i < column.size(); i++) {
        place.put(column.get(i), column.size() < 2 ? 0.5 : i / (column.size() - 1.0));
      }
    }
  }
}
