package io.liftwerk.report.page;

import io.liftwerk.report.ChartTheme;
import io.liftwerk.report.Figure;
import io.liftwerk.report.FigureExport;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** One HTML file: its style, fonts, charts and logo are in it, and it asks for nothing else. */
public final class HtmlReport {
  private static final int WIDTH = 520;
  private static final int WIDE = 1070;
  private static final int HEIGHT = 300;

  /** Should anything be in it that asks for something, the browser refuses. */
  private static final String POLICY = Styles.read("policy.txt").strip();

  private HtmlReport() {}

  /** The file as text, to be written as UTF-8. */
  public static String write(ReportDocument document) {
    // what is written decides which letters of the fonts go with it
    var screen = new Screen();
    screen.faces = FontSubset.faces(ReportMarkup.of(document, screen));
    return ReportMarkup.of(document, screen);
  }

  private static final class Screen implements Medium {
    private static final Pattern IDS = Pattern.compile("(\\bid=\"|url\\(#|href=\"#)");
    private static final Pattern PROLOGUE = Pattern.compile("\\A<\\?xml[^>]*\\?>\\s*");

    private final Map<Integer, String> drawn = new HashMap<>();
    private String faces = "";

    @Override
    public void head(Markup markup) {
      markup.empty("meta", "http-equiv", "Content-Security-Policy", "content", POLICY);
      markup.empty("meta", "name", "viewport", "content", "width=device-width");
      markup.empty("meta", "name", "robots", "content", "noindex");
      markup.open("style").raw("\n" + faces + Styles.read("screen.css")).close();
    }

    @Override
    public void figure(Markup markup, Figure figure, int number) {
      markup.raw(drawn.computeIfAbsent(number, fresh -> svg(figure, number)));
    }

    /** Charts of one page must not share names. */
    private static String svg(Figure figure, int number) {
      int width = figure.isMap() ? WIDE : WIDTH;
      String svg = FigureExport.svg(figure, ChartTheme.LIGHT, width, HEIGHT);
      return IDS.matcher(PROLOGUE.matcher(svg).replaceFirst("")).replaceAll("$1f" + number + "-");
    }

    @Override
    public void place(Markup markup, String id) {
      // a screen has no pages
    }

    @Override
    public void logo(Markup markup, Logo logo, String alternative) {
      markup.empty(
          "img",
          "alt",
          alternative,
          "src",
          "data:" + logo.type() + ";base64," + Base64.getEncoder().encodeToString(logo.bytes()));
    }
  }

  /** UTF-8 of {@link #write}. */
  public static byte[] bytes(ReportDocument document) {
    return write(document).getBytes(StandardCharsets.UTF_8);
  }
}
