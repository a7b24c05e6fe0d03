package io.liftwerk.keywords.account;

import java.util.EnumSet;
import java.util.Set;

/**
 * What a channel allows negative keywords to be. Where no source gives a limit, {@link #NONE}
 * stands.
 *
 * <p>Sources: Microsoft, {@code guides/entity-hierarchy-limits} and the bulk records of its
 * documentation; Amazon, its limits as help.adlabs.app/en/articles/33 quotes them; Google, 80
 * characters and 10 words as its API says of {@code KeywordInfo.text}, lists of 5,000 and the
 * account's 20 lists, 10,000 in a campaign.
 *
 * @param matches the match types there are
 * @param characters of one text
 * @param phraseWords words of a phrase (or broad) negative
 * @param exactWords words of an exact negative
 * @param perList negatives in one shared list; 0 where there are no such lists
 * @param lists shared lists of an account; 0 where there are none
 * @param perCampaign negatives of one campaign, without those of its lists
 * @param perAdGroup negatives of one ad group
 */
public record Limits(
    Set<MatchType> matches,
    int characters,
    int phraseWords,
    int exactWords,
    int perList,
    int lists,
    int perCampaign,
    int perAdGroup) {

  /** No limit is documented. */
  public static final int NONE = Integer.MAX_VALUE;

  private static final Limits GOOGLE =
      new Limits(EnumSet.allOf(MatchType.class), 80, 10, 10, 5_000, 20, 10_000, NONE);
  private static final Limits MICROSOFT =
      new Limits(
          EnumSet.of(MatchType.PHRASE, MatchType.EXACT),
          100,
          NONE,
          NONE,
          5_000,
          20,
          20_000,
          20_000);
  private static final Limits AMAZON =
      new Limits(EnumSet.of(MatchType.PHRASE, MatchType.EXACT), 80, 4, 10, 0, 0, NONE, NONE);

  static Limits of(Channel channel) {
    return switch (channel) {
      case GOOGLE -> GOOGLE;
      case MICROSOFT -> MICROSOFT;
      case AMAZON -> AMAZON;
    };
  }

  /** The most words a text of this match type may have. */
  public int words(MatchType match) {
    return match == MatchType.EXACT ? exactWords : phraseWords;
  }

  public boolean hasLists() {
    return lists > 0;
  }
}
