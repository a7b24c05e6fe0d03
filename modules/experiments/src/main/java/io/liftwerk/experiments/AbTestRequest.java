package io.liftwerk.experiments;

import io.liftwerk.workspace.JobCatalog;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which arms to compare by what.
 *
 * @param table a row per person, or several that are added up when there is a person column
 * @param arm column that says which arm a person was in
 * @param control its value for those who got nothing new
 * @param metrics {@code COL:kind}, {@code NUM/DEN:ratio}; kinds are proportion, mean, revenue,
 *     ratio, median, p1 to p99; {@code :less} behind where less is better
 * @param covariate column known before the treatment that takes chance out of the outcome: {@code
 *     COL}, or {@code COL:before}, {@code COL:after}, {@code COL:2026-03-31} to say of when it is
 * @param start first day of the treatment, to judge the covariate's day by
 * @param person column that identifies a person; null to find it by its name
 * @param strata column whose groups are compared within (post-stratification)
 * @param cluster column whose groups were assigned to arms as a whole
 * @param date column with the day a person came in
 * @param shares {@code ARM=share} as they were planned, or the control's alone as a fraction, the
 *     rest being the others'; empty for equal ones
 * @param alpha chance of a false alarm that is accepted
 * @param looks how often one may look: {@code once}, {@code any}, or a group-sequential plan {@code
 *     obrien-fleming}, {@code pocock}, {@code power}
 * @param planned persons planned in all; needed for group-sequential looks
 * @param minimum smallest lift worth knowing of, 0.05 for 5 %
 * @param correction for several comparisons: {@code holm}, {@code bonferroni}, {@code sidak},
 *     {@code holm-sidak}, {@code hochberg}, {@code hommel}, {@code bh}, {@code by}
 * @param plan id of the registered plan this belongs to
 */
public record AbTestRequest(
    String table,
    String arm,
    String control,
    List<String> metrics,
    @Nullable String covariate,
    @Nullable LocalDate start,
    @Nullable String person,
    @Nullable String strata,
    @Nullable String cluster,
    @Nullable String date,
    List<String> shares,
    double alpha,
    String looks,
    @Nullable Long planned,
    @Nullable Double minimum,
    String correction,
    @Nullable String plan)
    implements JobCatalog.OnTable<AbTestRequest> {

  /** Compares arms of {@code table} in one look at 5 %, with Holm's correction. */
  public static AbTestRequest of(String table, String arm, String control, List<String> metrics) {
    return new AbTestRequest(
        table, arm, control, metrics, null, null, null, null, null, null, List.of(), 0.05, "once",
        null, null, "holm", null);
  }

  @Override
  public AbTestRequest onTable(String other) {
    return new AbTestRequest(
        other,
        arm,
        control,
        metrics,
        covariate,
        start,
        person,
        strata,
        cluster,
        date,
        shares,
        alpha,
        looks,
        planned,
        minimum,
        correction,
        plan);
  }
}
