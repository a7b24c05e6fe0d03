package io.liftwerk.briefs.cms;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What Google's documentation asks of structured data (developers.google.com, "Structured data
 * markup that Google Search supports"). Without a required property there is no result of the kind;
 * a recommended one makes it more telling.
 */
final class GoogleRules {
  /**
   * @param required each must be there
   * @param either one of these must be there; empty for none
   * @param recommended better there
   * @param note what is to be said in any case; empty for nothing
   */
  private record Rule(
      List<String> required, List<String> either, List<String> recommended, String note) {}

  private static final Map<String, Rule> RULES =
      Map.of(
          "Article",
          new Rule(
              List.of(),
              List.of(),
              List.of("headline", "image", "author", "datePublished", "dateModified"),
              ""),
          "Product",
          new Rule(
              List.of("name"),
              List.of("review", "aggregateRating", "offers"),
              List.of("image", "description", "brand"),
              ""),
          "HowTo",
          new Rule(
              List.of("name", "step"),
              List.of(),
              List.of(),
              "Google shows no how-to results any more (since 2023): HowTo markup only tells what"
                  + " the page means."),
          "FAQPage",
          new Rule(
              List.of("mainEntity"),
              List.of(),
              List.of(),
              "Google shows no FAQ results any more (since May 2026): FAQPage markup only tells"
                  + " what the page means."),
          "BreadcrumbList",
          new Rule(List.of("itemListElement"), List.of(), List.of(), ""),
          "Organization",
          new Rule(List.of(), List.of(), List.of("name", "url", "logo"), ""));

  private GoogleRules() {}

  static List<String> notes(JsonNode data) {
    String type = data.path("@type").asText("");
    Rule rule = RULES.get(type);
    if (rule == null) {
      return List.of();
    }
    var notes = new ArrayList<String>();
    if (!rule.note().isEmpty()) {
      notes.add(rule.note());
    }
    rule.required().stream()
        .filter(field -> isMissing(data, field))
        .forEach(
            field ->
                notes.add(
                    "%s markup lacks %s, without which it says nothing.".formatted(type, field)));
    if (!rule.either().isEmpty()
        && rule.either().stream().allMatch(field -> isMissing(data, field))) {
      notes.add(
          "%s markup needs one of %s: without any Google shows no result for it."
              .formatted(type, String.join(", ", rule.either())));
    }
    List<String> better =
        rule.recommended().stream().filter(field -> isMissing(data, field)).toList();
    if (!better.isEmpty()) {
      notes.add(
          "%s markup lacks %s, which Google recommends."
              .formatted(type, String.join(", ", better)));
    }
    if (type.equals("BreadcrumbList") && data.path("itemListElement").size() == 1) {
      notes.add("Breadcrumbs need two steps at least, and there is one.");
    }
    return notes;
  }

  private static boolean isMissing(JsonNode data, String field) {
    JsonNode value = data.path(field);
    return value.isMissingNode()
        || value.isNull()
        || value.isTextual() && value.asText().isBlank()
        || value.isContainerNode() && value.isEmpty();
  }
}
