package io.liftwerk.app.window.control;

import java.awt.geom.Rectangle2D;
import javafx.geometry.Bounds;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import org.jfree.chart.JFreeChart;
import org.jfree.fx.FXGraphics2D;

/**
 * Draws a chart as large as it is given room, anew at every change of size; one that is scrolled
 * out of sight waits until it is seen, so that a page of many charts follows the window's edge.
 */
final class ChartCanvas extends Region {
  private final JFreeChart chart;
  private final Canvas canvas = new Canvas();
  private final Unfolding drawing = new Unfolding(this, this::draw);
  private boolean outdated;

  ChartCanvas(JFreeChart chart) {
    this.chart = chart;
    getChildren().add(canvas);
    localToSceneTransformProperty().subscribe(place -> drawIfSeen());
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
    outdated = true;
    drawIfSeen();
  }

  private void drawIfSeen() {
    if (outdated && isSeen()) {
      drawing.start();
    }
  }

  private boolean isSeen() {
    Scene scene = getScene();
    if (scene == null) {
      return false;
    }
    Bounds place = localToScene(getLayoutBounds());
    return place.getMaxY() > 0 && place.getMinY() < scene.getHeight();
  }

  private boolean draw() {
    if (outdated) {
      outdated = false;
      double width = canvas.getWidth();
      double height = canvas.getHeight();
      canvas.getGraphicsContext2D().clearRect(0, 0, width, height);
      chart.draw(
          new FXGraphics2D(canvas.getGraphicsContext2D()),
          new Rectangle2D.Double(0, 0, width, height));
    }
    return false;
  }
}
