package io.liftwerk.workspace;

import java.util.Set;

/**
 * A table or view of the warehouse.
 *
 * @param schema {@code bronze}, {@code silver}, {@code gold}, or {@code failures} for the rows that
 *     a test found
 * @param name the name as the user wrote it
 */
public record TableRef(String schema, String name) {
  private static final Set<String> SCHEMAS = Set.of("bronze", "silver", "gold", "failures");

  /** Reads {@code gold.lead_scores}; a name without a schema is looked for in bronze. */
  public static TableRef parse(String text) {
    int dot = text.indexOf('.');
    if (dot > 0) {
      String schema = text.substring(0, dot);
      if (SCHEMAS.contains(schema)) {
        return new TableRef(schema, text.substring(dot + 1));
      }
    }
    return new TableRef("bronze", text);
  }

  /** The quoted form for SQL. */
  public String sql() {
    return Sql.identifier(schema) + '.' + Sql.identifier(name);
  }

  @Override
  public String toString() {
    return schema + '.' + name;
  }
}
