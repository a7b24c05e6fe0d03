package io.liftwerk.keywords.clusters;

import java.util.List;

/**
 * Search terms that are about the same.
 *
 * @param id of its content: the same members have the same id, in every run
 * @param name words that most members share, as they were typed, or the heaviest member; each name
 *     is given once
 * @param members the terms, heaviest first, then by their letters
 * @param weight sum of the members' weights
 * @param cohesion mean similarity of two members, 0 to 1
 */
public record Cluster(
    String id, String name, List<String> members, double weight, double cohesion) {

  public Cluster {
    members = List.copyOf(members);
  }
}
