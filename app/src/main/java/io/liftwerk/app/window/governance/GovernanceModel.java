package io.liftwerk.app.window.governance;

import io.liftwerk.app.window.base.Background;
import io.liftwerk.app.window.base.Engine;
import io.liftwerk.app.window.base.Jobs;
import io.liftwerk.ingest.ErasureProofResult;
import io.liftwerk.ingest.ErasureResult;
import io.liftwerk.workspace.CancelledException;
import io.liftwerk.workspace.Run;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** State of the Governance page. */
public final class GovernanceModel {

  /** An erasure that was done, and what was found when everything was searched afterwards. */
  public record Erased(Run<ErasureResult> erasure, Run<ErasureProofResult> proof) {}

  private final Engine engine;
  private final Jobs jobs;
  private final Background background;
  private final Background.Lane reading;
  private final ReadOnlyObjectWrapper<Engine.@Nullable Governance> shown =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Engine.@Nullable Audit> audit = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Erased> erased = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private Consumer<Throwable> problems = failure -> {};

  public GovernanceModel(Engine engine, Jobs jobs, Background background) {
    this.engine = engine;
    this.jobs = jobs;
    this.background = background;
    this.reading = background.lane();
  }

  public void onProblem(Consumer<Throwable> handler) {
    problems = handler;
  }

  /** How vault and retention stand, null until they were read once. */
  public ReadOnlyObjectProperty<Engine.@Nullable Governance> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /** The verdict on the audit trail, null until it was asked for. */
  public ReadOnlyObjectProperty<Engine.@Nullable Audit> auditProperty() {
    return audit.getReadOnlyProperty();
  }

  /** The last erasure made here, null while there is none. */
  public ReadOnlyObjectProperty<@Nullable Erased> erasedProperty() {
    return erased.getReadOnlyProperty();
  }

  /** Whether something is under way that none may follow before it is done. */
  public ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  public void refresh() {
    reading.run(engine::governance, shown::set, this::failed);
  }

  /** Gives the passphrase of the vault for as long as the workspace is open. */
  public void unlock(char[] passphrase, Runnable done) {
    after(() -> engine.unlock(passphrase), done);
  }

  /** Locks the vault by a passphrase from now on. */
  public void lock(char[] passphrase, Runnable done) {
    after(() -> engine.lockBy(passphrase), done);
  }

  /**
   * Keeps the rows of a table that long.
   *
   * @param days null for ever
   */
  public void keep(String title, String table, @Nullable Integer days) {
    jobs.submit(title, engine.keeping(table, days), run -> refresh(), this::failed);
  }

  private void after(Runnable work, Runnable done) {
    background.run(
        () -> {
          work.run();
          return true;
        },
        yes -> {
          done.run();
          refresh();
        },
        this::failed);
  }

  /** Looks at the audit trail. */
  public void verify() {
    background.run(engine::audit, audit::set, this::failed);
  }

  /** Takes out the rows whose time is over. */
  public void retain(String title, Consumer<Long> done) {
    busy.set(true);
    jobs.submit(
        title,
        engine.retaining(),
        run ->
            rewrite(
                () -> true,
                yes -> {
                  long rows =
                      run.result().sources().stream().mapToLong(source -> source.rows()).sum();
                  done.accept(rows);
                }),
        this::failed);
  }

  /** Replaces identifiers in what was imported before there were pseudonyms. */
  public void migrate(String title) {
    busy.set(true);
    jobs.submit(title, engine.migrating(), run -> rewrite(() -> true, yes -> {}), this::failed);
  }

  /**
   * Erases persons, writes the files anew, and searches everything for them.
   *
   * @param lines e-mail addresses and telephone numbers; kept nowhere
   */
  public void erase(String title, String proofTitle, List<String> lines) {
    busy.set(true);
    erased.set(null);
    background.run(
        () -> engine.erasing(lines),
        job ->
            jobs.submit(
                title,
                job,
                run ->
                    rewrite(
                        () -> job.proof(lines),
                        proof ->
                            jobs.submit(
                                proofTitle,
                                proof,
                                found -> erased.set(new Erased(run, found)),
                                this::failed)),
                this::failed),
        this::failed);
  }

  private <T> void rewrite(Callable<T> next, Consumer<T> done) {
    background.run(
        () -> {
          engine.rewrite();
          return next.call();
        },
        made -> {
          busy.set(false);
          done.accept(made);
          refresh();
        },
        this::failed);
  }

  private void failed(Throwable failure) {
    busy.set(false);
    if (!(failure instanceof CancelledException)) {
      problems.accept(failure);
    }
  }
}
