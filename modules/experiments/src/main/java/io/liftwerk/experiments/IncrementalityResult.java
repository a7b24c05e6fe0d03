package io.liftwerk.experiments;

import java.time.LocalDate;
import java.util.List;

/**
 * What something brought that was not assigned by chance. Weaker than an experiment: whatever else
 * happened to the treated units on those days counts as its effect.
 *
 * @param table table, qualified
 * @param treated units where something was done
 * @param controls number of the others
 * @param start first day on which it was done
 * @param daysBefore days looked at before it
 * @param daysAfter days since
 * @param differences difference in differences
 * @param synthetic synthetic control
 * @param placeboBefore difference in differences of a day in the middle of the time before, on
 *     which nothing happened; far from 0, the units do not run in parallel
 * @param series the treated units together, day by day
 * @param verdict one sentence
 */
public record IncrementalityResult(
    String table,
    List<String> treated,
    int controls,
    LocalDate start,
    int daysBefore,
    int daysAfter,
    Estimate differences,
    Estimate synthetic,
    Estimate placeboBefore,
    List<Weight> weights,
    List<Day> series,
    String verdict) {

  public IncrementalityResult {
    treated = List.copyOf(treated);
    weights = List.copyOf(weights);
    series = List.copyOf(series);
  }

  /**
   * An effect per treated unit and day.
   *
   * @param effect in the figure's unit
   * @param lift as a share of what was to be expected
   * @param p share of the units, the treated among them, in which as much seems to have happened
   */
  public record Estimate(double effect, double lift, double p) {}

  /** A unit's part in the synthetic control. */
  public record Weight(String unit, double weight) {}

  /** Mean of the treated units on a day, and what the synthetic control would have. */
  public record Day(LocalDate day, double actual, double expected) {}
}
