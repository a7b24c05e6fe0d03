package io.liftwerk.ingest;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Countries as exports write them: ISO 3166 codes, and names in German and English. */
final class Regions {
  private Regions() {}

  /** Names of countries take a while to load, and few files need them. */
  private static final class Codes {
    static final Map<String, String> BY_NAME = byName();

    private static Map<String, String> byName() {
      var codes = new HashMap<String, String>();
      for (String code : Locale.getISOCountries()) {
        Locale country = Locale.of("", code);
        codes.put(code.toLowerCase(Locale.ROOT), code);
        for (Locale language : new Locale[] {Locale.GERMAN, Locale.ENGLISH}) {
          codes.put(country.getDisplayCountry(language).toLowerCase(Locale.ROOT), code);
        }
      }
      return codes;
    }
  }

  /** The code of the country called {@code name}; Germany's when it is none. */
  static String of(String name) {
    return name.isEmpty()
        ? Pseudonymiser.REGION
        : Codes.BY_NAME.getOrDefault(name.strip().toLowerCase(Locale.ROOT), Pseudonymiser.REGION);
  }
}
