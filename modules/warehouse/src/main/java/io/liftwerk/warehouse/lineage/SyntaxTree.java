package io.liftwerk.warehouse.lineage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.liftwerk.workspace.Json;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** DuckDB's own parser and printer: SQL to a tree, and a tree back to SQL. */
public final class SyntaxTree {

  /**
   * A query as a tree, or why DuckDB makes none of it.
   *
   * @param node the query node; null when there is none
   * @param error why not, empty when there is one
   */
  public record Parsed(@Nullable JsonNode node, String error) {}

  private final Connection connection;
  private final Map<JsonNode, String> printed = new HashMap<>();
  private @Nullable JsonNode frame;
  private @Nullable Set<String> aggregates;

  public SyntaxTree(Connection connection) {
    this.connection = connection;
  }

  /** Parses one query. */
  public Parsed parse(String sql) throws SQLException {
    JsonNode document = json("SELECT json_serialize_sql(?::VARCHAR)", sql);
    if (document.path("error").asBoolean()) {
      return new Parsed(null, document.path("error_message").asText());
    }
    JsonNode statements = document.path("statements");
    if (statements.size() != 1) {
      return new Parsed(null, "not one statement but " + statements.size());
    }
    return new Parsed(statements.get(0).path("node"), "");
  }

  /** An expression as DuckDB writes it, without its alias. */
  public String text(JsonNode expression) throws SQLException {
    String known = printed.get(expression);
    if (known == null) {
      JsonNode bare = expression.deepCopy();
      if (bare instanceof ObjectNode object && object.has("alias")) {
        object.put("alias", "");
      }
      String select = print(selecting(bare));
      known = select.replaceFirst("^SELECT ", "");
      printed.put(expression, known);
    }
    return known;
  }

  private JsonNode selecting(JsonNode expression) throws SQLException {
    if (frame == null) {
      frame = json("SELECT json_serialize_sql(?::VARCHAR)", "SELECT 1");
    }
    JsonNode document = frame.deepCopy();
    ((com.fasterxml.jackson.databind.node.ArrayNode) document.at("/statements/0/node/select_list"))
        .removeAll()
        .add(expression);
    return document;
  }

  private String print(JsonNode document) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT json_deserialize_sql(?::JSON)")) {
      statement.setString(1, Json.write(document));
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getString(1);
      }
    }
  }

  /** What a query of one truth value says, a missing one as false; null when it fails. */
  @Nullable Boolean value(String query) {
    try (PreparedStatement statement = connection.prepareStatement(query);
        ResultSet row = statement.executeQuery()) {
      row.next();
      Object value = row.getObject(1);
      return value == null ? Boolean.FALSE : Boolean.valueOf(value.toString());
    } catch (SQLException e) {
      return null;
    }
  }

  /** Whether a function of that name works many rows into one. */
  boolean isAggregate(String function) throws SQLException {
    if (aggregates == null) {
      aggregates = new HashSet<>();
      try (PreparedStatement statement =
              connection.prepareStatement(
                  "SELECT DISTINCT lower(function_name) FROM duckdb_functions()"
                      + " WHERE function_type = 'aggregate'");
          ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          aggregates.add(row.getString(1));
        }
      }
    }
    return aggregates.contains(function.toLowerCase(Locale.ROOT));
  }

  private JsonNode json(String query, String argument) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, argument);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return Json.mapper().readTree(row.getString(1));
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("DuckDB writes JSON", e);
      }
    }
  }
}
