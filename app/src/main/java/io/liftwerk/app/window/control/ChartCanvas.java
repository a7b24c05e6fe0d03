package io.liftwerk.app.window.control;

import java.awt.geom.Rectangle2D;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import org.jfree.chart.JFreeChart;
import org.jfree.fx.FXGraphics2D;

/** Draws a chart as large as it is given room, anew at every change of size. */
final class ChartCanvas extends Region {
  private final JFreeChart chart;
  private final Canvas canvas = new Canvas();

  ChartCanvas(JFreeChart chart) {
    this.chart = chart;
    getChildren().add(canvas);
  }

  @Override
  protected void layoutChildren() {
    double width = Math.floor(getWidth());
    double height = Math.floor(getHeight());
    if (width < 40 || height < 40 || (width == canvas.getWidth() && height == canvas.getHeight())) {
      return;
    }
    canvas.setWidth(width);
    canvas.setHeight(height);
    canvas.getGraphicsContext2D().clearRect(0, 0, width, height);
    chart.draw(
        new FXGraphics2D(canvas.getGraphicsContext2D()),
        new Rectangle2D.Double(0, 0, width, height));
  }
}
