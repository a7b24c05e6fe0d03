package io.liftwerk.ingest;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a column's name says about values that could be one thing or another: eight digits, ten
 * digits, and words such as {@code null} among search terms.
 */
final class NameHints {
  private static final Set<String> TIMES =
      Set.of(
          "timestamp",
          "ts",
          "epoch",
          "unixtime",
          "time",
          "datetime",
          "date",
          "at",
          "created",
          "updated",
          "modified",
          "zeit",
          "zeitpunkt",
          "zeitstempel",
          "datum",
          "heure",
          "horodatage");

  private static final Set<String> COUNTS = Set.of("s", "sec", "ms", "millis", "us", "micros");

  /** Without blanks and signs. */
  private static final Set<String> SEARCH_TERMS =
      Set.of(
          "searchterm",
          "searchterms",
          "customersearchterm",
          "searchquery",
          "query",
          "queries",
          "topqueries",
          "keyword",
          "searchkeyword",
          "suchbegriff",
          "suchbegriffe",
          "suchanfrage",
          "suchanfragen",
          "häufigstesuchanfragen",
          "termederecherche",
          "requête",
          "requêtes",
          "requêteslesplusfréquentes",
          "motclé");

  private NameHints() {}

  /** Whether digits below it may be a day such as {@code 20260131}. */
  static boolean day(String name) {
    return name.toLowerCase(Locale.ROOT).matches(".*(date|datum|day|tag|jour|fecha|dt).*");
  }

  /**
   * Whether long digits below it may count from 1970: {@code event_timestamp}, {@code createdAt}.
   */
  static boolean moment(String name) {
    List<String> words = words(name);
    if (words.contains("timestamp") || words.contains("epoch") || words.contains("unix")) {
      return !words.contains("id");
    }
    int last = words.size() - 1;
    if (last > 0 && COUNTS.contains(words.get(last))) {
      last--;
    }
    return last >= 0 && TIMES.contains(words.get(last));
  }

  /** Whether its values are words that people typed, whatever they look like. */
  static boolean searchTerm(String name) {
    return SEARCH_TERMS.contains(String.join("", words(name)));
  }

  private static List<String> words(String name) {
    String apart = name.replaceAll("(\\p{Ll})(\\p{Lu})", "$1 $2").toLowerCase(Locale.ROOT);
    return Arrays.stream(apart.split("[^\\p{L}]+")).filter(word -> !word.isEmpty()).toList();
  }
}
