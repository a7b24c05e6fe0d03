package io.liftwerk.app.window.data;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Names of platforms as they write themselves, in every language. */
final class Platforms {
  private static final Map<String, String> SPELT =
      Map.ofEntries(
          Map.entry("ga4", "GA4"),
          Map.entry("dv360", "DV360"),
          Map.entry("tiktok", "TikTok"),
          Map.entry("linkedin", "LinkedIn"),
          Map.entry("hubspot", "HubSpot"),
          Map.entry("woocommerce", "WooCommerce"),
          Map.entry("rudderstack", "RudderStack"),
          Map.entry("crm", "CRM"));

  private Platforms() {}

  /**
   * @param id in kebab case, as recipes write it: {@code google-ads}
   */
  static String name(String id) {
    return Arrays.stream(id.split("-"))
        .filter(word -> !word.isEmpty())
        .map(word -> SPELT.getOrDefault(word, capital(word)))
        .collect(Collectors.joining(" "));
  }

  private static String capital(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }
}
