package io.liftwerk.report.page;

import io.liftwerk.workspace.WorkbenchException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The picture of who hands the report over. PNG and JPEG are read and written anew, of an SVG only
 * what draws is kept: no byte of the file reaches the report unread.
 *
 * @param bytes of a PNG or an SVG
 * @param type {@code image/png} or {@code image/svg+xml}
 */
public record Logo(byte[] bytes, String type) {
  /** The largest file that is read, in bytes. */
  public static final long LARGEST = 2_000_000;

  private static final int MOST_PIXELS = 40_000_000;
  private static final int SIDE = 800;
  private static final String PNG = "image/png";
  private static final String SVG = "image/svg+xml";

  /** Whether it is made of lines instead of pixels. */
  public boolean isDrawing() {
    return type.equals(SVG);
  }

  /** Ending of a file that holds it, without the dot. */
  public String ending() {
    return isDrawing() ? "svg" : "png";
  }

  /**
   * Reads a logo.
   *
   * @throws WorkbenchException codes {@code logo-missing}, {@code logo-too-large}, {@code
   *     logo-no-picture}
   */
  public static Logo read(Path file) {
    byte[] bytes = bytes(file);
    try {
      BufferedImage image = image(bytes, file);
      if (image != null) {
        return new Logo(png(image), PNG);
      }
    } catch (IOException | IndexOutOfBoundsException | IllegalArgumentException e) {
      throw noPicture(file, e);
    }
    try {
      return new Logo(SvgLogo.cleaned(bytes), SVG);
    } catch (IOException e) {
      throw noPicture(file, e);
    }
  }

  private static byte[] bytes(Path file) {
    try {
      if (!Files.isRegularFile(file)) {
        throw new WorkbenchException(
            "logo-missing",
            "There is no file " + file + " to read the logo from.",
            "Name a PNG, JPEG or SVG file.");
      }
      if (Files.size(file) > LARGEST) {
        throw new WorkbenchException(
            "logo-too-large",
            "The logo " + file.getFileName() + " is larger than 2 MB.",
            "Save it smaller: 800 pixels on the longer side are enough.");
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new WorkbenchException(
          "logo-missing",
          "The logo " + file + " cannot be read: " + e.getMessage() + ".",
          "Name a PNG, JPEG or SVG file.",
          e);
    }
  }

  private static WorkbenchException noPicture(Path file, Exception cause) {
    return new WorkbenchException(
        "logo-no-picture",
        "The file " + file.getFileName() + " is no picture that can be read.",
        "Name a PNG, JPEG or SVG file.",
        cause);
  }

  /** Null when the bytes are neither PNG nor JPEG. A picture too large is refused unread. */
  private static @Nullable BufferedImage image(byte[] bytes, Path file) throws IOException {
    boolean png = bytes.length > 8 && bytes[0] == (byte) 0x89 && bytes[1] == 'P';
    boolean jpeg = bytes.length > 8 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xD8;
    if (!png && !jpeg) {
      return null;
    }
    Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(png ? "png" : "jpeg");
    ImageReader reader = readers.next();
    try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
      reader.setInput(in, true, true);
      if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS) {
        throw new WorkbenchException(
            "logo-too-large",
            "The logo " + file.getFileName() + " has more than 40 million pixels.",
            "Save it smaller: 800 pixels on the longer side are enough.");
      }
      return reader.read(0);
    } finally {
      reader.dispose();
    }
  }

  /** Written anew, no larger than it is ever shown. */
  private static byte[] png(BufferedImage image) throws IOException {
    double scale = Math.min(1, SIDE / (double) Math.max(image.getWidth(), image.getHeight()));
    int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
    int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
    var copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = copy.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    graphics.drawImage(image, 0, 0, width, height, null);
    graphics.dispose();
    var out = new ByteArrayOutputStream();
    ImageIO.write(copy, "png", out);
    return out.toByteArray();
  }
}
