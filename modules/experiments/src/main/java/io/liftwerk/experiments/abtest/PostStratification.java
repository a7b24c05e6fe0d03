package io.liftwerk.experiments.abtest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An effect put together from the effects within strata, weighted by the strata's sizes: what two
 * arms differ in by chance in their make-up no longer counts. Within a stratum the covariate, where
 * there is one, is a regressor (Xie and Aurisset 2016; Miratrix, Sekhon and Yu 2013). The variance
 * counts that the strata's shares are themselves estimated.
 */
public final class PostStratification {
  private PostStratification() {}

  /**
   * The persons of one stratum.
   *
   * @param control outcome (a ratio: numerator, denominator), then the covariates
   * @param treated the same columns
   */
  public record Stratum(Moments control, Moments treated) {
    private long n() {
      return control.n() + treated.n();
    }

    private Stratum plus(Stratum other) {
      return new Stratum(control.plus(other.control), treated.plus(other.treated));
    }
  }

  /**
   * Of one stratum: per outcome the control's mean and the effect, and n times their covariance.
   */
  private record Cell(long n, double[] mean, double[][] covariance) {}

  /**
   * @param strata every one of them; those too small to be judged join the largest
   * @param ratio whether the outcome is a ratio of two columns
   * @param relative whether the effect is a share of the control's figure
   * @param plain the effect without strata, for its degrees of freedom
   * @return null when only one stratum is left, or nothing varies
   */
  public static @Nullable Effect of(
      List<Stratum> strata, boolean ratio, boolean relative, Effect plain) {
    List<Stratum> large = gathered(strata);
    if (large.size() < 2) {
      return null;
    }
    var cells = new ArrayList<Cell>();
    for (Stratum stratum : large) {
      Cell cell = cell(stratum, ratio ? 2 : 1);
      if (cell == null) {
        return null;
      }
      cells.add(cell);
    }
    int k = cells.getFirst().mean().length;
    double all = cells.stream().mapToLong(Cell::n).sum();
    var mean = new double[k];
    for (Cell cell : cells) {
      for (int i = 0; i < k; i++) {
        mean[i] += cell.mean()[i] * cell.n() / all;
      }
    }
    var covariance = new double[k][k];
    for (Cell cell : cells) {
      double share = cell.n() / all;
      for (int i = 0; i < k; i++) {
        for (int j = 0; j < k; j++) {
          double between = (cell.mean()[i] - mean[i]) * (cell.mean()[j] - mean[j]);
          covariance[i][j] += share * (cell.covariance()[i][j] + between) / all;
        }
      }
    }
    double base = ratio ? mean[0] / mean[2] : mean[0];
    if (base == 0 || !Double.isFinite(base)) {
      return null;
    }
    double estimate = ratio ? (mean[0] + mean[1]) / (mean[2] + mean[3]) - base : mean[1];
    double[] slope = ratio ? ratioSlope(mean) : new double[] {0, 1};
    if (relative) {
      estimate /= base;
      double[] ofBase = ratio ? new double[] {1 / mean[2], 0, -base / mean[2], 0} : unit();
      for (int i = 0; i < k; i++) {
        slope[i] = (slope[i] - estimate * ofBase[i]) / base;
      }
    }
    double variance = Matrix.form(slope, covariance, slope);
    return variance > 0
        ? new Effect(estimate, Math.sqrt(variance), plain.freedom(), plain.n())
        : null;
  }

  private static double[] unit() {
    return new double[] {1, 0};
  }

  private static double[] ratioSlope(double[] mean) {
    double treated = mean[2] + mean[3];
    double figure = (mean[0] + mean[1]) / treated;
    return new double[] {
      1 / treated - 1 / mean[2],
      1 / treated,
      -figure / treated + mean[0] / (mean[2] * mean[2]),
      -figure / treated
    };
  }

  private static List<Stratum> gathered(List<Stratum> strata) {
    List<Stratum> sorted =
        strata.stream().sorted(Comparator.comparingLong(Stratum::n).reversed()).toList();
    var kept = new ArrayList<Stratum>();
    for (Stratum stratum : sorted) {
      long least = stratum.control().mean().length + 1L;
      boolean small = stratum.control().n() < least || stratum.treated().n() < least;
      if (small && !kept.isEmpty()) {
        kept.set(0, kept.getFirst().plus(stratum));
      } else {
        kept.add(stratum);
      }
    }
    return kept;
  }

  private static @Nullable Cell cell(Stratum stratum, int outcomes) {
    boolean covariates = stratum.control().mean().length > outcomes;
    return covariates ? adjusted(stratum, outcomes) : plain(stratum, outcomes);
  }

