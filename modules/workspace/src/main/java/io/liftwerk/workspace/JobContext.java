package io.liftwerk.workspace;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;

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

  private final String run;
  private final Workspace workspace;
  private final Connection connection;
  private final BiConsumer<Double, String> progress;
  private final AtomicBoolean cancelled = new AtomicBoolean();
  private final List<Cancellable> cancellables = new CopyOnWriteArrayList<>();
  private final List<RunRecord.Input> inputs = new ArrayList<>();
  private final Map<String, Double> metrics = new LinkedHashMap<>();
  private final List<String> artefacts = new ArrayList<>();

  JobContext(
      String run, Workspace workspace, Connection connection, BiConsumer<Double, String> progress) {
    this.run = run;
    this.workspace = workspace;
    this.connection = connection;
    this.progress = progress;
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

  /** While the returned handle is open, cancelling the job also calls {@code action}. */
  public AutoCloseable whenCancelled(Cancellable action) {
    cancellables.add(action);
    return () -> cancellables.remove(action);
  }

  /** Runs one statement that cancelling the job interrupts; returns the number of changed rows. */
  public long execute(String sql, Object... arguments) throws SQLException {
    checkCancelled();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      Cancellable cancel = statement::cancel;
      cancellables.add(cancel);
      try {
        for (int i = 0; i < arguments.length; i++) {
          statement.setObject(i + 1, arguments[i]);
        }
        statement.execute();
        return statement.getUpdateCount();
      } catch (SQLException e) {
        checkCancelled();
        throw e;
      } finally {
        cancellables.remove(cancel);
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

  /** Notes a file the job wrote. */
  public void artefact(Path file) {
    Path inside = workspace.folder().toAbsolutePath();
    Path absolute = file.toAbsolutePath();
    artefacts.add(
        (absolute.startsWith(inside) ? inside.relativize(absolute) : absolute.getFileName())
            .toString());
  }

  void cancel() {
    cancelled.set(true);
    for (Cancellable cancellable : cancellables) {
      try {
        cancellable.cancel();
      } catch (Exception e) {
        // the work ends by itself at its next look at the flag
        continue;
      }
    }
  }

  List<RunRecord.Input> inputs() {
    return List.copyOf(inputs);
  }

  Map<String, Double> metrics() {
    return metrics;
  }

  List<String> artefacts() {
    return List.copyOf(artefacts);
  }
}
