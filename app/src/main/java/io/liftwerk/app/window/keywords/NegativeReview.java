package io.liftwerk.app.window.keywords;

import io.liftwerk.app.window.base.Engine;
import io.liftwerk.app.window.base.Jobs;
import io.liftwerk.app.window.base.Results;
import io.liftwerk.keywords.KeywordResult;
import io.liftwerk.keywords.KeywordResult.Ngram;
import io.liftwerk.keywords.KeywordResult.SuggestedNegative;
import io.liftwerk.keywords.KeywordReview;
import io.liftwerk.keywords.KeywordReview.Decision;
import io.liftwerk.workspace.Job;
import io.liftwerk.workspace.RunRecord;
import io.liftwerk.workspace.WorkbenchException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * What the user decided on negatives: seen at once, written down in batches, because each batch is
 * a run. What the ledger remembers counts for every report; what could not be written down is taken
 * back on the screen.
 */
public final class NegativeReview {
  static final String ACCEPTED = "accepted";
  static final String REJECTED = "rejected";

  /** As many decisions are written down without waiting for a rest. */
  private static final int BATCH = 25;

  /** What makes two negatives the same. */
  private record Key(String text, String match) {
    static Key of(Decision decision) {
      return new Key(decision.text(), decision.match());
    }
  }

  /**
   * A negative and what was decided on it.
   *
   * @param suggested null for one that the user took from the n-grams
   */
  public record Line(
      String text,
      String match,
      @Nullable SuggestedNegative suggested,
      @Nullable BigDecimal cost,
      @Nullable Long clicks,
      @Nullable BigDecimal conversions,
      @Nullable String verdict,
      @Nullable String why) {

    /** Expected; 0 where nothing was worked out. */
    public BigDecimal saving() {
      return suggested == null ? BigDecimal.ZERO : suggested.saving();
    }

    boolean isAbout(String otherText, String otherMatch) {
      return text.equals(otherText) && match.equals(otherMatch);
    }

    boolean isAccepted() {
      return ACCEPTED.equals(verdict);
    }

    boolean isRejected() {
      return REJECTED.equals(verdict);
    }
  }

  /** Where the review stands; savings are expected. */
  public record Standing(
      int open, int accepted, int rejected, BigDecimal acceptedSaving, BigDecimal saving) {}

  private final Engine engine;
  private final Jobs jobs;
  private final Consumer<Throwable> problems;
  private final Map<Key, Decision> remembered = new LinkedHashMap<>();
  private final Map<Key, Decision> unsaved = new LinkedHashMap<>();
  private final ObservableList<Line> lines = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Standing> standing =
      new ReadOnlyObjectWrapper<>(standing(List.of()));
  private @Nullable KeywordResult result;
  private boolean saving;

  NegativeReview(Engine engine, Jobs jobs, Consumer<Throwable> problems) {
    this.engine = engine;
    this.jobs = jobs;
    this.problems = problems;
  }

  /** The suggestions in their order, then what the user added. */
  public ObservableList<Line> lines() {
    return lines;
  }

  public ReadOnlyObjectProperty<Standing> standingProperty() {
    return standing.getReadOnlyProperty();
  }

  /** Whether something is not written down yet. */
  public boolean isUnsaved() {
    return !unsaved.isEmpty();
  }

  void show(@Nullable KeywordResult next) {
    result = next;
    update();
  }

  /** Takes in what the ledger remembers, its newest run first. */
  void recall(List<RunRecord> runs) {
    remembered.clear();
    for (RunRecord run : runs.reversed()) {
      if (run.job().equals(KeywordReview.NAME) && run.status() == RunRecord.Status.DONE) {
        var request = Results.read(run.parameters(), KeywordReview.Request.class);
        if (request != null) {
          request.decisions().forEach(each -> remembered.put(Key.of(each), each));
        }
      }
    }
    update();
  }

  /** What was decided on {@code text}; null for nothing. */
  public @Nullable String verdict(String text, String match) {
    Decision decision = decision(new Key(text, match));
    return decision == null ? null : decision.verdict();
  }

  private @Nullable Decision decision(Key key) {
    Decision newest = unsaved.get(key);
    return newest == null ? remembered.get(key) : newest;
  }

