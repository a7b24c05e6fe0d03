package io.liftwerk.ingest;

import io.liftwerk.ingest.log.LogFormat;
import io.liftwerk.ingest.log.LogMatch;
import io.liftwerk.ingest.recipe.Evidence;
import io.liftwerk.ingest.recipe.Recipe;
import io.liftwerk.workspace.WorkbenchException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

/**
 * Shows what a dropped file seems to be, from its beginning alone; of a folder or an archive, which
 * files in it would be loaded.
 */
public final class FilePreviews {
  private static final int HEAD = 1 << 20;
  private static final int ROWS = 50;

  private FilePreviews() {}

  /**
   * What a file looks like.
   *
   * @param preview as it is shown, without the kinds that fit
   * @param evidence what recipes go by
   * @param found what it is, where its own structure tells that; else null
   */
  record Look(FilePreview preview, Evidence evidence, @Nullable Found found) {
    Look(FilePreview preview, Evidence evidence) {
      this(preview, evidence, null);
    }

    Look(FilePreview preview, Found found) {
      this(
          preview,
          new Evidence(
              Recipe.Format.TABLE,
              preview.file(),
              preview.columns().stream().map(ColumnDecision::name).toList(),
              List.of()),
          found);
    }
  }

  /**
   * As {@link #of(Path, Recipes)}, with the shipped recipes alone.
   *
   * @throws WorkbenchException when nothing can be read from it
   */
  public static FilePreview of(Path file) {
    return of(file, Recipes.shipped());
  }

  /**
   * @param recipes the exports known
   * @throws WorkbenchException when nothing can be read from it
   */
  public static FilePreview of(Path file, Recipes recipes) {
    Look look = look(file);
    return look.preview().withFits(recipes.fits(look));
  }

  static Look look(Path file) {
    try {
      if (Files.isDirectory(file)) {
        return look(SeveralPreview.ofFolder(file), Recipe.Format.TABLE, List.of());
      }
      if (Files.exists(file) && !Files.isRegularFile(file)) {
        throw Refused.noFile(file);
      }
      long bytes = Files.size(file);
      if (bytes == 0) {
        throw Refused.empty(file);
      }
      if (ZipArchive.is(file)) {
        return look(SeveralPreview.ofArchive(file, bytes), Recipe.Format.TABLE, List.of());
      }
      byte[] head = head(file);
      return switch (FileKind.of(file, head, head.length)) {
        case CSV -> csv(file, bytes, head);
        case JSON -> json(file, bytes, head);
        case LOG -> log(file, bytes, head);
        case XML -> xml(file, bytes, head);
        case DOCUMENT -> document(file, bytes, head);
        case PARQUET -> look(ParquetPreview.of(file, bytes), Recipe.Format.TABLE, List.of());
        case XLSX -> xlsx(file, bytes);
      };
    } catch (IOException e) {
      throw Refused.unreadable(file, e);
    }
  }

