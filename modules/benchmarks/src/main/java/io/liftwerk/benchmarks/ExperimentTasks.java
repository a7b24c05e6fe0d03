package io.liftwerk.benchmarks;

import io.liftwerk.experiments.AbTest;
import io.liftwerk.experiments.AbTestRequest;
import io.liftwerk.experiments.FalseAlarms;
import io.liftwerk.experiments.UpliftModels;
import io.liftwerk.experiments.UpliftRequest;
import io.liftwerk.experiments.UpliftResult;
import io.liftwerk.workspace.JobRunner;
import io.liftwerk.workspace.Workspace;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Arms compared and uplift learned on many persons; alarms where nothing happens. */
final class ExperimentTasks {
  /** Times that a comparison is repeated in a process; the first one is kept apart. */
  private static final int WARM = 5;

  private ExperimentTasks() {}

  /** Makes the table of an experiment on {@code rows} persons with 20 covariates. */
  static Measured prepare(Path folder, long rows) throws SQLException {
    try (Workspace workspace = Workspace.create(folder)) {
      table(workspace, rows);
      return Measured.of().with("rows", rows);
    }
  }

  /**
   * Twelve numbers, eight columns of 4 to 39 levels, a figure of the time before, an arm by lot,
   * and what came of it: a yes that the treatment makes likelier for some, and a sum.
   */
  private static void table(Workspace workspace, long rows) throws SQLException {
    var columns = new ArrayList<String>();
    for (int i = 0; i < 12; i++) {
      columns.add("(hash(i * 64 + %d) %% 2000001 - 1000000.0) / 400000 AS n%d".formatted(i, i));
    }
    for (int i = 0; i < 8; i++) {
      columns.add("'v' || hash(i * 64 + %d) %% %d AS l%d".formatted(32 + i, 4 + 5 * i, i));
    }
    try (Connection connection = workspace.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          CREATE TABLE bronze.people AS
          SELECT *,
            CASE WHEN (hash(i * 64 + 50) %% 1000000) / 1e6
                < 1 / (1 + exp(2 - n0 * n1 - 0.4 * (arm = 'mail' AND n2 > 0)::INTEGER))
              THEN 1 ELSE 0 END AS won,
            CASE WHEN hash(i * 64 + 51) %% 10 = 0
              THEN round(20 + before / 10 + hash(i * 64 + 52) %% 3000 / 100.0, 2) ELSE 0 END AS spend
          FROM (
            SELECT i, i + 2 AS _row,
              CASE WHEN hash(i * 64 + 60) %% 2 = 0 THEN 'mail' ELSE 'control' END AS arm,
              hash(i * 64 + 61) %% 20000 / 100.0 AS before,
              %s
            FROM range(%d) t(i))
          """
              .formatted(String.join(", ", columns), rows));
    }
  }

  /** Compares the arms by a rate and a sum, plain and with the figure of the time before. */
  static Measured compare(Path folder) {
    try (Workspace workspace = Workspace.open(folder)) {
      var runner = new JobRunner(workspace, Runnable::run);
      AbTestRequest plain =
          AbTestRequest.of("people", "arm", "control", List.of("won:proportion", "spend:revenue"));
      AbTestRequest adjusted =
          new AbTestRequest(
              plain.table(),
              plain.arm(),
              plain.control(),
              plain.metrics(),
              "before:before",
              null,
              null,
              null,
              null,
              null,
              List.of(),
              plain.alpha(),
              plain.looks(),
              null,
              null,
              plain.correction(),
              null);
      Measured measured = Measured.of();
      time(runner, plain, "plain", measured);
      time(runner, adjusted, "cuped", measured);
      return measured;
    }
  }

  private static void time(
      JobRunner runner, AbTestRequest request, String name, Measured measured) {
    var seconds = new ArrayList<Double>();
    var processor = new ArrayList<Double>();
    for (int i = 0; i <= WARM; i++) {
      double cpu = Usage.cpuSeconds();
      long start = System.nanoTime();
      runner.run(new AbTest(request));
      double wall = (System.nanoTime() - start) / 1e9;
      if (i == 0) {
        measured.with(name + ".first", wall);
        measured.with(name + ".firstCpu", Usage.cpuSeconds() - cpu);
      } else {
        seconds.add(wall);
        processor.add(Usage.cpuSeconds() - cpu);
      }
    }
    measured.with(name, Statistics.median(seconds));
    measured.with(name + ".cpu", Statistics.median(processor));
  }

  /** Two boosted models, judged, everybody scored: the whole job. */
  static Measured uplift(Path folder) {
    try (Workspace workspace = Workspace.open(folder)) {
      double cpu = Usage.cpuSeconds();
      long start = System.nanoTime();
      UpliftResult result =
          new JobRunner(workspace, Runnable::run)
              .run(
                  new UpliftModels(
                      UpliftRequest.of("people", "arm", "control", "mail", "won", null, 7)
                          .with(List.of("t-boosted"))
                          .without(List.of("spend", "i", "before"))))
              .result();
      UpliftResult.LearnerScore score = result.learners().getFirst();
      return Measured.of()
          .with("seconds", (System.nanoTime() - start) / 1e9)
          .with("cpuSeconds", Usage.cpuSeconds() - cpu)
          .with("train", score.trainSeconds())
          .with("qini", score.qini());
    }
  }

  /** Counts alarms of so many experiments in which nothing happens, at 5 % and at 0.1 %. */
  static Measured alarms(int tests) {
    long start = System.nanoTime();
    Measured measured = Measured.of();
    for (FalseAlarms level : FalseAlarms.of(tests, 0.05, 0.001)) {
      String at = level.alpha() == 0.05 ? "5" : "0.1";
      measured.with("sizes." + at, level.sizes());
      measured.with("anyLook." + at, level.anyLook());
      measured.with("groups." + at, level.groups());
      measured.with("said." + at, level.said());
      measured.with("everyLook." + at, level.everyLook());
    }
    return measured.with("seconds", (System.nanoTime() - start) / 1e9);
  }
}
