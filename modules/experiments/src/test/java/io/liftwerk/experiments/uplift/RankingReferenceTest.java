package io.liftwerk.experiments.uplift;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.liftwerk.experiments.References;
import io.liftwerk.experiments.uplift.Ranking.Effect;
import io.liftwerk.experiments.uplift.Ranking.Kind;
import io.liftwerk.experiments.uplift.Ranking.Point;
import io.liftwerk.testsupport.SharedData;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Figures of rankings, beside scikit-uplift and CausalML. */
@Tag("reference")
class RankingReferenceTest {

  private static Ranking ranking(double[] score, double[] outcome, double[] treated) {
    var flags = new boolean[treated.length];
    for (int i = 0; i < flags.length; i++) {
      flags[i] = treated[i] == 1;
    }
    return Ranking.of(score, outcome, flags);
  }

  /** Counts, then heights. */
  private static double[][] points(Point[] curve) {
    return new double[][] {
      Arrays.stream(curve).mapToDouble(Point::count).toArray(),
      Arrays.stream(curve).mapToDouble(Point::value).toArray()
    };
  }

  private static double[] numbers(JsonNode array) {
    var numbers = new double[array.size()];
    Arrays.setAll(numbers, i -> array.get(i).asDouble());
    return numbers;
  }

  @Test
  void scoresTwoPeopleAsScikitUpliftDoes() throws Exception {
    JsonNode one = References.of("sklift_tiny_qini");
    for (int i = 0; i < 2; i++) {
      JsonNode input = one.get("inputs").get(i);
      Ranking ranking =
          ranking(numbers(input.get("uplift")), numbers(input.get("y")), numbers(input.get("w")));
      JsonNode expected = one.get("expected");
      assertEquals(
          expected.get("qini_auc").get(i).asDouble(), ranking.coefficient(Kind.QINI), 1e-6);
      assertEquals(
          expected.get("uplift_auc").get(i).asDouble(), ranking.coefficient(Kind.UPLIFT), 1e-6);
    }
  }

  @Test
  void drawsThreePeopleAsScikitUpliftDoes() throws Exception {
    JsonNode one = References.of("sklift_tiny_curves");
    JsonNode input = one.get("inputs");
    JsonNode expected = one.get("expected");
    Ranking ranking = ranking(new double[3], numbers(input.get("y")), numbers(input.get("w")));
    for (Kind kind : Kind.values()) {
      String name = kind == Kind.QINI ? "qini" : "uplift";
      double[][] curve = points(ranking.curve(kind));
      double[][] perfect = points(ranking.perfect(kind).curve(kind));
      for (int axis = 0; axis < 2; axis++) {
        assertArrayEquals(numbers(expected.get(name + "_curve").get(axis)), curve[axis], 1e-6);
        assertArrayEquals(
            numbers(expected.get("perfect_" + name + "_curve").get(axis)), perfect[axis], 1e-6);
      }
    }
    Effect all = ranking.parts(1)[0];
    assertArrayEquals(
        numbers(expected.get("uplift_by_percentile_bins1")),
        new double[] {
          all.treated(), all.control(), all.treatedMean(), all.controlMean(), all.difference()
        },
        1e-6);
    assertArrayEquals(
        numbers(expected.get("std")),
        new double[] {all.treatedError(), all.controlError(), all.error()},
        1e-6);
    assertEquals(
        expected.get("weighted_average_uplift").asDouble(),
        Ranking.weightedAverage(ranking.parts(1)),
        1e-6);
    assertArrayEquals(
        numbers(expected.get("treatment_balance_winsize2").get(1)), ranking.balance(2), 1e-6);
  }

  private static double[][] fixture(String score) throws Exception {
    List<String> lines = Files.readAllLines(SharedData.file("reference/fixture_uplift_400.csv"));
    List<String> head = List.of(lines.getFirst().split(","));
    var columns = new double[3][lines.size() - 1];
    String[] names = {score, "y", "w"};
    for (int i = 1; i < lines.size(); i++) {
      String[] cells = lines.get(i).split(",");
      for (int c = 0; c < 3; c++) {
        columns[c][i - 1] = Double.parseDouble(cells[head.indexOf(names[c])]);
      }
    }
    return columns;
  }

