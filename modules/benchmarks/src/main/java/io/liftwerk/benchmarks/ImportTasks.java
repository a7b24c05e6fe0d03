package io.liftwerk.benchmarks;

import io.liftwerk.ingest.ControlTotal;
import io.liftwerk.ingest.FileImport;
import io.liftwerk.ingest.ImportRequest;
import io.liftwerk.ingest.ImportResult;
import io.liftwerk.ingest.ImportedTable;
import io.liftwerk.workspace.JobRunner;
import io.liftwerk.workspace.Sql;
import io.liftwerk.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;

/** Bringing one delimited file into a new workspace: our whole job, and DuckDB alone. */
final class ImportTasks {
  private ImportTasks() {}

  /** The whole job as the command line runs it, from the request to the committed ledger line. */
  static Measured ours(Path file, Path folder) {
    try (Workspace workspace = Workspace.create(folder)) {
      double cpu = Usage.cpuSeconds();
      long start = System.nanoTime();
      ImportResult result =
          new JobRunner(workspace, Runnable::run)
              .run(new FileImport(ImportRequest.of(List.of(file.toString()))))
              .result();
      double seconds = (System.nanoTime() - start) / 1e9;
      ImportedTable table = result.tables().getFirst();
      return Measured.of()
          .with("seconds", seconds)
          .with("cpuSeconds", Usage.cpuSeconds() - cpu)
          .with("rows", table.rows())
          .with("rejects", table.rejects())
          .with(
              "totalsMet",
              table.totals().stream()
                  .filter(total -> total.verdict() == ControlTotal.Verdict.MET)
                  .count());
    }
  }

  /**
   * The least that loading can be: the file as text columns into a table of the same kind of
   * database with the same settings, no hash, no row numbers, no types, no rejects, and the
   * report's total as one more row.
   */
  static Measured bare(Path file, Path folder, String delimiter) throws Exception {
    try (Workspace workspace = Workspace.create(folder);
        Connection connection = workspace.connect();
        Statement statement = connection.createStatement()) {
      Path inside = workspace.staging().resolve("bare.csv");
      Files.createLink(inside, file);
      double cpu = Usage.cpuSeconds();
      long start = System.nanoTime();
      statement.execute(
          "CREATE TABLE bronze.bare AS SELECT * FROM read_csv("
              + Sql.literal(inside)
              + ", all_varchar = true, header = true, delim = "
              + Sql.literal(delimiter)
              + ")");
      // so that neither side leaves writing for later; ours does one where the log is large
      statement.execute("CHECKPOINT");
      double seconds = (System.nanoTime() - start) / 1e9;
      double used = Usage.cpuSeconds() - cpu;
      try (ResultSet row = statement.executeQuery("SELECT count(*) FROM bronze.bare")) {
        row.next();
        return Measured.of()
            .with("seconds", seconds)
            .with("cpuSeconds", used)
            .with("rows", row.getLong(1));
      }
    }
  }
}
