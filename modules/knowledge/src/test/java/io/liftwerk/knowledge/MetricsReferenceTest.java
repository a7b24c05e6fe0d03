package io.liftwerk.knowledge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.liftwerk.testsupport.SharedData;
import io.liftwerk.workspace.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Measures and fusions give what trec_eval, pytrec_eval and ranx give. */
@Tag("reference")
class MetricsReferenceTest {

  @Test
  void goldenRunsAreMeasuredAsTrecEvalDoes() throws IOException {
    Path folder = SharedData.file("data/retrieval/golden_runs");
    int figures = 0;
    try (Stream<Path> files = Files.list(folder)) {
      for (Path run : files.filter(one -> one.toString().endsWith(".run")).sorted().toList()) {
        String name = run.getFileName().toString();
        Path qrels = folder.resolve(name.substring(0, name.indexOf('.')) + ".qrels");
        figures += compare(qrels, run, folder.resolve(name + ".trec_eval"));
      }
    }
    assertTrue(figures > 14_000, "figures compared: " + figures);
  }

  private static int compare(Path qrels, Path run, Path expected) throws IOException {
    Map<String, Map<String, Integer>> judged = judged(qrels);
    Map<String, Map<String, Double>> scores = scores(run);
    Map<String, RetrievalMetrics> measured = new TreeMap<>();
    scores.forEach(
        (query, one) -> {
          if (judged.containsKey(query)) {
            measured.put(
                query, RetrievalMetrics.of(judged.get(query), RetrievalMetrics.order(one)));
          }
        });
    int figures = 0;
    for (String line : Files.readAllLines(expected)) {
      String[] part = line.strip().split("\\s+");
      double found =
          part[1].equals("all")
              ? measured.values().stream().mapToDouble(m -> value(m, part[0])).average().orElse(0)
              : value(Objects.requireNonNull(measured.get(part[1])), part[0]);
      String where = run.getFileName() + " " + part[0] + " " + part[1];
      assertEquals(Double.parseDouble(part[2]), found, 0.5001e-4, where);
      figures++;
    }
    return figures;
  }

