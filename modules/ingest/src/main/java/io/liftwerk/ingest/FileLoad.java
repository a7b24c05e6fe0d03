package io.liftwerk.ingest;

import io.liftwerk.ingest.log.LogMatch;
import io.liftwerk.ingest.recipe.Match;
import io.liftwerk.ingest.recipe.Recipe;
import io.liftwerk.workspace.KillPoint;
import io.liftwerk.workspace.WorkbenchException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Loads one file, or documents that make one table: stages it, loads each table in it, decides its
 * columns, makes its views.
 */
final class FileLoad {
  /** From so many records on it pays to learn from the first of them what need not be searched. */
  private static final long MANY = 50_000;

  private final Session session;
  private final Catalog catalog;
  private final Staging staging;
  private final ImportRequest request;
  private final Kinds kinds;
  private final Masker masker;
  private final Bar bar;
  private final LoadedBefore before;
  private final List<SourceTable> replacedTables = new ArrayList<>();

  FileLoad(
      Session session,
      Catalog catalog,
      Staging staging,
      ImportRequest request,
      Kinds kinds,
      Masker masker,
      Bar bar) {
    this.session = session;
    this.catalog = catalog;
    this.staging = staging;
    this.request = request;
    this.kinds = kinds;
    this.masker = masker;
    this.bar = bar;
    this.before = new LoadedBefore(catalog, request);
  }

  List<ImportedTable> load(Dropped dropped) throws Exception {
    Path file = dropped.file();
    bar.at(0, "opening " + Refused.shown(file));
    Path bytes = dropped.fetch(staging, session.context());
    Incoming incoming = Incoming.open(dropped, bytes, session.context());
    refuseTakenName();
    FileKind kind = kind(incoming);
    if (kind == FileKind.DOCUMENT) {
      return load(new DocumentSource(DocumentSet.alone(dropped), staging, session.context(), bar));
    }
    if (kind != FileKind.XLSX && !request.sheets().isEmpty()) {
      throw Refused.noSheets(file, request.sheets().getFirst());
    }
    // looked at while the hash is computed; for a file that is there already it was in vain
    List<Prepared> prepared = prepare(incoming, kind);
    KillPoint.STAGING.pass();
    var tables = new ArrayList<ImportedTable>();
    for (Prepared one : prepared) {
      tables.add(loadOne(incoming, kind, one, prepared.size() > 1));
    }
    incoming.checkUnchanged();
    return tables;
  }

  /** Loads documents as one table; {@code source} tells which one it was at when it fails. */
  List<ImportedTable> load(DocumentSource source) throws Exception {
    bar.at(0, "opening " + Refused.printable(source.name()));
    refuseTakenName();
    if (!request.sheets().isEmpty()) {
      throw Refused.noSheets(source.file(), request.sheets().getFirst());
    }
    Prepared prepared = source.prepare();
    KillPoint.STAGING.pass();
    for (Incoming one : source.opened()) {
      before.checkedHash(one);
    }
    return List.of(loadOne(source, FileKind.DOCUMENT, prepared, false));
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
    if ((kind == FileKind.JSON || kind == FileKind.LOG) && encoding.isUtf16()) {
      incoming.transcode(encoding, staging.next(".utf8"));
    }
    return kind;
  }

  private List<Prepared> prepare(Incoming incoming, FileKind kind) throws Exception {
    return switch (kind) {
      case CSV -> List.of(new CsvSource(incoming, staging, kinds, bar).prepare());
      case JSON -> List.of(new JsonSource(incoming, staging, bar).prepare());
      case LOG -> log(incoming);
      case XML -> List.of(new XmlSource(incoming, staging, bar).prepare());
      case DOCUMENT -> throw new IllegalStateException("documents are loaded as a set");
      case PARQUET -> List.of(new ParquetSource(session, incoming, staging).prepare());
      case XLSX -> new XlsxSource(incoming, staging, request.sheets(), kinds, bar).prepare();
    };
  }

  private List<Prepared> log(Incoming incoming) throws Exception {
    var log = new LogSource(incoming, staging, bar);
    LogMatch match = log.match();
    return List.of(log.prepare().found(new Found(match.id(), match.confidence(), match.reason())));
  }

