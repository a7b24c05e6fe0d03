package io.liftwerk.briefs;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Search terms of a cluster.
 *
 * @param terms the most clicked first
 * @param intents clicks of each intent
 */
record Searches(List<String> terms, Map<String, Long> intents) {
  static final Searches NONE = new Searches(List.of(), Map.of());

  Searches {
    terms = List.copyOf(terms);
    intents = new TreeMap<>(intents);
  }
}
