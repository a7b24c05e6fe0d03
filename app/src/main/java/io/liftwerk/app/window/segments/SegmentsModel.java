package io.liftwerk.app.window.segments;

import io.liftwerk.app.window.base.Background;
import io.liftwerk.app.window.base.Engine;
import io.liftwerk.app.window.base.Jobs;
import io.liftwerk.app.window.base.Rows;
import io.liftwerk.app.window.base.Underway;
import io.liftwerk.scoring.SegmentList;
import io.liftwerk.scoring.SegmentRequest;
import io.liftwerk.scoring.SegmentResult;
import io.liftwerk.scoring.Segments.Saved;
import io.liftwerk.warehouse.CustomerMatchResult;
import io.liftwerk.warehouse.activation.Platform;
import io.liftwerk.workspace.Job;
import io.liftwerk.workspace.RunRecord;
import io.liftwerk.workspace.TableInfo;
import io.liftwerk.workspace.TableRef;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** State of the Segments page. */
public final class SegmentsModel {

  /**
   * What members can be taken from.
   *
   * @param of a ranking, the values of customers, or a table of persons
   * @param scored the table that was ranked, null where {@code of} is no ranking
   */
  public record Source(String of, @Nullable String scored) {}

  /**
   * What there is.
   *
   * @param sources to take members from
   * @param segments that were saved
   * @param runs that saved them, by number
   */
  public record Shown(List<Source> sources, List<Saved> segments, Map<String, RunRecord> runs) {}

  private final Engine engine;
  private final Jobs jobs;
  private final Background background;
  private final Background.Lane reading;
  private final Background.Lane listing;
  private final ReadOnlyObjectWrapper<@Nullable Shown> shown = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Saved> selected = new ReadOnlyObjectWrapper<>();
  private final Underway saving = new Underway();
  private Consumer<Throwable> problems = failure -> {};

  /** The segment to be looked at, by what was done last; null for any. */
  private @Nullable String aim;

  public SegmentsModel(Engine engine, Jobs jobs, Background background) {
    this.engine = engine;
    this.jobs = jobs;
    this.background = background;
    this.reading = background.lane();
    this.listing = background.lane();
  }

  public void onProblem(Consumer<Throwable> handler) {
    problems = handler;
  }

  /** Null until it was read once. */
  public ReadOnlyObjectProperty<@Nullable Shown> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /** The segment that is looked at, null without any. */
  public ReadOnlyObjectProperty<@Nullable Saved> selectedProperty() {
    return selected.getReadOnlyProperty();
  }

  /** Whether a segment is being saved. */
  public ReadOnlyBooleanProperty savingProperty() {
    return saving.anyProperty();
  }

  public void refresh() {
    reading.run(this::read, this::show, problems::accept);
  }

  private void refresh(@Nullable String name) {
    aim = name;
    refresh();
  }

  private Shown read() {
    List<Saved> segments = engine.segments();
    Set<String> saved = segments.stream().map(Saved::run).collect(Collectors.toSet());
    return new Shown(
        sources(),
        segments,
        engine.runs().stream()
            .filter(run -> saved.contains(run.id()))
            .collect(Collectors.toMap(RunRecord::id, Function.identity())));
  }

  /** The run that saved {@code segment}; null when it is not on record. */
  public @Nullable RunRecord runOf(Saved segment) {
    Shown present = shown.get();
    return present == null ? null : present.runs().get(segment.run());
  }

  private void show(Shown found) {
    List<Saved> all = found.segments();
    Saved next =
        all.stream()
            .filter(one -> one.request().name().equals(aim))
            .findFirst()
            .orElse(all.isEmpty() ? null : all.getFirst());
    aim = next == null ? null : next.request().name();
    // the one to be looked at is known before the list that marks it
    selected.set(next);
    if (!found.equals(shown.get())) {
      shown.set(found);
    }
  }

  private List<Source> sources() {
    var sources = new ArrayList<Source>();
    var persons = new ArrayList<Source>();
    for (TableInfo table : engine.tables()) {
      List<String> names = table.columns().stream().map(TableInfo.Column::name).toList();
      String name = table.ref().toString();
      if (names.contains("source_table") && table.ref().schema().equals("gold")) {
        engine.scored(table.ref()).forEach(scored -> sources.add(new Source(name, scored)));
      } else if (names.contains("person_id") && !name.startsWith("gold.segment_")) {
        persons.add(new Source(name, null));
      }
    }
    sources.addAll(persons);
    return sources;
  }

  public void select(@Nullable Saved segment) {
    if (segment != null) {
      aim = segment.request().name();
      selected.set(segment);
    }
  }

  /** Fetches the members of the segment that is looked at, unless another is meanwhile. */
  void members(Saved segment, Consumer<Rows> found) {
    TableRef table = TableRef.parse(segment.result().table());
    listing.run(() -> engine.rows(table), found, failure -> problems.accept(failure));
  }

  /** Saves a segment; one of the same name is replaced. */
  public void save(String title, SegmentRequest request) {
    // made first: rules that hold a person are refused before there is a job
    Job<SegmentResult> job = engine.segment(request);
    saving.begin();
    // another's is left to its end: it may be one that is brought back
    jobs.submitLatest(
        "segment:" + request.name(),
        title,
        job,
        run -> {
          saving.end();
          refresh(request.name());
        },
        failure -> {
          saving.end();
          problems.accept(failure);
        });
  }

  /**
   * Removes a segment.
   *
   * @param done told when it is gone; saving its request brings it back
   */
  public void remove(String title, Saved segment, Runnable done) {
    jobs.submit(
        title,
        engine.withoutSegment(segment.request().name()),
        run -> {
          done.run();
          refresh(null);
        },
        problems);
  }

  /** Writes the list of those whom consent covers, and copies it to {@code target}. */
  public void list(
      String title,
      Saved segment,
      boolean withoutPerson,
      Path target,
      Consumer<SegmentList.Result> done) {
    jobs.submit(
        title,
        engine.list(new SegmentList.Request(segment.request().name(), withoutPerson)),
        run -> copy(List.of(run.result().file()), target, () -> done.accept(run.result())),
        problems);
  }

  /** Writes the hashes for a platform into the workspace's folder of exports. */
  public void match(
      String title,
      Saved segment,
      Platform platform,
      String reason,
      Consumer<CustomerMatchResult> done) {
    jobs.submit(
        title,
        engine.matching(platform, segment.request().table(), reason),
        run -> done.accept(run.result()),
        problems);
  }

  private void copy(List<String> files, Path target, Runnable done) {
    background.run(
        () -> {
          engine.copyOut(files.getFirst(), target);
          return target;
        },
        written -> done.run(),
        problems);
  }
}
