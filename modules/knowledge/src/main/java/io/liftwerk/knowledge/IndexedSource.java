package io.liftwerk.knowledge;

import io.liftwerk.text.Language;
import java.util.Map;
import java.util.TreeMap;

/**
 * A source of the index.
 *
 * @param source name of its table in bronze
 * @param role whose it is
 * @param stated whether a person said so; else it goes by the name
 * @param kind what its rows are
 * @param documents how many are indexed
 * @param passages how many they were cut into
 * @param languages documents of each
 */
public record IndexedSource(
    String source,
    Role role,
    boolean stated,
    SourceDocument.Kind kind,
    int documents,
    int passages,
    Map<Language, Integer> languages) {

  public IndexedSource {
    languages = new TreeMap<>(languages);
  }
}