  /** The first bytes, unpacked. */
  static byte[] head(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] head = in.readNBytes(HEAD);
      if (!Gunzip.is(head)) {
        return head;
      }
      try (InputStream unpacked = Gunzip.open(file, new ByteArrayInputStream(head))) {
        return upTo(unpacked);
      }
    }
  }

  /** As much as the packed beginning yields; that it ends in the middle is no matter here. */
  private static byte[] upTo(InputStream in) throws IOException {
    byte[] buffer = new byte[HEAD];
    int size = 0;
    try {
      while (size < HEAD) {
        int read = in.read(buffer, size, HEAD - size);
        if (read < 0) {
          break;
        }
        size += read;
      }
    } catch (IOException e) {
      if (size == 0) {
        throw e;
      }
    }
    return java.util.Arrays.copyOf(buffer, size);
  }

  private static Look look(FilePreview preview, Recipe.Format format, List<String> above) {
    List<String> names = preview.columns().stream().map(ColumnDecision::name).toList();
    return new Look(preview, new Evidence(format, preview.file(), names, above));
  }

  private static Look csv(Path file, long bytes, byte[] head) {
    boolean whole = head.length < HEAD;
    TextEncoding encoding = TextEncoding.ofStart(head, head.length);
    TextHead text = TextHead.of(head, encoding, whole);
    if (whole && text.isBlank()) {
      throw Refused.blank(file);
    }
    if (encoding == TextEncoding.UTF_8 && !TextEncoding.isUtf8(head, 0, safeEnd(head, whole))) {
      encoding = TextEncoding.WINDOWS_1252;
    }
    Dialect dialect = DialectProbe.of(text.bytes(), text.length(), whole);
    List<DialectProbe.Row> rows =
        DialectProbe.rows(text.bytes(), text.length(), whole, dialect.delimiter(), 400).stream()
            .filter(row -> row.line() >= dialect.dataLine())
            .toList();
    var cells = rows.stream().map(DialectProbe.Row::cells).toList();
    FilePreview preview =
        preview(
            file,
            bytes,
            "CSV",
            encoding.label(),
            dialect.shown(),
            List.of(),
            dialect.names(),
            cells,
            dialect.aside().isEmpty()
                ? List.of()
                : List.of(
                    "The header stands in line "
                        + dialect.headerLine()
                        + "; what is above it will be set aside."));
    return look(preview, Recipe.Format.TABLE, dialect.aside());
  }

  /** The end of the last whole character in a head that was cut. */
  private static int safeEnd(byte[] head, boolean whole) {
    int end = head.length;
    for (int i = 0; !whole && i < 4 && end > 0 && head[end - 1] < 0; i++) {
      end--;
    }
    return end;
  }

  private static Look json(Path file, long bytes, byte[] head) throws IOException {
    var table = JsonSource.preview(head, 200);
    return look(
        preview(
            file, bytes, "JSON", "UTF-8", "", List.of(), table.names(), table.rows(), List.of()),
        Recipe.Format.JSON,
        List.of());
  }

  private static Look xml(Path file, long bytes, byte[] head) throws IOException {
    var table = XmlSource.preview(file, head, head.length < HEAD, 200);
    FilePreview preview =
        preview(
            file,
            bytes,
            "XML",
            table.encoding(),
            "",
            List.of(),
            table.names(),
            table.rows(),
            table.notes());
    return new Look(preview, table.found());
  }

  private static Look document(Path file, long bytes, byte[] head) throws IOException {
    DocumentFormat format = Objects.requireNonNull(DocumentFormat.named(file));
    DocumentSource.Taken taken;
    if (format.isPlain()) {
      if (bytes > DocumentSource.LARGEST) {
        throw DocumentSource.tooLarge(file, bytes, DocumentSource.LARGEST);
      }
      DocumentSource.Text text = DocumentSource.text(head);
      Article beginning = Article.of(format, text.source());
      taken = new DocumentSource.Taken(beginning, text.source(), text.encoding());
    } else {
      taken = DocumentSource.take(file, format, file);
    }
    Article article = taken.article();
    if (article.text().isEmpty() && (!format.isPlain() || head.length < HEAD)) {
      throw DocumentSource.noText(file);
    }
    List<String> cells =
        DocumentSource.cells(String.valueOf(file.getFileName()), article, taken.source()).stream()
            .map(FilePreviews::glance)
            .toList();
    Found found = DocumentSource.found(List.of(DocumentSource.ending(file)));
    FilePreview preview =
        preview(
            file,
            bytes,
            format.label(),
            taken.encoding(),
            "",
            List.of(),
            DocumentSource.COLUMNS,
            List.of(cells),
            List.of(found.because()));
    return new Look(preview, found);
  }

  /** A whole article would fill the screen. */
  private static String glance(@Nullable String cell) {
    String line = cell == null ? "" : cell.substring(0, Math.min(cell.length(), 400));
    return cell == null || line.length() == cell.length() ? line : line + "…";
  }

  private static Look log(Path file, long bytes, byte[] head) throws IOException {
    boolean whole = head.length < HEAD;
    LogFormat format = java.util.Objects.requireNonNull(LogSource.format(head, head.length, whole));
    var table = LogSource.preview(head, format, whole, ROWS);
    LogMatch match = format.match();
    return new Look(
        new FilePreview(
            String.valueOf(file.getFileName()),
            bytes,
            "Log",
            table.encoding(),
            "",
            List.of(),
            table.columns(),
            table.rows(),
            List.of(),
            List.of(match.reason())),
        new Found(match.id(), match.confidence(), match.reason()));
  }

  private static Look xlsx(Path file, long bytes) throws IOException {
    try (var workbook = XlsxSource.open(file, file)) {
      List<Sheet> sheets = workbook.getSheets().toList();
      for (Sheet sheet : sheets) {
        List<Row> rows;
        try (Stream<Row> stream = sheet.openStream()) {
          rows = stream.limit(XlsxSource.LOOK).toList();
        }
        var reader = new SheetCells();
        SheetLayout layout = SheetLayout.of(rows, reader);
        if (layout != null) {
          List<List<String>> cells =
              rows.stream()
                  .filter(row -> row.getRowNum() >= layout.firstRow())
                  .map(reader::cells)
                  .toList();
          FilePreview preview =
              preview(
                  file,
                  bytes,
                  "XLSX",
                  "",
                  "",
                  sheets.stream().map(Sheet::getName).toList(),
                  layout.names(),
                  cells,
                  layout.notes());
          return look(preview, Recipe.Format.TABLE, layout.above());
        }
      }
      throw Refused.noRows(file, " in any sheet");
    }
  }

  private static FilePreview preview(
      Path file,
      long bytes,
      String kind,
      String encoding,
      String delimiter,
      List<String> sheets,
      List<String> names,
      List<List<String>> rows,
      List<String> notes) {
    var columns = new ArrayList<ColumnDecision>();
    for (int i = 0; i < names.size(); i++) {
      columns.add(guess(names.get(i), column(rows, i)));
    }
    return new FilePreview(
        String.valueOf(file.getFileName()),
        bytes,
        kind,
        encoding,
        delimiter,
        sheets,
        columns,
        rows.stream().limit(ROWS).map(List::copyOf).toList(),
        List.of(),
        notes);
  }

  private static List<String> column(List<List<String>> rows, int i) {
    return rows.stream().filter(row -> i < row.size()).map(row -> row.get(i)).toList();
  }

  private static ColumnDecision guess(String name, List<String> values) {
    var column = new ColumnWork(name);
    long row = 0;
    for (String value : values) {
      column.candidates.add(value, ++row);
    }
    Reading reading = column.next();
    if (reading == null) {
      return new ColumnDecision(
          name, ColumnType.TEXT, "", "Text, by the first " + values.size() + " rows.");
    }
    if (reading instanceof NumberReading number && number.unit().isEmpty()) {
      boolean whole = values.stream().noneMatch(v -> v.indexOf(number.style().decimal()) >= 0);
      reading = number.withSize(new NumberReading.Size(18, whole ? 0 : 2, false, true, true));
    }
    return new ColumnDecision(
        name, reading.type(), reading.format(), "By the first " + values.size() + " rows.");
  }
}
