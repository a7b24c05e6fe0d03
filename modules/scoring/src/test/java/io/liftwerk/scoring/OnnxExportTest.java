package io.liftwerk.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnx.proto.OnnxMl.ModelProto;
import io.liftwerk.scoring.evaluation.Calibration;
import io.liftwerk.scoring.exchange.OnnxInput;
import io.liftwerk.scoring.exchange.OnnxModel;
import io.liftwerk.scoring.exchange.OnnxWriter;
import io.liftwerk.scoring.features.Dataset;
import io.liftwerk.scoring.features.Preparation;
import io.liftwerk.scoring.features.Work;
import io.liftwerk.scoring.models.Boosted;
import io.liftwerk.scoring.models.FittedModel;
import io.liftwerk.scoring.models.Forest;
import io.liftwerk.scoring.models.Heuristic;
import io.liftwerk.scoring.models.Learner;
import io.liftwerk.scoring.models.Logistic;
import io.liftwerk.scoring.models.TreeEnsemble;
import io.liftwerk.workspace.Job;
import io.liftwerk.workspace.JobContext;
import io.liftwerk.workspace.JobRunner;
import io.liftwerk.workspace.WorkbenchException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An exported model scores in ONNX Runtime as it does here, row by row, from the raw columns. */
class OnnxExportTest {
  private static final double SAME = 1e-6;
  private static final int TRAINING = 3_000;

  private static final Preparation PREPARATION =
      new Preparation(
          List.of(
              new Preparation.Number("amount", false),
              new Preparation.Number("count", false),
              new Preparation.Number("member", true),
              new Preparation.Date("created", 20_300.25, true),
              new Preparation.Date("born", 20_000, false),
              new Preparation.Category("city", List.of("Köln", "Graz", "x y", "true", "o'c")),
              new Preparation.Category(
                  "many", IntStream.range(0, 60).mapToObj(i -> "v" + i).toList()),
              new Preparation.Text("remark", true),
              new Preparation.Text("mail", false)));

  @TempDir private Path folder;
  private Bench bench;

