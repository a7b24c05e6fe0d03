package io.liftwerk.report;

import io.liftwerk.workspace.WorkbenchException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Writes a figure as picture or as numbers. */
public final class FigureExport {

  /** Kinds of files, by their endings. */
  public enum Kind {
    PNG,
    SVG,
    CSV;

    /** Without the dot, lower case. */
    public String ending() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  private FigureExport() {}

  /**
   * Writes {@code figure} to {@code file}, whole or not at all.
   *
   * @param width in points; a PNG has {@code scale} times as many pixels
   * @throws WorkbenchException code {@code export-unwritable}
   */
  public static void write(
      Figure figure, Kind kind, ChartTheme theme, int width, int height, double scale, Path file) {
    Path next = file.resolveSibling("." + file.getFileName() + ".part");
    try {
      switch (kind) {
        case PNG -> ImageIO.write(image(figure, theme, width, height, scale), "png", next.toFile());
        case SVG -> Files.writeString(next, svg(figure, theme, width, height));
        case CSV -> Files.writeString(next, csv(figure));
      }
      Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      next.toFile().delete();
      throw new WorkbenchException(
          "export-unwritable",
          "The file " + file + " cannot be written: " + e.getMessage() + ".",
          "Choose a folder you may write to.",
          e);
    }
  }

  /** The figure as pixels. */
  public static BufferedImage image(
      Figure figure, ChartTheme theme, int width, int height, double scale) {
    var image =
        new BufferedImage(
            (int) Math.round(width * scale),
            (int) Math.round(height * scale),
            BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = image.createGraphics();
    try {
      graphics.scale(scale, scale);
      graphics.setRenderingHint(
          RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
      graphics.setRenderingHint(
          RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
      figure.chart(theme).draw(graphics, new Rectangle2D.Double(0, 0, width, height));
    } finally {
      graphics.dispose();
    }
    return image;
  }

  /** The figure as an SVG document that needs nothing from outside. */
  public static String svg(Figure figure, ChartTheme theme, int width, int height) {
    try {
      Document document =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .getDOMImplementation()
              .createDocument("http://www.w3.org/2000/svg", "svg", null);
      var context = SVGGeneratorContext.createDefault(document);
      context.setComment(null);
      context.setPrecision(2);
      var graphics = new SVGGraphics2D(context, false);
      graphics.setSVGCanvasSize(new java.awt.Dimension(width, height));
      figure.chart(theme).draw(graphics, new Rectangle2D.Double(0, 0, width, height));
      Element root = graphics.getRoot();
      root.setAttribute("viewBox", "0 0 " + width + " " + height);
      root.setAttribute("role", "img");
      root.setAttribute("aria-label", figure.title());
      var out = new StringWriter();
      graphics.stream(root, out, true, false);
      graphics.dispose();
      // without the document type, which names a server that a strict reader would ask
      return out.toString()
          .replaceFirst("<!DOCTYPE[^>]*>\\s*", "")
          .replace("'Roboto Medium'", "Roboto, Arial, sans-serif; font-weight:500")
          .replace("'Roboto'", "Roboto, Arial, sans-serif");
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The figure's numbers: series, x, y; RFC 4180 with a point as decimal sign and dates as ISO
   * 8601. The ends of intervals and bands are series of their own.
   */
  public static String csv(Figure figure) {
    var out = new StringBuilder();
    row(out, "series", figure.x().label(), figure.y().label());
    for (Layer layer : figure.layers()) {
      switch (layer) {
        case Layer.Band band -> {
          rows(out, figure, band.name() + " ↓", band.low());
          rows(out, figure, band.name() + " ↑", band.high());
        }
        case Layer.Intervals several -> {
          rows(out, figure, several.name(), several.points());
          rows(out, figure, several.name() + " ↓", ends(several, Layer.Interval::low));
          rows(out, figure, several.name() + " ↑", ends(several, Layer.Interval::high));
        }
        default -> rows(out, figure, layer.name(), layer.points());
      }
    }
    return out.toString();
  }

  private static List<Layer.Point> ends(
      Layer.Intervals several, ToDoubleFunction<Layer.Interval> end) {
    return several.intervals().stream()
        .map(each -> new Layer.Point(each.x(), end.applyAsDouble(each)))
        .toList();
  }

  private static void rows(
      StringBuilder out, Figure figure, String name, List<Layer.Point> points) {
    for (Layer.Point point : points) {
      row(out, name, number(figure.x(), point.x()), number(figure.y(), point.y()));
    }
  }

  private static String number(Axis axis, double value) {
    return switch (axis.scale()) {
      case DAY -> LocalDate.ofEpochDay((long) value).toString();
      case DOUBLING -> Double.toString(Math.pow(2, value));
      // bars of several series stand beside the place of their name
      case NAMES -> {
        int place = (int) Math.rint(value);
        boolean named = value > -0.5 && place < axis.names().size();
        yield named ? axis.names().get(place) : "";
      }
      default -> Double.toString(value);
    };
  }

  private static void row(StringBuilder out, String... cells) {
    out.append(String.join(",", Arrays.stream(cells).map(FigureExport::quoted).toList()))
        .append("\r\n");
  }

  private static String quoted(String cell) {
    return cell.matches("[^\",\r\n]*") ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }
}
