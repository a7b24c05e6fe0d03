package io.liftwerk.knowledge;

import io.liftwerk.knowledge.Generation.Indexed;
import io.liftwerk.knowledge.Sources.Readable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How a source stands to the index. */
public enum Standing {
  /** It is indexed as it is. */
  CURRENT,
  /** Its rows, or how they are read, have changed since. */
  CHANGED,
  /** It is not indexed yet. */
  NEW,
  /** It is indexed and no longer there. */
  GONE;

  static Map<String, Standing> of(List<Indexed> indexed, List<Readable> sources) {
    var standings = new HashMap<String, Standing>();
    indexed.forEach(one -> standings.put(one.source().source(), GONE));
    for (Readable source : sources) {
      Standing before = standings.get(source.name());
      boolean same =
          indexed.stream()
              .anyMatch(
                  one ->
                      one.source().source().equals(source.name())
                          && one.version().equals(source.version()));
      standings.put(source.name(), before == null ? NEW : same ? CURRENT : CHANGED);
    }
    return standings;
  }

  static List<String> sentences(Generation generation, List<Readable> sources) {
    Map<String, Standing> standings = of(generation.sources(), sources);
    var sentences = new ArrayList<String>();
    for (String source : standings.keySet().stream().sorted().toList()) {
      switch (standings.getOrDefault(source, CURRENT)) {
        case NEW -> sentences.add("The source '%s' is not indexed yet.".formatted(source));
        case CHANGED ->
            sentences.add("The source '%s' has changed since it was indexed.".formatted(source));
        case GONE ->
            sentences.add(
                "The source '%s' is still in the index, but no longer there.".formatted(source));
        default -> {
          // nothing to say
        }
      }
    }
    return sentences;
  }
}
