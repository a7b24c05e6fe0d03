package io.liftwerk.ingest;

import io.liftwerk.workspace.CancelledException;
import io.liftwerk.workspace.Job;
import io.liftwerk.workspace.Run;
import io.liftwerk.workspace.RunRecord;
import io.liftwerk.workspace.WorkbenchException;
import io.liftwerk.workspace.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Imports the files that come into folders, each by an ordinary import, as long as it is open. It
 * looks every two seconds, which works on network drives as well, and takes a file when its size
 * and time have been still for as long. What it has taken is remembered in the workspace: a restart
 * takes nothing again, and a file that could not be imported is tried again only when it changes.
 *
 * <p>Closing the workspace closes it first.
 */
public final class FolderWatch implements AutoCloseable {
  private static final Duration STILL = Duration.ofSeconds(2);
  private static final int PATIENCE_SECONDS = 5;

  /** Has an import done, in a queue or at once. */
  @FunctionalInterface
  public interface Submitter {
    CompletableFuture<Run<ImportResult>> submit(Path file, Job<ImportResult> job);
  }

  /** Is told what comes, on the thread that looks. */
  public interface Listener {
    /** A file was imported; some of its members, or a table that was there already, included. */
    void imported(Path file, Run<ImportResult> run);

    /** A file could not be imported. It is told once, until the file changes. */
    void refused(Path file, WorkbenchException why);

    /** A folder cannot be looked into. It is told once, until it can be again. */
    void unreachable(Path folder, WorkbenchException why);
  }

  private record Still(long bytes, long modified, long sinceNanos) {}

  private final Workspace workspace;
  private final @Nullable List<Path> named;
  private final Submitter submitter;
  private final Listener listener;
  private final Duration still;
  private final CompletableFuture<@Nullable Void> end = new CompletableFuture<>();
  private final Map<Path, Still> seen = new HashMap<>();
  private final Set<Path> unreachable = new HashSet<>();
  private final Map<String, WatchMemory.Taken> taken = new HashMap<>();
  private List<Path> folders = List.of();
  private long version = -1;
  private volatile @Nullable Thread thread;

  /** Watches the folders that {@link WatchChange} has entered in the workspace. */
  public FolderWatch(Workspace workspace, Submitter submitter, Listener listener) {
    this(workspace, null, submitter, listener, STILL);
  }

  /** Watches {@code folders}, whether or not they are entered in the workspace. */
  public FolderWatch(
      Workspace workspace, List<Path> folders, Submitter submitter, Listener listener) {
    this(workspace, List.copyOf(folders), submitter, listener, STILL);
  }

  FolderWatch(
      Workspace workspace,
      @Nullable List<Path> folders,
      Submitter submitter,
      Listener listener,
      Duration still) {
    this.workspace = workspace;
    this.named = folders;
    this.submitter = submitter;
    this.listener = listener;
    this.still = still;
  }

  /** The folders that are watched while {@code workspace} is open. */
  public static List<WatchedFolder> folders(Workspace workspace) {
    try (Connection connection = workspace.connect()) {
      var memory = new WatchMemory(connection);
      return memory.exists() ? memory.folders() : List.of();
    } catch (SQLException e) {
      throw new WorkbenchException(
          "sources-unreadable",
          "The list of sources cannot be read: " + e.getMessage() + ".",
          "",
          e);
    }
  }

  /** Looks on a thread of its own from now on. */
  public void start() {
    workspace.closeFirst(this);
    thread = Thread.ofPlatform().daemon().name("folder-watch").start(this::lookUntilClosed);
  }

  /** Looks on the calling thread until it is closed. */
  public void run() {
    workspace.closeFirst(this);
    lookUntilClosed();
  }

  private void lookUntilClosed() {
    try {
      while (!end.isDone()) {
        long begun = System.nanoTime();
        try {
          look();
        } catch (SQLException | RuntimeException e) {
          // an erasure writes the database anew, which closes it for a moment
          if (!end.isDone()) {
            warn("a look at the watched folders failed", e);
          }
        }
        // a folder that is slow to list is not looked at all the time
        rest(Math.max(still.toMillis(), 5 * (System.nanoTime() - begun) / 1_000_000));
      }
    } finally {
      workspace.closeNoMore(this);
    }
  }

