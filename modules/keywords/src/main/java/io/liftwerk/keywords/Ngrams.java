package io.liftwerk.keywords;

import io.liftwerk.keywords.KeywordResult.Before;
import io.liftwerk.keywords.KeywordResult.Ngram;
import io.liftwerk.keywords.KeywordResult.Standing;
import io.liftwerk.keywords.KeywordResult.Totals;
import io.liftwerk.keywords.TermSnapshot.Counted;
import io.liftwerk.keywords.ngrams.NgramCounter;
import io.liftwerk.keywords.ngrams.Shrinkage;
import io.liftwerk.text.Language;
import io.liftwerk.text.StopWords;
import io.liftwerk.workspace.JobContext;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The n-grams of a list of terms, the costliest first. N-grams of stop words alone are left out.
 */
final class Ngrams {
  private static final int LOOK = 0xfff;

  /** Words by which the account's spread is known. */
  private static final int TELLING = 5_000;

  /** N-grams that are ranked at least, when any are. */
  private static final int RANKED = 20_000;

  private final TermList terms;
  private final Tokens tokens;
  private final Counted counted;
  private final NgramCounter counter;
  private BitSet stops = new BitSet();
  private List<Integer> ranked = List.of();

  private Ngrams(TermList terms, Tokens tokens, Counted counted, int longest) {
    this.terms = terms;
    this.tokens = tokens;
    this.counted = counted;
    this.counter = new NgramCounter(longest, terms.width());
  }

  static Ngrams count(
      JobContext context, TermList terms, Tokens tokens, Counted counted, int longest) {
    var ngrams = new Ngrams(terms, tokens, counted, longest);
    int weight = ngrams.rank();
    for (int term = 0; term < terms.size(); term++) {
      if ((term & LOOK) == 0) {
        context.progress(0.2 + 0.2 * term / terms.size(), "counting n-grams");
      }
      ngrams.counter.add(
          term, tokens.keys(terms.words(term)), terms.amount(term, weight), terms.amounts(term));
    }
    ngrams.stops = ngrams.counter.only(Ngrams::stop);
    return ngrams;
  }

  private static boolean stop(String word) {
    return StopWords.of(Language.GERMAN).contains(word)
        || StopWords.of(Language.ENGLISH).contains(word);
  }

  /** The amount by which n-grams are ranked. */
  private int rank() {
    return counted.cost()
        ? TermList.COST
        : counted.clicks() ? TermList.CLICKS : TermList.IMPRESSIONS;
  }

  int found() {
    return counter.size() - stops.cardinality();
  }

  /**
   * A place in the ranking: costliest first, then more clicks, then more impressions, then name.
   */
  private Comparator<Integer> order() {
    int by = rank();
    return Comparator.<Integer>comparingLong(i -> -counter.sum(i, by))
        .thenComparingLong(i -> -counter.sum(i, TermList.CLICKS))
        .thenComparingLong(i -> -counter.sum(i, TermList.IMPRESSIONS))
        .thenComparingInt(i -> -counter.terms(i))
        .thenComparing(i -> String.join(" ", counter.words(i)));
  }

  /** What the account's words make of clicks: those with most clicks tell. */
  Judgement judgement(Totals totals, @Nullable BigDecimal maxCpa) {
    int[] words =
        IntStream.range(0, counter.size())
            .filter(i -> counter.length(i) == 1 && counter.sum(i, TermList.CLICKS) > 0)
            .boxed()
            .sorted(
                Comparator.<Integer>comparingLong(i -> -counter.sum(i, TermList.CLICKS))
                    .thenComparingLong(i -> -counter.sum(i, TermList.CONVERSIONS)))
            .limit(TELLING)
            .mapToInt(Integer::intValue)
            .toArray();
    return Judgement.of(
        IntStream.of(words).mapToDouble(i -> counter.sum(i, TermList.CLICKS)).toArray(),
        IntStream.of(words).mapToDouble(i -> counter.sum(i, TermList.CONVERSIONS) / 1e6).toArray(),
        totals,
        maxCpa);
  }

  /**
   * @param limit how many; 0 for all
   */
  List<Ngram> top(int limit, Judgement judgement) {
    return costliest(limit).stream().map(sequence -> ngram(sequence, judgement)).toList();
  }

