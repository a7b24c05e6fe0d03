package io.liftwerk.installers;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Scanner;
import javax.imageio.ImageIO;

/**
 * The mark: a lift curve above the diagonal of chance, in the window's accent. Drawn here at any
 * size, and written as SVG from the same figures.
 */
final class Icon {
  /** Everything is laid out in a square of this side. */
  private static final int SIDE = 1024;

  private static final int MARGIN = 64;
  private static final int CORNER = 208;
  private static final String GROUND = "#0072b2";

  /** A line of the mark: where it goes, how wide and how opaque. */
  private record Line(String path, int width, double opacity, boolean dashed) {}

  private static final List<Line> LINES =
      List.of(
          new Line("M 232 792 L 792 232", 36, 0.55, true),
          new Line("M 232 792 C 272 440 432 272 792 232", 88, 1, false));

  private Icon() {}

  /** The mark as an SVG document. */
  static String svg() {
    var svg = new StringBuilder();
    svg.append(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\">%n"
                + "  <rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"%d\" fill=\"%s\"/>%n",
            SIDE,
            SIDE,
            MARGIN,
            MARGIN,
            inner(),
            inner(),
            CORNER,
            GROUND));
    for (Line line : LINES) {
      svg.append(
          String.format(
              Locale.ROOT,
              "  <path d=\"%s\" fill=\"none\" stroke=\"#fff\" stroke-width=\"%d\""
                  + " stroke-opacity=\"%s\" stroke-linecap=\"round\"%s/>%n",
              line.path(),
              line.width(),
              line.opacity(),
              line.dashed() ? " stroke-dasharray=\"1 96\"" : ""));
    }
    return svg.append("</svg>\n").toString().replace("\r\n", "\n");
  }

  /** The mark as a picture of {@code size} by {@code size} pixels on a clear ground. */
  static BufferedImage image(int size) {
    var image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.scale((double) size / SIDE, (double) size / SIDE);
    graphics.setColor(Color.decode(GROUND));
    graphics.fill(
        new RoundRectangle2D.Double(MARGIN, MARGIN, inner(), inner(), 2 * CORNER, 2 * CORNER));
    for (Line line : LINES) {
      graphics.setColor(new Color(1f, 1f, 1f, (float) line.opacity()));
      graphics.setStroke(
          new BasicStroke(
              line.width(),
              BasicStroke.CAP_ROUND,
              BasicStroke.JOIN_ROUND,
              10,
              line.dashed() ? new float[] {1, 96} : null,
              0));
      graphics.draw(path(line.path()));
    }
    graphics.dispose();
    return image;
  }

  private static int inner() {
    return SIDE - 2 * MARGIN;
  }

  /** Moves, lines and cubic curves of an SVG path. */
  private static Path2D path(String text) {
    var path = new Path2D.Double();
    var in = new Scanner(text).useLocale(Locale.ROOT);
    while (in.hasNext()) {
      switch (in.next()) {
        case "M" -> path.moveTo(in.nextDouble(), in.nextDouble());
        case "L" -> path.lineTo(in.nextDouble(), in.nextDouble());
        case "C" ->
            path.curveTo(
                in.nextDouble(),
                in.nextDouble(),
                in.nextDouble(),
                in.nextDouble(),
                in.nextDouble(),
                in.nextDouble());
        default -> throw new IllegalArgumentException(text);
      }
    }
    return path;
  }

  static byte[] png(int size) throws IOException {
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(image(size), "png", bytes);
    return bytes.toByteArray();
  }

  /** Windows' container of pictures. */
  static byte[] ico() throws IOException {
    int[] sizes = {16, 24, 32, 48, 64, 256};
    var pictures = new ByteArrayOutputStream();
    ByteBuffer head = ByteBuffer.allocate(6 + 16 * sizes.length).order(ByteOrder.LITTLE_ENDIAN);
    head.putShort((short) 0).putShort((short) 1).putShort((short) sizes.length);
    for (int size : sizes) {
      byte[] png = png(size);
      // 0 stands for 256; one plane of 32 bits a pixel
      head.put((byte) size).put((byte) size).put((byte) 0).put((byte) 0);
      head.putShort((short) 1).putShort((short) 32).putInt(png.length);
      head.putInt(head.capacity() + pictures.size());
      pictures.writeBytes(png);
    }
    return joined(head.array(), pictures.toByteArray());
  }

  /** macOS' container of pictures. */
  static byte[] icns() throws IOException {
    var pictures = new ByteArrayOutputStream();
    picture(pictures, "ic07", 128);
    picture(pictures, "ic08", 256);
    picture(pictures, "ic09", 512);
    picture(pictures, "ic10", 1024);
    ByteBuffer head = ByteBuffer.allocate(8);
    head.put("icns".getBytes(StandardCharsets.US_ASCII)).putInt(8 + pictures.size());
    return joined(head.array(), pictures.toByteArray());
  }

  private static void picture(ByteArrayOutputStream to, String type, int size) throws IOException {
    byte[] png = png(size);
    ByteBuffer head = ByteBuffer.allocate(8);
    head.put(type.getBytes(StandardCharsets.US_ASCII)).putInt(8 + png.length);
    to.writeBytes(head.array());
    to.writeBytes(png);
  }

  private static byte[] joined(byte[] first, byte[] second) {
    return ByteBuffer.allocate(first.length + second.length).put(first).put(second).array();
  }

  /**
   * Writes the icon as the system's packages want it.
   *
   * @return the file
   */
  static Path write(Path folder, Platform platform) throws IOException {
    return switch (platform) {
      case LINUX_X64, LINUX_ARM64 -> Files.write(folder.resolve("liftwerk.png"), png(256));
      case MAC_ARM64 -> Files.write(folder.resolve("liftwerk.icns"), icns());
      case WINDOWS_X64 -> Files.write(folder.resolve("liftwerk.ico"), ico());
    };
  }
}
