package io.liftwerk.app.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.liftwerk.ingest.FolderWatch;
import io.liftwerk.ingest.ImportResult;
import io.liftwerk.ingest.ImportedTable;
import io.liftwerk.ingest.Skipped;
import io.liftwerk.workspace.Job;
import io.liftwerk.workspace.JobHandle;
import io.liftwerk.workspace.JobRunner;
import io.liftwerk.workspace.Json;
import io.liftwerk.workspace.Run;
import io.liftwerk.workspace.WorkbenchException;
import io.liftwerk.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Imports what comes into folders and says each in a line, until it is ended. */
final class Watching implements FolderWatch.Listener {
  private final Console console;
  private final boolean json;
  private final Foreground foreground;

  /**
   * @param json a document a line instead of words
   */
  Watching(Console console, boolean json, Foreground foreground) {
    this.console = console;
    this.json = json;
    this.foreground = foreground;
  }

  void run(Workspace workspace, List<Path> folders) {
    var runner = new JobRunner(workspace, Runnable::run);
    try (var watch =
        new FolderWatch(workspace, folders, (file, job) -> submit(runner, job), this)) {
      foreground.endsBy(watch::close);
      for (Path folder : folders) {
        console.aside(Texts.of("import.watch.begun", folder));
      }
      watch.run();
    }
  }

  private CompletableFuture<Run<ImportResult>> submit(JobRunner runner, Job<ImportResult> job) {
    var result = new CompletableFuture<Run<ImportResult>>();
    try {
      result.complete(runner.run(job, null, this::watched));
    } catch (RuntimeException e) {
      result.completeExceptionally(e);
    }
    return result;
  }

  private void watched(JobHandle<ImportResult> handle) {
    foreground.cancels(handle);
    console.progress(handle);
  }

  @Override
  public void imported(Path file, Run<ImportResult> run) {
    if (json) {
      console.json(Console.document(run));
      return;
    }
    for (ImportedTable table : run.result().tables()) {
      String twin = table.duplicateOf();
      console.line(
          twin != null && twin.equals(table.name())
              ? Texts.of("import.watch.known", table.file(), twin)
              : Texts.of(
                  "import.table",
                  table.file(),
                  table.name(),
                  table.rows(),
                  table.rejects(),
                  Texts.sentence(table.encoding())));
    }
    for (Skipped skipped : run.result().skipped()) {
      console.line(
          Texts.of(
              "import.skipped", skipped.file(), Texts.sentence(skipped.message()), skipped.code()));
    }
  }

  @Override
  public void refused(Path file, WorkbenchException why) {
    tell(String.valueOf(file.getFileName()), why);
  }

  @Override
  public void unreachable(Path folder, WorkbenchException why) {
    tell(folder.toString(), why);
  }

  private void tell(String place, WorkbenchException why) {
    if (json) {
      ObjectNode document = Json.mapper().createObjectNode().put("file", place);
      document.set("error", Console.error(why));
      console.json(document);
    } else {
      console.line(Texts.of("import.skipped", place, Texts.sentence(why.sentence()), why.code()));
    }
  }
}
