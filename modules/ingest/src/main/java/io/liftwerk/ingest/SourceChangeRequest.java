package io.liftwerk.ingest;

import org.jspecify.annotations.Nullable;

/**
 * A change to the tables of bronze.
 *
 * @param action what to do
 * @param table which table; null to undo
 * @param to the new name of a table, else null
 * @param decision the column and how to read it, else null
 */
public record SourceChangeRequest(
    Action action, @Nullable String table, @Nullable String to, @Nullable ColumnDecision decision) {

  /** What can be done. */
  public enum Action {
    RENAME,
    REMOVE,
    DECIDE,
    UNDO
  }

  public static SourceChangeRequest rename(String table, String to) {
    return new SourceChangeRequest(Action.RENAME, table, to, null);
  }

  public static SourceChangeRequest remove(String table) {
    return new SourceChangeRequest(Action.REMOVE, table, null, null);
  }

  /**
   * @param format such as {@code 1.234,56} or {@code dd.MM.yyyy}; empty for the plain one
   */
  public static SourceChangeRequest decide(
      String table, String column, ColumnType type, String format) {
    return new SourceChangeRequest(
        Action.DECIDE, table, null, new ColumnDecision(column, type, format, ""));
  }

  public static SourceChangeRequest undo() {
    return new SourceChangeRequest(Action.UNDO, null, null, null);
  }
}
