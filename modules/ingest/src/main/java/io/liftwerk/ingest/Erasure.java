package io.liftwerk.ingest;

import io.liftwerk.text.PersonalData;
import io.liftwerk.text.PersonalKind;
import io.liftwerk.text.Span;
import io.liftwerk.workspace.Identifier;
import io.liftwerk.workspace.Job;
import io.liftwerk.workspace.JobContext;
import io.liftwerk.workspace.Json;
import io.liftwerk.workspace.Pseudonyms;
import io.liftwerk.workspace.Sql;
import io.liftwerk.workspace.WorkbenchException;
import io.liftwerk.workspace.Workspace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Erases persons from every table of the warehouse: rows that are theirs go, by pseudonym and by
 * the ids that {@link PersonIds} finds beside these; mentions of them are blotted out, files in
 * {@code exports/} that hold them are deleted, lists by which they were handed to others too, PDFs
 * in any case, and the index of sources that copies what went. What the vault holds of them, and of
 * their rows alone, leaves it; what was built is marked as older; then both database files are
 * written anew ({@link Workspace#rewrite}), and {@link ErasureProof} looks whether anything is
 * left.
 */
public final class Erasure implements Job<ErasureResult> {

  /** Under which runs list it. */
  public static final String NAME = "erase";

  private static final int AT_ONCE = 500;

  private final ErasureRequest request;
  private final HandedOver handedOver;
  private volatile List<PersonIds.Id> followed = List.of();

  /**
   * @param handedOver what is known of files by which persons were handed to others
   */
  public Erasure(ErasureRequest request, HandedOver handedOver) {
    this.request = request;
    this.handedOver = handedOver;
  }

  /**
   * The erasure of those who have one of these e-mail addresses or telephone numbers.
   *
   * @throws WorkbenchException code {@code erase-line} when a line is neither, {@code erase-empty}
   *     without any; or when the vault cannot be opened
   */
  public static Erasure of(Workspace workspace, List<String> lines, HandedOver handedOver) {
    Pseudonyms pseudonyms = workspace.vault().pseudonyms();
    var wanted = new LinkedHashSet<String>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (!line.isEmpty()) {
        wanted.add(pseudonym(pseudonyms, line, i + 1));
      }
    }
    if (wanted.isEmpty()) {
      throw new WorkbenchException(
          "erase-empty",
          "The file names nobody.",
          "Write one e-mail address or telephone number a line.");
    }
    return new Erasure(new ErasureRequest(List.copyOf(wanted)), handedOver);
  }

  /**
   * The search for what this erasure may have left, once it is done.
   *
   * @param lines what it was made of
   */
  public ErasureProof proof(List<String> lines) {
    return new ErasureProof(request, lines, followed, handedOver);
  }

  private static String pseudonym(Pseudonyms pseudonyms, String line, int number) {
    if (line.indexOf('@') > 0) {
      return pseudonyms.of(
          Identifier.EMAIL, Pseudonymiser.normal(Identifier.EMAIL, line, Pseudonymiser.REGION));
    }
    List<Span> spans = PersonalData.standard().only(Set.of(PersonalKind.PHONE)).find(line);
    boolean digits = line.chars().filter(Character::isDigit).count() >= 6;
    if (spans.isEmpty() && !(digits && line.matches("[+0-9 ()/.-]+"))) {
      throw new WorkbenchException(
          "erase-line",
          "Line " + number + " is neither an e-mail address nor a telephone number.",
          "Write one of them a line.");
    }
    return pseudonyms.of(
        Identifier.PHONE, Pseudonymiser.normal(Identifier.PHONE, line, Pseudonymiser.REGION));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Record parameters() {
    return request;
  }

  @Override
  public Map<String, Double> metrics(ErasureResult result) {
    return Map.of("rows", (double) result.rows());
  }

  @Override
  public Object fingerprint(ErasureResult result) {
    return Json.without(result, "originals");
  }

  @Override
  public ErasureResult run(JobContext context) throws Exception {
    var session = new Session(context);
    var catalog = new Catalog(context.connection());
    catalog.ensure();
    refuseClear(catalog);
    int known = context.workspace().vault().held(request.pseudonyms()).size();
    var work = new Work(session, catalog, new PersonIds(session, catalog));
    for (Wanted wanted : wanted(request.pseudonyms())) {
      work.ids.find(wanted);
    }
    work.ids.judge(request.pseudonyms());
    for (Wanted wanted : wanted(request.pseudonyms())) {
      work.erase(wanted);
    }
    List<ErasureResult.FoundIds> ids = work.ids.told();
    work.eraseById();
    followed = work.ids.followed();
    work.eraseLocked(new LockedRecords(session, request.pseudonyms(), followed).naming());
    work.finish();
    work.linked.except(request.pseudonyms());
    List<String> unused = work.linked.unused();
    List<String> gone = new ArrayList<>(request.pseudonyms());
    gone.addAll(unused);
    List<String> originals = context.workspace().vault().held(gone);
    var lists = new PersonLists(context, handedOver, originals, followed);
    List<String> files = new ArrayList<>(lists.files(gone));
    files.addAll(IndexCopies.of(context.workspace(), work.loads()));
    List<ErasureResult.Recipient> recipients = lists.recipients();
    context.workspace().rewriteAfter(context.connection(), originals, files);
    return new ErasureResult(
        request.pseudonyms().size(),
        request.pseudonyms().size() - known,
        work.touched(),
        ids,
        originals,
        work.linked.size() - unused.size(),
        files,
        recipients);
  }

  private static List<Wanted> wanted(List<String> pseudonyms) {
    var all = new ArrayList<Wanted>();
    for (int from = 0; from < pseudonyms.size(); from += AT_ONCE) {
      int to = Math.min(pseudonyms.size(), from + AT_ONCE);
      all.add(new Wanted(pseudonyms.subList(from, to)));
    }
    return all;
  }

  private static void refuseClear(Catalog catalog) throws Exception {
    List<SourceTable> clear = catalog.inClear();
    if (!clear.isEmpty()) {
      throw new WorkbenchException(
          "erase-clear",
          "The table '"
              + clear.getFirst().name()
              + "' was imported before identifiers were replaced by pseudonyms, so nobody can be"
              + " erased from it yet.",
          "Run 'vault WS migrate' first.");
    }
  }

  /** One erasure under way. */
  private static final class Work {
    private final Session session;
    private final RowRemoval removal;
    private final PersonIds ids;
    private final Map<String, long[]> touched = new LinkedHashMap<>();
    private final Set<Long> changed = new TreeSet<>();
    private final Linked linked;

    private Work(Session session, Catalog catalog, PersonIds ids) {
      this.session = session;
      this.removal = new RowRemoval(session, catalog);
      this.ids = ids;
      this.linked = new Linked(session);
    }

    void erase(Wanted wanted) throws Exception {
      List<WarehouseTables.Stored> tables = WarehouseTables.of(session);
      for (int i = 0; i < tables.size(); i++) {
        WarehouseTables.Stored table = tables.get(i);
        session.context().progress(0.6 * i / tables.size(), "erasing from " + table.shown());
        if (table.isBaselines()) {
          forget(table, wanted.holds(WarehouseTables.BASELINE));
        } else if (!table.text().isEmpty()) {
          erase(wanted, table);
        }
      }
    }

    private void erase(Wanted wanted, WarehouseTables.Stored table) throws Exception {
      if (table.isRejects()) {
        // whose cells such a record has nobody knows, so it goes wherever one of them stands
        note(table, remove(table, wanted.holdsAny(table.text())), 0, 0);
      } else if (!table.isBooks()) {
        note(table, remove(table, wanted.ownsRow(table.text())), 0, 0);
      }
      for (String column : table.text()) {
        String holds = wanted.holds(column);
        long found = count(table, holds);
        if (found > 0) {
          session.execute(
              "UPDATE "
                  + table.sql()
                  + " SET "
                  + Sql.identifier(column)
                  + " = "
                  + wanted.without(column)
                  + " WHERE "
                  + holds);
          note(table, 0, 0, found);
        }
      }
    }

    /** Rows that carry nothing of the persons but an id. */
    void eraseById() throws Exception {
      if (ids.followed().isEmpty()) {
        return;
      }
      List<WarehouseTables.Stored> tables = WarehouseTables.of(session);
      for (int i = 0; i < tables.size(); i++) {
        WarehouseTables.Stored table = tables.get(i);
        session.context().progress(0.6 + 0.3 * i / tables.size(), "erasing from " + table.shown());
        if (table.isBaselines()) {
          forget(table, ids.holds(WarehouseTables.BASELINE));
        } else {
          String owned = ids.owns(table);
          if (!owned.isEmpty()) {
            long rows = remove(table, owned);
            note(table, rows, rows, 0);
          }
        }
      }
    }

    /** Records that fitted no table and are under lock as a whole. */
    void eraseLocked(List<String> records) throws Exception {
      for (Wanted wanted : Erasure.wanted(records)) {
        for (WarehouseTables.Stored table : WarehouseTables.of(session)) {
          if (table.isRejects()) {
            note(table, remove(table, wanted.holdsAny(table.text())), 0, 0);
          }
        }
      }
    }

    /** What a test compares with is kept anew by its next run. */
    private void forget(WarehouseTables.Stored table, String holds) throws Exception {
      long rows = count(table, holds);
      if (rows > 0) {
        session.execute("DELETE FROM " + table.sql() + " WHERE " + holds);
        note(table, 0, 0, rows);
      }
    }

    private long remove(WarehouseTables.Stored table, String owned) throws Exception {
      long rows = count(table, owned);
      if (rows == 0) {
        return 0;
      }
      linked.note(table, owned);
      if (table.schema().equals("load") && table.name().startsWith("l")) {
        long id = Long.parseLong(table.name().substring(1));
        removal.remove(id, owned);
        changed.add(id);
      } else {
        session.execute("DELETE FROM " + table.sql() + " WHERE " + owned);
      }
      return rows;
    }

    private long count(WarehouseTables.Stored table, String condition) throws Exception {
      return session.numbers("SELECT count(*) FROM " + table.sql() + " WHERE " + condition)[0];
    }

    private void note(WarehouseTables.Stored table, long rows, long byId, long cells) {
      if (rows > 0 || cells > 0) {
        long[] counts = touched.computeIfAbsent(table.shown(), made -> new long[3]);
        counts[0] += rows;
        counts[1] += byId;
        counts[2] += cells;
      }
    }

    /** Loads of which rows went or were changed. */
    Set<Long> loads() {
      var loads = new TreeSet<Long>();
      for (String table : touched.keySet()) {
        if (table.matches("load\\.[lr][0-9]+")) {
          loads.add(Long.valueOf(table.substring(6)));
        }
      }
      return loads;
    }

    List<ErasureResult.Touched> touched() {
      return touched.entrySet().stream()
          .map(
              table ->
                  new ErasureResult.Touched(
                      table.getKey(),
                      table.getValue()[0],
                      table.getValue()[1],
                      table.getValue()[2]))
          .toList();
    }

    void finish() throws Exception {
      removal.republish(List.copyOf(changed));
      if (!touched.isEmpty()) {
        OlderModels.mark(session, "Persons were erased since; the next build makes it anew.");
      }
    }
  }
}
