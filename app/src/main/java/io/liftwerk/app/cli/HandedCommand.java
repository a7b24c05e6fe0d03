package io.liftwerk.app.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.liftwerk.workspace.CancelledException;
import io.liftwerk.workspace.Job;
import io.liftwerk.workspace.JobPost;
import io.liftwerk.workspace.Json;
import io.liftwerk.workspace.Run;
import io.liftwerk.workspace.RunRecord;
import io.liftwerk.workspace.WorkbenchException;
import io.liftwerk.workspace.Workspace;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * A command whose job need not fail on a workspace that is open elsewhere: the window takes it into
 * its queue, or the workspace is waited for, whichever comes first.
 */
abstract class HandedCommand extends WorkspaceCommand {
  private static final long PAUSE_MILLIS = 150;
  private static final long GRACE_SECONDS = 15;

  @Option(names = "--wait", paramLabel = "SECONDS", defaultValue = "300")
  long wait;

  /**
   * Runs {@code job} in the workspace at {@code folder}, here or where it is open.
   *
   * @param type of the job's result
   */
  <R> Run<R> handed(Path folder, Job<R> job, Class<R> type) throws Exception {
    try (Workspace workspace = Workspace.open(folder)) {
      Passphrase.offerVariable(workspace);
      return run(workspace, job);
    } catch (WorkbenchException e) {
      if (!isHeld(e) || wait <= 0) {
        throw e;
      }
      return elsewhere(folder, job, type, e);
    }
  }

  private static boolean isHeld(WorkbenchException e) {
    return e.code().equals("workspace-held");
  }

  private <R> Run<R> elsewhere(Path folder, Job<R> job, Class<R> type, WorkbenchException held)
      throws Exception {
    console().aside(Texts.of("handed.waits", Texts.sentence(held.sentence())));
    JobPost post = JobPost.of(folder, job);
    var withdrawal = new Thread(post::withdraw, "withdraw");
    Runtime.getRuntime().addShutdownHook(withdrawal);
    try {
      return await(folder, job, type, post);
    } finally {
      unhook(withdrawal);
    }
  }

  private static void unhook(Thread withdrawal) {
    try {
      Runtime.getRuntime().removeShutdownHook(withdrawal);
    } catch (IllegalStateException e) {
      // the process is ending, and withdraws it
      return;
    }
  }

  private <R> Run<R> await(Path folder, Job<R> job, Class<R> type, JobPost post) throws Exception {
    long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(wait);
    boolean withdrawn = false;
    String said = "";
    while (true) {
      Optional<RunRecord> done = look(post, withdrawn);
      if (done.isPresent()) {
        return run(done.get(), type);
      }
      try (Workspace workspace = openIfFree(folder)) {
        if (workspace != null) {
          return here(workspace, job, type, post);
        }
      }
      said = tell(post, said);
      if (!post.hasBegun() && System.nanoTime() > limit) {
        if (withdrawn || post.withdraw()) {
          throw late();
        }
        withdrawn = true;
        limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(GRACE_SECONDS);
      }
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    }
  }

  private Optional<RunRecord> look(JobPost post, boolean withdrawn) {
    try {
      return post.look();
    } catch (CancelledException e) {
      throw withdrawn ? late() : e;
    }
  }

  private <R> Run<R> here(Workspace workspace, Job<R> job, Class<R> type, JobPost post) {
    Optional<RunRecord> late = post.takeBack();
    if (late.isPresent()) {
      return run(late.get(), type);
    }
    Passphrase.offerVariable(workspace);
    return run(workspace, job);
  }

  /** Says where the job stands there, once a phrase. */
  private String tell(JobPost post, String said) {
    String now = post.isTaken() ? post.phrase() : said;
    if (post.isTaken() && said.isEmpty()) {
      console().aside(Texts.of("handed.taken"));
      return now.isEmpty() ? " " : tell(post, " ");
    }
    if (!now.isEmpty() && !now.equals(said)) {
      console().aside(Texts.sentence(now));
    }
    return now.isEmpty() ? said : now;
  }

  private WorkbenchException late() {
    return new WorkbenchException(
        "workspace-held",
        "The workspace was in use elsewhere for more than " + wait + " seconds.",
        "Close it there, or wait longer with --wait.");
  }

  /** The workspace, when nobody holds it any longer. */
  private static @Nullable Workspace openIfFree(Path folder) {
    try {
      return Workspace.open(folder);
    } catch (WorkbenchException e) {
      if (isHeld(e)) {
        return null;
      }
      throw e;
    }
  }

  private static <R> Run<R> run(RunRecord record, Class<R> type) {
    try {
      return new Run<>(record, Json.mapper().treeToValue(record.result(), type));
    } catch (JsonProcessingException e) {
      throw new WorkbenchException(
          "json",
          "The result of run " + record.id() + " cannot be read: " + e.getOriginalMessage() + ".",
          "Use the same version of Liftwerk for both.",
          e);
    }
  }
}
