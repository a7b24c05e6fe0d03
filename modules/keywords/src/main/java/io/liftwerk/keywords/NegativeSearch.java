package io.liftwerk.keywords;

import io.liftwerk.keywords.KeywordResult.Ngram;
import io.liftwerk.keywords.KeywordResult.Note;
import io.liftwerk.keywords.KeywordResult.Standing;
import io.liftwerk.keywords.KeywordResult.SuggestedNegative;
import io.liftwerk.keywords.account.Account;
import io.liftwerk.keywords.account.Channel;
import io.liftwerk.keywords.account.Level;
import io.liftwerk.keywords.account.MatchType;
import io.liftwerk.keywords.account.Negative;
import io.liftwerk.keywords.account.SharedList;
import io.liftwerk.keywords.matching.Conflicts;
import io.liftwerk.keywords.negatives.Candidate;
import io.liftwerk.keywords.negatives.Choice;
import io.liftwerk.keywords.negatives.Chosen;
import io.liftwerk.keywords.negatives.NegativeChoice;
import io.liftwerk.keywords.negatives.Refused;
import io.liftwerk.keywords.negatives.Risk;
import io.liftwerk.keywords.negatives.Search;
import io.liftwerk.workspace.JobContext;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Negatives that save more than they cost: n-grams and searches that waste money, in every channel
 * where they do, as few as keep all of it away.
 *
 * <p>What a negative saves is the cost of the searches that it is the first to keep away, less what
 * as many conversions as are expected of these cost elsewhere in the account.
 */
final class NegativeSearch {
  /** Name of the shared list for what is wanted in several campaigns. */
  static final String LIST = "Liftwerk";

  /** Searches with fewer clicks are only kept away by n-grams. */
  private static final long CLICKS = 10;

  private static final int LONGEST = 3;
  private static final int CANDIDATES = 2_000;

  /** A negative as one channel takes it. */
  record Placed(Channel channel, Chosen chosen, BigDecimal saving) {}

  /** A shared list of one channel. */
  record Found(List<SuggestedNegative> suggested, List<Placed> placed, List<SharedList> lists) {}

  private final JobContext context;
  private final Judgement judgement;
  private final double lostConversions;
  private final Map<Decisions.Key, Decisions.Made> decisions;
  private final List<Note> notes;

  NegativeSearch(
      JobContext context,
      Judgement judgement,
      double lostConversions,
      Map<Decisions.Key, Decisions.Made> decisions,
      List<Note> notes) {
    this.context = context;
    this.judgement = judgement;
    this.lostConversions = lostConversions;
    this.decisions = decisions;
    this.notes = notes;
  }

  /**
   * @param ngrams of whole words, judged
   */
  Found find(TermList terms, List<Ngram> ngrams, Account account) throws Exception {
    if (judgement.cpa() == null) {
      return new Found(List.of(), List.of(), List.of());
    }
    Set<Candidate> candidates = candidates(terms, ngrams);
    if (candidates.isEmpty()) {
      return new Found(List.of(), List.of(), List.of());
    }
    Map<Channel, List<Search>> searches = searches();
    var placed = new ArrayList<Placed>();
    var lists = new ArrayList<SharedList>();
    var choices = new EnumMap<Channel, NegativeChoice>(Channel.class);
    var refused = new LinkedHashSet<String>();
    for (var entry : searches.entrySet()) {
      context.checkCancelled();
      var choice =
          new NegativeChoice(
                  entry.getKey(),
                  account,
                  entry.getValue(),
                  new Risk(BigDecimal.valueOf(lostConversions), Double.POSITIVE_INFINITY, least()),
                  LIST)
              .withPulse(context::checkCancelled);
      choices.put(entry.getKey(), choice);
      Choice chosen = choice.of(candidates);
      for (Chosen one : chosen.chosen()) {
        BigDecimal saving = saving(one);
        if (saving.compareTo(least()) > 0) {
          placed.add(new Placed(entry.getKey(), one, saving));
        }
      }
      for (Refused one : chosen.refused()) {
        if (!one.conflicts().isEmpty()) {
          refused.add(one.negative().text());
        }
      }
      SharedList list = choice.list();
      if (list != null) {
        lists.add(list);
      }
    }
    share(placed, choices, searches, account);
    placed.forEach(one -> refused.remove(one.chosen().negative().text()));
    if (!refused.isEmpty()) {
      notes.add(
          new Note(
              "negatives-conflict",
              "%d wasteful n-grams or searches are not suggested, because they would silence a live keyword: %s."
                  .formatted(
                      refused.size(),
                      String.join(", ", refused.stream().limit(5).toList())
                          + (refused.size() > 5 ? " …" : ""))));
    }
    return new Found(suggested(placed), placed, lists);
  }

