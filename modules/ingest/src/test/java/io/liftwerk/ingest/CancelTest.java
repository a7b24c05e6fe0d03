package io.liftwerk.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.workspace.CancelledException;
import io.liftwerk.workspace.JobHandle;
import io.liftwerk.workspace.JobRunner;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** ux-05: a cancelled import leaves nothing. */
class CancelTest {
  @TempDir Path folder;

  @Test
  void leavesNothing() {
    try (var bench = new Bench(folder)) {
      Path file = bench.file("big.csv", "a,b,c\n" + "1,word,2.5\n".repeat(400_000));
      leavesNothing(bench, file, List.of("looking", "loading", "deciding"));
    }
  }

  @Test
  void ofXmlAndDocumentsNeither() {
    try (var bench = new Bench(folder)) {
      String xml = "<r>\n" + "<a>1</a>\n".repeat(200_000) + "</r>";
      leavesNothing(bench, bench.file("big.xml", xml), List.of("reading", "loading"));
      leavesNothing(bench, bench.file("page.html", "<p>Text</p>"), List.of("reading", "loading"));
    }
  }

  private static void leavesNothing(Bench bench, Path file, List<String> phrases) {
    try (var executor = Executors.newSingleThreadExecutor()) {
      for (String at : phrases) {
        var gate = new java.util.concurrent.CountDownLatch(1);
        executor.execute(
            () -> {
              try {
                gate.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
        JobHandle<ImportResult> handle =
            new JobRunner(bench.workspace(), executor)
                .submit(new FileImport(ImportRequest.of(List.of(file.toString()))));
        var heard = new AtomicInteger();
        handle.onChange(
            changed -> {
              heard.incrementAndGet();
              if (changed.phrase().startsWith(at)) {
                changed.cancel();
              }
            });
        gate.countDown();
        var failure = assertThrows(CompletionException.class, () -> handle.result().join(), at);
        assertTrue(failure.getCause() instanceof CancelledException, at);
        assertTrue(heard.get() > 1);
        assertEquals(List.of(), bench.tables());
        bench.assertStagingEmpty();
      }
    }
  }
}
