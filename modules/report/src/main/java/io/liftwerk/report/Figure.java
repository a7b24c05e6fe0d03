package io.liftwerk.report;

import java.util.List;
import java.util.Locale;
import org.jfree.chart.JFreeChart;

/**
 * A chart before it is painted.
 *
 * @param name stem of file names, lower case
 * @param title the finding, one sentence
 * @param subtitle what is drawn, of which rows
 * @param x horizontal axis
 * @param y vertical axis
 * @param layers drawn in this order
 * @param locale how numbers are written
 */
public record Figure(
    String name, String title, String subtitle, Axis x, Axis y, List<Layer> layers, Locale locale) {

  /** Whether names stand below each other and what is drawn goes to the right. */
  boolean isLying() {
    return x.scale() == Axis.Scale.NAMES;
  }

  /** Whether areas fill the picture and there are no axes. */
  public boolean isMap() {
    return !layers.isEmpty() && layers.getFirst() instanceof Layer.Areas;
  }

  /** A fresh chart of this figure. It belongs to the caller. */
  public JFreeChart chart(ChartTheme theme) {
    return new FigurePainter(this, theme).paint();
  }
}
