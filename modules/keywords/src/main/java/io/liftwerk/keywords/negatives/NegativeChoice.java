package io.liftwerk.keywords.negatives;

import io.liftwerk.keywords.account.Account;
import io.liftwerk.keywords.account.Channel;
import io.liftwerk.keywords.account.Negative;
import io.liftwerk.keywords.account.SharedList;
import io.liftwerk.keywords.matching.ChannelWords;
import io.liftwerk.keywords.matching.Conflicts;
import io.liftwerk.keywords.matching.SearchIndex;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Chooses negatives for one channel: {@link Placements} says where a candidate may stand, {@link
 * Cover} takes the fewest that save what all of them would. Searches that negatives of the account
 * keep away already have no part in it: their cost is saved, or was paid before.
 */
public final class NegativeChoice {
  private final Channel channel;
  private final Account account;
  private final List<Search> searches;
  private final SearchIndex index;
  private final Risk risk;
  private final @Nullable SharedList list;
  private Runnable pulse = () -> {};

  /** Text first, so that the order of the candidates handed in does not matter. */
  private static final Comparator<Placement> ORDER =
      Comparator.<Placement, Integer>comparing(p -> -p.negative().level().ordinal())
          .thenComparing(p -> ChannelWords.of(p.negative().channel(), p.negative().text()).size())
          .thenComparing(p -> p.negative().match())
          .thenComparing(p -> p.negative().text())
          .thenComparing(p -> String.valueOf(p.negative().campaign()))
          .thenComparing(p -> String.valueOf(p.negative().adGroup()));

  /**
   * @param channel whose rules count; the account's other channels are left out of account
   * @param account what is known of the account
   * @param searches one a search term and ad group
   * @param risk what a negative may lose
   * @param listName name of the shared list for what is wanted in several campaigns; if the account
   *     has such a list, the campaigns it is linked with count, else all campaigns of the searches;
   *     null for no list
   */
  public NegativeChoice(
      Channel channel,
      Account account,
      Collection<Search> searches,
      Risk risk,
      @Nullable String listName) {
    this.channel = channel;
    this.account = account;
    this.searches = List.copyOf(searches);
    this.index = new SearchIndex(channel, this.searches.stream().map(Search::text).toList());
    this.risk = risk;
    this.list = listName == null ? null : list(listName);
  }

  /** Is called now and then during long work, and may throw to end it. */
  public NegativeChoice withPulse(Runnable check) {
    this.pulse = check;
    return this;
  }

  /** The shared list, and the campaigns it is, or would be, linked with; null for no list. */
  public @Nullable SharedList list() {
    return list;
  }

  private SharedList list(String name) {
    return account.lists().stream()
        .filter(known -> known.channel() == channel && known.name().equals(name))
        .findFirst()
        .orElseGet(
            () ->
                new SharedList(
                    channel,
                    name,
                    searches.stream().map(Search::campaign).distinct().sorted().toList()));
  }

  /** The places, in rising order, of the searches a candidate would keep away wherever it stood. */
  public int[] blockedBy(Candidate candidate) {
    return index.blockedBy(candidate.text(), candidate.match());
  }

  public Choice of(Collection<Candidate> candidates) {
    BitSet saved = savedAlready();
    var refused = new ArrayList<Refused>();
    var placements = new ArrayList<Placement>();
    Placements places = places();
    for (Candidate candidate : new HashSet<>(candidates)) {
      pulse.run();
      int[] rows = Arrays.stream(blockedBy(candidate)).filter(row -> !saved.get(row)).toArray();
      placements.addAll(places.of(candidate, rows, refused::add));
    }
    placements.sort(ORDER);
    List<Placement> taken =
        new Cover(
                placements.stream().map(Placement::rows).toList(),
                row -> searches.get(row).cost(),
                risk.leastSaving())
            .take().stream().map(placements::get).toList();
    refused.sort(
        Comparator.<Refused, String>comparing(r -> r.negative().text())
            .thenComparing(r -> r.negative().match())
            .thenComparing(r -> String.valueOf(r.negative().campaign()))
            .thenComparing(r -> String.valueOf(r.negative().adGroup())));
    return counted(taken, refused);
  }

  private Placements places() {
    List<SharedList> lists =
        list == null
            ? account.lists()
            : Stream.concat(account.lists().stream(), Stream.of(list)).toList();
    var conflicts = new Conflicts(new Account(account.keywords(), List.of(), lists));
    Set<Negative> standing =
        account.negatives().stream().map(ChannelFit::identity).collect(Collectors.toSet());
    return new Placements(channel, searches, conflicts, risk, list, standing);
  }

  /** The searches that the account's own negatives keep away. */
  private BitSet savedAlready() {
    var saved = new BitSet();
    Map<String, SharedList> lists = new HashMap<>();
    account.lists().stream()
        .filter(known -> known.channel() == channel)
        .forEach(known -> lists.put(known.name(), known));
    for (Negative negative : account.negatives()) {
      if (negative.channel() == channel) {
        for (int row : index.blockedBy(negative.text(), negative.match())) {
          if (holds(negative, lists, searches.get(row))) {
            saved.set(row);
          }
        }
      }
    }
    return saved;
  }

  private static boolean holds(Negative negative, Map<String, SharedList> lists, Search search) {
    if (negative.list() != null) {
      SharedList known = lists.get(negative.list());
      return known != null
          && (known.wholeAccount() || known.campaigns().contains(search.campaign()));
    }
    return (negative.campaign() == null || negative.campaign().equals(search.campaign()))
        && (negative.adGroup() == null || negative.adGroup().equals(search.adGroup()));
  }

  private Choice counted(List<Placement> taken, List<Refused> refused) {
    var costly = new ArrayList<>(taken);
    costly.sort(Comparator.comparing((Placement p) -> cost(p.rows())).reversed());
    var counted = new BitSet();
    var chosen = new ArrayList<Chosen>();
    BigDecimal saving = BigDecimal.ZERO;
    BigDecimal conversions = BigDecimal.ZERO;
    long clicks = 0;
    double expected = 0;
    for (Placement placement : costly) {
      int[] first = Arrays.stream(placement.rows()).filter(row -> !counted.get(row)).toArray();
      Arrays.stream(first).forEach(counted::set);
      Chosen one = chosen(placement, first);
      chosen.add(one);
      saving = saving.add(one.saving());
      conversions = conversions.add(one.conversions());
      clicks += one.clicks();
      expected += one.expectedConversions();
    }
    chosen.sort(Comparator.comparing(Chosen::saving).reversed());
    return new Choice(chosen, refused, saving, clicks, conversions, expected);
  }

  private Chosen chosen(Placement placement, int[] first) {
    BigDecimal conversions = BigDecimal.ZERO;
    long clicks = 0;
    double expected = 0;
    for (int row : first) {
      Search search = searches.get(row);
      conversions = conversions.add(search.conversions());
      clicks += search.clicks();
      expected += search.expectedConversions();
    }
    List<String> texts =
        Arrays.stream(placement.rows())
            .mapToObj(searches::get)
            .sorted(Comparator.comparing(Search::cost).reversed().thenComparing(Search::text))
            .map(Search::text)
            .distinct()
            .toList();
    return new Chosen(
        placement.negative(),
        cost(first),
        cost(placement.rows()),
        clicks,
        conversions,
        expected,
        texts);
  }

  private BigDecimal cost(int[] rows) {
    return Arrays.stream(rows)
        .mapToObj(row -> searches.get(row).cost())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
