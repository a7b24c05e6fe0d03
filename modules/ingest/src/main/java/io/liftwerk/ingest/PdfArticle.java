package io.liftwerk.ingest;

import io.liftwerk.ingest.Article.Heading;
import io.liftwerk.workspace.WorkbenchException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Calendar;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.jspecify.annotations.Nullable;

/** Reads the text of a PDF as an article; headings are told by the size of their type. */
final class PdfArticle {
  private static final String FONT_CACHE = "pdfbox.fontcache";

  /** What the library thinks of broken fonts is nothing a user could act on. */
  private static final List<Logger> QUIET =
      List.of(Logger.getLogger("org.apache.pdfbox"), Logger.getLogger("org.apache.fontbox"));

  static {
    QUIET.forEach(logger -> logger.setLevel(Level.OFF));
    if (System.getProperty(FONT_CACHE) == null) {
      // else it writes a list of the system's typefaces into the user's home
      System.setProperty(FONT_CACHE, System.getProperty("java.io.tmpdir", "."));
    }
  }

  private PdfArticle() {}

  /**
   * @param file named in refusals
   * @param content where its bytes lie
   * @throws WorkbenchException codes {@code document-locked}, {@code document-broken}, {@code
   *     document-scanned}
   */
  static Article of(Path file, Path content) throws IOException {
    try (PDDocument pdf =
        Loader.loadPDF(content.toFile(), "", null, null, IOUtils.createTempFileOnlyStreamCache())) {
      var stripper = new PdfLines();
      stripper.getText(pdf);
      PdfText text = PdfText.of(stripper.pages());
      if (text.text().isBlank()) {
        throw scanned(file);
      }
      return article(pdf, text);
    } catch (InvalidPasswordException e) {
      throw new WorkbenchException(
          "document-locked",
          Refused.shown(file) + " is locked by a password.",
          "Open it with the password and save it without, then import that.",
          e);
    } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new WorkbenchException(
          "document-broken",
          Refused.shown(file) + " is no PDF that can be opened; it seems to be damaged.",
          "Open it in a viewer and print it into a new PDF.",
          e);
    }
  }

  private static Article article(PDDocument pdf, PdfText text) {
    PDDocumentInformation about = pdf.getDocumentInformation();
    String h1 =
        text.headings().stream()
            .filter(heading -> heading.level() == 1)
            .map(Heading::text)
            .findFirst()
            .orElse(null);
    String title = stated(about.getTitle());
    return new Article(
        title == null ? h1 : title,
        stated(about.getSubject()),
        stated(pdf.getDocumentCatalog().getLanguage()),
        null,
        h1,
        day(about.getCreationDate()),
        day(about.getModificationDate()),
        stated(about.getAuthor()),
        text.text(),
        text.headings(),
        List.of(),
        null,
        null);
  }

  private static @Nullable String stated(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  private static @Nullable String day(@Nullable Calendar moment) {
    if (moment == null) {
      return null;
    }
    ZoneId zone = moment.getTimeZone().toZoneId();
    return LocalDate.ofInstant(moment.toInstant(), zone).toString();
  }

  private static WorkbenchException scanned(Path file) {
    return new WorkbenchException(
        "document-scanned",
        Refused.shown(file) + " holds no text, only pictures: it is probably a scan.",
        "Have a program that recognises text (OCR) make a PDF with text of it.");
  }
}
