package io.liftwerk.workspace;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import org.duckdb.DuckDBPreparedStatement;
import org.jspecify.annotations.Nullable;

/**
 * What a running job has at hand: the workspace, a connection in the job's own transaction, and the
 * ways to tell how far it is, to notice that it was cancelled, and to say what it read and wrote.
 */
public final class JobContext {

  /** Something that can be told to stop, such as {@code statement::cancel}. */
  @FunctionalInterface
  public interface Cancellable {
    void cancel() throws Exception;
  }

  /** Ends what {@link #whenCancelled} began. */
  public interface Registration extends AutoCloseable {
    @Override
    void close();
  }

  private static final long LOOK_MILLIS = 100;

  private final String run;
  private final Workspace workspace;
  private final Connection connection;
  private final BiConsumer<Double, String> progress;
  private final BooleanSupplier last;
  private final RunFiles results;
  private final RunFiles models;
  private final AtomicBoolean cancelled = new AtomicBoolean();
  private final CountDownLatch over = new CountDownLatch(1);
  private final List<Cancellable> cancellables = new CopyOnWriteArrayList<>();
  private final List<RunRecord.Input> inputs = Collections.synchronizedList(new ArrayList<>());
  private final Map<String, Double> metrics = Collections.synchronizedMap(new LinkedHashMap<>());
  private final List<String> artefacts = Collections.synchronizedList(new ArrayList<>());

  /**
   * @param last makes it too late to cancel; false when it was cancelled before
   */
  JobContext(
      String run,
      Workspace workspace,
      Connection connection,
      BiConsumer<Double, String> progress,
      BooleanSupplier last) {
    this.last = last;
    this.run = run;
    this.workspace = workspace;
    this.connection = connection;
    this.progress = progress;
    this.results = new RunFiles(workspace.exports(), run);
    this.models = new RunFiles(workspace.registry(), run);
  }

  /** The number of this run, for example {@code 0042}. */
  public String run() {
    return run;
  }

  public Workspace workspace() {
    return workspace;
  }

  /**
   * The job's connection, inside its transaction: committed with the ledger line, or not at all.
   */
  public Connection connection() {
    return connection;
  }

  /**
   * @param fraction 0 to 1, or negative when it cannot be told
   * @param phrase what is being done, a few words
   * @throws CancelledException when the user has cancelled the job
   */
  public void progress(double fraction, String phrase) {
    checkCancelled();
    progress.accept(fraction, phrase);
  }

  /**
   * @throws CancelledException when the user has cancelled the job
   */
  public void checkCancelled() {
    if (cancelled.get()) {
      throw new CancelledException();
    }
  }

  public boolean isCancelled() {
    return cancelled.get();
  }

  /**
   * From here on a cancel comes too late: what the job does next cannot be taken back, such as
   * putting a file in the place of another. Little work should follow.
   *
   * @throws CancelledException when the user has cancelled the job before
   */
  public void beginLastStep() {
    if (!last.getAsBoolean()) {
      throw new CancelledException();
    }
  }

  /**
   * While the returned handle is open, cancelling the job also calls {@code action}; at once when
   * the job is cancelled already. It is called again and again until the job has ended, because a
   * cancel that reaches DuckDB before it has begun is lost.
   */
  public Registration whenCancelled(Cancellable action) {
    cancellables.add(action);
    if (cancelled.get()) {
      tell(action);
    }
    return () -> cancellables.remove(action);
  }

  /** Runs one statement that cancelling the job interrupts; returns the number of changed rows. */
  public long execute(String sql, @Nullable Object... arguments) throws SQLException {
    return interruptible(sql, arguments, statement -> {});
  }

  /**
   * Runs one long statement, and moves the job's progress from {@code from} to {@code to} as DuckDB
   * tells how far it is.
   *
   * @param from progress of the job when the statement starts, 0 to 1
   * @param to progress of the job when it is through
   * @param phrase what is being done, a few words
   * @return the number of changed rows
   */
  public long execute(
      double from, double to, String phrase, String sql, @Nullable Object... arguments)
      throws SQLException {
    progress(from, phrase);
    long changed =
        interruptible(
            sql,
            arguments,
            statement -> {
              double part = statement.getQueryProgress().getPercentage() / 100;
              if (part >= 0) {
                progress.accept(from + (to - from) * Math.min(1, part), phrase);
              }
            });
    progress(to, phrase);
    return changed;
  }

