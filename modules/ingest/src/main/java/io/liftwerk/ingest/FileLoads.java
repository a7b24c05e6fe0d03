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

/**
 * Loads the files of an import one after the other in the job's transaction. Of an optional file
 * that cannot be loaded nothing remains. The database has no savepoints, and a statement that fails
 * loses the transaction: when such a file had begun a table, all begins anew without it.
 */
final class FileLoads {
  private final Session session;
  private final Catalog catalog;
  private final ImportRequest request;
  private final Gathering gathered;
  private final List<Dropped> files;
  private final Set<Dropped> failed = new HashSet<>();
  private final List<Skipped> skipped;
  private final List<ImportedTable> tables = new ArrayList<>();
  private final Map<String, RunRecord.Input> inputs = new LinkedHashMap<>();

  FileLoads(Session session, Catalog catalog, ImportRequest request, Gathering gathered) {
    this.session = session;
    this.catalog = catalog;
    this.request = request;
    this.gathered = gathered;
    this.files = gathered.files();
    this.skipped = new ArrayList<>(gathered.skipped());
  }

  List<ImportedTable> tables() {
    return tables;
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
      inputs.clear();
      inputs.putAll(gathered.archives());
    } while (!attempt(staging));
  }

  /** False when all must begin anew, with one file less. */
  private boolean attempt(Staging staging) throws Exception {
    for (int i = 0; i < files.size(); i++) {
      Dropped file = files.get(i);
      if (failed.contains(file)) {
        continue;
      }
      double done = (double) i / files.size();
      Bar bar =
          (fraction, phrase) -> session.context().progress(done + fraction / files.size(), phrase);
      long before = loads();
      List<ImportedTable> loaded;
      try (Staging room = staging.room()) {
        loaded = new FileLoad(session, catalog, room, request, bar).load(file);
      } catch (WorkbenchException | IOException | SQLException e) {
        session.context().checkCancelled();
        skip(file, e);
        if (!isUntouched(before)) {
          session.connection().rollback();
          catalog.ensure();
          return false;
        }
        continue;
      }
      tables.addAll(loaded);
      note(file, loaded.getFirst());
    }
    return true;
  }

  private void note(Dropped file, ImportedTable table) {
    if (file.member() == null) {
      inputs.put(
          file.file().toString(), new RunRecord.Input(table.file(), table.sha256(), table.bytes()));
    }
  }

  private void skip(Dropped file, Exception failure) throws Exception {
    WorkbenchException why =
        switch (failure) {
          case WorkbenchException sentence -> sentence;
          case IOException e -> Refused.unreadable(file.file(), e);
          default -> Refused.damaged(file.file(), "the database cannot read it", failure);
        };
    if (!file.optional() || why.code().equals(Refused.DISK_FULL) || isOfTheMachine(failure)) {
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
