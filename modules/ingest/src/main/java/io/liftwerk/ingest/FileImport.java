package io.liftwerk.ingest;

import io.liftwerk.ingest.recipe.RecipeBook;
import io.liftwerk.workspace.Job;
import io.liftwerk.workspace.JobContext;
import io.liftwerk.workspace.Json;
import io.liftwerk.workspace.RunRecord;
import io.liftwerk.workspace.WorkbenchException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Brings files, folders and ZIP archives into bronze: all that is named or nothing. Of what lies in
 * a folder or an archive, a file that cannot be loaded is skipped and named in the result; when it
 * was the only one, the result has no table. A file whose bytes are there already is not loaded
 * again unless another name is asked for. A re-run, whose request carries the hashes of the first
 * run, says so when a file is gone or has changed since. Documents of one folder become one table.
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
                Json.without(table, "name", "rejectsTable", "corrects", "duplicateOf", "notes"))
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
    Gathering gathered = Gathering.of(request, context);
    var kinds = new Kinds(RecipeBook.with(Recipes.folder(context.workspace())), request.kind());
    FileLoads loads;
    try (Staging staging = Staging.open(context.workspace().staging(), context.run());
        Masker masker = Masker.of(context, catalog, kinds.book())) {
      loads = new FileLoads(session, catalog, request, kinds, gathered, masker);
      loads.load(staging);
      masker.commit();
    }
    for (Map.Entry<String, RunRecord.Input> input : loads.inputs().entrySet()) {
      hashes.put(input.getKey(), input.getValue().sha256());
      context.input(input.getValue().name(), input.getValue().sha256(), input.getValue().size());
    }
    List<ImportedTable> tables = loads.tables();
    for (SourceTable told : new SearchConsole(session).reconciled(catalog.ofRun(context.run()))) {
      catalog.update(told, true);
      tables = tables.stream().map(table -> table.told(told)).toList();
    }
    new History(context.connection())
        .imported(context.run(), loads.replaced(), catalog.ofRun(context.run()));
    return new ImportResult(tables, loads.skipped());
  }

  private void checkRequest() {
    if (request.files().isEmpty()) {
      throw new WorkbenchException("no-file", "No file was named.", "Name at least one file.");
    }
    if (request.update() != null && (request.files().size() > 1 || request.as() != null)) {
      throw new WorkbenchException(
          "update-usage",
          "A table is corrected by one file, which takes its name.",
          "Name one file, and no name for it.");
    }
    if (request.as() != null) {
      TableNames.checked(request.as());
    }
  }
}
