package io.liftwerk.keywords.mapping;

import io.liftwerk.keywords.account.Channel;
import java.util.List;

/**
 * One term in several ad groups of one channel, which bid for the same searches.
 *
 * @param channel the channel
 * @param term the term in its most clicked spelling
 * @param places the ad groups, the one that should have the term first, then the most expensive
 * @param reason why it should be the first
 * @param outside what the others had together
 * @param outsideShare share of the cost they had, 0 to 1; of the clicks where nothing was spent
 */
public record Rivalry(
    Channel channel,
    String term,
    List<Place> places,
    Reason reason,
    Figures outside,
    double outsideShare) {

  public Rivalry {
    places = List.copyOf(places);
  }

  /**
   * An ad group, or a campaign without any.
   *
   * @param best the narrowest of its routes for the term
   * @param figures what the term brought there
   */
  public record Place(Route best, Figures figures) {}

  /** Why an ad group should have a term, strongest first. */
  public enum Reason {
    /** It alone bids on exactly this term, with an exact keyword. */
    EXACT_KEYWORD,
    /** Its keyword meets the term more narrowly: exact before phrase before broad before none. */
    NARROWER_MATCH,
    /** It had more conversions. */
    MORE_CONVERSIONS,
    /** It paid less for as many conversions. */
    LESS_COST,
    /** It had more clicks. */
    MORE_CLICKS,
    /** Nothing tells them apart; the first by name. */
    NONE
  }
}
