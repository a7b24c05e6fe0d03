package io.liftwerk.keywords;

import io.liftwerk.keywords.KeywordResult.Ngram;
import io.liftwerk.keywords.KeywordResult.Note;
import io.liftwerk.keywords.KeywordResult.Source;
import io.liftwerk.keywords.KeywordResult.SuggestedKeyword;
import io.liftwerk.keywords.KeywordResult.Totals;
import io.liftwerk.keywords.TermSnapshot.Counted;
import io.liftwerk.keywords.account.Account;
import io.liftwerk.keywords.intent.Intents;
import io.liftwerk.warehouse.Impersonal;
import io.liftwerk.workspace.Job;
import io.liftwerk.workspace.JobContext;
import io.liftwerk.workspace.WorkbenchException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Looks into search terms: which words earn, which waste money, what belongs together, what people
 * want, what to keep away.
 */
public final class KeywordMining implements Job<KeywordResult> {
  /** Name of the job. */
  public static final String NAME = "keywords";

  private static final int LONGEST = 4;

  /** N-grams that are looked at for negatives. */
  private static final int CANDIDATES = 20_000;

  private final KeywordRequest request;

  /**
   * @throws WorkbenchException code {@code personal-text} when a brand or competitor holds an
   *     identifier
   */
  public KeywordMining(KeywordRequest request) {
    Impersonal.check(request.brands().toArray(String[]::new));
    Impersonal.check(request.competitors().toArray(String[]::new));
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
    List<Source> sources = snapshot.shares().sources();
    snapshot.leaveArticleNumbers();
    context.progress(0.12, "reading the search terms");
    var terms = new TermList(TermSnapshot.amounts(request));
    snapshot.terms(request, terms::add);
    Intents intents = TermLook.intents(context, request);
    try (var meanwhile = new Meanwhile()) {
      var overlaps = meanwhile.begin(() -> Mapping.overlaps(context));
      var look = meanwhile.begin(() -> TermLook.at(context, intents, terms));
      return result(context, snapshot, counted, totals, sources, terms, overlaps, look);
    }
  }

  private KeywordResult result(
      JobContext context,
      TermSnapshot snapshot,
      Counted counted,
      Totals totals,
      List<Source> sources,
      TermList terms,
      Meanwhile.Promise<List<KeywordResult.Overlap>> overlapping,
      Meanwhile.Promise<TermLook> look)
      throws Exception {
    WordForm form = request.form() == null ? WordForm.WHOLE : request.form();
    Tokens tokens = Tokens.of(form, terms);
    Ngrams ngrams = Ngrams.count(context, terms, tokens, counted, request.words());
    Judgement judgement = ngrams.judgement(totals, request.maxCpa());
    List<Ngram> top = ngrams.top(request.limit(), judgement);
    List<Note> notes = new ArrayList<>(snapshot.notes());
    note(counted, totals, notes);
    context.progress(0.42, "mapping searches to ad groups and pages");
    // it reads on the job's connection, which is one
    List<KeywordResult.Overlap> overlaps = overlapping.get();
    context.progress(0.45, "looking for what to keep away");
    Account account = new AccountReading(context).read(snapshot.keywords());
    Map<Decisions.Key, Decisions.Made> decisions = Decisions.read(context.connection());
    NegativeSearch.Found found =
        new NegativeSearch(context, judgement, request.lostConversions(), decisions, notes)
            .find(terms, wasteful(context, form, ngrams, top, terms, counted, judgement), account);
    rejected(decisions, notes);
    var mapping = new Mapping(context, judgement);
    var keywords = counted.conversions() ? mapping.keywords(account) : List.<SuggestedKeyword>of();
    context.progress(0.55, "judging what searches are for");
    var facts = new TermFacts(context, terms, counted, judgement, look.get());
    TermFacts.@Nullable Grouped grouped = request.clusters() ? facts.group(request, notes) : null;
    List<KeywordResult.Cluster> clusters = grouped == null ? List.of() : grouped.clusters();
    var pages = mapping.pages(facts, terms, clusters);
    context.progress(0.92, "writing the tables");
    var tables = new KeywordTables(context);
    tables.ngrams(top);
    tables.terms(terms, tokens, facts, counted, judgement);
    tables.negatives(found);
    tables.keywords(keywords);
    return new KeywordResult(
        Verdict.of(snapshot.currency(), totals, top, found.suggested()),
        snapshot.currency(),
        sources,
        totals,
        request.compares() ? snapshot.totals(2) : null,
        snapshot.shares().hiddenShare(sources, counted),
        judgement.basis(),
        form,
        ngrams.found(),
        top,
        clusters,
        grouped == null ? null : grouped.unclustered(),
        facts.intents(),
        found.suggested(),
        keywords,
        overlaps,
        pages,
        snapshot.leftOut(),
        notes);
  }

  /** Negatives are words as people type them, whatever made n-grams alike. */
  private List<Ngram> wasteful(
      JobContext context,
      WordForm form,
      Ngrams ngrams,
      List<Ngram> top,
      TermList terms,
      Counted counted,
      Judgement judgement) {
    if (form == WordForm.WHOLE && ngrams.found() == top.size()) {
      return top;
    }
    Ngrams all =
        form == WordForm.WHOLE
            ? ngrams
            : Ngrams.count(
                context, terms, Tokens.of(WordForm.WHOLE, terms), counted, request.words());
    return all.wasteful(CANDIDATES, judgement);
  }

  private static void rejected(Map<Decisions.Key, Decisions.Made> decisions, List<Note> notes) {
    long rejected = decisions.values().stream().filter(Decisions.Made::rejected).count();
    if (rejected > 0) {
      notes.add(
          new Note(
              "negatives-rejected",
              rejected == 1
                  ? "A negative that was rejected earlier is not suggested again."
                  : "%d negatives that were rejected earlier are not suggested again."
                      .formatted(rejected)));
    }
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
