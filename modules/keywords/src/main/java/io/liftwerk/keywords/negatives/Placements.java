package io.liftwerk.keywords.negatives;

import io.liftwerk.keywords.account.Channel;
import io.liftwerk.keywords.account.Negative;
import io.liftwerk.keywords.account.SharedList;
import io.liftwerk.keywords.matching.Conflict;
import io.liftwerk.keywords.matching.Conflicts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Where a candidate may stand. One that is wanted in several campaigns goes to the shared list if
 * it does no harm in any campaign of that list; else to each campaign where it does none; else to
 * the ad groups where it does none.
 */
final class Placements {
  private final Channel channel;
  private final List<Search> searches;
  private final Conflicts conflicts;
  private final Risk risk;
  private final @Nullable SharedList list;
  private final Set<Negative> standing;

  /**
   * @param list the shared list; null where none is wanted
   * @param standing what the account has already, by {@link ChannelFit#identity}
   */
  Placements(
      Channel channel,
      List<Search> searches,
      Conflicts conflicts,
      Risk risk,
      @Nullable SharedList list,
      Set<Negative> standing) {
    this.channel = channel;
    this.searches = searches;
    this.conflicts = conflicts;
    this.risk = risk;
    this.list = list;
    this.standing = standing;
  }

  /**
   * The places for a candidate that would keep {@code rows} away wherever it stood.
   *
   * @param refused told of what is not taken
   */
  List<Placement> of(Candidate candidate, int[] rows, Consumer<Refused> refused) {
    var placements = new ArrayList<Placement>();
    TreeMap<String, int[]> campaigns = grouped(rows, row -> searches.get(row).campaign());
    if (list != null && campaigns.size() > 1) {
      int[] within =
          Arrays.stream(rows)
              .filter(row -> list.campaigns().contains(searches.get(row).campaign()))
              .toArray();
      boolean wanted = list.campaigns().stream().filter(campaigns::containsKey).count() > 1;
      Negative shared = Negative.inList(channel, list.name(), candidate.text(), candidate.match());
      if (wanted && objection(shared, within) == null) {
        placements.add(new Placement(shared, within));
        list.campaigns().forEach(campaigns::remove);
      }
    }
    campaigns.forEach((campaign, own) -> inCampaign(candidate, campaign, own, placements, refused));
    return placements;
  }

  private void inCampaign(
      Candidate candidate,
      String campaign,
      int[] rows,
      List<Placement> placements,
      Consumer<Refused> refused) {
    Negative whole = Negative.inCampaign(channel, campaign, candidate.text(), candidate.match());
    Refused objection = objection(whole, rows);
    if (objection == null) {
      placements.add(new Placement(whole, rows));
      return;
    }
    TreeMap<String, int[]> adGroups =
        grouped(
            Arrays.stream(rows).filter(row -> searches.get(row).adGroup() != null).toArray(),
            row -> String.valueOf(searches.get(row).adGroup()));
    if (adGroups.isEmpty()) {
      refused.accept(objection);
    }
    adGroups.forEach(
        (adGroup, own) -> {
          Negative narrow =
              Negative.inAdGroup(channel, campaign, adGroup, candidate.text(), candidate.match());
          Refused narrower = objection(narrow, own);
          if (narrower == null) {
            placements.add(new Placement(narrow, own));
          } else {
            refused.accept(narrower);
          }
        });
  }

  private TreeMap<String, int[]> grouped(int[] rows, IntFunction<String> key) {
    var lists = new TreeMap<String, List<Integer>>();
    for (int row : rows) {
      lists.computeIfAbsent(key.apply(row), k -> new ArrayList<>()).add(row);
    }
    var groups = new TreeMap<String, int[]>();
    lists.forEach(
        (name, own) -> groups.put(name, own.stream().mapToInt(Integer::intValue).toArray()));
    return groups;
  }

  private @Nullable Refused objection(Negative negative, int[] rows) {
    if (standing.contains(ChannelFit.identity(negative))) {
      return new Refused(
          negative, "%s stands there already.".formatted(negative.written()), List.of());
    }
    List<Conflict> found = conflicts.of(negative);
    if (!found.isEmpty()) {
      return new Refused(negative, found.getFirst().sentence(), found);
    }
    BigDecimal conversions = BigDecimal.ZERO;
    double expected = 0;
    for (int row : rows) {
      conversions = conversions.add(searches.get(row).conversions());
      expected += searches.get(row).expectedConversions();
    }
    if (conversions.compareTo(risk.conversions()) > 0) {
      return new Refused(
          negative,
          "%s would keep away searches that brought %s conversions."
              .formatted(negative.written(), conversions.stripTrailingZeros().toPlainString()),
          List.of());
    }
    if (expected > risk.expectedConversions()) {
      return new Refused(
          negative,
          "%s would keep away searches that are expected to bring %s conversions."
              .formatted(negative.written(), rounded(expected)),
          List.of());
    }
    return null;
  }

  private static String rounded(double expected) {
    return BigDecimal.valueOf(expected).round(new java.math.MathContext(2)).toPlainString();
  }
}
