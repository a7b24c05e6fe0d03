package io.liftwerk.ingest;

import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Collects the lines of a PDF, page by page, with the size of their type. */
final class PdfLines extends PDFTextStripper {

  /**
   * A line.
   *
   * @param size of its type, in points, that of most of its characters
   * @param begins whether a paragraph begins with it
   */
  record Line(String text, float size, boolean begins) {}

  private final List<List<Line>> pages = new ArrayList<>();
  private final StringBuilder line = new StringBuilder();
  private float size;
  private int sized;
  private boolean begins = true;

  PdfLines() {
    output = new StringWriter();
  }

  /** The lines of every page; filled by {@link #getText}. */
  List<List<Line>> pages() {
    return pages;
  }

  @Override
  protected void startPage(PDPage page) {
    pages.add(new ArrayList<>());
    begins = true;
  }

  @Override
  protected void endPage(PDPage page) {
    finish();
  }

  @Override
  protected void writeString(String text, List<TextPosition> positions) {
    line.append(text);
    if (positions.size() > sized && !text.isBlank()) {
      sized = positions.size();
      size = positions.getFirst().getFontSizeInPt();
    }
  }

  @Override
  protected void writeWordSeparator() {
    line.append(' ');
  }

  @Override
  protected void writeLineSeparator() {
    finish();
  }

  @Override
  protected void writeParagraphStart() throws IOException {
    super.writeParagraphStart();
    finish();
    begins = true;
  }

  private void finish() {
    String whole = line.toString().replace('\u00A0', ' ').strip();
    line.setLength(0);
    if (!whole.isEmpty() && !pages.isEmpty()) {
      pages.getLast().add(new Line(whole, size, begins));
      begins = false;
    }
    sized = 0;
  }
}
