package io.liftwerk.keywords;

import io.liftwerk.keywords.KeywordResult.Ngram;
import io.liftwerk.keywords.KeywordResult.Note;
import io.liftwerk.keywords.KeywordResult.Source;
import io.liftwerk.keywords.KeywordResult.Totals;
import io.liftwerk.keywords.TermSnapshot.Counted;
import io.liftwerk.workspace.Job;
import io.liftwerk.workspace.JobContext;
import io.liftwerk.workspace.WorkbenchException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Looks into search terms: which words earn, which waste money, what belongs together, what people
 * want, what to keep away.
 */
public final class KeywordMining implements Job<KeywordResult> {
  /** Name of the job. */
  public static final String NAME = "keywords";

  private static final int LONGEST = 4;

  private final KeywordRequest request;

  public KeywordMining(KeywordRequest request) {
    this.request = request;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public KeywordRequest parameters() {
    return request;
  }

  @Override
  public Map<String, Double> metrics(KeywordResult result) {
    var metrics = new LinkedHashMap<String, Double>();
    Totals totals = result.totals();
    metrics.put("terms", (double) totals.terms());
    if (totals.cost() != null) {
      metrics.put("cost", totals.cost().doubleValue());
    }
    if (result.hiddenShare() != null) {
      metrics.put("hidden-share", result.hiddenShare());
    }
    metrics.put(
        "saving", result.negatives().stream().mapToDouble(one -> one.saving().doubleValue()).sum());
    return metrics;
  }

  /**
   * @throws WorkbenchException code {@code words-range}, or as {@link TermSnapshot#take}
   */
  @Override
  public KeywordResult run(JobContext context) throws Exception {
    check();
    context.progress(0, "finding the reports");
    TermSnapshot snapshot = TermSnapshot.take(context, request);
    Counted counted = snapshot.counted();
    Totals totals = snapshot.totals(1);
    List<Source> sources = snapshot.sources();
    snapshot.leaveArticleNumbers();
    context.progress(0.12, "reading the search terms");
    var terms = new TermList(TermSnapshot.amounts(request));
    snapshot.terms(request, terms::add);
    WordForm form = request.form() == null ? WordForm.WHOLE : request.form();
    Ngrams ngrams = Ngrams.count(context, terms, Tokens.of(form, terms), counted, request.words());
    Judgement judgement = ngrams.judgement(totals, request.maxCpa());
    List<Ngram> top = ngrams.top(request.limit(), judgement);
    List<Note> notes = new ArrayList<>(snapshot.notes());
    note(counted, totals, notes);
    Double hidden = snapshot.hiddenShare(sources, counted);
    new KeywordTables(context).write(top);
    context.progress(0.95, "writing the result");
    return new KeywordResult(
        "",
        snapshot.currency(),
        sources,
        totals,
        request.compares() ? snapshot.totals(2) : null,
        hidden,
        judgement.basis(),
        form,
        ngrams.found(),
        top,
        List.of(),
        null,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        snapshot.leftOut(),
        notes);
  }

  private void check() {
    if (request.words() < 1 || request.words() > LONGEST) {
      throw new WorkbenchException(
          "words-range",
          "N-grams of %d words cannot be counted.".formatted(request.words()),
          "Ask for 1 to %d words.".formatted(LONGEST));
    }
    if (request.limit() < 0) {
      throw new WorkbenchException(
          "limit-range",
          "A limit of %d n-grams makes no sense.".formatted(request.limit()),
          "Give a number above 0, or 0 for all.");
    }
    boolean over =
        request.since() != null
            && request.until() != null
            && request.since().isAfter(request.until());
    boolean overCompared =
        request.compareSince() != null
            && request.compareUntil() != null
            && request.compareSince().isAfter(request.compareUntil());
    if (over || overCompared) {
      throw new WorkbenchException(
          "period-order",
          "The first day of the period comes after its last.",
          "Exchange the two days.");
    }
    if (request.maxCpa() != null && request.maxCpa().signum() <= 0) {
      throw new WorkbenchException(
          "max-cpa",
          "What a conversion may cost at most must be above 0.",
          "Correct --max-cpa, or leave it out.");
    }
  }

  private static void note(Counted counted, Totals totals, List<Note> notes) {
    if (!counted.cost()) {
      notes.add(
          new Note(
              "no-cost",
              "No report tells what the clicks cost: n-grams are ranked by clicks, and nothing can"
                  + " be said of savings."));
    }
    if (!counted.conversions()) {
      notes.add(
          new Note(
              "no-conversions", "No report counts conversions: nothing can be called a waste."));
    } else if (totals.conversions() != null && totals.conversions().signum() == 0) {
      notes.add(
          new Note(
              "no-conversions",
              "The reports count no conversion at all: no search can be called worse than the"
                  + " rest."));
    }
  }
}
