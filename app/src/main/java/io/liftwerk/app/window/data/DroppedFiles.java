package io.liftwerk.app.window.data;

import io.liftwerk.app.window.base.Background;
import io.liftwerk.app.window.base.Engine;
import io.liftwerk.app.window.base.Jobs;
import io.liftwerk.ingest.ColumnDecision;
import io.liftwerk.ingest.FilePreview;
import io.liftwerk.ingest.ImportRequest;
import io.liftwerk.ingest.ImportResult;
import io.liftwerk.ingest.Recipes;
import io.liftwerk.workspace.Run;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The dropped files that wait to be loaded. Each is looked at, one after the other; one of them is
 * on the screen, or none while the user looks at tables.
 */
public final class DroppedFiles {
  private final Engine engine;
  private final Jobs jobs;
  private final Background background;
  private final Consumer<Recipes> known;
  private final Consumer<Throwable> problems;
  private final Consumer<Run<ImportResult>> imported;
  private final ObservableList<DroppedFile> waiting =
      FXCollections.observableArrayList(DroppedFile::changes);
  // held, because the list it shows holds it weakly
  private final ObservableList<DroppedFile> shown =
      FXCollections.unmodifiableObservableList(waiting);
  private final ReadOnlyObjectWrapper<@Nullable DroppedFile> current =
      new ReadOnlyObjectWrapper<>();
  private boolean looking;

  /**
   * @param known hears of the exports that files are compared with
   * @param problems hears what goes wrong
   * @param imported hears what was loaded
   */
  DroppedFiles(
      Engine engine,
      Jobs jobs,
      Background background,
      Consumer<Recipes> known,
      Consumer<Throwable> problems,
      Consumer<Run<ImportResult>> imported) {
    this.engine = engine;
    this.jobs = jobs;
    this.background = background;
    this.known = known;
    this.problems = problems;
    this.imported = imported;
  }

  /** In the order in which they were dropped; what is found out of them changes it too. */
  public ObservableList<DroppedFile> waiting() {
    return shown;
  }

  /** The one on the screen. */
  public ReadOnlyObjectProperty<@Nullable DroppedFile> currentProperty() {
    return current.getReadOnlyProperty();
  }

  /** Adds files that do not wait already. */
  public void add(List<Path> files) {
    files.stream().map(DroppedFile::new).filter(this::isNew).forEach(waiting::add);
    resume();
    look();
  }

  private boolean isNew(DroppedFile file) {
    return waiting.stream().noneMatch(other -> other.file().equals(file.file()));
  }

  /** Shows the files again after {@link #leave}. */
  public void resume() {
    if (current.get() == null && !waiting.isEmpty()) {
      current.set(waiting.getFirst());
    }
  }

  /** Leaves the screen to the tables; the files go on waiting. */
  public void leave() {
    current.set(null);
  }

  /** Brings a waiting file to the screen. */
  public void show(DroppedFile file) {
    if (waiting.contains(file)) {
      current.set(file);
    }
  }

  /**
   * @param recipes the exports known when it was looked at
   */
  private record Looked(FilePreview preview, Recipes recipes) {}

  private void look() {
    DroppedFile next =
        waiting.stream()
            .filter(file -> file.stateProperty().get() instanceof DroppedFile.Looking)
            .findFirst()
            .orElse(null);
    if (looking || next == null) {
      return;
    }
    looking = true;
    background.run(
        () -> new Looked(engine.preview(next.file()), engine.recipes()),
        looked -> {
          looking = false;
          known.accept(looked.recipes());
          next.found(new DroppedFile.Readable(looked.preview()));
          look();
        },
        failure -> {
          looking = false;
          refused(next, failure);
          look();
        });
  }

  /** One alone is not worth a list; among others it stays and says why it cannot be loaded. */
  private void refused(DroppedFile file, Throwable failure) {
    if (waiting.size() == 1 && waiting.contains(file)) {
      remove(List.of(file));
      problems.accept(failure);
    } else {
      file.found(new DroppedFile.Unreadable(failure));
    }
  }

  /** The user says what kind of export a file is, {@code generic} for none that is known. */
  public void choose(DroppedFile file, String kind) {
    file.choose(kind);
  }

  /** The user says how a column is read. */
  public void decide(DroppedFile file, ColumnDecision decision) {
    file.decide(decision);
  }

  /** The user says whether a sheet of a workbook is loaded. */
  public void sheet(DroppedFile file, String sheet, boolean load) {
    file.sheet(sheet, load);
  }

  /** Puts a file aside without loading it. */
  public void dismiss(DroppedFile file) {
    remove(List.of(file));
  }

  /** Puts all of them aside. */
  public void dismissAll() {
    remove(List.copyOf(waiting));
  }

  private void remove(List<DroppedFile> files) {
    int at = Math.max(0, waiting.indexOf(current.get()));
    boolean gone = files.contains(current.get());
    waiting.removeAll(files);
    if (gone) {
      current.set(waiting.isEmpty() ? null : waiting.get(Math.min(at, waiting.size() - 1)));
    }
  }

  /** How many {@link #loadAll} would load now. */
  public long ready() {
    return waiting.stream().filter(DroppedFile::isReady).count();
  }

  /** How many are still being looked at. */
  public long unseen() {
    return waiting.stream()
        .filter(file -> file.stateProperty().get() instanceof DroppedFile.Looking)
        .count();
  }

  /**
   * Loads a file, unless it raises a question; what cannot be loaded waits again.
   *
   * @param title what the jobs bar calls it
   */
  public void load(DroppedFile file, String title) {
    if (file.isReady()) {
      load(List.of(file), file.request(), title);
    }
  }

  /**
   * Loads every file that raises no question, those of which the user decided nothing in one job,
   * all or none; what cannot be loaded waits again.
   *
   * @param title what the jobs bar calls some files
   */
  public void loadAll(Function<List<DroppedFile>, String> title) {
    List<DroppedFile> ready = waiting.stream().filter(DroppedFile::isReady).toList();
    List<DroppedFile> plain = ready.stream().filter(file -> !file.isDecided()).toList();
    if (!plain.isEmpty()) {
      List<String> paths = plain.stream().map(file -> file.file().toString()).toList();
      load(plain, ImportRequest.of(paths), title.apply(plain));
    }
    for (DroppedFile decided : ready.stream().filter(DroppedFile::isDecided).toList()) {
      load(decided, title.apply(List.of(decided)));
    }
  }

  private void load(List<DroppedFile> files, ImportRequest request, String title) {
    remove(files);
    jobs.submit(
        title,
        engine.importing(request),
        imported,
        failure -> {
          waiting.addAll(0, files.stream().filter(this::isNew).toList());
          resume();
          problems.accept(failure);
        });
  }
}
