package io.liftwerk.scoring.exchange;

import io.liftwerk.workspace.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** An ONNX graph as MLflow's flavour {@code onnx} keeps it, in the folder {@code model}. */
final class MlflowModel {
  private static final String PATH = "model";
  private static final String DATA = "model.onnx";
  private static final String PYTHON = "3.11";

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private MlflowModel() {}

  /**
   * Writes the folder.
   *
   * @return what {@code MLmodel} says, which a run's tags repeat
   */
  static Map<String, Object> write(
      Path artefacts, String run, Instant created, MlflowExport.Graph model) throws IOException {
    Path folder = Files.createDirectories(artefacts.resolve(PATH));
    Files.write(folder.resolve(DATA), model.onnx());
    List<String> requirements = List.of("mlflow", "onnx>=1.11", "onnxruntime>=1.10");
    Files.writeString(folder.resolve("requirements.txt"), String.join("\n", requirements) + "\n");
    var python = new LinkedHashMap<String, Object>();
    python.put("python", PYTHON);
    python.put("build_dependencies", List.of("pip", "setuptools", "wheel"));
    python.put("dependencies", List.of("-r requirements.txt"));
    Files.writeString(folder.resolve("python_env.yaml"), MlflowExport.yaml(python));
    var conda = new LinkedHashMap<String, Object>();
    conda.put("name", "mlflow-env");
    conda.put("channels", List.of("conda-forge"));
    conda.put("dependencies", List.of("python=" + PYTHON, "pip", Map.of("pip", requirements)));
    Files.writeString(folder.resolve("conda.yaml"), MlflowExport.yaml(conda));
    Map<String, Object> described = described(run, created, model);
    Files.writeString(folder.resolve("MLmodel"), MlflowExport.yaml(described));
    return described;
  }

  private static Map<String, Object> described(
      String run, Instant created, MlflowExport.Graph model) {
    var onnx = new LinkedHashMap<String, Object>();
    onnx.put("data", DATA);
    onnx.put("onnx_version", "1.11.0");
    onnx.put("providers", List.of("CPUExecutionProvider"));
    var python = new LinkedHashMap<String, Object>();
    python.put("data", DATA);
    python.put("env", Map.of("conda", "conda.yaml", "virtualenv", "python_env.yaml"));
    python.put("loader_module", "mlflow.onnx");
    python.put("python_version", PYTHON + ".0");
    var flavors = new LinkedHashMap<String, Object>();
    flavors.put("onnx", onnx);
    flavors.put("python_function", python);
    var signature = new LinkedHashMap<String, Object>();
    signature.put("inputs", Json.write(schema(model.inputs())));
    signature.put(
        "outputs",
        Json.write(
            List.of(column(OnnxWriter.LOG_ODDS, false), column(OnnxWriter.PROBABILITY, false))));
    var described = new LinkedHashMap<String, Object>();
    described.put("artifact_path", PATH);
    described.put("flavors", flavors);
    described.put("model_size_bytes", model.onnx().length);
    described.put("model_uuid", run);
    described.put("run_id", run);
    described.put("signature", signature);
    described.put("utc_time_created", MOMENT.format(created));
    return described;
  }

  private static List<Map<String, Object>> schema(List<OnnxInput> inputs) {
    var schema = new ArrayList<Map<String, Object>>();
    for (OnnxInput input : inputs) {
      schema.add(column(input.name(), input.kind().text()));
    }
    return schema;
  }

  private static Map<String, Object> column(String name, boolean text) {
    var column = new LinkedHashMap<String, Object>();
    column.put("type", text ? "string" : "double");
    column.put("name", name);
    column.put("required", true);
    return column;
  }
}
