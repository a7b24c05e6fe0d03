package io.liftwerk.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.scoring.ModelDrift.Subject;
import io.liftwerk.scoring.ModelDriftResult.Advice;
import io.liftwerk.scoring.ModelDriftResult.Bin;
import io.liftwerk.scoring.ModelDriftResult.Decay;
import io.liftwerk.scoring.ModelDriftResult.FeatureDrift;
import io.liftwerk.scoring.ModelDriftResult.Promise;
import io.liftwerk.scoring.evaluation.Calibration;
import io.liftwerk.scoring.evaluation.DeLong;
import io.liftwerk.scoring.features.Column;
import io.liftwerk.scoring.features.Dataset;
import io.liftwerk.scoring.features.Preparation;
import io.liftwerk.scoring.features.Work;
import io.liftwerk.scoring.models.FittedModel;
import io.liftwerk.scoring.models.Logistic;
import io.liftwerk.scoring.registry.Baseline;
import io.liftwerk.warehouse.drift.Verdict;
import io.liftwerk.workspace.JobRunner;
import io.liftwerk.workspace.Json;
import io.liftwerk.workspace.Sql;
import io.liftwerk.workspace.WorkbenchException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Drift is told from chance, decay from drift, and nothing is trained by itself. */
class ModelDriftTest {
  private static final List<String> CITIES = List.of("Graz", "Linz", "Wien");

  private static final Preparation PREPARATION =
      new Preparation(
          List.of(
              new Preparation.Number("amount", false),
              new Preparation.Number("noise", false),
              new Preparation.Category("city", CITIES)));

  @TempDir private Path folder;
  private Bench bench;
  private Subject subject;

  /** The outcome depends on the amount and the city. */
  private static Dataset training(int rows, long seed) {
    var random = new Random(seed);
    var amount = new float[rows];
    var noise = new float[rows];
    var city = new byte[rows];
    var outcome = new byte[rows];
    for (int i = 0; i < rows; i++) {
      amount[i] = random.nextInt(20) == 0 ? Float.NaN : (float) random.nextGaussian();
      noise[i] = (float) random.nextGaussian();
      city[i] = (byte) (1 + random.nextInt(3));
      double z = (Float.isNaN(amount[i]) ? 0 : 1.5 * amount[i]) + (city[i] == 2 ? 1 : -0.5);
      outcome[i] = (byte) (random.nextDouble() < 1 / (1 + Math.exp(-z)) ? 1 : 0);
    }
    return new Dataset(
        rows,
        List.of(
            new Column.Numbers("amount", "amount", amount),
            new Column.Numbers("noise", "noise", noise),
            new Column.Levels("city", "city", city, CITIES)),
        outcome);
  }

  @BeforeEach
  void open() {
    bench = new Bench(folder);
    Dataset data = training(4_000, 1);
    int[] rows = data.labelled();
    try (var work = new Work(() -> {})) {
      var logistic = new Logistic(false).fit(data, rows, new Logistic.Penalty(false, 1), 1, work);
      var model =
          new FittedModel(
              1, "logistic", "", PREPARATION, logistic.predictor(), new Calibration.None(), null);
      double[] scores = model.probabilities(data);
      DeLong.Interval auc = DeLong.interval(scores, data.outcomes(rows));
      subject =
          new Subject(
              "leads",
              4,
              model,
              Baseline.of(data, rows, scores),
              new Promise(auc.auc(), auc.low(), auc.high(), 0.2),
              "won",
              "yes",
              "id");
    }
  }

  @AfterEach
  void close() {
    bench.close();
  }

