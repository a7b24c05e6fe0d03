package io.liftwerk.keywords.editors;

import io.liftwerk.keywords.account.Account;
import io.liftwerk.keywords.account.Channel;
import io.liftwerk.keywords.account.LiveKeyword;
import io.liftwerk.keywords.account.Negative;
import io.liftwerk.keywords.account.SharedList;
import io.liftwerk.keywords.matching.ChannelWords;
import io.liftwerk.keywords.negatives.ChannelFit;
import io.liftwerk.keywords.negatives.ChannelText;
import io.liftwerk.keywords.negatives.Fitted;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is new to an account.
 *
 * @param channel whose account
 * @param negatives new negatives
 * @param keywords new keywords
 * @param lists shared lists that are to be made
 * @param links campaigns that are to be linked with a list, be it new or not
 */
public record Changes(
    Channel channel,
    List<Negative> negatives,
    List<LiveKeyword> keywords,
    List<SharedList> lists,
    List<Link> links) {

  /**
   * A list in a campaign.
   *
   * @param list the list; its campaigns do not matter here
   * @param campaign the campaign; empty for the whole account
   */
  public record Link(SharedList list, String campaign) {}

  public Changes {
    negatives = List.copyOf(negatives);
    keywords = List.copyOf(keywords);
    lists = List.copyOf(lists);
    links = List.copyOf(links);
  }

  /**
   * What of {@code fitted} and of the new keywords the account does not have. Of a list that is
   * there, but whose campaigns nobody told us, the links are left as they are: to take them back
   * could take away what was there before.
   */
  public static Changes of(Fitted fitted, List<LiveKeyword> keywords, Account before) {
    Channel channel = fitted.channel();
    Set<Negative> standing =
        before.negatives().stream().map(ChannelFit::identity).collect(Collectors.toSet());
    var negatives = new ArrayList<Negative>();
    for (Negative negative : fitted.negatives()) {
      if (negative.channel() == channel && standing.add(ChannelFit.identity(negative))) {
        negatives.add(negative);
      }
    }
    Set<LiveKeyword> bid =
        before.keywords().stream().map(Changes::identity).collect(Collectors.toSet());
    var added = new ArrayList<LiveKeyword>();
    for (LiveKeyword keyword : keywords) {
      LiveKeyword own = written(keyword);
      if (keyword.channel() == channel && !own.text().isEmpty() && bid.add(identity(own))) {
        added.add(own);
      }
    }
    var lists = new ArrayList<SharedList>();
    var links = new ArrayList<Link>();
    fitted.lists().forEach(list -> link(list, before, lists, links));
    return new Changes(channel, negatives, added, lists, links);
  }

  private static LiveKeyword written(LiveKeyword keyword) {
    return new LiveKeyword(
        keyword.channel(),
        keyword.campaign(),
        keyword.adGroup(),
        ChannelText.of(keyword.channel(), keyword.text()),
        keyword.match());
  }

  private static LiveKeyword identity(LiveKeyword keyword) {
    return new LiveKeyword(
        keyword.channel(),
        keyword.campaign(),
        keyword.adGroup(),
        String.join(" ", ChannelWords.of(keyword.channel(), keyword.text())),
        keyword.match());
  }

  private static void link(
      SharedList list, Account before, List<SharedList> lists, List<Link> links) {
    List<SharedList> known =
        before.lists().stream()
            .filter(one -> one.channel() == list.channel() && one.name().equals(list.name()))
            .toList();
    boolean holds =
        before.negatives().stream()
            .anyMatch(one -> one.channel() == list.channel() && list.name().equals(one.list()));
    if (known.isEmpty() && holds) {
      return;
    }
    if (known.isEmpty()) {
      lists.add(list);
    }
    if (known.stream().anyMatch(SharedList::wholeAccount)) {
      return;
    }
    if (list.wholeAccount() && list.channel() == Channel.MICROSOFT) {
      links.add(new Link(list, ""));
      return;
    }
    var linked = new HashSet<String>();
    known.forEach(one -> linked.addAll(one.campaigns()));
    for (String campaign : list.campaigns()) {
      if (linked.add(campaign)) {
        links.add(new Link(list, campaign));
      }
    }
  }

  public boolean isEmpty() {
    return negatives.isEmpty() && keywords.isEmpty() && lists.isEmpty() && links.isEmpty();
  }

  /** Whether {@code list} is one that is to be made. */
  boolean makes(String list) {
    return lists.stream().anyMatch(one -> one.name().equals(list));
  }
}