  @ParameterizedTest
  @ValueSource(strings = {"uplift", "uplift_tied"})
  void judgesFourHundredPeopleAsScikitUpliftDoes(String score) throws Exception {
    double[][] columns = fixture(score);
    Ranking ranking = ranking(columns[0], columns[1], columns[2]);
    JsonNode expected = References.of("fixture_400").get("expected").get(score);
    near(expected, "qini_auc_score", ranking.coefficient(Kind.QINI));
    near(expected, "qini_auc_score_no_negative_effect", ranking.coefficientWithoutHarm());
    near(expected, "uplift_auc_score", ranking.coefficient(Kind.UPLIFT));
    for (String k : List.of("0.1", "0.3", "0.5")) {
      double share = Double.parseDouble(k);
      near(expected.get("uplift_at_k"), "overall_" + k, ranking.first(share).difference());
      near(expected.get("uplift_at_k"), "by_group_" + k, ranking.firstOfEach(share).difference());
    }
    near(
        expected.get("weighted_average_uplift"),
        "overall",
        Ranking.weightedAverage(ranking.parts(10)));
    near(
        expected.get("weighted_average_uplift"),
        "by_group",
        Ranking.weightedAverage(ranking.partsOfEach(10)));
    curve(expected, "qini", ranking, Kind.QINI);
    curve(expected, "uplift", ranking, Kind.UPLIFT);
    deciles(expected.get("uplift_by_percentile_overall"), ranking, 1e-10);
  }

  private static void curve(JsonNode expected, String name, Ranking ranking, Kind kind) {
    double[][] curve = points(ranking.curve(kind));
    double[] first = numbers(expected.get(name + "_curve_first5"));
    assertArrayEquals(first, Arrays.copyOf(curve[1], first.length), 1e-10);
    double last = curve[1][curve[1].length - 1];
    near(expected, name + "_curve_last", last);
    near(expected, name + "_area", ranking.area(kind, null) + ranking.size() * last / 2);
    if (expected.has("perfect_" + name + "_area")) {
      near(
          expected,
          "perfect_" + name + "_area",
          ranking.perfect(kind).area(kind, null) + ranking.size() * last / 2);
    }
    if (kind == Kind.QINI) {
      assertEquals(expected.get("qini_curve_points").asInt(), curve[0].length);
    }
  }

  static void deciles(JsonNode expected, Ranking ranking, double tolerance) {
    Effect[] parts = ranking.parts(10);
    for (int part = 0; part < parts.length; part++) {
      JsonNode row = expected.get(part);
      Effect effect = parts[part];
      Map<String, Double> figures =
          Map.of(
              "n_treatment", (double) effect.treated(),
              "n_control", (double) effect.control(),
              "response_rate_treatment", effect.treatedMean(),
              "response_rate_control", effect.controlMean(),
              "uplift", effect.difference(),
              "std_treatment", effect.treatedError(),
              "std_control", effect.controlError(),
              "std_uplift", effect.error());
      figures.forEach(
          (name, figure) -> assertEquals(row.get(name).asDouble(), figure, tolerance, name));
    }
  }

  /** CausalML does not group ties: only scores without any can be compared. */
  @Test
  void judgesFourHundredPeopleAsCausalmlDoes() throws Exception {
    double[][] columns = fixture("uplift");
    Ranking ranking = ranking(columns[0], columns[1], columns[2]);
    JsonNode expected = References.of("fixture_400").get("expected").get("uplift");
    double gain = GainHeights.of(ranking, Kind.UPLIFT).mean();
    double qini = GainHeights.of(ranking, Kind.QINI).meanAboveLine();
    near(expected, "causalml_auuc", gain);
    near(expected, "causalml_auuc_normalized", gain / last(ranking, Kind.UPLIFT));
    near(expected, "causalml_qini", qini);
    near(expected, "causalml_qini_normalized", qini / last(ranking, Kind.QINI));
    near(expected, "causalml_rate_autoc", ranking.rate(q -> 1 / q, null));
    near(expected, "causalml_rate_qini", ranking.rate(q -> q, null));
  }

  static double last(Ranking ranking, Kind kind) {
    Point[] curve = ranking.curve(kind);
    return Math.abs(curve[curve.length - 1].value());
  }

  /** Upstream asserts no number, only that the order of rows does not matter where none tie. */
  @Test
  void doesNotDependOnTheOrderOfRows() throws Exception {
    JsonNode input = References.of("causalml_tiny_qini").get("inputs");
    double[] score = numbers(input.get("learner_1"));
    double[] outcome = numbers(input.get("y"));
    double[] treated = numbers(input.get("w"));
    double qini = ranking(score, outcome, treated).coefficient(Kind.QINI);
    assertEquals(
        qini,
        ranking(reversed(score), reversed(outcome), reversed(treated)).coefficient(Kind.QINI),
        1e-12);
  }

  private static double[] reversed(double[] values) {
    var reversed = new double[values.length];
    Arrays.setAll(reversed, i -> values[values.length - 1 - i]);
    return reversed;
  }

