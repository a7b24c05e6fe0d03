package io.liftwerk.workspace;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes in jobs that other processes ask for while this one holds the workspace: a process that
 * finds the workspace held lays a {@link JobPost} into {@code jobs/}, this one does it in its own
 * queue and lays the outcome beside it. Files carry it, since nothing here opens a connection:
 *
 * <pre>
 * ID.request.json   what is asked for; takes its name when it is complete
 * ID.claimed.json   the same, once this process has taken it in
 * ID.state.json     where the job stands
 * ID.cancel         whoever asked wants it no longer
 * ID.result.json    the run's line of the ledger, or what stopped it
 * </pre>
 *
 * <p>A request is a stranger's: only jobs of the given catalog are made, and only from parameters
 * that fit. What lies there when the inbox opens is from before and is removed; whoever still waits
 * asks again.
 */
public final class JobInbox implements AutoCloseable {

  /** Puts a job into the queue of this process. */
  @FunctionalInterface
  public interface Submitter {
    CompletableFuture<JobHandle<?>> submit(Job<?> job);
  }

  static final String FOLDER = "jobs";
  static final String REQUEST = ".request.json";
  static final String CLAIMED = ".claimed.json";
  static final String STATE = ".state.json";
  static final String CANCEL = ".cancel";
  static final String RESULT = ".result.json";

  /** Version of the form of these files. */
  static final int FORMAT = 1;

  private static final Pattern NAME =
      Pattern.compile("([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\\.request\\.json");
  private static final long LARGEST = 1 << 20;
  private static final long PAUSE_MILLIS = 200;
  private static final Duration KEPT = Duration.ofHours(1);

  /**
   * What is asked for.
   *
   * @param version of the shape of the parameters, see {@link Job#version}
   */
  record Request(int format, String job, int version, JsonNode parameters) {}

  /** Where a job stands, see {@link JobHandle}. */
  record State(JobHandle.State state, double progress, String phrase) {}

  /**
   * How it ended: with a run, with a problem, or cancelled without either.
   *
   * @param run line of the ledger
   */
  record Result(@Nullable RunRecord run, @Nullable Problem problem) {}

  /** See {@link WorkbenchException}. */
  record Problem(String code, String sentence, String hint) {}

  private final Workspace workspace;
  private final Path folder;
  private final JobCatalog catalog;
  private final Submitter submitter;
  private final Map<String, CompletableFuture<JobHandle<?>>> taken = new HashMap<>();
  private final Thread thread;
  private final CountDownLatch closing = new CountDownLatch(1);

  private JobInbox(Workspace workspace, JobCatalog catalog, Submitter submitter) {
    this.workspace = workspace;
    this.folder = workspace.folder().resolve(FOLDER);
    this.catalog = catalog;
    this.submitter = submitter;
    this.thread = Thread.ofPlatform().daemon().name("liftwerk-inbox").unstarted(this::watch);
  }

  /**
   * Opens the inbox until the workspace is closed.
   *
   * @param catalog the jobs that may be asked for
   */
  public static JobInbox open(Workspace workspace, JobCatalog catalog, Submitter submitter) {
    var inbox = new JobInbox(workspace, catalog, submitter);
    inbox.tidy();
    workspace.closeFirst(inbox);
    inbox.thread.start();
    return inbox;
  }

