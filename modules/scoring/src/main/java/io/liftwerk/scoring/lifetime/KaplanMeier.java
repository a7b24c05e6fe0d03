package io.liftwerk.scoring.lifetime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How many are still there after which time, when some were only seen for a while (Kaplan and
 * Meier, JASA 53, 1958); standard errors by Greenwood's formula.
 */
public final class KaplanMeier {
  /** Two-sided 95 %. */
  static final double Z = 1.959963984540054;

  /**
   * @param time a time at which somebody left
   * @param atRisk who was there until then
   * @param events who left then
   * @param survival share still there afterwards
   * @param standardError of that share
   * @param low 95 % interval, on the logarithm of the share, as R's survfit has it
   * @param high its upper end, at most 1
   */
  public record Step(
      double time,
      long atRisk,
      long events,
      double survival,
      double standardError,
      double low,
      double high) {}

  private final List<Step> steps;
  private final double longest;

  private KaplanMeier(List<Step> steps, double longest) {
    this.steps = steps;
    this.longest = longest;
  }

  /**
   * @param time how long each was there, 0 or more
   * @param event whether it left then, or was only no longer looked at
   */
  public static KaplanMeier of(double[] time, boolean[] event) {
    Integer[] order = ascending(time);
    var steps = new ArrayList<Step>();
    double survival = 1;
    double greenwood = 0;
    for (int i = 0; i < order.length; ) {
      double now = time[order[i]];
      long atRisk = order.length - i;
      long events = 0;
      for (; i < order.length && time[order[i]] == now; i++) {
        events += event[order[i]] ? 1 : 0;
      }
      if (events > 0) {
        survival *= 1 - (double) events / atRisk;
        greenwood += events / ((double) atRisk * (atRisk - events));
        double error = survival * Math.sqrt(greenwood);
        double spread = Math.exp(Z * Math.sqrt(greenwood));
        steps.add(
            survival > 0
                ? new Step(
                    now,
                    atRisk,
                    events,
                    survival,
                    error,
                    survival / spread,
                    Math.min(1, survival * spread))
                : new Step(now, atRisk, events, 0, 0, 0, 0));
      }
    }
    return new KaplanMeier(
        List.copyOf(steps), time.length == 0 ? 0 : time[order[order.length - 1]]);
  }

  static Integer[] ascending(double[] time) {
    var order = new Integer[time.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (i, j) -> Double.compare(time[i], time[j]));
    return order;
  }

  /** One step for each time at which somebody left. */
  public List<Step> steps() {
    return steps;
  }

  /** The longest that anybody was seen. */
  public double longest() {
    return longest;
  }

  /** Share still there after {@code time}. */
  public double survival(double time) {
    double survival = 1;
    for (Step step : steps) {
      if (step.time() > time) {
        break;
      }
      survival = step.survival();
    }
    return survival;
  }

  /** The time after which half or fewer are there; NaN when more than half stayed throughout. */
  public double median() {
    for (Step step : steps) {
      // R's tolerance: a half that rounding made a little more is a half
      if (step.survival() <= 0.5 + 1e-12) {
        return step.time();
      }
    }
    return Double.NaN;
  }

  /** Mean time there, of the first {@code until} (restricted mean survival time). */
  public double mean(double until) {
    double area = 0;
    double from = 0;
    double survival = 1;
    for (Step step : steps) {
      if (step.time() >= until) {
        break;
      }
      area += survival * (step.time() - from);
      from = step.time();
      survival = step.survival();
    }
    return area + survival * (until - from);
  }
}