  /**
   * What stands in the shared list of one channel comes into those of the others, unless they have
   * it elsewhere, a keyword of theirs would be silenced, or searches of theirs converted by it.
   */
  private void share(
      List<Placed> placed,
      Map<Channel, NegativeChoice> choices,
      Map<Channel, List<Search>> searches,
      Account account) {
    var conflicts = new Conflicts(account);
    for (Placed one : List.copyOf(placed)) {
      Negative negative = one.chosen().negative();
      if (negative.list() == null) {
        continue;
      }
      for (Channel other : choices.keySet()) {
        boolean there =
            placed.stream()
                .anyMatch(
                    known ->
                        known.channel() == other
                            && known.chosen().negative().text().equals(negative.text())
                            && known.chosen().negative().match() == negative.match());
        Negative same = Negative.inList(other, LIST, negative.text(), negative.match());
        if (!there
            && other.limits().matches().contains(negative.match())
            && conflicts.of(same).isEmpty()
            && converted(choices, searches, other, negative) <= lostConversions) {
          placed.add(
              new Placed(
                  other,
                  new Chosen(
                      same, BigDecimal.ZERO, BigDecimal.ZERO, 0, BigDecimal.ZERO, 0, List.of()),
                  BigDecimal.ZERO));
        }
      }
    }
  }

  private static double converted(
      Map<Channel, NegativeChoice> choices,
      Map<Channel, List<Search>> searches,
      Channel channel,
      Negative negative) {
    NegativeChoice choice = choices.get(channel);
    List<Search> rows = searches.getOrDefault(channel, List.of());
    return choice == null
        ? 0
        : Arrays.stream(choice.blockedBy(new Candidate(negative.text(), negative.match())))
            .mapToDouble(row -> rows.get(row).conversions().doubleValue())
            .sum();
  }

  /** A line that saves less than a tenth of a conversion costs is not worth its place. */
  private BigDecimal least() {
    BigDecimal cpa = judgement.cpa();
    return cpa == null ? BigDecimal.ZERO : cpa.movePointLeft(1);
  }

  private Set<Candidate> candidates(TermList terms, List<Ngram> ngrams) {
    Set<Candidate> candidates = new LinkedHashSet<>();
    ngrams.stream()
        .filter(one -> one.standing() == Standing.WASTES && one.n() <= LONGEST)
        .limit(CANDIDATES)
        .forEach(one -> add(candidates, new Candidate(one.ngram(), MatchType.PHRASE)));
    List<Integer> wasteful = new ArrayList<>();
    for (int term = 0; term < terms.size(); term++) {
      long clicks = terms.amount(term, TermList.CLICKS);
      long conversions = terms.amount(term, TermList.CONVERSIONS);
      if (clicks >= CLICKS
          && judgement.standing(
                  clicks,
                  terms.amount(term, TermList.COST),
                  BigDecimal.valueOf(conversions, TermSnapshot.SCALE))
              == Standing.WASTES) {
        wasteful.add(term);
      }
    }
    wasteful.sort(
        Comparator.<Integer>comparingLong(term -> -terms.amount(term, TermList.COST))
            .thenComparing(terms::text));
    wasteful.stream()
        .limit(CANDIDATES)
        .forEach(term -> add(candidates, new Candidate(terms.text(term), MatchType.EXACT)));
    decisions.forEach(
        (key, made) -> {
          if (!made.rejected()) {
            candidates.add(
                new Candidate(key.text(), MatchType.valueOf(key.match().toUpperCase(Locale.ROOT))));
          }
        });
    return candidates;
  }

  private void add(Set<Candidate> candidates, Candidate candidate) {
    Decisions.Made made = decisions.get(key(candidate.text(), candidate.match()));
    if (made == null || !made.rejected()) {
      candidates.add(candidate);
    }
  }

  private static Decisions.Key key(String text, MatchType match) {
    return new Decisions.Key(text, match.name().toLowerCase(Locale.ROOT));
  }