  private static Cell plain(Stratum stratum, int outcomes) {
    Moments a = stratum.control();
    Moments b = stratum.treated();
    double n = stratum.n();
    var mean = new double[2 * outcomes];
    var covariance = new double[2 * outcomes][2 * outcomes];
    for (int i = 0; i < outcomes; i++) {
      mean[2 * i] = a.mean()[i];
      mean[2 * i + 1] = b.mean()[i] - a.mean()[i];
      for (int j = 0; j < outcomes; j++) {
        double control = a.covariance(i, j) * n / a.n();
        double treated = b.covariance(i, j) * n / b.n();
        covariance[2 * i][2 * j] = control;
        covariance[2 * i][2 * j + 1] = -control;
        covariance[2 * i + 1][2 * j] = -control;
        covariance[2 * i + 1][2 * j + 1] = control + treated;
      }
    }
    return new Cell(stratum.n(), mean, covariance);
  }

  /**
   * Least squares of every outcome on 1, treatment and the covariates, the control's mean taken at
   * the stratum's mean covariates, which vary too.
   */
  private static @Nullable Cell adjusted(Stratum stratum, int outcomes) {
    Moments both = stratum.control().plus(stratum.treated());
    int covariates = both.mean().length - outcomes;
    int p = 1 + covariates;
    double n = both.n();
    // centred regressors, so that the constant drops out: treatment first, then covariates
    double share = stratum.treated().n() / n;
    var squares = new double[p][p];
    var crossed = new double[outcomes][p];
    squares[0][0] = n * share * (1 - share);
    for (int c = 0; c < covariates; c++) {
      squares[0][c + 1] = squares[c + 1][0] = fromTreatment(stratum, both, outcomes + c);
      for (int d = 0; d < covariates; d++) {
        squares[c + 1][d + 1] = both.products()[outcomes + c][outcomes + d];
      }
    }
    for (int o = 0; o < outcomes; o++) {
      crossed[o][0] = fromTreatment(stratum, both, o);
      for (int c = 0; c < covariates; c++) {
        crossed[o][c + 1] = both.products()[o][outcomes + c];
      }
    }
    double[][] inverse = Matrix.inverse(squares);
    if (inverse == null) {
      return plain(stratum, outcomes);
    }
    var slopes = new double[outcomes][];
    for (int o = 0; o < outcomes; o++) {
      slopes[o] = Matrix.times(inverse, crossed[o]);
    }
    return cell(both, slopes, crossed, inverse, share, outcomes);
  }

  private static Cell cell(
      Moments both,
      double[][] slopes,
      double[][] crossed,
      double[][] inverse,
      double share,
      int outcomes) {
    double n = both.n();
    int covariates = inverse.length - 1;
    double freedom = n - (outcomes == 1 ? 3 : 6);
    // the variance of covariate means times that of their slopes, as the second moments have it
    double wobble = 0;
    for (int c = 0; c < covariates; c++) {
      for (int d = 0; d < covariates; d++) {
        wobble += inverse[c + 1][d + 1] * both.covariance(outcomes + c, outcomes + d) / n;
      }
    }
    var mean = new double[2 * outcomes];
    var covariance = new double[2 * outcomes][2 * outcomes];
    for (int i = 0; i < outcomes; i++) {
      mean[2 * i] = both.mean()[i] - slopes[i][0] * share;
      mean[2 * i + 1] = slopes[i][0];
      for (int j = 0; j < outcomes; j++) {
        double residual = (both.products()[i][j] - Matrix.dot(slopes[i], crossed[j])) / freedom;
        double effect = inverse[0][0];
        double control = 1 / n + share * share * effect + wobble;
        double explained = 0;
        for (int c = 0; c < covariates; c++) {
          for (int d = 0; d < covariates; d++) {
            explained +=
                slopes[i][c + 1]
                    * slopes[j][d + 1]
                    * both.covariance(outcomes + c, outcomes + d)
                    / n;
          }
        }
        covariance[2 * i][2 * j] = n * (residual * control + explained);
        covariance[2 * i][2 * j + 1] = -n * residual * share * effect;
        covariance[2 * i + 1][2 * j] = covariance[2 * i][2 * j + 1];
        covariance[2 * i + 1][2 * j + 1] = n * residual * effect;
      }
    }
    return new Cell(both.n(), mean, covariance);
  }

  /** Σ (T − T̄)(x − x̄), from the arms' means. */
  private static double fromTreatment(Stratum stratum, Moments both, int column) {
    return stratum.treated().n() * (stratum.treated().mean()[column] - both.mean()[column]);
  }
}
