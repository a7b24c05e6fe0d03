package io.liftwerk.ingest;

import io.liftwerk.workspace.JobRunner;
import io.liftwerk.workspace.Tables;
import io.liftwerk.workspace.WorkbenchException;
import io.liftwerk.workspace.Workspace;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The loaded tables of a workspace. Every change is a recorded job, {@link SourceChange}; the
 * methods here run it on the calling thread, a window submits the job itself.
 */
public final class BronzeTables {
  private final Workspace workspace;

  public BronzeTables(Workspace workspace) {
    this.workspace = workspace;
  }

  /** What is loaded, by name. */
  public List<SourceTable> list() {
    return read(catalog -> catalog.live(), List.of());
  }

  /** The table of that name, without regard to case. */
  public Optional<SourceTable> find(String name) {
    return read(catalog -> catalog.find(name), Optional.empty());
  }

  /**
   * A row as the file wrote it, beside what it was read as.
   *
   * @param table name in bronze
   * @param row a row of that table, all its cells as {@link Tables} gives them; they tell records
   *     apart that start in one line
   * @throws WorkbenchException code {@code table-unknown} when there is no such table, {@code
   *     row-unknown} when it has no such row, {@code row-open} when one line holds too many records
   *     to tell them apart
   */
  public RawRow raw(String table, List<@Nullable Object> row) {
    return new RawRows(workspace).of(table, row);
  }

  /**
   * Tables that hold rows from before identifiers were replaced by pseudonyms, by name; in these
   * what the files said is readable.
   */
  public List<String> inClear() {
    try (Connection connection = workspace.connect()) {
      var catalog = new Catalog(connection);
      return catalog.exists()
          ? catalog.inClear().stream().map(SourceTable::name).distinct().toList()
          : List.of();
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }

  /** What was done to the tables, the newest first. */
  public List<SourceStep> history() {
    try (Connection connection = workspace.connect()) {
      if (!new Catalog(connection).exists()) {
        return List.of();
      }
      return new History(connection)
          .steps().stream()
              .map(
                  step ->
                      new SourceStep(
                          step.number(),
                          step.at(),
                          step.run(),
                          step.action(),
                          step.sentence(),
                          step.undone()))
              .toList();
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }

  /**
   * Gives a table another name.
   *
   * @throws WorkbenchException when there is no such table, or the name is taken or no name
   */
  public SourceChangeResult rename(String table, String to) {
    return run(SourceChangeRequest.rename(table, to));
  }

  /** Takes a table out of bronze; {@link #undo} brings it back. */
  public SourceChangeResult remove(String table) {
    return run(SourceChangeRequest.remove(table));
  }

  /**
   * Reads a column another way.
   *
   * @throws WorkbenchException code {@code value-misfit}, naming the first value that does not fit
   */
  public SourceChangeResult decide(String table, String column, ColumnType type, String format) {
    return run(SourceChangeRequest.decide(table, column, type, format));
  }

  /**
   * Takes back the latest import, rename, removal or decision that is not undone yet.
   *
   * @throws WorkbenchException code {@code nothing-to-undo}
   */
  public SourceChangeResult undo() {
    return run(SourceChangeRequest.undo());
  }

  private SourceChangeResult run(SourceChangeRequest request) {
    return new JobRunner(workspace, Runnable::run).run(new SourceChange(request)).result();
  }

  private interface Reader<T> {
    T from(Catalog catalog) throws SQLException;
  }

  private <T> T read(Reader<T> reader, T nothing) {
    try (Connection connection = workspace.connect()) {
      var catalog = new Catalog(connection);
      return catalog.exists() ? reader.from(catalog) : nothing;
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }

  private static WorkbenchException unreadable(SQLException e) {
    return new WorkbenchException(
        "sources-unreadable", "The list of sources cannot be read: " + e.getMessage() + ".", "", e);
  }
}
