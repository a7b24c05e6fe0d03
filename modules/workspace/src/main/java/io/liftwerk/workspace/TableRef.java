package io.liftwerk.workspace;

/**
 * A table or view of the warehouse.
 *
 * @param schema {@code bronze}, {@code silver}, {@code gold} …
 * @param name the name as the user wrote it
 */
public record TableRef(String schema, String name) {

  /** Reads {@code gold.lead_scores}; a name without a schema is looked for in bronze. */
  public static TableRef parse(String text) {
    int dot = text.indexOf('.');
    if (dot > 0) {
      String schema = text.substring(0, dot);
      if (schema.equals("bronze") || schema.equals("silver") || schema.equals("gold")) {
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
