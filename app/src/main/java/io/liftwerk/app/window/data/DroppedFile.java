package io.liftwerk.app.window.data;

import io.liftwerk.ingest.ColumnDecision;
import io.liftwerk.ingest.ExportFindings;
import io.liftwerk.ingest.FilePreview;
import io.liftwerk.ingest.ImportRequest;
import io.liftwerk.ingest.Recipes;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import org.jspecify.annotations.Nullable;

/** A file that was dropped and waits: what it seems to be, and what the user has decided. */
public final class DroppedFile {

  /** How much is known of it. */
  public sealed interface State {}

  /** It is being looked at. */
  public record Looking() implements State {}

  /**
   * It can be loaded.
   *
   * @param preview what it seems to be; of a folder or an archive, what is in it
   */
  public record Readable(FilePreview preview) implements State {}

  /**
   * It cannot be loaded.
   *
   * @param why the refusal
   */
  public record Unreadable(Throwable why) implements State {}

  private final Path file;
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new Looking());
  private final ReadOnlyObjectWrapper<@Nullable String> kind = new ReadOnlyObjectWrapper<>();
  private final Map<String, ColumnDecision> decisions = new LinkedHashMap<>();
  private final ObservableSet<String> sheetsLeftOut = FXCollections.observableSet();

  DroppedFile(Path file) {
    this.file = file.toAbsolutePath().normalize();
  }

  public Path file() {
    return file;
  }

  /** Its name without the folder. */
  public String name() {
    return String.valueOf(file.getFileName());
  }

  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  void found(State next) {
    state.set(next);
  }

  /** What it seems to be; null while that is not known. */
  public @Nullable FilePreview preview() {
    return state.get() instanceof Readable readable ? readable.preview() : null;
  }

  /** Id of the kind that the user chose, {@code generic} for none; null while nothing is chosen. */
  public ReadOnlyObjectProperty<@Nullable String> kindProperty() {
    return kind.getReadOnlyProperty();
  }

  void choose(String id) {
    kind.set(id);
  }

  void decide(ColumnDecision decision) {
    decisions.put(decision.name(), decision);
  }

  /** What changes when something is found out or decided. */
  Observable[] changes() {
    return new Observable[] {state, kind, sheetsLeftOut};
  }

  /** Columns whose reading the user has decided, by name. */
  Map<String, ColumnDecision> decisions() {
    return decisions;
  }

  void sheet(String sheet, boolean load) {
    if (load) {
      sheetsLeftOut.remove(sheet);
    } else {
      sheetsLeftOut.add(sheet);
    }
  }

  boolean takes(String sheet) {
    return !sheetsLeftOut.contains(sheet);
  }

  /**
   * The kind it is loaded as: chosen or recognised; {@code generic} where none is, null if open.
   */
  public @Nullable String presentKind() {
    FilePreview preview = preview();
    if (kind.get() != null || preview == null) {
      return kind.get();
    }
    if (!preview.open().isEmpty()) {
      return null;
    }
    return preview.taken().map(Recipes.Fit::id).orElse(ExportFindings.GENERIC);
  }

  /** How well the kind fits that it is loaded as; null for none. */
  Recipes.@Nullable Fit presentFit() {
    FilePreview preview = preview();
    String id = presentKind();
    if (preview == null || id == null) {
      return null;
    }
    return preview.fits().stream().filter(fit -> fit.id().equals(id)).findFirst().orElse(null);
  }

  /** Whether it stands for several files, as a folder or an archive does. */
  public boolean isSeveral() {
    FilePreview preview = preview();
    return preview != null && preview.isSeveral();
  }

  /** Whether only the user can say what kind of export it is, and has not yet. */
  public boolean isOpen() {
    FilePreview preview = preview();
    return preview != null && kind.get() == null && !preview.open().isEmpty();
  }

  /** Whether no sheet of a workbook is left to load. */
  boolean isEmptied() {
    FilePreview preview = preview();
    return preview != null
        && !preview.sheets().isEmpty()
        && preview.sheets().stream().noneMatch(this::takes);
  }

  /** Whether it could be loaded now. */
  public boolean isReady() {
    return switch (state.get()) {
      case Readable readable -> !isOpen() && !isEmptied();
      case Looking looking -> false;
      case Unreadable unreadable -> false;
    };
  }

  /** Whether the user has decided anything about it, so that it needs a request of its own. */
  boolean isDecided() {
    return kind.get() != null || !decisions.isEmpty() || !sheetsLeftOut.isEmpty();
  }

  ImportRequest request() {
    FilePreview preview = preview();
    List<String> sheets =
        preview == null || sheetsLeftOut.isEmpty()
            ? List.of()
            : preview.sheets().stream().filter(this::takes).toList();
    return new ImportRequest(List.of(file.toString()), null, sheets, decisions).ofKind(kind.get());
  }
}
