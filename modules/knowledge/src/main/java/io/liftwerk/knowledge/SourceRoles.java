package io.liftwerk.knowledge;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Whose each source is: as a person said, else by its name. */
final class SourceRoles {
  private static final String TABLE = "ledger.knowledge_roles";

  /** Words in the name of a source or its folder by which it is taken for competitors'. */
  private static final Set<String> COMPETITORS =
      Set.of(
          "competitor",
          "competitors",
          "competition",
          "rival",
          "rivals",
          "wettbewerb",
          "wettbewerber",
          "konkurrenz",
          "konkurrent",
          "konkurrenten",
          "mitbewerb",
          "mitbewerber",
          "serp");

  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

  private final Map<String, Role> stated;

  private SourceRoles(Map<String, Role> stated) {
    this.stated = stated;
  }

  static SourceRoles none() {
    return new SourceRoles(Map.of());
  }

  static SourceRoles read(Connection connection) throws SQLException {
    var stated = new HashMap<String, Role>();
    if (exists(connection)) {
      try (Statement statement = connection.createStatement();
          ResultSet row = statement.executeQuery("SELECT source, role FROM " + TABLE)) {
        while (row.next()) {
          stated.put(row.getString(1), Role.valueOf(row.getString(2)));
        }
      }
    }
    return new SourceRoles(stated);
  }

  private static boolean exists(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT count(*) > 0 FROM duckdb_tables() WHERE schema_name = 'ledger'"
                    + " AND table_name = 'knowledge_roles'")) {
      row.next();
      return row.getBoolean(1);
    }
  }

  static void write(Connection connection, String source, Role role) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE IF NOT EXISTS " + TABLE + " (source TEXT, role TEXT)");
    }
    try (PreparedStatement delete =
        connection.prepareStatement("DELETE FROM " + TABLE + " WHERE source = ?")) {
      delete.setString(1, source);
      delete.executeUpdate();
    }
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO " + TABLE + " VALUES (?, ?)")) {
      insert.setString(1, source);
      insert.setString(2, role.name());
      insert.executeUpdate();
    }
  }

  boolean isStated(String source) {
    return stated.containsKey(source);
  }

  /**
   * @param source name of the table in bronze
   * @param file what was imported: a file, or the folder of documents
   */
  Role of(String source, String file) {
    Role said = stated.get(source);
    if (said != null) {
      return said;
    }
    return isCompetitors(source) || isCompetitors(file) ? Role.COMPETITOR : Role.OWN;
  }

  private static boolean isCompetitors(String name) {
    return BETWEEN.splitAsStream(name.toLowerCase(Locale.ROOT)).anyMatch(COMPETITORS::contains);
  }
}
