package io.liftwerk.scoring.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.liftwerk.scoring.exchange.OnnxInput.Kind;
import io.liftwerk.workspace.WorkbenchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models of others are read, score rows, or say in one sentence why not. */
class OnnxModelTest {
  private static final List<String> COLUMNS = List.of("age", "income", "visits");

  @TempDir private Path folder;

  private Path file(byte[] bytes) throws IOException {
    Path file = folder.resolve("scorer.onnx");
    Files.write(file, bytes);
    return file;
  }

  private OnnxModel open(ModelProto.Builder model, List<String> columns, @Nullable String yes)
      throws IOException {
    return OnnxModel.open(file(model.build().toByteArray()), columns, yes);
  }

  private String code(ModelProto.Builder model, List<String> columns, @Nullable String yes) {
    var refused = assertThrows(WorkbenchException.class, () -> open(model, columns, yes).close());
    assertTrue(refused.sentence().contains("scorer.onnx"), refused.sentence());
    assertTrue(refused.sentence().endsWith("."), refused.sentence());
    return refused.code();
  }

  private static OnnxChunk numbers(int rows, double[]... columns) {
    return new OnnxChunk(
        1, rows, Arrays.stream(columns).<OnnxChunk.Values>map(OnnxChunk.Numbers::new).toList());
  }

  private static double logistic(double x, double y, double z) {
    double sum = Foreign.BIAS;
    sum += Foreign.WEIGHTS[0] * x + Foreign.WEIGHTS[1] * y + Foreign.WEIGHTS[2] * z;
    return 1 / (1 + Math.exp(-sum));
  }

  @Test
  void aClassifierOverOneMatrixGivesTheProbabilityOfTheSecondClassOrTheOneNamed() throws Exception {
    int rows = 1_000;
    var random = new Random(1);
    var columns = new double[3][rows];
    for (double[] column : columns) {
      Arrays.setAll(column, i -> random.nextGaussian());
    }
    for (String yes : new String[] {null, "no"}) {
      try (OnnxModel model = open(Foreign.logistic(List.of("no", "yes")), COLUMNS, yes)) {
        assertEquals(COLUMNS, model.features().stream().map(OnnxInput::column).toList());
        assertEquals(yes == null ? "yes" : "no", model.yes());
        assertEquals("skl2onnx 1.17", model.producer());
        double[] scores = model.probabilities(numbers(rows, columns));
        for (int i = 0; i < rows; i++) {
          double second = logistic(columns[0][i], columns[1][i], columns[2][i]);
          assertEquals(yes == null ? second : 1 - second, scores[i], 1e-6);
        }
      }
    }
  }

  @Test
  void inputsOfTheirOwnNamesTakeTextsWholeNumbersAndTruthValues() throws Exception {
    try (OnnxModel model = open(Foreign.named(), List.of(), null)) {
      assertEquals(
          List.of(
              new OnnxInput("city", "city", Kind.LEVEL),
              new OnnxInput("age", "age", Kind.WHOLE),
              new OnnxInput("member", "member", Kind.TRUTH)),
          model.features());
      OnnxChunk.Texts cities = new OnnxChunk.Texts(new String[] {"Graz", "", "Graz", "Wien"});
      double[] ages = {20, 20, 31, 30};
      double[] members = {1, 0, 1, 0};
      double[] scores =
          model.probabilities(
              new OnnxChunk(
                  1,
                  4,
                  List.of(cities, new OnnxChunk.Numbers(ages), new OnnxChunk.Numbers(members))));
      assertEquals(List.of(0.75, 0.25, 0.1, 0.25), rounded(scores));
      ages[2] = Double.NaN;
      var refused =
          assertThrows(
              WorkbenchException.class,
              () ->
                  model.probabilities(
                      new OnnxChunk(
                          8_193,
                          4,
                          List.of(
                              cities,
                              new OnnxChunk.Numbers(ages),
                              new OnnxChunk.Numbers(members)))));
      assertEquals("onnx-missing", refused.code());
      assertTrue(refused.sentence().contains("'age' is empty in row 8195"), refused.sentence());
    }
  }

  private static List<Double> rounded(double[] scores) {
    return Arrays.stream(scores).mapToObj(score -> Math.round(score * 1e6) / 1e6).toList();
  }

  @Test
  void whatTakesAFixedNumberOfRowsIsGivenThatManyAtOnce() throws Exception {
    try (OnnxModel model = open(Foreign.sum(4, 2), List.of("a", "b"), null)) {
      double[] a = {.1, .2, .3, .4, .5, .6, .7, .8, .9};
      double[] scores = model.probabilities(numbers(9, a, new double[9]));
      for (int i = 0; i < 9; i++) {
        assertEquals(a[i], scores[i], 1e-12);
      }
    }
  }

  @Test
  void whatIsNoProbabilityIsNamedByItsRow() throws Exception {
    try (OnnxModel model = open(Foreign.sum(0, 2), List.of("a", "b"), null)) {
      var refused =
          assertThrows(
              WorkbenchException.class,
              () -> model.probabilities(numbers(2, new double[] {.5, 7}, new double[2])));
      assertEquals("onnx-output", refused.code());
      assertTrue(refused.sentence().contains("row 2"), refused.sentence());
      var missing =
          assertThrows(
              WorkbenchException.class,
              () -> model.probabilities(numbers(1, new double[] {Double.NaN}, new double[1])));
      assertEquals("onnx-output", missing.code());
    }
  }

