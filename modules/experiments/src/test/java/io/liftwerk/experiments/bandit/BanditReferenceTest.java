package io.liftwerk.experiments.bandit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.liftwerk.experiments.References;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Policies beside MABWiser, and chances of being best beside adaptive quadrature. */
@Tag("reference")
class BanditReferenceTest {

  private static double[] numbers(JsonNode array) {
    var numbers = new double[array.size()];
    Arrays.setAll(numbers, i -> array.get(i).asDouble());
    return numbers;
  }

  /** The arms A, B and C as the case's decisions left them. */
  private static Tally[] tallies(JsonNode input) {
    var tallies = new Tally[] {Tally.NONE, Tally.NONE, Tally.NONE};
    for (int i = 0; i < input.get("decisions").size(); i++) {
      int arm = input.get("decisions").get(i).asText().charAt(0) - 'A';
      tallies[arm] = tallies[arm].plus(Tally.yes(1, input.get("rewards").get(i).asDouble()));
    }
    return tallies;
  }

  private static double[] byArm(JsonNode expected) {
    return new double[] {
      expected.get("A").asDouble(), expected.get("B").asDouble(), expected.get("C").asDouble()
    };
  }

  @Test
  void knowsTheMeansOfEpsilonGreedy() throws Exception {
    JsonNode one = References.of("mabwiser_epsilon_greedy_means");
    assertArrayEquals(
        byArm(one.get("expected")),
        Arrays.stream(tallies(one.get("inputs"))).mapToDouble(Tally::mean).toArray(),
        1e-9);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.5", "1.0", "1.25"})
  void boundsArmsAsUcb1Does(String alpha) throws Exception {
    JsonNode one = References.of("mabwiser_ucb1_alpha_" + alpha);
    assertArrayEquals(
        byArm(one.get("expected")),
        new Policy.Ucb1(Double.parseDouble(alpha)).bounds(tallies(one.get("inputs"))),
        1e-9);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.1", "0.5", "1.0"})
  void dividesAsSoftmaxDoes(String temperature) throws Exception {
    JsonNode one = References.of("mabwiser_softmax_tau_" + temperature);
    assertArrayEquals(
        byArm(one.get("expected").get("probabilities")),
        new Policy.Softmax(Double.parseDouble(temperature))
            .shares(tallies(one.get("inputs")), new Dice(1)),
        1e-9);
  }

  /** The posterior's parameters begin at 1. */
  @Test
  void countsAsThompsonDoes() throws Exception {
    JsonNode one = References.of("mabwiser_thompson_beta_counts");
    Tally[] tallies = tallies(one.get("inputs"));
    assertArrayEquals(
        byArm(one.get("expected").get("success")),
        Arrays.stream(tallies).mapToDouble(tally -> 1 + tally.sum()).toArray());
    assertArrayEquals(
        byArm(one.get("expected").get("fail")),
        Arrays.stream(tallies).mapToDouble(tally -> 1 + tally.count() - tally.sum()).toArray());
    double[] exact = BestArm.ofBetas(new double[] {5, 2, 4}, new double[] {3, 5, 2});
    double[] shares = new double[3];
    for (int seed = 0; seed < 50; seed++) {
      double[] drawn = new Policy.ThompsonBeta().shares(tallies, new Dice(seed));
      for (int arm = 0; arm < 3; arm++) {
        shares[arm] += drawn[arm] / 50;
      }
    }
    assertArrayEquals(exact, shares, 0.02);
  }

  /** One linear model an arm, as the case's history leaves it. */
  private static List<Linear> learned(JsonNode input, double penalty) {
    var models = new ArrayList<Linear>();
    for (JsonNode arm : input.get("arms")) {
      var model = new Linear(5, penalty);
      for (int i = 0; i < input.get("decisions").size(); i++) {
        if (input.get("decisions").get(i).asInt() == arm.asInt()) {
          model.add(
              numbers(input.get("context_history").get(i)),
              1,
              input.get("rewards").get(i).asDouble());
        }
      }
      models.add(model);
    }
    return models;
  }

  @ParameterizedTest
  @ValueSource(strings = {"linucb_alpha0", "linucb_alpha1"})
  void boundsContextsAsPublished(String id) throws Exception {
    JsonNode one = References.of(id);
    JsonNode input = one.get("inputs");
    double alpha = input.get("alpha").asDouble();
    List<Linear> models = learned(input, input.get("l2_lambda").asDouble());
    for (int c = 0; c < input.get("contexts").size(); c++) {
      double[] context = numbers(input.get("contexts").get(c));
      assertArrayEquals(
          numbers(one.get("expected").get(c)),
          models.stream().mapToDouble(model -> model.bound(context, alpha)).toArray(),
          1e-7);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"mabwiser_linucb_alpha0", "mabwiser_linucb_alpha1", "mabwiser_lingreedy_eps0"})
  void boundsContextsAsMabwiserDoes(String id) throws Exception {
    JsonNode expected = References.of(id).get("expected");
    double alpha = id.endsWith("alpha1") ? 1 : 0;
    List<Linear> models = learned(expected, 1);
    for (int arm = 0; arm < models.size(); arm++) {
      String name = Integer.toString(arm + 1);
      Linear model = models.get(arm);
      assertArrayEquals(numbers(expected.get("beta").get(name)), model.coefficients(), 1e-9);
      for (int c = 0; c < expected.get("contexts").size(); c++) {
        assertEquals(
            expected.get("expectations").get(c).get(name).asDouble(),
            model.bound(numbers(expected.get("contexts").get(c)), alpha),
            1e-9);
      }
    }
  }

  @Test
  void knowsTheBestOfBetas() throws Exception {
    for (JsonNode one : References.of("beta_best_arm").get("expected")) {
      JsonNode arms = one.get("alpha_beta");
      var alpha = new double[arms.size()];
      var beta = new double[arms.size()];
      for (int arm = 0; arm < alpha.length; arm++) {
        alpha[arm] = arms.get(arm).get(0).asDouble();
        beta[arm] = arms.get(arm).get(1).asDouble();
      }
      assertArrayEquals(numbers(one.get("prob_best")), BestArm.ofBetas(alpha, beta), 1e-9);
    }
  }

  @Test
  void knowsTheBestOfNormals() throws Exception {
    for (JsonNode one : References.of("normal_best_arm").get("expected")) {
      assertArrayEquals(
          numbers(one.get("prob_best")),
          BestArm.ofNormals(numbers(one.get("means")), numbers(one.get("sds"))),
          1e-9,
          one.get("name").asText());
    }
  }
}
