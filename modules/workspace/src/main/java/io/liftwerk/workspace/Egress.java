package io.liftwerk.workspace;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The hosts that this workspace may send to; none at first. Whatever opens a connection asks here
 * before it does. The list lies in {@code ledger.egress} and is changed by a run.
 */
public final class Egress {
  /** Under which name settings list it. */
  public static final String NAME = "egress";

  /** A host's name, an IPv4 address, or an IPv6 address in brackets. */
  private static final Pattern HOST =
      Pattern.compile(
          "[a-z0-9]([a-z0-9-]{0,62}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,62}[a-z0-9])?)*"
              + "|\\[[0-9a-f:.]+]");

  private Egress() {}

  /** The hosts in order, in lower case. */
  public static List<String> hosts(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      try (ResultSet row =
          statement.executeQuery(
              "SELECT count(*) FROM duckdb_tables() WHERE schema_name = 'ledger'"
                  + " AND table_name = 'egress'")) {
        row.next();
        if (row.getLong(1) == 0) {
          return List.of();
        }
      }
      var hosts = new ArrayList<String>();
      try (ResultSet row = statement.executeQuery("SELECT host FROM ledger.egress ORDER BY host")) {
        while (row.next()) {
          hosts.add(row.getString(1));
        }
      }
      return List.copyOf(hosts);
    }
  }

  /**
   * Sets the list, in the transaction of a job.
   *
   * @throws WorkbenchException code {@code egress-host} when one of them is not a host's name; the
   *     list then stays as it was
   */
  public static List<String> set(Connection job, Collection<String> hosts) throws SQLException {
    var wanted = new TreeSet<String>();
    for (String host : hosts) {
      wanted.add(checked(host));
    }
    try (Statement statement = job.createStatement()) {
      statement.execute("CREATE TABLE IF NOT EXISTS ledger.egress (host TEXT)");
      statement.execute("DELETE FROM ledger.egress");
    }
    try (PreparedStatement insert = job.prepareStatement("INSERT INTO ledger.egress VALUES (?)")) {
      for (String host : wanted) {
        insert.setString(1, host);
        insert.execute();
      }
    }
    return List.copyOf(wanted);
  }

  /** Hosts as a person lists them, with commas or blanks between. */
  public static List<String> parse(String text) {
    return Arrays.stream(text.split("[,\\s]+")).filter(host -> !host.isEmpty()).toList();
  }

  private static String checked(String host) {
    String plain = host.strip().toLowerCase(Locale.ROOT);
    if (!HOST.matcher(plain).matches()) {
      throw new WorkbenchException(
          "egress-host",
          "'%s' is not the name of a host.".formatted(host),
          "Name it without protocol, port and path, such as blog.example.");
    }
    return plain;
  }

  /**
   * Whether {@code host} is on the list, by its very name: a name on the list does not open those
   * below it.
   *
   * @throws WorkbenchException code {@code egress-closed} when it is not
   */
  public static void check(Connection connection, String host) throws SQLException {
    if (!hosts(connection).contains(host.toLowerCase(Locale.ROOT))) {
      throw new WorkbenchException(
          "egress-closed",
          "This workspace may not send to %s: the host is not on its egress list.".formatted(host),
          "Nothing was sent; 'config WS set egress HOST' puts a host on the list.");
    }
  }
}
