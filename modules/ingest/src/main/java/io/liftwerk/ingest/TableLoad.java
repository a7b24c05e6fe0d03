package io.liftwerk.ingest;

import io.liftwerk.workspace.Sql;
import io.liftwerk.workspace.WorkbenchException;
import java.util.List;

/** Loads something staged into an immutable table of text with {@code _row}. */
final class TableLoad {
  private final Session session;

  TableLoad(Session session) {
    this.session = session;
  }

  /**
   * Makes {@code table} and fills it.
   *
   * @return false when the rows are not as many as the file has records; the table is gone again
   */
  boolean load(Staged staged, String table, double from, double to, String phrase)
      throws Exception {
    session.execute("CREATE TABLE " + table + " AS " + staged.select(), from, to, phrase);
    long[] found =
        session.numbers(
            "SELECT count(*), coalesce(min(rowid), 0), coalesce(max(rowid), 0) FROM " + table);
    long rows = found[0];
    boolean whole = staged.records() < 0 || rows == staged.records();
    // inside the transaction rowids begin high, but they follow the order of the file
    boolean dense = rows == 0 || found[2] - found[1] == rows - 1;
    if (!whole || (!staged.numbered() && !dense)) {
      session.execute("DROP TABLE " + table);
      return false;
    }
    if (!staged.numbered()) {
      session.execute("ALTER TABLE " + table + " ADD COLUMN _row BIGINT");
      session.execute(
          "UPDATE " + table + " SET _row = rowid - " + found[1] + " + " + staged.firstLine());
    }
    return true;
  }

  /** Loads the rejects of {@code staged}, which has some, into {@code table}. */
  void rejects(Staged staged, String table) throws Exception {
    session.execute(
        "CREATE TABLE "
            + table
            + " AS SELECT _row, reason, line FROM read_csv("
            + Sql.literal(java.util.Objects.requireNonNull(staged.rejects()))
            + ", auto_detect = false, header = false, delim = ',', quote = '\"', escape = '\"',"
            + " new_line = '\\n',"
            + " max_line_size = 40000000, buffer_size = 160000000, parallel = false,"
            + " columns = {'_row': 'BIGINT', 'reason': 'VARCHAR', 'line': 'VARCHAR'})");
  }

  static WorkbenchException incomplete(String file, Staged staged) {
    return new WorkbenchException(
        "rows-lost",
        "The "
            + Reasons.count(staged.records())
            + " records of "
            + Refused.printable(file)
            + " could not all be loaded.",
        "Nothing was changed; please report this file.");
  }

  /** The columns of a table that a query would give, without running it. */
  List<String> columnsOf(String select) throws Exception {
    return session.query("DESCRIBE " + select).stream().map(row -> String.valueOf(row[0])).toList();
  }
}
