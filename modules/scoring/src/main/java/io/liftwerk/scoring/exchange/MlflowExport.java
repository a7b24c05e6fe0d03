package io.liftwerk.scoring.exchange;

import io.liftwerk.workspace.Hashes;
import io.liftwerk.workspace.Json;
import io.liftwerk.workspace.WorkbenchException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Lays a version of a model out as a run in MLflow's file store: {@code mlruns/EXPERIMENT/RUN} with
 * {@code meta.yaml}, a file a parameter, metric and tag, and the artefacts, an ONNX graph with its
 * {@code MLmodel} among them. The model's name is the experiment's. Written after {@code
 * mlflow/store/tracking/file_store.py} and {@code mlflow/onnx} of MLflow 2 and 3.
 */
public final class MlflowExport {
  /** Longest value of a parameter that MLflow takes. */
  private static final int LONGEST = 6_000;

  private static final int NAME = 250;

  /** {@code RunStatus.FINISHED} and {@code SourceType.LOCAL} in MLflow's protocol. */
  private static final int FINISHED = 3;

  private static final int LOCAL = 4;

  private MlflowExport() {}

  /**
   * What is exported.
   *
   * @param name of the model
   * @param version of it
   * @param run number of the run that made it
   * @param started when that began
   * @param ended when it was done
   * @param owner null for nobody
   * @param note null for nothing
   * @param parameters what it was trained with, by name
   * @param metrics figures by name
   * @param tags more, by name
   * @param artefacts content of files by their path below the artefacts, parted by slashes
   * @param model the graph; null for a model that has none in ONNX
   */
  public record Version(
      String name,
      int version,
      String run,
      Instant started,
      Instant ended,
      @Nullable String owner,
      @Nullable String note,
      Map<String, String> parameters,
      Map<String, Double> metrics,
      Map<String, String> tags,
      Map<String, byte[]> artefacts,
      @Nullable Graph model) {}

  /**
   * An ONNX model to lie among the artefacts.
   *
   * @param onnx the file, with inputs of {@link OnnxWriter.Shape#VECTOR}
   * @param inputs what it takes
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Graph(byte[] onnx, List<OnnxInput> inputs) {}

  /**
   * Writes the run.
   *
   * @param folder the {@code mlruns} folder, which may have runs in it already
   * @return the run's folder
   * @throws WorkbenchException code {@code mlflow-exists} when the version is there already, {@code
   *     mlflow-path} for an artefact that would lie outside, {@code mlflow-write} when the folder
   *     cannot be written
   */
  public static Path write(Path folder, Version version) {
    Path root = folder.toAbsolutePath().normalize();
    String id = Hashes.sha256(identity(version)).substring(0, 32);
    try {
      Path experiment = experiment(root, version);
      Path run = experiment.resolve(id);
      if (Files.exists(run)) {
        throw new WorkbenchException(
            "mlflow-exists",
            "%s has version %d of %s already, in %s."
                .formatted(folder, version.version(), version.name(), run.getFileName()),
            "Choose another folder, or delete that one first.");
      }
      Path making = experiment.resolve("." + id);
      delete(making);
      fill(making, run, experiment.getFileName().toString(), id, version);
      return Files.move(making, run);
    } catch (IOException e) {
      throw new WorkbenchException(
          "mlflow-write",
          "%s cannot be written: %s.".formatted(folder, e.getMessage()),
          "Choose a folder that can be written to.",
          e);
    }
  }

  private static String identity(Version version) {
    return version.name() + "\n" + version.version() + "\n" + version.run() + version.started();
  }

  /** The experiment of that name, made where there is none. */
  private static Path experiment(Path root, Version version) throws IOException {
    Files.createDirectories(root);
    String name = "name: " + Json.write(version.name());
    try (DirectoryStream<Path> experiments = Files.newDirectoryStream(root)) {
      for (Path experiment : experiments) {
        Path meta = experiment.resolve("meta.yaml");
        if (Files.isRegularFile(meta) && Files.readAllLines(meta).contains(name)) {
          return experiment;
        }
      }
    }
    // MLflow's own are 18 digits too
    long digits =
        Long.parseUnsignedLong(Hashes.sha256(version.name()).substring(0, 15), 16)
            % 900_000_000_000_000_000L;
    String id = Long.toString(100_000_000_000_000_000L + digits);
    Path experiment = Files.createDirectories(root.resolve(id));
    var meta = new LinkedHashMap<String, Object>();
    meta.put("artifact_location", uri(experiment));
    meta.put("creation_time", version.started().toEpochMilli());
    meta.put("experiment_id", id);
    meta.put("last_update_time", version.ended().toEpochMilli());
    meta.put("lifecycle_stage", "active");
    meta.put("name", version.name());
    Files.writeString(experiment.resolve("meta.yaml"), yaml(meta));
    return experiment;
  }

