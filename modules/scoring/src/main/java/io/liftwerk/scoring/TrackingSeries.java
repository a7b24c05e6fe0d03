package io.liftwerk.scoring;

import io.liftwerk.scoring.LifetimeValueResult.TrackingPoint;
import io.liftwerk.scoring.lifetime.PurchaseModel;
import io.liftwerk.scoring.lifetime.Tracking;
import io.liftwerk.workspace.JobContext;
import java.util.ArrayList;
import java.util.List;

/** Repeat purchases added up over the calendar, as they were and as a model expected them. */
final class TrackingSeries {
  private static final int POINTS = 104;

  private TrackingSeries() {}

  /**
   * @param calibration last unit the model has seen
   * @param until last unit there is
   */
  static List<TrackingPoint> of(
      JobContext context, PurchaseModel model, Calendar calendar, long calibration, long until)
      throws Exception {
    record Births(long unit, long customers) {}
    List<Births> births =
        Query.list(
            context,
            "SELECT first, count(*) FROM "
                + CustomerBase.SUMMARY
                + " GROUP BY first ORDER BY first",
            row -> new Births(row.getLong(1), row.getLong(2)));
    long start = births.getFirst().unit();
    var repeats = new double[(int) (until - start + 1)];
    Query.each(
        context,
        """
        SELECT p.unit, count(*) FROM %s p JOIN %s s USING (customer) WHERE p.unit > s.first
        GROUP BY p.unit ORDER BY p.unit
        """
            .formatted(CustomerBase.PURCHASES, CustomerBase.SUMMARY),
        row -> repeats[(int) (row.getLong(1) - start)] = row.getDouble(2));
    var tracking =
        new Tracking(
            births.stream().mapToDouble(b -> b.unit() - start).toArray(),
            births.stream().mapToDouble(Births::customers).toArray());
    int step = calendar == Calendar.DAY ? 7 : 1;
    while (repeats.length / step > POINTS) {
      step *= 2;
    }
    var points = new ArrayList<TrackingPoint>();
    double sum = 0;
    for (int t = 1; t < repeats.length; t++) {
      sum += repeats[t];
      if (t % step == 0 || t == repeats.length - 1) {
        points.add(
            new TrackingPoint(
                calendar.lastDay(start + t),
                sum,
                tracking.expected(model, t),
                start + t > calibration));
      }
    }
    return List.copyOf(points);
  }
}
