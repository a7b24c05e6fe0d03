package io.liftwerk.workspace;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The guard: only the folder, no network (ux-02), no setting changed, whatever its name. */
class DatabaseTest {
  @TempDir Path temp;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain",
        "it's",
        "two words",
        "größe & mehr",
        "[1]",
        "a\"b",
        "50 %",
        "star*",
        "{a,b}",
        "a,b=c",
        "$HOME",
        "日本",
        "-dash",
        "#hash"
      })
  void theGuardHoldsInAnyFolder(String name) throws Exception {
    Assumptions.assumeTrue(
        Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8"))
            .newEncoder()
            .canEncode(name),
        "this system's file names cannot hold it");
    Path root = Files.createDirectory(temp.resolve("root"));
    Path outside = Files.writeString(root.resolve("outside.csv"), "x\n1\n");
    Path sibling = Files.createDirectory(root.resolve(name + ".liftwerk-2"));
    Files.writeString(sibling.resolve("s.csv"), "x\n1\n");
    try (Workspace workspace = Workspace.create(root.resolve(name))) {
      Path staging = workspace.staging();
      Path inside = Files.writeString(staging.resolve("in.csv"), "x\n1\n");
      Path link = Files.createSymbolicLink(staging.resolve("link.csv"), outside);
      Path linked = Files.createSymbolicLink(staging.resolve("dir"), root);
      Path hard = Files.createLink(staging.resolve("hard.csv"), outside);
      for (Path readable : List.of(inside, hard)) {
        assertDoesNotThrow(
            () -> Fixture.sql(workspace, "SELECT count(*) FROM read_csv(" + glob(readable) + ")"));
      }
      for (Path hidden :
          List.of(
              outside,
              link,
              linked.resolve("outside.csv"),
              staging.resolve("../../outside.csv"),
              sibling.resolve("s.csv"),
              Path.of("/etc/passwd"))) {
        refused(workspace, "SELECT * FROM read_csv(" + glob(hidden) + ")");
        refused(workspace, "SELECT * FROM read_text(" + glob(hidden) + ")");
      }
      assertDoesNotThrow(
          () ->
              Fixture.sql(
                  workspace,
                  "COPY (SELECT 1) TO " + Sql.literal(workspace.exports().resolve("x.csv"))));
      for (Path place :
          List.of(
              root.resolve("leak.csv"),
              staging.resolve("../../leak.csv"),
              linked.resolve("leak.csv"),
              sibling.resolve("leak.csv"))) {
        refused(workspace, "COPY (SELECT 1) TO '" + place.toString().replace("'", "''") + "'");
        assertFalse(Files.exists(place), place::toString);
      }
      refused(workspace, "ATTACH " + Sql.literal(root.resolve("other.duckdb")));
      refused(workspace, "EXPORT DATABASE " + Sql.literal(root.resolve("dump")));
      refused(workspace, "IMPORT DATABASE " + Sql.literal(root));
    }
    try (Workspace workspace = Workspace.open(root.resolve(name))) {
      assertEquals(name, workspace.name());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSTALL httpfs",
        "LOAD httpfs",
        "LOAD 'evil.duckdb_extension'",
        "INSTALL spatial",
        "SELECT * FROM read_csv('https://example.org/a.csv')",
        "SELECT * FROM 's3://bucket/a.parquet'",
        "ATTACH 'https://example.org/a.duckdb'",
        "CREATE SECRET s (TYPE s3)",
        "SELECT * FROM glob('/etc/*')",
        "SET TimeZone = 'Europe/Berlin'",
        "SET memory_limit = '64GB'",
        "RESET allowed_directories",
        "SET enable_external_access = true",
        "SET allowed_directories = ['/']",
        "SET lock_configuration = false",
        "SET autoload_known_extensions = true",
        "SET temp_directory = '/tmp'",
        "SET enable_progress_bar = false",
        "PRAGMA enable_profiling"
      })
  void everyConnectionIsLocked(String sql) {
    try (Workspace workspace = Workspace.create(temp.resolve("w"))) {
      refused(workspace, sql);
    }
  }

  @org.junit.jupiter.api.Test
  void everyConnectionHasTheSettings() throws SQLException {
    try (Workspace workspace = Workspace.create(temp.resolve("w"))) {
      for (int i = 0; i < 2; i++) {
        try (var connection = workspace.connect();
            var statement = connection.createStatement();
            var row =
                statement.executeQuery(
                    "SELECT current_setting('TimeZone'), current_setting('enable_progress_bar'),"
                        + " current_setting('enable_external_access')")) {
          row.next();
          assertEquals("UTC", row.getString(1));
          assertEquals("true", row.getString(2));
          assertEquals("false", row.getString(3));
        }
      }
    }
  }

  private static void refused(Workspace workspace, String sql) {
    assertThrows(SQLException.class, () -> Fixture.sql(workspace, sql), sql);
  }

  /** A path as DuckDB's readers take it, in which only {@code * ? [ ]} mean something. */
  private static String glob(Path path) throws IOException {
    return "'" + path.toString().replace("'", "''") + "'";
  }
}
