package io.liftwerk.guardrails;

import static io.liftwerk.guardrails.PolicyNodes.broken;
import static io.liftwerk.guardrails.PolicyNodes.entries;
import static io.liftwerk.guardrails.PolicyNodes.number;
import static io.liftwerk.guardrails.PolicyNodes.word;
import static io.liftwerk.guardrails.PolicyNodes.words;

import io.liftwerk.guardrails.GuardPolicy.CitationPolicy;
import io.liftwerk.guardrails.GuardPolicy.Claim;
import io.liftwerk.guardrails.GuardPolicy.ClaimPolicy;
import io.liftwerk.guardrails.GuardPolicy.InjectionPolicy;
import io.liftwerk.guardrails.GuardPolicy.ModerationPolicy;
import io.liftwerk.guardrails.GuardPolicy.PersonalPolicy;
import io.liftwerk.guardrails.GuardPolicy.StylePolicy;
import io.liftwerk.guardrails.GuardPolicy.UrlPolicy;
import io.liftwerk.guardrails.GuardPolicy.WordRule;
import io.liftwerk.workspace.WorkbenchException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Reads {@code guardrails.yml}. A mistake is refused with its line, never read as another thing.
 */
final class PolicyReader {
  static final int FORMAT = 1;

  static final Set<String> CATEGORIES = Set.of("hate", "threat", "violence", "sexual", "self-harm");
  static final Set<String> TONES = Set.of("shouting", "exclamation", "pressure", "negative");

  private PolicyReader() {}

  /**
   * @param folder from where the list of claims is named; null when there is none
   * @throws WorkbenchException code {@code guard-policy}, with the line
   */
  static GuardPolicy read(String text, @Nullable Path folder) {
    Map<String, Node> parts =
        entries(
            PolicyNodes.parse(text),
            Set.of(
                "format",
                "personal-data",
                "secrets",
                "injection",
                "moderation",
                "claims",
                "structure",
                "citation",
                "style",
                "url"));
    Node format = parts.get("format");
    if (format != null && number(format, "format", 1, 999_999) > FORMAT) {
      throw broken(format, "it was written for a newer Liftwerk");
    }
    Node structure = parts.get("structure");
    return new GuardPolicy(
        personal(parts.get("personal-data")),
        OperatorReader.read(parts.get("secrets"), "secrets", new Operator.Replace("")),
        injection(parts.get("injection")),
        moderation(parts.get("moderation")),
        claims(parts.get("claims"), folder),
        structure == null || PolicyNodes.isEmpty(structure) ? null : shape(structure),
        citation(parts.get("citation")),
        style(parts.get("style")),
        url(parts.get("url")));
  }

  private static PersonalPolicy personal(@Nullable Node node) {
    Operator otherwise = new Operator.Replace("");
    var kinds = new LinkedHashMap<String, Operator>();
    Set<String> allowed = Set.of();
    for (var entry : entries(node).entrySet()) {
      Node value = entry.getValue();
      String name = entry.getKey();
      if (name.equals("allowed")) {
        allowed = lower(words(value, name));
      } else if (name.equals("otherwise")) {
        otherwise = OperatorReader.read(value, name, otherwise);
      } else if (PersonalKinds.all().contains(name)) {
        kinds.put(name, OperatorReader.read(value, name, otherwise));
      } else {
        throw broken(
            value, "'" + name + "' is none of allowed, otherwise, " + PersonalKinds.list());
      }
    }
    return new PersonalPolicy(otherwise, kinds, allowed);
  }

  private static InjectionPolicy injection(@Nullable Node node) {
    Map<String, Node> parts = entries(node, Set.of("input", "source", "output", "certainty"));
    Node certainty = parts.get("certainty");
    return new InjectionPolicy(
        decision(parts.get("input"), "input", Decision.BLOCK),
        decision(parts.get("source"), "source", Decision.BLOCK),
        decision(parts.get("output"), "output", Decision.BLOCK),
        certainty == null ? 0.5 : number(certainty, "certainty", 0, 1));
  }

  private static ModerationPolicy moderation(@Nullable Node node) {
    var known = new HashSet<>(CATEGORIES);
    known.add("allowed");
    Map<String, Node> parts = entries(node, known);
    var categories = new LinkedHashMap<String, Decision>();
    for (String category : CATEGORIES) {
      categories.put(category, decision(parts.get(category), category, Decision.BLOCK));
    }
    return new ModerationPolicy(categories, lower(words(parts.get("allowed"), "allowed")));
  }

  private static ClaimPolicy claims(@Nullable Node node, @Nullable Path folder) {
    Map<String, Node> parts =
        entries(
            node,
            Set.of(
                "unsupported",
                "competitors",
                "brand",
                "markets",
                "list",
                "allowed",
                "forbidden",
                "names",
                "words"));
    var list = new ArrayList<Claim>();
    words(parts.get("allowed"), "allowed").forEach(text -> list.add(claim(text, true)));
    words(parts.get("forbidden"), "forbidden").forEach(text -> list.add(claim(text, false)));
    for (Node file : PolicyNodes.items(parts.get("list"))) {
      String name = word(file, "list");
      if (folder == null) {
        throw broken(file, "a list of claims needs a workspace's folder");
      }
      list.addAll(ClaimList.read(folder.resolve(name)));
    }
    Node brand = parts.get("brand");
    return new ClaimPolicy(
        decision(parts.get("unsupported"), "unsupported", Decision.BLOCK),
        decision(parts.get("competitors"), "competitors", Decision.BLOCK),
        brand == null || PolicyNodes.isEmpty(brand) ? "" : word(brand, "brand"),
        markets(parts.get("markets")),
        list,
        words(parts.get("names"), "names"),
        wordRules(parts.get("words")));
  }

