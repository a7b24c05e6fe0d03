package io.liftwerk.keywords.account;

import java.util.List;

/**
 * A list of negatives that several campaigns share.
 *
 * @param channel whose account
 * @param name its name in the account
 * @param campaigns the campaigns it is linked with
 * @param wholeAccount whether it holds in every campaign, also those to come; only Microsoft has
 *     lists that are linked with the account itself
 */
public record SharedList(
    Channel channel, String name, List<String> campaigns, boolean wholeAccount) {

  public SharedList {
    campaigns = List.copyOf(campaigns);
  }

  /** One linked with campaigns. */
  public SharedList(Channel channel, String name, List<String> campaigns) {
    this(channel, name, campaigns, false);
  }
}
