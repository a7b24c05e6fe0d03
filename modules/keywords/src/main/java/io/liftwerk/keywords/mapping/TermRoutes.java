package io.liftwerk.keywords.mapping;

import io.liftwerk.keywords.account.Channel;
import java.util.List;

/**
 * All ways that one term takes in one channel.
 *
 * @param channel the channel
 * @param term the term in its most clicked spelling
 * @param routes most expensive first, then most clicked, then by name
 * @param figures their sum
 */
public record TermRoutes(Channel channel, String term, List<Route> routes, Figures figures) {

  public TermRoutes {
    routes = List.copyOf(routes);
  }
}
