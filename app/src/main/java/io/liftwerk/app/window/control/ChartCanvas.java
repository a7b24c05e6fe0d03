package io.liftwerk.app.window.control;

import java.awt.geom.Rectangle2D;
import javafx.geometry.Bounds;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.entity.ChartEntity;
import org.jfree.fx.FXGraphics2D;
import org.jspecify.annotations.Nullable;

/**
 * Draws a chart as large as it is given room, anew at every change of size; one that is scrolled
 * out of sight waits until it is seen, so that a page of many charts follows the window's edge.
 */
final class ChartCanvas extends Region {
  private final JFreeChart chart;
  private final @Nullable ChartRenderingInfo places;
  private final Tooltip tip = new Tooltip();
  private final Canvas canvas = new Canvas();
  private final Unfolding drawing = new Unfolding(this, this::draw);
  private boolean outdated;

  /**
   * @param told whether what the mouse rests on tells what it is
   */
  ChartCanvas(JFreeChart chart, boolean told) {
    this.chart = chart;
    this.places = told ? new ChartRenderingInfo() : null;
    if (told) {
      tip.setShowDelay(Duration.millis(150));
      setOnMouseMoved(this::tell);
      setOnMouseExited(event -> Tooltip.uninstall(this, tip));
    }
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
          new Rectangle2D.Double(0, 0, width, height),
          places);
    }
    return false;
  }

  private void tell(MouseEvent event) {
    ChartEntity found =
        places == null ? null : places.getEntityCollection().getEntity(event.getX(), event.getY());
    String text = found == null ? null : found.getToolTipText();
    if (text == null) {
      Tooltip.uninstall(this, tip);
    } else if (!text.equals(tip.getText()) || !tip.isActivated()) {
      tip.setText(text);
      Tooltip.install(this, tip);
    }
  }
}
