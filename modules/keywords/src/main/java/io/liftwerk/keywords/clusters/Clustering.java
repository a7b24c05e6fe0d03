package io.liftwerk.keywords.clusters;

import java.util.List;
import java.util.Map;

/**
 * What became of a report's terms. Every different text stands in exactly one of the three.
 *
 * @param clusters heaviest first
 * @param alone terms that are like no other, heaviest first
 * @param aside terms that were not compared, with the reason
 */
public record Clustering(
    List<Cluster> clusters, List<String> alone, Map<Aside, List<String>> aside) {

  public Clustering {
    clusters = List.copyOf(clusters);
    alone = List.copyOf(alone);
    aside = Map.copyOf(aside);
  }
}
