package io.liftwerk.scoring.lifetime;

import io.liftwerk.scoring.lifetime.Optimiser.Optimum;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A model with the parameters that make the data most likely.
 *
 * @param model the model
 * @param logLikelihood the logarithm of that likelihood
 * @param observations customers it rests on
 * @param converged whether the search ended where the likelihood is flat in every direction
 * @param atWall whether a parameter ran towards zero or infinity until it was stopped
 * @param starts from how many starts was searched
 * @param covariance of the logarithms of the parameters, null where the data do not determine them
 */
public record Fit<M>(
    M model,
    double logLikelihood,
    double observations,
    boolean converged,
    boolean atWall,
    int starts,
    double @Nullable [][] covariance) {

  /** Runs {@link Optimiser} over the logarithms of the parameters. */
  static <M> Fit<M> of(
      Objective meanNegative,
      List<double[]> starts,
      double observations,
      Function<double[], M> model,
      Function<M, Double> logLikelihood,
      Runnable check) {
    Optimum optimum =
        Optimiser.minimise(
            meanNegative,
            starts.stream()
                .map(start -> java.util.Arrays.stream(start).map(Math::log).toArray())
                .toList(),
            check);
    double[] parameters = java.util.Arrays.stream(optimum.at()).map(Math::exp).toArray();
    M fitted = model.apply(parameters);
    return new Fit<>(
        fitted,
        logLikelihood.apply(fitted),
        observations,
        optimum.converged(),
        optimum.atWall(),
        optimum.starts(),
        optimum.atWall() ? null : Matrix.covariance(meanNegative, optimum.at(), observations));
  }
}
