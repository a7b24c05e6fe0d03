package io.liftwerk.experiments.abtest;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/**
 * Count, means and centred sums of products of one or more columns over a group of persons. Groups
 * without common persons add up.
 *
 * @param n number of persons
 * @param mean of each column
 * @param products {@code products[i][j]} is Σ (xᵢ − x̄ᵢ)(xⱼ − x̄ⱼ), symmetric
 */
public record Moments(long n, double[] mean, double[][] products) {

  /** Nobody, in {@code columns} columns. */
  public static Moments none(int columns) {
    return new Moments(0, new double[columns], new double[columns][columns]);
  }

  /**
   * From plain sums, as published tables give them. Loses digits where means are large beside
   * spreads; for rows of the warehouse use {@link #exact}.
   *
   * @param sums Σ xᵢ
   * @param squares Σ xᵢ xⱼ
   */
  public static Moments ofSums(long n, double[] sums, double[][] squares) {
    int k = sums.length;
    var mean = new double[k];
    var products = new double[k][k];
    for (int i = 0; i < k; i++) {
      mean[i] = n == 0 ? 0 : sums[i] / n;
      for (int j = 0; j < k; j++) {
        products[i][j] = n == 0 ? 0 : squares[i][j] - sums[i] * sums[j] / n;
      }
    }
    return new Moments(n, mean, products);
  }

  /**
   * From exact sums of values that were multiplied by a scale and rounded to whole numbers, so that
   * neither the order of rows nor cancellation leaves a trace.
   *
   * @param sums Σ of the scaled values
   * @param squares Σ of products of the scaled values, symmetric
   * @param scale by which each column was multiplied
   */
  public static Moments exact(long n, BigInteger[] sums, BigInteger[][] squares, double[] scale) {
    int k = sums.length;
    var mean = new double[k];
    var products = new double[k][k];
    if (n == 0) {
      return new Moments(0, mean, products);
    }
    var count = BigInteger.valueOf(n);
    for (int i = 0; i < k; i++) {
      mean[i] = quotient(sums[i], count) / scale[i];
      for (int j = 0; j <= i; j++) {
        BigInteger centred = squares[i][j].multiply(count).subtract(sums[i].multiply(sums[j]));
        products[i][j] = quotient(centred, count) / scale[i] / scale[j];
        products[j][i] = products[i][j];
      }
    }
    return new Moments(n, mean, products);
  }

  private static double quotient(BigInteger a, BigInteger b) {
    return new BigDecimal(a).divide(new BigDecimal(b), MathContext.DECIMAL128).doubleValue();
  }

  /** Both groups together (Chan, Golub and LeVeque 1979). */
  public Moments plus(Moments other) {
    if (n == 0) {
      return other;
    }
    if (other.n == 0) {
      return this;
    }
    int k = mean.length;
    long all = n + other.n;
    var joint = new double[k];
    var sums = new double[k][k];
    for (int i = 0; i < k; i++) {
      joint[i] = mean[i] + (other.mean[i] - mean[i]) * other.n / all;
      for (int j = 0; j < k; j++) {
        double shift = (other.mean[i] - mean[i]) * (other.mean[j] - mean[j]);
        sums[i][j] = products[i][j] + other.products[i][j] + shift * n / all * other.n;
      }
    }
    return new Moments(all, joint, sums);
  }

  /** These columns alone, in this order. */
  public Moments columns(int... chosen) {
    int k = chosen.length;
    var means = new double[k];
    var sums = new double[k][k];
    for (int i = 0; i < k; i++) {
      means[i] = mean[chosen[i]];
      for (int j = 0; j < k; j++) {
        sums[i][j] = products[chosen[i]][chosen[j]];
      }
    }
    return new Moments(n, means, sums);
  }

  /** Covariance of two columns, by n − 1; 0 where there is at most one person. */
  public double covariance(int i, int j) {
    return n <= 1 ? 0 : products[i][j] / (n - 1);
  }

  /** All covariances. */
  double[][] covariances() {
    int k = mean.length;
    var all = new double[k][k];
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        all[i][j] = covariance(i, j);
      }
    }
    return all;
  }

  /** Σ xᵢ xⱼ, not centred. */
  double raw(int i, int j) {
    return products[i][j] + n * mean[i] * mean[j];
  }
}
