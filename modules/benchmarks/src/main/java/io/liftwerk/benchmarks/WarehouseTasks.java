package io.liftwerk.benchmarks;

import com.iabtcf.decoder.TCString;
import io.liftwerk.ingest.FileImport;
import io.liftwerk.ingest.ImportRequest;
import io.liftwerk.warehouse.BuildRequest;
import io.liftwerk.warehouse.BuildResult;
import io.liftwerk.warehouse.BuildStatus;
import io.liftwerk.warehouse.ConsentReport;
import io.liftwerk.warehouse.ConsentResult;
import io.liftwerk.warehouse.ConsentSettings;
import io.liftwerk.warehouse.ConsentSettingsRequest;
import io.liftwerk.warehouse.ModelBuild;
import io.liftwerk.workspace.JobRunner;
import io.liftwerk.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** From an export to key figures, and the verdict on consent. */
final class WarehouseTasks {
  private WarehouseTasks() {}

  /**
   * Imports a CRM's leads and builds all models.
   *
   * @param basis {@code consent}: each person is asked; {@code other}: nobody has to be
   */
  static Measured build(Path file, Path folder, String basis) throws SQLException {
    try (Workspace workspace = Workspace.create(folder)) {
      var runner = new JobRunner(workspace, Runnable::run);
      double cpu = Usage.cpuSeconds();
      long start = System.nanoTime();
      String table = load(runner, file);
      double imported = (System.nanoTime() - start) / 1e9;
      runner.run(new ConsentSettings(ConsentSettingsRequest.basis(table, basis, "benchmark")));
      BuildResult built = runner.run(new ModelBuild(BuildRequest.everything())).result();
      double seconds = (System.nanoTime() - start) / 1e9;
      if (!built.isComplete()) {
        throw new IllegalStateException("the models were not built: " + built.problems());
      }
      return Measured.of()
          .with("seconds", seconds)
          .with("importSeconds", imported)
          .with("cpuSeconds", Usage.cpuSeconds() - cpu)
          .with("models", built.count(BuildStatus.BUILT))
          .with("leads", count(workspace, "silver.leads"));
    }
  }

  private static String load(JobRunner runner, Path file) {
    return runner
        .run(new FileImport(ImportRequest.of(List.of(file.toString()))))
        .result()
        .tables()
        .getFirst()
        .name();
  }

  private static double count(Workspace workspace, String table) throws SQLException {
    try (Connection connection = workspace.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT count(*) FROM " + table)) {
      row.next();
      return row.getLong(1);
    }
  }

  /** The verdict on every consent string of a file, for all uses, as the job gives it. */
  static Measured verdicts(Path file, Path folder) {
    try (Workspace workspace = Workspace.create(folder)) {
      var runner = new JobRunner(workspace, Runnable::run);
      String table = load(runner, file);
      runner.run(new ConsentSettings(ConsentSettingsRequest.basis(table, "consent", "")));
      runner.run(new ModelBuild(BuildRequest.everything()));
      double cpu = Usage.cpuSeconds();
      long start = System.nanoTime();
      ConsentResult result = runner.run(new ConsentReport()).result();
      return Measured.of()
          .with("seconds", (System.nanoTime() - start) / 1e9)
          .with("cpuSeconds", Usage.cpuSeconds() - cpu)
          .with("rows", result.rows());
    }
  }

  /** What iabtcf's decoder alone takes to read the same strings' purposes and one vendor. */
  static Measured decoder(Path file) throws IOException {
    List<String> strings =
        Files.readAllLines(file).stream()
            .skip(1)
            .map(line -> line.substring(line.lastIndexOf(',') + 1))
            .toList();
    double cpu = Usage.cpuSeconds();
    long start = System.nanoTime();
    long consented = 0;
    for (String string : strings) {
      TCString decoded = TCString.decode(string);
      consented +=
          decoded.getPurposesConsent().contains(1)
                  && decoded.getPurposesLITransparency().contains(2)
                  && decoded.getVendorConsent().contains(1)
              ? 1
              : 0;
    }
    return Measured.of()
        .with("seconds", (System.nanoTime() - start) / 1e9)
        .with("cpuSeconds", Usage.cpuSeconds() - cpu)
        .with("rows", strings.size())
        .with("consented", consented);
  }
}
