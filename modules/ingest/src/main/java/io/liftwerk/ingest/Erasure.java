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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Erases persons from every table of the warehouse: rows that are theirs go, mentions of them are
 * blotted out, files in {@code exports/} that hold them are deleted. What the vault holds of them,
 * and of their rows alone, leaves it; then both database files are written anew ({@link
 * Workspace#rewrite}), and {@link ErasureProof} looks whether anything is left.
 */
public final class Erasure implements Job<ErasureResult> {

  /** Under which runs list it. */
  public static final String NAME = "erase";

  private static final int AT_ONCE = 500;

  private final ErasureRequest request;

  public Erasure(ErasureRequest request) {
    this.request = request;
  }

  /**
   * The erasure of those who have one of these e-mail addresses or telephone numbers.
   *
   * @throws WorkbenchException code {@code erase-line} when a line is neither, {@code erase-empty}
   *     without any; or when the vault cannot be opened
   */
  public static Erasure of(Workspace workspace, List<String> lines) {
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
    return new Erasure(new ErasureRequest(List.copyOf(wanted)));
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
    var work = new Work(session, catalog);
    for (int from = 0; from < request.pseudonyms().size(); from += AT_ONCE) {
      int to = Math.min(request.pseudonyms().size(), from + AT_ONCE);
      work.erase(new Wanted(request.pseudonyms().subList(from, to)));
    }
    work.finish();
    work.linked.except(request.pseudonyms());
    List<String> unused = work.linked.unused();
    List<String> originals = new ArrayList<>(request.pseudonyms());
    originals.addAll(unused);
    long shared = work.linked.size() - unused.size();
    List<String> files = Traces.files(context, context.workspace().exports(), request.pseudonyms());
    context.workspace().rewriteAfter(context.connection(), originals, files);
    return new ErasureResult(request.pseudonyms().size(), work.touched, originals, shared, files);
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
    private final List<ErasureResult.Touched> touched = new ArrayList<>();
    private final Set<Long> changed = new TreeSet<>();
    private final Linked linked;

    private Work(Session session, Catalog catalog) {
      this.session = session;
      this.removal = new RowRemoval(session, catalog);
      this.linked = new Linked(session);
    }

    void erase(Wanted wanted) throws Exception {
      List<WarehouseTables.Stored> tables = WarehouseTables.of(session);
      for (int i = 0; i < tables.size(); i++) {
        WarehouseTables.Stored table = tables.get(i);
        session.context().progress(0.9 * i / tables.size(), "erasing from " + table.shown());
        if (!table.text().isEmpty()) {
          erase(wanted, table);
        }
      }
    }

    private void erase(Wanted wanted, WarehouseTables.Stored table) throws Exception {
      long rows = table.isBooks() ? 0 : rows(wanted, table);
      if (rows > 0) {
        remove(wanted, table);
      }
      long cells = 0;
      for (String column : table.text()) {
        String holds = wanted.holds(column);
        long found = session.numbers("SELECT count(*) FROM " + table.sql() + " WHERE " + holds)[0];
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
          cells += found;
        }
      }
      if (rows > 0 || cells > 0) {
        touched.add(new ErasureResult.Touched(table.shown(), rows, cells));
      }
    }

    private long rows(Wanted wanted, WarehouseTables.Stored table) throws Exception {
      return session
          .numbers(
              "SELECT count(*) FROM " + table.sql() + " WHERE " + wanted.ownsRow(table.text()))[0];
    }

    private void remove(Wanted wanted, WarehouseTables.Stored table) throws Exception {
      String owned = wanted.ownsRow(table.text());
      linked.note(table, owned);
      if (table.schema().equals("load") && table.name().startsWith("l")) {
        long id = Long.parseLong(table.name().substring(1));
        removal.remove(id, owned);
        changed.add(id);
      } else {
        session.execute("DELETE FROM " + table.sql() + " WHERE " + owned);
      }
    }

    void finish() throws Exception {
      removal.republish(List.copyOf(changed));
    }
  }
}
