package io.liftwerk.report;

import java.util.List;

/** Something drawn on a figure. Coordinates are in the units of the axes. */
public sealed interface Layer {

  /** Name of the series, as the reader sees it. */
  String name();

  /** The numbers drawn. */
  List<Point> points();

  /** A pair of numbers. */
  record Point(double x, double y) {}

  /** Which colour of the theme: meaning, not paint. */
  enum Tone {
    FIRST,
    SECOND,
    THIRD
  }

  /**
   * A curve.
   *
   * @param dots whether each point is marked
   */
  record Line(String name, List<Point> points, Tone tone, boolean dots) implements Layer {}

  /** Upright bars, each with its value written on top; {@code width} in units of the x axis. */
  record Bars(String name, List<Point> points, Tone tone, double width) implements Layer {}

  /**
   * What luck alone would give: a thin dashed line through two points, with its name written on it.
   */
  record Baseline(String name, List<Point> points) implements Layer {}

  /** One point that the title speaks of, with {@code name} written beside it. */
  record Mark(String name, Point at) implements Layer {
    @Override
    public List<Point> points() {
      return List.of(at);
    }
  }
}
