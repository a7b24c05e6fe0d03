package io.liftwerk.ingest;

import io.liftwerk.workspace.WorkbenchException;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Moves through an XML document from one start, end or text to the next, knowing the line in which
 * each begins. Names keep their prefix, declared or not: real exports forget to declare it.
 *
 * <p>What a document could do harm with is refused: it may declare nothing (no DOCTYPE, so no
 * entity, expanding or external), not nest deeper than {@link #DEEPEST} and hold no tag or text
 * longer than {@link CsvRecords#LONGEST}.
 */
final class XmlCursor implements AutoCloseable {
  static final int DEEPEST = 100;

  /** What the cursor stands at. */
  enum At {
    START,
    END,
    TEXT,
    DOCUMENT_END
  }

  private final Path file;
  private final Bounded bounded;
  private final XMLStreamReader reader;
  private final long linesBefore;
  private final boolean partial;
  private final Deque<Map<String, String>> spaces = new ArrayDeque<>();
  private int depth;
  private long startLine;

  /**
   * @param file named in refusals
   * @param text the document, from its first character
   * @param partial whether only its beginning is there, so that it may break off
   */
  XmlCursor(Path file, Reader text, boolean partial) throws IOException {
    this.file = file;
    this.partial = partial;
    this.bounded = new Bounded(text);
    this.linesBefore = bounded.skipBlanks();
    this.spaces.push(Map.of());
    try {
      this.reader = factory().createXMLStreamReader(bounded);
    } catch (XMLStreamException e) {
      throw refused(e, 1);
    }
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    factory.setXMLResolver(
        (publicId, systemId, base, namespace) -> {
          throw new XMLStreamException("external");
        });
    // the JDK counts every &amp; of a document towards these; entities of its own it cannot have
    factory.setProperty("jdk.xml.maxGeneralEntitySizeLimit", "0");
    factory.setProperty("jdk.xml.totalEntitySizeLimit", "0");
    factory.setProperty("jdk.xml.entityExpansionLimit", "0");
    // these are limited here, with a sentence of their own
    factory.setProperty("jdk.xml.maxElementDepth", "0");
    factory.setProperty("jdk.xml.elementAttributeLimit", String.valueOf(CsvSource.MOST_COLUMNS));
    return factory;
  }

  /** Moves on; comments and instructions are passed over. */
  At next() throws IOException {
    while (true) {
      startLine = line();
      bounded.begin();
      int event;
      try {
        if (!reader.hasNext()) {
          return At.DOCUMENT_END;
        }
        event = reader.next();
      } catch (XMLStreamException e) {
        if (partial && !(e.getNestedException() instanceof TooLongException)) {
          return At.DOCUMENT_END;
        }
        throw refused(e, startLine);
      }
      switch (event) {
        case XMLStreamConstants.START_ELEMENT -> {
          enter();
          return At.START;
        }
        case XMLStreamConstants.END_ELEMENT -> {
          depth--;
          return At.END;
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
          return At.TEXT;
        }
        case XMLStreamConstants.DTD -> throw doctype();
        default -> {
          continue;
        }
      }
    }
  }

  private void enter() {
    depth++;
    if (depth > DEEPEST) {
      throw new WorkbenchException(
          "xml-too-deep",
          Refused.shown(file)
              + " nests its elements more than "
              + DEEPEST
              + " deep in line "
              + Reasons.count(startLine)
              + ", which no export does.",
          "It is probably not a table; look at it in a text editor.");
    }
    while (spaces.size() > depth) {
      spaces.pop();
    }
    Map<String, String> inherited = spaces.element();
    Map<String, String> own = null;
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      String prefix = declaredPrefix(i);
      if (prefix != null) {
        own = own == null ? new LinkedHashMap<>(inherited) : own;
        own.put(prefix, reader.getAttributeValue(i));
      }
    }
    spaces.push(own == null ? inherited : own);
  }

  /** The prefix that attribute {@code i} declares, null when it is an ordinary attribute. */
  private @Nullable String declaredPrefix(int i) {
    String local = reader.getAttributeLocalName(i);
    if ("xmlns".equals(reader.getAttributePrefix(i))) {
      return local;
    }
    if (local.startsWith("xmlns:")) {
      return local.substring("xmlns:".length());
    }
    return local.equals("xmlns") ? "" : null;
  }

  /** How many elements are open. */
  int depth() {
    return depth;
  }

  /** Line in which what the cursor stands at begins. */
  long startLine() {
    return startLine;
  }

  /** The element that starts here, with its attributes and no content yet. */
  XmlElement element() {
    String name = reader.getLocalName();
    int colon = name.indexOf(':');
    String prefix = colon < 0 ? "" : name.substring(0, colon);
    var element =
        new XmlElement(
            prefix,
            name.substring(colon + 1),
            spaces.element().getOrDefault(prefix, ""),
            startLine);
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      if (declaredPrefix(i) == null) {
        String local = reader.getAttributeLocalName(i);
        element.attribute(local.substring(local.indexOf(':') + 1), reader.getAttributeValue(i));
      }
    }
    return element;
  }

  /** The text here; long texts come in parts. */
  String text() {
    return reader.getText();
  }

  private long line() {
    return linesBefore + Math.max(1, reader.getLocation().getLineNumber());
  }

  private WorkbenchException doctype() {
    return new WorkbenchException(
        "xml-doctype",
        Refused.shown(file)
            + " declares a document type, in which entities that expand or fetch other files can"
            + " hide, so it was not read.",
        "Export it without a DOCTYPE, or remove the declaration in a text editor if you trust it.");
  }

  private WorkbenchException refused(XMLStreamException e, long began) throws IOException {
    if (e.getNestedException() instanceof TooLongException) {
      return Refused.longRecord(file, began, CsvRecords.LONGEST);
    }
    if (e.getNestedException() instanceof IOException io) {
      throw io;
    }
    long line = e.getLocation() == null ? began : linesBefore + e.getLocation().getLineNumber();
    return Refused.damaged(
        file, "its XML breaks off or is wrong in line " + Reasons.count(line), e);
  }

  @Override
  public void close() throws IOException {
    bounded.close();
  }

  private static final class TooLongException extends IOException {
    private static final long serialVersionUID = 1;

    private TooLongException() {
      super("record too long");
    }
  }

  /** Fails when the parser reads on and on without coming to an end of what it reads. */
  private static final class Bounded extends Reader {
    private final Reader text;
    private long sinceBegin;
    private int kept = -1;

    private Bounded(Reader text) {
      this.text = text;
    }

    private void begin() {
      sinceBegin = 0;
    }

    /** Programs print blank lines before the document; how many lines end in them. */
    private long skipBlanks() throws IOException {
      long lines = 0;
      int c = text.read();
      while (c >= 0 && (Character.isWhitespace(c) || c == '\uFEFF')) {
        lines += c == '\n' ? 1 : 0;
        c = text.read();
      }
      kept = c;
      return lines;
    }

    @Override
    public int read(char[] chars, int offset, int length) throws IOException {
      if (kept >= 0) {
        chars[offset] = (char) kept;
        kept = -1;
        return 1;
      }
      int read = text.read(chars, offset, length);
      sinceBegin += Math.max(0, read);
      if (sinceBegin > CsvRecords.LONGEST) {
        throw new TooLongException();
      }
      return read;
    }

    @Override
    public void close() throws IOException {
      text.close();
    }
  }
}
