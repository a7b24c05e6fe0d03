package io.liftwerk.ingest;

import io.liftwerk.workspace.Pseudonyms;
import io.liftwerk.workspace.Sql;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * SQL that finds pseudonyms in columns of text. A row is a person's when a cell is one of their
 * pseudonyms, or JSON in which it is a value; where it stands in brackets, somebody mentioned them.
 */
record Wanted(List<String> pseudonyms) {
  private static final String ERASED = "[erased]";

  private String list() {
    return pseudonyms.stream().map(Sql::literal).collect(Collectors.joining(", ", "[", "]"));
  }

  private static String any(String cell, String expression, int group, String list) {
    return "list_has_any(regexp_extract_all("
        + cell
        + ", "
        + Sql.literal(expression)
        + ", "
        + group
        + "), "
        + list
        + ")";
  }

  /** True where {@code column} says that the row is one of theirs. */
  String owns(String column) {
    String cell = Sql.identifier(column);
    return "("
        + cell
        + " IS NOT NULL AND strlen("
        + cell
        + ") >= "
        + Pseudonyms.LENGTH
        + " AND contains("
        + cell
        + ", '_') AND ("
        + any(cell, "^\\s*(" + Pseudonyms.expression() + ")\\s*$", 1, list())
        + " OR "
        + any(cell, "\"(" + Pseudonyms.expression() + ")\"", 1, list())
        + " OR "
        + any(cell, "(?:^|[;,|])\\s*(" + Pseudonyms.expression() + ")\\s*(?:[;,|]|$)", 1, list())
        + "))";
  }

  /** True where one of {@code columns} says so; false without any. */
  String ownsRow(Collection<String> columns) {
    return columns.isEmpty()
        ? "false"
        : columns.stream().map(this::owns).collect(Collectors.joining(" OR ", "(", ")"));
  }

  /** True where any of them stands in {@code column}. */
  String holds(String column) {
    String cell = Sql.identifier(column);
    return "("
        + cell
        + " IS NOT NULL AND strlen("
        + cell
        + ") >= "
        + Pseudonyms.LENGTH
        + " AND contains("
        + cell
        + ", '_') AND "
        + any(cell, Pseudonyms.expression(), 0, list())
        + ")";
  }

  /** True where any of them stands in one of {@code columns}; false without any. */
  String holdsAny(Collection<String> columns) {
    return columns.isEmpty()
        ? "false"
        : columns.stream().map(this::holds).collect(Collectors.joining(" OR ", "(", ")"));
  }

  /** The text of {@code column} without them. */
  String without(String column) {
    String alternatives = String.join("|", pseudonyms);
    return "regexp_replace("
        + Sql.identifier(column)
        + ", "
        + Sql.literal("\\[?(?:" + alternatives + ")\\]?")
        + ", "
        + Sql.literal(ERASED)
        + ", 'g')";
  }

  /** Every pseudonym that stands in {@code column}, a row each. */
  static String all(String column) {
    return "unnest(regexp_extract_all("
        + Sql.identifier(column)
        + ", "
        + Sql.literal(Pseudonyms.expression())
        + "))";
  }
}
