package io.liftwerk.guardrails;

import io.liftwerk.workspace.WorkbenchException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** {@code guardrails.yml} as a tree that knows where everything stands. */
final class PolicyNodes {
  private PolicyNodes() {}

  static Node parse(String text) {
    var options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    try {
      Node root = new Yaml(options).compose(new StringReader(text));
      if (root == null) {
        throw broken(1, "it does not begin with a key", null);
      }
      return root;
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      throw broken(line, "it is no YAML (" + firstLine(e.getProblem()) + ")", e);
    } catch (YAMLException e) {
      throw broken(1, "it is no YAML (" + firstLine(e.getMessage()) + ")", e);
    }
  }

  /** The entries of a mapping, whose keys are all among {@code known}; none when it is missing. */
  static Map<String, Node> entries(@Nullable Node node, Set<String> known) {
    Map<String, Node> entries = entries(node);
    for (NodeTuple tuple : tuples(node)) {
      if (tuple.getKeyNode() instanceof ScalarNode key && !known.contains(key.getValue())) {
        throw broken(
            key, "'" + key.getValue() + "' is none of " + String.join(", ", new TreeSet<>(known)));
      }
    }
    return entries;
  }

  /** The entries of a mapping with keys of any name. */
  static Map<String, Node> entries(@Nullable Node node) {
    var entries = new LinkedHashMap<String, Node>();
    for (NodeTuple tuple : tuples(node)) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        throw broken(tuple.getKeyNode(), "a key must be one word");
      }
      if (entries.put(key.getValue(), tuple.getValueNode()) != null) {
        throw broken(key, "'" + key.getValue() + "' stands twice");
      }
    }
    return entries;
  }

  private static List<NodeTuple> tuples(@Nullable Node node) {
    if (node == null || isEmpty(node)) {
      return List.of();
    }
    if (node instanceof MappingNode mapping) {
      return mapping.getValue();
    }
    throw broken(node, "there must be keys with values");
  }

  /** A list's items; a single value as one; none when it is missing. */
  static List<Node> items(@Nullable Node node) {
    if (node == null || isEmpty(node)) {
      return List.of();
    }
    return node instanceof SequenceNode sequence ? sequence.getValue() : List.of(node);
  }

  static List<String> words(@Nullable Node node, String name) {
    var words = new ArrayList<String>();
    for (Node item : items(node)) {
      words.add(word(item, name));
    }
    return words;
  }

  static String word(Node node, String name) {
    if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
      return scalar.getValue().strip();
    }
    throw broken(node, "'" + name + "' must be one value");
  }

  /** A number from {@code least} to {@code most}. */
  static double number(Node node, String name, double least, double most) {
    String text = word(node, name);
    double number = text.matches("[0-9]{1,6}(\\.[0-9]{1,6})?") ? Double.parseDouble(text) : -1;
    if (number < least || number > most) {
      throw broken(
          node,
          "'"
              + name
              + "' must be a number from "
              + plain(least)
              + " to "
              + plain(most)
              + ", not '"
              + text
              + "'");
    }
    return number;
  }

  private static String plain(double number) {
    return String.valueOf((long) number);
  }

  static boolean yes(Node node, String name) {
    return switch (word(node, name)) {
      case "true", "yes", "ja" -> true;
      case "false", "no", "nein" -> false;
      case String other ->
          throw broken(node, "'" + name + "' must be true or false, not '" + other + "'");
    };
  }

  static boolean isEmpty(Node node) {
    return node instanceof ScalarNode scalar && scalar.getValue().isEmpty();
  }

  private static String firstLine(@Nullable String text) {
    return String.valueOf(text).lines().findFirst().orElse("");
  }

  static WorkbenchException broken(Node where, String what) {
    return broken(where.getStartMark().getLine() + 1, what, null);
  }

  static WorkbenchException broken(int line, String what, @Nullable Throwable cause) {
    return new WorkbenchException(
        "guard-policy",
        "guardrails.yml cannot be used: line %d: %s.".formatted(line, what),
        "Correct the line, or remove the file: it is made anew.",
        cause);
  }
}