  private static double value(RetrievalMetrics metrics, String name) {
    int end = name.lastIndexOf('_');
    int k = name.matches(".*_\\d+") ? Integer.parseInt(name.substring(end + 1)) : 0;
    return switch (k == 0 ? name : name.substring(0, end)) {
      case "map" -> metrics.averagePrecision();
      case "recip_rank" -> metrics.reciprocalRank();
      case "P" -> metrics.precision(k);
      case "recall" -> metrics.recall(k);
      case "ndcg_cut" -> metrics.ndcg(k);
      case "success" -> metrics.success(k);
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static Map<String, Map<String, Integer>> judged(Path file) throws IOException {
    var judged = new HashMap<String, Map<String, Integer>>();
    for (String line : Files.readAllLines(file)) {
      String[] part = line.strip().split("\\s+");
      judged
          .computeIfAbsent(part[0], query -> new HashMap<>())
          .put(part[2], Integer.parseInt(part[3]));
    }
    return judged;
  }

  private static Map<String, Map<String, Double>> scores(Path file) throws IOException {
    var scores = new HashMap<String, Map<String, Double>>();
    for (String line : Files.readAllLines(file)) {
      String[] part = line.strip().split("\\s+");
      scores
          .computeIfAbsent(part[0], query -> new HashMap<>())
          .put(part[2], Double.parseDouble(part[4]));
    }
    return scores;
  }

  @Test
  void peersOwnCasesComeOutAlike() throws IOException {
    Path file = SharedData.file("reference/text_guardrails.json");
    int cases = 0;
    for (JsonNode group : Json.mapper().readTree(file.toFile()).get("groups")) {
      if (group.path("group").asText().equals("ir_metrics")
          && !group.path("repo").asText().equals("usnistgov/trec_eval")) {
        for (JsonNode test : group.get("tests")) {
          for (JsonNode one : test.get("cases")) {
            same(test.get("test").asText(), one);
            cases++;
          }
        }
      }
    }
    assertEquals(16, cases);
  }

  private static void same(String test, JsonNode one) {
    switch (test.split(" ")[0]) {
      case "test_ndcg" -> {
        List<String> order = RetrievalMetrics.order(doubles(one.get("run")));
        RetrievalMetrics metrics = RetrievalMetrics.of(ints(one.get("qrel")), order);
        assertEquals(one.get("expected").asDouble(), metrics.ndcg(order.size()), 1e-9);
      }
      case "ndcg@10" -> {
        RetrievalMetrics metrics = gains(one);
        RetrievalMetrics.Gain gain =
            test.contains("exponential")
                ? RetrievalMetrics.Gain.EXPONENTIAL
                : RetrievalMetrics.Gain.LINEAR;
        assertEquals(one.get("expected").asDouble(), metrics.ndcg(10, gain), 1e-9, test);
      }
      case "hits@5", "hit_rate@5" -> {
        double sum = 0;
        for (int i = 0; i < one.get("ranked").size(); i++) {
          RetrievalMetrics metrics = lists(one.get("relevant").get(i), one.get("ranked").get(i));
          sum += test.startsWith("hits") ? metrics.hits(5) : metrics.success(5);
        }
        assertEquals(one.get("expected_mean").asDouble(), sum / one.get("ranked").size(), 1e-9);
      }
      case "reciprocal_rank@5", "recall@2", "r_precision" -> {
        RetrievalMetrics metrics = lists(one.get("relevant"), one.get("ranked"));
        double found =
            switch (test) {
              case "recall@2" -> metrics.recall(2);
              case "r_precision" -> metrics.rPrecision();
              default -> metrics.reciprocalRank(5);
            };
        assertEquals(one.get("expected").asDouble(), found, 1e-9, test);
      }
      case "rrf" -> fused(one.get("expected"), one.get("runs"), "rrf");
      case "wsum" -> {
        // the case names no runs of its own
        String runs =
            """
            [{"q1": {"d1": 1, "d2": 2, "d3": 3}}, {"q1": {"d1": 3, "d2": 2}}, {"q1": {"d3": 1}}]
            """;
        fused(one.get("expected"), Json.read(runs, JsonNode.class), "wsum");
      }
      case "min_max_norm" ->
          one.get("expected")
              .properties()
              .forEach(
                  query ->
                      alike(
                          doubles(query.getValue()),
                          Fusion.minMax(doubles(one.get("run").get(query.getKey())))));
      default -> throw new IllegalArgumentException(test);
    }
  }

  private static void fused(JsonNode expected, JsonNode runs, String how) {
    expected
        .properties()
        .forEach(
            query -> {
              var rankings = new ArrayList<Map<String, Double>>();
              for (JsonNode run : runs) {
                rankings.add(run.has(query.getKey()) ? doubles(run.get(query.getKey())) : Map.of());
              }
              alike(
                  doubles(query.getValue()),
                  how.equals("rrf")
                      ? Fusion.reciprocalRanks(rankings, 60)
                      : Fusion.weighted(rankings, .3, .2, .5));
            });
  }

  private static void alike(Map<String, Double> expected, Map<String, Double> found) {
    assertEquals(expected.keySet(), found.keySet());
    expected.forEach(
        (document, score) -> assertEquals(score, found.getOrDefault(document, -1.0), 1e-9));
  }

  private static RetrievalMetrics gains(JsonNode one) {
    Map<String, Integer> judged = ints(one.get("qrel"));
    var left = new LinkedHashMap<>(judged);
    var ranking = new ArrayList<String>();
    for (JsonNode gain : one.get("gains_in_rank_order")) {
      String document =
          left.entrySet().stream()
              .filter(entry -> entry.getValue() == gain.asInt())
              .map(Map.Entry::getKey)
              .findFirst()
              .orElse("unjudged" + ranking.size());
      left.remove(document);
      ranking.add(document);
    }
    return RetrievalMetrics.of(judged, ranking);
  }

  private static RetrievalMetrics lists(JsonNode relevant, JsonNode ranked) {
    var judged = new HashMap<String, Integer>();
    relevant.forEach(one -> judged.put(one.asText(), 1));
    var ranking = new ArrayList<String>();
    ranked.forEach(one -> ranking.add(one.asText()));
    return RetrievalMetrics.of(judged, ranking);
  }

  private static Map<String, Double> doubles(JsonNode node) {
    var values = new LinkedHashMap<String, Double>();
    node.properties().forEach(one -> values.put(one.getKey(), one.getValue().asDouble()));
    return values;
  }

  private static Map<String, Integer> ints(JsonNode node) {
    var values = new LinkedHashMap<String, Integer>();
    node.properties().forEach(one -> values.put(one.getKey(), one.getValue().asInt()));
    return values;
  }
}
