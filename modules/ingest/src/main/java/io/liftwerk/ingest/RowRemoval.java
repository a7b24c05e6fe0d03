package io.liftwerk.ingest;

import java.util.List;

/**
 * Takes rows out of a load for good. Elsewhere a load never changes, and its rows are known by
 * where they stand; so what is left is written anew with the line of each row beside it, and what
 * was known of rows is told their new places.
 */
final class RowRemoval {
  private final Session session;
  private final Catalog catalog;

  RowRemoval(Session session, Catalog catalog) {
    this.session = session;
    this.catalog = catalog;
  }

  /** Takes the rows for which {@code condition} is true out of the load {@code id}. */
  void remove(long id, String condition) throws Exception {
    StoredTable stored = catalog.stored(id);
    String table = stored.table();
    String left = " FROM " + table + " WHERE (" + condition + ") IS NOT TRUE";
    session.execute(
        "CREATE OR REPLACE TEMP TABLE erase_places AS SELECT rowid AS was,"
            + " row_number() OVER (ORDER BY rowid) - 1 AS becomes"
            + left);
    session.execute(
        "CREATE OR REPLACE TEMP TABLE erase_retired AS SELECT becomes, by_load FROM load.retired"
            + " JOIN erase_places ON row = was WHERE load_id = "
            + id);
    String line = stored.firstLine() == null ? "" : ", " + stored.row() + " AS _row";
    session.execute(
        "CREATE OR REPLACE TEMP TABLE erase_left AS SELECT *" + line + left + " ORDER BY rowid");
    session.execute("DROP TABLE " + table);
    session.execute("CREATE TABLE " + table + " AS SELECT * FROM erase_left");
    session.execute("DELETE FROM load.retired WHERE load_id = " + id);
    session.execute(
        "INSERT INTO load.retired SELECT " + id + ", becomes, by_load FROM erase_retired");
    for (String temporary : List.of("erase_places", "erase_retired", "erase_left")) {
      session.execute("DROP TABLE " + temporary);
    }
    catalog.store(id, new StoredTable(table, null, 0, stored.typed()));
  }

  /** Makes the views anew that show one of {@code loads}, and says in the catalog what is left. */
  void republish(List<Long> loads) throws Exception {
    var versions = new Versions(session, catalog);
    for (long id : loads) {
      long rows = session.numbers("SELECT count(*) FROM " + Catalog.loadTable(id))[0];
      session.execute("UPDATE load.catalog SET row_count = ? WHERE id = ?", rows, id);
    }
    for (SourceTable table : catalog.live()) {
      if (table.loads().stream().anyMatch(loads::contains)) {
        versions.publish(table);
      }
    }
  }
}
