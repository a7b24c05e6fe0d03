package io.liftwerk.ingest;

import io.liftwerk.workspace.Hashes;
import io.liftwerk.workspace.JobContext;
import io.liftwerk.workspace.Json;
import io.liftwerk.workspace.WorkbenchException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Articles: web pages, Markdown, plain text, PDF and DOCX, kept as documents. A set of them is one
 * table with a row for each, in order of their paths; {@code _row} is the number of the document in
 * the set. The text is what readers see; everything else, hidden text and scripts too, stays in
 * {@code source}, but for PDF and DOCX, of which the text alone is kept.
 *
 * <p>The hash of a set is SHA-256 over the hashes of its files, in hex, one a line, in order of
 * their paths; that of a document alone is its file's.
 */
final class DocumentSource implements Origin {
  /** No article is larger; what is larger is a data set in disguise. */
  static final long LARGEST = 10L << 20;

  /** PDF and DOCX hold pictures too; of their text no more is taken than of any other. */
  static final long LARGEST_PACKED = 100L << 20;

  static final List<String> COLUMNS =
      List.of(
          "path",
          "title",
          "description",
          "language",
          "canonical",
          "h1",
          "published",
          "modified",
          "author",
          "words",
          "text",
          "headings",
          "links",
          "schema_org",
          "front_matter",
          "source");

  private static final List<String> DAYS = List.of("published", "modified");

  private final DocumentSet set;
  private final Staging staging;
  private final JobContext context;
  private final Bar bar;
  private final List<Incoming> opened = new ArrayList<>();
  private @Nullable Dropped current;

  DocumentSource(DocumentSet set, Staging staging, JobContext context, Bar bar) {
    this.set = set;
    this.staging = staging;
    this.context = context;
    this.bar = bar;
  }

  @Override
  public Path file() {
    return set.files().size() == 1 ? set.files().getFirst().file() : set.folder();
  }

  @Override
  public String name() {
    return set.name();
  }

  @Override
  public String tableName() {
    return set.tableName();
  }

  @Override
  public long bytes() {
    return opened.stream().mapToLong(Incoming::bytes).sum();
  }

  @Override
  public String sha256() throws IOException {
    if (opened.size() == 1) {
      return opened.getFirst().sha256();
    }
    var lines = new StringBuilder();
    for (Incoming one : opened) {
      lines.append(one.sha256()).append('\n');
    }
    return Hashes.sha256(lines.toString());
  }

  @Override
  public void checkUnchanged() throws IOException {
    for (Incoming one : opened) {
      one.checkUnchanged();
    }
  }

  /** The files read, in the order of the rows. */
  List<Incoming> opened() {
    return List.copyOf(opened);
  }

  /** What is known about a set when all of its documents have been read. */
  private static final class Tally {
    private final TreeSet<String> encodings = new TreeSet<>();
    private final TreeSet<String> endings = new TreeSet<>();
    private final List<String> withoutText = new ArrayList<>();
    private final boolean[] dated = new boolean[DAYS.size()];
    private final boolean[] otherwise = new boolean[DAYS.size()];

    private void days(@Nullable String... stated) {
      for (int i = 0; i < stated.length; i++) {
        String day = stated[i];
        boolean iso = day != null && day.matches("\\d{4}-\\d{2}-\\d{2}");
        dated[i] |= iso;
        otherwise[i] |= day != null && !iso;
      }
    }
  }

  /**
   * @throws WorkbenchException naming the document that is none, is too large or has no text
   */
  Prepared prepare() throws IOException {
    var tally = new Tally();
    Path good = staging.next(".csv");
    try (var rows = new StagedCsv(good)) {
      int count = set.files().size();
      for (Dropped dropped : set.files()) {
        Path file = dropped.file();
        current = dropped;
        bar.at(0.2 * rows.records() / count, "reading " + Refused.shown(file));
        try {
          row(dropped, rows, tally);
        } catch (IOException e) {
          context.checkCancelled();
          throw Refused.unreadable(file, e);
        }
      }
      if (tally.withoutText.size() == count) {
        throw noText(set.files().getFirst().file());
      }
      current = null;
      return new Prepared(
              null,
              Staged.plain(good, COLUMNS, rows, null, 0),
              String.join(", ", tally.encodings),
              '\0',
              typed(tally),
              notes(tally),
              null)
          .found(found(tally));
    }
  }

  /** The document that is being read, null before and after. */
  @Nullable Dropped current() {
    return current;
  }

  private void row(Dropped dropped, StagedCsv rows, Tally tally) throws IOException {
    Path file = dropped.file();
    Incoming incoming = Incoming.open(dropped, dropped.fetch(staging, context), context);
    opened.add(incoming);
    boolean packed = Gunzip.is(incoming.head());
    if (packed) {
      Path inside = staging.next(".unpacked");
      Gunzip.unpack(incoming, inside, bar);
      incoming.unpacked(inside);
    }
    DocumentFormat format = format(incoming);
    Taken taken = take(file, format, incoming.content());
    if (packed) {
      Files.delete(incoming.content());
    }
    Article article = taken.article();
    rows.begin(rows.records() + 1);
    for (String cell : cells(set.path(file), article, taken.source())) {
      rows.field(cell);
    }
    rows.end();
    if (!taken.encoding().isEmpty()) {
      tally.encodings.add(taken.encoding());
    }
    tally.endings.add(ending(file));
    tally.days(article.published(), article.modified());
    if (article.text().isEmpty()) {
      tally.withoutText.add(set.path(file));
    }
  }

