package io.liftwerk.keywords.negatives;

import io.liftwerk.keywords.account.Account;
import io.liftwerk.keywords.account.Channel;
import io.liftwerk.keywords.account.Limits;
import io.liftwerk.keywords.account.MatchType;
import io.liftwerk.keywords.account.Negative;
import io.liftwerk.keywords.account.SharedList;
import io.liftwerk.keywords.matching.ChannelWords;
import io.liftwerk.keywords.matching.SearchIndex;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * From what is wanted, what one channel can hold. The same wanted negatives go through one of these
 * for each channel, and so shared lists are kept in step over all of them.
 *
 * <p>A broad negative of several words is a phrase elsewhere only if the phrase keeps away the very
 * searches that the broad one does. Amazon has no shared lists: what stands in one elsewhere stands
 * there in each of the campaigns. The order of the wanted decides who gets the last places.
 */
public final class ChannelFit {
  private final Channel channel;
  private final Limits limits;
  private final ListRoom room;
  private final @Nullable SearchIndex searches;
  private final Set<Negative> standing = new HashSet<>();
  private final Map<List<String>, Integer> sizes = new HashMap<>();
  private final List<Negative> negatives = new ArrayList<>();
  private final List<Unfit> unfit = new ArrayList<>();
  private final Set<String> notes = new LinkedHashSet<>();
  private int there;

  private ChannelFit(
      Channel channel, Account before, List<SharedList> lists, @Nullable SearchIndex searches) {
    this.channel = channel;
    this.limits = channel.limits();
    this.room = new ListRoom(channel, before, lists);
    this.searches = searches;
    for (Negative negative : before.negatives()) {
      if (negative.channel() == channel) {
        standing.add(identity(negative));
        count(negative);
      }
    }
  }

  /**
   * @param channel the channel to write for; wanted negatives of another are taken for this one
   * @param wanted what is wanted, the most important first
   * @param lists the shared lists that are wanted, with their campaigns in this channel
   * @param before the channel's account
   * @param searches the searches by Google's rules, to see whether a phrase does what a broad
   *     negative does; null if there are none, and then only single words do
   */
  public static Fitted fit(
      Channel channel,
      List<Negative> wanted,
      List<SharedList> lists,
      Account before,
      @Nullable SearchIndex searches) {
    var fit = new ChannelFit(channel, before, lists, searches);
    wanted.forEach(fit::add);
    return new Fitted(
        channel, fit.negatives, fit.room.used(), fit.there, fit.unfit, List.copyOf(fit.notes));
  }

  /** The same for two negatives that a channel takes for one. */
  public static Negative identity(Negative negative) {
    String words = String.join(" ", ChannelWords.of(negative.channel(), negative.text()));
    return negative.as(words, negative.match());
  }

  private void add(Negative wanted) {
    String text = ChannelText.of(channel, wanted.text());
    Optional<MatchType> match = match(wanted, text);
    if (match.isEmpty()) {
      return;
    }
    var negative =
        new Negative(
            channel, wanted.list(), wanted.campaign(), wanted.adGroup(), text, match.get());
    Optional<String> objection = objection(negative);
    if (objection.isPresent()) {
      unfit.add(new Unfit(wanted, objection.get()));
    } else if (negative.list() == null) {
      place(wanted, negative);
    } else if (limits.hasLists()) {
      placeInList(wanted, negative, negative.list());
    } else {
      placeInCampaigns(wanted, negative, negative.list());
    }
  }

  private Optional<MatchType> match(Negative wanted, String text) {
    if (limits.matches().contains(wanted.match())) {
      return Optional.of(wanted.match());
    }
    if (ChannelWords.of(channel, text).size() <= 1) {
      return Optional.of(MatchType.PHRASE);
    }
    if (searches == null) {
      unfit.add(
          new Unfit(
              wanted,
              "%s has no broad negatives, and a phrase would fix the order of the words of %s."
                  .formatted(channel.spoken(), wanted.written())));
      return Optional.empty();
    }
    int[] broad = searches.blockedBy(wanted.text(), MatchType.BROAD);
    int[] phrase = searches.blockedBy(wanted.text(), MatchType.PHRASE);
    if (Arrays.equals(broad, phrase)) {
      notes.add(
          "%s has no broad negatives: %s is a phrase there, which keeps away the same searches."
              .formatted(channel.spoken(), wanted.written()));
      return Optional.of(MatchType.PHRASE);
    }
    unfit.add(
        new Unfit(
            wanted,
            "%s has no broad negatives, and as a phrase %s would miss %s of %s searches."
                .formatted(
                    channel.spoken(),
                    wanted.written(),
                    number(broad.length - phrase.length),
                    number(broad.length))));
    return Optional.empty();
  }

