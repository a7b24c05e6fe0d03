package io.liftwerk.app.window.control;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/** Lays its children out in as many equal columns as have room, each row as high as its highest. */
public final class Mosaic extends Pane {
  /** What a chart needs to be read. */
  private static final double NARROWEST = 330;

  private static final int MOST = 3;

  private final double gap;
  private final int expected;

  /**
   * @param expected how many children there will be, so that those that come first have their size
   */
  public Mosaic(double gap, int expected) {
    this.gap = gap;
    this.expected = expected;
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  private int columns(double width) {
    int fit = (int) Math.clamp((long) ((width + gap) / (NARROWEST + gap)), 1, MOST);
    int children = Math.max(expected, getManagedChildren().size());
    // four in three columns would leave one alone
    return children == 4 && fit == 3 ? 2 : Math.max(1, Math.min(fit, children));
  }

  @Override
  protected double computePrefWidth(double height) {
    return NARROWEST * 2 + gap;
  }

  @Override
  protected double computeMinWidth(double height) {
    return NARROWEST / 2;
  }

  @Override
  protected double computePrefHeight(double width) {
    double own = width < 0 ? getWidth() : width;
    List<Node> nodes = getManagedChildren();
    int columns = columns(own);
    double height = 0;
    for (int from = 0; from < nodes.size(); from += columns) {
      height += rowHeight(nodes, from, columns) + (from == 0 ? 0 : gap);
    }
    return height;
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  private static double rowHeight(List<Node> nodes, int from, int columns) {
    return nodes.subList(from, Math.min(nodes.size(), from + columns)).stream()
        .mapToDouble(node -> node.prefHeight(-1))
        .max()
        .orElse(0);
  }

  @Override
  protected void layoutChildren() {
    List<Node> nodes = getManagedChildren();
    int columns = columns(getWidth());
    double width = Math.floor((getWidth() - gap * (columns - 1)) / columns);
    double y = 0;
    for (int from = 0; from < nodes.size(); from += columns) {
      double height = rowHeight(nodes, from, columns);
      for (int i = from; i < Math.min(nodes.size(), from + columns); i++) {
        nodes.get(i).resizeRelocate((i - from) * (width + gap), y, width, height);
      }
      y += height + gap;
    }
  }
}
