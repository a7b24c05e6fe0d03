package io.liftwerk.ingest;

import io.liftwerk.workspace.JobRunner;
import io.liftwerk.workspace.Pseudonyms;
import io.liftwerk.workspace.Sql;
import io.liftwerk.workspace.WorkbenchException;
import io.liftwerk.workspace.Workspace;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;

/** A workspace in a temporary folder, files to drop on it, and a look at what came of them. */
final class Bench implements AutoCloseable {
  private static final Pattern PSEUDONYM =
      Pattern.compile("\\[" + Pseudonyms.expression() + "\\]|" + Pseudonyms.expression());

  private final Path folder;
  private final Workspace workspace;
  private int columns;

  Bench(Path folder) {
    this(Workspace.create(folder.resolve("client")), folder);
  }

  Bench(Workspace workspace, Path folder) {
    this.folder = folder;
    this.workspace = workspace;
  }

  Workspace workspace() {
    return workspace;
  }

  Path file(String name, byte[] content) {
    try {
      return Files.write(folder.resolve(name), content);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  Path file(String name, String content) {
    return file(name, content.getBytes(StandardCharsets.UTF_8));
  }

  Path file(String name, String content, Charset charset) {
    return file(name, content.getBytes(charset));
  }

  ImportedTable load(Path file) {
    return load(file, null, Map.of());
  }

  ImportedTable load(Path file, @Nullable String as, Map<String, ColumnDecision> decisions) {
    return result(new ImportRequest(List.of(file.toString()), as, List.of(), decisions))
        .tables()
        .getFirst();
  }

  /**
   * How a column of these values is read. The file has a text before it and is separated by {@code
   * |}, which says nothing about the locale; its table is {@code bronze.column_N}, the last one
   * {@link #lastColumn}.
   */
  ColumnDecision column(String header, String... values) {
    var text = new StringBuilder("id|" + header + "\n");
    for (int i = 0; i < values.length; i++) {
      text.append("k").append(i).append('|').append(quoted(values[i])).append('\n');
    }
    columns++;
    return load(file(lastColumn() + ".csv", text.toString())).columns().get(1);
  }

  String lastColumn() {
    return "column_" + columns;
  }

  /** The last column's values as text, in the file's order. */
  List<@Nullable String> values(String header) {
    return rows(
            "SELECT CAST("
                + Sql.identifier(header)
                + " AS VARCHAR) FROM bronze."
                + lastColumn()
                + " ORDER BY _row")
        .stream()
        .map(List::getFirst)
        .toList();
  }

  private static String quoted(String value) {
    return value.matches("(?s).*[\"|\n].*") ? '"' + value.replace("\"", "\"\"") + '"' : value;
  }

  /** Type and format as one text: {@code decimal 1.234,56}. */
  static String shown(ColumnDecision column) {
    return column.type().json() + (column.format().isEmpty() ? "" : " " + column.format());
  }

  ImportResult result(ImportRequest request) {
    return new JobRunner(workspace, Runnable::run).run(new FileImport(request)).result();
  }

  /** The refusal of a file, after which nothing may have changed. */
  WorkbenchException refused(Path file) {
    List<String> before = tables();
    var refusal = Assertions.assertThrows(WorkbenchException.class, () -> load(file));
    Assertions.assertEquals(before, tables());
    assertStagingEmpty();
    return refusal;
  }

  void assertStagingEmpty() {
    try (Stream<Path> left = Files.list(workspace.staging())) {
      Assertions.assertEquals(
          List.of(),
          left.filter(path -> !String.valueOf(path.getFileName()).startsWith("spill")).toList());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  List<String> tables() {
    return rows(
            "SELECT table_schema || '.' || table_name FROM information_schema.tables WHERE"
                + " table_schema IN ('bronze', 'load') AND table_name NOT IN"
                + " ('catalog', 'history', 'retired', 'taken', 'watched') ORDER BY 1")
        .stream()
        .map(row -> String.valueOf(row.getFirst()))
        .toList();
  }

  /**
   * Rows as text, with what the file said in the place of pseudonyms, for which the vault is asked;
   * null stays null.
   */
  List<List<@Nullable String>> rows(String sql) {
    List<List<@Nullable String>> rows = written(sql);
    Map<String, String> originals = originals(rows);
    return rows.stream()
        .map(
            row -> {
              var revealed = new ArrayList<@Nullable String>();
              row.forEach(cell -> revealed.add(cell == null ? null : revealed(cell, originals)));
              return (List<@Nullable String>) revealed;
            })
        .toList();
  }

  private static String revealed(String cell, Map<String, String> originals) {
    return PSEUDONYM
        .matcher(cell)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(originals.getOrDefault(pseudonym(found), found.group())));
  }

  /** Asked for at once: each time the vault is asked is written down. */
  private Map<String, String> originals(List<List<@Nullable String>> rows) {
    var pseudonyms = new TreeSet<String>();
    for (List<@Nullable String> row : rows) {
      for (String cell : row) {
        if (cell != null) {
          PSEUDONYM.matcher(cell).results().forEach(found -> pseudonyms.add(pseudonym(found)));
        }
      }
    }
    if (pseudonyms.isEmpty()) {
      return Map.of();
    }
    try {
      return workspace.vault().reveal("a test", List.copyOf(pseudonyms));
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private static String pseudonym(MatchResult found) {
    return found.group().replaceAll("[\\[\\]]", "");
  }

  /** Rows as text, as they are written; null stays null. */
  List<List<@Nullable String>> written(String sql) {
    try (var connection = workspace.connect();
        var statement = connection.createStatement();
        var result = statement.executeQuery(sql)) {
      var rows = new ArrayList<List<@Nullable String>>();
      while (result.next()) {
        var row = new ArrayList<@Nullable String>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          row.add(result.getString(i));
        }
        rows.add(row);
      }
      return rows;
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /** Line and text of each record of load {@code id}, as the file held them. */
  List<List<@Nullable String>> texts(long id, List<String> columns) {
    try (var connection = workspace.connect()) {
      StoredTable stored = new Catalog(connection).stored(id);
      String list = columns.stream().map(stored::text).collect(Collectors.joining(", "));
      return rows(
          "SELECT " + stored.row() + ", " + list + " FROM " + stored.table() + " ORDER BY 1");
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  @Nullable String value(String sql) {
    return rows(sql).getFirst().getFirst();
  }

  @Override
  public void close() {
    workspace.close();
  }
}
