package io.liftwerk.experiments;

import io.liftwerk.workspace.Job;
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

/** A workspace to test in: tables made by SQL, jobs run on the calling thread. */
final class UpliftBench implements AutoCloseable {
  private final Workspace workspace;

  UpliftBench(Path folder) {
    this.workspace = Workspace.create(folder.resolve("bench"));
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
    return csv(file, file.getFileName().toString());
  }

  /** The same under another name. */
  String csv(Path file, String name) throws IOException {
    Path inside = workspace.folder().resolve("staging").resolve(name);
    Files.copy(file, inside);
    return Sql.literal(inside);
  }

  <R> Run<R> run(Job<R> job) {
    return new JobRunner(workspace, Runnable::run).run(job);
  }

  @Override
  public void close() {
    workspace.close();
  }
}
