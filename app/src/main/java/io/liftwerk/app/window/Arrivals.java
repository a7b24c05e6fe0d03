package io.liftwerk.app.window;

import io.liftwerk.app.window.base.Background;
import io.liftwerk.app.window.base.Session;
import io.liftwerk.app.window.data.DataModel;
import io.liftwerk.ingest.FolderWatch;
import io.liftwerk.ingest.ImportResult;
import io.liftwerk.ingest.ImportedTable;
import io.liftwerk.workspace.CancelledException;
import io.liftwerk.workspace.Job;
import io.liftwerk.workspace.Run;
import io.liftwerk.workspace.WorkbenchException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/**
 * Files that come into watched folders while a workspace is open: they are imported in the queue of
 * jobs like any other, and a note says what came. It takes nobody away from the page they are on.
 */
final class Arrivals implements FolderWatch.Submitter, FolderWatch.Listener {
  private final WorkbenchWindow window;
  private final Background background;
  private final Session session;
  private final DataModel data;

  private Arrivals(WorkbenchWindow window, Background background, Session session, DataModel data) {
    this.window = window;
    this.background = background;
    this.session = session;
    this.data = data;
  }

  /** Looks at the watched folders of {@code session} until its workspace is closed. */
  static void begin(
      WorkbenchWindow window, Background background, Session session, DataModel data) {
    var arrivals = new Arrivals(window, background, session, data);
    session.engine().watch(arrivals, arrivals);
  }

  @Override
  public CompletableFuture<Run<ImportResult>> submit(Path file, Job<ImportResult> job) {
    var result = new CompletableFuture<Run<ImportResult>>();
    background.onScreen(
        () -> {
          if (window.session() == session) {
            String title = window.messages().text("job.title.arrival", name(file));
            session.jobs().submit(title, job, result::complete, result::completeExceptionally);
          } else {
            // the workspace is being closed, which waits for what is queued
            result.completeExceptionally(new CancelledException());
          }
        });
    return result;
  }

  @Override
  public void imported(Path file, Run<ImportResult> run) {
    onScreen(
        () -> {
          data.arrived();
          ImportResult result = run.result();
          long rows = result.tables().stream().mapToLong(ImportedTable::rows).sum();
          window
              .dialogs()
              .note(
                  result.tables().isEmpty()
                      ? window.messages().text("arrival.nothing", name(file))
                      : window
                          .messages()
                          .text(
                              "arrival.came",
                              name(file),
                              result.tables().getFirst().name(),
                              result.tables().size(),
                              rows));
        });
  }

  @Override
  public void refused(Path file, WorkbenchException why) {
    onScreen(() -> window.dialogs().note(said(why)));
  }

  @Override
  public void unreachable(Path folder, WorkbenchException why) {
    onScreen(() -> window.dialogs().note(said(why)));
  }

  private String said(WorkbenchException why) {
    return window.messages().text("arrival.refused", window.messages().sentence(why.sentence()));
  }

  /** As long as the workspace is the one on the screen. */
  private void onScreen(Runnable action) {
    background.onScreen(
        () -> {
          if (window.session() == session) {
            action.run();
          }
        });
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }
}
