package io.liftwerk.guardrails;

import static io.liftwerk.guardrails.PolicyNodes.broken;
import static io.liftwerk.guardrails.PolicyNodes.entries;
import static io.liftwerk.guardrails.PolicyNodes.word;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads what is put in the place of something found: one word, or one word with settings. */
final class OperatorReader {
  private OperatorReader() {}

  static Operator read(@Nullable Node node, String name, Operator usual) {
    if (node == null || PolicyNodes.isEmpty(node)) {
      return usual;
    }
    if (node instanceof ScalarNode) {
      return named(node, word(node, name));
    }
    Map<String, Node> parts = entries(node, Set.of("mask", "replace", "hash"));
    if (parts.size() != 1) {
      throw broken(node, "'" + name + "' has one of mask, replace and hash");
    }
    Map.Entry<String, Node> only = parts.entrySet().iterator().next();
    return switch (only.getKey()) {
      case "mask" -> mask(only.getValue());
      case "replace" -> new Operator.Replace(word(only.getValue(), "replace"));
      default -> hash(only.getValue());
    };
  }

  private static Operator named(Node node, String word) {
    return switch (word) {
      case "redact" -> new Operator.Redact();
      case "replace" -> new Operator.Replace("");
      case "mask" -> new Operator.Mask("*", Integer.MAX_VALUE, false);
      case "pseudonymise" -> new Operator.Pseudonymise();
      case "keep" -> new Operator.Keep();
      case "block" -> new Operator.Block();
      default ->
          throw broken(
              node,
              "'" + word + "' is none of block, hash, keep, mask, pseudonymise, redact, replace");
    };
  }

  private static Operator mask(Node node) {
    Map<String, Node> parts = entries(node, Set.of("character", "count", "from-end"));
    Node character = parts.get("character");
    Node count = parts.get("count");
    Node fromEnd = parts.get("from-end");
    String sign = character == null ? "*" : word(character, "character");
    if (character != null && sign.codePointCount(0, sign.length()) != 1) {
      throw broken(character, "'character' must be one character");
    }
    return new Operator.Mask(
        sign,
        count == null ? Integer.MAX_VALUE : (int) PolicyNodes.number(count, "count", 0, 999_999),
        fromEnd != null && PolicyNodes.yes(fromEnd, "from-end"));
  }

  private static Operator hash(Node node) {
    Map<String, Node> parts = entries(node, Set.of("bits", "salt"));
    Node bits = parts.get("bits");
    Node salt = parts.get("salt");
    // a telephone number's hash without a salt is looked up in minutes
    if (salt == null || word(salt, "salt").length() < 16) {
      throw broken(node, "'hash' needs a salt of at least 16 characters");
    }
    int size = bits == null ? 256 : (int) PolicyNodes.number(bits, "bits", 256, 512);
    if (size != 256 && size != 512) {
      throw broken(node, "'bits' must be 256 or 512");
    }
    return new Operator.Hash(size, word(salt, "salt"));
  }
}
