package io.liftwerk.scoring.evaluation;

import io.liftwerk.scoring.ModelEvaluation;
import io.liftwerk.scoring.ModelEvaluation.CalibrationBin;
import io.liftwerk.scoring.ModelEvaluation.Decile;
import io.liftwerk.scoring.ModelEvaluation.Point;
import java.util.ArrayList;
import java.util.List;

/**
 * What a ranking and its probabilities are worth. Definitions are those of scikit-learn where it
 * has one; ties are always treated as ties, so no figure depends on the order of the rows.
 */
public final class Metrics {
  private static final int TENTHS = 10;
  private static final int ROC_POINTS = 200;

  private Metrics() {}

  /** Area under the ROC curve: chance that a yes outranks a no, ties counted half. */
  public static double auc(Curve curve) {
    double pairs = 0;
    for (int i = 0; i < curve.steps(); i++) {
      double yes = curve.yes(i) - curve.yes(i - 1);
      double no = curve.no(i) - curve.no(i - 1);
      pairs += yes * (curve.allNo() - curve.no(i) + no / 2);
    }
    return pairs / ((double) curve.allYes() * curve.allNo());
  }

  public static double auc(double[] scores, boolean[] yes) {
    return auc(Curve.of(scores, yes));
  }

  /** Sum over the distinct thresholds of (step in recall × precision). */
  public static double averagePrecision(Curve curve) {
    double sum = 0;
    for (int i = 0; i < curve.steps(); i++) {
      double precision = curve.yes(i) / (double) (curve.yes(i) + curve.no(i));
      sum += (curve.yes(i) - curve.yes(i - 1)) * precision;
    }
    return sum / curve.allYes();
  }

  /** Largest difference of the true and false positive rates over the thresholds. */
  public static double kolmogorovSmirnov(Curve curve) {
    double largest = 0;
    for (int i = 0; i < curve.steps(); i++) {
      largest = Math.max(largest, Math.abs(truePositives(curve, i) - falsePositives(curve, i)));
    }
    return largest;
  }

  /** Mean negative log-likelihood, natural logarithm; probabilities kept off 0 and 1 by 2⁻⁵². */
  public static double logLoss(double[] scores, boolean[] yes) {
    double epsilon = Math.ulp(1.0);
    double sum = 0;
    for (int i = 0; i < scores.length; i++) {
      double p = Math.clamp(scores[i], epsilon, 1 - epsilon);
      sum -= yes[i] ? Math.log(p) : Math.log1p(-p);
    }
    return sum / scores.length;
  }

  /** Mean squared error of the probability. */
  public static double brier(double[] scores, boolean[] yes) {
    double sum = 0;
    for (int i = 0; i < scores.length; i++) {
      double error = scores[i] - (yes[i] ? 1 : 0);
      sum += error * error;
    }
    return sum / scores.length;
  }

  /** Share of yes among the best 10 % (rounded up to whole rows) over the share among all. */
  public static double lift10(Curve curve) {
    double top = Math.ceil(curve.rows() / 10.0);
    return curve.yesAmong(top) / top / (curve.allYes() / (double) curve.rows());
  }

  /**
   * Expected calibration error: distance of mean prediction and observed share over ten bins of
   * equal width {@code (0, .1], …}, weighted by rows.
   */
  public static double calibrationError(double[] scores, boolean[] yes) {
    var predicted = new double[TENTHS];
    var observed = new double[TENTHS];
    for (int i = 0; i < scores.length; i++) {
      int bin = bin(scores[i]);
      predicted[bin] += scores[i];
      observed[bin] += yes[i] ? 1 : 0;
    }
    double sum = 0;
    for (int bin = 0; bin < TENTHS; bin++) {
      sum += Math.abs(predicted[bin] - observed[bin]);
    }
    return sum / scores.length;
  }

  /** Largest distance of mean prediction and observed share over the same bins. */
  public static double largestCalibrationError(double[] scores, boolean[] yes) {
    var predicted = new double[TENTHS];
    var observed = new double[TENTHS];
    var rows = new int[TENTHS];
    for (int i = 0; i < scores.length; i++) {
      int bin = bin(scores[i]);
      predicted[bin] += scores[i];
      observed[bin] += yes[i] ? 1 : 0;
      rows[bin]++;
    }
    double largest = 0;
    for (int bin = 0; bin < TENTHS; bin++) {
      if (rows[bin] > 0) {
        largest = Math.max(largest, Math.abs(predicted[bin] - observed[bin]) / rows[bin]);
      }
    }
    return largest;
  }

  private static int bin(double score) {
    return Math.clamp((int) Math.ceil(score * TENTHS) - 1, 0, TENTHS - 1);
  }

  /**
   * Area under the curve of precision over recall by trapezoids, from precision 1 at recall 0; more
   * optimistic than {@link #averagePrecision}.
   */
  public static double precisionRecallArea(Curve curve) {
    double area = 0;
    double before = 1;
    for (int i = 0; i < curve.steps(); i++) {
      double precision = curve.yes(i) / (double) (curve.yes(i) + curve.no(i));
      area += (curve.yes(i) - curve.yes(i - 1)) * (before + precision) / 2;
      before = precision;
    }
    return area / curve.allYes();
  }

