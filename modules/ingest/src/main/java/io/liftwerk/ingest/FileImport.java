package io.liftwerk.ingest;

import io.liftwerk.workspace.Job;
import io.liftwerk.workspace.JobContext;
import io.liftwerk.workspace.WorkbenchException;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Brings files into bronze, all of them or none; documents of one folder become one table. A file
 * whose bytes are there already is not loaded again unless another name is asked for. A re-run,
 * whose request carries the hashes of the first run, says so when a file is gone or has changed
 * since.
 */
public final class FileImport implements Job<ImportResult> {

  /** Under which re-runs find it. */
  public static final String NAME = "import";

  private final ImportRequest request;
  private final Map<String, String> hashes = new LinkedHashMap<>();

  public FileImport(ImportRequest request) {
    this.request = request;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Record parameters() {
    return hashes.isEmpty() ? request : request.withHashes(hashes);
  }

  @Override
  public Map<String, Double> metrics(ImportResult result) {
    double rows = result.tables().stream().mapToLong(ImportedTable::rows).sum();
    double rejects = result.tables().stream().mapToLong(ImportedTable::rejects).sum();
    return Map.of("rows", rows, "rejects", rejects);
  }

  /**
   * What was read. The name, and the remark that the same file is there already, depend on what
   * else is in the workspace.
   */
  @Override
  public Object fingerprint(ImportResult result) {
    return result.tables().stream()
        .map(
            table ->
                new ImportedTable(
                    "",
                    table.file(),
                    table.sheet(),
                    table.sha256(),
                    table.bytes(),
                    table.encoding(),
                    table.delimiter(),
                    table.rows(),
                    table.rejects(),
                    null,
                    table.columns(),
                    null,
                    List.of()))
        .toList();
  }

  /**
   * @throws WorkbenchException naming the file that stopped it; nothing has changed then
   */
  @Override
  public ImportResult run(JobContext context) throws Exception {
    checkRequest();
    var session = new Session(context);
    var catalog = new Catalog(context.connection());
    catalog.ensure();
    var tables = new ArrayList<ImportedTable>();
    try (Staging staging = Staging.open(context.workspace().staging(), context.run())) {
      List<List<Path>> parts = parts();
      int count = parts.size();
      for (int i = 0; i < count; i++) {
        double done = (double) i / count;
        Bar bar = (fraction, phrase) -> context.progress(done + fraction / count, phrase);
        List<Path> files = parts.get(i);
        try {
          var load = new FileLoad(session, catalog, staging, request, bar);
          tables.addAll(
              files.size() == 1
                  ? load.load(files.getFirst())
                  : load.load(new DocumentSet(DocumentSet.folderOf(files.getFirst()), files)));
          hashes.putAll(load.hashes());
        } catch (IOException e) {
          context.checkCancelled();
          throw Refused.unreadable(files.getFirst(), e);
        }
      }
    }
    new History(context.connection()).imported(context.run(), catalog.ofRun(context.run()));
    return new ImportResult(List.copyOf(tables));
  }

  private void checkRequest() {
    if (request.files().isEmpty()) {
      throw new WorkbenchException("no-file", "No file was named.", "Name at least one file.");
    }
    String as = request.as();
    if (as != null) {
      TableNames.checked(as);
    }
  }

  /** What makes a table together: a file, or the documents of one folder. */
  private List<List<Path>> parts() {
    List<List<Path>> parts =
        DocumentSet.grouped(request.files().stream().map(FileImport::path).toList());
    if (request.as() != null && parts.size() > 1) {
      throw new WorkbenchException(
          "name-for-many",
          "One name cannot stand for " + request.files().size() + " files.",
          "Import them one by one, or leave the name out.");
    }
    return parts;
  }

  private static Path path(String file) {
    try {
      return Path.of(file);
    } catch (InvalidPathException e) {
      throw new WorkbenchException(
          "file-missing",
          "'" + Refused.printable(file) + "' is not the name of a file.",
          "Check the path.",
          e);
    }
  }
}
