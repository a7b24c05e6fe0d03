package io.liftwerk.ingest;

import io.liftwerk.workspace.Sql;
import io.liftwerk.workspace.WorkbenchException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Loads something staged into an immutable table. */
final class TableLoad {
  private static final int SAMPLED_CELLS = 200_000;

  /** A bit each in one number. */
  private static final int MOST_TYPED = 62;

  /** Marks, while loading, the columns whose value in this row would not come back. */
  private static final String LOST = "_lost";

  private final Session session;

  TableLoad(Session session) {
    this.session = session;
  }

  /**
   * Makes {@code table} and fills it. The first rows suggest how each column is kept; a column in
   * which one value would not come back to the letter is loaded again as text. What identifies
   * people is replaced before it is written.
   *
   * @param sample the {@linkplain #sample first rows}
   * @return null when the rows are not as many as the file has records; the table is gone again
   */
  @Nullable StoredTable load(
      Staged staged,
      List<@Nullable String[]> sample,
      Masking masking,
      String table,
      double from,
      double to,
      String phrase)
      throws Exception {
    Map<String, Storage> typed = suggested(staged, sample, masking);
    masking.begin();
    session.execute(create(staged, table, typed, masking), from, to, phrase);
    Set<String> lost = lost(table, typed);
    if (!lost.isEmpty()) {
      lost.forEach(typed::remove);
      masking.begin();
      session.execute("DROP TABLE " + table);
      session.execute(create(staged, table, typed, masking), from, to, phrase);
    }
    if (!typed.isEmpty()) {
      session.execute("ALTER TABLE " + table + " DROP COLUMN " + LOST);
    }
    long[] found =
        session.numbers(
            "SELECT count(*), coalesce(min(rowid), 0), coalesce(max(rowid), 0) FROM " + table);
    long rows = found[0];
    boolean whole = staged.records() < 0 || rows == staged.records();
    // inside the transaction rowids begin high, but they follow the order of the file
    boolean dense = rows == 0 || found[2] - found[1] == rows - 1;
    if (!whole || (!staged.numbered() && !dense)) {
      session.execute("DROP TABLE " + table);
      return null;
    }
    Long firstLine = staged.numbered() ? null : staged.firstLine();
    return new StoredTable(table, firstLine, found[1], typed);
  }

  /** The first rows, as many as make a bounded number of cells. */
  List<@Nullable String[]> sample(Staged staged) throws Exception {
    List<String> names = staged.names();
    int rows = Math.clamp(SAMPLED_CELLS / names.size(), 100, 2048);
    String list = names.stream().map(Sql::identifier).collect(Collectors.joining(", "));
    return session.query("SELECT " + list + " FROM (" + staged.select() + ") LIMIT " + rows);
  }

  /** How the columns could be kept, by the first rows; only those that need not stay text. */
  private static Map<String, Storage> suggested(
      Staged staged, List<@Nullable String[]> sample, Masking masking) {
    List<String> names = staged.names();
    var values = new ArrayList<List<String>>();
    names.forEach(name -> values.add(new ArrayList<>()));
    for (@Nullable String[] row : sample) {
      for (int i = 0; i < row.length; i++) {
        String cell = row[i];
        if (cell != null && !masking.isWhole(names.get(i))) {
          values.get(i).add(cell);
        }
      }
    }
    var typed = new LinkedHashMap<String, Storage>();
    for (int i = 0; i < names.size() && typed.size() < MOST_TYPED; i++) {
      Storage storage = Storage.guess(values.get(i));
      if (storage.typed()) {
        typed.put(names.get(i), storage);
      }
    }
    return typed;
  }

  private static String create(
      Staged staged, String table, Map<String, Storage> typed, Masking masking) {
    if (typed.isEmpty() && masking.isIdle()) {
      return "CREATE TABLE " + table + " AS " + staged.select();
    }
    var columns = new ArrayList<String>();
    var marks = new ArrayList<String>();
    for (String name : staged.names()) {
      String quoted = Sql.identifier(name);
      Storage storage = typed.get(name);
      if (storage == null) {
        columns.add(masking.sql(name, Sql::identifier) + " AS " + quoted);
      } else {
        columns.add(storage.keptSql(quoted) + " AS " + quoted);
        marks.add(
            "CASE WHEN "
                + storage.lostSql(quoted)
                + " THEN "
                + (1L << marks.size())
                + " ELSE 0 END");
      }
    }
    if (staged.numbered()) {
      columns.add("_row");
    }
    if (!typed.isEmpty()) {
      columns.add("CAST(" + String.join(" + ", marks) + " AS BIGINT) AS " + LOST);
    }
    return "CREATE TABLE "
        + table
        + " AS SELECT "
        + String.join(", ", columns)
        + " FROM ("
        + staged.select()
        + ")";
  }

  /** The columns of {@code typed} in which at least one value would be lost. */
  private Set<String> lost(String table, Map<String, Storage> typed) throws Exception {
    if (typed.isEmpty()) {
      return Set.of();
    }
    long marks = session.numbers("SELECT bit_or(" + LOST + ") FROM " + table)[0];
    var lost = new LinkedHashSet<String>();
    int bit = 0;
    for (String name : typed.keySet()) {
      if ((marks >> bit & 1) == 1) {
        lost.add(name);
      }
      bit++;
    }
    return lost;
  }

  /** Loads the rejects of {@code staged}, which has some, into {@code table}. */
  void rejects(Staged staged, Masking masking, String table) throws Exception {
    session.execute(
        "CREATE TABLE "
            + table
            + " AS SELECT _row, reason, "
            + masking.line("line")
            + " AS line FROM read_csv("
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