  /**
   * Decides on several at once.
   *
   * @param verdict {@link #ACCEPTED}, {@link #REJECTED}, or null to take back
   * @param why null for no reason
   */
  public void decide(
      String title, Collection<Line> chosen, @Nullable String verdict, @Nullable String why) {
    for (Line line : chosen) {
      unsaved(new Decision(line.text(), line.match(), verdict, why));
    }
    update();
    saveMany(title);
  }

  /** Decides on a text that nothing may have suggested. */
  public void decide(String title, String text, String match, @Nullable String verdict) {
    unsaved(new Decision(text, match, verdict, null));
    update();
    saveMany(title);
  }

  private void unsaved(Decision decision) {
    unsaved.put(Key.of(decision), decision);
  }

  private void saveMany(String title) {
    if (unsaved.size() >= BATCH) {
      save(title);
    }
  }

  /** Writes down what is not yet. */
  public void save(String title) {
    if (saving || unsaved.isEmpty()) {
      return;
    }
    List<Decision> batch = List.copyOf(unsaved.values());
    Job<?> job;
    try {
      job = engine.reviewing(batch);
    } catch (WorkbenchException e) {
      failed(batch, e); // a reason that names a person is refused before there is a job
      return;
    }
    saving = true;
    jobs.submit(
        title,
        job,
        run -> {
          batch.forEach(each -> remembered.put(Key.of(each), each));
          settled(batch);
          save(title);
        },
        failure -> failed(batch, failure));
  }

  private void failed(List<Decision> batch, Throwable failure) {
    settled(batch);
    update();
    problems.accept(failure);
  }

  private void settled(List<Decision> batch) {
    saving = false;
    // what was decided anew meanwhile waits for the next batch
    batch.forEach(each -> unsaved.remove(Key.of(each), each));
  }

  private void update() {
    List<Line> next = result == null ? List.of() : lines(result);
    if (next.size() != lines.size()) {
      lines.setAll(next);
    } else {
      for (int i = 0; i < next.size(); i++) {
        if (!next.get(i).equals(lines.get(i))) {
          lines.set(i, next.get(i));
        }
      }
    }
    standing.set(standing(next));
  }

  private List<Line> lines(KeywordResult of) {
    var all = new ArrayList<Line>();
    var own = new LinkedHashMap<>(remembered);
    own.putAll(unsaved);
    own.values().removeIf(decision -> decision.verdict() == null);
    // one text may be suggested in several places: what was decided holds for all of them
    for (SuggestedNegative each : of.negatives()) {
      var key = new Key(each.text(), each.match());
      Decision decision = decision(key);
      own.remove(key);
      all.add(
          new Line(
              each.text(),
              each.match(),
              each,
              each.cost(),
              each.clicks(),
              each.conversions(),
              decision == null ? each.decision() : decision.verdict(),
              decision == null ? each.why() : decision.why()));
    }
    if (!own.isEmpty()) {
      Map<String, Ngram> ngrams =
          of.ngrams().stream().collect(Collectors.toMap(Ngram::ngram, one -> one, (a, b) -> a));
      own.values().forEach(decision -> all.add(own(decision, ngrams)));
    }
    return all;
  }

  private static Line own(Decision decision, Map<String, Ngram> ngrams) {
    Ngram ngram = decision.match().equals("phrase") ? ngrams.get(decision.text()) : null;
    return new Line(
        decision.text(),
        decision.match(),
        null,
        ngram == null ? null : ngram.cost(),
        ngram == null ? null : ngram.clicks(),
        ngram == null ? null : ngram.conversions(),
        decision.verdict(),
        decision.why());
  }

  private static Standing standing(List<Line> lines) {
    int accepted = 0;
    int rejected = 0;
    BigDecimal all = BigDecimal.ZERO;
    BigDecimal taken = BigDecimal.ZERO;
    for (Line line : lines) {
      all = all.add(line.saving());
      if (line.isAccepted()) {
        accepted++;
        taken = taken.add(line.saving());
      } else if (line.isRejected()) {
        rejected++;
      }
    }
    return new Standing(lines.size() - accepted - rejected, accepted, rejected, taken, all);
  }

  /** The line on the same negative as {@code before}; null when it is gone. */
  @Nullable Line again(Line before) {
    return lines.stream()
        .filter(line -> line.isAbout(before.text(), before.match()))
        .filter(line -> Objects.equals(line.suggested(), before.suggested()))
        .findFirst()
        .orElse(null);
  }
}
