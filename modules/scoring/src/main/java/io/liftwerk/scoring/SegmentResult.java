package io.liftwerk.scoring;

import io.liftwerk.warehouse.ActivationCoverage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A segment as it was saved: how many it holds, what they are worth, and whom consent covers.
 *
 * @param name of the segment
 * @param table with its members
 * @param of table they were taken from
 * @param scored the table that had been scored; null where {@code of} is no ranking
 * @param scoredBy run that had ranked or valued them; null likewise
 * @param by what they are ranked by
 * @param eligible records that fulfil the rules, from among which the best were taken
 * @param members records taken
 * @param least score or value of the last member; null without members
 * @param successes how many successes are expected of the members, the sum of their probabilities;
 *     null where they are not ranked by one
 * @param successesAtRandom the same of as many taken at random from the eligible
 * @param worth expected value after the cost of contacts, in {@code currency}; null when it is not
 *     known what a success is worth
 * @param worthAtRandom the same of as many taken at random
 * @param currency of the values; null where it is not known
 * @param withoutPerson members whom no source names as a person, so that nothing is known of their
 *     consent
 * @param coverage whom of the members consent covers for activation; null before a build judged it
 * @param joined members that an earlier version of the segment did not have; null when there is
 *     none
 * @param left members of an earlier version that are gone; null likewise
 * @param notes what a user should know besides
 */
public record SegmentResult(
    String name,
    String table,
    String of,
    @Nullable String scored,
    @Nullable String scoredBy,
    String by,
    long eligible,
    long members,
    @Nullable Double least,
    @Nullable Double successes,
    @Nullable Double successesAtRandom,
    @Nullable Double worth,
    @Nullable Double worthAtRandom,
    @Nullable String currency,
    long withoutPerson,
    @Nullable ActivationCoverage coverage,
    @Nullable Long joined,
    @Nullable Long left,
    List<String> notes) {

  public SegmentResult {
    notes = List.copyOf(notes);
  }
}
