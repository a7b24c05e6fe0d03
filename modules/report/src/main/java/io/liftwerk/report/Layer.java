package io.liftwerk.report;

import java.util.ArrayList;
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
    THIRD,
    FOURTH,
    /** What the others are seen before: neither good nor bad. */
    QUIET
  }

  /**
   * A curve.
   *
   * @param dots whether each point is marked
   */
  record Line(String name, List<Point> points, Tone tone, boolean dots) implements Layer {}

  /**
   * Bars, each with its value written at its end; {@code width} in units of the x axis. They lie
   * where that is an axis of names, else they stand.
   */
  record Bars(String name, List<Point> points, Tone tone, double width) implements Layer {}

  /**
   * Areas of one meaning on a map that has no axes, each as large as what it stands for. Points
   * give its place on the axis of names, and its size above 0.
   */
  record Areas(String name, List<Point> points, Tone tone) implements Layer {}

  /**
   * How sure a curve is: the room between two others.
   *
   * @param low lower edge
   * @param high upper edge, at the same places
   */
  record Band(String name, List<Point> low, List<Point> high, Tone tone) implements Layer {
    @Override
    public List<Point> points() {
      var both = new ArrayList<>(low);
      both.addAll(high);
      return both;
    }
  }

  /** Dots, each with the interval it may lie in. */
  record Intervals(String name, List<Interval> intervals, Tone tone) implements Layer {
    @Override
    public List<Point> points() {
      return intervals.stream().map(each -> new Point(each.x(), each.y())).toList();
    }
  }

  /** A value and the interval it may lie in. */
  record Interval(double x, double y, double low, double high) {}

  /**
   * What luck alone would give, or where something begins: a thin dashed line through two points,
   * with its name written on it.
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
