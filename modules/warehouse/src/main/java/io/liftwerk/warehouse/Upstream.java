package io.liftwerk.warehouse;

import io.liftwerk.workspace.TableRef;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What the tables that stand were made of, all the way to bronze. */
final class Upstream {

  /**
   * What one table is made of.
   *
   * @param models the model that made it, and all above
   * @param sources tables of bronze, by name
   */
  record Of(List<BuiltModels.Row> models, List<String> sources) {

    /** Number of the last run that built one of the models; 0 when no model made the table. */
    long built() {
      return models.stream().mapToLong(model -> Long.parseLong(model.run())).max().orElse(0);
    }
  }

  private final Map<String, BuiltModels.Row> models = new HashMap<>();
  private final Map<String, Of> known = new HashMap<>();

  private Upstream() {}

  static Upstream of(Connection connection) throws SQLException {
    var upstream = new Upstream();
    for (BuiltModels.Row row : BuiltModels.read(connection).values()) {
      upstream.models.put(key(row.table()), row);
    }
    return upstream;
  }

  private static String key(TableRef table) {
    return table.toString().toLowerCase(Locale.ROOT);
  }

  /** As {@link BuiltModels} writes it, which is always with its schema, whatever that is. */
  private static TableRef table(String qualified) {
    int dot = qualified.indexOf('.');
    return new TableRef(qualified.substring(0, dot), qualified.substring(dot + 1));
  }

  /** Of a table of any layer; one of bronze is its own source. */
  Of of(TableRef table) {
    return known.computeIfAbsent(key(table), start -> walk(table));
  }

  private Of walk(TableRef table) {
    Set<TableRef> seen = new LinkedHashSet<>(List.of(table));
    var open = new ArrayDeque<>(seen);
    Set<BuiltModels.Row> rows = new LinkedHashSet<>();
    Set<String> sources = new LinkedHashSet<>();
    while (!open.isEmpty()) {
      TableRef next = open.remove();
      if (next.schema().equals(Lineage.BRONZE)) {
        sources.add(next.name());
      }
      BuiltModels.Row row = models.get(key(next));
      if (row == null) {
        continue;
      }
      rows.add(row);
      for (String read : row.reads()) {
        TableRef from = table(read);
        if (seen.add(from)) {
          open.add(from);
        }
      }
    }
    return new Of(List.copyOf(rows), sources.stream().sorted().toList());
  }
}
