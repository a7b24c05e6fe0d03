package io.liftwerk.report;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jfree.chart.entity.ChartEntity;
import org.jfree.chart.entity.EntityCollection;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.PlotState;
import org.jspecify.annotations.Nullable;

/**
 * A map of areas, the largest first, each with its name and what it stands for where there is room;
 * all of them tell it when the mouse rests on them.
 */
final class TreemapPlot extends Plot {
  private static final double GAP = 1.5;
  private static final double INSET = 6;
  private static final double LINE = 14;
  private static final int SHORTEST = 3;

  private final transient List<Tile> tiles = new ArrayList<>();
  private final transient ChartTheme theme;

  /** An area with what is written on it. */
  private record Tile(String name, String value, String meaning, double size, Color paint) {
    String whole() {
      return name + ": " + value + " · " + meaning;
    }
  }

  TreemapPlot(Figure figure, ChartTheme theme) {
    this.theme = theme;
    NumberFormat written = AxisFormats.of(figure.y().scale(), figure.locale());
    for (Layer layer : figure.layers()) {
      if (layer instanceof Layer.Areas areas) {
        for (Layer.Point point : areas.points()) {
          tiles.add(
              new Tile(
                  figure.x().names().get((int) point.x()),
                  written.format(point.y()),
                  areas.name(),
                  point.y(),
                  theme.of(areas.tone())));
        }
      }
    }
    tiles.sort(Comparator.comparingDouble((Tile tile) -> -tile.size()));
    setBackgroundPaint(theme.background());
    setOutlineVisible(false);
  }

  @Override
  public String getPlotType() {
    return "Treemap";
  }

  @Override
  public void draw(
      Graphics2D graphics,
      Rectangle2D area,
      @Nullable Point2D anchor,
      @Nullable PlotState parent,
      @Nullable PlotRenderingInfo info) {
    if (info != null) {
      info.setPlotArea(area);
      info.setDataArea(area);
    }
    EntityCollection told =
        info == null || info.getOwner() == null ? null : info.getOwner().getEntityCollection();
    List<Rectangle2D> places = Treemap.of(tiles.stream().map(Tile::size).toList(), area);
    for (int i = 0; i < places.size(); i++) {
      Rectangle2D place = places.get(i);
      Tile tile = tiles.get(i);
      if (told != null) {
        told.add(new ChartEntity(place, tile.whole()));
      }
      paint(graphics, tile, place);
    }
  }

  private void paint(Graphics2D graphics, Tile tile, Rectangle2D place) {
    // what is thinner than the gap is still seen
    double width = Math.max(place.getWidth() - GAP, place.getWidth() / 2);
    double height = Math.max(place.getHeight() - GAP, place.getHeight() / 2);
    graphics.setPaint(tile.paint());
    graphics.fill(new Rectangle2D.Double(place.getX(), place.getY(), width, height));
    graphics.setPaint(theme.on(tile.paint()));
    int lines = (int) ((height - INSET) / LINE);
    double room = width - 2 * INSET;
    String name = fitted(graphics, theme.emphasis(), tile.name(), room);
    if (lines < 1 || name.length() < Math.min(SHORTEST, tile.name().length())) {
      return;
    }
    line(graphics, theme.emphasis(), name, place, 1);
    if (lines > 1) {
      whole(graphics, tile.value(), room, place, 2);
    }
    if (lines > 2) {
      whole(graphics, tile.meaning(), room, place, 3);
    }
  }

  /** Writes {@code text} if all of it has room: half a number would be another number. */
  private void whole(Graphics2D graphics, String text, double room, Rectangle2D place, int line) {
    Font font = theme.label();
    if (graphics.getFontMetrics(font).stringWidth(text) <= room) {
      line(graphics, font, text, place, line);
    }
  }

  private static void line(
      Graphics2D graphics, Font font, String text, Rectangle2D place, int line) {
    graphics.setFont(font);
    graphics.drawString(
        text, (float) (place.getX() + INSET), (float) (place.getY() + INSET / 2 + LINE * line - 3));
  }

  /** As much of {@code text} as has room, empty where that is nothing. */
  private static String fitted(Graphics2D graphics, Font font, String text, double room) {
    var metrics = graphics.getFontMetrics(font);
    if (metrics.stringWidth(text) <= room) {
      return text;
    }
    for (int end = text.length() - 1; end >= SHORTEST; end--) {
      String cut = text.substring(0, end).stripTrailing() + "…";
      if (metrics.stringWidth(cut) <= room) {
        return cut;
      }
    }
    return "";
  }
}