  /** Ends at once; an import under way is its submitter's to end. */
  @Override
  public void close() {
    end.complete(null);
    Thread looking = thread;
    if (looking != null && looking != Thread.currentThread()) {
      try {
        looking.join(Duration.ofSeconds(PATIENCE_SECONDS));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static void warn(String what, Exception e) {
    System.getLogger(FolderWatch.class.getName()).log(System.Logger.Level.WARNING, what, e);
  }

  private void rest(long millis) {
    try {
      end.get(millis, TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return;
    } catch (InterruptedException | ExecutionException e) {
      end.complete(null);
    }
  }

  private void look() throws SQLException {
    refresh();
    var there = new HashSet<Path>();
    var ready = new ArrayList<FolderWalk.Found>();
    for (Path folder : folders) {
      for (FolderWalk.Found file : listed(folder)) {
        if (there.add(file.file()) && isReady(file)) {
          ready.add(file);
        }
      }
    }
    seen.keySet().retainAll(there);
    for (FolderWalk.Found file : ready) {
      if (end.isDone()) {
        return;
      }
      take(file);
    }
  }

  /** Reads the folders anew when a job has ended since, and what was taken at the beginning. */
  private void refresh() throws SQLException {
    long current = workspace.version();
    if (version == current) {
      return;
    }
    try (Connection connection = workspace.connect()) {
      var memory = new WatchMemory(connection);
      if (named != null && folders.isEmpty()) {
        memory.ensure();
      }
      if (memory.exists()) {
        if (taken.isEmpty()) {
          taken.putAll(memory.taken());
        }
        folders =
            named != null
                ? named
                : memory.folders().stream().map(watched -> Path.of(watched.folder())).toList();
      }
    }
    version = current;
  }

  private List<FolderWalk.Found> listed(Path folder) {
    try {
      List<FolderWalk.Found> files = FolderWalk.of(folder, this::checkOpen).found();
      unreachable.remove(folder);
      return files;
    } catch (IOException | UncheckedIOException e) {
      tell(folder, Refused.folderGone(folder, e));
    } catch (WorkbenchException e) {
      tell(folder, e);
    } catch (CancelledException e) {
      return List.of();
    }
    return List.of();
  }

  private void tell(Path folder, WorkbenchException why) {
    if (unreachable.add(folder)) {
      listener.unreachable(folder, why);
    }
  }

  private void checkOpen() {
    if (end.isDone()) {
      throw new CancelledException();
    }
  }

  private boolean isReady(FolderWalk.Found file) {
    WatchMemory.Taken before = taken.get(file.file().toString());
    if (before != null && before.is(file)) {
      return false;
    }
    Still now = new Still(file.bytes(), file.modifiedMillis(), System.nanoTime());
    Still then = seen.putIfAbsent(file.file(), now);
    if (then == null) {
      return false;
    }
    if (then.bytes() != now.bytes() || then.modified() != now.modified()) {
      seen.put(file.file(), now);
      return false;
    }
    return now.sinceNanos() - then.sinceNanos() >= still.toNanos();
  }

  private void take(FolderWalk.Found file) throws SQLException {
    Path path = file.file();
    WatchMemory.Taken before = taken.get(path.toString());
    try {
      if (Files.size(path) != file.bytes()
          || Files.getLastModifiedTime(path).toMillis() != file.modifiedMillis()) {
        return;
      }
      if (before != null && isSame(before, file)) {
        remember(file, before.sha256(), before.run(), null);
        return;
      }
    } catch (IOException e) {
      // gone again, or the import says what is wrong with it
      if (!Files.exists(path)) {
        return;
      }
    } catch (CancelledException e) {
      return;
    }
    Job<ImportResult> job = new FileImport(ImportRequest.of(List.of(path.toString())));
    CompletableFuture<Run<ImportResult>> result = submitter.submit(path, job);
    CompletableFuture.anyOf(result.handle((run, failure) -> true), end).join();
    if (!result.isDone()) {
      return;
    }
    ended(file, result);
  }

  /** Touched, or copied once more: the time is another, the bytes are not. */
  private boolean isSame(WatchMemory.Taken before, FolderWalk.Found file) throws IOException {
    return before.sha256() != null
        && before.bytes() == file.bytes()
        && before.sha256().equals(Gathering.hash(file.file(), this::checkOpen));
  }

  private void ended(FolderWalk.Found file, CompletableFuture<Run<ImportResult>> result)
      throws SQLException {
    try {
      Run<ImportResult> run = result.join();
      List<RunRecord.Input> inputs = run.record().inputs();
      remember(file, inputs.isEmpty() ? null : inputs.getFirst().sha256(), run.id(), null);
      listener.imported(file.file(), run);
    } catch (CompletionException | CancellationException e) {
      if (e.getCause() instanceof WorkbenchException why) {
        remember(file, null, null, why.sentence());
        listener.refused(file.file(), why);
      } else if (!end.isDone()) {
        // cancelled by somebody, who does not want it at once again
        forNow(file);
      }
    }
  }

  private void forNow(FolderWalk.Found file) {
    taken.put(
        file.file().toString(),
        new WatchMemory.Taken(file.bytes(), file.modifiedMillis(), null, null, null));
  }

  private void remember(
      FolderWalk.Found file,
      @Nullable String sha256,
      @Nullable String run,
      @Nullable String problem)
      throws SQLException {
    var now = new WatchMemory.Taken(file.bytes(), file.modifiedMillis(), sha256, run, problem);
    String path = file.file().toString();
    try (Connection connection = workspace.connect()) {
      connection.setAutoCommit(false);
      new WatchMemory(connection).take(path, now);
      connection.commit();
    }
    taken.put(path, now);
  }
}
