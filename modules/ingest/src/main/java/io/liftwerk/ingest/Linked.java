package io.liftwerk.ingest;

import io.liftwerk.workspace.Sql;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The identifiers in rows that are about to go: the vault keeps their originals only if they stand
 * in other rows as well.
 */
final class Linked {
  private static final int AT_ONCE = 500;

  private final Session session;
  private final Set<String> pseudonyms = new TreeSet<>();

  Linked(Session session) {
    this.session = session;
  }

  /** Notes those in the rows of {@code table} for which {@code condition} is true. */
  void note(WarehouseTables.Stored table, String condition) throws Exception {
    for (String column : table.text()) {
      for (@Nullable String[] row :
          session.query(
              "SELECT DISTINCT "
                  + Wanted.all(column)
                  + " FROM "
                  + table.sql()
                  + " WHERE "
                  + condition)) {
        pseudonyms.add(String.valueOf(row[0]));
      }
    }
  }

  void except(Collection<String> others) {
    pseudonyms.removeAll(others);
  }

  int size() {
    return pseudonyms.size();
  }

  /** Those that stand nowhere any more, once the rows are gone. */
  List<String> unused() throws Exception {
    if (pseudonyms.isEmpty()) {
      return List.of();
    }
    session.execute("CREATE OR REPLACE TEMP TABLE linked_left (pseudonym TEXT)");
    List<String> all = List.copyOf(pseudonyms);
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      String values =
          all.subList(from, Math.min(all.size(), from + AT_ONCE)).stream()
              .map(one -> "(" + Sql.literal(one) + ")")
              .collect(Collectors.joining(", "));
      session.execute("INSERT INTO linked_left VALUES " + values);
    }
    for (WarehouseTables.Stored table : WarehouseTables.of(session)) {
      for (String column : table.text()) {
        session.execute(
            "DELETE FROM linked_left WHERE pseudonym IN (SELECT "
                + Wanted.all(column)
                + " FROM "
                + table.sql()
                + " WHERE contains("
                + Sql.identifier(column)
                + ", '_'))");
      }
    }
    List<String> unused =
        session.query("SELECT pseudonym FROM linked_left ORDER BY 1").stream()
            .map(row -> String.valueOf(row[0]))
            .toList();
    session.execute("DROP TABLE linked_left");
    return unused;
  }
}
