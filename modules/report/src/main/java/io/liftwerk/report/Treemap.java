package io.liftwerk.report;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/**
 * Divides a rectangle into smaller ones as large as given sizes and as square as can be: the
 * squarified treemap of Bruls, Huizing and van Wijk (2000).
 */
final class Treemap {
  private final List<Rectangle2D> places = new ArrayList<>();
  private double x;
  private double y;
  private double width;
  private double height;

  private Treemap(Rectangle2D whole) {
    x = whole.getX();
    y = whole.getY();
    width = whole.getWidth();
    height = whole.getHeight();
  }

  /**
   * The places of the sizes, in their order.
   *
   * @param sizes above 0, the largest first
   */
  static List<Rectangle2D> of(List<Double> sizes, Rectangle2D whole) {
    double sum = sizes.stream().mapToDouble(size -> size).sum();
    if (sizes.isEmpty() || !(sum > 0) || whole.isEmpty()) {
      return List.of();
    }
    double unit = whole.getWidth() * whole.getHeight() / sum;
    var map = new Treemap(whole);
    var row = new ArrayList<Double>();
    for (double size : sizes) {
      double area = size * unit;
      var longer = new ArrayList<>(row);
      longer.add(area);
      if (!row.isEmpty() && worst(longer, map.side()) > worst(row, map.side())) {
        map.lay(row);
        row.clear();
      }
      row.add(area);
    }
    map.lay(row);
    return map.places;
  }

  /** The side along which the next row is laid. */
  private double side() {
    return Math.min(width, height);
  }

  /** The least square rectangle of a row, as its longer side by its shorter. */
  private static double worst(List<Double> row, double side) {
    double sum = 0;
    double least = Double.POSITIVE_INFINITY;
    double most = 0;
    for (double area : row) {
      sum += area;
      least = Math.min(least, area);
      most = Math.max(most, area);
    }
    double across = sum / side;
    return Math.max(most / (across * across), across * across / least);
  }

  private void lay(List<Double> row) {
    double sum = row.stream().mapToDouble(area -> area).sum();
    boolean upright = width >= height;
    double across = sum / side();
    double along = upright ? y : x;
    for (double area : row) {
      double length = area / across;
      places.add(
          upright
              ? new Rectangle2D.Double(x, along, across, length)
              : new Rectangle2D.Double(along, y, length, across));
      along += length;
    }
    if (upright) {
      x += across;
      width -= across;
    } else {
      y += across;
      height -= across;
    }
  }
}
