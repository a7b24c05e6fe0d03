package io.liftwerk.warehouse.project;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.liftwerk.workspace.Json;
import io.liftwerk.workspace.WorkbenchException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a query is made of, from DuckDB's own parser ({@code json_serialize_sql}); nothing is run
 * and no table has to be there.
 *
 * @param tables the tables it reads, as {@code schema.name}, or {@code name} where it gives no
 *     schema; names of its own subqueries left out
 * @param functions the functions it calls, in lower case
 */
public record QueryShape(Set<String> tables, Set<String> functions) {
  private static final Set<String> NODES =
      Set.of("SELECT_NODE", "SET_OPERATION_NODE", "RECURSIVE_CTE_NODE", "CTE_NODE");
  private static final Set<String> TABLE_FUNCTIONS =
      Set.of(
          "unnest", "range", "generate_series", "repeat", "repeat_row", "json_each", "json_tree");

  /** Functions whose value is another at every call, so that a result is never up to date. */
  private static final Set<String> VOLATILE =
      Set.of(
          "now",
          "current_timestamp",
          "get_current_timestamp",
          "transaction_timestamp",
          "random",
          "uuid",
          "gen_random_uuid",
          "uuidv4",
          "uuidv7",
          "current_localtimestamp",
          "localtimestamp",
          "current_time",
          "get_current_time",
          "localtime",
          "current_localtime",
          "nextval");

  /** Functions whose value is another every day. */
  private static final Set<String> DAILY = Set.of("current_date", "today", "age");

  /**
   * @throws WorkbenchException code {@code model-sql} when it is no query that DuckDB can read,
   *     {@code model-no-query} when it is more or something else than one query; the sentences name
   *     no file
   */
  public static QueryShape of(Connection connection, String sql) throws SQLException {
    JsonNode tree = parsed(connection, sql);
    if (tree.path("error").asBoolean()) {
      if (tree.path("error_type").asText().equals("parser")) {
        throw new SyntaxException(
            Broken.firstLine(tree.path("error_message").asText()), tree.path("position").asInt(-1));
      }
      throw noQuery("It is no SELECT.");
    }
    if (tree.path("statements").size() != 1) {
      throw noQuery("It holds " + tree.path("statements").size() + " statements.");
    }
    var walk = new Walk();
    walk.through(tree.path("statements").path(0), Set.of());
    return new QueryShape(walk.tables, walk.functions);
  }

  /** Whether running it again may give other rows although nothing it reads has changed. */
  public boolean isVolatile() {
    return functions.stream().anyMatch(VOLATILE::contains);
  }

  /** Whether it gives other rows tomorrow although nothing it reads has changed. */
  public boolean dependsOnDay() {
    return functions.stream().anyMatch(DAILY::contains);
  }

  /** A syntax error and where it is: the number of characters before it, less when unknown. */
  static final class SyntaxException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int position;

    SyntaxException(String message, int position) {
      super(message);
      this.position = position;
    }

    int position() {
      return position;
    }
  }

  private static JsonNode parsed(Connection connection, String sql) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT json_serialize_sql(?)")) {
      statement.setString(1, sql);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return Json.mapper().readTree(row.getString(1));
      }
    } catch (JsonProcessingException e) {
      throw new SQLException("json_serialize_sql gave no JSON", e);
    }
  }

  private static WorkbenchException noQuery(String why) {
    return new WorkbenchException(
        "model-no-query",
        "A model is one query. " + why,
        "Write one SELECT, with WITH before it where that reads better.");
  }

  private static final class Walk {
    private final Set<String> tables = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    private final Set<String> functions = new TreeSet<>();

    /**
     * @param own the names of subqueries that are known here, in lower case
     */
    void through(JsonNode node, Set<String> own) {
      if (!node.isObject()) {
        node.forEach(child -> through(child, own));
        return;
      }
      String type = node.path("type").asText("");
      if (type.endsWith("_NODE") && !NODES.contains(type)) {
        throw noQuery("It changes tables.");
      }
      if (type.equals("SHOW_REF")) {
        throw noQuery("It describes tables.");
      }
      Set<String> known = own;
      JsonNode named = node.path("cte_map").path("map");
      if (!named.isEmpty() || type.endsWith("CTE_NODE")) {
        var more = new TreeSet<>(own);
        named.forEach(cte -> more.add(cte.path("key").asText().toLowerCase(Locale.ROOT)));
        add(more, node.path("cte_name"));
        add(more, node.path("ctename"));
        known = more;
      }
      look(node, type, known);
      for (JsonNode child : node) {
        through(child, known);
      }
    }

    private static void add(Set<String> names, JsonNode name) {
      if (name.isTextual()) {
        names.add(name.asText().toLowerCase(Locale.ROOT));
      }
    }

    private void look(JsonNode node, String type, Set<String> known) {
      switch (type) {
        case "BASE_TABLE" -> table(node, known);
        case "TABLE_FUNCTION" -> {
          String name = name(node.path("function"));
          if (!TABLE_FUNCTIONS.contains(name)) {
            throw new WorkbenchException(
                "model-reads",
                "A model may not read through " + name + "().",
                "Import the file, and refer to its table by source().");
          }
        }
        case "FUNCTION" -> functions.add(name(node));
        case "COLUMN_REF" -> {
          // current_date and its like stand without brackets
          if (node.path("column_names").size() == 1) {
            functions.add(node.path("column_names").path(0).asText().toLowerCase(Locale.ROOT));
          }
        }
        default -> {}
      }
    }

    private static String name(JsonNode function) {
      return function.path("function_name").asText().toLowerCase(Locale.ROOT);
    }

    private void table(JsonNode node, Set<String> known) {
      String catalog = node.path("catalog_name").asText("");
      String schema = node.path("schema_name").asText("");
      String name = node.path("table_name").asText("");
      if (catalog.isEmpty() && schema.isEmpty() && known.contains(name.toLowerCase(Locale.ROOT))) {
        return;
      }
      tables.add(
          (catalog.isEmpty() ? "" : catalog + ".") + (schema.isEmpty() ? "" : schema + ".") + name);
    }
  }

  /** The first of {@link #tables} that is not among {@code allowed}; null when all are. */
  public @Nullable String foreign(Set<String> allowed) {
    return tables.stream().filter(table -> !allowed.contains(table)).findFirst().orElse(null);
  }
}
