package io.liftwerk.app.window.lineage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class GraphLayoutTest {

  private static GraphLayout.Edge edge(String from, String to) {
    return new GraphLayout.Edge(from, to);
  }

  @Test
  void aNodeStandsRightOfAllItIsMadeFrom() {
    assertEquals(
        List.of(List.of("bronze"), List.of("staging"), List.of("silver", "note"), List.of("gold")),
        GraphLayout.of(
            List.of("gold", "silver", "note", "staging", "bronze"),
            List.of(
                edge("bronze", "staging"),
                edge("staging", "silver"),
                edge("silver", "gold"),
                edge("bronze", "gold"),
                edge("note", "gold"))));
  }

  @Test
  void crossingsThatNeedNotBeAreTakenOut() {
    assertEquals(
        List.of(List.of("a", "b", "c"), List.of("A", "B", "C")),
        GraphLayout.of(
            List.of("a", "b", "c", "C", "B", "A"),
            List.of(edge("a", "A"), edge("b", "B"), edge("c", "C"))));
  }

  @Test
  void aCycleAndAnUnknownNodeDoNoHarm() {
    var nodes = new TreeSet<String>();
    GraphLayout.of(List.of("a", "b"), List.of(edge("a", "b"), edge("b", "a"), edge("b", "x")))
        .forEach(nodes::addAll);
    assertEquals(new TreeSet<>(List.of("a", "b")), nodes);
    assertEquals(List.of(), GraphLayout.of(List.of(), List.of()));
  }

  @RepeatedTest(20)
  void everyEdgeLeadsToTheRightAndEveryNodeIsThereOnce(RepetitionInfo repetition) {
    var random = new Random(repetition.getCurrentRepetition());
    var nodes = new ArrayList<String>();
    var edges = new ArrayList<GraphLayout.Edge>();
    for (int i = 0; i < 40; i++) {
      nodes.add("n" + i);
      for (int k = 0; k < 3 && i > 0; k++) {
        edges.add(edge("n" + random.nextInt(i), "n" + i));
      }
    }
    List<List<String>> columns = GraphLayout.of(nodes, edges);
    var place = new HashMap<String, Integer>();
    for (int x = 0; x < columns.size(); x++) {
      for (String node : columns.get(x)) {
        assertEquals(null, place.put(node, x), node);
      }
    }
    assertEquals(nodes.size(), place.size());
    for (GraphLayout.Edge edge : edges) {
      int from = place.getOrDefault(edge.from(), 99);
      assertTrue(from < place.getOrDefault(edge.to(), -1), edge.toString());
    }
  }
}
