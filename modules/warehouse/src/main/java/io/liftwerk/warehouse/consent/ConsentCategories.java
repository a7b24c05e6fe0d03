package io.liftwerk.warehouse.consent;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.liftwerk.workspace.Json;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Consent by category, as customer data platforms write it into an event's context: {@code
 * {"consent":{"categoryPreferences":{"Analytics":true,"Advertising":false}}}} (Segment, <i>Consent
 * in events</i>). Analytics answers to what GA4 calls analytics storage, advertising and marketing
 * to ads storage; all that is said of one of them must be a yes.
 */
final class ConsentCategories {
  private static final Map<String, Set<String>> NAMES =
      Map.of(
          ConsentSignal.ANALYTICS_STORAGE,
              Set.of("analytics", "analytics_storage", "statistics", "performance", "statistik"),
          ConsentSignal.ADS_STORAGE,
              Set.of("advertising", "ads", "ad_storage", "ads_storage", "marketing", "targeting"));

  private ConsentCategories() {}

  /** The answers by key of {@link ConsentSignal}; empty when the cell is no JSON object. */
  static Optional<Map<String, Finding>> read(String cell) {
    String text = cell.strip();
    if (!text.startsWith("{")) {
      return Optional.empty();
    }
    JsonNode tree;
    try {
      tree = Json.mapper().readTree(text);
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
    JsonNode consent = tree.path("consent").isObject() ? tree.path("consent") : tree;
    JsonNode categories = consent.path("categoryPreferences");
    var answers = new HashMap<String, Finding>();
    (categories.isObject() ? categories : consent)
        .properties()
        .forEach(category -> answer(answers, category.getKey(), category.getValue()));
    return Optional.of(answers);
  }

  private static void answer(Map<String, Finding> answers, String category, JsonNode value) {
    String name = category.toLowerCase(Locale.ROOT);
    NAMES.forEach(
        (key, names) -> {
          if (names.contains(name) && value.isValueNode() && !value.isNull()) {
            Finding finding =
                switch (ConsentWords.read(value.asText()).meaning()) {
                  case YES -> Finding.granted("storage-granted");
                  case NO -> Finding.refused("storage-denied");
                  default -> Finding.heldBack("storage-unclear");
                };
            answers.merge(key, finding, (one, other) -> one.covered() ? other : one);
          }
        });
  }
}
