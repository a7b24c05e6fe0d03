package io.liftwerk.ingest;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/**
 * What a file is, by its first bytes. Its name tells JSON from CSV where both could be, and a page
 * kept as a document from one that was saved in an export's place.
 */
enum FileKind {
  CSV("CSV"),
  JSON("JSON"),
  LOG("Log"),
  XML("XML"),
  DOCUMENT("Documents"),
  PARQUET("Parquet"),
  XLSX("XLSX");

  private static final Map<String, String> FOREIGN =
      Map.ofEntries(
          Map.entry("%PDF", "a PDF document"),
          Map.entry("\u0089PNG", "a picture (PNG)"),
          Map.entry("\u00FF\u00D8\u00FF", "a picture (JPEG)"),
          Map.entry("GIF8", "a picture (GIF)"),
          Map.entry("MZ\u0090", "a Windows program"),
          Map.entry("\u007FELF", "a program"),
          Map.entry("SQLite format 3", "an SQLite database"),
          Map.entry("7z\u00BC\u00AF", "a 7-Zip archive"),
          Map.entry("Rar!", "a RAR archive"),
          Map.entry("BZh", "a bzip2 archive"),
          Map.entry("\u0028\u00B5\u002F\u00FD", "a Zstandard archive"),
          Map.entry("\u00FD7zXZ", "an XZ archive"),
          Map.entry("\u001F\u008B\b", "a gzip archive inside another one; unpack it once"),
          Map.entry("\u00FF\u00FE\0\0", "text in UTF-32; save it as UTF-8"),
          Map.entry("\0\0\u00FE\u00FF", "text in UTF-32; save it as UTF-8"),
          Map.entry("\u00CA\u00FE\u00BA\u00BE", "a program"));

  private static final int OLE = 0xD0CF11E0;

  /** How much of a text tells what it is. */
  private static final int LOOK = 1 << 12;

  private final String label;

  FileKind(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }

  /**
   * @throws io.liftwerk.workspace.WorkbenchException when it is something no table can be read from
   */
  static FileKind of(Path file, byte[] head, int length) {
    String magic = new String(head, 0, Math.min(length, 64), StandardCharsets.ISO_8859_1);
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    if (magic.startsWith("PAR1")) {
      return PARQUET;
    }
    if (magic.startsWith("PK\u0003\u0004")) {
      String entries = new String(head, 0, length, StandardCharsets.ISO_8859_1);
      if (DocumentFormat.named(file) == DocumentFormat.DOCX) {
        return DOCUMENT;
      }
      boolean office = entries.contains("xl/") || entries.contains("[Content_Types].xml");
      if (isWorkbookName(file) || (office && !entries.contains("word/document.xml"))) {
        return XLSX;
      }
      throw Refused.binary(file, packed(entries));
    }
    if (magic.startsWith("PK\u0005\u0006")) {
      throw Refused.binary(file, "an empty ZIP archive");
    }
    if (length >= 4 && word(head) == OLE) {
      throw XlsxSource.oldOrLocked(file, head, length);
    }
    if (magic.startsWith("%PDF") && DocumentFormat.named(file) == DocumentFormat.PDF) {
      return DOCUMENT;
    }
    FOREIGN.forEach(
        (sign, what) -> {
          if (magic.startsWith(sign)) {
            throw Refused.binary(file, what);
          }
        });
    if (LogSource.format(head, length, length < Incoming.HEAD) != null) {
      return LOG;
    }
    TextEncoding encoding = TextEncoding.ofStart(head, length);
    if (!encoding.isUtf16() && looksBinary(head, length)) {
      throw Refused.binary(file, "binary data");
    }
    byte[] start = Arrays.copyOf(head, Math.min(length, LOOK));
    TextHead text = TextHead.of(start, encoding, length <= LOOK);
    Markup markup = Markup.of(text, name);
    DocumentFormat format = DocumentFormat.named(file);
    if (format != null && format.takes(text, markup)) {
      return DOCUMENT;
    }
    return switch (markup) {
      // a login page saved under the export's name is the commonest file that is no export
      case PAGE -> throw Refused.page(file);
      case XML -> XML;
      case NONE -> looksJson(text.bytes(), text.length(), name) ? JSON : CSV;
    };
  }

  static boolean isWorkbookName(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return name.endsWith(".xlsx") || name.endsWith(".xlsm");
  }

  /** What a ZIP archive is that holds no files of its own account. */
  private static String packed(String entries) {
    if (entries.contains("word/document.xml")) {
      return "a text document";
    }
    return entries.startsWith("mimetype", 30)
        ? "an OpenDocument file or a book; save it as XLSX or CSV"
        : "a ZIP archive inside another one";
  }

  private static int word(byte[] head) {
    return (head[0] & 0xFF) << 24
        | (head[1] & 0xFF) << 16
        | (head[2] & 0xFF) << 8
        | (head[3] & 0xFF);
  }

  /** Control characters that no text holds, more than now and then. */
  private static boolean looksBinary(byte[] head, int length) {
    int odd = 0;
    int seen = Math.min(length, 1 << 16);
    for (int i = 0; i < seen; i++) {
      byte b = head[i];
      boolean control = b >= 0 && b < 32 && b != '\n' && b != '\r' && b != '\t' && b != 0x1F;
      odd += control && b != '\f' && b != 0x1A ? 1 : 0;
    }
    return odd * 100L > seen && odd > 2;
  }

  private static boolean looksJson(byte[] head, int length, String name) {
    int i = 0;
    while (i < length && Character.isWhitespace(head[i])) {
      i++;
    }
    if (i >= length) {
      return false;
    }
    boolean named = name.contains(".json") || name.contains(".ndjson") || name.contains(".jsonl");
    if (head[i] == '{') {
      return true;
    }
    return head[i] == '[' && (named || followedByObject(head, i + 1, length));
  }

  private static boolean followedByObject(byte[] head, int from, int length) {
    int i = from;
    while (i < length && Character.isWhitespace(head[i])) {
      i++;
    }
    return i < length && head[i] == '{';
  }
}
