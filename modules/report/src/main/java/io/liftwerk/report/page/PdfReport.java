package io.liftwerk.report.page;

import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.FSObjectDrawerFactory;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.render.RenderingContext;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import io.liftwerk.report.ChartTheme;
import io.liftwerk.report.Figure;
import io.liftwerk.report.Fonts;
import io.liftwerk.report.chapter.Chapter;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * Pages: a cover, contents with page numbers, a chapter on a page of its own, long tables with
 * their head on every page, bookmarks. Charts are drawn as shapes, so that they stay crisp.
 */
public final class PdfReport {
  private static final int WIDTH = 650;
  private static final int HEIGHT = 280;

  private PdfReport() {}

  /** The file. The same document gives the same bytes. */
  public static byte[] bytes(ReportDocument document) {
    XRLog.setLoggingEnabled(false);
    var paper = new Paper(document);
    String markup = ReportMarkup.of(document, paper);
    var builder = new PdfRendererBuilder();
    font(builder, "Regular", 400);
    font(builder, "Medium", 500);
    font(builder, "Bold", 700);
    builder.useReplacementText("·");
    builder.useSVGDrawer(new BatikSVGDrawer());
    builder.useObjectDrawerFactory(paper);
    // nothing is fetched from anywhere, whatever the markup says
    builder.useUriResolver((base, uri) -> uri.startsWith("data:") ? uri : null);
    builder.withProducer("Liftwerk " + document.software());
    builder.withHtmlContent(markup, null);
    try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
      renderer.layout();
      renderer.createPDFWithoutClosing();
      return saved(renderer.getPdfDocument(), document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void font(PdfRendererBuilder builder, String cut, int weight) {
    builder.useFont(() -> Fonts.open(cut), Fonts.FAMILY, weight, FontStyle.NORMAL, true);
  }

  /** Its moments and its name come from what it tells, not from the clock. */
  private static byte[] saved(PDDocument pdf, ReportDocument document) throws IOException {
    var at = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
    at.setTimeInMillis(document.asOf().toEpochMilli());
    PDDocumentInformation information = pdf.getDocumentInformation();
    information.setTitle(document.title());
    information.setSubject(document.client());
    information.setCreator("Liftwerk " + document.software());
    information.setCreationDate(at);
    information.setModificationDate(at);
    pdf.getDocumentCatalog().setLanguage(document.texts().locale().getLanguage());
    pdf.setDocumentId(document.asOf().toEpochMilli());
    var out = new ByteArrayOutputStream();
    pdf.save(out);
    return out.toByteArray();
  }

  private static final class Paper implements Medium, FSObjectDrawerFactory {
    private static final String NUMBER = "data-figure";

    private final ReportDocument document;
    private final List<Figure> figures = new ArrayList<>();

    Paper(ReportDocument document) {
      this.document = document;
    }

    @Override
    public void head(Markup markup) {
      markup.open("bookmarks");
      bookmark(markup, document.texts().text("report.contents"), "contents");
      for (Chapter chapter : document.chapters()) {
        bookmark(markup, chapter.kind() + ": " + chapter.finding(), chapter.id());
      }
      markup.close();
      markup.open("style");
      markup.raw(
          Styles.read("paper.css")
              .replace("${page}", quoted(document.texts().text("report.page")))
              .replace("${pages}", quoted(document.texts().text("report.pages")))
              .replace("${head}", quoted(document.client() + " · " + document.title())));
      markup.close();
    }

    private static void bookmark(Markup markup, String name, String id) {
      markup.open("bookmark", "name", name, "href", "#" + id).close();
    }

    /** For a string of a style sheet that stands in markup. */
    private static String quoted(String text) {
      return Markup.escaped(text.replaceAll("[\\p{Cntrl}\"\\\\]", " "));
    }

    @Override
    public void figure(Markup markup, Figure figure, int number) {
      figures.add(figure);
      markup
          .open("object", "class", "chart", "type", "chart", NUMBER, Integer.toString(number))
          .close();
    }

    @Override
    public void place(Markup markup, String id) {
      markup.open("a", "class", "place", "href", "#" + id).close();
    }

    @Override
    public void logo(Markup markup, Logo logo, String alternative) {
      if (logo.isDrawing()) {
        markup.raw(new String(logo.bytes(), StandardCharsets.UTF_8));
      } else {
        markup.empty(
            "img",
            "alt",
            alternative,
            "src",
            "data:" + logo.type() + ";base64," + Base64.getEncoder().encodeToString(logo.bytes()));
      }
    }

    @Override
    public boolean isReplacedObject(Element element) {
      return element.hasAttribute(NUMBER);
    }

    @Override
    public FSObjectDrawer createDrawer(Element element) {
      return this::draw;
    }

    private @Nullable Map<Shape, String> draw(
        Element element,
        double x,
        double y,
        double width,
        double height,
        OutputDevice device,
        RenderingContext context,
        int dotsPerPixel) {
      if (Thread.currentThread().isInterrupted()) {
        throw new IllegalStateException("nobody waits for the report any more");
      }
      Figure figure = figures.get(Integer.parseInt(element.getAttribute(NUMBER)));
      device.drawWithGraphics(
          (float) x,
          (float) y,
          (float) width / dotsPerPixel,
          (float) height / dotsPerPixel,
          graphics -> {
            graphics.scale(width / dotsPerPixel / WIDTH, height / dotsPerPixel / HEIGHT);
            figure
                .chart(ChartTheme.LIGHT)
                .draw(graphics, new Rectangle2D.Double(0, 0, WIDTH, HEIGHT));
          });
      return null;
    }
  }
}
