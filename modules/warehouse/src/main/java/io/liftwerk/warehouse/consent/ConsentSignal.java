package io.liftwerk.warehouse.consent;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a row's file says of consent: {@code key=value} joined by {@code ;}, with the values as they
 * stand in the file, {@code ;}, {@code =} and {@code %} in them percent-encoded as UTF-8. Empty
 * when it says nothing.
 *
 * @param values by key, blank ones left out
 */
record ConsentSignal(Map<String, String> values) {
  /** A TCF string. */
  static final String TCF = "tcf";

  /** Yes or no, a legal basis, a moment. */
  static final String CONSENT = "consent";

  /** Consent taken back: a yes is a no. */
  static final String OPT_OUT = "optout";

  static final String ANALYTICS_STORAGE = "analytics_storage";
  static final String ADS_STORAGE = "ads_storage";

  private static final Set<String> KEYS =
      Set.of(TCF, CONSENT, OPT_OUT, ANALYTICS_STORAGE, ADS_STORAGE);

  /** The value of {@code key}, empty when it is blank or missing. */
  Optional<String> value(String key) {
    return Optional.ofNullable(values.get(key));
  }

  /** Empty when {@code text} is not written as above, or has a key twice or an unknown one. */
  static Optional<ConsentSignal> parse(String text) {
    if (text.isBlank()) {
      return Optional.of(new ConsentSignal(Map.of()));
    }
    var values = new LinkedHashMap<String, String>();
    for (String part : text.split(";", -1)) {
      int equals = part.indexOf('=');
      String key = equals < 0 ? "" : part.substring(0, equals);
      Optional<String> value = decoded(part.substring(equals + 1));
      if (!KEYS.contains(key) || value.isEmpty() || values.putIfAbsent(key, value.get()) != null) {
        return Optional.empty();
      }
    }
    values.values().removeIf(String::isBlank);
    return Optional.of(new ConsentSignal(values));
  }

  private static Optional<String> decoded(String value) {
    if (value.indexOf('%') < 0) {
      return value.indexOf('=') < 0 ? Optional.of(value) : Optional.empty();
    }
    byte[] from = value.getBytes(StandardCharsets.UTF_8);
    byte[] to = new byte[from.length];
    int length = 0;
    for (int i = 0; i < from.length; i++) {
      if (from[i] != '%') {
        to[length++] = from[i];
        continue;
      }
      int high = i + 2 < from.length ? Character.digit(from[i + 1], 16) : -1;
      int low = high < 0 ? -1 : Character.digit(from[i + 2], 16);
      if (low < 0) {
        return Optional.empty();
      }
      to[length++] = (byte) (high << 4 | low);
      i += 2;
    }
    return Optional.of(new String(to, 0, length, StandardCharsets.UTF_8));
  }
}