  /**
   * Those that waste money.
   *
   * @param among of how many of the costliest
   */
  List<Ngram> wasteful(int among, Judgement judgement) {
    return costliest(among).stream()
        .filter(sequence -> standing(sequence, judgement) == Standing.WASTES)
        .map(sequence -> ngram(sequence, judgement))
        .toList();
  }

  /** Those most is asked of are ranked once. */
  private List<Integer> costliest(int limit) {
    if (limit == 0) {
      return ranked(0);
    }
    if (ranked.size() < Math.min(limit, found())) {
      ranked = ranked(Math.max(limit, RANKED));
    }
    return ranked.subList(0, Math.min(limit, ranked.size()));
  }

  private List<Integer> ranked(int limit) {
    Comparator<Integer> order = order();
    int by = rank();
    var best = new PriorityQueue<Integer>(order.reversed());
    for (int i = 0; i < counter.size(); i++) {
      if (stops.get(i)) {
        continue;
      }
      if (limit == 0 || best.size() < limit) {
        best.add(i);
      } else if (counter.sum(i, by) >= counter.sum(best.element(), by)
          && order.compare(i, best.element()) < 0) {
        best.poll();
        best.add(i);
      }
    }
    var sequences = new ArrayList<>(best);
    sequences.sort(order);
    return sequences;
  }

  private Standing standing(int sequence, Judgement judgement) {
    return judgement.standing(
        counter.sum(sequence, TermList.CLICKS),
        counter.sum(sequence, TermList.COST),
        counted.conversions() ? money(sequence, TermList.CONVERSIONS) : null);
  }

  private Ngram ngram(int sequence, Judgement judgement) {
    long clicks = counter.sum(sequence, TermList.CLICKS);
    long impressions = counter.sum(sequence, TermList.IMPRESSIONS);
    BigDecimal cost = counted.cost() ? money(sequence, TermList.COST) : null;
    BigDecimal conversions = counted.conversions() ? money(sequence, TermList.CONVERSIONS) : null;
    BigDecimal value = counted.value() ? money(sequence, TermList.VALUE) : null;
    Shrinkage.@Nullable Opinion rate = judgement.rate(clicks, conversions);
    return new Ngram(
        spelled(sequence),
        String.join(" ", counter.words(sequence)),
        counter.length(sequence),
        counter.terms(sequence),
        counted.impressions() ? impressions : null,
        counted.clicks() ? clicks : null,
        cost,
        conversions,
        value,
        counted.clicks() && counted.impressions() && impressions > 0
            ? clicks / (double) impressions
            : null,
        Judgement.cpa(cost, conversions),
        value == null || cost == null || cost.signum() <= 0
            ? null
            : value.doubleValue() / cost.doubleValue(),
        rate == null ? null : rate.mean(),
        rate == null ? null : rate.low(),
        rate == null ? null : rate.high(),
        standing(sequence, judgement),
        terms.compares() ? before(sequence) : null);
  }

  private Before before(int sequence) {
    int from = TermList.BEFORE;
    return new Before(
        counted.impressions() ? counter.sum(sequence, from + TermList.IMPRESSIONS) : null,
        counted.clicks() ? counter.sum(sequence, from + TermList.CLICKS) : null,
        counted.cost() ? money(sequence, from + TermList.COST) : null,
        counted.conversions() ? money(sequence, from + TermList.CONVERSIONS) : null,
        counted.value() ? money(sequence, from + TermList.VALUE) : null);
  }

  private BigDecimal money(int sequence, int amount) {
    return TermSnapshot.plain(
        BigDecimal.valueOf(counter.sum(sequence, amount), TermSnapshot.SCALE));
  }

  /** As the costliest term with it spells it. */
  private String spelled(int sequence) {
    List<String> keys = counter.words(sequence);
    List<Tokens.Token> words = tokens.of(terms.words(counter.shown(sequence)));
    for (int from = 0; from + keys.size() <= words.size(); from++) {
      var spelled = new ArrayList<String>();
      for (int i = 0; i < keys.size() && words.get(from + i).key().equals(keys.get(i)); i++) {
        spelled.add(words.get(from + i).spelled());
      }
      if (spelled.size() == keys.size()) {
        return String.join(" ", spelled);
      }
    }
    return String.join(" ", keys);
  }
}
