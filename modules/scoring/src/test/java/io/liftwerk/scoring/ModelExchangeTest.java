package io.liftwerk.scoring;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.scoring.exchange.OnnxInput;
import io.liftwerk.scoring.exchange.OnnxModel;
import io.liftwerk.workspace.Job;
import io.liftwerk.workspace.JobRunner;
import io.liftwerk.workspace.Run;
import io.liftwerk.workspace.WorkbenchException;
import io.liftwerk.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Versions leave in the forms of others. */
class ModelExchangeTest {
  /** Trained once: every test works on a copy of the workspace. */
  @TempDir private static Path template;

  private static Path trained;

  @TempDir private Path folder;
  private Bench bench;

  @BeforeAll
  static void train() throws Exception {
    try (var made = new Bench(template)) {
      trained = made.workspace().folder();
      made.sql(LeadScoringTest.leads(600));
      made.run(
          new LeadScoringRequest(
              "leads",
              "gewonnen",
              null,
              null,
              List.of(),
              null,
              7,
              ScoringOptions.PLAIN,
              new ModelLabel("visits", "Kim", "a try")));
    }
  }

  @BeforeEach
  void open() throws Exception {
    Path copy = folder.resolve("copy.liftwerk");
    try (Stream<Path> files = Files.walk(trained)) {
      for (Path file : files.toList()) {
        Files.copy(file, copy.resolve(trained.relativize(file).toString()));
      }
    }
    bench = new Bench(Workspace.open(copy));
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private <R> Run<R> run(Job<R> job) {
    return new JobRunner(bench.workspace(), Runnable::run).run(job);
  }

  private ModelVersion champion() {
    return ModelRegistry.of(bench.workspace()).get(ModelReference.parse("visits"));
  }

  private ModelExportResult export(Path target) {
    return run(new ModelExport(
            new ModelExportRequest(ModelReference.parse("visits"), target.toString())))
        .result();
  }

  private static String refused(Runnable action) {
    return assertThrows(WorkbenchException.class, action::run).code();
  }

  @Test
  void anOnnxFileTakesTheColumnsOfTheTable() {
    Path target = folder.resolve("model.onnx");
    ModelExportResult result = export(target);
    assertEquals(ModelFormat.ONNX, result.format());
    assertEquals(target.toFile().length(), result.bytes());
    assertNull(result.note());
    try (OnnxModel onnx = OnnxModel.open(target, List.of(), null)) {
      assertEquals(
          champion().facts().features(),
          onnx.features().stream().map(OnnxInput::column).distinct().toList());
      assertTrue(onnx.producer().startsWith("Liftwerk"), onnx::producer);
    }
    // the same file again
    assertEquals(result.sha256(), export(folder.resolve("again.onnx")).sha256());
  }

  @Test
  void mlrunsTakesTheVersionWithAllThatIsKnownOfIt() throws Exception {
    Path mlruns = folder.resolve("mlruns");
    ModelExportResult result = export(mlruns);
    Path written = Path.of(result.file());
    assertTrue(written.startsWith(mlruns), written::toString);
    assertEquals("gewonnen", Files.readString(written.resolve("params/target")));
    assertEquals("7", Files.readString(written.resolve("params/seed")));
    assertEquals("LEADS", Files.readString(written.resolve("params/purpose")));
    assertEquals("Kim", Files.readString(written.resolve("tags/mlflow.user")));
    assertEquals("a try", Files.readString(written.resolve("tags/mlflow.note.content")));
    assertEquals("0001", Files.readString(written.resolve("tags/liftwerk.run")));
    assertEquals(
        String.valueOf(champion().facts().metrics().get("auc")),
        Files.readString(written.resolve("metrics/auc")).split(" ")[1]);
    assertArrayEquals(
        Files.readAllBytes(bench.workspace().folder().resolve(champion().file())),
        Files.readAllBytes(written.resolve("artifacts/version.json")));
    assertTrue(Files.size(written.resolve("artifacts/model/model.onnx")) > 0);
    // the folder takes more runs, but none twice
    assertEquals("mlflow-exists", refused(() -> export(mlruns)));
  }

  @Test
  void nothingIsWrittenWhereItDoesNotBelong() {
    assertEquals("export-target", refused(() -> export(folder.resolve("none/mlruns"))));
    assertEquals(
        "export-target", refused(() -> export(bench.workspace().folder().resolve("mlruns"))));
    assertEquals("model-file-format", refused(() -> export(folder.resolve("runs"))));
  }
}
