package io.liftwerk.keywords.matching;

import io.liftwerk.keywords.account.Account;
import io.liftwerk.keywords.account.Channel;
import io.liftwerk.keywords.account.LiveKeyword;
import io.liftwerk.keywords.account.MatchType;
import io.liftwerk.keywords.account.Negative;
import io.liftwerk.keywords.account.SharedList;
import io.liftwerk.keywords.matching.Conflict.Extent;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which keywords of an account a negative would stand in the way of, at every level: one of an ad
 * group concerns that ad group alone, one of a campaign all its ad groups, one of a shared list the
 * campaigns it is linked with. A list that is not known, or is linked with the whole account,
 * concerns every campaign of its channel.
 *
 * <p>Whatever a negative blocks has all its words. So it conflicts wholly with a keyword whose own
 * text it blocks, unless it is exact and the keyword is not; and in part with a broad keyword all
 * of whose words it has, in whatever order.
 */
public final class Conflicts {
  private final Map<Channel, Keywords> keywords = new EnumMap<>(Channel.class);
  private final Map<String, SharedList> lists = new HashMap<>();

  /** A channel's keywords, and by which words they are found. */
  private static final class Keywords {
    private final List<LiveKeyword> all = new ArrayList<>();
    private final List<List<String>> words = new ArrayList<>();
    private final Map<String, List<Integer>> places = new HashMap<>();

    void add(LiveKeyword keyword) {
      List<String> own = ChannelWords.of(keyword.channel(), keyword.text());
      for (String word : new HashSet<>(own)) {
        places.computeIfAbsent(word, key -> new ArrayList<>()).add(all.size());
      }
      all.add(keyword);
      words.add(own);
    }

    List<Integer> having(List<String> wanted) {
      List<Integer> rarest = null;
      for (String word : wanted) {
        List<Integer> having = places.get(word);
        if (having == null) {
          return List.of();
        }
        rarest = rarest == null || having.size() < rarest.size() ? having : rarest;
      }
      return rarest == null ? List.of() : rarest;
    }
  }

  public Conflicts(Account account) {
    for (LiveKeyword keyword : account.keywords()) {
      keywords.computeIfAbsent(keyword.channel(), key -> new Keywords()).add(keyword);
    }
    account.lists().forEach(this::link);
  }

  private void link(SharedList list) {
    lists.put(key(list.channel(), list.name()), list);
  }

  private static String key(Channel channel, String list) {
    return channel + "\0" + list;
  }

  /** The keywords that {@code negative} stands in the way of, in the account's order. */
  public List<Conflict> of(Negative negative) {
    Keywords known = keywords.get(negative.channel());
    if (known == null) {
      return List.of();
    }
    NegativeMatcher matcher = NegativeMatcher.of(negative);
    Optional<Set<String>> campaigns = campaigns(negative);
    var found = new ArrayList<Conflict>();
    for (int place : known.having(matcher.words())) {
      LiveKeyword keyword = known.all.get(place);
      if (concerns(negative, campaigns, keyword)) {
        Extent extent = extent(negative, matcher, keyword, known.words.get(place));
        if (extent != null) {
          found.add(new Conflict(negative, keyword, extent));
        }
      }
    }
    return found;
  }

  /** The campaigns a negative holds in; empty for all. */
  private Optional<Set<String>> campaigns(Negative negative) {
    if (negative.campaign() != null) {
      return Optional.of(Set.of(negative.campaign()));
    }
    if (negative.list() == null) {
      return Optional.empty();
    }
    SharedList list = lists.get(key(negative.channel(), negative.list()));
    return list == null || list.wholeAccount()
        ? Optional.empty()
        : Optional.of(Set.copyOf(list.campaigns()));
  }

  private static boolean concerns(
      Negative negative, Optional<Set<String>> campaigns, LiveKeyword keyword) {
    if (campaigns.isPresent() && !campaigns.get().contains(keyword.campaign())) {
      return false;
    }
    return negative.adGroup() == null || negative.adGroup().equals(keyword.adGroup());
  }

  private static @Nullable Extent extent(
      Negative negative, NegativeMatcher matcher, LiveKeyword keyword, List<String> words) {
    if (matcher.blocksWords(words)) {
      boolean narrower = negative.match() == MatchType.EXACT && keyword.match() != MatchType.EXACT;
      return narrower ? Extent.PART : Extent.WHOLE;
    }
    if (keyword.match() != MatchType.BROAD || !words.containsAll(matcher.words())) {
      return null;
    }
    boolean sameWords = new HashSet<>(matcher.words()).equals(new HashSet<>(words));
    return negative.match() == MatchType.EXACT && !sameWords ? null : Extent.PART;
  }
}
