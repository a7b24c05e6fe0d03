package io.liftwerk.knowledge;

import io.liftwerk.workspace.Hashes;
import java.util.ArrayList;
import java.util.List;

/** A document and the passages it was cut into. */
record Read(SourceDocument document, List<Passage> passages) {

  /** What of it the index holds, as a hash. */
  String sha256() {
    var parts = new ArrayList<String>(List.of(document.sha256()));
    passages.forEach(passage -> parts.add(passage.sha256()));
    return Hashes.sha256(String.join("\n", parts));
  }
}