  @Test
  void metadataThatContradictTheGraphCountForNothing() throws Exception {
    ModelProto.Builder model = Foreign.named().setProducerName("Liftwerk");
    model.addMetadataProps(
        StringStringEntryProto.newBuilder()
            .setKey("liftwerk.inputs")
            .setValue(
                "[{\"name\":\"age\",\"column\":\"age\",\"kind\":\"LEVEL\"},"
                    + "{\"name\":\"city\",\"column\":\"town\",\"kind\":\"PRESENCE\"},"
                    + "{\"name\":\"member\"}]"));
    try (OnnxModel read = open(model, List.of(), null)) {
      assertEquals(
          List.of(
              new OnnxInput("city", "town", Kind.PRESENCE),
              new OnnxInput("age", "age", Kind.WHOLE),
              new OnnxInput("member", "member", Kind.TRUTH)),
          read.features());
    }
  }

  @Test
  void columnsMustBeAsManyAsTheModelTakes() {
    assertEquals("onnx-columns", code(Foreign.logistic(List.of("no", "yes")), List.of(), null));
    assertEquals(
        "onnx-columns", code(Foreign.logistic(List.of("no", "yes")), List.of("age"), null));
    assertEquals(
        "onnx-columns",
        code(Foreign.logistic(List.of("no", "yes")), List.of("a", "b", "c", "d"), null));
  }

  @Test
  void classesMustBeTwoAndTheNamedOneAmongThem() {
    assertEquals("onnx-class", code(Foreign.logistic(List.of("a", "b", "c")), COLUMNS, null));
    assertEquals("onnx-class", code(Foreign.logistic(List.of("no", "yes")), COLUMNS, "maybe"));
  }

  @Test
  void filesThatAreNoModelSaySo() throws Exception {
    byte[] whole = Foreign.logistic(List.of("no", "yes")).build().toByteArray();
    for (byte[] bytes :
        List.of(
            new byte[0],
            "id;name\n1;x\n".getBytes(java.nio.charset.StandardCharsets.UTF_8),
            Arrays.copyOf(whole, whole.length / 2))) {
      Path file = file(bytes);
      var refused =
          assertThrows(WorkbenchException.class, () -> OnnxModel.open(file, COLUMNS, null));
      assertEquals("onnx-damaged", refused.code());
    }
    var missing =
        assertThrows(
            WorkbenchException.class,
            () -> OnnxModel.open(folder.resolve("none.onnx"), COLUMNS, null));
    assertEquals("onnx-unreadable", missing.code());
  }

  @Test
  void whatOnnxRuntimeDoesNotKnowIsSaid() {
    ModelProto.Builder later = Foreign.logistic(List.of("no", "yes"));
    later.setOpsetImport(0, OperatorSetIdProto.newBuilder().setVersion(99));
    assertEquals("onnx-opset", code(later, COLUMNS, null));
    ModelProto.Builder strange = Foreign.sum(0, 2);
    strange.getGraphBuilder().getNodeBuilder(0).setOpType("Guess");
    assertEquals("onnx-load", code(strange, List.of("a", "b"), null));
  }

  @Test
  void numbersInOtherFilesAreNotRead() throws Exception {
    Files.writeString(folder.resolve("weights.bin"), "secret");
    ModelProto.Builder model = Foreign.sum(0, 2);
    model
        .getGraphBuilder()
        .addInitializer(
            TensorProto.newBuilder()
                .setName("elsewhere")
                .setDataType(DataType.FLOAT.getNumber())
                .addDims(1)
                .setDataLocation(TensorProto.DataLocation.EXTERNAL)
                .addExternalData(
                    StringStringEntryProto.newBuilder()
                        .setKey("location")
                        .setValue("../../etc/passwd")));
    assertEquals("onnx-external", code(model, List.of("a", "b"), null));
    ModelProto.Builder nested = Foreign.sum(0, 2);
    nested
        .getGraphBuilder()
        .getNodeBuilder(0)
        .addAttributeBuilder()
        .setName("value")
        .getTBuilder()
        .setDataLocation(TensorProto.DataLocation.EXTERNAL);
    assertEquals("onnx-external", code(nested, List.of("a", "b"), null));
  }

  @Test
  void inputsAndOutputsThatAreNoColumnsAreRefused() {
    ModelProto.Builder picture = Foreign.sum(0, 2);
    picture.getGraphBuilder().setInput(0, Foreign.tensor("x", DataType.DOUBLE, 0, 3, 224, 224));
    assertEquals("onnx-input", code(picture, List.of("a", "b"), null));
    ModelProto.Builder wide = Foreign.sum(0, 2_000_000_000);
    assertEquals("onnx-input", code(wide, List.of("a", "b"), null));
    ModelProto.Builder label = Foreign.named();
    label.getGraphBuilder().removeOutput(1);
    assertEquals("onnx-output", code(label, List.of(), null));
  }
}
