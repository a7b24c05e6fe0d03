package io.liftwerk.experiments;

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

/** A workspace to compare arms in: tables made by SQL, jobs run on the calling thread. */
final class AbBench implements AutoCloseable {
  private final Workspace workspace;

  AbBench(Path folder) {
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

  /** {@code bronze.NAME} from a reference file. */
  void load(String name, Path file) throws IOException, SQLException {
    Path inside = workspace.folder().resolve("staging").resolve(file.getFileName());
    Files.copy(file, inside);
    sql("CREATE TABLE bronze." + name + " AS SELECT * FROM read_csv(" + Sql.literal(inside) + ")");
  }

  /** The numbers of the first row of a query. */
  double[] numbers(String sql) throws SQLException {
    try (Connection connection = workspace.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      var numbers = new double[row.getMetaData().getColumnCount()];
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = row.getDouble(i + 1);
      }
      return numbers;
    }
  }

  Run<AbTestResult> run(AbTestRequest request) {
    return new JobRunner(workspace, Runnable::run).run(new AbTest(request));
  }

  AbTestResult compare(AbTestRequest request) {
    return run(request).result();
  }

  @Override
  public void close() {
    workspace.close();
  }
}