  private ImportedTable loadOne(Origin origin, FileKind kind, Prepared prepared, boolean several)
      throws Exception {
    String sheet = prepared.sheet();
    LoadedBefore.Found known = before.find(origin, sheet);
    if (known.standing() != null) {
      return known.standing();
    }
    if (prepared.staged().records() == 0) {
      throw Refused.noRows(origin.file(), sheet == null ? "" : " in sheet '" + sheet + "'");
    }
    long id = catalog.nextId();
    String table = Catalog.loadTable(id);
    var questions = new ArrayList<String>();
    Match match = match(origin, kind, prepared, questions);
    Filled filled = fill(origin, kind, prepared, match, table);
    KillPoint.LOAD.pass();
    Prepared loaded = filled.prepared();
    Staged staged = loaded.staged();
    Masking masking = filled.masking();
    bar.at(0.85, "deciding the columns of " + origin.name());
    List<Decided> columns = masking.told(columns(loaded, filled.stored(), match));
    if (staged.rejectCount() > 0) {
      new TableLoad(session).rejects(staged, masking, Catalog.rejectTable(id));
    }
    origin.checkUnchanged();
    long rows = session.numbers("SELECT count(*) FROM " + table)[0];
    ExportFindings told =
        new Reconciliation(session, filled.stored(), columns, match, loaded.aside()).findings(rows);
    ExportFindings findings = told.withAside(masked(told.aside(), masking));
    var fresh = new Versions.Fresh(filled.stored(), columns, findings);
    var versions = new Versions(session, catalog);
    Versions.Plan plan =
        request.as() == null
            ? versions.plan(origin.name(), sheet, fresh, known.corrected()).orElse(null)
            : null;
    String name = plan == null ? name(origin, sheet, several) : plan.table().name();
    var source =
        new SourceTable(
            id,
            name,
            origin.name(),
            sheet,
            before.checkedHash(origin),
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
            notes(loaded, findings, plan, questions, masking),
            findings,
            plan == null ? List.of() : plan.table().loads());
    KillPoint.SWAP.pass();
    StoredTable stored = filled.stored().committed();
    if (plan != null) {
      versions.retire(plan, id);
      catalog.update(plan.table(), false);
      session.execute(BronzeView.drop(name + TableNames.REJECTS));
      replacedTables.add(plan.table());
    }
    versions.publish(source, stored, columns);
    catalog.add(source, stored, masking.replaced());
    bar.at(1, "loaded " + origin.name());
    return ImportedTable.of(source, known.same(), source.notes())
        .correcting(plan == null ? null : plan.correction());
  }

  /** The tables that were continued, as they were. */
  List<SourceTable> replacedTables() {
    return replacedTables;
  }

  /** The recipe that fits: known from the report's layout, else found by the columns' names. */
  private @Nullable Match match(
      Origin origin, FileKind kind, Prepared loaded, List<String> questions) {
    ReportLayout layout = loaded.layout();
    if (layout != null) {
      return layout.match();
    }
    Found found = loaded.found();
    if (found != null) {
      return kinds.known(origin.file(), found, loaded.staged().names()).orElse(null);
    }
    Recipe.Format format = kind == FileKind.JSON ? Recipe.Format.JSON : Recipe.Format.TABLE;
    return kinds
        .of(origin.file(), format, loaded.staged().names(), List.of(), questions)
        .orElse(null);
  }

  /** What a user should know, the report's own totals first. */
  private List<String> notes(
      Prepared loaded,
      ExportFindings findings,
      Versions.@Nullable Plan plan,
      List<String> questions,
      Masking masking)
      throws Exception {
    var notes = new ArrayList<String>(questions);
    notes.addAll(TotalNotes.of(findings));
    if (plan != null) {
      notes.addFirst(Versions.note(plan.correction()));
    }
    for (String note : loaded.notes()) {
      notes.add(masking.text(note));
    }
    notes.addAll(masking.replaced().notes());
    notes.addAll(kinds.book().problems());
    return notes;
  }

  private static List<AsideLine> masked(List<AsideLine> lines, Masking masking) throws Exception {
    var masked = new ArrayList<AsideLine>();
    for (AsideLine line : lines) {
      masked.add(new AsideLine(line.line(), line.kind(), masking.text(line.text())));
    }
    return masked;
  }

  private record Filled(Prepared prepared, StoredTable stored, Masking masking) {}

  private Filled fill(
      Origin origin, FileKind kind, Prepared prepared, @Nullable Match match, String table)
      throws Exception {
    Filled filled = attempt(origin, kind, prepared, match, table);
    if (filled != null) {
      return filled;
    }
    Prepared.Slower slower = prepared.exact();
    if (slower == null) {
      throw TableLoad.incomplete(origin.name(), prepared.staged());
    }
    Prepared again = slower.stage();
    filled = attempt(origin, kind, again, match, table);
    if (filled == null) {
      throw TableLoad.incomplete(origin.name(), again.staged());
    }
    return filled;
  }

  /** Null when the table would not have the records of the file. */
  private @Nullable Filled attempt(
      Origin origin, FileKind kind, Prepared prepared, @Nullable Match match, String table)
      throws Exception {
    var load = new TableLoad(session);
    String phrase = "loading " + origin.name();
    session.context().progress(-1, phrase);
    Staged staged = prepared.staged();
    List<@Nullable String[]> sample = load.sample(staged);
    var what =
        new PersonalColumns.Table(
            staged.names(),
            match == null ? Map.of() : match.roles(),
            notText(prepared),
            kind == FileKind.DOCUMENT,
            sample);
    char cells = kind == FileKind.XLSX ? '\t' : prepared.delimiter();
    Masking masking =
        masker.begin(session.context(), what, new Mask.Line(cells, false, kind == FileKind.JSON));
    try {
      if (staged.records() < 0 || staged.records() >= MANY) {
        masking.learn(session, sample);
      }
      StoredTable stored = load.load(staged, sample, masking, table, 0.2, 0.85, phrase);
      return stored == null ? null : new Filled(prepared, stored, masking);
    } catch (SQLException e) {
      masker.rethrow();
      throw e;
    }
  }

  private static Set<String> notText(Prepared prepared) {
    List<Decided> typed = prepared.typed();
    return typed == null
        ? Set.of()
        : typed.stream()
            .filter(column -> !(column.reading() instanceof TextReading))
            .map(Decided::name)
            .collect(Collectors.toSet());
  }

  private List<Decided> columns(Prepared prepared, StoredTable stored, @Nullable Match match)
      throws Exception {
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
    return new TypeDecisions(session, stored, prepared.staged().names(), prepared.delimiter())
        .decide(chosen, match == null ? Set.of() : match.texts());
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
}
