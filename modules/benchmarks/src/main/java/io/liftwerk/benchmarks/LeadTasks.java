package io.liftwerk.benchmarks;

import io.liftwerk.ingest.FileImport;
import io.liftwerk.ingest.ImportRequest;
import io.liftwerk.scoring.LeadScoring;
import io.liftwerk.scoring.LeadScoringRequest;
import io.liftwerk.scoring.LeadScoringResult;
import io.liftwerk.scoring.ModelEvaluation;
import io.liftwerk.workspace.JobRunner;
import io.liftwerk.workspace.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** Training and judging all three models of the lead scoring. */
final class LeadTasks {
  private static final int SEEDS = 10;

  private LeadTasks() {}

  /**
   * Imports {@code file}, scores it once on its column {@code split} (when it has one), which is
   * timed as the first job of a fresh process, then with ten seeds of its own.
   *
   * @param columns target; columns left out, separated by commas; {@code split} or {@code seeded}
   */
  static Measured score(Path file, Path folder, List<String> columns) {
    String target = columns.get(0);
    String exclude = columns.get(1);
    boolean split = columns.get(2).equals("split");
    try (Workspace workspace = Workspace.create(folder)) {
      String table = load(workspace, file);
      var runner = new JobRunner(workspace, Runnable::run);
      double cpu = Usage.cpuSeconds();
      long start = System.nanoTime();
      LeadScoringResult first =
          runner.run(new LeadScoring(request(table, target, exclude, split, 1))).result();
      Measured measured =
          Measured.of()
              .with("seconds", (System.nanoTime() - start) / 1e9)
              .with("cpuSeconds", Usage.cpuSeconds() - cpu)
              .with("rows", first.rows());
      for (ModelEvaluation model : first.models()) {
        measured.with("auc." + model.name(), model.auc());
        measured.with("train." + model.name(), model.trainSeconds());
      }
      seeds(measured, runner, table, target, split ? exclude + ",split" : exclude);
      return measured;
    }
  }

  private static void seeds(
      Measured measured, JobRunner runner, String table, String target, String exclude) {
    var aucs = new LinkedHashMap<String, List<Double>>();
    var trainings = new LinkedHashMap<String, List<Double>>();
    var seconds = new ArrayList<Double>();
    var cpus = new ArrayList<Double>();
    for (int seed = 1; seed <= SEEDS; seed++) {
      double cpu = Usage.cpuSeconds();
      long start = System.nanoTime();
      LeadScoringResult result =
          runner.run(new LeadScoring(request(table, target, exclude, false, seed))).result();
      seconds.add((System.nanoTime() - start) / 1e9);
      cpus.add(Usage.cpuSeconds() - cpu);
      for (ModelEvaluation model : result.models()) {
        aucs.computeIfAbsent(model.name(), name -> new ArrayList<>()).add(model.auc());
        trainings
            .computeIfAbsent(model.name(), name -> new ArrayList<>())
            .add(model.trainSeconds());
      }
    }
    aucs.forEach(
        (name, values) ->
            measured
                .with("mean." + name, Statistics.mean(values))
                .with("sd." + name, Statistics.deviation(values)));
    trainings.forEach((name, values) -> measured.with("warm." + name, Statistics.median(values)));
    measured
        .with("warmSeconds", Statistics.median(seconds))
        .with("warmCpuSeconds", Statistics.median(cpus));
  }

  static String load(Workspace workspace, Path file) {
    return new JobRunner(workspace, Runnable::run)
        .run(new FileImport(ImportRequest.of(List.of(file.toString()))))
        .result()
        .tables()
        .getFirst()
        .name();
  }

  static LeadScoringRequest request(
      String table, String target, String exclude, boolean split, long seed) {
    List<String> excluded =
        List.of(exclude.split(",")).stream().filter(column -> !column.isBlank()).toList();
    return new LeadScoringRequest(
        table, target, null, null, excluded, split ? "split" : null, seed);
  }
}
