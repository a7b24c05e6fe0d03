package io.liftwerk.keywords.intent;

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

/** Reads {@code intent.yml}. A mistake is refused with its line, never read as something else. */
final class IntentReader {
  static final int FORMAT = 1;

  private static final Set<String> PARTS =
      Set.of("format", "brands", "competitors", "otherwise", "rules");
  private static final Set<String> RULE = Set.of("name", "intent", "words", "begins", "unless");

  private IntentReader() {}

  /**
   * @throws WorkbenchException code {@code intent-rules}, with the line
   */
  static IntentRules read(String text) {
    Node root = parse(text);
    Map<String, Node> parts = entries(root, PARTS);
    Node format = parts.get("format");
    if (format != null) {
      String number = word(format, "format");
      if (!number.matches("[0-9]{1,6}")) {
        throw broken(format, "'format' must be a whole number, not '" + number + "'");
      }
      if (Integer.parseInt(number) > FORMAT) {
        throw broken(format, "it was written for a newer Liftwerk");
      }
    }
    Node otherwise = parts.get("otherwise");
    return new IntentRules(
        words(parts.get("brands"), "brands"),
        words(parts.get("competitors"), "competitors"),
        otherwise == null ? Intent.UNCLEAR : intent(otherwise, true),
        rules(parts.get("rules")));
  }

  private static Node parse(String text) {
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

  private static List<IntentRule> rules(@Nullable Node node) {
    if (node == null || isEmpty(node)) {
      return List.of();
    }
    if (!(node instanceof SequenceNode sequence)) {
      throw broken(node, "'rules' must be a list");
    }
    var rules = new ArrayList<IntentRule>();
    var names = new TreeSet<String>();
    for (Node item : sequence.getValue()) {
      Map<String, Node> entries = entries(item, RULE);
      String name = word(need(entries, "name", item), "name");
      if (!names.add(name)) {
        throw broken(item, "'" + name + "' stands twice");
      }
      List<String> words = words(entries.get("words"), "words");
      List<String> begins = words(entries.get("begins"), "begins");
      if (words.isEmpty() && begins.isEmpty()) {
        throw broken(item, "the rule '" + name + "' has no words");
      }
      rules.add(
          new IntentRule(
              name,
              intent(need(entries, "intent", item), false),
              words,
              begins,
              words(entries.get("unless"), "unless")));
    }
    return rules;
  }

  private static Intent intent(Node node, boolean otherwise) {
    String word = word(node, "intent");
    Intent intent = Intent.of(word).orElse(null);
    boolean named = intent == Intent.BRAND || intent == Intent.COMPETITOR;
    if (intent == null || named || intent == Intent.UNCLEAR && !otherwise) {
      throw broken(
          node,
          "an intent is transactional, informational, local or navigational, not '" + word + "'");
    }
    return intent;
  }

  private static Map<String, Node> entries(Node node, Set<String> known) {
    if (!(node instanceof MappingNode mapping)) {
      throw broken(node, "there must be keys with values");
    }
    var entries = new LinkedHashMap<String, Node>();
    for (NodeTuple tuple : mapping.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        throw broken(tuple.getKeyNode(), "a key must be one word");
      }
      if (!known.contains(key.getValue())) {
        throw broken(
            key, "'" + key.getValue() + "' is none of " + String.join(", ", new TreeSet<>(known)));
      }
      if (entries.put(key.getValue(), tuple.getValueNode()) != null) {
        throw broken(key, "'" + key.getValue() + "' stands twice");
      }
    }
    return entries;
  }

  private static Node need(Map<String, Node> entries, String name, Node where) {
    Node node = entries.get(name);
    if (node == null) {
      throw broken(where, "'" + name + "' is missing");
    }
    return node;
  }

  /** A list, or a single value as one. */
  private static List<String> words(@Nullable Node node, String name) {
    if (node == null || isEmpty(node)) {
      return List.of();
    }
    if (node instanceof ScalarNode) {
      return List.of(word(node, name));
    }
    if (!(node instanceof SequenceNode sequence)) {
      throw broken(node, "'" + name + "' must be a list");
    }
    var words = new ArrayList<String>();
    for (Node item : sequence.getValue()) {
      words.add(word(item, name));
    }
    return words;
  }

  private static String word(Node node, String name) {
    if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
      return scalar.getValue().strip();
    }
    throw broken(node, "'" + name + "' must be one value");
  }

  private static boolean isEmpty(Node node) {
    return node instanceof ScalarNode scalar && scalar.getValue().isEmpty();
  }

  private static String firstLine(@Nullable String text) {
    return String.valueOf(text).lines().findFirst().orElse("");
  }

  private static WorkbenchException broken(Node where, String what) {
    return broken(where.getStartMark().getLine() + 1, what, null);
  }

  static WorkbenchException broken(int line, String what, @Nullable Throwable cause) {
    return new WorkbenchException(
        "intent-rules",
        "intent.yml cannot be used: line %d: %s.".formatted(line, what),
        "Correct the line, or remove the file: it is made anew.",
        cause);
  }
}
