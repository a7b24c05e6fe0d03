package io.liftwerk.app.window.data;

import com.fasterxml.jackson.databind.JsonNode;
import io.liftwerk.workspace.RunRecord;
import java.util.ArrayList;
import java.util.List;

/** Which tables a run wrote, read from its result. */
final class Written {
  private Written() {}

  /** Qualified names. */
  static List<String> by(RunRecord run) {
    var names = new ArrayList<String>();
    JsonNode result = run.result();
    if (result == null) {
      return names;
    }
    if (run.job().equals("import")) {
      for (JsonNode table : result.path("tables")) {
        names.add("bronze." + table.path("name").asText());
        if (table.path("rejectsTable").isTextual()) {
          names.add(table.path("rejectsTable").asText());
        }
      }
    }
    if (result.path("scoresTable").isTextual()) {
      names.add(result.path("scoresTable").asText());
    }
    return names;
  }
}
