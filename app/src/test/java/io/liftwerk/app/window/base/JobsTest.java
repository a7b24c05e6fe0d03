package io.liftwerk.app.window.base;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.liftwerk.workspace.Job;
import io.liftwerk.workspace.JobContext;
import io.liftwerk.workspace.JobRunner;
import io.liftwerk.workspace.Workspace;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobsTest {
  @TempDir private Path folder;

  private static final class Nothing implements Job<Nothing.Done> {
    private record Parameters() {}

    private record Done() {}

    @Override
    public String name() {
      return "nothing";
    }

    @Override
    public Record parameters() {
      return new Parameters();
    }

    @Override
    public Done run(JobContext context) {
      return new Done();
    }
  }

  @Test
  void whoListensGoesOnHearing() {
    try (Workspace workspace = Workspace.create(folder.resolve("test"))) {
      Deque<Runnable> queue = new ArrayDeque<>();
      var jobs =
          new Jobs(
              new JobRunner(workspace, queue::add), new Background(Runnable::run, Runnable::run));
      var heard = new ArrayList<Integer>();
      jobs.running()
          .addListener(
              (ListChangeListener<Jobs.Entry>) change -> heard.add(change.getList().size()));
      collectGarbage();
      jobs.submit("nothing", new Nothing(), run -> {}, failure -> {});
      queue.remove().run();
      assertEquals(List.of(1, 0), heard);
    }
  }

  private static void collectGarbage() {
    var reference = new WeakReference<>(new Object());
    for (int i = 0; i < 100 && reference.get() != null; i++) {
      System.gc();
    }
  }
}