  private Optional<String> objection(Negative negative) {
    List<String> words = ChannelWords.of(channel, negative.text());
    if (words.isEmpty()) {
      return Optional.of(
          "%s compares no sign of %s with searches.".formatted(channel.spoken(), shown(negative)));
    }
    int characters = negative.text().codePointCount(0, negative.text().length());
    if (characters > limits.characters()) {
      return Optional.of(
          "%s has %s characters, and %s takes %s at most."
              .formatted(
                  shown(negative),
                  number(characters),
                  channel.spoken(),
                  number(limits.characters())));
    }
    int blanks = negative.text().split(" ").length;
    int most = limits.words(negative.match());
    return blanks <= most
        ? Optional.empty()
        : Optional.of(
            "%s has %s words, and %s takes %s at most."
                .formatted(shown(negative), number(blanks), channel.spoken(), number(most)));
  }

  /** Long texts are cut: a sentence must stay one. */
  private static String shown(Negative negative) {
    String text = negative.text();
    int end = Math.min(text.length(), 120);
    if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    return negative
        .as(end < text.length() ? text.substring(0, end) + '…' : text, negative.match())
        .written();
  }

  private void placeInList(Negative wanted, Negative negative, String list) {
    for (String part : room.family(list)) {
      if (standing.contains(identity(inList(negative, part)))) {
        there++;
        return;
      }
    }
    Optional<String> place = room.take(list);
    if (place.isEmpty()) {
      unfit.add(
          new Unfit(
              wanted,
              "%s finds no room: %s has %s shared lists of %s negatives at most."
                  .formatted(
                      shown(negative),
                      channel.spoken(),
                      number(limits.lists()),
                      number(limits.perList()))));
      return;
    }
    if (!place.get().equals(list)) {
      notes.add(
          "The list %s is full with %s negatives and goes on in %s."
              .formatted(list, number(limits.perList()), place.get()));
    }
    Negative placed = inList(negative, place.get());
    standing.add(identity(placed));
    negatives.add(placed);
  }

  private Negative inList(Negative negative, String list) {
    return Negative.inList(channel, list, negative.text(), negative.match());
  }

  private void placeInCampaigns(Negative wanted, Negative negative, String list) {
    List<String> campaigns = room.list(list).campaigns();
    if (campaigns.isEmpty()) {
      unfit.add(
          new Unfit(
              wanted,
              "%s has no shared lists, and no campaign is named that %s could stand in."
                  .formatted(channel.spoken(), shown(negative))));
      return;
    }
    notes.add(
        "%s has no shared lists: what %s holds stands in each of its campaigns."
            .formatted(channel.spoken(), list));
    for (String campaign : campaigns) {
      place(wanted, Negative.inCampaign(channel, campaign, negative.text(), negative.match()));
    }
  }

  private void place(Negative wanted, Negative negative) {
    if (!standing.add(identity(negative))) {
      there++;
      return;
    }
    int most = negative.adGroup() == null ? limits.perCampaign() : limits.perAdGroup();
    if (sizes.getOrDefault(key(negative), 0) >= most) {
      standing.remove(identity(negative));
      unfit.add(
          new Unfit(
              wanted,
              "%s finds no room in %s: %s takes %s negatives there at most."
                  .formatted(
                      shown(negative),
                      String.join(" / ", key(negative)),
                      channel.spoken(),
                      number(most))));
      return;
    }
    count(negative);
    negatives.add(negative);
  }

  private void count(Negative negative) {
    if (negative.list() == null) {
      sizes.merge(key(negative), 1, Integer::sum);
    }
  }

  private static List<String> key(Negative negative) {
    String campaign = String.valueOf(negative.campaign());
    return negative.adGroup() == null ? List.of(campaign) : List.of(campaign, negative.adGroup());
  }

  private static String number(int value) {
    return String.format(Locale.ROOT, "%,d", value);
  }
}