  private Map<Channel, List<Search>> searches() throws Exception {
    var searches = new EnumMap<Channel, List<Search>>(Channel.class);
    Query.each(
        context,
        "SELECT platform, coalesce(campaign, ''), ad_group, term, sum(cost), sum(clicks),"
            + " sum(conversions) FROM "
            + TermSnapshot.TABLE
            + " WHERE part = 1 AND NOT asin GROUP BY ALL HAVING sum(clicks) > 0 ORDER BY ALL",
        row -> {
          Channel channel = Channels.of(row.getString(1)).orElse(null);
          if (channel == null) {
            return;
          }
          long clicks = row.getLong(6);
          BigDecimal conversions = amount(row.getBigDecimal(7));
          searches
              .computeIfAbsent(channel, key -> new ArrayList<>())
              .add(
                  new Search(
                      row.getString(4),
                      row.getString(2),
                      row.getString(3),
                      amount(row.getBigDecimal(5)),
                      clicks,
                      conversions,
                      judgement.expected(clicks, conversions.doubleValue())));
        });
    return searches;
  }

  private static BigDecimal amount(@Nullable BigDecimal millionths) {
    return millionths == null
        ? BigDecimal.ZERO
        : TermSnapshot.plain(millionths.movePointLeft(TermSnapshot.SCALE));
  }

  private BigDecimal saving(Chosen chosen) {
    BigDecimal cpa = judgement.cpa();
    double elsewhere = cpa == null ? 0 : expected(chosen) * cpa.doubleValue();
    return chosen
        .saving()
        .subtract(BigDecimal.valueOf(elsewhere))
        .setScale(2, RoundingMode.HALF_UP);
  }

  /** Of all its searches together: apart, each would be drawn to the account's rate. */
  private double expected(Chosen chosen) {
    return judgement.expected(chosen.clicks(), chosen.conversions().doubleValue());
  }

  /** The same negative of several channels is one suggestion. */
  private List<SuggestedNegative> suggested(List<Placed> placed) {
    record Place(String text, MatchType match, Level level, String where) {}
    var merged = new LinkedHashMap<Place, List<Placed>>();
    for (Placed one : placed) {
      Negative negative = one.chosen().negative();
      merged
          .computeIfAbsent(
              new Place(negative.text(), negative.match(), negative.level(), where(negative)),
              key -> new ArrayList<>())
          .add(one);
    }
    var suggested = new ArrayList<SuggestedNegative>();
    merged.forEach(
        (place, parts) -> {
          BigDecimal saving = BigDecimal.ZERO;
          BigDecimal cost = BigDecimal.ZERO;
          BigDecimal conversions = BigDecimal.ZERO;
          long clicks = 0;
          double lost = 0;
          var channels = new TreeSet<String>();
          var blocked = new TreeSet<String>();
          for (Placed part : parts) {
            saving = saving.add(part.saving());
            cost = cost.add(part.chosen().blockedCost());
            conversions = conversions.add(part.chosen().conversions());
            clicks += part.chosen().clicks();
            lost += expected(part.chosen());
            channels.add(Channels.word(part.channel()));
            blocked.addAll(part.chosen().searches());
          }
          Decisions.Made made = decisions.get(key(place.text(), place.match()));
          suggested.add(
              new SuggestedNegative(
                  place.text(),
                  place.match().name().toLowerCase(Locale.ROOT),
                  place.level().name().toLowerCase(Locale.ROOT),
                  place.where(),
                  List.copyOf(channels),
                  saving,
                  cost,
                  clicks,
                  TermSnapshot.plain(conversions),
                  lost,
                  blocked.size(),
                  because(clicks, cost, conversions),
                  List.of(),
                  made == null ? null : made.verdict(),
                  made == null ? null : made.why()));
        });
    suggested.sort(
        Comparator.comparing(SuggestedNegative::saving)
            .reversed()
            .thenComparing(SuggestedNegative::text)
            .thenComparing(SuggestedNegative::where));
    return List.copyOf(suggested);
  }

  private String because(long clicks, BigDecimal cost, BigDecimal conversions) {
    return String.format(
        Locale.ROOT,
        "%,d clicks for %,.2f brought %s conversions; at the account's rate they would have brought"
            + " %.1f.",
        clicks,
        cost,
        conversions.stripTrailingZeros().toPlainString(),
        clicks * judgement.rate());
  }

  private static String where(Negative negative) {
    String campaign = negative.campaign();
    String adGroup = negative.adGroup();
    return switch (negative.level()) {
      case LIST -> String.valueOf(negative.list());
      case CAMPAIGN -> String.valueOf(campaign);
      case AD_GROUP -> campaign + " / " + adGroup;
    };
  }
}
