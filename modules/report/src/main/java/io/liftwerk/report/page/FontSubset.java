package io.liftwerk.report.page;

import io.liftwerk.report.Fonts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TTFSubsetter;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** Of a font the letters that a text needs, as a rule of a style sheet: a tenth of the whole. */
final class FontSubset {
  private static final List<String> TABLES =
      List.of(
          "head", "hhea", "maxp", "name", "OS/2", "post", "cmap", "glyf", "loca", "hmtx", "cvt ",
          "fpgm", "prep", "gasp");

  private FontSubset() {}

  /** The faces of Roboto for {@code text}. */
  static String faces(String text) {
    return face("Regular", 400, text) + face("Medium", 500, text);
  }

  private static String face(String cut, int weight, String text) {
    return "@font-face{font-family:"
        + Fonts.FAMILY
        + ";font-weight:"
        + weight
        + ";src:url(data:font/ttf;base64,"
        + Base64.getEncoder().encodeToString(subset(cut, text))
        + ")}\n";
  }

  private static byte[] subset(String cut, String text) {
    try (var in = Fonts.open(cut);
        TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(in))) {
      var subsetter = new TTFSubsetter(font, TABLES);
      text.codePoints().sorted().distinct().forEach(subsetter::add);
      var out = new ByteArrayOutputStream();
      subsetter.writeToStream(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
