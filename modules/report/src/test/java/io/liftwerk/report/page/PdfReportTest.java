package io.liftwerk.report.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.report.ResultTexts;
import io.liftwerk.report.chapter.Chapter;
import io.liftwerk.report.chapter.Origin;
import io.liftwerk.report.chapter.Table;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PdfReportTest {

  private static ReportDocument document(int rows) {
    var table =
        new Table(
            "Search terms",
            "",
            List.of(new Table.Column("Headed term", false), new Table.Column("Clicks", true)),
            IntStream.range(0, rows).mapToObj(i -> List.of("term " + i, "1," + i)).toList(),
            -1,
            "");
    var chapter =
        new Chapter(
            "run-0007-keywords",
            "Search terms",
            "13 negatives would save 2,647 EUR.",
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(table),
            List.of("All rows used."),
            new Origin(
                "0007",
                "keywords",
                Instant.parse("2026-09-30T08:15:00Z"),
                7L,
                "1.0",
                List.of(),
                List.of(),
                List.of("bronze.terms"),
                "cd".repeat(32),
                null));
    return new ReportDocument(
        "Results", "Nordwand", "", null, "1.0", List.of(chapter), new ResultTexts(Locale.ENGLISH));
  }

  @Test
  @DisplayName("ux-12: a long table goes over pages with its head on every one")
  void repeatsTheHead() throws IOException {
    try (PDDocument pdf = Loader.loadPDF(PdfReport.bytes(document(200)))) {
      int pages = pdf.getNumberOfPages();
      int withRows = 0;
      int rows = 0;
      for (int page = 1; page <= pages; page++) {
        var stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        String text = stripper.getText(pdf);
        assertTrue(page > 1 || text.contains("Results"), "the cover");
        long here = text.lines().filter(line -> line.matches("term \\d+ 1,\\d+")).count();
        rows += (int) here;
        if (here > 0) {
          withRows++;
          assertTrue(text.contains("Headed term"), "no head on page " + page);
        }
        assertTrue(page == 1 || text.contains("Page " + page + " of " + pages), text);
        assertTrue(!text.isBlank(), "page " + page + " is empty");
      }
      assertEquals(200, rows);
      assertTrue(withRows >= 4, () -> "a table of 200 rows on few pages");
    }
  }

  @Test
  @DisplayName("bookmarks lead to the chapters, and no moment but the runs' own is in the file")
  void hasBookmarks() throws IOException {
    try (PDDocument pdf = Loader.loadPDF(PdfReport.bytes(document(3)))) {
      var names = new ArrayList<String>();
      for (PDOutlineItem item : pdf.getDocumentCatalog().getDocumentOutline().children()) {
        names.add(item.getTitle());
        assertNotNull(item.findDestinationPage(pdf), item.getTitle());
      }
      assertEquals(List.of("Contents", "Search terms: 13 negatives would save 2,647 EUR."), names);
      assertEquals(
          Instant.parse("2026-09-30T08:15:00Z"),
          pdf.getDocumentInformation().getCreationDate().toInstant());
      assertEquals(3, pdf.getNumberOfPages(), "cover, contents, one chapter");
    }
  }
}
