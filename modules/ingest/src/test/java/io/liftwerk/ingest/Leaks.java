package io.liftwerk.ingest;

import io.liftwerk.workspace.Sql;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Looks for words in a closed workspace: in the bytes of every file, in what ZIP and GZIP files
 * hold, and in every column of every table of every DuckDB and Parquet file, read by DuckDB, since
 * it compresses text and bytes alone prove little.
 */
final class Leaks {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._%+@-]*");
  private static final Pattern NUMBER = Pattern.compile("\\+?[0-9][0-9 ()/.-]{6,}[0-9]");

  private final Set<String> words;
  private final List<String> phrases;
  private final Set<String> found = new TreeSet<>();
  private long cells;

  /**
   * @param words in lower case: e-mail addresses, words, digits of telephone numbers
   * @param phrases in lower case, found inside of anything
   */
  Leaks(Set<String> words, List<String> phrases) {
    this.words = words;
    this.phrases = phrases;
  }

  /** Where they stand, with what was found. */
  static Set<String> in(Path workspace, Set<String> words, List<String> phrases) {
    var leaks = new Leaks(words, phrases);
    try (Stream<Path> files = Files.walk(workspace)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        leaks.file(file);
      }
    } catch (IOException | SQLException e) {
      throw new AssertionError(e);
    }
    if (leaks.cells == 0) {
      throw new AssertionError("no cell was read");
    }
    return leaks.found;
  }

  private void file(Path file) throws IOException, SQLException {
    String name = String.valueOf(file.getFileName());
    text(name, "the name of ");
    byte[] bytes = Files.readAllBytes(file);
    text(new String(bytes, StandardCharsets.UTF_8), name);
    text(new String(bytes, StandardCharsets.UTF_16LE), name);
    if (bytes.length > 1 && bytes[0] == 0x1F && (bytes[1] & 0xFF) == 0x8B) {
      try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
        text(new String(in.readAllBytes(), StandardCharsets.UTF_8), name + " unpacked");
      }
    }
    if (bytes.length > 1 && bytes[0] == 'P' && bytes[1] == 'K') {
      try (var zip = new ZipInputStream(Files.newInputStream(file))) {
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
          String text = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
          text(entry.getName() + " " + text, name + "/" + entry.getName());
        }
      }
    }
    if (name.endsWith(".duckdb")) {
      try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file)) {
        for (String table : tables(connection)) {
          table(connection, table, name + " " + table);
        }
      }
    }
    if (name.endsWith(".parquet")) {
      try (Connection connection = DriverManager.getConnection("jdbc:duckdb:")) {
        table(connection, "read_parquet(" + Sql.literal(file) + ")", name);
      }
    }
  }

  private static List<String> tables(Connection connection) throws SQLException {
    var tables = new ArrayList<String>();
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT schema_name, table_name FROM duckdb_tables()")) {
      while (row.next()) {
        tables.add(Sql.identifier(row.getString(1)) + "." + Sql.identifier(row.getString(2)));
      }
    }
    return tables;
  }

  private void table(Connection connection, String table, String where) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT * FROM " + table)) {
      int columns = row.getMetaData().getColumnCount();
      while (row.next()) {
        for (int i = 1; i <= columns; i++) {
          String cell = row.getString(i);
          cells++;
          if (cell != null) {
            text(cell, where + " " + row.getMetaData().getColumnName(i));
          }
        }
      }
    }
  }

  private void text(String text, String where) {
    String lower = text.toLowerCase(Locale.ROOT);
    for (String phrase : phrases) {
      if (lower.contains(phrase)) {
        found.add(where + ": " + phrase);
      }
    }
    for (Matcher word = WORD.matcher(lower); word.find(); ) {
      String bare = word.group().replaceAll("[._%+-]+$", "");
      if (words.contains(bare)) {
        found.add(where + ": " + bare);
      }
    }
    for (Matcher number = NUMBER.matcher(lower); number.find(); ) {
      String digits = number.group().replaceAll("[^0-9]", "");
      if (words.contains(digits)) {
        found.add(where + ": " + digits);
      }
    }
  }
}
