package io.liftwerk.guardrails.structure;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks through a JSON Schema's references: where they lead, and whether they lead in a circle that
 * stays at one place of the document. A circle through {@code properties} or {@code items} goes
 * deeper with every turn and ends where the document does.
 */
final class SchemaCycles {

  /** Keywords whose subschemas judge the same place of the document (core specification, 10.2). */
  private static final Set<String> SAME_PLACE =
      Set.of("allOf", "anyOf", "oneOf", "not", "if", "then", "else", "dependentSchemas", "extends");

  private static final List<String> REFERENCES = List.of("$ref", "$dynamicRef", "$recursiveRef");

  private final JsonNode root;
  private final Map<String, JsonNode> named = new HashMap<>();
  private final List<JsonNode> all = new ArrayList<>();

  private SchemaCycles(JsonNode root) {
    this.root = root;
  }

  /** What is wrong with a schema's references; null where nothing is. */
  static @Nullable String fault(JsonNode schema) {
    var cycles = new SchemaCycles(schema);
    cycles.collect();
    for (JsonNode node : cycles.all) {
      for (String keyword : REFERENCES) {
        JsonNode reference = node.get(keyword);
        if (reference != null && reference.isTextual()) {
          String fault = cycles.leadsNowhere(reference.asText());
          if (fault != null) {
            return fault;
          }
        }
      }
    }
    return cycles.circle();
  }

  private void collect() {
    Deque<JsonNode> open = new ArrayDeque<>();
    open.add(root);
    while (!open.isEmpty()) {
      JsonNode node = open.pop();
      if (node.isObject()) {
        all.add(node);
        name(node, "$id", "");
        name(node, "id", "");
        name(node, "$anchor", "#");
        name(node, "$dynamicAnchor", "#");
      }
      node.forEach(open::push);
    }
  }

  private void name(JsonNode node, String keyword, String before) {
    JsonNode name = node.get(keyword);
    if (name != null && name.isTextual()) {
      named.putIfAbsent(before + name.asText(), node);
    }
  }

  private @Nullable String leadsNowhere(String reference) {
    if (target(reference) != null || reference.startsWith("classpath:")) {
      return null;
    }
    if (reference.startsWith("https://json-schema.org/")
        || reference.startsWith("http://json-schema.org/")) {
      return null;
    }
    return reference.startsWith("#")
        ? "the reference '" + reference + "' leads nowhere"
        : "the reference '" + reference + "' leads out of it, and nothing is fetched";
  }

  /** Where a reference leads within the schema; null for elsewhere or nowhere. */
  private @Nullable JsonNode target(String reference) {
    if (reference.equals("#") || reference.isEmpty()) {
      return root;
    }
    JsonNode byName = named.get(reference);
    if (byName != null) {
      return byName;
    }
    int hash = reference.indexOf('#');
    JsonNode base = root;
    if (hash > 0) {
      JsonNode document = byId(reference.substring(0, hash));
      if (document == null) {
        return null;
      }
      base = document;
    } else if (hash < 0) {
      return byId(reference);
    }
    String pointer = reference.substring(hash + 1);
    if (pointer.isEmpty()) {
      return base;
    }
    if (!pointer.startsWith("/")) {
      return named.get("#" + pointer);
    }
    // a percent sign that is none of an escape leads nowhere
    String decoded =
        pointer.matches("(?:[^%]|%[0-9A-Fa-f]{2})*")
            ? URLDecoder.decode(pointer.replace("+", "%2B"), StandardCharsets.UTF_8)
            : pointer;
    JsonNode node = base.at(decoded);
    return node.isMissingNode() ? null : node;
  }

  /** A subschema by its {@code $id}, whole or by its last part. */
  private @Nullable JsonNode byId(String id) {
    JsonNode node = named.get(id);
    if (node != null) {
      return node;
    }
    return named.entrySet().stream()
        .filter(entry -> entry.getKey().endsWith("/" + id))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(null);
  }

  /** A node on the way, and those it leads to that are not yet looked at. */
  private record Open(JsonNode node, Deque<JsonNode> next) {}

  private @Nullable String circle() {
    Map<JsonNode, Boolean> done = new IdentityHashMap<>();
    for (JsonNode start : all) {
      Deque<Open> path = new ArrayDeque<>();
      Map<JsonNode, Boolean> onPath = new IdentityHashMap<>();
      enter(start, path, onPath, done);
      while (!path.isEmpty()) {
        Open open = path.peek();
        if (open.next().isEmpty()) {
          onPath.remove(open.node());
          done.put(open.node(), true);
          path.pop();
          continue;
        }
        JsonNode next = open.next().pop();
        if (onPath.containsKey(next)) {
          return "its references lead in a circle"
              + (reference(open.node()).isEmpty() ? "" : " at '" + reference(open.node()) + "'");
        }
        enter(next, path, onPath, done);
      }
    }
    return null;
  }

  private void enter(
      JsonNode node, Deque<Open> path, Map<JsonNode, Boolean> onPath, Map<JsonNode, Boolean> done) {
    if (!done.containsKey(node) && node.isObject()) {
      onPath.put(node, true);
      path.push(new Open(node, next(node)));
    }
  }

  private Deque<JsonNode> next(JsonNode node) {
    Deque<JsonNode> next = new ArrayDeque<>();
    for (String keyword : REFERENCES) {
      JsonNode reference = node.get(keyword);
      if (reference != null && reference.isTextual()) {
        JsonNode target = target(reference.asText());
        if (target != null) {
          next.add(target);
        }
      }
    }
    node.properties()
        .forEach(
            entry -> {
              if (SAME_PLACE.contains(entry.getKey())) {
                if (entry.getValue().isArray() || entry.getKey().equals("dependentSchemas")) {
                  entry.getValue().forEach(next::add);
                } else {
                  next.add(entry.getValue());
                }
              }
            });
    return next;
  }

  private static String reference(JsonNode node) {
    for (String keyword : REFERENCES) {
      if (node.hasNonNull(keyword)) {
        return node.get(keyword).asText();
      }
    }
    return "";
  }
}
