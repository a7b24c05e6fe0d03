package io.liftwerk.scoring.lifetime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The purchase models beside published values, lifetimes and scipy. */
@Tag("reference")
class PurchaseModelReferenceTest {
  private static final double HALF_OF_2_DECIMALS = 0.0051;
  private static final double HALF_OF_3_DECIMALS = 0.00051;

  private static Fit<BetaGeometric> bgnbd() throws IOException {
    return BetaGeometric.fit(Cases.cdnow(), false, () -> {});
  }

  @Test
  void fitsBgNbdOnCdnow() throws IOException {
    Fit<BetaGeometric> fit = bgnbd();
    assertTrue(fit.converged());
    Cases.parameters(Cases.expected("bgnbd_fit_cdnow"), fit.model(), 0, HALF_OF_2_DECIMALS);
    JsonNode full = Cases.expected("bgnbd_fit_cdnow_full");
    Cases.parameters(full.get("params"), fit.model(), 1e-4, 0);
    assertEquals(full.get("loglik_total").asDouble(), fit.logLikelihood(), 1e-6);
    Cases.parameters(Cases.expected("bgnbd_fit_cdnow_lifetimes"), fit.model(), 0, 1e-5);
  }

  @Test
  void expectsWhatBgNbdExpects() throws IOException {
    BetaGeometric model = bgnbd().model();
    assertEquals(
        Cases.expected("bgnbd_cond_exp").asDouble(), model.expected(39, 2, 30.43, 38.86), 0.001);
    JsonNode expected = Cases.expected("bgnbd_expected_purchases");
    double[] times = {0.1429, 1, 3, 31.8571, 32, 78};
    for (int i = 0; i < times.length; i++) {
      assertEquals(expected.get(i).asDouble(), model.expected(times[i]), HALF_OF_3_DECIMALS);
    }
  }

  @Test
  void countsPurchasesAsBtydDoes() throws IOException {
    var model = new BetaGeometric(0.243, 4.414, 0.793, 2.426, false);
    JsonNode expected = Cases.expected("bgnbd_pmf_published");
    assertEquals(expected.get(0).asDouble(), model.probability(10, 2), 1e-5);
    assertEquals(expected.get(1).asDouble(), model.probability(0, 39), 1e-5);
    for (int n = 11; n <= 20; n++) {
      assertEquals(expected.get(2).get(n - 11).asDouble(), model.probability(n, 30), 1e-5);
    }
  }

  @Test
  void agreesWithClosedFormsOfBgNbd() throws IOException {
    var model = new BetaGeometric(0.243, 4.414, 0.793, 2.426, false);
    JsonNode expected = Cases.expected("bgnbd_closed_form");
    for (JsonNode one : expected.get("p_alive")) {
      assertEquals(
          one.get("value").asDouble(),
          model.alive(one.get("x").asDouble(), one.get("t_x").asDouble(), one.get("T").asDouble()),
          1e-9);
    }
    for (JsonNode one : expected.get("cond_exp_39")) {
      assertEquals(
          one.get("value").asDouble(),
          model.expected(
              39, one.get("x").asDouble(), one.get("t_x").asDouble(), one.get("T").asDouble()),
          1e-9);
    }
    expected
        .get("expected_purchases")
        .properties()
        .forEach(
            time ->
                assertEquals(
                    time.getValue().asDouble(),
                    model.expected(Double.parseDouble(time.getKey())),
                    1e-9));
    expected
        .get("pmf_t39")
        .properties()
        .forEach(
            n ->
                assertEquals(
                    n.getValue().asDouble(),
                    model.probability(Integer.parseInt(n.getKey()), 39),
                    1e-9));
  }

  @Test
  void fitsParetoNbdOnCdnow() throws IOException {
    Fit<ParetoNbd> fit = ParetoNbd.fit(Cases.cdnow(), () -> {});
    assertTrue(fit.converged());
    Cases.parameters(Cases.expected("paretonbd_fit_cdnow"), fit.model(), 0, HALF_OF_2_DECIMALS);
    JsonNode full = Cases.expected("paretonbd_fit_cdnow_full");
    Cases.parameters(full.get("params"), fit.model(), 1e-3, 0);
    assertEquals(full.get("loglik_total").asDouble(), fit.logLikelihood(), 1e-4);
    assertEquals(
        Cases.expected("paretonbd_cond_exp").asDouble(),
        fit.model().expected(52, 26, 30.86, 31),
        0.01);
    JsonNode expected = Cases.expected("paretonbd_expected_purchases");
    for (int time = 0; time < 10; time++) {
      assertEquals(expected.get(time).asDouble(), fit.model().expected(time), 0.01);
    }
    assertEquals(
        Cases.expected("paretonbd_p_alive").asDouble(),
        new ParetoNbd(0.5534, 10.5802, 0.6061, 11.6562).alive(26, 30.86, 31),
        0.001);
  }

  @Test
  void fitsMbgNbdOnCdnow() throws IOException {
    Fit<BetaGeometric> fit = BetaGeometric.fit(Cases.cdnow(), true, () -> {});
    Cases.parameters(Cases.expected("mbgnbd_fit_cdnow"), fit.model(), 0, HALF_OF_3_DECIMALS);
    Cases.parameters(Cases.expected("mbgnbd_fit_cdnow_lifetimes"), fit.model(), 0, 1e-4);
  }

