package io.liftwerk.keywords.negatives;

import io.liftwerk.keywords.account.Account;
import io.liftwerk.keywords.account.Channel;
import io.liftwerk.keywords.account.Limits;
import io.liftwerk.keywords.account.Negative;
import io.liftwerk.keywords.account.SharedList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Room in an account's shared lists. A list that is full is continued in one of the same name with
 * a 2, a 3 and so on, as long as the account may have another list.
 */
final class ListRoom {
  private final Channel channel;
  private final Limits limits;
  private final Map<String, SharedList> known = new HashMap<>();
  private final Map<String, Integer> sizes = new HashMap<>();
  private final Map<String, SharedList> used = new LinkedHashMap<>();
  private final Set<String> lists = new HashSet<>();

  /**
   * @param before the account
   * @param wanted lists that are to be, with the campaigns they are to be linked with
   */
  ListRoom(Channel channel, Account before, List<SharedList> wanted) {
    this.channel = channel;
    this.limits = channel.limits();
    for (Negative negative : before.negatives()) {
      if (negative.channel() == channel && negative.list() != null) {
        sizes.merge(negative.list(), 1, Integer::sum);
        lists.add(negative.list());
      }
    }
    wanted.stream().filter(this::isOurs).forEach(list -> known.put(list.name(), list));
    for (SharedList list : before.lists()) {
      if (isOurs(list)) {
        known.putIfAbsent(list.name(), list);
        lists.add(list.name());
      }
    }
  }

  private boolean isOurs(SharedList list) {
    return list.channel() == channel;
  }

  /** The list {@code name} as it is wanted or known. */
  SharedList list(String name) {
    return known.getOrDefault(name, new SharedList(channel, name, List.of()));
  }

  /** The lists among those of the account that continue {@code name}, itself included. */
  List<String> family(String name) {
    var family = new ArrayList<String>();
    for (int part = 1; part == 1 || lists.contains(part(name, part)); part++) {
      family.add(part(name, part));
    }
    return family;
  }

  private static String part(String name, int part) {
    return part == 1 ? name : name + " " + part;
  }

  /** Takes a place in {@code name} or a list that continues it; empty when there is none left. */
  Optional<String> take(String name) {
    for (int part = 1; part <= limits.lists() + 1; part++) {
      String place = part(name, part);
      boolean there = lists.contains(place);
      if (!there && lists.size() >= limits.lists()) {
        return Optional.empty();
      }
      if (sizes.getOrDefault(place, 0) < limits.perList()) {
        lists.add(place);
        sizes.merge(place, 1, Integer::sum);
        SharedList first = list(name);
        used.putIfAbsent(
            place, new SharedList(channel, place, first.campaigns(), first.wholeAccount()));
        return Optional.of(place);
      }
    }
    return Optional.empty();
  }

  /** The lists that places were taken in. */
  List<SharedList> used() {
    return List.copyOf(used.values());
  }
}
