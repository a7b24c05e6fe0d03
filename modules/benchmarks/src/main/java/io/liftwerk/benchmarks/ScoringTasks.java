package io.liftwerk.benchmarks;

import io.liftwerk.app.cli.Liftwerk;
import io.liftwerk.scoring.LeadScoring;
import io.liftwerk.scoring.LeadScoringRequest;
import io.liftwerk.scoring.LeadScoringResult;
import io.liftwerk.scoring.ModelEvaluation;
import io.liftwerk.scoring.lifetime.BetaGeometric;
import io.liftwerk.scoring.lifetime.Fit;
import io.liftwerk.scoring.lifetime.Histories;
import io.liftwerk.workspace.JobRunner;
import io.liftwerk.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Scoring by a stored model, training on many rows, and fitting a model of purchases. */
final class ScoringTasks {
  /** Rows that the stored model learns from, as the peer's do. */
  private static final long LEARNED = 20_000;

  private static final LocalDate FITTED_TO = LocalDate.of(1997, 9, 30);
  private static final int WARM = 5;

  private ScoringTasks() {}

  /** Trains and registers a model, and makes a table of {@code rows} that it can score. */
  static Measured prepare(Path folder, long rows) throws SQLException {
    try (Workspace workspace = Workspace.create(folder)) {
      table(workspace, "training", LEARNED, 0);
      table(workspace, "fresh", rows, 1_000_000_007);
      LeadScoringResult result = train(workspace);
      return Measured.of()
          .with("rows", rows)
          .with("boosted", result.chosen().equals("boosted") ? 1 : 0);
    }
  }

  /** Trains, judges and scores all models on {@code rows} rows with 20 columns. */
  static Measured large(Path folder, long rows) throws SQLException {
    try (Workspace workspace = Workspace.create(folder)) {
      table(workspace, "training", rows, 0);
      double cpu = Usage.cpuSeconds();
      long start = System.nanoTime();
      LeadScoringResult result = train(workspace);
      Measured measured =
          Measured.of()
              .with("seconds", (System.nanoTime() - start) / 1e9)
              .with("cpuSeconds", Usage.cpuSeconds() - cpu)
              .with("rows", result.rows());
      for (ModelEvaluation model : result.models()) {
        measured.with("auc." + model.name(), model.auc());
        measured.with("train." + model.name(), model.trainSeconds());
      }
      return measured;
    }
  }

  private static LeadScoringResult train(Workspace workspace) {
    return new JobRunner(workspace, Runnable::run)
        .run(
            new LeadScoring(
                new LeadScoringRequest("training", "won", null, null, List.of(), null, 1)))
        .result();
  }

  /** Twelve numbers, a twentieth of them missing, and eight columns of 4 to 39 levels. */
  private static void table(Workspace workspace, String name, long rows, long seed)
      throws SQLException {
    var columns = new ArrayList<String>();
    for (int i = 0; i < 12; i++) {
      columns.add(
          "CASE WHEN hash(i * 64 + %d) %% 20 > 0 THEN (hash(i * 64 + %d) %% 2000001 - 1000000.0)"
                  .formatted(seed + 2 * i, seed + 2 * i + 1)
              + " / 400000 END AS n"
              + i);
    }
    for (int i = 0; i < 8; i++) {
      columns.add("'v' || hash(i * 64 + %d) %% %d AS l%d".formatted(seed + 32 + i, 4 + 5 * i, i));
    }
    String outcome =
        "CASE WHEN (hash(i * 64 + %d) %% 1000000) / 1e6 < 1 / (1 + exp(-(coalesce(n0 * n1, 0)"
                .formatted(seed + 50)
            + " + (l0 = 'v1')::INTEGER))) THEN 'yes' ELSE 'no' END";
    try (Connection connection = workspace.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(
          ("CREATE TABLE bronze.%s AS SELECT * EXCLUDE (i)%s"
                  + " FROM (SELECT i, i + 2 AS _row, %s FROM range(%d) t(i))")
              .formatted(
                  name,
                  name.equals("training") ? ", " + outcome + " AS won" : "",
                  String.join(", ", columns),
                  rows));
    }
  }

  /**
   * The command that scores the table of {@link #prepare}.
   *
   * @throws IOException when this program has no such command, or it fails
   */
  static Measured command(Path folder) throws IOException {
    double cpu = Usage.cpuSeconds();
    long start = System.nanoTime();
    int exit =
        Liftwerk.execute(
            "score", folder.toString(), "--model", "leads-training", "--table", "bronze.fresh");
    if (exit != 0) {
      throw new IOException("the command score ended with " + exit);
    }
    return Measured.of()
        .with("seconds", (System.nanoTime() - start) / 1e9)
        .with("cpuSeconds", Usage.cpuSeconds() - cpu);
  }

  /** BG/NBD on all customers of CDNOW, first in its process and warm. */
  static Measured purchases(Path file) throws IOException {
    Histories histories = histories(file);
    var warm = new ArrayList<Double>();
    Measured measured = Measured.of();
    for (int i = 0; i <= WARM; i++) {
      long start = System.nanoTime();
      Fit<BetaGeometric> fit = BetaGeometric.fit(histories, false, () -> {});
      double seconds = (System.nanoTime() - start) / 1e9;
      if (i == 0) {
        measured.with("seconds", seconds).with("customers", fit.observations());
        measured.with("logLikelihood", fit.logLikelihood());
      } else {
        warm.add(seconds);
      }
    }
    return measured.with("warmSeconds", Statistics.median(warm));
  }

  /** In weeks, until the day that the papers fit to; purchases of one day are one. */
  private static Histories histories(Path file) throws IOException {
    var days = new TreeMap<String, SortedSet<LocalDate>>();
    for (String line : Files.readAllLines(file).stream().skip(1).toList()) {
      String[] cells = line.strip().split("\\s+");
      LocalDate day = LocalDate.parse(cells[1], java.time.format.DateTimeFormatter.BASIC_ISO_DATE);
      if (!day.isAfter(FITTED_TO)) {
        days.computeIfAbsent(cells[0], customer -> new TreeSet<>()).add(day);
      }
    }
    var x = new double[days.size()];
    var last = new double[days.size()];
    var age = new double[days.size()];
    int n = 0;
    for (SortedSet<LocalDate> bought : days.values()) {
      x[n] = bought.size() - 1.0;
      last[n] = ChronoUnit.DAYS.between(bought.getFirst(), bought.getLast()) / 7.0;
      age[n++] = ChronoUnit.DAYS.between(bought.getFirst(), FITTED_TO) / 7.0;
    }
    return Histories.of(x, last, age);
  }
}
