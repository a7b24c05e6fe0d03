package io.liftwerk.briefs;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a brief is asked for.
 *
 * @param topic free text; null to take the cluster's name
 * @param cluster name of a cluster of the last {@code keywords} run, whose searches then say what
 *     people ask and want; null for none
 * @param language {@code de} or {@code en}; null to go by the topic and the sources
 * @param audience for whom the text is; null to go by the sources
 * @param day on which claims must hold that have a last day; null for the rails' own, which would
 *     make a later run differ
 */
public record BriefRequest(
    @Nullable String topic,
    @Nullable String cluster,
    @Nullable String language,
    @Nullable String audience,
    @Nullable LocalDate day) {

  /** A brief on a topic, all else by the sources. */
  public static BriefRequest on(String topic) {
    return new BriefRequest(topic, null, null, null, null);
  }
}
