package io.liftwerk.ingest;

import io.liftwerk.workspace.Page;
import io.liftwerk.workspace.TableRef;
import io.liftwerk.workspace.Tables;
import io.liftwerk.workspace.WorkbenchException;
import io.liftwerk.workspace.Workspace;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the text that a row of bronze was read from. */
final class RawRows {
  /** More records than this in one line are not looked through. */
  static final int MOST_IN_LINE = 10_000;

  private static final String LINE = "_row";

  private final Workspace workspace;

  RawRows(Workspace workspace) {
    this.workspace = workspace;
  }

  RawRow of(String table, List<@Nullable Object> row) {
    try (Connection connection = workspace.connect()) {
      var catalog = new Catalog(connection);
      SourceTable source =
          catalog.exists() ? catalog.find(table).orElseThrow(() -> unknown(table)) : null;
      if (source == null) {
        throw unknown(table);
      }
      return of(connection, source, catalog.stored(source.id()), row);
    } catch (SQLException e) {
      throw new WorkbenchException(
          "sources-unreadable",
          "The list of sources cannot be read: " + e.getMessage() + ".",
          "",
          e);
    }
  }

  private RawRow of(
      Connection connection, SourceTable source, StoredTable stored, List<@Nullable Object> row)
      throws SQLException {
    long line = line(source, row);
    // where lines follow from positions, each has one row
    int which = stored.firstLine() == null ? which(source, line, row) : 0;
    List<String> names = source.columns().stream().map(ColumnDecision::name).toList();
    List<@Nullable String> texts =
        texts(connection, stored, names, line, which).orElseThrow(() -> gone(source));
    var cells = new ArrayList<RawRow.Cell>();
    for (int i = 0; i < names.size(); i++) {
      cells.add(new RawRow.Cell(names.get(i), texts.get(i), row.get(i)));
    }
    return new RawRow(source.file(), source.sheet(), line, cells);
  }

  /** The columns of the file are followed by {@code _source}, {@code _row}, {@code _loaded_at}. */
  private static long line(SourceTable source, List<@Nullable Object> row) {
    int at = source.columns().size() + 1;
    if (at < row.size() && row.get(at) instanceof Long line) {
      return line;
    }
    throw gone(source);
  }

  /** Which of the records that start in one line it is: mostly there is one. */
  private int which(SourceTable source, long line, List<@Nullable Object> row) {
    Page page =
        new Tables(workspace)
            .matching(new TableRef("bronze", source.name()), LINE, line, MOST_IN_LINE);
    int which = page.rows().indexOf(row);
    if (which >= 0) {
      return which;
    }
    if (page.rows().size() < MOST_IN_LINE) {
      throw gone(source);
    }
    throw new WorkbenchException(
        "row-open",
        "Line "
            + line
            + " of "
            + Refused.printable(source.file())
            + " holds more than "
            + Reasons.count(MOST_IN_LINE)
            + " records, so this one cannot be told from the others.",
        "");
  }

  private static Optional<List<@Nullable String>> texts(
      Connection connection, StoredTable stored, List<String> names, long line, int which)
      throws SQLException {
    String list = names.stream().map(stored::text).collect(Collectors.joining(", "));
    try (Statement statement = connection.createStatement();
        ResultSet found =
            statement.executeQuery(
                "SELECT "
                    + list
                    + " FROM "
                    + stored.table()
                    + " WHERE "
                    + stored.at(line)
                    + " QUALIFY row_number() OVER () = "
                    + (which + 1))) {
      if (!found.next()) {
        return Optional.empty();
      }
      var texts = new ArrayList<@Nullable String>();
      for (int i = 1; i <= names.size(); i++) {
        texts.add(found.getString(i));
      }
      return Optional.of(texts);
    }
  }

  private static WorkbenchException unknown(String table) {
    return new WorkbenchException(
        "table-unknown",
        "There is no imported table '" + Refused.printable(table) + "'.",
        "List the sources to see their names.");
  }

  private static WorkbenchException gone(SourceTable source) {
    return new WorkbenchException(
        "row-unknown", source.name() + " has no such row any more.", "Look at the table again.");
  }
}