  private static Claim claim(String text, boolean allowed) {
    return new Claim(text, "", allowed, "", null, List.of());
  }

  private static List<WordRule> wordRules(@Nullable Node node) {
    var rules = new ArrayList<WordRule>();
    for (Node item : PolicyNodes.items(node)) {
      Map<String, Node> parts =
          entries(item, Set.of("words", "allowed", "brands", "markets", "reason"));
      List<String> words = words(parts.get("words"), "words");
      if (words.isEmpty()) {
        throw broken(item, "'words' is missing");
      }
      Node allowed = parts.get("allowed");
      Node reason = parts.get("reason");
      rules.add(
          new WordRule(
              words,
              allowed != null && PolicyNodes.yes(allowed, "allowed"),
              words(parts.get("brands"), "brands"),
              markets(parts.get("markets")),
              reason == null ? "" : word(reason, "reason")));
    }
    return rules;
  }

  private static List<String> markets(@Nullable Node node) {
    var markets = new ArrayList<String>();
    for (Node item : PolicyNodes.items(node)) {
      String market = word(item, "markets").toUpperCase(Locale.ROOT);
      if (!market.matches("[A-Z]{2}")) {
        throw broken(item, "a market is a code of two letters such as DE, not '" + market + "'");
      }
      markets.add(market.equals("GB") ? "UK" : market);
    }
    return markets;
  }

  private static Shape shape(Node node) {
    Map<String, Node> parts = entries(node, Set.of("schema", "expression", "lines"));
    if (parts.size() != 1) {
      throw broken(node, "'structure' has one of schema, expression and lines");
    }
    Map.Entry<String, Node> only = parts.entrySet().iterator().next();
    String text = word(only.getValue(), only.getKey());
    return switch (only.getKey()) {
      case "schema" -> new Shape.JsonShape(text);
      case "expression" -> new Shape.RegexShape(text);
      default -> new Shape.LineShape(text);
    };
  }

  private static CitationPolicy citation(@Nullable Node node) {
    Map<String, Node> parts = entries(node, Set.of("missing", "unsupported"));
    return new CitationPolicy(
        decision(parts.get("missing"), "missing", Decision.REDACT),
        decision(parts.get("unsupported"), "unsupported", Decision.REDACT));
  }

  private static StylePolicy style(@Nullable Node node) {
    Map<String, Node> parts =
        entries(
            node,
            Set.of(
                "otherwise",
                "address",
                "forbidden",
                "forbidden-words",
                "longest-sentence",
                "least-ease",
                "tone"));
    Node longest = parts.get("longest-sentence");
    Node ease = parts.get("least-ease");
    List<String> tone = words(parts.get("tone"), "tone");
    for (Node item : PolicyNodes.items(parts.get("tone"))) {
      if (!TONES.contains(word(item, "tone"))) {
        throw broken(
            item,
            "'" + word(item, "tone") + "' is none of exclamation, negative, pressure, shouting");
      }
    }
    return new StylePolicy(
        decision(parts.get("otherwise"), "otherwise", Decision.PASS),
        address(parts.get("address")),
        words(parts.get("forbidden-words"), "forbidden-words"),
        decision(parts.get("forbidden"), "forbidden", Decision.BLOCK),
        longest == null ? 0 : (int) number(longest, "longest-sentence", 0, 999),
        ease == null || PolicyNodes.isEmpty(ease) ? null : number(ease, "least-ease", 0, 100),
        new HashSet<>(tone));
  }

  private static Address address(@Nullable Node node) {
    if (node == null || PolicyNodes.isEmpty(node)) {
      return Address.EITHER;
    }
    for (Address address : Address.values()) {
      if (address.word().equals(word(node, "address").toLowerCase(Locale.ROOT))) {
        return address;
      }
    }
    throw broken(node, "an address is du, sie or either, not '" + word(node, "address") + "'");
  }

  private static UrlPolicy url(@Nullable Node node) {
    Map<String, Node> parts = entries(node, Set.of("unknown", "hosts"));
    return new UrlPolicy(
        decision(parts.get("unknown"), "unknown", Decision.REDACT),
        lower(words(parts.get("hosts"), "hosts")));
  }

  private static Decision decision(@Nullable Node node, String name, Decision usual) {
    if (node == null || PolicyNodes.isEmpty(node)) {
      return usual;
    }
    String word = word(node, name);
    for (Decision decision : Decision.values()) {
      if (decision.word().equals(word)) {
        return decision;
      }
    }
    throw broken(node, "'" + name + "' must be pass, redact or block, not '" + word + "'");
  }

  private static Set<String> lower(List<String> words) {
    var lower = new HashSet<String>();
    words.forEach(word -> lower.add(word.toLowerCase(Locale.ROOT)));
    return lower;
  }
}
