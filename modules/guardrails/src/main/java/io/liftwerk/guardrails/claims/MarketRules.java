package io.liftwerk.guardrails.claims;

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
  private static final Map<String, String> RULES = new TreeMap<>();

  static {
    rule("DE", "health", "§ 3 HWG, Regulation (EC) 1924/2006");
    rule("DE", "price", "§ 11 PAngV, § 5 UWG");
    rule("DE", "superlative", "§ 5 UWG");
    rule("DE", "test", "§ 5 and § 5a UWG");
    rule("DE", "environment", "§ 5 UWG, BGH I ZR 98/23, Directive (EU) 2024/825");
    rule("DE", "guarantee", "§ 479 BGB, § 5 UWG");
    rule("DE", "safety", "§ 5 UWG, § 3 ProdSG");
    rule("AT", "health", "§ 2 UWG (AT), Regulation (EC) 1924/2006");
    rule("AT", "price", "§ 9a PrAG, § 2 UWG (AT)");
    rule("AT", "superlative", "§ 2 UWG (AT)");
    rule("AT", "test", "§ 2 UWG (AT)");
    rule("AT", "environment", "§ 2 UWG (AT), Directive (EU) 2024/825");
    rule("AT", "guarantee", "§ 9b KSchG");
    rule("AT", "safety", "§ 2 UWG (AT)");
    rule("EU", "health", "Regulation (EC) 1924/2006");
    rule("EU", "price", "Art. 6a Directive 98/6/EC");
    rule("EU", "superlative", "Art. 6 Directive 2005/29/EC");
    rule("EU", "test", "Art. 6 Directive 2005/29/EC");
    rule("EU", "environment", "Directive (EU) 2024/825");
    rule("EU", "guarantee", "Art. 17 Directive (EU) 2019/771");
    rule("EU", "safety", "Art. 6 Directive 2005/29/EC");
    rule("UK", "health", "CAP Code 12.1");
    rule("UK", "price", "CAP Code 3.17, DMCC Act 2024");
    rule("UK", "superlative", "CAP Code 3.7");
    rule("UK", "test", "CAP Code 3.7");
    rule("UK", "environment", "CAP Code 11, Green Claims Code (CMA)");
    rule("UK", "guarantee", "CAP Code 3.53");
    rule("UK", "safety", "CAP Code 3.7");
    rule("US", "health", "FTC Act § 5 and § 12");
    rule("US", "price", "16 CFR 233");
    rule("US", "superlative", "FTC Act § 5");
    rule("US", "test", "16 CFR 255");
    rule("US", "environment", "16 CFR 260 (Green Guides)");
    rule("US", "guarantee", "16 CFR 239");
    rule("US", "safety", "FTC Act § 5");
  }

  private MarketRules() {}

  private static void rule(String market, String kind, String source) {
    RULES.put(market + kind, source);
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
