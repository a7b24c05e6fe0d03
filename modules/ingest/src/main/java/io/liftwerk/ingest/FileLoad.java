package io.liftwerk.ingest;

import io.liftwerk.workspace.KillPoint;
import io.liftwerk.workspace.WorkbenchException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Loads one file, or documents that make one table: stages it, loads each table in it, decides its
 * columns, makes its views.
 */
final class FileLoad {
  private final Session session;
  private final Catalog catalog;
  private final Staging staging;
  private final ImportRequest request;
  private final Bar bar;
  private final Map<String, String> hashes = new LinkedHashMap<>();

  FileLoad(Session session, Catalog catalog, Staging staging, ImportRequest request, Bar bar) {
    this.session = session;
    this.catalog = catalog;
    this.staging = staging;
    this.request = request;
    this.bar = bar;
  }

  List<ImportedTable> load(Path file) throws Exception {
    bar.at(0, "opening " + Refused.shown(file));
    Incoming incoming = Incoming.open(file, session.context());
    refuseTakenName();
    FileKind kind = kind(incoming);
    if (kind == FileKind.DOCUMENT) {
      return load(DocumentSet.alone(file));
    }
    // looked at while the hash is computed; for a file that is there already it was in vain
    List<Prepared> prepared = prepare(incoming, kind);
    KillPoint.STAGING.pass();
    String hash = noted(incoming, incoming.name());
    List<SourceTable> same = catalog.sameFile(hash, null);
    if (kind != FileKind.XLSX && request.as() == null && !same.isEmpty()) {
      return List.of(existing(same.getFirst()));
    }
    var tables = new ArrayList<ImportedTable>();
    for (Prepared one : prepared) {
      tables.add(loadOne(incoming, kind, hash, one, prepared.size() > 1));
    }
    incoming.checkUnchanged();
    return tables;
  }

  /** Loads documents as one table. */
  List<ImportedTable> load(DocumentSet set) throws Exception {
    bar.at(0, "opening " + Refused.printable(set.name()));
    refuseTakenName();
    var source = new DocumentSource(set, staging, session.context(), bar);
    Prepared prepared = source.prepare();
    KillPoint.STAGING.pass();
    boolean several = set.files().size() > 1;
    for (Incoming one : source.opened()) {
      noted(one, several ? set.name() + "/" + set.path(one.file()) : one.name());
    }
    return List.of(loadOne(source, FileKind.DOCUMENT, source.sha256(), prepared, false));
  }

  /** SHA-256 of every file read, by the path it was named by. */
  Map<String, String> hashes() {
    return hashes;
  }

  /** Records {@code incoming} as an input of the run; its hash. */
  private String noted(Incoming incoming, String name) throws Exception {
    String path = incoming.file().toString();
    String hash = incoming.sha256();
    String expected = request.hashes().get(path);
    if (expected != null && !expected.equals(hash)) {
      throw new WorkbenchException(
          "input-changed",
          Refused.shown(incoming.file()) + " is no longer the file that was imported then.",
          "Import it as a new file, or restore the old one.");
    }
    hashes.put(path, hash);
    session.context().input(name, hash, incoming.bytes());
    return hash;
  }

  private void refuseTakenName() throws Exception {
    String as = request.as();
    if (as != null && catalog.taken(TableNames.checked(as))) {
      throw new WorkbenchException(
          "table-exists",
          "There is already a table '" + as.strip() + "' in bronze.",
          "Choose another name, or rename or remove the table first.");
    }
  }

  private FileKind kind(Incoming incoming) throws Exception {
    byte[] head = incoming.head();
    if (Gunzip.is(head)) {
      Path inside = staging.next(".unpacked");
      Gunzip.unpack(incoming, inside, bar);
      incoming.unpacked(inside);
      head = incoming.head();
    }
    FileKind kind = FileKind.of(incoming.file(), head, head.length);
    TextEncoding encoding = TextEncoding.ofStart(head, head.length);
    if (kind == FileKind.JSON && encoding.isUtf16()) {
      incoming.transcode(encoding, staging.next(".json"));
    }
    return kind;
  }

  private List<Prepared> prepare(Incoming incoming, FileKind kind) throws Exception {
    return switch (kind) {
      case CSV -> List.of(new CsvSource(incoming, staging, bar).prepare());
      case JSON -> List.of(new JsonSource(incoming, staging, bar).prepare());
      case XML -> List.of(new XmlSource(incoming, staging, bar).prepare());
      case DOCUMENT -> throw new IllegalStateException("documents are loaded as a set");
      case PARQUET -> List.of(new ParquetSource(session, incoming, staging).prepare());
      case XLSX -> new XlsxSource(incoming, staging, request.sheets(), bar).prepare();
    };
  }

