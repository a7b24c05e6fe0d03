package io.liftwerk.knowledge;

import java.util.List;

/**
 * What indexing did.
 *
 * @param run its number
 * @param state of the index now
 * @param sources what was read, by name
 * @param embedded passages that were embedded
 * @param kept passages whose vectors were there already
 * @param removed passages that are no longer there
 * @param notes sentences for the user
 */
public record IndexResult(
    String run,
    IndexState state,
    List<IndexedSource> sources,
    int embedded,
    int kept,
    int removed,
    List<String> notes) {

  public IndexResult {
    sources = List.copyOf(sources);
    notes = List.copyOf(notes);
  }
}
