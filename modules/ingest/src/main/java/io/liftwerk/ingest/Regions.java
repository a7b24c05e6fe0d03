package io.liftwerk.ingest;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Countries as exports write them: ISO 3166 codes, and names in German and English. */
final class Regions {
  private final Map<String, String> codes = new HashMap<>();

  Regions() {
    for (String code : Locale.getISOCountries()) {
      Locale country = Locale.of("", code);
      codes.put(code.toLowerCase(Locale.ROOT), code);
      for (Locale language : new Locale[] {Locale.GERMAN, Locale.ENGLISH}) {
        codes.put(country.getDisplayCountry(language).toLowerCase(Locale.ROOT), code);
      }
    }
  }

  /** The code of the country called {@code name}; Germany's when it is none. */
  String of(String name) {
    return name.isEmpty()
        ? Pseudonymiser.REGION
        : codes.getOrDefault(name.strip().toLowerCase(Locale.ROOT), Pseudonymiser.REGION);
  }
}
