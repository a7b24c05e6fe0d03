package io.liftwerk.report;

import java.util.ArrayList;
import java.util.List;

/** The names of what is drawn, and the corner of the picture where they cover least of it. */
final class Keys {
  private static final double LINE = 0.085;
  private static final double WIDTH = 0.38;
  private static final int STEPS = 24;

  private Keys() {}

  /** A name in its colour. */
  record Key(String name, Layer.Tone tone) {}

  /** A corner of the picture; the one named first is taken where several are as empty. */
  enum Corner {
    LOWER_RIGHT(true, false),
    UPPER_RIGHT(true, true),
    LOWER_LEFT(false, false),
    UPPER_LEFT(false, true);

    private final boolean right;
    private final boolean upper;

    Corner(boolean right, boolean upper) {
      this.right = right;
      this.upper = upper;
    }

    boolean right() {
      return right;
    }
  }

  /** Curves have their names; bars and dots when there are several kinds. */
  static List<Key> of(Figure figure) {
    long bars = figure.layers().stream().filter(Layer.Bars.class::isInstance).count();
    long dots = figure.layers().stream().filter(Layer.Intervals.class::isInstance).count();
    var keys = new ArrayList<Key>();
    for (Layer layer : figure.layers()) {
      switch (layer) {
        case Layer.Line line -> keys.add(new Key(line.name(), line.tone()));
        case Layer.Intervals some when dots > 1 -> keys.add(new Key(some.name(), some.tone()));
        case Layer.Bars some when bars > 1 -> keys.add(new Key(some.name(), some.tone()));
        default -> {}
      }
    }
    keys.removeIf(key -> key.name().isEmpty());
    return keys;
  }

  static Corner corner(Figure figure, List<Key> keys) {
    Corner best = Corner.LOWER_RIGHT;
    double fewest = Double.POSITIVE_INFINITY;
    for (Corner corner : Corner.values()) {
      double covered = covered(figure, corner, 0.05 + LINE * keys.size());
      if (covered < fewest) {
        best = corner;
        fewest = covered;
      }
    }
    return best;
  }

  /** How much of what is drawn lies in a corner of that height. */
  private static double covered(Figure figure, Corner corner, double height) {
    double covered = 0;
    for (Layer layer : figure.layers()) {
      List<Layer.Point> points = layer.points();
      boolean bars = layer instanceof Layer.Bars;
      for (int i = 0; i < points.size(); i++) {
        Layer.Point from = bars ? new Layer.Point(points.get(i).x(), 0) : points.get(i);
        Layer.Point to = bars ? points.get(i) : points.get(Math.min(i + 1, points.size() - 1));
        for (int step = 0; step <= STEPS; step++) {
          double part = step / (double) STEPS;
          if (inside(
              figure,
              corner,
              height,
              from.x() + part * (to.x() - from.x()),
              from.y() + part * (to.y() - from.y()))) {
            // what luck would give may be crossed by a name rather than a curve
            covered += layer instanceof Layer.Baseline ? 0.5 : 1;
          }
        }
      }
    }
    return covered;
  }

  private static boolean inside(Figure figure, Corner corner, double height, double x, double y) {
    double across = (x - figure.x().low()) / figure.x().width();
    double up = (y - figure.y().low()) / figure.y().width();
    if (figure.isLying()) {
      double along = up;
      up = 1 - across;
      across = along;
    }
    boolean beside = corner.right ? across > 1 - WIDTH : across < WIDTH;
    return beside && (corner.upper ? up > 1 - height : up < height);
  }

  /** Where the middle of the {@code i}th of {@code many} names stands, the first on top. */
  static Layer.Point place(Figure figure, Corner corner, int i, int many) {
    double across = corner.right ? 0.99 : 0.015;
    double up = corner.upper ? 1 - 0.03 - LINE * (i + 0.5) : 0.02 + LINE * (many - 1 - i + 0.5);
    Axis x = figure.x();
    Axis y = figure.y();
    return figure.isLying()
        ? new Layer.Point(x.low() + (1 - up) * x.width(), y.low() + across * y.width())
        : new Layer.Point(x.low() + across * x.width(), y.low() + up * y.width());
  }
}