  /** Removes what an earlier process left; an outcome that was just written waits to be read. */
  private void tidy() {
    try {
      Files.createDirectories(folder);
      for (Path file : list("*")) {
        boolean kept =
            file.toString().endsWith(RESULT)
                && Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS)
                    .toInstant()
                    .isAfter(Instant.now().minus(KEPT));
        if (!kept) {
          Tidy.delete(file);
        }
      }
    } catch (IOException e) {
      Workspace.warn("old requests could not be removed", e);
    }
  }

  private void watch() {
    try {
      do {
        look();
      } while (!closing.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void look() {
    if (closing.getCount() == 0 || !workspace.isThere()) {
      return;
    }
    try {
      for (Path file : list("*" + REQUEST)) {
        Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
        if (name.matches()) {
          take(name.group(1), file);
        }
      }
    } catch (IOException e) {
      Workspace.warn("the folder of requests cannot be read", e);
    }
    for (String id : List.copyOf(taken.keySet())) {
      report(id);
    }
  }

  private List<Path> list(String pattern) throws IOException {
    var found = new ArrayList<Path>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, pattern)) {
      files.forEach(found::add);
    }
    return found;
  }

  private void take(String id, Path file) {
    try {
      Path claimed = folder.resolve(id + CLAIMED);
      if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) > LARGEST) {
        Tidy.delete(file);
        return;
      }
      Files.move(file, claimed, StandardCopyOption.ATOMIC_MOVE);
      taken.put(id, submitter.submit(job(Files.readString(claimed))));
    } catch (NoSuchFileException e) {
      // taken back by whoever asked
      return;
    } catch (IOException e) {
      Workspace.warn("a request cannot be taken in", e);
    } catch (RuntimeException e) {
      end(id, new Result(null, problem(e)));
    }
  }

  private Job<?> job(String text) {
    Request request = Json.read(text, Request.class);
    if (request.format() != FORMAT || request.job() == null || request.parameters() == null) {
      throw new WorkbenchException(
          "request-format",
          "The work was asked for in a form that the program with the workspace open does not"
              + " know.",
          "Use the same version of Liftwerk for both.");
    }
    return catalog.make(request.job(), request.version(), request.parameters());
  }

  private void report(String id) {
    CompletableFuture<JobHandle<?>> submitted = taken.get(id);
    if (submitted == null || !submitted.isDone()) {
      return;
    }
    try {
      JobHandle<?> handle = submitted.join();
      if (Files.exists(folder.resolve(id + CANCEL), LinkOption.NOFOLLOW_LINKS)) {
        handle.cancel();
      }
      if (handle.result().isDone()) {
        end(id, result(handle));
      } else {
        Durable.replace(
            folder.resolve(id + STATE),
            Json.write(new State(handle.state(), handle.progress(), handle.phrase())));
      }
    } catch (IOException e) {
      Workspace.warn("the state of a job that was asked for cannot be written", e);
    } catch (CompletionException e) {
      if (e.getCause() instanceof CancelledException) {
        // the workspace is being closed: whoever asked gets it then
        taken.remove(id);
      } else {
        end(id, new Result(null, problem(e.getCause())));
      }
    }
  }

  private static Result result(JobHandle<?> handle) {
    try {
      return new Result(handle.result().join().record(), null);
    } catch (CompletionException e) {
      return new Result(null, problem(e.getCause()));
    }
  }

  /** Null for a job that was cancelled. */
  private static @Nullable Problem problem(@Nullable Throwable failure) {
    return switch (failure) {
      case WorkbenchException e -> new Problem(e.code(), e.sentence(), e.hint());
      case CancelledException e -> null;
      case null, default ->
          new Problem("internal", "Liftwerk stopped: " + failure + ".", "Please report it.");
    };
  }

  private void end(String id, Result result) {
    taken.remove(id);
    try {
      Durable.replace(folder.resolve(id + RESULT), Json.write(result));
      for (String ending : List.of(CLAIMED, STATE, CANCEL)) {
        Files.deleteIfExists(folder.resolve(id + ending));
      }
    } catch (IOException e) {
      Workspace.warn("the outcome of a job that was asked for cannot be written", e);
    }
  }

  /**
   * Takes in no more. What is done is told; what is not, since the workspace is being closed, is
   * left to whoever asked, who gets the workspace then.
   */
  @Override
  public void close() {
    closing.countDown();
    synchronized (this) {
      for (Map.Entry<String, CompletableFuture<JobHandle<?>>> one : List.copyOf(taken.entrySet())) {
        CompletableFuture<JobHandle<?>> submitted = one.getValue();
        if (submitted.isDone()
            && !submitted.isCompletedExceptionally()
            && submitted.join().state() == JobHandle.State.DONE) {
          report(one.getKey());
        }
      }
    }
    workspace.closeNoMore(this);
  }
}
