package io.liftwerk.app.window;

import io.liftwerk.report.Axis;
import io.liftwerk.report.ChartTheme;
import io.liftwerk.report.Figure;
import io.liftwerk.report.FigureExport;
import io.liftwerk.report.Layer;
import io.liftwerk.scoring.LeadScoringResult;
import io.liftwerk.workspace.Json;
import java.util.List;
import java.util.Locale;

/**
 * What the first page with a result would otherwise stand still for, done once beside the screen:
 * loading the chart library and its fonts, by drawing a small chart nobody sees, takes a third of a
 * second; taking the result record apart to see how it is read takes a tenth.
 */
final class WarmUp {
  private WarmUp() {}

  static boolean run() {
    Json.mapper().readerFor(LeadScoringResult.class);
    var axis = new Axis("x", 0, 1, 0.5, Axis.Scale.SHARE);
    var line =
        new Layer.Line(
            "warm", List.of(new Layer.Point(0, 0), new Layer.Point(1, 1)), Layer.Tone.FIRST, true);
    var figure = new Figure("warm-up", "warm", "up", axis, axis, List.of(line), Locale.ENGLISH);
    return FigureExport.image(figure, ChartTheme.LIGHT, 200, 120, 1).getWidth() > 0;
  }
}
