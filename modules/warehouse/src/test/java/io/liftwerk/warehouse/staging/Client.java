package io.liftwerk.warehouse.staging;

import io.liftwerk.ingest.BronzeTables;
import io.liftwerk.ingest.FileImport;
import io.liftwerk.ingest.ImportRequest;
import io.liftwerk.warehouse.model.ComputedSource;
import io.liftwerk.warehouse.model.ModelFile;
import io.liftwerk.warehouse.project.Project;
import io.liftwerk.warehouse.project.ProjectFiles;
import io.liftwerk.warehouse.project.ProjectModel;
import io.liftwerk.workspace.Job;
import io.liftwerk.workspace.JobContext;
import io.liftwerk.workspace.JobRunner;
import io.liftwerk.workspace.TableRef;
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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;

/**
 * A workspace in a temporary folder with the shipped project: files are dropped on it, the models
 * are built as tables, and everybody's consent covers everything unless a test says otherwise.
 */
final class Client implements AutoCloseable {
  private final Path folder;
  private final Workspace workspace;
  private final List<String> refused = new ArrayList<>();

  Client(Path folder) {
    this.folder = folder;
    this.workspace = Workspace.create(folder.resolve("client"));
  }

  /** Verdicts, without working any out. */
  private static final class Verdicts implements ComputedSource {
    @Override
    public List<String> tables() {
      return List.of("consent_verdicts", "consent_people");
    }

    @Override
    public List<String> after() {
      return List.of("stg_consent_signals");
    }

    @Override
    public boolean write(JobContext context) {
      throw new AssertionError("tests write them themselves");
    }
  }

  void load(Path... files) {
    for (Path file : files) {
      new JobRunner(workspace, Runnable::run)
          .run(new FileImport(ImportRequest.of(List.of(file.toString()))));
    }
  }

  void load(String name, String content) {
    try {
      load(Files.writeString(folder.resolve(name), content));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  Workspace workspace() {
    return workspace;
  }

  BronzeTables bronze() {
    return new BronzeTables(workspace);
  }

  /** From the next build on, rows of persons with this signal are held back. */
  void refuse(String signal) {
    refused.add(signal);
  }

  Project project() {
    List<ModelFile> staging = StagingModels.of(workspace);
    List<TableRef> tables =
        bronze().list().stream().map(table -> new TableRef("bronze", table.name())).toList();
    Project project =
        Project.read(ProjectFiles.of(workspace.folder(), staging), tables, List.of(new Verdicts()));
    Assertions.assertEquals(
        List.of(),
        project.unusable().values().stream().map(one -> one.reason().sentence()).toList());
    return project;
  }

  /** Builds every model. */
  Project build() {
    Project project = project();
    try (Connection connection = workspace.connect();
        Statement statement = connection.createStatement()) {
      for (String schema : List.of("staging", "liftwerk", "silver", "gold")) {
        statement.execute("CREATE SCHEMA IF NOT EXISTS " + schema);
      }
      for (Project.Step step : project.steps()) {
        switch (step) {
          case Project.ModelStep model -> make(statement, model.model());
          case Project.ComputedStep computed -> verdicts(statement);
        }
      }
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
    return project;
  }

  private static void make(Statement statement, ProjectModel model) throws SQLException {
    boolean view = model.relation().schema().equals("staging");
    try {
      statement.execute(
          "CREATE OR REPLACE "
              + (view ? "VIEW " : "TABLE ")
              + model.relation().sql()
              + " AS "
              + model.sql());
    } catch (SQLException e) {
      throw new AssertionError(model.name() + ": " + e.getMessage() + "\n" + model.sql(), e);
    }
  }

  private void verdicts(Statement statement) throws SQLException {
    String no =
        refused.stream()
            .map(signal -> "'" + signal.replace("'", "''") + "'")
            .collect(Collectors.joining(", ", "(", ")"));
    String covered = refused.isEmpty() ? "true" : "consent_signal NOT IN " + no;
    statement.execute(
        """
        CREATE OR REPLACE TABLE liftwerk.consent_verdicts AS
        SELECT DISTINCT source_relation, consent_signal, %1$s AS analytics, %1$s AS scoring,
               %1$s AS activation
        FROM staging.stg_consent_signals\
        """
            .formatted(covered));
    statement.execute(
        "CREATE OR REPLACE TABLE liftwerk.consent_people"
            + " (source_relation VARCHAR, person_id VARCHAR, use VARCHAR)");
  }

  /** Runs a job of this workspace. */
  <R> R run(Job<R> job) {
    return new JobRunner(workspace, Runnable::run).run(job).result();
  }

  /** Rows as text with {@code |} between cells; what is missing is empty. */
  List<String> rows(String sql) {
    try (Connection connection = workspace.connect();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      int columns = result.getMetaData().getColumnCount();
      var rows = new ArrayList<String>();
      while (result.next()) {
        var cells = new ArrayList<String>();
        for (int i = 1; i <= columns; i++) {
          @Nullable String cell = result.getString(i);
          cells.add(cell == null ? "" : cell);
        }
        rows.add(String.join("|", cells));
      }
      return rows;
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
  }

  /** The only row. */
  String row(String sql) {
    List<String> rows = rows(sql);
    Assertions.assertEquals(1, rows.size(), sql);
    return rows.getFirst();
  }

  @Override
  public void close() {
    workspace.close();
  }
}
