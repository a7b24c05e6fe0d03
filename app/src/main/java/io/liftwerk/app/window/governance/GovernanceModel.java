package io.liftwerk.app.window.governance;

import io.liftwerk.app.window.base.Background;
import io.liftwerk.app.window.base.Engine;
import io.liftwerk.app.window.base.Jobs;
import io.liftwerk.ingest.ErasureProofResult;
import io.liftwerk.ingest.ErasureResult;
import io.liftwerk.workspace.CancelledException;
import io.liftwerk.workspace.Run;
import io.liftwerk.workspace.WorkbenchException;
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

  /** The parts of the page; each says what went wrong in it. */
  public enum Part {
    VAULT,
    RETENTION,
    ERASURE,
    TRAIL
  }

  /** What went wrong, and where it was asked for. */
  public record Problem(Part part, WorkbenchException why) {}

  private final Engine engine;
  private final Jobs jobs;
  private final Background background;
  private final Background.Lane reading;
  private final Background.Lane verifying;
  private final ReadOnlyObjectWrapper<Engine.@Nullable Governance> shown =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Engine.@Nullable Audit> audit = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Erased> erased = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private Consumer<Throwable> problems = failure -> {};
  private int erasures;

  public GovernanceModel(Engine engine, Jobs jobs, Background background) {
    this.engine = engine;
    this.jobs = jobs;
    this.background = background;
    this.reading = background.lane();
    this.verifying = background.lane();
  }

  /** Who is told of what no sentence explains. */
  public void onProblem(Consumer<Throwable> handler) {
    problems = handler;
  }

  /** What went wrong last, null once something else was asked for. */
  public ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
    return problem.getReadOnlyProperty();
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
    reading.run(engine::governance, shown::set, failure -> failed(Part.VAULT, failure));
  }

  /** Gives the passphrase of the vault for as long as the workspace is open. */
  public void unlock(char[] passphrase, Runnable done) {
    problem.set(null);
    background.run(
        () -> {
          engine.unlock(passphrase);
          return true;
        },
        yes -> settled(done),
        failure -> failed(Part.VAULT, failure));
  }

  /**
   * Locks the vault by a passphrase from now on; the one before is asked for where it was not given
   * yet.
   */
  public void lock(char[] passphrase, Runnable done) {
    change(Part.VAULT, () -> engine.lockBy(passphrase), done);
  }

  /**
   * Keeps the rows of a table that long.
   *
   * @param days null for ever
   */
  public void keep(String title, String table, @Nullable Integer days) {
    problem.set(null);
    jobs.submit(
        title,
        engine.keeping(table, days),
        run -> refresh(),
        failure -> failed(Part.RETENTION, failure));
  }

  private void change(Part part, Runnable work, Runnable done) {
    problem.set(null);
    beside(
        part,
        () -> {
          work.run();
          return true;
        },
        yes -> settled(done));
  }

  private void settled(Runnable done) {
    done.run();
    refresh();
  }

  /** Work beside the screen; where it meets a locked vault it waits for the passphrase. */
  private <T> void beside(Part part, Callable<T> work, Consumer<T> done) {
    background.run(
        work,
        done,
        failure ->
            jobs.door()
                .meet(failure, () -> beside(part, work, done), other -> failed(part, other)));
  }

  /** Looks at the audit trail. */
  public void verify() {
    problem.set(null);
    verifying.run(
        engine::audit,
        audit::set,
        failure -> jobs.door().meet(failure, this::verify, other -> failed(Part.TRAIL, other)));
  }

  /** Takes out the rows whose time is over. */
  public void retain(String title, Consumer<Long> done) {
    begin();
    jobs.submit(
        title,
        engine.retaining(),
        run ->
            rewrite(
                Part.RETENTION,
                () -> true,
                yes ->
                    done.accept(
                        run.result().sources().stream().mapToLong(source -> source.rows()).sum())),
        failure -> failed(Part.RETENTION, failure));
  }

  /** Replaces identifiers in what was imported before there were pseudonyms. */
  public void migrate(String title) {
    begin();
    jobs.submit(
        title,
        engine.migrating(),
        run -> rewrite(Part.VAULT, () -> true, yes -> {}),
        failure -> failed(Part.VAULT, failure));
  }

  /**
   * Erases persons, writes the files anew, and searches everything for them.
   *
   * @param lines e-mail addresses and telephone numbers; kept nowhere
   */
  public void erase(String title, String proofTitle, List<String> lines) {
    begin();
    erased.set(null);
    int mine = ++erasures;
    Consumer<Throwable> wrong = failure -> failed(Part.ERASURE, failure);
    beside(
        Part.ERASURE,
        () -> engine.erasing(lines),
        job ->
            jobs.submit(
                title,
                job,
                run ->
                    rewrite(
                        Part.ERASURE,
                        () -> job.proof(lines),
                        proof ->
                            jobs.submit(
                                proofTitle,
                                proof,
                                found -> {
                                  if (mine == erasures) {
                                    erased.set(new Erased(run, found));
                                  }
                                },
                                wrong)),
                wrong));
  }

  private void begin() {
    problem.set(null);
    busy.set(true);
  }

  private <T> void rewrite(Part part, Callable<T> next, Consumer<T> done) {
    beside(
        part,
        () -> {
          engine.rewrite();
          return next.call();
        },
        made -> {
          busy.set(false);
          done.accept(made);
          refresh();
        });
  }

  private void failed(Part part, Throwable failure) {
    busy.set(false);
    if (failure instanceof WorkbenchException known && !(failure instanceof CancelledException)) {
      problem.set(new Problem(part, known));
    } else {
      problems.accept(failure);
    }
  }
}
