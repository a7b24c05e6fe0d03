package io.liftwerk.warehouse.consent;

import io.liftwerk.workspace.WorkbenchException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * {@code consent.yml} as a tree that knows where everything stands, so that a mistake is told with
 * its line and a change touches nothing else.
 */
final class PolicyNodes {
  private PolicyNodes() {}

  /** A key of a mapping and what it stands for. */
  record Entry(ScalarNode key, Node value) {
    String name() {
      return key.getValue();
    }

    int line() {
      return PolicyNodes.line(key);
    }
  }

  /** The whole file. */
  static MappingNode parse(String text) {
    var options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    Node root;
    try {
      root = new Yaml(options).compose(new StringReader(text));
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      throw broken(line, "it is no YAML (" + firstLine(e.getProblem()) + ")", e);
    } catch (YAMLException e) {
      throw broken(1, "it is no YAML (" + firstLine(e.getMessage()) + ")", e);
    }
    if (root instanceof MappingNode mapping) {
      return mapping;
    }
    throw broken(1, "it does not begin with a key", null);
  }

  private static String firstLine(@Nullable String text) {
    return String.valueOf(text).lines().findFirst().orElse("");
  }

  static int line(Node node) {
    return node.getStartMark().getLine() + 1;
  }

  /** The entries of a mapping, whose keys are all among {@code known}. */
  static List<Entry> entries(Node node, String where, Set<String> known) {
    List<Entry> entries = entries(node, where);
    for (Entry entry : entries) {
      if (!known.contains(entry.name())) {
        throw broken(
            entry.line(),
            "'"
                + entry.name()
                + "' is none of "
                + known.stream().sorted().collect(Collectors.joining(", ")),
            null);
      }
    }
    return entries;
  }

  /** The entries of a mapping; none when it is empty. */
  static List<Entry> entries(Node node, String where) {
    if (isEmpty(node)) {
      return List.of();
    }
    if (!(node instanceof MappingNode mapping)) {
      throw broken(line(node), "'" + where + "' must hold keys with values", null);
    }
    var entries = new ArrayList<Entry>();
    var names = new HashSet<String>();
    for (NodeTuple tuple : mapping.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        throw broken(line(tuple.getKeyNode()), "a key must be one word", null);
      }
      if (!names.add(ConsentPolicy.key(key.getValue()))) {
        throw broken(line(key), "'" + key.getValue() + "' stands twice", null);
      }
      entries.add(new Entry(key, tuple.getValueNode()));
    }
    return entries;
  }

  static Optional<Entry> entry(Node node, String name) {
    return entries(node, name).stream()
        .filter(entry -> ConsentPolicy.key(entry.name()).equals(ConsentPolicy.key(name)))
        .findFirst();
  }

  static boolean isEmpty(Node node) {
    return node instanceof ScalarNode scalar
        && scalar.getScalarStyle() == DumperOptions.ScalarStyle.PLAIN
        && (scalar.getValue().isEmpty()
            || scalar.getValue().equals("~")
            || scalar.getValue().equals("null"));
  }

  /** One value, empty when there is none. */
  static String text(Entry entry) {
    if (isEmpty(entry.value())) {
      return "";
    }
    if (entry.value() instanceof ScalarNode scalar) {
      return scalar.getValue().strip();
    }
    throw broken(line(entry.value()), "'" + entry.name() + "' must be one value", null);
  }

  /** A list, or a single value as one. */
  static List<ScalarNode> list(Entry entry) {
    if (isEmpty(entry.value())) {
      return List.of();
    }
    if (entry.value() instanceof ScalarNode scalar) {
      return List.of(scalar);
    }
    if (!(entry.value() instanceof SequenceNode sequence)) {
      throw broken(line(entry.value()), "'" + entry.name() + "' must be a list", null);
    }
    var values = new ArrayList<ScalarNode>();
    for (Node node : sequence.getValue()) {
      if (!(node instanceof ScalarNode scalar)) {
        throw broken(line(node), "'" + entry.name() + "' must be a list", null);
      }
      values.add(scalar);
    }
    return values;
  }

  /** Where a node's own text ends; a block's mark lies behind the comments that follow it. */
  static int end(Node node) {
    return switch (node) {
      case MappingNode mapping when isBlock(mapping.getFlowStyle(), mapping.getValue()) ->
          end(mapping.getValue().getLast().getValueNode());
      case SequenceNode sequence when isBlock(sequence.getFlowStyle(), sequence.getValue()) ->
          end(sequence.getValue().getLast());
      default -> node.getEndMark().getIndex();
    };
  }

  private static boolean isBlock(DumperOptions.FlowStyle style, List<?> content) {
    return style == DumperOptions.FlowStyle.BLOCK && !content.isEmpty();
  }

  static WorkbenchException broken(int line, String what, @Nullable Throwable cause) {
    return new WorkbenchException(
        "consent-policy",
        "consent.yml cannot be used: line %d: %s.".formatted(line, what),
        "Correct the line; the last build stays as it is.",
        cause);
  }
}
