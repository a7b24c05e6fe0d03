package io.liftwerk.report;

import java.awt.Color;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;

/** Turns one figure into one JFreeChart. */
final class FigurePainter {
  private final Figure figure;
  private final ChartTheme theme;

  FigurePainter(Figure figure, ChartTheme theme) {
    this.figure = figure;
    this.theme = theme;
  }

  JFreeChart paint() {
    Plot plot = figure.isMap() ? new TreemapPlot(figure, theme) : plot();
    var chart = new JFreeChart(null, null, plot, false);
    chart.setBackgroundPaint(theme.background());
    chart.setPadding(new RectangleInsets(8, 10, 6, 14));
    chart.setTitle(title(figure.title(), theme.title(), theme.text(), 2));
    chart.addSubtitle(title(figure.subtitle(), theme.label(), theme.muted(), 8));
    chart.setAntiAlias(true);
    chart.setTextAntiAlias(true);
    return chart;
  }

  private XYPlot plot() {
    var plot = new XYPlot(null, axis(figure.x()), axis(figure.y()), null);
    plot.setBackgroundPaint(theme.background());
    plot.setOutlineVisible(false);
    plot.setDomainGridlinesVisible(false);
    plot.setRangeGridlinePaint(theme.grid());
    plot.setRangeGridlineStroke(LayerPainter.THIN);
    plot.setRangeZeroBaselineVisible(false);
    plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
    if (figure.isLying()) {
      plot.setOrientation(PlotOrientation.HORIZONTAL);
    }
    var layers = new LayerPainter(figure, theme);
    int index = 0;
    for (Layer layer : figure.layers()) {
      plot.setDataset(index, layers.dataset(layer));
      plot.setRenderer(index, layers.renderer(layer));
      index++;
    }
    keys(plot);
    return plot;
  }

  private static TextTitle title(String text, java.awt.Font font, Color colour, double below) {
    var title = new TextTitle(text, font);
    title.setPaint(colour);
    title.setHorizontalAlignment(HorizontalAlignment.LEFT);
    title.setTextAlignment(HorizontalAlignment.LEFT);
    title.setMargin(0, 0, below, 0);
    title.setMaximumLinesToDisplay(3);
    return title;
  }

  private NumberAxis axis(Axis from) {
    NumberAxis axis =
        switch (from.scale()) {
          case DAY -> new DayAxis(from.label(), figure.locale());
          case NAMES -> names(from);
          default -> new NumberAxis(from.label());
        };
    // a little more, so that rounding does not lose the last tick
    axis.setRange(from.low(), from.high() + 1e-9 * from.width());
    axis.setTickUnit(new NumberTickUnit(from.step()));
    if (from.scale() != Axis.Scale.NAMES) {
      axis.setNumberFormatOverride(AxisFormats.of(from, figure.locale()));
    }
    axis.setLabelFont(theme.label());
    axis.setTickLabelFont(theme.label());
    axis.setLabelPaint(theme.muted());
    axis.setTickLabelPaint(theme.muted());
    axis.setAxisLinePaint(theme.grid());
    axis.setTickMarksVisible(false);
    return axis;
  }

  private SymbolAxis names(Axis from) {
    var axis = new SymbolAxis(from.label(), from.shortened());
    axis.setGridBandsVisible(false);
    axis.setInverted(true);
    return axis;
  }

  /** Names of the curves in their own colours, stacked in the corner with the fewest of them. */
  private void keys(XYPlot plot) {
    List<Keys.Key> keys = Keys.of(figure);
    if (keys.isEmpty()) {
      return;
    }
    Keys.Corner corner = Keys.corner(figure, keys);
    for (int i = 0; i < keys.size(); i++) {
      Layer.Point place = Keys.place(figure, corner, i, keys.size());
      var label = new XYTextAnnotation(keys.get(i).name(), place.x(), place.y());
      label.setFont(theme.emphasis());
      label.setPaint(theme.of(keys.get(i).tone()));
      label.setBackgroundPaint(theme.veil());
      label.setTextAnchor(corner.right() ? TextAnchor.CENTER_RIGHT : TextAnchor.CENTER_LEFT);
      plot.addAnnotation(label);
    }
  }
}
