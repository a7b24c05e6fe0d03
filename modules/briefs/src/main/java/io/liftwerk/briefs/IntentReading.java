package io.liftwerk.briefs;

import io.liftwerk.briefs.SearchIntent.PageKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What people want, by the kinds of pages that compete and by the intents of searches. */
final class IntentReading {
  private IntentReading() {}

  /**
   * @param kinds of the pages on the topic, in their order
   * @param sources their numbers
   */
  static SearchIntent of(
      Topic topic, List<String> kinds, List<Integer> sources, Searches searches) {
    Map<String, List<Integer>> byKind = new TreeMap<>();
    for (int i = 0; i < kinds.size(); i++) {
      byKind.computeIfAbsent(kinds.get(i), kind -> new ArrayList<>()).add(sources.get(i));
    }
    List<PageKind> pages =
        byKind.entrySet().stream()
            .map(one -> new PageKind(one.getKey(), one.getValue()))
            .sorted(
                Comparator.comparingInt((PageKind one) -> -one.sources().size())
                    .thenComparing(PageKind::kind))
            .toList();
    boolean mixed =
        byKind.keySet().stream().filter(kind -> !kind.equals(PageKinds.OTHER)).count() > 1;
    return new SearchIntent(
        main(topic, byKind, searches), mixed, why(pages, kinds.size(), searches), pages);
  }

  private static String main(Topic topic, Map<String, List<Integer>> byKind, Searches searches) {
    long buys = searches.intents().getOrDefault("transactional", 0L);
    long asks = searches.intents().getOrDefault("informational", 0L);
    if (buys != asks) {
      return buys > asks ? "transactional" : "informational";
    }
    if (topic.buys()) {
      return "transactional";
    }
    int shops = size(byKind, PageKinds.SHOP);
    int guides = size(byKind, PageKinds.GUIDE) + size(byKind, PageKinds.TEST);
    int forums = size(byKind, PageKinds.FORUM);
    if (shops + guides + forums == 0) {
      return "unclear";
    }
    if (forums > shops && forums > guides) {
      return "community";
    }
    return shops > guides ? "transactional" : "informational";
  }

  private static int size(Map<String, List<Integer>> byKind, String kind) {
    return byKind.getOrDefault(kind, List.of()).size();
  }

  private static String why(List<PageKind> pages, int of, Searches searches) {
    if (pages.isEmpty() && searches.terms().isEmpty()) {
      return "No competitor's page on the topic tells what people want.";
    }
    List<String> parts =
        pages.stream().map(page -> counted(page.kind(), page.sources().size())).toList();
    String bySearches =
        searches.intents().entrySet().stream()
            .max(
                Map.Entry.<String, Long>comparingByValue()
                    .thenComparing(Map.Entry.comparingByKey()))
            .map(one -> clicked(one.getKey()))
            .orElse("");
    String kinds = String.join("; ", parts);
    if (bySearches.isEmpty()) {
      return "Of %d competitors on the topic: %s.".formatted(of, kinds);
    }
    return pages.isEmpty()
        ? bySearches
        : "Of %d competitors on the topic: %s. %s".formatted(of, kinds, bySearches);
  }

  private static String counted(String kind, int pages) {
    boolean one = pages == 1;
    return switch (kind) {
      case PageKinds.SHOP -> one ? "1 shop" : "%d shops".formatted(pages);
      case PageKinds.GUIDE -> one ? "1 guide" : "%d guides".formatted(pages);
      case PageKinds.TEST -> one ? "1 test" : "%d tests".formatted(pages);
      case PageKinds.FORUM -> one ? "1 forum" : "%d forums".formatted(pages);
      default -> one ? "1 other page" : "%d other pages".formatted(pages);
    };
  }

  private static String clicked(String intent) {
    return switch (intent) {
      case "transactional" -> "Most clicks of its searches are by people who want to buy.";
      case "informational" ->
          "Most clicks of its searches are by people who want to know something.";
      case "local" -> "Most clicks of its searches are by people who look for something nearby.";
      case "brand", "navigational" ->
          "Most clicks of its searches are by people who know where they want to go.";
      case "competitor" -> "Most clicks of its searches are by people who look for a competitor.";
      default -> "What people want, most clicks of its searches do not tell.";
    };
  }
}
