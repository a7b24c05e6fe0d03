package io.liftwerk.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Where the name of a level line stands: on it or below it, at the place along it where the least
 * else is drawn; at the right end where that is as good as any.
 *
 * @param x where the name begins
 * @param above whether it stands on the line
 */
record LabelPlace(double x, boolean above) {

  /** Shares of the figure's width: a letter of the name, and the way to the next place tried. */
  private static final double LETTER = 0.021;

  private static final double STEP = 0.05;

  /** A line of text, as a share of the figure's height. */
  private static final double HEIGHT = 0.08;

  private static final int SAMPLES = 8;

  private record Box(double left, double right, double low, double high) {
    boolean holds(double x, double y) {
      return x >= left && x <= right && y >= low && y <= high;
    }

    boolean meets(double from, double to, double bottom, double top) {
      return to >= left && from <= right && top >= low && bottom <= high;
    }
  }

  static LabelPlace of(Figure figure, String name, double level) {
    double width = Math.min(0.6, name.length() * LETTER) * figure.x().width();
    double height = HEIGHT * figure.y().width();
    LabelPlace best = null;
    double least = Double.POSITIVE_INFINITY;
    for (boolean above : new boolean[] {true, false}) {
      double low = above ? level : level - height;
      if (low < figure.y().low() || low + height > figure.y().high()) {
        continue;
      }
      for (double left : lefts(figure, width)) {
        double taken = taken(figure, new Box(left, left + width, low, low + height));
        if (taken < least) {
          least = taken;
          best = new LabelPlace(left, above);
        }
      }
    }
    return best == null ? new LabelPlace(figure.x().high() - width, true) : best;
  }

  /** The right end, the left one, and from there to the right. */
  private static List<Double> lefts(Figure figure, double width) {
    double first = figure.x().low() + 0.012 * figure.x().width();
    double last = figure.x().high() - width;
    var lefts = new ArrayList<Double>(List.of(last));
    for (double left = first; left < last; left += STEP * figure.x().width()) {
      lefts.add(left);
    }
    return lefts;
  }

  /** How much of what is drawn crosses {@code box}. */
  private static double taken(Figure figure, Box box) {
    double taken = 0;
    for (Layer layer : figure.layers()) {
      taken +=
          switch (layer) {
            case Layer.Line line -> crossing(line.points(), box);
            case Layer.Bars bars ->
                bars.points().stream()
                    .filter(
                        bar ->
                            box.meets(
                                bar.x() - bars.width() / 2,
                                bar.x() + bars.width() / 2,
                                Math.min(0, bar.y()),
                                Math.max(0, bar.y())))
                    .count();
            case Layer.Intervals intervals ->
                intervals.intervals().stream()
                    .filter(one -> box.meets(one.x(), one.x(), one.low(), one.high()))
                    .count();
            default -> 0;
          };
    }
    return taken;
  }

  /** The share of the box's width in which the line runs through it. */
  private static double crossing(List<Layer.Point> line, Box box) {
    int crossed = 0;
    for (int i = 0; i <= SAMPLES; i++) {
      double x = box.left() + (box.right() - box.left()) * i / SAMPLES;
      double y = at(line, x);
      if (box.holds(x, y)) {
        crossed++;
      }
    }
    return crossed / (SAMPLES + 1.0);
  }

  private static double at(List<Layer.Point> line, double x) {
    for (int i = 1; i < line.size(); i++) {
      Layer.Point from = line.get(i - 1);
      Layer.Point to = line.get(i);
      if (x >= from.x() && x <= to.x() && to.x() > from.x()) {
        return from.y() + (to.y() - from.y()) * (x - from.x()) / (to.x() - from.x());
      }
    }
    return Double.NaN;
  }
}
