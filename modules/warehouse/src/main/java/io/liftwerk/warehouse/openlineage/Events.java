package io.liftwerk.warehouse.openlineage;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.liftwerk.ingest.SourceTable;
import io.liftwerk.warehouse.lineage.QueryLineage;
import io.liftwerk.warehouse.lineage.Relations;
import io.liftwerk.workspace.Json;
import io.liftwerk.workspace.TableInfo;
import io.liftwerk.workspace.TableRef;
import io.liftwerk.workspace.Workspace;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Run events by version 2-0-2 of the specification. The ids of runs follow from the workspace, the
 * number of the run and the job, so that the same run told twice is one run to whoever reads it.
 */
public final class Events {
  private static final String EVENT =
      "https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/RunEvent";

  private final String workspace;
  private final String namespace;
  private final String datasets;
  private final String engine;
  private final Connection connection;
  private final Relations relations;
  private int columnsOpen;

  public Events(Workspace workspace, Connection connection, Relations relations)
      throws SQLException {
    this.workspace = workspace.info().id();
    this.namespace = "liftwerk://" + workspace.name();
    this.datasets = "duckdb://" + workspace.name() + "/warehouse";
    this.engine = connection.getMetaData().getDatabaseProductVersion();
    this.connection = connection;
    this.relations = relations;
  }

  /** Columns met so far whose lineage cannot be told. */
  public int columnsOpen() {
    return columnsOpen;
  }

  /** That a file was loaded. */
  public List<ObjectNode> load(SourceTable source) throws SQLException {
    var table = new TableRef("bronze", source.name());
    String job = "load." + source.name();
    ObjectNode complete = event("COMPLETE", source.loadedAt(), source.run(), job, "LOAD");
    ObjectNode file = complete.putArray("inputs").addObject();
    file.put("namespace", "file").put("name", source.file());
    file.putObject("facets").set("version", Facets.version(source.sha256()));
    ObjectNode output = output(complete, table);
    output.putObject("outputFacets").set("outputStatistics", Facets.written(source.rows()));
    return List.of(event("START", source.loadedAt(), source.run(), job, "LOAD"), complete);
  }

  /** That a model was built, with the lineage of its columns. */
  public List<ObjectNode> model(Built model) throws SQLException {
    String job = model.table().toString();
    Instant start = model.builtAt().minusMillis(Math.round(model.seconds() * 1000));
    var events = new ArrayList<ObjectNode>();
    Optional<QueryLineage> lineage = relations.lineage(model.table());
    for (boolean begun : new boolean[] {true, false}) {
      ObjectNode event =
          event(
              begun ? "START" : "COMPLETE",
              begun ? start : model.builtAt(),
              model.run(),
              job,
              "MODEL");
      facets(event.withObject("/run/facets"), model.run());
      event.withObject("/job/facets").set("sql", Facets.sql(model.compiled()));
      if (lineage.isPresent()) {
        var inputs = event.putArray("inputs");
        for (TableRef input : lineage.get().inputs()) {
          inputs.add(dataset(input));
        }
      }
      events.add(event);
    }
    ObjectNode output = output(events.getLast(), model.table());
    if (lineage.isPresent()) {
      output
          .withObject("/facets")
          .set("columnLineage", Facets.columnLineage(datasets, lineage.get()));
      columnsOpen +=
          (int) lineage.get().columns().stream().filter(column -> column.gap() != null).count();
    }
    if (model.rows() != null) {
      output.putObject("outputFacets").set("outputStatistics", Facets.written(model.rows()));
    }
    return events;
  }

  /** What the tests of a model found. */
  public List<ObjectNode> check(Checked check) throws SQLException {
    String job = "check." + check.table();
    ObjectNode complete = event("COMPLETE", check.at(), check.run(), job, "TEST");
    ObjectNode input = dataset(check.table());
    input
        .putObject("inputFacets")
        .set("dataQualityAssertions", Facets.assertions(check.assertions()));
    complete.putArray("inputs").add(input);
    return List.of(event("START", check.at(), check.run(), job, "TEST"), complete);
  }

  private void facets(ObjectNode run, String number) {
    run.set("parent", Facets.parent(id(number, "build"), namespace, "build"));
    run.set("processing_engine", Facets.engine(engine));
  }

  private ObjectNode event(String type, Instant at, String run, String job, String kind) {
    ObjectNode event =
        Json.mapper()
            .createObjectNode()
            .put("eventType", type)
            .put("eventTime", at.toString())
            .put("producer", Facets.PRODUCER)
            .put("schemaURL", EVENT);
    event.putObject("run").put("runId", id(run, job).toString());
    ObjectNode named = event.putObject("job").put("namespace", namespace).put("name", job);
    named.putObject("facets").set("jobType", Facets.jobType(kind));
    return event;
  }

  private ObjectNode output(ObjectNode event, TableRef table) throws SQLException {
    ObjectNode output = dataset(table);
    event.putArray("outputs").add(output);
    return output;
  }

  private ObjectNode dataset(TableRef table) throws SQLException {
    ObjectNode dataset =
        Json.mapper().createObjectNode().put("namespace", datasets).put("name", table.toString());
    List<TableInfo.Column> columns = columns(table);
    if (!columns.isEmpty()) {
      dataset.putObject("facets").set("schema", Facets.schema(columns));
    }
    return dataset;
  }

  private UUID id(String run, String job) {
    String text = workspace + '/' + run + '/' + job;
    return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  private List<TableInfo.Column> columns(TableRef table) throws SQLException {
    String sql =
        """
        SELECT column_name, data_type FROM duckdb_columns()
        WHERE database_name = current_database() AND schema_name = ? AND table_name = ?
        ORDER BY column_index
        """;
    var columns = new ArrayList<TableInfo.Column>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, table.schema());
      statement.setString(2, table.name());
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          columns.add(new TableInfo.Column(row.getString(1), row.getString(2)));
        }
      }
    }
    return columns;
  }
}
