package io.liftwerk.guardrails.claims;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Why a kind of claim needs support where it appears. The rules as of 2026, by their own names;
 * what they mean in a case is a lawyer's question.
 */
final class MarketRules {
  private static final Map<String, String> RULES = rules();

  private MarketRules() {}

  private static Map<String, String> rules() {
    var rules = new TreeMap<String, String>();
    try (var in = Objects.requireNonNull(MarketRules.class.getResourceAsStream("markets.txt"))) {
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(" ", 3))
          .forEach(cells -> rules.put(cells[0] + cells[1], cells[2]));
      return rules;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The reason, with the rules of the first two markets. */
  static String reason(String kind, List<String> markets) {
    List<String> rules =
        markets.stream()
            .map(market -> RULES.get(market.toUpperCase(Locale.ROOT) + kind))
            .filter(Objects::nonNull)
            .limit(2)
            .toList();
    String sentence = sentence(kind);
    return rules.isEmpty() ? sentence + "." : sentence + " (" + String.join("; ", rules) + ").";
  }

  private static String sentence(String kind) {
    return switch (kind) {
      case "health" -> "A claim about health needs a source";
      case "price" -> "A claim about prices needs a source";
      case "superlative" -> "A superlative needs a source";
      case "test" -> "A test result needs its source and year";
      case "environment" -> "A claim about the environment needs a source";
      case "guarantee" -> "A guarantee needs its terms";
      default -> "A promise of safety needs a source";
    };
  }
}
