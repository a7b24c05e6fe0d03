package io.liftwerk.scoring;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.ByteString;
import io.liftwerk.scoring.ModelChangeRequest.Action;
import io.liftwerk.scoring.exchange.Foreign;
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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Versions leave in the forms of others, and models of others come in and score. */
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

  private Path foreign(ModelProto.Builder model) throws Exception {
    return Files.write(folder.resolve("agency.onnx"), model.build().toByteArray());
  }

  private ModelVersion bringIn(
      Path file, String name, List<String> columns, @Nullable String target, String positive) {
    return run(new ModelImport(
            new ModelImportRequest(
                file.toString(), new ModelLabel(name, null, null), columns, target, positive)))
        .result();
  }

  private BatchScoringResult score(String model, String table) {
    return run(new BatchScoring(new BatchScoringRequest(ModelReference.parse(model), table, null)))
        .result();
  }

  private ModelChangeResult change(Action action, String reference) {
    return run(new ModelChange(ModelChangeRequest.stage(action, ModelReference.parse(reference))))
        .result();
  }

  @Test
  void aModelOfOthersHasAllThatAVersionHas() throws Exception {
    bench.sql(
        "CREATE TABLE bronze.both AS SELECT *, budget / 100000 AS a, coalesce(besuche, 0) AS b,"
            + " _row % 7 AS c FROM bronze.leads");
    Path file = foreign(Foreign.logistic(List.of("nein", "ja")));
    ModelVersion version = bringIn(file, "agency", List.of("a", "b", "c"), "gewonnen", "ja");
    assertEquals("agency:1 NONE", version.reference() + " " + version.stage());
    assertEquals(List.of("a", "b", "c"), version.facts().features());
    assertEquals("skl2onnx 1.17", version.facts().settings());
    assertEquals("no-champion", refused(() -> score("agency", "both")));
    change(Action.PROMOTE, "agency:1");
    BatchScoringResult result = score("agency", "both");
    assertEquals(600, result.rows());
    assertEquals(60, result.first());
    assertEquals(
        List.of("no-reasons"), result.warnings().stream().map(ScoringWarning::code).toList());
    // its own arithmetic, in floats
    assertEquals(
        List.of("0|600|0"),
        bench.query(
            "SELECT count(*) FILTER (abs(s.score - 1 / (1 + exp(0.3 - 0.8 * t.a + 1.2 * t.b - 0.5"
                + " * t.c))) > 1e-5), count(*), count(s.reasons) FROM gold.agency_scores s JOIN"
                + " bronze.both t USING (_row)"));
    ModelVersion second = bringIn(file, "agency", List.of("a", "b", "c"), null, "ja");
    assertEquals("gewonnen", second.facts().target());
    change(Action.PROMOTE, "agency:2");
    assertEquals(1, change(Action.ROLLBACK, "agency").champion());
    change(Action.RETIRE, "agency:2");
    // compared by outcomes, not by a holdout that nobody has
    ModelComparisonResult compared =
        run(new ModelComparison(
                new ModelComparisonRequest(
                    ModelReference.parse("visits"), ModelReference.parse("agency"), "both")))
            .result();
    assertEquals(540, compared.rows());
    assertEquals(-1, compared.second().seen());
    assertEquals(
        "compare-table",
        refused(
            () ->
                run(
                    new ModelComparison(
                        new ModelComparisonRequest(
                            ModelReference.parse("visits"),
                            ModelReference.parse("agency"),
                            null)))));
    assertEquals(
        "model-baseline",
        refused(
            () ->
                run(
                    new ModelDrift(
                        new ModelDriftRequest("agency", null, "both", null, null, null)))));
    // it leaves as it came
    Path back = folder.resolve("back.onnx");
    run(new ModelExport(new ModelExportRequest(ModelReference.parse("agency"), back.toString())));
    assertArrayEquals(Files.readAllBytes(file), Files.readAllBytes(back));
    Path json = folder.resolve("agency.json");
    run(new ModelExport(new ModelExportRequest(ModelReference.parse("agency"), json.toString())));
    ModelVersion copy =
        run(new ModelImport(
                new ModelImportRequest(json.toString(), new ModelLabel("copy", null, null))))
            .result();
    assertEquals(version.modelSha256(), copy.modelSha256());
  }

  @Test
  void whatLeftAsOnnxComesBackAndScoresAlike() throws Exception {
    Path target = folder.resolve("model.onnx");
    export(target);
    bringIn(target, "back", List.of(), "gewonnen", "ja");
    score("visits", "leads");
    score("back:1", "leads");
    assertEquals(
        List.of("600|0"),
        bench.query(
            "SELECT count(*), count(*) FILTER (abs(a.score - b.score) > 1e-6) FROM"
                + " gold.visits_scores a JOIN gold.back_scores b USING (_row)"));
  }

  @Test
  void aLargeGraphIsKeptWhole() throws Exception {
    ModelProto.Builder large = Foreign.logistic(List.of("0", "1"));
    large
        .getGraphBuilder()
        .addInitializer(
            TensorProto.newBuilder()
                .setName("table")
                .setDataType(TensorProto.DataType.FLOAT.getNumber())
                .addDims(6_000_000)
                .setRawData(ByteString.copyFrom(new byte[24_000_000])));
    ModelVersion version =
        bringIn(foreign(large), "large", List.of("budget", "_row", "_row"), null, "1");
    assertEquals("large = 1", version.facts().target() + " = " + version.facts().positive());
    assertEquals(600, score("large:1", "leads").first());
  }

  @Test
  void whatCannotScoreIsNotEntered() throws Exception {
    Path file = foreign(Foreign.logistic(List.of("nein", "ja")));
    List<String> columns = List.of("budget", "besuche", "_row");
    assertEquals("onnx-columns", refused(() -> bringIn(file, "a", List.of(), null, "ja")));
    assertEquals("onnx-class", refused(() -> bringIn(file, "a", columns, null, "yes")));
    assertEquals("model-name", refused(() -> bringIn(file, "a:b", columns, null, "ja")));
    assertEquals(
        "model-other-target", refused(() -> bringIn(file, "visits", columns, null, "nein")));
    Files.write(file, new byte[] {1, 2, 3});
    assertEquals("onnx-damaged", refused(() -> bringIn(file, "a", columns, null, "ja")));
    assertEquals(1, ModelRegistry.of(bench.workspace()).list().size());
  }

  @Test
  void nothingIsWrittenWhereItDoesNotBelong() {
    assertEquals("export-target", refused(() -> export(folder.resolve("none/mlruns"))));
    assertEquals(
        "export-target", refused(() -> export(bench.workspace().folder().resolve("mlruns"))));
    assertEquals("model-file-format", refused(() -> export(folder.resolve("runs"))));
  }
}