  @Test
  void fitsBgBbOnDonations() throws IOException {
    List<String[]> rows = Cases.rows("data/clv/donations.csv");
    double[] x = Cases.column(rows, 0);
    double[] last = Cases.column(rows, 1);
    double[] weights = Cases.column(rows, 3);
    Fit<BetaBernoulli> fit =
        BetaBernoulli.fit(Histories.of(x, last, Cases.column(rows, 2), weights), () -> {});
    Cases.parameters(Cases.expected("bgbb_fit_donations"), fit.model(), 0, HALF_OF_2_DECIMALS);
    Cases.parameters(Cases.expected("bgbb_fit_donations_lifetimes"), fit.model(), 0, 1e-4);
    JsonNode expected = Cases.expected("bgbb_expectations");
    double total = 0;
    double donors = 0;
    for (int i = 0; i < x.length; i++) {
      total += weights[i] * fit.model().expected(5, x[i], last[i], 6);
      donors += weights[i];
    }
    assertEquals(expected.get("total_cond_exp_5").asDouble(), total, 0.5);
    JsonNode six = expected.get("expected_n6_for_0_and_6");
    assertEquals(six.get(0).asDouble(), donors * fit.model().probability(0, 6), 0.5);
    assertEquals(six.get(1).asDouble(), donors * fit.model().probability(6, 6), 0.5);
    JsonNode alive = expected.get("p_alive");
    assertEquals(alive.get(0).asDouble(), fit.model().alive(0, 0, 6), HALF_OF_2_DECIMALS);
    assertEquals(alive.get(1).asDouble(), fit.model().alive(2, 4, 6), HALF_OF_2_DECIMALS);
    assertEquals(alive.get(2).asDouble(), fit.model().alive(6, 6, 6), HALF_OF_2_DECIMALS);
  }

  @Test
  void fitsGammaGammaOnCdnow() throws IOException {
    GammaGamma model = gammaGamma().model();
    JsonNode published = Cases.expected("gammagamma_fit_cdnow");
    JsonNode full = Cases.expected("gammagamma_fit_cdnow_full");
    double[] values = {model.p(), model.q(), model.v()};
    List<String> names = List.of("p", "q", "v");
    for (int i = 0; i < values.length; i++) {
      double wanted = full.get("params").get(names.get(i)).asDouble();
      assertEquals(wanted, values[i], 1e-4 * wanted, names.get(i));
      // 3.7446 and 15.448 are the maximum to seven digits; 3.74 and 15.44 were printed cut off
      assertEquals(published.get(names.get(i)).asDouble(), values[i], 0.01, names.get(i));
    }
    double wanted = full.get("loglik_total").asDouble();
    assertEquals(wanted, gammaGamma().logLikelihood(), 1e-4 * Math.abs(wanted));
  }

  private static Fit<GammaGamma> gammaGamma() throws IOException {
    List<String[]> buyers =
        Cases.rows("data/clv/cdnow_customers_summary_with_transactions.csv").stream()
            .filter(row -> Double.parseDouble(row[1]) > 0)
            .toList();
    return GammaGamma.fit(Cases.column(buyers, 1), Cases.column(buyers, 4), () -> {});
  }

  @Test
  void agreesWithClosedFormsOfGammaGamma() throws IOException {
    var model = new GammaGamma(6.25, 3.74, 15.44);
    JsonNode rounded = Cases.expected("gammagamma_cond_profit");
    JsonNode exact = Cases.expected("gammagamma_closed_form").get("first10");
    for (int i = 0; i < 10; i++) {
      JsonNode one = exact.get(i);
      double value =
          model.expected(one.get("frequency").asDouble(), one.get("monetary").asDouble());
      assertEquals(one.get("value").asDouble(), value, 1e-9);
      assertEquals(rounded.get(i).asDouble(), value, 0.1);
    }
  }

  @Test
  void valuesCustomersAsLifetimesDoes() throws IOException {
    List<String[]> rows = Cases.rows("data/clv/cdnow_customers_summary_with_transactions.csv");
    double[] x = Cases.column(rows, 1);
    double[] last = Cases.column(rows, 2);
    double[] age = Cases.column(rows, 3);
    double[] mean = Cases.column(rows, 4);
    var histories = Histories.of(x, last, age);
    BetaGeometric model = BetaGeometric.fit(histories, false, () -> {}).model();
    GammaGamma money = gammaGamma().model();
    var forecast = new Forecast(model, 12, 4.345, 0.01);
    JsonNode expected = Cases.expected("clv_12m");
    var values = new double[x.length];
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      values[i] = forecast.of(x[i], last[i], age[i]).discounted() * money.expected(x[i], mean[i]);
      sum += values[i];
    }
    for (int i = 0; i < 10; i++) {
      double wanted = expected.get("first10").get(i).asDouble();
      assertEquals(wanted, values[i], 1e-4 * wanted);
    }
    double wanted = expected.get("sum").asDouble();
    assertEquals(wanted, sum, 1e-4 * wanted);
    double[] sorted = java.util.Arrays.stream(values).sorted().toArray();
    double best = 0;
    for (int i = sorted.length - sorted.length / 10; i < sorted.length; i++) {
      best += sorted[i];
    }
    assertEquals(expected.get("top_decile_share").asDouble(), best / sum, 1e-3);
  }
}