  /** Rows to learn from, as many more with values that never came before, and odd ones. */
  @BeforeEach
  void open() throws Exception {
    bench = new Bench(folder);
    bench.sql(
        """
        CREATE TABLE bronze.leads AS SELECT i + 2 AS _row,
          CASE WHEN hash(i) % 9 > 0 THEN (hash(i + 1) % 100000)::DOUBLE / 997 END AS amount,
          CASE WHEN hash(i + 2) % 5 > 0 THEN (hash(i + 3) % 40)::INTEGER END AS count,
          CASE hash(i + 4) % 3 WHEN 0 THEN true WHEN 1 THEN false END AS member,
          CASE WHEN hash(i + 5) % 8 > 0 THEN TIMESTAMP '2024-01-01'
            + INTERVAL 1 MINUTE * (hash(i + 6) % 900000)::INTEGER END AS created,
          DATE '1931-02-27' + (hash(i + 7) % 30000)::INTEGER AS born,
          CASE WHEN hash(i + 8) % 7 > 0
            THEN list_extract(['Köln', 'Graz', 'x y', 'true', 'o''c', 'rare'],
              (1 + hash(i + 9) % CASE WHEN i < 3000 THEN 5 ELSE 6 END)::INTEGER) END AS city,
          'v' || hash(i + 10) % CASE WHEN i < 3000 THEN 60 ELSE 80 END AS many,
          CASE WHEN hash(i + 11) % 3 > 0 THEN repeat('ä', (hash(i + 12) % 30)::INTEGER) END
            AS remark,
          CASE WHEN hash(i + 13) % 4 > 0 THEN 'm' || i ELSE ' ' END AS mail,
          (amount > 50)::INTEGER + (hash(i + 10) % 60 % 7 = 3)::INTEGER * 2
            + coalesce(member::INTEGER * 2, 1) + (hash(i + 14) % 3)::INTEGER > 3 AS won
        FROM range(6000) t(i)
        """,
        """
        INSERT INTO bronze.leads (_row, amount, count, born, created, city, many, remark, mail)
        VALUES (9001, 'NaN', 0, '1970-01-01', '1969-12-31 23:59:59', '', '', '', ''),
          (9002, 'inf', 1, '9999-12-31', '2400-02-29', 'köln', 'v0 ', ' ', NULL),
          (9003, '-inf', -2147483648, '0001-01-01', '1900-03-01', ' Köln ', 'v00', 'a b ', 'x'),
          (9004, 1e300, 2147483647, '1600-02-29', '2000-02-29', 'TRUE', NULL, NULL, '0'),
          (9005, -1e300, NULL, '1900-02-28', 'infinity', '''', 'v59', 'x', ' y'),
          (9006, 0, 16777217, '-infinity', '2024-12-31 23:59:59.999', 'x  y', 'V1', 'ß', 'z'),
          (9007, 4.9e-324, 7, '2000-12-31', '2025-07-31 12:00', '☃', '☃', '☃☃', '☃')
        """);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private record Nothing() {}

  @FunctionalInterface
  private interface Body {
    void run(JobContext context, SourceTable source, Dataset data, Work work) throws Exception;
  }

  /** The whole table read by the preparation. */
  private void read(Body body) {
    new JobRunner(bench.workspace(), Runnable::run)
        .run(
            new Job<Nothing>() {
              @Override
              public String name() {
                return "test";
              }

              @Override
              public Record parameters() {
                return new Nothing();
              }

              @Override
              public Nothing run(JobContext context) throws Exception {
                SourceTable source = SourceTable.snapshot(context, "leads");
                var outcome = new byte[source.count(context)];
                Query.each(
                    context,
                    "SELECT " + SourceTable.N + ", won FROM " + SourceTable.SNAPSHOT,
                    row -> {
                      boolean won = row.getBoolean(2);
                      outcome[(int) row.getLong(1)] =
                          row.wasNull() ? Dataset.OPEN : (byte) (won ? 1 : 0);
                    });
                try (var work = new Work(context)) {
                  body.run(
                      context,
                      source,
                      new DatasetReader(context, source, PREPARATION).read(outcome),
                      work);
                }
                return new Nothing();
              }
            });
  }

  private Path export(FittedModel model) throws Exception {
    var about = new OnnxWriter.About("leads", 3, "0.1", Map.of("liftwerk.run", "r000007"));
    Path file = folder.resolve("model.onnx");
    Files.write(file, OnnxWriter.write(model, about, OnnxWriter.Shape.COLUMN));
    return file;
  }

  private static FittedModel model(Learner.Model trained, Calibration calibration) {
    return new FittedModel(
        FittedModel.VERSION,
        "test",
        trained.settings(),
        PREPARATION,
        trained.predictor(),
        calibration,
        0.25);
  }

  private static List<Learner.Model> trained(Dataset data, int[] rows, Work work) throws Exception {
    var logistic = new Logistic(false);
    return List.of(
        logistic.fit(data, rows, new Logistic.Penalty(true, 0.2), 1, work),
        logistic.fit(data, rows, new Logistic.Penalty(false, 1), 1, work),
        new Forest(true).train(data, rows, 1, work),
        new Boosted(false).train(data, rows, 1, work));
  }

  @Test
  void everyKindOfModelScoresAlikeInOnnxRuntime() {
    read(
        (context, source, data, work) -> {
          int[] rows = Arrays.copyOf(data.labelled(), TRAINING);
          for (Learner.Model trained : trained(data, rows, work)) {
            double[] known = trained.predictor().logOdds(data, rows, work);
            for (Calibration.Kind kind : Calibration.Kind.values()) {
              Calibration calibration = Calibration.fit(kind, known, data.outcomes(rows));
              assertEquals(kind, calibration.kind());
              FittedModel model = model(trained, calibration);
              assertSame(context, source, data, model, trained.settings() + " " + kind);
            }
          }
        });
  }

  private void assertSame(
      JobContext context, SourceTable source, Dataset data, FittedModel model, String what)
      throws Exception {
    double[] ours = model.probabilities(data);
    var seen = new ArrayList<Long>();
    try (OnnxModel onnx = OnnxModel.open(export(model), List.of(), null)) {
      OnnxRows.score(
          context,
          source,
          SourceTable.SNAPSHOT,
          SourceTable.N,
          onnx,
          (place, score) -> {
            seen.add(place);
            assertEquals(ours[(int) place], score, SAME, () -> what + ", row " + place);
          });
    }
    assertEquals(6_007, seen.size());
    assertTrue(Arrays.stream(ours).distinct().count() > 50, "the model tells rows apart");
  }

  @Test
  void treesThatNeverAskScoreAlikeToo() {
    read(
        (context, source, data, work) -> {
          int[] rows = Arrays.copyOf(data.labelled(), TRAINING);
          var grown = (TreeEnsemble) new Forest(true).train(data, rows, 1, work).predictor();
          var bare = new TreeEnsemble(grown.features(), -0.75, -0.75, List.of());
          var model =
              new FittedModel(
                  1, "test", "", PREPARATION, bare, new Calibration.Platt(2, 0.5), null);
          double expected = model.probabilities(data)[0];
          try (OnnxModel onnx = OnnxModel.open(export(model), List.of(), null)) {
            OnnxRows.score(
                context,
                source,
                SourceTable.SNAPSHOT,
                SourceTable.N,
                onnx,
                (place, score) -> assertEquals(expected, score, SAME));
          }
        });
  }

  @Test
  void calibrationsOfFewPointsScoreAlikeToo() {
    read(
        (context, source, data, work) -> {
          int[] rows = Arrays.copyOf(data.labelled(), TRAINING);
          Learner.Model trained =
              new Logistic(false).fit(data, rows, new Logistic.Penalty(false, 1), 1, work);
          for (int points = 1; points <= 4; points++) {
            var score = new double[] {0.2, 0.4, 0.400000001, 0.9};
            var share = new double[] {0.1, 0.3, 0.5, 0.8};
            var steps =
                new Calibration.Isotonic(
                    Arrays.copyOf(score, points), Arrays.copyOf(share, points));
            assertSame(context, source, data, model(trained, steps), points + " points");
          }
        });
  }

  @Test
  void theFileSaysWhatItIsAndWhatItTakes() {
    read(
        (context, source, data, work) -> {
          int[] rows = Arrays.copyOf(data.labelled(), TRAINING);
          Learner.Model trained =
              new Logistic(false).fit(data, rows, new Logistic.Penalty(false, 1), 1, work);
          Path file = export(model(trained, new Calibration.None()));
          ModelProto proto = ModelProto.parseFrom(Files.readAllBytes(file));
          assertEquals("Liftwerk", proto.getProducerName());
          assertEquals(3, proto.getModelVersion());
          assertTrue(proto.getDocString().contains("created: days since 1970-01-01"));
          assertTrue(
              proto.getMetadataPropsList().stream()
                  .anyMatch(one -> one.getValue().equals("r000007")));
          assertEquals(
              PREPARATION.inputs().stream().map(Preparation.Input::source).toList(),
              proto.getGraph().getInputList().stream().map(input -> input.getName()).toList());
          try (OnnxModel onnx = OnnxModel.open(file, List.of(), null)) {
            assertEquals(OnnxInput.Kind.DAYS, onnx.features().get(3).kind());
            assertEquals(OnnxInput.Kind.LENGTH, onnx.features().get(7).kind());
          }
        });
  }

  @Test
  void aColumnMayBearTheNameOfAnOutput() {
    read(
        (context, source, data, work) -> {
          int[] rows = Arrays.copyOf(data.labelled(), TRAINING);
          Dataset one = data.with(data.columns().subList(0, 1));
          Learner.Model trained =
              new Logistic(false).fit(one, rows, new Logistic.Penalty(false, 1), 1, work);
          var model =
              new FittedModel(
                  1,
                  "test",
                  "",
                  new Preparation(List.of(new Preparation.Number("probability", false))),
                  trained.predictor(),
                  new Calibration.None(),
                  null);
          try (OnnxModel onnx = OnnxModel.open(export(model), List.of("amount"), null)) {
            double[] ours = model.probabilities(one);
            OnnxRows.score(
                context,
                source,
                SourceTable.SNAPSHOT,
                SourceTable.N,
                onnx,
                (place, score) -> assertEquals(ours[(int) place], score, SAME));
          }
        });
  }

  @Test
  void rulesSayThatTheyCannotBeExported() {
    read(
        (context, source, data, work) -> {
          int[] rows = Arrays.copyOf(data.labelled(), TRAINING);
          Learner.Model trained = new Heuristic().train(data, rows, 1, work);
          FittedModel model = model(trained, new Calibration.None());
          var refused = assertThrows(WorkbenchException.class, () -> export(model));
          assertEquals("onnx-rules", refused.code());
        });
  }
}
