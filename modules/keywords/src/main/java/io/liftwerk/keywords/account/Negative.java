package io.liftwerk.keywords.account;

import org.jspecify.annotations.Nullable;

/**
 * A word or phrase an account no longer wants to be found by.
 *
 * @param channel whose account
 * @param list shared list it stands in; null for one of a campaign or ad group
 * @param campaign campaign it holds in; null in a shared list
 * @param adGroup ad group it holds in; null when it holds in the whole campaign or list
 * @param text its words, without the signs of its match type
 * @param match how it keeps searches away
 */
public record Negative(
    Channel channel,
    @Nullable String list,
    @Nullable String campaign,
    @Nullable String adGroup,
    String text,
    MatchType match) {

  /** One of a shared list. */
  public static Negative inList(Channel channel, String list, String text, MatchType match) {
    return new Negative(channel, list, null, null, text, match);
  }

  /** One of a campaign. */
  public static Negative inCampaign(
      Channel channel, String campaign, String text, MatchType match) {
    return new Negative(channel, null, campaign, null, text, match);
  }

  /** One of an ad group. */
  public static Negative inAdGroup(
      Channel channel, String campaign, String adGroup, String text, MatchType match) {
    return new Negative(channel, null, campaign, adGroup, text, match);
  }

  public Level level() {
    if (list != null) {
      return Level.LIST;
    }
    return adGroup == null ? Level.CAMPAIGN : Level.AD_GROUP;
  }

  /** The same negative, said with other words or another match type. */
  public Negative as(String otherText, MatchType otherMatch) {
    return new Negative(channel, list, campaign, adGroup, otherText, otherMatch);
  }

  /** With the signs of its match type: {@code -[buy]}, {@code -"buy"}, {@code -buy}. */
  public String written() {
    return Notation.negative(text, match);
  }
}
