package io.liftwerk.app.window.base;

import io.liftwerk.workspace.CancelledException;
import io.liftwerk.workspace.Job;
import io.liftwerk.workspace.RunRecord;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import org.jspecify.annotations.Nullable;

/**
 * The last build of the models, whether anything it read has changed since, and building anew; the
 * pages that show silver and gold share it. Used on the screen's thread.
 */
public final class Builds {
  private static final String KEY = "build";

  /** Jobs after which a build no longer tells how things are. */
  private static final Set<String> CHANGES =
      Set.of("import", "sources", "consent-settings", "erase", "retention", "migrate");

  /**
   * How the models stand.
   *
   * @param last the newest build that was done, null while there is none
   * @param check the newest run of the tests, null while there is none
   * @param consent the newest count of consent, null while there is none
   * @param changed the newest run since that changed what the build read, null while there is none
   */
  public record State(
      @Nullable RunRecord last,
      @Nullable RunRecord check,
      @Nullable RunRecord consent,
      @Nullable RunRecord changed) {

    /** How things stand after {@code runs}, the newest first. */
    public static State of(List<RunRecord> runs) {
      RunRecord last = null;
      RunRecord check = null;
      RunRecord consent = null;
      RunRecord changed = null;
      for (RunRecord run : runs) {
        if (run.status() != RunRecord.Status.DONE) {
          continue;
        }
        if (check == null && run.job().equals("check")) {
          check = run;
        }
        if (consent == null && run.job().equals("consent")) {
          consent = run;
        }
        if (last == null && run.job().equals("build")) {
          last = run;
        }
        if (last == null && changed == null && CHANGES.contains(run.job())) {
          changed = run;
        }
      }
      return new State(last, check, consent, last == null ? null : changed);
    }

    /** Whether figures on the screen are older than what was loaded. */
    public boolean isOlder() {
      return changed != null;
    }
  }

  private final Engine engine;
  private final Jobs jobs;
  private final Background.Lane listing;
  private final ReadOnlyObjectWrapper<@Nullable State> state = new ReadOnlyObjectWrapper<>();
  private final Underway building = new Underway();

  public Builds(Engine engine, Jobs jobs, Background background) {
    this.engine = engine;
    this.jobs = jobs;
    this.listing = background.lane();
    // whatever ran may have changed what the build read
    jobs.running()
        .addListener(
            (ListChangeListener<Jobs.Entry>)
                change -> {
                  boolean ended = false;
                  while (change.next()) {
                    ended |= change.wasRemoved();
                  }
                  if (ended && state.get() != null) {
                    refresh();
                  }
                });
  }

  /** How the models stand, null until the ledger was read once. */
  public ReadOnlyObjectProperty<@Nullable State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty buildingProperty() {
    return building.anyProperty();
  }

  /** Reads the ledger again. */
  public void refresh() {
    listing.run(
        () -> State.of(engine.runs()),
        state::set,
        failure -> {
          // a ledger that cannot be read says nothing of the models; the Runs page tells why
          if (state.get() == null) {
            state.set(new State(null, null, null, null));
          }
        });
  }

  /** What the bar at the bottom calls the steps of a build. */
  public record Titles(String build, String check, String consent) {}

  /**
   * Builds the models, runs their tests and counts consent; a build under way is given up for it.
   */
  public void build(Titles titles, Consumer<Throwable> problems) {
    building.begin();
    jobs.submitLatest(
        KEY,
        titles.build(),
        engine.building(),
        run -> {
          refresh();
          after(titles.check(), "check", engine.checking(), problems);
          after(titles.consent(), "consent", engine.countingConsent(), problems);
          building.end();
        },
        failure -> {
          building.end();
          if (!(failure instanceof CancelledException)) {
            problems.accept(failure);
          }
        });
  }

  /** What belongs to every build: its tests, and the count of who was held back. */
  private void after(String title, String key, Job<?> job, Consumer<Throwable> problems) {
    jobs.submitLatest(
        key,
        title,
        job,
        run -> refresh(),
        failure -> {
          if (!(failure instanceof CancelledException)) {
            problems.accept(failure);
          }
        });
  }
}
