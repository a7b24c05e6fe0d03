package io.liftwerk.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How the text of an XML or HTML file is encoded. Such files state it themselves, and programs that
 * write the statement are often not those that write the bytes: what the bytes show counts more.
 *
 * @param label shown to people
 * @param bomBytes length of the byte order mark
 * @param charset null for UTF-8, with Windows-1252 where it is none
 * @param note a sentence where the file says one thing and is another; else null
 */
record MarkupEncoding(
    String label, int bomBytes, @Nullable Charset charset, @Nullable String note) {

  /** How far into a file the statement of its encoding is looked for. */
  private static final int LOOK = 1 << 12;

  private static final Pattern STATED_BY_XML =
      Pattern.compile("^\\s*<\\?xml\\b[^>]*?\\bencoding\\s*=\\s*[\"']([\\w.:-]+)");
  private static final Pattern STATED_BY_HTML =
      Pattern.compile(
          "(?i)<meta\\b[^>]*?\\bcharset\\s*=\\s*[\"']?\\s*([\\w.:-]+)|" + STATED_BY_XML.pattern());

  /** Opens the content from its first byte. */
  interface Content {
    InputStream open() throws IOException;
  }

  /** Of an XML document. */
  static MarkupEncoding ofXml(byte[] head, Content content) throws IOException {
    return of(head, STATED_BY_XML, content);
  }

  /** Of a web page, or of another text that states nothing. */
  static MarkupEncoding ofPage(byte[] head, Content content) throws IOException {
    return of(head, STATED_BY_HTML, content);
  }

  private static MarkupEncoding of(byte[] head, Pattern statement, Content content)
      throws IOException {
    TextEncoding start = TextEncoding.ofStart(head, head.length);
    if (start.isUtf16()) {
      return new MarkupEncoding(start.label(), start.bomBytes(), start.utf16(), null);
    }
    String stated = stated(head, statement);
    try (var reader = new LenientReader(content.open())) {
      char[] chars = new char[1 << 14];
      while (reader.read(chars, 0, chars.length) >= 0) {
        // only the reader's view of the bytes is wanted
        continue;
      }
      return of(start, stated, reader);
    }
  }

  private static MarkupEncoding of(
      TextEncoding start, @Nullable String stated, LenientReader bytes) {
    Charset said = charset(stated);
    int bom = start.bomBytes();
    if (bytes.invalidLine() == 0) {
      boolean otherwise =
          said != null && !said.equals(StandardCharsets.UTF_8) && bytes.multibyteLine() > 0;
      return new MarkupEncoding(
          start.label(),
          bom,
          null,
          otherwise
              ? "It says that its encoding is " + stated + ", but it is UTF-8 and is read as such."
              : null);
    }
    if (bom == 0 && said != null && !said.equals(StandardCharsets.UTF_8)) {
      // what is called Latin-1 holds the signs that only Windows-1252 has
      boolean latin = said.equals(StandardCharsets.ISO_8859_1) || said.equals(TextEncoding.CP1252);
      return latin
          ? new MarkupEncoding(TextEncoding.WINDOWS_1252.label(), 0, null, null)
          : new MarkupEncoding(said.name(), 0, said, null);
    }
    boolean mixed = bytes.multibyteLine() > 0 || bom > 0;
    return new MarkupEncoding(
        (mixed ? TextEncoding.MIXED : TextEncoding.WINDOWS_1252).label(),
        bom,
        null,
        mixed || said != null
            ? "Line "
                + Reasons.count(bytes.invalidLine())
                + " is not UTF-8, as the rest is or should be; what is not is read as windows-1252."
            : null);
  }

  /** The text from its first character, without BOM. */
  Reader reader(Content content) throws IOException {
    InputStream in = content.open();
    in.skipNBytes(bomBytes);
    return charset == null ? new LenientReader(in) : new InputStreamReader(in, charset);
  }

  private static @Nullable String stated(byte[] head, Pattern statement) {
    int length = Math.min(head.length, LOOK);
    String start = new String(head, 0, length, StandardCharsets.ISO_8859_1);
    Matcher found =
        statement.matcher(start.startsWith("\u00EF\u00BB\u00BF") ? start.substring(3) : start);
    if (!found.find()) {
      return null;
    }
    for (int i = 1; i <= found.groupCount(); i++) {
      if (found.group(i) != null) {
        return found.group(i);
      }
    }
    return null;
  }

  /**
   * What the stated name means for bytes that are no UTF-16: null where it says nothing, is unknown
   * or cannot be true.
   */
  private static @Nullable Charset charset(@Nullable String stated) {
    if (stated == null) {
      return null;
    }
    try {
      Charset charset = Charset.forName(stated);
      boolean wide = charset.name().startsWith("UTF-16") || charset.name().startsWith("UTF-32");
      return wide || charset.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : charset;
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return null;
    }
  }
}
