package io.liftwerk.app.window.registry;

import io.liftwerk.app.window.base.Background;
import io.liftwerk.app.window.base.Engine;
import io.liftwerk.app.window.base.Jobs;
import io.liftwerk.scoring.ModelChangeRequest;
import io.liftwerk.scoring.ModelChangeRequest.Action;
import io.liftwerk.scoring.ModelChangeResult;
import io.liftwerk.scoring.ModelComparisonRequest;
import io.liftwerk.scoring.ModelComparisonResult;
import io.liftwerk.scoring.ModelExportResult;
import io.liftwerk.scoring.ModelReference;
import io.liftwerk.scoring.ModelStage;
import io.liftwerk.scoring.ModelVersion;
import io.liftwerk.workspace.Run;
import io.liftwerk.workspace.WorkbenchException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** State of the Models page. */
public final class RegistryModel {
  private final Engine engine;
  private final Jobs jobs;
  private final Background.Lane listing;
  private final ObservableList<ModelVersion> versions = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<List<ModelVersion>> selected =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<@Nullable Run<ModelComparisonResult>> comparison =
      new ReadOnlyObjectWrapper<>();
  private Consumer<Throwable> problems = failure -> {};

  /** The run whose version is to be selected once the versions are read. */
  private @Nullable String aim;

  public RegistryModel(Engine engine, Jobs jobs, Background background) {
    this.engine = engine;
    this.jobs = jobs;
    this.listing = background.lane();
  }

  public void onProblem(Consumer<Throwable> handler) {
    problems = handler;
  }

  /** By model, oldest first. */
  public ObservableList<ModelVersion> versions() {
    return versions;
  }

  /** None, one, or two to compare. */
  public ReadOnlyObjectProperty<List<ModelVersion>> selectedProperty() {
    return selected.getReadOnlyProperty();
  }

  /** The comparison of the two selected, null while there is none. */
  public ReadOnlyObjectProperty<@Nullable Run<ModelComparisonResult>> comparisonProperty() {
    return comparison.getReadOnlyProperty();
  }

  /** How many models have versions. */
  public long models() {
    return versions.stream().map(ModelVersion::name).distinct().count();
  }

  /** How many versions wait to be compared with their champion. */
  public long challengers() {
    return versions.stream().filter(one -> one.stage() == ModelStage.CHALLENGER).count();
  }

  public void select(List<ModelVersion> chosen) {
    List<ModelVersion> two = List.copyOf(chosen.subList(0, Math.min(2, chosen.size())));
    if (!references(two).equals(references(selected.get()))) {
      comparison.set(null);
    }
    selected.set(two);
  }

  private static List<String> references(List<ModelVersion> some) {
    return some.stream().map(ModelVersion::reference).toList();
  }

  /** Selects the version that {@code run} made, as soon as the versions are read. */
  public void selectOf(String run) {
    aim = run;
    reachAim();
  }

  private void reachAim() {
    List<ModelVersion> made = versions.stream().filter(one -> one.run().equals(aim)).toList();
    if (!made.isEmpty()) {
      aim = null;
      select(List.of(made.getLast()));
    }
  }

  public void refresh() {
    listing.run(
        engine::models,
        found -> {
          // where nothing is new, what is selected and compared stays as it is
          if (!found.equals(versions)) {
            List<String> before = references(selected.get());
            versions.setAll(found);
            selected.set(found.stream().filter(one -> before.contains(one.reference())).toList());
          }
          reachAim();
        },
        failure -> problems.accept(failure));
  }

  /**
   * Changes a version's stage.
   *
   * @param done gets what was done, and what would take it back; null where nothing would
   */
  public void change(
      Action action,
      ModelVersion version,
      String title,
      BiConsumer<ModelChangeResult, @Nullable ModelChangeRequest> done) {
    Integer number = action == Action.ROLLBACK ? null : version.version();
    change(
        ModelChangeRequest.stage(action, new ModelReference(version.name(), number)),
        title,
        result -> done.accept(result, back(action, result)));
  }

  /** What takes a change back. */
  private static @Nullable ModelChangeRequest back(Action action, ModelChangeResult result) {
    String name = result.version().name();
    Integer before = result.before();
    return switch (action) {
      case PROMOTE ->
          before == null
              ? null
              : ModelChangeRequest.stage(Action.ROLLBACK, new ModelReference(name, null));
      case ROLLBACK -> ModelChangeRequest.stage(Action.PROMOTE, new ModelReference(name, before));
      case RETIRE ->
          ModelChangeRequest.stage(
              Action.RESTORE, new ModelReference(name, result.version().version()));
      case RESTORE ->
          ModelChangeRequest.stage(
              Action.RETIRE, new ModelReference(name, result.version().version()));
      case NOTE -> null;
    };
  }

  /** Makes a change as it was asked for. */
  public void change(ModelChangeRequest request, String title, Consumer<ModelChangeResult> done) {
    try {
      jobs.submit(
          title,
          engine.changingModel(request),
          run -> {
            refresh();
            done.accept(run.result());
          },
          failure -> problems.accept(failure));
    } catch (WorkbenchException e) {
      // a note that holds a person is refused before there is a job
      problems.accept(e);
    }
  }

  /** Writes a version to a file, in the form that its ending asks for. */
  public void export(
      ModelVersion version, Path file, String title, Consumer<ModelExportResult> done) {
    jobs.submit(
        title,
        engine.exportingModel(reference(version), file),
        run -> done.accept(run.result()),
        failure -> problems.accept(failure));
  }

  /** Compares the two selected on rows that neither has learned from. */
  public void compare(String title) {
    List<ModelVersion> two = selected.get();
    if (two.size() < 2) {
      return;
    }
    var request =
        new ModelComparisonRequest(reference(two.getFirst()), reference(two.get(1)), null);
    jobs.submitLatest(
        "models-compare",
        title,
        engine.comparing(request),
        run -> {
          if (references(two).equals(references(selected.get()))) {
            comparison.set(run);
          }
        },
        failure -> problems.accept(failure));
  }

  private static ModelReference reference(ModelVersion version) {
    return new ModelReference(version.name(), version.version());
  }
}
