package io.liftwerk.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.text.NumberFormat;
import java.util.List;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.labels.StandardXYToolTipGenerator;
import org.jfree.chart.renderer.xy.AbstractXYItemRenderer;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYBarDataset;
import org.jfree.data.xy.XYDataset;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;

/** Turns each layer of a figure into what JFreeChart draws. */
final class LayerPainter {
  static final BasicStroke THIN = new BasicStroke(1f);

  private static final BasicStroke CURVE =
      new BasicStroke(2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
  private static final BasicStroke DASHED =
      new BasicStroke(
          1.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1f, new float[] {5f, 4f}, 0f);

  /** Height of a line of text, as a share of the picture. */
  private static final double TEXT = 0.09;

  private final Figure figure;
  private final ChartTheme theme;

  LayerPainter(Figure figure, ChartTheme theme) {
    this.figure = figure;
    this.theme = theme;
  }

  XYDataset dataset(Layer layer) {
    return switch (layer) {
      case Layer.Band band -> {
        var series = new YIntervalSeries(band.name(), false, true);
        for (int i = 0; i < band.low().size(); i++) {
          Layer.Point low = band.low().get(i);
          double high = band.high().get(i).y();
          series.add(low.x(), (low.y() + high) / 2, low.y(), high);
        }
        var all = new YIntervalSeriesCollection();
        all.addSeries(series);
        yield all;
      }
      case Layer.Intervals several -> {
        var dots = series(several.name(), several.points());
        var whiskers = new XYSeries(several.name() + " ", false, true);
        for (Layer.Interval each : several.intervals()) {
          whiskers.add(each.x(), each.low());
          whiskers.add(each.x(), each.high());
          whiskers.add(each.x(), null); // a gap to the next
        }
        var all = new XYSeriesCollection(dots);
        all.addSeries(whiskers);
        yield all;
      }
      case Layer.Bars bars ->
          new XYBarDataset(
              new XYSeriesCollection(series(bars.name(), bars.points())), bars.width());
      default -> new XYSeriesCollection(series(layer.name(), layer.points()));
    };
  }

  private static XYSeries series(String name, List<Layer.Point> points) {
    var series = new XYSeries(name, false, true);
    points.forEach(point -> series.add(point.x(), point.y()));
    return series;
  }

  AbstractXYItemRenderer renderer(Layer layer) {
    AbstractXYItemRenderer renderer =
        switch (layer) {
          case Layer.Line line -> curve(theme.of(line.tone()), CURVE, line.dots());
          case Layer.Bars bars -> bars(bars);
          case Layer.Band band -> band(band);
          case Layer.Intervals several -> intervals(several);
          case Layer.Baseline baseline -> baseline(baseline);
          case Layer.Mark mark -> mark(mark);
          case Layer.Areas areas ->
              throw new IllegalArgumentException(areas.name() + " belongs on a map, not on axes");
        };
    renderer.setDefaultToolTipGenerator(
        new StandardXYToolTipGenerator(
            layer.name() + ": {1} | {2}",
            AxisFormats.of(figure.x().scale(), figure.locale()),
            AxisFormats.of(figure.y().scale(), figure.locale())));
    return renderer;
  }

  private static XYLineAndShapeRenderer curve(Color colour, BasicStroke stroke, boolean dots) {
    var renderer = new XYLineAndShapeRenderer(true, dots);
    renderer.setSeriesPaint(0, colour);
    renderer.setSeriesStroke(0, stroke);
    renderer.setSeriesShape(0, new Ellipse2D.Double(-3, -3, 6, 6));
    return renderer;
  }

  private DeviationRenderer band(Layer.Band layer) {
    var renderer = new DeviationRenderer(false, false);
    renderer.setSeriesPaint(0, theme.of(layer.tone()));
    renderer.setSeriesFillPaint(0, theme.of(layer.tone()));
    renderer.setAlpha(0.16f);
    return renderer;
  }

  private XYLineAndShapeRenderer intervals(Layer.Intervals layer) {
    XYLineAndShapeRenderer renderer = curve(theme.of(layer.tone()), CURVE, true);
    renderer.setSeriesLinesVisible(0, false);
    renderer.setSeriesPaint(1, theme.of(layer.tone()));
    renderer.setSeriesStroke(1, CURVE);
    renderer.setSeriesShapesVisible(1, false);
    return renderer;
  }

  private XYBarRenderer bars(Layer.Bars layer) {
    var renderer = new XYBarRenderer(0.0);
    renderer.setBarPainter(new StandardXYBarPainter());
    renderer.setShadowVisible(false);
    renderer.setDrawBarOutline(false);
    renderer.setSeriesPaint(0, theme.of(layer.tone()));
    NumberFormat written = AxisFormats.of(figure.y().scale(), figure.locale());
    double gap = 0.015 * figure.y().width();
    for (Layer.Point point : layer.points()) {
      double at = figure.isLying() ? point.y() + gap : clear(point.y() + gap);
      var label = new XYTextAnnotation(written.format(point.y()), point.x(), at);
      label.setFont(theme.label());
      label.setPaint(theme.text());
      label.setTextAnchor(figure.isLying() ? TextAnchor.CENTER_LEFT : TextAnchor.BOTTOM_CENTER);
      renderer.addAnnotation(label);
    }
    return renderer;
  }

  /** The lowest place for a line of text from {@code y} up that no level baseline crosses. */
  private double clear(double y) {
    double height = TEXT * figure.y().width();
    double place = y;
    for (Layer layer : figure.layers()) {
      if (layer instanceof Layer.Baseline line) {
        double level = line.points().getFirst().y();
        if (line.points().getLast().y() == level && level > y - 1e-9 && level < y + height) {
          place = level + 0.01 * figure.y().width();
        }
      }
    }
    return place;
  }

  private XYLineAndShapeRenderer baseline(Layer.Baseline layer) {
    XYLineAndShapeRenderer renderer = curve(theme.muted(), DASHED, false);
    Layer.Point end = layer.points().getLast();
    boolean level = layer.points().getFirst().y() == end.y();
    boolean upright = layer.points().getFirst().x() == end.x();
    double gap = 0.02 * figure.y().width();
    XYTextAnnotation label;
    if (figure.isLying()) {
      // beside the line, on the side with more room
      boolean left = end.y() > figure.y().low() + 0.5 * figure.y().width();
      label =
          new XYTextAnnotation(
              layer.name(), figure.x().low(), end.y() + (left ? -gap / 2 : gap / 2));
      label.setTextAnchor(left ? TextAnchor.TOP_RIGHT : TextAnchor.TOP_LEFT);
    } else if (level) {
      LabelPlace place = LabelPlace.of(figure, layer.name(), end.y());
      label =
          new XYTextAnnotation(layer.name(), place.x(), end.y() + (place.above() ? gap : -gap / 2));
      label.setTextAnchor(place.above() ? TextAnchor.BOTTOM_LEFT : TextAnchor.TOP_LEFT);
    } else if (upright) {
      label =
          new XYTextAnnotation(
              layer.name(), end.x() + 0.012 * figure.x().width(), figure.y().high());
      label.setTextAnchor(TextAnchor.TOP_LEFT);
    } else {
      label =
          new XYTextAnnotation(
              "  " + layer.name(),
              end.x() - 0.38 * figure.x().width(),
              end.y() - 0.38 * figure.y().width() - gap);
      label.setTextAnchor(TextAnchor.TOP_LEFT);
    }
    label.setFont(theme.label());
    label.setPaint(theme.muted());
    renderer.addAnnotation(label);
    return renderer;
  }

  private XYLineAndShapeRenderer mark(Layer.Mark layer) {
    XYLineAndShapeRenderer renderer = curve(theme.text(), CURVE, true);
    renderer.setSeriesShape(0, new Ellipse2D.Double(-4, -4, 8, 8));
    boolean left = layer.at().x() > figure.x().low() + 0.62 * figure.x().width();
    double beside = 0.02 * figure.x().width();
    double down = 0.01 * figure.y().width();
    var label =
        new XYTextAnnotation(
            layer.name(), layer.at().x() + (left ? -beside : beside), layer.at().y() - down);
    label.setFont(theme.emphasis());
    label.setPaint(theme.text());
    label.setBackgroundPaint(theme.veil());
    label.setTextAnchor(left ? TextAnchor.TOP_RIGHT : TextAnchor.TOP_LEFT);
    renderer.addAnnotation(label);
    return renderer;
  }
}
