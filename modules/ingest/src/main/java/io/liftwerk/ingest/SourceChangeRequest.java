package io.liftwerk.ingest;

import org.jspecify.annotations.Nullable;

/**
 * A change to the tables of bronze.
 *
 * @param action what to do
 * @param table which table; null to undo
 * @param to the new name of a table, else null
 * @param decision the column and how to read it, else null
 * @param step number of the run whose step is to be undone; null for the latest, whatever it was
 */
public record SourceChangeRequest(
    Action action,
    @Nullable String table,
    @Nullable String to,
    @Nullable ColumnDecision decision,
    @Nullable String step) {

  /** What can be done. */
  public enum Action {
    RENAME,
    REMOVE,
    DECIDE,
    UNDO
  }

  public static SourceChangeRequest rename(String table, String to) {
    return new SourceChangeRequest(Action.RENAME, table, to, null, null);
  }

  public static SourceChangeRequest remove(String table) {
    return new SourceChangeRequest(Action.REMOVE, table, null, null, null);
  }

  /**
   * @param format such as {@code 1.234,56} or {@code dd.MM.yyyy}; empty for the plain one
   */
  public static SourceChangeRequest decide(
      String table, String column, ColumnType type, String format) {
    return new SourceChangeRequest(
        Action.DECIDE, table, null, new ColumnDecision(column, type, format, ""), null);
  }

  public static SourceChangeRequest undo() {
    return new SourceChangeRequest(Action.UNDO, null, null, null, null);
  }

  /** Takes back the step of the run {@code step}, as long as none came after it. */
  public static SourceChangeRequest undo(String step) {
    return new SourceChangeRequest(Action.UNDO, null, null, null, step);
  }
}