  private interface Watch {
    void look(DuckDBPreparedStatement statement) throws SQLException;
  }

  private long interruptible(String sql, @Nullable Object[] arguments, Watch watch)
      throws SQLException {
    checkCancelled();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < arguments.length; i++) {
        statement.setObject(i + 1, arguments[i]);
      }
      try (var watcher = new Watcher((DuckDBPreparedStatement) statement, watch)) {
        statement.execute();
        return statement.getUpdateCount();
      } catch (SQLException e) {
        checkCancelled();
        throw e;
      }
    }
  }

  /**
   * Looks at a running statement ten times a second: to tell its progress, and to cancel it. It is
   * told again at every look, because a cancel that comes before DuckDB has begun is lost.
   */
  private final class Watcher implements AutoCloseable {
    private final DuckDBPreparedStatement statement;
    private final Watch watch;
    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread thread;

    Watcher(DuckDBPreparedStatement statement, Watch watch) {
      this.statement = statement;
      this.watch = watch;
      thread = Thread.ofPlatform().daemon().name("watch-statement").start(this::look);
    }

    private void look() {
      try {
        while (!over.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
          if (isCancelled()) {
            statement.cancel();
          } else {
            watch.look(statement);
          }
        }
      } catch (SQLException e) {
        // without a look there is no progress to show; the statement itself goes on
        return;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    /** Returns only when no look is under way, so that none meets a closed statement. */
    @Override
    public void close() {
      over.countDown();
      boolean interrupted = false;
      while (true) {
        try {
          thread.join();
          break;
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Notes something the job read. */
  public void input(String name, String sha256, long size) {
    inputs.add(new RunRecord.Input(name, sha256, size));
  }

  /** Notes a number worth comparing between runs. */
  public void metric(String name, double value) {
    metrics.put(name, value);
  }

  /**
   * Announces a file for people. The job writes it to the draft; it takes its name {@code
   * exports/STEM-RUN.ENDING} when the run is committed, even if the process is killed in between,
   * and is gone when the job fails or is cancelled. It never replaces a file: when the name is
   * taken, a number follows the run's. Noted as an artefact.
   *
   * @param stem what it holds, for example {@code leads-contacts}; characters that file names do
   *     not take everywhere become underscores
   * @param ending without the dot, for example {@code csv}
   */
  public ResultFile resultFile(String stem, String ending) throws IOException {
    return announced(results.add(stem, ending));
  }

  /** As {@link #resultFile}, for a trained model: it takes its name in {@code registry/}. */
  public ResultFile modelFile(String stem, String ending) throws IOException {
    return announced(models.add(stem, ending));
  }

  private ResultFile announced(ResultFile file) {
    artefact(file.place());
    return file;
  }

  /** Notes a file the job wrote. */
  public void artefact(Path file) {
    artefacts.add(workspace.relative(file));
  }

  void cancel() {
    if (cancelled.compareAndSet(false, true)) {
      cancellables.forEach(JobContext::tell);
      Thread.ofPlatform().daemon().name("cancel-" + run).start(this::keepTelling);
    }
  }

  private void keepTelling() {
    try {
      while (!over.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
        cancellables.forEach(JobContext::tell);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The job's work has ended, one way or another. */
  void ended() {
    over.countDown();
  }

  private static void tell(Cancellable action) {
    try {
      action.cancel();
    } catch (Exception e) {
      // the work ends by itself at its next look at the flag
      return;
    }
  }

  List<RunRecord.Input> inputs() {
    return List.copyOf(inputs);
  }

  Map<String, Double> metrics() {
    return metrics;
  }

  /** See {@link RunFiles#seal}. */
  void sealFiles() throws IOException {
    results.seal();
    models.seal();
  }

  /** See {@link RunFiles#discard}. */
  void discardFiles() {
    results.discard();
    models.discard();
  }

  List<String> artefacts() {
    return List.copyOf(artefacts);
  }
}
