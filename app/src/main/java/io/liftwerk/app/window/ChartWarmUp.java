package io.liftwerk.app.window;

import io.liftwerk.report.Axis;
import io.liftwerk.report.ChartTheme;
import io.liftwerk.report.Figure;
import io.liftwerk.report.FigureExport;
import io.liftwerk.report.Layer;
import java.util.List;
import java.util.Locale;

/**
 * Draws a small chart nobody sees, beside the screen: loading the chart library and its fonts takes
 * a third of a second, which the first page with charts would otherwise stand still for.
 */
final class ChartWarmUp {
  private ChartWarmUp() {}

  static boolean run() {
    var axis = new Axis("x", 0, 1, 0.5, Axis.Scale.SHARE);
    var line =
        new Layer.Line(
            "warm", List.of(new Layer.Point(0, 0), new Layer.Point(1, 1)), Layer.Tone.FIRST, true);
    var figure = new Figure("warm-up", "warm", "up", axis, axis, List.of(line), Locale.ENGLISH);
    return FigureExport.image(figure, ChartTheme.LIGHT, 200, 120, 1).getWidth() > 0;
  }
}