  private ImportedTable loadOne(
      Origin origin, FileKind kind, String hash, Prepared prepared, boolean several)
      throws Exception {
    String sheet = prepared.sheet();
    List<SourceTable> same = catalog.sameFile(hash, sheet);
    if (request.as() == null && !same.isEmpty()) {
      return existing(same.getFirst());
    }
    if (prepared.staged().records() == 0) {
      throw Refused.noRows(origin.file(), sheet == null ? "" : " in sheet '" + sheet + "'");
    }
    long id = catalog.nextId();
    String table = Catalog.loadTable(id);
    Prepared loaded = fill(origin, prepared, table);
    KillPoint.LOAD.pass();
    Staged staged = loaded.staged();
    bar.at(0.85, "deciding the columns of " + origin.name());
    List<Decided> columns = columns(loaded, table);
    if (staged.rejectCount() > 0) {
      new TableLoad(session).rejects(staged, Catalog.rejectTable(id));
    }
    origin.checkUnchanged();
    String name = name(origin, sheet, several);
    long rows = session.numbers("SELECT count(*) FROM " + table)[0];
    var source =
        new SourceTable(
            id,
            name,
            origin.name(),
            sheet,
            hash,
            origin.bytes(),
            kind.label(),
            loaded.encoding(),
            loaded.delimiter() == 0 || columns.size() == 1
                ? ""
                : String.valueOf(loaded.delimiter()),
            rows,
            staged.rejectCount(),
            Instant.now().truncatedTo(ChronoUnit.MILLIS),
            session.context().run(),
            columns.stream().map(Decided::decision).toList(),
            loaded.notes());
    KillPoint.SWAP.pass();
    publish(session, source, columns);
    catalog.add(source);
    bar.at(1, "loaded " + origin.name());
    return imported(source, same.isEmpty() ? null : same.getFirst().name());
  }

  private Prepared fill(Origin origin, Prepared prepared, String table) throws Exception {
    var load = new TableLoad(session);
    String phrase = "loading " + origin.name();
    session.context().progress(-1, phrase);
    if (load.load(prepared.staged(), table, 0.2, 0.85, phrase)) {
      return prepared;
    }
    Prepared.Slower slower = prepared.exact();
    if (slower == null) {
      throw TableLoad.incomplete(origin.name(), prepared.staged());
    }
    Prepared again = slower.stage();
    if (!load.load(again.staged(), table, 0.2, 0.85, phrase)) {
      throw TableLoad.incomplete(origin.name(), again.staged());
    }
    return again;
  }

  private List<Decided> columns(Prepared prepared, String table) throws Exception {
    var chosen = new HashMap<String, ColumnDecision>();
    for (Map.Entry<String, ColumnDecision> entry : request.decisions().entrySet()) {
      ColumnDecision decision = entry.getValue();
      chosen.put(
          entry.getKey(),
          new ColumnDecision(entry.getKey(), decision.type(), decision.format(), ""));
    }
    List<Decided> typed = prepared.typed();
    if (typed != null && chosen.isEmpty()) {
      return typed;
    }
    return new TypeDecisions(session, table, prepared.staged().names(), prepared.delimiter())
        .decide(chosen);
  }

  private String name(Origin origin, @Nullable String sheet, boolean several) throws Exception {
    String as = request.as();
    String wanted = as != null ? TableNames.checked(as) : origin.tableName();
    if (several && sheet != null) {
      wanted = TableNames.derived(wanted + " " + sheet);
    }
    String free = wanted;
    for (int n = 2; catalog.taken(free); n++) {
      free = wanted + "_" + n;
    }
    return free;
  }

  /** Makes the views of {@code source}. */
  static void publish(Session session, SourceTable source, List<Decided> columns) throws Exception {
    session.execute(
        BronzeView.create(
            source.name(),
            Catalog.loadTable(source.id()),
            columns,
            source.file(),
            source.loadedAt()));
    if (source.rejects() > 0) {
      session.execute(
          BronzeView.createRejects(
              source.name(), Catalog.rejectTable(source.id()), source.file(), source.loadedAt()));
    }
  }

  private static ImportedTable existing(SourceTable source) {
    var notes = new ArrayList<String>();
    boolean documents = source.kind().equals(FileKind.DOCUMENT.label()) && source.rows() > 1;
    notes.add(
        documents
            ? "The same documents are already in '"
                + source.name()
                + "', so they were not loaded again."
            : "The same file is already in '" + source.name() + "', so it was not loaded again.");
    notes.addAll(source.notes());
    ImportedTable table = imported(source, source.name());
    return new ImportedTable(
        table.name(),
        table.file(),
        table.sheet(),
        table.sha256(),
        table.bytes(),
        table.encoding(),
        table.delimiter(),
        table.rows(),
        table.rejects(),
        table.rejectsTable(),
        table.columns(),
        table.duplicateOf(),
        notes);
  }

  private static ImportedTable imported(SourceTable source, @Nullable String duplicateOf) {
    return new ImportedTable(
        source.name(),
        source.file(),
        source.sheet(),
        source.sha256(),
        source.bytes(),
        source.encoding(),
        source.delimiter(),
        source.rows(),
        source.rejects(),
        source.rejectsTable(),
        source.columns(),
        duplicateOf,
        source.notes());
  }
}
