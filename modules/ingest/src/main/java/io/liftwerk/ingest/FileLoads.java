package io.liftwerk.ingest;

import io.liftwerk.workspace.RunRecord;
import io.liftwerk.workspace.WorkbenchException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Loads the files of an import one after the other in the job's transaction. Of an optional file
 * that cannot be loaded nothing remains. The database has no savepoints, and a statement that fails
 * loses the transaction: when such a file had begun a table, all begins anew without it.
 */
final class FileLoads {
  private final Session session;
  private final Catalog catalog;
  private final ImportRequest request;
  private final Kinds kinds;
  private final Gathering gathered;
  private final Masker masker;
  private final List<List<Dropped>> parts;
  private final Set<Dropped> failed = new HashSet<>();
  private final List<Skipped> skipped;
  private final List<ImportedTable> tables = new ArrayList<>();
  private final List<SourceTable> replaced = new ArrayList<>();
  private final Map<String, RunRecord.Input> inputs = new LinkedHashMap<>();

  FileLoads(
      Session session,
      Catalog catalog,
      ImportRequest request,
      Kinds kinds,
      Gathering gathered,
      Masker masker) {
    this.session = session;
    this.catalog = catalog;
    this.request = request;
    this.kinds = kinds;
    this.gathered = gathered;
    this.masker = masker;
    this.parts = DocumentSet.grouped(gathered.files());
    this.skipped = new ArrayList<>(gathered.skipped());
  }

  List<ImportedTable> tables() {
    return tables;
  }

  /** Tables that were continued, as they were. */
  List<SourceTable> replaced() {
    return replaced;
  }

  List<Skipped> skipped() {
    return skipped;
  }

  /** What was read, by path: files, and archives as a whole. */
  Map<String, RunRecord.Input> inputs() {
    return inputs;
  }

  /**
   * @throws WorkbenchException naming the file that stopped it
   */
  void load(Staging staging) throws Exception {
    do {
      tables.clear();
      replaced.clear();
      inputs.clear();
      inputs.putAll(gathered.archives());
    } while (!attempt(staging));
  }

  /** False when all must begin anew, with one file less. */
  private boolean attempt(Staging staging) throws Exception {
    for (int i = 0; i < parts.size(); i++) {
      double done = (double) i / parts.size();
      Bar bar =
          (fraction, phrase) -> session.context().progress(done + fraction / parts.size(), phrase);
      List<Dropped> part = left(parts.get(i));
      while (!part.isEmpty()) {
        long before = loads();
        Dropped failing = load(part, staging, bar);
        if (failing == null) {
          break;
        }
        if (!isUntouched(before)) {
          session.connection().rollback();
          masker.rolledBack();
          catalog.ensure();
          return false;
        }
        part = left(part);
      }
    }
    return true;
  }

  private List<Dropped> left(List<Dropped> part) {
    return part.stream().filter(file -> !failed.contains(file)).toList();
  }

  /** Loads what makes a table together; the file that could not be loaded, null when all were. */
  private @Nullable Dropped load(List<Dropped> part, Staging staging, Bar bar) throws Exception {
    Dropped only = part.getFirst();
    DocumentSource documents = null;
    try (Staging room = staging.room()) {
      var load = new FileLoad(session, catalog, room, request, kinds, masker, bar);
      List<ImportedTable> loaded;
      if (part.size() == 1) {
        loaded = load.load(only);
        note(only, loaded.getFirst());
      } else {
        documents = new DocumentSource(DocumentSet.of(part), room, session.context(), bar);
        loaded = load.load(documents);
        note(part, documents);
      }
      replaced.addAll(load.replacedTables());
      tables.addAll(loaded);
      return null;
    } catch (WorkbenchException | IOException | SQLException e) {
      session.context().checkCancelled();
      Dropped reading = documents == null ? null : documents.current();
      if (documents != null && reading == null) {
        // no document in particular: all of them
        for (Dropped file : part) {
          skip(file, e);
        }
        return only;
      }
      Dropped failing = reading == null ? only : reading;
      skip(failing, e);
      return failing;
    }
  }

  private void note(Dropped file, ImportedTable table) {
    if (file.member() == null) {
      inputs.put(
          file.file().toString(), new RunRecord.Input(table.file(), table.sha256(), table.bytes()));
    }
  }

  private void note(List<Dropped> part, DocumentSource documents) throws IOException {
    for (Incoming one : documents.opened()) {
      String name = documents.name() + "/" + one.file().getFileName();
      inputs.put(one.file().toString(), new RunRecord.Input(name, one.sha256(), one.bytes()));
    }
    part.stream()
        .filter(file -> file.member() != null)
        .forEach(file -> inputs.remove(file.file().toString()));
  }

  private void skip(Dropped file, Exception failure) throws Exception {
    WorkbenchException why =
        switch (failure) {
          case WorkbenchException sentence -> sentence;
          case IOException e -> Refused.unreadable(file.file(), e);
          default -> Refused.damaged(file.file(), "the database cannot read it", failure);
        };
    boolean everyFile = why.code().equals(Refused.DISK_FULL) || why.code().startsWith("vault-");
    if (!file.optional() || everyFile || isOfTheMachine(failure)) {
      throw failure instanceof IOException ? why : failure;
    }
    failed.add(file);
    skipped.add(Skipped.of(file.shown(), why));
  }

  /** Memory or disk ran out inside the database: the next file would fare no better. */
  private static boolean isOfTheMachine(Exception failure) {
    String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
    return failure instanceof SQLException
        && (message.contains("out of memory") || message.contains("space"));
  }

  /** Whether the file failed before it made a table, and the transaction lives. */
  private boolean isUntouched(long before) throws Exception {
    try {
      return loads() == before;
    } catch (SQLException e) {
      return false;
    }
  }

  private long loads() throws Exception {
    return session.numbers("SELECT count(*) FROM duckdb_tables() WHERE schema_name = 'load'")[0];
  }
}
