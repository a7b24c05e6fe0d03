package io.liftwerk.warehouse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.liftwerk.ingest.BronzeTables;
import io.liftwerk.ingest.SourceTable;
import io.liftwerk.warehouse.lineage.Relations;
import io.liftwerk.warehouse.openlineage.Built;
import io.liftwerk.warehouse.openlineage.Checked;
import io.liftwerk.warehouse.openlineage.Events;
import io.liftwerk.workspace.Handover;
import io.liftwerk.workspace.Job;
import io.liftwerk.workspace.JobContext;
import io.liftwerk.workspace.Json;
import io.liftwerk.workspace.WorkbenchException;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes what was loaded, built and checked as OpenLineage run events, one JSON document a line,
 * for a catalogue such as Marquez or DataHub. Nothing is sent anywhere.
 */
public final class OpenLineageExport implements Job<OpenLineageResult> {
  /** Name of the job. */
  public static final String NAME = "openlineage";

  private final OpenLineageRequest request;

  public OpenLineageExport(OpenLineageRequest request) {
    this.request = request;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public OpenLineageRequest parameters() {
    return request;
  }

  /** The file's place may differ. */
  @Override
  public Object fingerprint(OpenLineageResult result) {
    return Json.without(result, "file");
  }

  /**
   * @throws WorkbenchException code {@code nothing-built} when there is nothing to tell of, {@code
   *     export-target} when the file cannot be written there
   */
  @Override
  public OpenLineageResult run(JobContext context) throws Exception {
    Handover handover = Handover.to(context.workspace(), Path.of(request.file()));
    List<SourceTable> sources = new BronzeTables(context.workspace()).list();
    List<Built> models = Built.read(context.connection());
    if (sources.isEmpty() && models.isEmpty()) {
      throw new WorkbenchException(
          "nothing-built",
          "Nothing was loaded or built yet that events could tell of.",
          "Import files and build the models first.");
    }
    Relations relations =
        Relations.of(context.connection(), BuiltModels.compiled(context.connection()));
    var events = new Events(context.workspace(), context.connection(), relations);
    Path inside = context.workspace().exports().resolve(".export-" + context.run() + ".jsonl");
    try {
      List<Checked> checks = Checked.latest(context.connection(), models);
      try (BufferedWriter out = Files.newBufferedWriter(inside)) {
        for (SourceTable source : sources) {
          write(out, events.load(source));
        }
        int done = 0;
        for (Built model : models) {
          context.progress((double) done++ / models.size(), "Writing events");
          write(out, events.model(model));
        }
        for (Checked check : checks) {
          write(out, events.check(check));
        }
      }
      String sha256 = handover.move(inside, context);
      context.artefact(handover.target());
      return new OpenLineageResult(
          handover.target().toString(),
          2L * (sources.size() + models.size() + checks.size()),
          sources.size(),
          models.size(),
          checks.size(),
          events.columnsOpen(),
          sha256);
    } finally {
      Files.deleteIfExists(inside);
    }
  }

  private static void write(BufferedWriter out, List<ObjectNode> events) throws IOException {
    for (ObjectNode event : events) {
      out.write(Json.write(event));
      out.write('\n');
    }
  }
}
