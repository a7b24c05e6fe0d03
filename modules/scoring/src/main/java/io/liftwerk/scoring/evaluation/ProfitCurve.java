package io.liftwerk.scoring.evaluation;

import java.util.ArrayList;
import java.util.List;

/**
 * What contacting the best rows of a ranking earns: wins times their value less contacts times
 * their cost. Equal scores are contacted together or by their share, so no order among them counts.
 */
public final class ProfitCurve {
  private static final int POINTS = 100;

  private final Curve curve;
  private final double value;
  private final double cost;

  /**
   * @param value of a win
   * @param cost of a contact, in the same currency
   */
  public ProfitCurve(double[] scores, boolean[] yes, double value, double cost) {
    this.curve = Curve.of(scores, yes);
    this.value = value;
    this.cost = cost;
  }

  /**
   * @param contacted share of the rows, 0 to 1
   * @param perThousand profit per 1,000 rows
   */
  public record Point(double contacted, double perThousand) {}

  /** Profit per 1,000 rows of contacting this share of them, best first. */
  public double at(double share) {
    double contacts = share * curve.rows();
    return 1000 * (value * curve.yesAmong(contacts) - cost * contacts) / curve.rows();
  }

  /**
   * The lowest score worth a contact: where the profit is highest with at most this share
   * contacted; infinite where nobody is worth it.
   */
  public double threshold(double most) {
    double best = 0;
    double threshold = Double.POSITIVE_INFINITY;
    for (int i = 0; i < curve.steps(); i++) {
      long contacts = curve.yes(i) + curve.no(i);
      if (contacts > most * curve.rows()) {
        break;
      }
      double profit = value * curve.yes(i) - cost * contacts;
      if (profit > best) {
        best = profit;
        threshold = curve.score(i);
      }
    }
    return threshold;
  }

  /** Share of the rows at or above a score. */
  public double share(double threshold) {
    long contacts = 0;
    for (int i = 0; i < curve.steps() && curve.score(i) >= threshold; i++) {
      contacts = curve.yes(i) + curve.no(i);
    }
    return contacts / (double) curve.rows();
  }

  /** From nobody to everybody. */
  public List<Point> points() {
    var points = new ArrayList<Point>();
    for (int i = 0; i <= POINTS; i++) {
      double share = i / (double) POINTS;
      points.add(new Point(share, at(share)));
    }
    return points;
  }
}