  /**
   * An article out of its file.
   *
   * @param source its text with all markup; empty where the file is no text
   * @param encoding of its text, empty where the file is none
   */
  record Taken(Article article, String source, String encoding) {}

  /**
   * Reads the document whose bytes lie at {@code content}.
   *
   * @param file named in refusals
   */
  static Taken take(Path file, DocumentFormat format, Path content) throws IOException {
    long size = Files.size(content);
    long most = format.isPlain() ? LARGEST : LARGEST_PACKED;
    if (size > most) {
      throw tooLarge(file, size, most);
    }
    Article article =
        switch (format) {
          case PDF -> PdfArticle.of(file, content);
          case DOCX -> WordArticle.of(file, content);
          default -> null;
        };
    if (article != null) {
      if (article.text().length() > LARGEST) {
        throw tooLarge(file, article.text().length(), LARGEST);
      }
      return new Taken(article, "", "");
    }
    Text text = text(Files.readAllBytes(content));
    return new Taken(Article.of(format, text.source()), text.source(), text.encoding());
  }

  private static DocumentFormat format(Incoming incoming) throws IOException {
    byte[] head = incoming.head();
    FileKind kind = FileKind.of(incoming.file(), head, head.length);
    DocumentFormat format = DocumentFormat.named(incoming.file());
    if (kind != FileKind.DOCUMENT || format == null) {
      throw new IllegalStateException("no document: " + incoming.file());
    }
    return format;
  }

  /** A document's text and how it was encoded. */
  record Text(String source, String encoding) {}

  static Text text(byte[] bytes) throws IOException {
    MarkupEncoding.Content content = () -> new ByteArrayInputStream(bytes);
    MarkupEncoding encoding = MarkupEncoding.ofPage(bytes, content);
    var source = new StringWriter(bytes.length);
    try (Reader reader = encoding.reader(content)) {
      reader.transferTo(source);
    }
    return new Text(source.toString(), encoding.label());
  }

  /** The cells of {@link #COLUMNS}. */
  static List<@Nullable String> cells(String path, Article article, String source) {
    return Arrays.asList(
        path,
        article.title(),
        article.description(),
        article.language(),
        article.canonical(),
        article.h1(),
        article.published(),
        article.modified(),
        article.author(),
        Long.toString(article.words()),
        article.text(),
        Json.write(article.headings()),
        Json.write(article.links()),
        article.schemaOrg(),
        article.frontMatter(),
        source);
  }

  private static List<Decided> typed(Tally tally) {
    var columns = new ArrayList<Decided>();
    for (String name : COLUMNS) {
      int day = DAYS.indexOf(name);
      if (day >= 0) {
        columns.add(day(name, tally.dated[day], tally.otherwise[day]));
      } else if (name.equals("words")) {
        columns.add(new Decided(name, wholeNumber(), "Counted in the text."));
      } else {
        columns.add(new Decided(name, new TextReading(), "Text, as in every set of documents."));
      }
    }
    return columns;
  }

  private static Reading wholeNumber() {
    return NumberReading.of(NumberStyle.PLAIN, "", false)
        .withSize(new NumberReading.Size(18, 0, false, false, false));
  }

  private static Decided day(String name, boolean dated, boolean otherwise) {
    if (otherwise) {
      return new Decided(name, new TextReading(), "Text: not every document writes it as a day.");
    }
    if (!dated) {
      return new Decided(name, new TextReading(), "Text: the column is empty.");
    }
    return new Decided(
        name,
        new TemporalReading(Day.ISO, Clock.NONE),
        "Every document that states it writes a day.");
  }

  private static List<String> notes(Tally tally) {
    List<String> without = tally.withoutText;
    if (without.isEmpty()) {
      return List.of();
    }
    String first = Refused.printable(without.getFirst());
    return List.of(
        without.size() == 1
            ? "1 document holds no text that a reader would see: " + first + "."
            : Reasons.count(without.size())
                + " documents hold no text that a reader would see, the first is "
                + first
                + ".");
  }

  private static Found found(Tally tally) {
    return found(tally.endings);
  }

  static Found found(Collection<String> endings) {
    return new Found(
        "documents",
        endings.contains(".txt") ? 0.7 : 0.95,
        "Files that end in "
            + endings.stream().sorted().collect(Collectors.joining(", "))
            + " are kept as documents.");
  }

  static String ending(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    String plain = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
    return plain.substring(plain.lastIndexOf('.'));
  }

  static WorkbenchException noText(Path file) {
    return new WorkbenchException(
        "document-no-text",
        Refused.shown(file) + " holds no text that a reader would see, only markup and scripts.",
        "Open the page in a browser, wait until it is complete, and save it from there.");
  }

  static WorkbenchException tooLarge(Path file, long size, long most) {
    return new WorkbenchException(
        "document-too-large",
        Refused.shown(file)
            + " has "
            + Reasons.count(size >> 20)
            + " MB, more than the "
            + Reasons.count(most >> 20)
            + " MB a document may have.",
        "It is probably not an article; look at what makes it so large.");
  }
}
