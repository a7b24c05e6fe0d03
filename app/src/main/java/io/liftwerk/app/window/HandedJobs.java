package io.liftwerk.app.window;

import io.liftwerk.app.RepeatableJobs;
import io.liftwerk.app.window.base.Background;
import io.liftwerk.app.window.base.Session;
import io.liftwerk.app.window.data.DataModel;
import io.liftwerk.workspace.CancelledException;
import io.liftwerk.workspace.Job;
import io.liftwerk.workspace.JobHandle;
import io.liftwerk.workspace.JobInbox;
import io.liftwerk.workspace.Run;
import java.util.concurrent.CompletableFuture;

/**
 * Work that commands ask for while the window has the workspace open: it is done in the queue of
 * jobs like any other, can be cancelled there, and a note says when it is done.
 */
final class HandedJobs implements JobInbox.Submitter {
  private final WorkbenchWindow window;
  private final Background background;
  private final Session session;
  private final DataModel data;

  private HandedJobs(
      WorkbenchWindow window, Background background, Session session, DataModel data) {
    this.window = window;
    this.background = background;
    this.session = session;
    this.data = data;
  }

  /** Takes in work until the workspace of {@code session} is closed. */
  static void begin(
      WorkbenchWindow window, Background background, Session session, DataModel data) {
    var handed = new HandedJobs(window, background, session, data);
    JobInbox.open(session.workspace(), RepeatableJobs.handedOver(), handed);
  }

  @Override
  public CompletableFuture<JobHandle<?>> submit(Job<?> job) {
    var handle = new CompletableFuture<JobHandle<?>>();
    background.onScreen(
        () -> {
          if (window.session() == session) {
            handle.complete(queued(job));
          } else {
            // the workspace is being closed; whoever asked gets it then
            handle.completeExceptionally(new CancelledException());
          }
        });
    return handle;
  }

  private <R> JobHandle<?> queued(Job<R> job) {
    String title = window.messages().text("job.title.handed", job.name());
    return session.jobs().submit(title, job, this::done, failure -> {}).handle();
  }

  private void done(Run<?> run) {
    if (window.session() == session) {
      data.arrived();
      window.dialogs().note(window.messages().text("handed.done", run.record().job(), run.id()));
    }
  }
}