  /** Every figure of predictions that others made of the women's e-mail. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "S|LR",
        "S_interaction|LR",
        "T|LR",
        "ClassTransform|LR",
        "S|HGB(d3,lr.05,100,leaf100)",
        "T|HGB(d3,lr.05,100,leaf100)"
      })
  void judgesPredictionsOfTheWomensMailAsTheirMakersDo(String model) throws Exception {
    List<String> lines =
        Files.readAllLines(
            SharedData.file("reference/predictions/hillstrom_womens_test_uplift.csv"));
    List<String> head =
        List.of(
            lines
                .getFirst()
                .replaceAll("\"([^\"]*),([^\"]*),([^\"]*),([^\"]*)\"", "$1;$2;$3;$4")
                .split(","));
    int column = head.indexOf(model.replace(',', ';'));
    var columns = new double[3][lines.size() - 1];
    for (int i = 1; i < lines.size(); i++) {
      String[] cells = lines.get(i).split(",");
      columns[0][i - 1] = Double.parseDouble(cells[column]);
      columns[1][i - 1] = Double.parseDouble(cells[head.indexOf("y")]);
      columns[2][i - 1] = Double.parseDouble(cells[head.indexOf("w")]);
    }
    Ranking ranking = ranking(columns[0], columns[1], columns[2]);
    JsonNode all = References.of("hillstrom_womens").get("expected");
    JsonNode expected = all.get("models").get(model);
    double n = ranking.size();
    double area = ranking.area(Kind.QINI, null);
    assertEquals(expected.get("qini_auc_sklift").asDouble(), ranking.coefficient(Kind.QINI), 1e-9);
    assertEquals(
        expected.get("uplift_auc_sklift").asDouble(), ranking.coefficient(Kind.UPLIFT), 1e-9);
    assertEquals(expected.get("qini_area_minus_random").asDouble(), area, 1e-9 * Math.abs(area));
    assertEquals(expected.get("qini_area_minus_random_per_n2").asDouble(), area / n / n, 1e-9);
    assertEquals(
        expected.get("uplift_at_30_overall").asDouble(), ranking.first(0.3).difference(), 1e-9);
    assertEquals(
        expected.get("uplift_at_30_by_group").asDouble(),
        ranking.firstOfEach(0.3).difference(),
        1e-9);
    assertEquals(
        expected.get("uplift_at_10_overall").asDouble(), ranking.first(0.1).difference(), 1e-9);
    assertEquals(
        expected.get("weighted_avg_uplift_overall").asDouble(),
        Ranking.weightedAverage(ranking.parts(10)),
        1e-9);
    Effect everybody = ranking.effect(0, ranking.size());
    assertEquals(all.get("test_ate").asDouble(), everybody.difference(), 1e-9);
    assertEquals(all.get("test_visit_t").asDouble(), everybody.treatedMean(), 1e-9);
    assertEquals(all.get("test_visit_c").asDouble(), everybody.controlMean(), 1e-9);
    assertEquals(expected.get("n_distinct_scores").asLong(), distinct(columns[0]));
    causalml(expected, columns);
    if (model.equals("T|LR")) {
      deciles(all.get("decile_table_T_LR"), ranking, 1e-9);
    }
  }

  private static long distinct(double[] scores) {
    return Arrays.stream(scores).distinct().count();
  }

  /**
   * CausalML leaves people of equal scores, a tenth of all here and up to three quarters, in the
   * order in which an unstable sort happens to put them, and its figures change with it by about
   * 0.0001 of their size: they must be among those of other such orders.
   */
  private static void causalml(JsonNode expected, double[][] columns) {
    int n = columns[0].length;
    int[] order = IntStream.range(0, n).toArray();
    var dice = new Draws(1);
    String[] names = {
      "causalml_auuc", "causalml_auuc_normalized", "causalml_qini", "causalml_qini_normalized"
    };
    int shuffles = 40;
    var figures = new double[names.length][shuffles];
    for (int shuffle = 0; shuffle < shuffles; shuffle++) {
      dice.shuffle(order);
      Ranking ranking =
          ranking(picked(columns[0], order), picked(columns[1], order), picked(columns[2], order));
      figures[0][shuffle] = GainHeights.of(ranking, Kind.UPLIFT).mean();
      figures[1][shuffle] = figures[0][shuffle] / last(ranking, Kind.UPLIFT);
      figures[2][shuffle] = GainHeights.of(ranking, Kind.QINI).meanAboveLine();
      figures[3][shuffle] = figures[2][shuffle] / last(ranking, Kind.QINI);
    }
    for (int i = 0; i < names.length; i++) {
      double middle = Arrays.stream(figures[i]).average().orElseThrow();
      double squares =
          Arrays.stream(figures[i]).map(figure -> (figure - middle) * (figure - middle)).sum();
      double deviation = Math.sqrt(squares / (shuffles - 1));
      assertEquals(expected.get(names[i]).asDouble(), middle, 4 * deviation, names[i]);
      assertTrue(deviation < 0.005 * Math.abs(middle), names[i]);
    }
  }

  private static double[] picked(double[] values, int[] order) {
    return IntStream.of(order).mapToDouble(i -> values[i]).toArray();
  }

  private static void near(JsonNode expected, String name, double figure) {
    assertEquals(
        expected.get(name).asDouble(), figure, 1e-10 * Math.max(1, Math.abs(figure)), name);
  }
}
