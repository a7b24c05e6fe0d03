package io.liftwerk.scoring;

import io.liftwerk.workspace.JobRunner;
import io.liftwerk.workspace.Run;
import io.liftwerk.workspace.Sql;
import io.liftwerk.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A workspace to test in: tables made by SQL, jobs run on the calling thread. */
final class Bench implements AutoCloseable {
  private final Workspace workspace;

  Bench(Path folder) {
    this(Workspace.create(folder.resolve("bench")));
  }

  Bench(Workspace workspace) {
    this.workspace = workspace;
  }

  Workspace workspace() {
    return workspace;
  }

  void sql(String... statements) throws SQLException {
    try (Connection connection = workspace.connect();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** All rows of a query, columns joined by a bar. */
  List<String> query(String sql) throws SQLException {
    try (Connection connection = workspace.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      var rows = new ArrayList<String>();
      while (row.next()) {
        var cells = new ArrayList<String>();
        for (int c = 1; c <= row.getMetaData().getColumnCount(); c++) {
          cells.add(row.getString(c));
        }
        rows.add(String.join("|", cells.stream().map(String::valueOf).toList()));
      }
      return rows;
    }
  }

  /** Copies a file into the workspace, where the guarded database may read it. */
  String csv(Path file) throws IOException {
    Path inside = workspace.folder().resolve("staging").resolve(file.getFileName());
    Files.copy(file, inside);
    return Sql.literal(inside);
  }

  /** {@code bronze.NAME} from a reference file, with the reference split in the column part. */
  void reference(String name, Path file, Path testRows) throws IOException, SQLException {
    sql(
        "CREATE TABLE bronze.%s AS SELECT *, CASE WHEN _row - 1 IN (SELECT row FROM read_csv(%s))"
                .formatted(name, csv(testRows))
            + " THEN 'test' ELSE 'train' END AS part FROM (SELECT row_number() OVER () AS _row, *"
            + " FROM read_csv(%s, parallel = false, normalize_names = false))"
                .formatted(csv(file)));
  }

  Run<LeadScoringResult> run(LeadScoringRequest request) {
    return new JobRunner(workspace, Runnable::run).run(new LeadScoring(request));
  }

  LeadScoringResult score(LeadScoringRequest request) {
    return run(request).result();
  }

  static LeadScoringRequest request(String table, String target) {
    return new LeadScoringRequest(table, target, null, null, List.of(), null, 7);
  }

  static LeadScoringRequest request(
      String table, String target, List<String> exclude, @Nullable String split, long seed) {
    return new LeadScoringRequest(table, target, null, null, exclude, split, seed);
  }

  @Override
  public void close() {
    workspace.close();
  }
}
