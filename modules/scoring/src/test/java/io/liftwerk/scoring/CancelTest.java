package io.liftwerk.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.liftwerk.workspace.CancelledException;
import io.liftwerk.workspace.JobHandle;
import io.liftwerk.workspace.JobRunner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A cancelled run ends in whatever it is doing and leaves nothing. */
class CancelTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @Timeout(60)
  @ValueSource(
      strings = {
        "Looking at the table",
        "Reading the rows",
        "Training the models",
        "Looking for columns that know the outcome",
        "Scoring all rows",
        "Writing the ranked list"
      })
  void leavesNothing(String phrase) throws Exception {
    try (var bench = new Bench(folder)) {
      bench.sql(LeadScoringTest.leads(4000));
      var reached = new CountDownLatch(1);
      try (var thread = java.util.concurrent.Executors.newSingleThreadExecutor()) {
        JobHandle<LeadScoringResult> handle =
            new JobRunner(bench.workspace(), task -> thread.execute(() -> run(task, reached)))
                .submit(new LeadScoring(Bench.request("leads", "gewonnen")));
        handle.onChange(
            changed -> {
              if (changed.phrase().equals(phrase)) {
                changed.cancel();
              }
            });
        reached.countDown();
        var stopped =
            assertThrows(
                CompletionException.class,
                () -> handle.result().orTimeout(50, TimeUnit.SECONDS).join());
        assertInstanceOf(CancelledException.class, stopped.getCause());
      }
      assertEquals(
          List.of(),
          bench.query("SELECT 1 FROM information_schema.tables WHERE table_schema = 'gold'"));
      try (var files = Files.list(bench.workspace().exports())) {
        assertFalse(files.findAny().isPresent(), "an export is left");
      }
    }
  }

  private static void run(Runnable task, CountDownLatch reached) {
    try {
      reached.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    task.run();
  }
}
