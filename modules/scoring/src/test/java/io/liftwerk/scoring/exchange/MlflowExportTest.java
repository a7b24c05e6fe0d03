package io.liftwerk.scoring.exchange;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.liftwerk.scoring.exchange.OnnxInput.Kind;
import io.liftwerk.workspace.Json;
import io.liftwerk.workspace.WorkbenchException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A version lies in {@code mlruns} as MLflow's file store keeps a run. */
class MlflowExportTest {
  private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

  @TempDir private Path folder;

  private static MlflowExport.Version version(int number, Map<String, byte[]> artefacts) {
    return new MlflowExport.Version(
        "Leads: Süd",
        number,
        "r000012",
        START,
        START.plusSeconds(5),
        "Ada",
        "first\nsecond: \"line\"",
        Map.of("seed", "7", "exclude/these", "a,\n b"),
        Map.of("auc", 0.8125, "lift 10 %", Double.POSITIVE_INFINITY),
        Map.of("stage", "champion"),
        artefacts,
        new MlflowExport.Graph(
            new byte[] {1, 2, 3},
            List.of(
                new OnnxInput("age", "age", Kind.NUMBER),
                new OnnxInput("city", "city", Kind.LEVEL))));
  }

  private static JsonNode yaml(Path file) throws IOException {
    return new YAMLMapper().readTree(file.toFile());
  }

  @Test
  void aRunHasItsMetaParametersMetricsTagsAndArtefacts() throws Exception {
    Path mlruns = folder.resolve("mlruns");
    byte[] json = "{}".getBytes(StandardCharsets.UTF_8);
    Path run = MlflowExport.write(mlruns, version(2, Map.of("version/version.json", json)));
    Path experiment = Objects.requireNonNull(run.getParent());
    JsonNode named = yaml(experiment.resolve("meta.yaml"));
    assertEquals("Leads: Süd", named.get("name").asText());
    assertEquals(experiment.getFileName().toString(), named.get("experiment_id").asText());
    assertTrue(named.get("experiment_id").isTextual(), "MLflow compares it with the folder's name");
    JsonNode meta = yaml(run.resolve("meta.yaml"));
    assertEquals(run.getFileName().toString(), meta.get("run_id").asText());
    assertTrue(meta.get("run_id").asText().matches("[0-9a-f]{32}"));
    assertEquals(3, meta.get("status").asInt());
    assertEquals(START.toEpochMilli(), meta.get("start_time").asLong());
    assertEquals(
        run.resolve("artifacts"), Path.of(java.net.URI.create(meta.get("artifact_uri").asText())));
    assertEquals("7", Files.readString(run.resolve("params/seed")));
    assertEquals("a, b", Files.readString(run.resolve("params/exclude_these")));
    assertEquals("1772359205000 0.8125 0\n", Files.readString(run.resolve("metrics/auc")));
    assertEquals("1772359205000 inf 0\n", Files.readString(run.resolve("metrics/lift 10 _")));
    assertEquals("champion", Files.readString(run.resolve("tags/stage")));
    assertEquals("Leads: Süd 2", Files.readString(run.resolve("tags/mlflow.runName")));
    assertEquals(
        "first\nsecond: \"line\"", Files.readString(run.resolve("tags/mlflow.note.content")));
    assertArrayEquals(json, Files.readAllBytes(run.resolve("artifacts/version/version.json")));
  }

  @Test
  void theGraphIsAModelOfTheFlavourOnnx() throws Exception {
    Path run = MlflowExport.write(folder, version(1, Map.of()));
    Path model = run.resolve("artifacts/model");
    JsonNode described = yaml(model.resolve("MLmodel"));
    JsonNode onnx = described.at("/flavors/onnx");
    assertArrayEquals(
        new byte[] {1, 2, 3}, Files.readAllBytes(model.resolve(onnx.get("data").asText())));
    JsonNode python = described.at("/flavors/python_function");
    assertEquals("mlflow.onnx", python.get("loader_module").asText());
    assertTrue(Files.exists(model.resolve(python.at("/env/virtualenv").asText())));
    assertEquals("mlflow-env", yaml(model.resolve("conda.yaml")).get("name").asText());
    JsonNode inputs = Json.mapper().readTree(described.at("/signature/inputs").asText());
    assertEquals("double", inputs.at("/0/type").asText());
    assertEquals("string", inputs.at("/1/type").asText());
    JsonNode history =
        Json.mapper().readTree(Files.readString(run.resolve("tags/mlflow.log-model.history")));
    assertEquals("model", history.at("/0/artifact_path").asText());
    assertEquals(run.getFileName().toString(), history.at("/0/run_id").asText());
  }

  @Test
  void versionsOfAModelAreRunsOfOneExperimentAndNoneIsWrittenTwice() throws Exception {
    Path first = MlflowExport.write(folder, version(1, Map.of()));
    Path second = MlflowExport.write(folder, version(2, Map.of()));
    assertEquals(first.getParent(), second.getParent());
    var refused =
        assertThrows(
            WorkbenchException.class, () -> MlflowExport.write(folder, version(2, Map.of())));
    assertEquals("mlflow-exists", refused.code());
    try (Stream<Path> runs = Files.list(first.getParent())) {
      assertEquals(3, runs.count(), "two runs and the experiment's own file");
    }
  }

  @Test
  void noArtefactLiesOutside() {
    for (String path : List.of("../../outside.txt", "/tmp/outside.txt", ".")) {
      var refused =
          assertThrows(
              WorkbenchException.class,
              () -> MlflowExport.write(folder, version(1, Map.of(path, new byte[1]))));
      assertEquals("mlflow-path", refused.code());
    }
    assertFalse(Files.exists(folder.resolve("outside.txt")));
  }
}
