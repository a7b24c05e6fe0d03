package io.liftwerk.warehouse.project;

import io.liftwerk.warehouse.model.ComputedSource;
import io.liftwerk.workspace.TableRef;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What needs what. Nodes are names: of models as they are, of computed tables as {@code
 * liftwerk.NAME}, which no model's name can be.
 */
final class Graph {
  private final Map<String, List<String>> needs = new TreeMap<>();
  private final Map<String, List<String>> circles = new LinkedHashMap<>();
  private final List<String> order = new ArrayList<>();

  /** {@code node} needs {@code others}; those that are no nodes are not waited for. */
  void add(String node, Collection<String> others) {
    needs.put(node, others.stream().sorted().toList());
  }

  /** Works out order and circles; ties are broken by name, so that an order is the same always. */
  void sort() {
    var done = new LinkedHashSet<String>();
    for (String node : needs.keySet()) {
      visit(node, new ArrayDeque<>(), done);
    }
    done.stream().filter(node -> !circles.containsKey(node)).forEach(order::add);
  }

  private void visit(String node, Deque<String> path, Set<String> done) {
    List<String> others = needs.get(node);
    if (others == null || done.contains(node)) {
      return;
    }
    if (path.contains(node)) {
      var circle = new ArrayList<String>();
      for (String step : path) {
        circle.addFirst(step);
        if (step.equals(node)) {
          break;
        }
      }
      circle.add(node);
      circle.forEach(member -> circles.putIfAbsent(member, List.copyOf(circle)));
      return;
    }
    path.push(node);
    others.forEach(other -> visit(other, path, done));
    path.pop();
    done.add(node);
  }

  /** The nodes that are in no circle, each after what it needs. */
  List<String> order() {
    return order;
  }

  /** The nodes that need themselves, each with a way round: its first member is its last. */
  Map<String, List<String>> circles() {
    return circles;
  }

  static String nodeOf(ComputedSource source) {
    return "liftwerk." + String.join(",", source.tables());
  }

  /** The computed source that writes {@code table}, as a node. */
  static List<String> nodesOf(TableRef table, List<ComputedSource> computed) {
    if (!table.schema().equals("liftwerk")) {
      return List.of();
    }
    return computed.stream()
        .filter(source -> source.tables().contains(table.name()))
        .map(Graph::nodeOf)
        .toList();
  }

  /** {@code model} and all models it stands on, by the steps that are there. */
  static Set<String> upstream(String model, List<Project.Step> steps) {
    var wanted = new LinkedHashSet<String>(List.of(model));
    for (Project.Step step : steps.reversed()) {
      switch (step) {
        case Project.ModelStep one when wanted.contains(one.model().name()) -> {
          wanted.addAll(one.model().refs());
          one.model().sources().stream()
              .filter(table -> table.schema().equals("liftwerk"))
              .forEach(table -> wanted.add(table.toString()));
        }
        case Project.ComputedStep one
            when one.source().tables().stream()
                .anyMatch(table -> wanted.contains("liftwerk." + table)) ->
            wanted.addAll(one.source().after());
        default -> {}
      }
    }
    return wanted;
  }
}