  /** What calling everybody at or above a threshold a yes gets right and wrong. */
  public static Confusion confusion(double[] scores, boolean[] yes, double threshold) {
    long hits = 0;
    long alarms = 0;
    long misses = 0;
    long rest = 0;
    for (int i = 0; i < scores.length; i++) {
      boolean called = scores[i] >= threshold;
      hits += called && yes[i] ? 1 : 0;
      alarms += called && !yes[i] ? 1 : 0;
      misses += !called && yes[i] ? 1 : 0;
      rest += !called && !yes[i] ? 1 : 0;
    }
    return new Confusion(hits, alarms, misses, rest);
  }

  /**
   * Tenths of the rows by falling score, cut at {@code ⌊i·n/10⌋}. Equal scores at a cut count by
   * their share in gain and lift; the whole numbers of yes are the rounded steps of the same sum,
   * so they add up.
   */
  public static List<Decile> deciles(Curve curve) {
    var deciles = new ArrayList<Decile>();
    double base = curve.allYes() / (double) curve.rows();
    long from = 0;
    double yesBefore = 0;
    for (int i = 1; i <= TENTHS; i++) {
      long to = i * curve.rows() / TENTHS;
      double yes = curve.yesAmong(to);
      if (to > from) {
        deciles.add(
            new Decile(
                i,
                to - from,
                Math.round(yes) - Math.round(yesBefore),
                (yes - yesBefore) / (to - from) / base,
                yes / curve.allYes()));
      }
      from = to;
      yesBefore = yes;
    }
    return deciles;
  }

  /** Mean prediction against observed share by tenths of the rows, lowest predictions first. */
  public static List<CalibrationBin> calibration(Curve curve) {
    var bins = new ArrayList<CalibrationBin>();
    long to = curve.rows();
    for (int i = TENTHS - 1; i >= 0; i--) {
      long from = i * curve.rows() / TENTHS;
      if (to > from) {
        double rows = to - from;
        bins.add(
            new CalibrationBin(
                (curve.scoreAmong(to) - curve.scoreAmong(from)) / rows,
                (curve.yesAmong(to) - curve.yesAmong(from)) / rows,
                to - from));
      }
      to = from;
    }
    return bins;
  }

  /** The ROC curve from (0, 0) to (1, 1), thinned to at most 200 points evenly over its length. */
  public static List<Point> roc(Curve curve) {
    var points = new ArrayList<Point>();
    points.add(new Point(0, 0));
    double spacing = 2.0 / (ROC_POINTS - 3);
    double last = 0;
    for (int i = 0; i < curve.steps() - 1; i++) {
      double length = falsePositives(curve, i) + truePositives(curve, i);
      if (length - last >= spacing || curve.steps() <= ROC_POINTS - 2) {
        points.add(new Point(falsePositives(curve, i), truePositives(curve, i)));
        last = length;
      }
    }
    points.add(new Point(1, 1));
    return points;
  }

  /** Precision over recall, thinned like the ROC curve, from recall 0 to 1. */
  public static List<Point> precisionRecall(Curve curve) {
    var points = new ArrayList<Point>();
    double spacing = 2.0 / (ROC_POINTS - 3);
    double x = -1;
    double y = 0;
    for (int i = 0; i < curve.steps(); i++) {
      double precision = curve.yes(i) / (double) (curve.yes(i) + curve.no(i));
      double recall = truePositives(curve, i);
      if (i == curve.steps() - 1 || Math.abs(recall - x) + Math.abs(precision - y) >= spacing) {
        if (points.size() < 2 * ROC_POINTS - 1 || i == curve.steps() - 1) {
          points.add(new Point(recall, precision));
          x = recall;
          y = precision;
        }
      }
    }
    return points;
  }

  public static ModelEvaluation evaluate(
      String name, double[] scores, boolean[] yes, double seconds) {
    Curve curve = Curve.of(scores, yes);
    DeLong.Interval interval = DeLong.interval(scores, yes);
    return new ModelEvaluation(
        name,
        auc(curve),
        interval.low(),
        interval.high(),
        averagePrecision(curve),
        logLoss(scores, yes),
        brier(scores, yes),
        kolmogorovSmirnov(curve),
        lift10(curve),
        deciles(curve),
        calibration(curve),
        roc(curve),
        seconds,
        details(scores, yes, curve));
  }

  private static ModelEvaluation.Details details(double[] scores, boolean[] yes, Curve curve) {
    Confusion half = confusion(scores, yes, 0.5);
    return new ModelEvaluation.Details(
        2 * auc(curve) - 1,
        precisionRecallArea(curve),
        calibrationError(scores, yes),
        largestCalibrationError(scores, yes),
        half.accuracy(),
        half.f1(),
        half.matthews(),
        precisionRecall(curve));
  }

  private static double truePositives(Curve curve, int i) {
    return curve.yes(i) / (double) curve.allYes();
  }

  private static double falsePositives(Curve curve, int i) {
    return curve.no(i) / (double) curve.allNo();
  }
}
