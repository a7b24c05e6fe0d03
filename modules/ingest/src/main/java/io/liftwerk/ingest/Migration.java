package io.liftwerk.ingest;

import io.liftwerk.ingest.recipe.RecipeBook;
import io.liftwerk.workspace.Job;
import io.liftwerk.workspace.JobContext;
import io.liftwerk.workspace.Json;
import io.liftwerk.workspace.Sql;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Replaces identifiers in what was imported before there were pseudonyms: rows, rejects, what was
 * set aside, tables made of them, and what the ledger says. The files are not needed for it. What
 * was done to the sources before cannot be undone after it. The database file is to be written anew
 * then ({@link io.liftwerk.workspace.Workspace#rewrite}).
 */
public final class Migration implements Job<MigrationResult> {

  /** Under which runs list it. */
  public static final String NAME = "migrate";

  private static final List<String> LEDGER = List.of("parameters", "inputs", "result", "message");
  private static final int SAMPLED_CELLS = 200_000;

  /** It needs to be told nothing. */
  public record Request() {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Record parameters() {
    return new Request();
  }

  @Override
  public MigrationResult run(JobContext context) throws Exception {
    var session = new Session(context);
    var catalog = new Catalog(context.connection());
    catalog.ensure();
    RecipeBook book = RecipeBook.with(Recipes.folder(context.workspace()));
    List<SourceTable> clear = catalog.inClear();
    var migrated = new ArrayList<MigrationResult.Migrated>();
    long originals;
    try (Masker masker = Masker.of(context, catalog, book)) {
      var work = new Work(session, catalog, masker);
      for (int i = 0; i < clear.size(); i++) {
        context.progress(0.8 * i / clear.size(), "replacing identifiers in " + clear.get(i).name());
        migrated.add(work.load(clear.get(i)));
      }
      if (!clear.isEmpty()) {
        for (WarehouseTables.Stored table : WarehouseTables.of(session)) {
          if (!table.isBooks() && !table.schema().equals("load") && !table.text().isEmpty()) {
            work.made(table);
          }
        }
        work.ledger();
        session.execute("DELETE FROM load.history");
        for (SourceTable table : catalog.live()) {
          new Versions(session, catalog).publish(table);
        }
        OlderModels.mark(session, "Identifiers were replaced since; the next build makes it anew.");
        context.workspace().rewriteAfter(context.connection(), List.of(), List.of());
      }
      originals = masker.commit();
    }
    return new MigrationResult(migrated, originals);
  }

  private record Work(Session session, Catalog catalog, Masker masker) {

    MigrationResult.Migrated load(SourceTable source) throws Exception {
      StoredTable stored = catalog.stored(source.id());
      List<String> names = source.columns().stream().map(ColumnDecision::name).toList();
      boolean published = source.kind().equals(FileKind.DOCUMENT.label());
      var table =
          new PersonalColumns.Table(
              names,
              source.findings().roles(),
              stored.typed().keySet(),
              published,
              sample(stored.table(), names.stream().map(stored::text).toList()));
      char cells = source.delimiter().isEmpty() ? '\0' : source.delimiter().charAt(0);
      Masking masking =
          masker.begin(
              session.context(),
              table,
              new Mask.Line(cells, false, source.kind().equals(FileKind.JSON.label())));
      var typed = new LinkedHashMap<>(stored.typed());
      typed.keySet().removeIf(masking::isWhole);
      var columns = new ArrayList<String>();
      for (String name : names) {
        String quoted = Sql.identifier(name);
        columns.add(
            (typed.containsKey(name) ? quoted : masking.sql(name, stored::text)) + " AS " + quoted);
      }
      if (stored.firstLine() == null) {
        columns.add("_row");
      }
      anew(stored.table(), String.join(", ", columns));
      catalog.store(source.id(), new StoredTable(stored.table(), stored.firstLine(), 0, typed));
      if (source.rejects() > 0) {
        execute(
            "UPDATE " + Catalog.rejectTable(source.id()) + " SET line = " + masking.line("line"));
      }
      Replaced replaced = masking.replaced();
      catalog.replaced(told(source, masking, replaced), replaced);
      return new MigrationResult.Migrated(
          source.name(),
          List.copyOf(replaced.whole().keySet()),
          replaced.within().values().stream().mapToLong(Long::longValue).sum());
    }

    private static SourceTable told(SourceTable source, Masking masking, Replaced replaced)
        throws SQLException {
      var columns = new ArrayList<ColumnDecision>();
      for (ColumnDecision column : source.columns()) {
        columns.add(
            masking.mask(column.name()) instanceof Mask.Whole whole
                ? new ColumnDecision(column.name(), ColumnType.TEXT, "", ReplacedReasons.of(whole))
                : new ColumnDecision(
                    column.name(), column.type(), column.format(), masking.text(column.reason())));
      }
      var aside = new ArrayList<AsideLine>();
      for (AsideLine line : source.findings().aside()) {
        aside.add(new AsideLine(line.line(), line.kind(), masking.text(line.text())));
      }
      var notes = new ArrayList<String>(replaced.notes());
      for (String note : source.notes()) {
        notes.add(masking.text(note));
      }
      return source
          .withColumns(columns)
          .withFindings(source.findings().withAside(aside))
          .withNotes(notes);
    }

    /** A table that some analysis made. */
    void made(WarehouseTables.Stored made) throws Exception {
      Set<String> text = new HashSet<>(made.text());
      List<String> names = new TableLoad(session).columnsOf("SELECT * FROM " + made.sql());
      Set<String> notText =
          names.stream().filter(name -> !text.contains(name)).collect(Collectors.toSet());
      var table =
          new PersonalColumns.Table(
              made.text(),
              Map.of(),
              Set.of(),
              false,
              sample(made.sql(), made.text().stream().map(Sql::identifier).toList()));
      Masking masking = masker.begin(session.context(), table, null);
      String columns =
          names.stream()
              .map(
                  name ->
                      notText.contains(name)
                          ? Sql.identifier(name)
                          : masking.sql(name, Sql::identifier) + " AS " + Sql.identifier(name))
              .collect(Collectors.joining(", "));
      anew(made.sql(), columns);
    }

    /** Results say what a file's notes said; keys of their JSON mean nothing but themselves. */
    void ledger() throws Exception {
      var masks = new ArrayList<Mask>();
      LEDGER.forEach(name -> masks.add(new Mask.Within(Mask.Search.WORDS, false)));
      Masking masking = masker.begin(session.context(), LEDGER, masks);
      for (String name : LEDGER) {
        execute(
            "UPDATE ledger.runs SET "
                + Sql.identifier(name)
                + " = "
                + masking.sql(name, Sql::identifier)
                + " WHERE "
                + Mask.Search.WORDS.mayHold(Sql.identifier(name)));
      }
    }

    /** In between the rows are kept in a table that is not written to the workspace's file. */
    private void anew(String table, String columns) throws Exception {
      execute("CREATE OR REPLACE TEMP TABLE migrating AS SELECT " + columns + " FROM " + table);
      session.execute("DROP TABLE " + table);
      session.execute("CREATE TABLE " + table + " AS SELECT * FROM migrating");
      session.execute("DROP TABLE migrating");
    }

    private void execute(String sql) throws Exception {
      try {
        session.execute(sql);
      } catch (SQLException e) {
        masker.rethrow();
        throw e;
      }
    }

    private List<@Nullable String[]> sample(String table, List<String> texts) throws Exception {
      int rows = Math.clamp(SAMPLED_CELLS / Math.max(1, texts.size()), 100, 2048);
      return session.query(
          "SELECT " + String.join(", ", texts) + " FROM " + table + " LIMIT " + rows);
    }
  }

  @Override
  public Object fingerprint(MigrationResult result) {
    return Json.without(result, "originals");
  }
}
