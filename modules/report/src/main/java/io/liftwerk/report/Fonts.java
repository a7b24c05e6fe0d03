package io.liftwerk.report;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The embedded typeface. */
public final class Fonts {
  /** Family name of the regular cut, for style sheets. */
  public static final String FAMILY = "Roboto";

  private Fonts() {}

  static Font regular(float size) {
    return ForCharts.REGULAR.deriveFont(size);
  }

  static Font medium(float size) {
    return ForCharts.MEDIUM.deriveFont(size);
  }

  /**
   * AWT's own, made when the first chart is drawn: whoever only wants the bytes shall not wait for
   * AWT to look for the system's fonts.
   */
  private static final class ForCharts {
    static final Font REGULAR = load("Roboto-Regular.ttf");
    static final Font MEDIUM = load("Roboto-Medium.ttf");
  }

  /**
   * The bytes of a cut, for toolkits other than AWT; the caller closes the stream.
   *
   * @param cut {@code Regular}, {@code Medium} or {@code Bold}
   */
  public static InputStream open(String cut) {
    return resource("Roboto-" + cut + ".ttf");
  }

  private static Font load(String file) {
    try (InputStream stream = resource(file)) {
      return Font.createFont(Font.TRUETYPE_FONT, stream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (FontFormatException e) {
      throw new IllegalStateException(file, e);
    }
  }

  private static InputStream resource(String file) {
    return Objects.requireNonNull(Fonts.class.getResourceAsStream("fonts/" + file), file);
  }
}