  /**
   * New rows in {@code bronze.fresh}, their outcomes in {@code bronze.later}.
   *
   * @param shift added to amounts
   * @param city of every fifth row; null for the cities as they were
   * @param sense of the amount in the outcome: 1 as it was
   */
  private void rows(int rows, long seed, double shift, @Nullable String city, double sense)
      throws Exception {
    String uniform = "((hash(i * 7 + %d) %% 1000000 + 0.5) / 1000000)";
    String first = uniform.formatted(1_000 * seed);
    String second = uniform.formatted(1_000 * seed + 1);
    String normal = "sqrt(-2 * ln(%s)) * %s(2 * pi() * %s)";
    bench.sql(
        """
        CREATE OR REPLACE TABLE bronze.fresh AS SELECT 'c' || i AS id,
          CASE WHEN %s > 0.05 THEN %s + %s END AS amount, %s AS noise,
          CASE WHEN i %% 5 = 0 AND %s THEN %s
            ELSE list_extract(['Graz', 'Linz', 'Wien'], 1 + CAST(floor(3 * %s) AS INTEGER)) END
            AS city,
          DATE '2026-01-01' + CAST(i %% 90 AS INTEGER) AS day FROM range(%d) t(i)
        """
            .formatted(
                uniform.formatted(1_000 * seed + 2),
                normal.formatted(first, "sin", second),
                shift,
                normal.formatted(first, "cos", second),
                city != null,
                Sql.literal(String.valueOf(city)),
                uniform.formatted(1_000 * seed + 3),
                rows),
        """
        CREATE OR REPLACE TABLE bronze.later AS SELECT id,
          CASE WHEN %s < 1 / (1 + exp(-(coalesce(amount, 0) * %s
            + CASE city WHEN 'Linz' THEN 1 ELSE -0.5 END))) THEN 'yes' ELSE 'no' END AS won
        FROM (SELECT *, CAST(id[2:] AS BIGINT) AS i FROM bronze.fresh)
        UNION ALL SELECT 'stranger', 'yes'
        """
            .formatted(uniform.formatted(1_000 * seed + 4), 1.5 * sense));
  }

  private ModelDriftResult run(@Nullable String outcomes, @Nullable String date) {
    return new JobRunner(bench.workspace(), Runnable::run)
        .run(
            new ModelDrift(
                new ModelDriftRequest("leads", null, "fresh", outcomes, null, date),
                (context, request) -> subject))
        .result();
  }

