package io.liftwerk.warehouse.openlineage;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.liftwerk.warehouse.lineage.Dependency;
import io.liftwerk.warehouse.lineage.Output;
import io.liftwerk.warehouse.lineage.QueryLineage;
import io.liftwerk.workspace.Json;
import io.liftwerk.workspace.TableInfo;
import io.liftwerk.workspace.Workspace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The facets of events, each with the version of the specification that it follows. */
final class Facets {
  /** Who tells all this. */
  static final String PRODUCER = "urn:liftwerk:" + Workspace.SOFTWARE.replace(' ', '-');

  private static final String SPEC = "https://openlineage.io/spec/facets/";

  private Facets() {}

  static ObjectNode facet(String version, String name) {
    return Json.mapper()
        .createObjectNode()
        .put("_producer", PRODUCER)
        .put("_schemaURL", SPEC + version + "/" + name + ".json#/$defs/" + name);
  }

  static ObjectNode schema(List<TableInfo.Column> columns) {
    ObjectNode facet = facet("1-1-1", "SchemaDatasetFacet");
    ArrayNode fields = facet.putArray("fields");
    for (TableInfo.Column column : columns) {
      fields.addObject().put("name", column.name()).put("type", column.type());
    }
    return facet;
  }

  static ObjectNode sql(String query) {
    return facet("1-0-1", "SQLJobFacet").put("query", query);
  }

  static ObjectNode jobType(String type) {
    return facet("2-0-3", "JobTypeJobFacet")
        .put("processingType", "BATCH")
        .put("integration", "LIFTWERK")
        .put("jobType", type);
  }

  static ObjectNode parent(UUID run, String namespace, String job) {
    ObjectNode facet = facet("1-0-1", "ParentRunFacet");
    facet.putObject("run").put("runId", run.toString());
    facet.putObject("job").put("namespace", namespace).put("name", job);
    return facet;
  }

  static ObjectNode engine(String version) {
    return facet("1-1-1", "ProcessingEngineRunFacet").put("version", version).put("name", "DuckDB");
  }

  static ObjectNode version(String hash) {
    return facet("1-0-1", "DatasetVersionDatasetFacet").put("datasetVersion", hash);
  }

  static ObjectNode written(long rows) {
    return facet("1-0-2", "OutputStatisticsOutputDatasetFacet").put("rowCount", rows);
  }

  static ObjectNode assertions(List<Checked.Assertion> assertions) {
    ObjectNode facet = facet("1-0-1", "DataQualityAssertionsDatasetFacet");
    ArrayNode all = facet.putArray("assertions");
    for (Checked.Assertion one : assertions) {
      ObjectNode node = all.addObject().put("assertion", one.name()).put("success", one.success());
      if (one.column() != null) {
        node.put("column", one.column());
      }
    }
    return facet;
  }

  /**
   * Of every column whose origin is known; what decides about rows stands under {@code dataset}.
   */
  static ObjectNode columnLineage(String namespace, QueryLineage lineage) {
    ObjectNode facet = facet("1-2-0", "ColumnLineageDatasetFacet");
    ObjectNode fields = facet.putObject("fields");
    for (Output column : lineage.columns()) {
      if (column.gap() == null) {
        inputs(fields.putObject(column.name()).putArray("inputFields"), namespace, column.from());
      }
    }
    inputs(facet.putArray("dataset"), namespace, lineage.influences());
    return facet;
  }

  private static void inputs(ArrayNode into, String namespace, List<Dependency> dependencies) {
    Map<String, ArrayNode> known = new LinkedHashMap<>();
    for (Dependency one : dependencies) {
      String field = one.column();
      if (field == null) {
        continue;
      }
      ArrayNode transformations =
          known.computeIfAbsent(
              one.relation() + "\0" + field,
              key ->
                  into.addObject()
                      .put("namespace", namespace)
                      .put("name", one.relation().toString())
                      .put("field", field)
                      .putArray("transformations"));
      transformations
          .addObject()
          .put("type", one.how().direct() ? "DIRECT" : "INDIRECT")
          .put("subtype", one.how().subtype())
          .put("description", one.steps().isEmpty() ? "" : one.steps().getFirst())
          .put("masking", false);
    }
  }
}
