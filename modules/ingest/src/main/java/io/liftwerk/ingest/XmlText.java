package io.liftwerk.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * An XML document that can be read again and again.
 *
 * @param file named in refusals
 * @param encoding how its text is encoded
 * @param content its bytes
 * @param partial whether only its beginning is there
 */
record XmlText(
    Path file, MarkupEncoding encoding, MarkupEncoding.Content content, boolean partial) {

  /** Takes the records of a document, in its order. */
  interface Sink {
    void record(XmlElement record) throws IOException;
  }

  XmlCursor cursor() throws IOException {
    return new XmlCursor(file, encoding.reader(content), partial);
  }

  /**
   * Reads the document and gives each element at {@code path} to {@code sink}.
   *
   * @param path local names from the root to the record
   * @throws io.liftwerk.workspace.WorkbenchException naming the line where it is malformed
   */
  void records(List<String> path, Sink sink) throws IOException {
    try (XmlCursor cursor = cursor()) {
      Deque<XmlElement> open = new ArrayDeque<>();
      int matching = 0;
      long size = 0;
      for (XmlCursor.At at = cursor.next(); at != XmlCursor.At.DOCUMENT_END; at = cursor.next()) {
        switch (at) {
          case START -> {
            XmlElement element = cursor.element();
            boolean inside = !open.isEmpty();
            boolean onPath =
                !inside
                    && matching == cursor.depth() - 1
                    && matching < path.size()
                    && path.get(matching).equals(element.local());
            matching += onPath ? 1 : 0;
            if (inside || (onPath && matching == path.size())) {
              size = inside ? size + element.size() : element.size();
              open.push(element);
            }
          }
          case TEXT -> {
            if (!open.isEmpty()) {
              String text = cursor.text();
              size += text.length();
              open.element().add(text);
            }
          }
          case END -> {
            if (!open.isEmpty()) {
              XmlElement element = open.pop();
              if (open.isEmpty()) {
                sink.record(element);
              } else {
                open.element().add(element);
              }
            }
            matching = Math.min(matching, cursor.depth());
          }
          default -> throw new IllegalStateException(at.name());
        }
        if (size > CsvRecords.LONGEST && !open.isEmpty()) {
          throw Refused.longRecord(file, open.getLast().line(), CsvRecords.LONGEST);
        }
      }
    }
  }
}