  private static FeatureDrift feature(ModelDriftResult result, String name) {
    return result.features().stream()
        .filter(one -> one.feature().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** Drift of as many rows of the same kind as training had, the score first. */
  private List<FeatureDrift> alike(int rows, long seed) {
    Baseline baseline = subject.baseline();
    assertNotNull(baseline);
    var counter = new DriftCounter(baseline);
    Dataset data = training(rows, seed);
    counter.add(data, subject.model().probabilities(data));
    return counter.drifts();
  }

  @Test
  void rowsLikeThoseOfTrainingAreNoAlarmHoweverFew() {
    int alarms = 0;
    for (int seed = 2; seed < 102; seed++) {
      List<FeatureDrift> drifts = alike(seed % 2 == 0 ? 60 : 3_000, seed);
      boolean alarm =
          drifts.stream()
              .anyMatch(one -> one.verdict() == Verdict.MAJOR || one.verdict() == Verdict.MODERATE);
      alarms += alarm ? 1 : 0;
    }
    assertTrue(alarms <= 3, alarms + " of 100 were alarms");
  }

  @Test
  void chanceMakesTheIndexThatIsExpectedOfIt() {
    double sum = 0;
    double expected = 9 * (1 / 4_000.0 + 1 / 400.0);
    int tries = 60;
    for (int seed = 0; seed < tries; seed++) {
      FeatureDrift noise =
          alike(400, 200 + seed).stream()
              .filter(one -> one.feature().equals("noise"))
              .findFirst()
              .orElseThrow();
      assertEquals(expected, noise.expected(), 1e-12);
      sum += noise.psi();
    }
    assertEquals(expected, sum / tries, 0.3 * expected);
  }

  @Test
  void aShiftIsNamedWithItsBins() throws Exception {
    rows(3_000, 5, 1, null, 1);
    ModelDriftResult result = run(null, null);
    assertEquals("amount", result.features().getFirst().feature());
    FeatureDrift amount = feature(result, "amount");
    assertEquals(Verdict.MAJOR, amount.verdict());
    assertEquals(11, amount.bins().size(), "missing and ten parts");
    assertEquals("missing", amount.bins().getFirst().what());
    assertNull(amount.bins().get(1).above());
    assertEquals(amount.bins().get(1).to(), amount.bins().get(2).above());
    assertNull(amount.bins().getLast().to());
    assertEquals(1, amount.bins().stream().mapToDouble(Bin::now).sum(), 1e-9);
    assertEquals(1, amount.bins().stream().mapToDouble(Bin::before).sum(), 1e-9);
    assertEquals(Verdict.STABLE, feature(result, "noise").verdict());
    assertEquals(Verdict.MAJOR, result.score().verdict());
    assertEquals(Advice.RETRAIN, result.advice());
    assertTrue(result.suggestion().startsWith("Consider"), result.suggestion());
    assertEquals(result, Json.read(Json.write(result), ModelDriftResult.class));
  }

  @Test
  void thePsiIsWorkedOutOverTheBinsShown() throws Exception {
    rows(2_000, 6, 0.4, null, 1);
    FeatureDrift amount = feature(run(null, null), "amount");
    double psi = 0;
    double divergence = 0;
    for (Bin bin : amount.bins()) {
      psi += (bin.before() - bin.now()) * Math.log(bin.before() / bin.now());
      double middle = (bin.before() + bin.now()) / 2;
      divergence += bin.before() * Math.log(bin.before() / middle) / 2;
      divergence += bin.now() * Math.log(bin.now() / middle) / 2;
    }
    assertEquals(psi, amount.psi(), 1e-9);
    assertEquals(Math.sqrt(divergence), amount.jensenShannon(), 1e-9);
  }

  @Test
  void levelsThatTrainingNeverSawAreCounted() throws Exception {
    rows(1_000, 7, 0, "Bregenz", 1);
    FeatureDrift city = feature(run(null, null), "city");
    assertEquals(200, city.unseen());
    assertEquals("other", city.bins().getLast().what());
    assertEquals(0.2, city.bins().getLast().now(), 1e-9);
    assertEquals(Verdict.MAJOR, city.verdict());
  }

  @Test
  void outcomesThatArriveTellWhetherTheModelStillRanks() throws Exception {
    rows(3_000, 8, 0, null, 1);
    ModelDriftResult kept = run("later", "day");
    Decay overall = kept.overall();
    assertNotNull(overall);
    assertEquals(3_000, overall.rows());
    assertFalse(overall.ranksWorse());
    assertFalse(overall.offScale());
    assertEquals(
        List.of("2026-01", "2026-02", "2026-03"),
        kept.windows().stream().map(Decay::window).toList());
    assertEquals(3_000, kept.windows().stream().mapToLong(Decay::rows).sum());
    assertEquals(Advice.KEEP, kept.advice());
    rows(3_000, 9, 0, null, -0.2);
    ModelDriftResult decayed = run("later", "day");
    assertNotNull(decayed.overall());
    assertTrue(decayed.overall().ranksWorse());
    assertEquals(Advice.RETRAIN, decayed.advice());
    assertTrue(decayed.suggestion().startsWith("Train it again: it ranks worse"));
    assertTrue(
        decayed.features().stream().allMatch(one -> one.verdict() == Verdict.STABLE),
        "what the features mean has changed, not they");
  }

  @Test
  void aShiftThatTheModelStandsIsToBeWatchedOnly() throws Exception {
    rows(3_000, 10, 0.6, null, 1);
    ModelDriftResult result = run("later", null);
    assertEquals(Advice.WATCH, result.advice());
    assertTrue(result.suggestion().contains("'amount'"), result.suggestion());
  }

  @Test
  void whatCannotBeToldIsSaid() throws Exception {
    rows(100, 11, 0, null, 1);
    Subject whole = subject;
    subject =
        new Subject(
            whole.name(),
            whole.version(),
            whole.model(),
            null,
            whole.holdout(),
            whole.target(),
            whole.positive(),
            whole.id());
    assertEquals("model-baseline", code(null, null));
    subject =
        new Subject(
            whole.name(),
            whole.version(),
            whole.model(),
            whole.baseline(),
            whole.holdout(),
            whole.target(),
            whole.positive(),
            null);
    assertEquals("outcomes-id", code("later", null));
    subject = whole;
    assertEquals("column-unknown", code(null, "dat"));
    assertEquals("table-unknown", code("latest", null));
  }

  private String code(@Nullable String outcomes, @Nullable String date) {
    return assertThrows(WorkbenchException.class, () -> run(outcomes, date)).code();
  }

  @Test
  void piecesCountLikeTheWhole() {
    Dataset data = training(1_000, 12);
    double[] scores = subject.model().probabilities(data);
    Baseline baseline = subject.baseline();
    assertNotNull(baseline);
    var whole = new DriftCounter(baseline);
    whole.add(data, scores);
    var pieces = new DriftCounter(baseline);
    for (int from = 0; from < 1_000; from += 300) {
      int to = Math.min(1_000, from + 300);
      pieces.add(
          data.subset(IntStream.range(from, to).toArray()), Arrays.copyOfRange(scores, from, to));
    }
    assertEquals(1_000, pieces.rows());
    assertEquals(whole.drifts(), pieces.drifts());
  }

  @Test
  void chanceIsCorrectedForTheNumberOfFeatures() {
    double[] corrected = DriftCounter.holm(new double[] {0.04, 0.01, 0.03, 0.005});
    double[] published = {0.06, 0.03, 0.06, 0.02};
    for (int i = 0; i < published.length; i++) {
      assertEquals(published[i], corrected[i], 1e-12);
    }
  }
}
