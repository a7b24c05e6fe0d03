package io.liftwerk.app.window.consent;

import io.liftwerk.app.window.base.Builds;
import io.liftwerk.app.window.base.Engine;
import io.liftwerk.app.window.base.Jobs;
import io.liftwerk.app.window.base.Results;
import io.liftwerk.warehouse.ConsentResult;
import io.liftwerk.warehouse.ConsentResult.SourceConsent;
import io.liftwerk.warehouse.ConsentResult.UseConsent;
import io.liftwerk.warehouse.ConsentSettingsRequest;
import io.liftwerk.warehouse.consent.Use;
import io.liftwerk.workspace.CancelledException;
import io.liftwerk.workspace.RunRecord;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** State of the Consent page. */
public final class ConsentModel {

  /** What a count came to. */
  public record Shown(RunRecord run, ConsentResult result) {}

  private final Engine engine;
  private final Jobs jobs;
  private final Builds builds;
  private final ReadOnlyObjectWrapper<@Nullable Shown> shown = new ReadOnlyObjectWrapper<>();
  private final ObjectProperty<Use> use = new SimpleObjectProperty<>(Use.ANALYTICS);
  private final ReadOnlyObjectWrapper<@Nullable String> source = new ReadOnlyObjectWrapper<>();
  private Consumer<Throwable> problems = failure -> {};

  public ConsentModel(Engine engine, Jobs jobs, Builds builds) {
    this.engine = engine;
    this.jobs = jobs;
    this.builds = builds;
    builds.stateProperty().subscribe(this::follow);
  }

  public void onProblem(Consumer<Throwable> handler) {
    problems = handler;
  }

  public Builds builds() {
    return builds;
  }

  /** The newest count, null while there is none. */
  public ReadOnlyObjectProperty<@Nullable Shown> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /** The use that is looked at. */
  public ObjectProperty<Use> useProperty() {
    return use;
  }

  /** The source that is looked at closely, null for all together. */
  public ReadOnlyObjectProperty<@Nullable String> sourceProperty() {
    return source.getReadOnlyProperty();
  }

  public void select(@Nullable SourceConsent one) {
    source.set(one == null ? null : one.source());
  }

  /**
   * Looks at a use.
   *
   * @param name the source to look at closely, null for all together
   */
  public void look(Use next, @Nullable String name) {
    use.set(next);
    source.set(name);
  }

  private void follow(Builds.@Nullable State state) {
    RunRecord run = state == null ? null : state.consent();
    ConsentResult result = run == null ? null : Results.read(run.result(), ConsentResult.class);
    shown.set(run == null || result == null ? null : new Shown(run, result));
  }

  /** What becomes of the rows of the source that is looked at, or of all, for the use. */
  public @Nullable UseConsent closely() {
    Shown present = shown.get();
    if (present == null) {
      return null;
    }
    String name = source.get();
    List<UseConsent> uses =
        present.result().sources().stream()
            .filter(one -> one.source().equals(name))
            .findFirst()
            .map(SourceConsent::uses)
            .orElse(present.result().total());
    return of(uses);
  }

  /** What becomes of rows for the use that is looked at. */
  public UseConsent of(List<UseConsent> uses) {
    return uses.stream()
        .filter(one -> one.use() == use.get())
        .findFirst()
        .orElse(new UseConsent(use.get(), 0, List.of(), List.of()));
  }

  /**
   * States on what the personal data of a source rests, and counts anew.
   *
   * @param basis {@code consent}, {@code other} or {@code none}
   * @param note names another basis
   */
  public void state(String title, String countTitle, String name, String basis, String note) {
    jobs.submit(
        title,
        engine.settingConsent(ConsentSettingsRequest.basis(name, basis, note)),
        run -> count(countTitle),
        failure -> problems.accept(failure));
  }

  /** Counts anew, by what is loaded and set now. */
  public void count(String title) {
    jobs.submitLatest(
        "consent",
        title,
        engine.countingConsent(),
        run -> builds.refresh(),
        failure -> {
          if (!(failure instanceof CancelledException)) {
            problems.accept(failure);
          }
        });
  }

  public void refresh() {
    builds.refresh();
  }
}
