package io.liftwerk.scoring;

import io.liftwerk.scoring.LifetimeValueResult.FittedModel;
import io.liftwerk.scoring.LifetimeValueResult.Parameter;
import io.liftwerk.scoring.lifetime.BetaBernoulli;
import io.liftwerk.scoring.lifetime.BetaGeometric;
import io.liftwerk.scoring.lifetime.Fit;
import io.liftwerk.scoring.lifetime.GammaGamma;
import io.liftwerk.scoring.lifetime.Histories;
import io.liftwerk.scoring.lifetime.ParetoNbd;
import io.liftwerk.scoring.lifetime.PurchaseModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Tells a fit that describes customers from one that only maximises a likelihood. What it looks for
 * is the usual ways of the purchase models to fail: everybody is said to be alive, everybody to buy
 * alike, or a parameter runs off, which means that the data cannot tell.
 */
final class Soundness {
  private static final double Z = 1.959963984540054;

  /** Customers who bought again and of whom nearly all are as good as certainly alive. */
  private static final double NEARLY_ALL = 0.99;

  /** A Gamma or Beta with so large a shape is a point. */
  private static final double ALIKE = 1000;

  /** Standard error of a parameter's logarithm: one that may as well be twenty times as large. */
  private static final double VAGUE = 3;

  private Soundness() {}

  /** The record of a fit of a purchase model, with what is wrong with it. */
  static FittedModel of(Fit<? extends PurchaseModel> fit, Histories histories) {
    PurchaseModel model = fit.model();
    List<String> degenerate = common(fit);
    if (everybodyAlive(model, histories)) {
      degenerate.add("everybody-alive");
    }
    if (alike(model)) {
      degenerate.add("everybody-alike");
    }
    return record(model.name(), model.parameterNames(), model.parameters(), fit, degenerate);
  }

  static FittedModel of(Fit<GammaGamma> fit) {
    GammaGamma model = fit.model();
    List<String> degenerate = common(fit);
    if (model.q() <= 1) {
      degenerate.add("no-mean");
    }
    return record(
        "gammagamma",
        List.of("p", "q", "v"),
        new double[] {model.p(), model.q(), model.v()},
        fit,
        degenerate);
  }

  static List<String> common(Fit<?> fit) {
    var degenerate = new ArrayList<String>();
    if (fit.atWall() || undetermined(fit)) {
      degenerate.add("runs-off");
    } else if (!fit.converged()) {
      degenerate.add("not-converged");
    }
    return degenerate;
  }

  private static boolean undetermined(Fit<?> fit) {
    double[][] covariance = fit.covariance();
    if (covariance == null) {
      return true;
    }
    for (int i = 0; i < covariance.length; i++) {
      if (!(Math.sqrt(covariance[i][i]) < VAGUE)) {
        return true;
      }
    }
    return false;
  }

  private static boolean everybodyAlive(PurchaseModel model, Histories histories) {
    double repeaters = 0;
    double certain = 0;
    for (int i = 0; i < histories.size(); i++) {
      if (histories.x(i) > 0) {
        repeaters += histories.weight(i);
        // at the longest silence of all one would expect somebody to be given up
        if (model.alive(histories.x(i), histories.last(i), histories.age(i)) > NEARLY_ALL) {
          certain += histories.weight(i);
        }
      }
    }
    return repeaters > 0 && certain > NEARLY_ALL * repeaters;
  }

  private static boolean alike(PurchaseModel model) {
    return switch (model) {
      case BetaGeometric bg -> bg.r() > ALIKE || bg.a() + bg.b() > ALIKE;
      case ParetoNbd pareto -> pareto.r() > ALIKE || pareto.s() > ALIKE;
      case BetaBernoulli bb -> bb.alpha() + bb.beta() > ALIKE || bb.gamma() + bb.delta() > ALIKE;
    };
  }

  static FittedModel record(
      String name, List<String> names, double[] values, Fit<?> fit, List<String> degenerate) {
    var parameters = new ArrayList<Parameter>();
    double[][] covariance = fit.covariance();
    for (int i = 0; i < values.length; i++) {
      if (covariance == null) {
        parameters.add(new Parameter(names.get(i), values[i], null, null));
      } else {
        double spread = Math.exp(Z * Math.sqrt(covariance[i][i]));
        parameters.add(
            new Parameter(names.get(i), values[i], values[i] / spread, values[i] * spread));
      }
    }
    return new FittedModel(
        name,
        List.copyOf(parameters),
        fit.logLikelihood(),
        Math.round(fit.observations()),
        fit.converged(),
        fit.starts(),
        List.copyOf(degenerate));
  }

  /** The warnings that say in words what is wrong with {@code model}. */
  static List<ScoringWarning> warnings(FittedModel model) {
    return model.degenerate().stream()
        .map(code -> new ScoringWarning(code, null, sentence(code, title(model.name()))))
        .toList();
  }

  /** BG/NBD lets nobody leave before a second purchase, which its readers have to know. */
  static List<ScoringWarning> built(PurchaseModel model) {
    return model.name().equals("bgnbd")
        ? List.of(
            new ScoringWarning(
                "once-alive",
                null,
                "BG/NBD takes everybody who bought only once for a customer still, because it is"
                    + " built so; of these read what is expected, not the probability."))
        : List.of();
  }

  private static String sentence(String code, String model) {
    return switch (code) {
      case "runs-off" ->
          "A parameter of %s runs off to zero or to infinity: the purchases do not determine it, and its figures are not to be relied on."
              .formatted(model);
      case "not-converged" ->
          "The search for the parameters of %s did not come to an end, and its figures are not to be relied on."
              .formatted(model);
      case "everybody-alive" ->
          "%s takes practically everybody who bought again for a customer still: it has found no sign of anybody leaving, which says more of the data than of the customers."
              .formatted(model);
      case "no-mean" ->
          "%s finds values of purchases so unequal that they have no mean; customers are valued by their own past purchases instead."
              .formatted(model);
      default ->
          "%s makes all customers alike, so it cannot tell good ones from others.".formatted(model);
    };
  }

  static String title(String model) {
    return switch (model) {
      case "bgnbd" -> "BG/NBD";
      case "mbgnbd" -> "MBG/NBD";
      case "paretonbd" -> "Pareto/NBD";
      case "bgbb" -> "BG/BB";
      case "gammagamma" -> "Gamma-Gamma";
      case "sbg" -> "sBG";
      default -> model.toUpperCase(Locale.ROOT);
    };
  }
}
