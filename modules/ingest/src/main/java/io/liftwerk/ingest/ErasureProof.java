package io.liftwerk.ingest;

import io.liftwerk.workspace.Identifier;
import io.liftwerk.workspace.Job;
import io.liftwerk.workspace.JobContext;
import io.liftwerk.workspace.Sql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Looks whether anything of erased persons is left: the identifiers themselves in the bytes of
 * every file of the workspace, and in every column of text of every table and Parquet file as it is
 * read; their pseudonyms and the ids that were followed wherever rows are kept, pseudonyms in what
 * tests compare with and in the vault too; in files also what others match them by. The ledger and
 * the audit trail name the pseudonyms that were asked for, as the record of the erasure.
 */
public final class ErasureProof implements Job<ErasureProofResult> {

  /** Under which runs list it. */
  public static final String NAME = "erase-proof";

  private static final Set<String> RECORDS =
      Set.of("warehouse.duckdb", "audit.jsonl", "audit.head.json", "workspace.lock");

  private final ErasureRequest request;
  private final List<String> identifiers;
  private final List<PersonIds.Id> ids;
  private final Set<String> keys;

  /**
   * @param identifiers e-mail addresses and telephone numbers as they were asked for; held in
   *     memory and recorded nowhere
   * @param ids that were followed; recorded nowhere either
   */
  ErasureProof(
      ErasureRequest request,
      List<String> identifiers,
      List<PersonIds.Id> ids,
      HandedOver handedOver) {
    this.request = request;
    this.ids = List.copyOf(ids);
    this.keys = new LinkedHashSet<>();
    identifiers.stream()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .forEach(
            line ->
                keys.addAll(
                    handedOver.keys(
                        line.indexOf('@') > 0 ? Identifier.EMAIL : Identifier.PHONE, line)));
    var spellings = new LinkedHashSet<String>();
    for (String line : identifiers) {
      String text = line.strip().toLowerCase(Locale.ROOT);
      if (text.isEmpty()) {
        continue;
      }
      spellings.add(text);
      if (text.indexOf('@') < 0) {
        String digits = text.replaceAll("[^0-9]", "").replaceFirst("^0+", "");
        if (digits.length() >= 7) {
          spellings.add(digits);
        }
      }
    }
    this.identifiers = List.copyOf(spellings);
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
  public Map<String, Double> metrics(ErasureProofResult result) {
    return Map.of("found", (double) result.found().size());
  }

  @Override
  public ErasureProofResult run(JobContext context) throws Exception {
    var found = new ArrayList<String>();
    var session = new Session(context);
    long[] read = tables(session, found);
    long[] searched = files(context, session, found);
    for (String pseudonym : request.pseudonyms()) {
      if (!found.contains("vault.duckdb") && context.workspace().vault().holds(pseudonym)) {
        found.add("vault.duckdb");
      }
    }
    return new ErasureProofResult(
        (int) searched[0], searched[1], (int) read[0], (int) read[1], read[2], found);
  }

  private long[] files(JobContext context, Session session, List<String> found) throws Exception {
    var clear = new Traces(identifiers);
    var both = new LinkedHashSet<>(identifiers);
    both.addAll(request.pseudonyms());
    both.addAll(keys);
    var all = new Traces(both);
    Traces words = Traces.words(PersonLists.words(ids));
    long files = 0;
    Path root = context.workspace().folder();
    List<Path> every;
    try (Stream<Path> walk = Files.walk(root)) {
      every = walk.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path file : every) {
      String name = root.relativize(file).toString().replace('\\', '/');
      context.progress(0.5 + 0.5 * files / every.size(), "searching " + name);
      files++;
      Traces traces = RECORDS.contains(name) || name.endsWith(".wal") ? clear : all;
      try {
        // short texts such as ids stand by chance in bytes that are no text
        boolean listed = name.startsWith("exports/") && words.in(file);
        if (listed || traces.in(file) || (name.endsWith(".parquet") && inParquet(session, file))) {
          found.add(name);
        }
      } catch (IOException e) {
        // gone since it was listed, as files of staging go
        if (Files.exists(file)) {
          throw e;
        }
      }
    }
    return new long[] {files, clear.bytes() + all.bytes()};
  }

  private boolean inParquet(Session session, Path file) throws Exception {
    String table = "read_parquet(" + Sql.literal(file) + ")";
    List<String> columns = new TableLoad(session).columnsOf("SELECT * FROM " + table);
    String any =
        columns.stream()
            .map(column -> holds("CAST(" + Sql.identifier(column) + " AS VARCHAR)", true))
            .collect(Collectors.joining(" OR "));
    return session.numbers("SELECT count(*) FROM " + table + " WHERE " + any)[0] > 0;
  }

  /** Tables, columns and cells that were read. */
  private long[] tables(Session session, List<String> found) throws Exception {
    List<WarehouseTables.Stored> tables = WarehouseTables.of(session);
    long[] read = new long[3];
    var rows = new PersonIds(session, new Catalog(session.connection()));
    rows.know(ids);
    for (WarehouseTables.Stored table : tables) {
      session.context().progress(0.5 * read[0] / tables.size(), "reading " + table.shown());
      read[0]++;
      String byId = ids.isEmpty() ? "" : owns(rows, table);
      if (!byId.isEmpty()
          && session.numbers("SELECT count(*) FROM " + table.sql() + " WHERE " + byId)[0] > 0) {
        found.add(table.shown());
      }
      for (String column : table.text()) {
        read[1]++;
        long[] counts =
            session.numbers(
                "SELECT count(*), count(*) FILTER ("
                    + holds(Sql.identifier(column), !table.isRecord())
                    + ") FROM "
                    + table.sql());
        read[2] += counts[0];
        if (counts[1] > 0) {
          found.add(table.shown() + "." + column);
        }
      }
    }
    if (!new LockedRecords(session, request.pseudonyms(), ids).naming().isEmpty()) {
      found.add("vault.duckdb");
    }
    return read;
  }

  private static String owns(PersonIds ids, WarehouseTables.Stored table) {
    return table.isBaselines() ? ids.holds(WarehouseTables.BASELINE) : ids.owns(table);
  }

  private String holds(String cell, boolean pseudonyms) {
    var parts = new ArrayList<String>();
    for (String text : identifiers) {
      parts.add("contains(lower(" + cell + "), " + Sql.literal(text) + ")");
    }
    if (pseudonyms) {
      for (String text : request.pseudonyms()) {
        parts.add("contains(" + cell + ", " + Sql.literal(text) + ")");
      }
    }
    return parts.isEmpty() ? "false" : "(" + String.join(" OR ", parts) + ")";
  }
}
