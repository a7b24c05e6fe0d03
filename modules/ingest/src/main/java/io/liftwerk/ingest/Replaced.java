package io.liftwerk.ingest;

import io.liftwerk.workspace.Identifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Where pseudonyms stand in a load instead of what the file said.
 *
 * @param whole columns whose every value is one, with what they stood for
 * @param within columns in whose text some stand, with how many cells
 */
record Replaced(Map<String, Identifier> whole, Map<String, Long> within) {

  @SuppressWarnings("NullAway") // what JSON leaves out arrives as null
  Replaced {
    whole = whole == null ? Map.of() : new LinkedHashMap<>(whole);
    within = within == null ? Map.of() : new LinkedHashMap<>(within);
  }

  boolean isEmpty() {
    return whole.isEmpty() && within.isEmpty();
  }

  /** Sentences for the user. */
  List<String> notes() {
    var notes = new ArrayList<String>();
    if (!whole.isEmpty()) {
      notes.add(
          "Pseudonyms stand for what identifies people, the originals are in the vault: "
              + whole.keySet().stream().map(Refused::printable).collect(Collectors.joining(", "))
              + ".");
    }
    within.forEach(
        (column, cells) ->
            notes.add(
                "In the text of '"
                    + Refused.printable(column)
                    + "' identifiers were replaced by pseudonyms in "
                    + Reasons.count(cells)
                    + (cells == 1 ? " cell." : " cells.")));
    return notes;
  }
}
