package io.liftwerk.warehouse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.liftwerk.ingest.FileImport;
import io.liftwerk.ingest.ImportRequest;
import io.liftwerk.warehouse.quality.Watched;
import io.liftwerk.warehouse.quality.Watched.State;
import io.liftwerk.workspace.JobRunner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Alerts on what was imported, from the import to the result. */
class LoadAlertsTest {
  @TempDir Path folder;

  @Test
  void aLoadIsHeldAgainstThoseOfTheSameTable() throws Exception {
    try (var bench = new CheckBench(folder)) {
      bench.sql("CREATE TABLE gold.any AS SELECT 1 AS id");
      for (int day = 1; day <= 10; day++) {
        int rows = day == 10 ? 3 : 100 + day % 3;
        load(bench, day, rows);
        State expected = day < 9 ? State.UNKNOWN : day == 10 ? State.UNUSUAL : State.USUAL;
        assertEquals(expected, volume(bench).state(), "load " + day);
      }
      assertEquals(
          "The latest load of bronze.visits brought 3 rows; by the 9 loads before, 72 to 143 are"
              + " usual.",
          volume(bench).reason());
    }
  }

  private void load(CheckBench bench, int day, int rows) throws Exception {
    var text = new StringBuilder("visit;day;pages\n");
    for (int row = 0; row < rows; row++) {
      text.append("v%02d-%d;2026-02-%02d;%d\n".formatted(day, row, day, row % 7));
    }
    Path file = Files.writeString(folder.resolve("visits-" + day + ".csv"), text);
    var request =
        new ImportRequest(
            List.of(file.toString()), day == 1 ? "visits" : null, List.of(), Map.of());
    var load = new FileImport(day == 1 ? request : request.updating("visits"));
    new JobRunner(bench.workspace, Runnable::run).run(load);
  }

  private static Watched volume(CheckBench bench) throws Exception {
    var models = CheckBench.models("models: [{name: any}]");
    Instant soon = Instant.now().plus(Duration.ofMinutes(1));
    var job = new QualityCheck(new CheckRequest(List.of("bronze.visits"), soon), in -> models);
    return new JobRunner(bench.workspace, Runnable::run)
        .run(job).result().watched().stream()
            .filter(one -> one.kind() == Watched.Kind.VOLUME)
            .findFirst()
            .orElseThrow();
  }
}
