package io.liftwerk.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.text.NumberFormat;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.labels.StandardXYToolTipGenerator;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.AbstractXYItemRenderer;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYBarDataset;
import org.jfree.data.xy.XYDataset;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Turns one figure into one JFreeChart. */
final class FigurePainter {
  private static final BasicStroke THIN = new BasicStroke(1f);
  private static final BasicStroke CURVE =
      new BasicStroke(2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
  private static final BasicStroke DASHED =
      new BasicStroke(
          1.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1f, new float[] {5f, 4f}, 0f);

  private final Figure figure;
  private final ChartTheme theme;

  FigurePainter(Figure figure, ChartTheme theme) {
    this.figure = figure;
    this.theme = theme;
  }

  JFreeChart paint() {
    var plot = new XYPlot(null, axis(figure.x()), axis(figure.y()), null);
    plot.setBackgroundPaint(theme.background());
    plot.setOutlineVisible(false);
    plot.setDomainGridlinesVisible(false);
    plot.setRangeGridlinePaint(theme.grid());
    plot.setRangeGridlineStroke(THIN);
    plot.setRangeZeroBaselineVisible(false);
    plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
    int index = 0;
    for (Layer layer : figure.layers()) {
      plot.setDataset(index, dataset(layer));
      plot.setRenderer(index, renderer(layer));
      index++;
    }
    keys(plot);
    var chart = new JFreeChart(null, null, plot, false);
    chart.setBackgroundPaint(theme.background());
    chart.setPadding(new RectangleInsets(8, 10, 6, 14));
    chart.setTitle(title(figure.title(), theme.title(), theme.text(), 2));
    chart.addSubtitle(title(figure.subtitle(), theme.label(), theme.muted(), 8));
    chart.setAntiAlias(true);
    chart.setTextAntiAlias(true);
    return chart;
  }

  private static TextTitle title(String text, java.awt.Font font, Color colour, double below) {
    var title = new TextTitle(text, font);
    title.setPaint(colour);
    title.setHorizontalAlignment(HorizontalAlignment.LEFT);
    title.setTextAlignment(HorizontalAlignment.LEFT);
    title.setMargin(0, 0, below, 0);
    title.setMaximumLinesToDisplay(2);
    return title;
  }

  private NumberAxis axis(Axis from) {
    NumberAxis axis =
        from.scale() == Axis.Scale.DAY
            ? new DayAxis(from.label(), figure.locale())
            : new NumberAxis(from.label());
    // a little more, so that rounding does not lose the last tick
    axis.setRange(from.low(), from.high() + 1e-9 * (from.high() - from.low()));
    axis.setTickUnit(new NumberTickUnit(from.step()));
    axis.setNumberFormatOverride(format(from.scale()));
    axis.setLabelFont(theme.label());
    axis.setTickLabelFont(theme.label());
    axis.setLabelPaint(theme.muted());
    axis.setTickLabelPaint(theme.muted());
    axis.setAxisLinePaint(theme.grid());
    axis.setTickMarksVisible(false);
    return axis;
  }

  private NumberFormat format(Axis.Scale scale) {
    return switch (scale) {
      case COUNT -> {
        NumberFormat whole = NumberFormat.getIntegerInstance(figure.locale());
        yield whole;
      }
      case DECIMAL -> {
        NumberFormat decimal = NumberFormat.getNumberInstance(figure.locale());
        decimal.setMinimumFractionDigits(1);
        decimal.setMaximumFractionDigits(1);
        yield decimal;
      }
      case SHARE -> ReportTexts.percent(figure.locale());
      case DAY -> new DayFormat(figure.locale());
    };
  }

  private static XYDataset dataset(Layer layer) {
    var series = new XYSeries(layer.name(), false, true);
    layer.points().forEach(point -> series.add(point.x(), point.y()));
    var all = new XYSeriesCollection(series);
    return layer instanceof Layer.Bars bars ? new XYBarDataset(all, bars.width()) : all;
  }

  private AbstractXYItemRenderer renderer(Layer layer) {
    AbstractXYItemRenderer renderer =
        switch (layer) {
          case Layer.Line line -> curve(theme.of(line.tone()), CURVE, line.dots());
          case Layer.Bars bars -> bars(bars);
          case Layer.Baseline baseline -> baseline(baseline);
          case Layer.Mark mark -> mark(mark);
        };
    renderer.setDefaultToolTipGenerator(
        new StandardXYToolTipGenerator(
            layer.name() + ": {1} | {2}", format(figure.x().scale()), format(figure.y().scale())));
    return renderer;
  }

  private static XYLineAndShapeRenderer curve(Color colour, BasicStroke stroke, boolean dots) {
    var renderer = new XYLineAndShapeRenderer(true, dots);
    renderer.setSeriesPaint(0, colour);
    renderer.setSeriesStroke(0, stroke);
    renderer.setSeriesShape(0, new Ellipse2D.Double(-3, -3, 6, 6));
    return renderer;
  }

  private XYBarRenderer bars(Layer.Bars layer) {
    var renderer = new XYBarRenderer(0.0);
    renderer.setBarPainter(new StandardXYBarPainter());
    renderer.setShadowVisible(false);
    renderer.setDrawBarOutline(false);
    renderer.setSeriesPaint(0, theme.of(layer.tone()));
    NumberFormat written = format(figure.y().scale());
    double gap = 0.015 * (figure.y().high() - figure.y().low());
    for (Layer.Point point : layer.points()) {
      var label = new XYTextAnnotation(written.format(point.y()), point.x(), point.y() + gap);
      label.setFont(theme.label());
      label.setPaint(theme.text());
      label.setTextAnchor(TextAnchor.BOTTOM_CENTER);
      renderer.addAnnotation(label);
    }
    return renderer;
  }

  private XYLineAndShapeRenderer baseline(Layer.Baseline layer) {
    XYLineAndShapeRenderer renderer = curve(theme.muted(), DASHED, false);
    Layer.Point end = layer.points().getLast();
    boolean level = layer.points().getFirst().y() == end.y();
    double back = level ? 0 : 0.38 * (figure.x().high() - figure.x().low());
    double rise = level ? 0 : 0.38 * (figure.y().high() - figure.y().low());
    double gap = 0.02 * (figure.y().high() - figure.y().low());
    var label =
        new XYTextAnnotation(
            level ? layer.name() : "  " + layer.name(),
            end.x() - back,
            end.y() - rise + (level ? gap : -gap));
    label.setFont(theme.label());
    label.setPaint(theme.muted());
    label.setTextAnchor(level ? TextAnchor.BOTTOM_RIGHT : TextAnchor.TOP_LEFT);
    renderer.addAnnotation(label);
    return renderer;
  }

  private XYLineAndShapeRenderer mark(Layer.Mark layer) {
    XYLineAndShapeRenderer renderer = curve(theme.text(), CURVE, true);
    renderer.setSeriesShape(0, new Ellipse2D.Double(-4, -4, 8, 8));
    double right = 0.02 * (figure.x().high() - figure.x().low());
    double down = 0.01 * (figure.y().high() - figure.y().low());
    var label = new XYTextAnnotation(layer.name(), layer.at().x() + right, layer.at().y() - down);
    label.setFont(theme.emphasis());
    label.setPaint(theme.text());
    label.setTextAnchor(TextAnchor.TOP_LEFT);
    renderer.addAnnotation(label);
    return renderer;
  }

  /** Names of the curves in their own colours, stacked in the empty lower right corner. */
  private void keys(XYPlot plot) {
    List<Layer.Line> lines =
        figure.layers().stream()
            .filter(Layer.Line.class::isInstance)
            .map(Layer.Line.class::cast)
            .toList();
    double width = figure.x().high() - figure.x().low();
    double height = figure.y().high() - figure.y().low();
    for (int i = 0; i < lines.size(); i++) {
      double y = figure.y().low() + height * (0.03 + 0.085 * (lines.size() - 1 - i));
      var label = new XYTextAnnotation(lines.get(i).name(), figure.x().high() - 0.01 * width, y);
      label.setFont(theme.emphasis());
      label.setPaint(theme.of(lines.get(i).tone()));
      label.setTextAnchor(TextAnchor.BOTTOM_RIGHT);
      plot.addAnnotation(label);
    }
  }
}