  private static void fill(Path making, Path run, String experiment, String id, Version version)
      throws IOException {
    String title = version.name() + " " + version.version();
    Path artefacts = Files.createDirectories(making.resolve("artifacts"));
    for (Map.Entry<String, byte[]> entry : version.artefacts().entrySet()) {
      artefact(artefacts, entry.getKey(), entry.getValue());
    }
    var tags = new TreeMap<>(version.tags());
    tags.put("mlflow.runName", title);
    tags.put("mlflow.source.name", "Liftwerk");
    tags.put("mlflow.source.type", "LOCAL");
    tags.put("liftwerk.run", version.run());
    tags.put("liftwerk.version", Integer.toString(version.version()));
    String owner = version.owner();
    if (owner != null) {
      tags.put("mlflow.user", owner);
    }
    String note = version.note();
    if (note != null) {
      tags.put("mlflow.note.content", note);
    }
    Graph model = version.model();
    if (model != null) {
      tags.put(
          "mlflow.log-model.history",
          Json.write(List.of(MlflowModel.write(artefacts, id, version.ended(), model))));
    }
    Map<String, String> params = new LinkedHashMap<>();
    version.parameters().forEach((name, value) -> params.put(name, line(value)));
    files(making.resolve("params"), params);
    Map<String, String> metrics = new LinkedHashMap<>();
    long moment = version.ended().toEpochMilli();
    version
        .metrics()
        .forEach((name, value) -> metrics.put(name, moment + " " + number(value) + " 0\n"));
    files(making.resolve("metrics"), metrics);
    files(making.resolve("tags"), tags);
    var meta = new LinkedHashMap<String, Object>();
    meta.put("artifact_uri", uri(run) + "/artifacts");
    meta.put("end_time", moment);
    meta.put("entry_point_name", "");
    meta.put("experiment_id", experiment);
    meta.put("lifecycle_stage", "active");
    meta.put("run_id", id);
    meta.put("run_name", title);
    meta.put("run_uuid", id);
    meta.put("source_name", "Liftwerk");
    meta.put("source_type", LOCAL);
    meta.put("source_version", "");
    meta.put("start_time", version.started().toEpochMilli());
    meta.put("status", FINISHED);
    meta.put("tags", List.of());
    meta.put("user_id", owner == null ? "" : owner);
    Files.writeString(making.resolve("meta.yaml"), yaml(meta));
  }

  /** As MLflow and Python write them. */
  private static String number(double value) {
    return Double.isNaN(value)
        ? "nan"
        : Double.isInfinite(value) ? value > 0 ? "inf" : "-inf" : Double.toString(value);
  }

  /** A parameter is one line. */
  private static String line(String value) {
    String line = value.replaceAll("\\s*\\R\\s*", " ");
    return line.length() > LONGEST ? line.substring(0, LONGEST) : line;
  }

  private static void artefact(Path artefacts, String name, byte[] content) throws IOException {
    Path file = artefacts.resolve(name).normalize();
    if (!file.startsWith(artefacts) || file.equals(artefacts)) {
      throw new WorkbenchException(
          "mlflow-path",
          "The artefact '%s' would lie outside the folder of its run.".formatted(name),
          "Name it by a path within.");
    }
    Files.createDirectories(file.getParent());
    Files.write(file, content);
  }

  /** A file for each, named after it; letters that MLflow or a file system refuses are replaced. */
  private static void files(Path folder, Map<String, String> contents) throws IOException {
    Files.createDirectories(folder);
    for (Map.Entry<String, String> entry : contents.entrySet()) {
      String plain = entry.getKey().replaceAll("[^\\p{L}\\p{N}_.\\- ]", "_").strip();
      plain = plain.matches("\\.*") ? "_" + plain : plain;
      plain = plain.length() > NAME ? plain.substring(0, NAME) : plain;
      String free = plain;
      for (int i = 2; Files.exists(folder.resolve(free)); i++) {
        free = plain + "_" + i;
      }
      Files.writeString(folder.resolve(free), entry.getValue());
    }
  }

  private static String uri(Path folder) {
    String uri = folder.toUri().toString();
    return uri.endsWith("/") ? uri.substring(0, uri.length() - 1) : uri;
  }

  /** A document of simple values; a value as JSON writes it is YAML too. */
  static String yaml(Map<String, Object> values) {
    var yaml = new StringBuilder();
    values.forEach(
        (key, value) -> yaml.append(key).append(": ").append(Json.write(value)).append("\n"));
    return yaml.toString();
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (var walk = Files.walk(folder)) {
      for (Path path : walk.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
