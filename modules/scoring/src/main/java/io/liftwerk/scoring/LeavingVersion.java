package io.liftwerk.scoring;

import io.liftwerk.scoring.exchange.MlflowExport;
import io.liftwerk.scoring.exchange.OnnxInput;
import io.liftwerk.scoring.exchange.OnnxWriter;
import io.liftwerk.scoring.models.FittedModel;
import io.liftwerk.scoring.models.ForeignModel;
import io.liftwerk.scoring.models.Rules;
import io.liftwerk.scoring.registry.VersionFile;
import io.liftwerk.workspace.Json;
import io.liftwerk.workspace.RunRecord;
import io.liftwerk.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A version on its way out, in the forms of others. */
record LeavingVersion(Workspace workspace, ModelVersion listed, VersionFile file) {

  /** The version's own file, as it is. */
  byte[] stored() throws IOException {
    return Files.readAllBytes(workspace.folder().resolve(listed.file()));
  }

  /**
   * The model as an ONNX file.
   *
   * @throws io.liftwerk.workspace.WorkbenchException code {@code onnx-rules} when it has no
   *     counterpart there
   */
  byte[] onnx(OnnxWriter.Shape shape) {
    return switch (file.model()) {
      case FittedModel model -> onnx(model, shape);
      case ForeignModel model -> model.onnx();
    };
  }

  private byte[] onnx(FittedModel model, OnnxWriter.Shape shape) {
    var properties = new TreeMap<String, String>();
    facts().forEach((name, value) -> properties.put("liftwerk." + name, value));
    listed
        .facts()
        .metrics()
        .forEach((name, value) -> properties.put("liftwerk.metric." + name, value.toString()));
    return OnnxWriter.write(
        model,
        new OnnxWriter.About(
            listed.name(), listed.version(), listed.facts().software(), properties),
        shape);
  }

  private Map<String, String> facts() {
    ModelFacts facts = listed.facts();
    var told = new LinkedHashMap<String, String>();
    told.put("run", listed.run());
    told.put("target", facts.target());
    told.put("positive", facts.positive());
    told.put("table", facts.table());
    told.put("dataHash", facts.dataHash());
    told.put("rows", Long.toString(facts.rows()));
    put(told, "owner", listed.owner());
    put(told, "note", listed.note());
    return told;
  }

  private static void put(Map<String, String> into, String name, @Nullable Object value) {
    if (value != null) {
      into.put(name, value.toString());
    }
  }

  /** The version as a run of MLflow's, without a graph where it has none. */
  MlflowExport.Version mlflow() throws IOException {
    Instant ended = listed.created();
    Instant started =
        workspace
            .ledger()
            .find(listed.run())
            .map(RunRecord::startedAt)
            .filter(begin -> begin.isBefore(ended))
            .orElse(ended);
    return new MlflowExport.Version(
        listed.name(),
        listed.version(),
        listed.run(),
        started,
        ended,
        listed.owner(),
        listed.note(),
        parameters(),
        listed.facts().metrics(),
        tags(),
        artefacts(),
        graph());
  }

  private Map<String, byte[]> artefacts() throws IOException {
    return file.model() instanceof ForeignModel model
        ? Map.of("version.json", stored(), "model.onnx", model.onnx())
        : Map.of("version.json", stored());
  }

  /** What the folder of MLflow's cannot take; null for nothing. */
  @Nullable String missing() {
    return switch (file.model()) {
      case FittedModel model when model.predictor() instanceof Rules ->
          "A model of rules has no counterpart in ONNX: the folder has its figures and its own"
              + " file.";
      case FittedModel model -> null;
      case ForeignModel model ->
          "The graph is not from here, so it lies among the files without a description for"
              + " MLflow.";
    };
  }

  private MlflowExport.@Nullable Graph graph() {
    return file.model() instanceof FittedModel model && missing() == null
        ? new MlflowExport.Graph(
            onnx(model, OnnxWriter.Shape.VECTOR), OnnxInput.of(model.preparation()))
        : null;
  }

  /** What was asked for at the training, each by its name, and what was chosen then. */
  private Map<String, String> parameters() {
    var parameters = new LinkedHashMap<String, String>();
    if (file.parameters() != null) {
      Json.mapper()
          .valueToTree(file.parameters())
          .properties()
          .forEach(
              field -> {
                if (field.getValue().isObject()) {
                  field
                      .getValue()
                      .properties()
                      .forEach(one -> plain(parameters, one.getKey(), one.getValue()));
                } else {
                  plain(parameters, field.getKey(), field.getValue());
                }
              });
    }
    ModelFacts facts = listed.facts();
    parameters.put("learner", facts.learner());
    parameters.put("settings", facts.settings());
    parameters.put("features", String.join(", ", facts.features()));
    put(parameters, "threshold", facts.threshold());
    parameters.put("seed", Long.toString(facts.seed()));
    return parameters;
  }

  private static void plain(
      Map<String, String> into, String name, com.fasterxml.jackson.databind.JsonNode value) {
    if (!value.isNull()) {
      into.put(name, value.isValueNode() ? value.asText() : value.toString());
    }
  }

  private Map<String, String> tags() {
    var tags = new LinkedHashMap<String, String>();
    facts().forEach((name, value) -> tags.put("liftwerk." + name, value));
    tags.put("liftwerk.stage", listed.stage().name());
    tags.put("liftwerk.sha256", listed.sha256());
    return tags;
  }
}
