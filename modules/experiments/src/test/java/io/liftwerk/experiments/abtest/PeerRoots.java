package io.liftwerk.experiments.abtest;

import java.util.function.DoubleUnaryOperator;

/**
 * Brent's search for a root (1973) with the stopping rules of two peers, so that a figure which
 * only their tolerance parts from ours can be compared to the last digit all the same.
 */
final class PeerRoots {
  private static final double EPSILON = 0x1p-52;

  private PeerRoots() {}

  /** As R's {@code uniroot} with its usual tolerance, 0.00012 of the value looked for. */
  static double uniroot(DoubleUnaryOperator f, double from, double to) {
    double tolerance = Math.pow(EPSILON, 0.25);
    double a = from;
    double b = to;
    double fa = f.applyAsDouble(a);
    double fb = f.applyAsDouble(b);
    double c = a;
    double fc = fa;
    while (true) {
      double before = b - a;
      if (Math.abs(fc) < Math.abs(fb)) {
        a = b;
        b = c;
        c = a;
        fa = fb;
        fb = fc;
        fc = fa;
      }
      double least = 2 * EPSILON * Math.abs(b) + tolerance / 2;
      double step = (c - b) / 2;
      if (Math.abs(step) <= least || fb == 0) {
        return b;
      }
      if (Math.abs(before) >= least && Math.abs(fa) > Math.abs(fb)) {
        double half = step;
        double tried = a == c ? secant(a, fa, b, fb) : quadratic(a, fa, b, fb, c, fc);
        boolean inside = tried * half > 0 && Math.abs(tried) < 1.5 * Math.abs(half) - least / 2;
        step = inside && Math.abs(tried) < Math.abs(before / 2) ? tried : half;
      }
      a = b;
      fa = fb;
      b += Math.abs(step) < least ? Math.copySign(least, step) : step;
      fb = f.applyAsDouble(b);
      if (fb * fc > 0) {
        c = a;
        fc = fa;
      }
    }
  }

  /** As SciPy's {@code brentq} with the tolerance that statsmodels gives it. */
  static double brentq(DoubleUnaryOperator f, double from, double to, double tolerance) {
    double last = from;
    double now = to;
    double fLast = f.applyAsDouble(last);
    double fNow = f.applyAsDouble(now);
    double other = 0;
    double fOther = 0;
    double stepLast = 0;
    double step = 0;
    while (true) {
      if (fLast * fNow < 0) {
        other = last;
        fOther = fLast;
        stepLast = now - last;
        step = stepLast;
      }
      if (Math.abs(fOther) < Math.abs(fNow)) {
        last = now;
        now = other;
        other = last;
        fLast = fNow;
        fNow = fOther;
        fOther = fLast;
      }
      double least = (tolerance + 4 * EPSILON * Math.abs(now)) / 2;
      double half = (other - now) / 2;
      if (fNow == 0 || Math.abs(half) < least) {
        return now;
      }
      boolean slow = Math.abs(stepLast) <= least || Math.abs(fNow) >= Math.abs(fLast);
      double tried =
          slow
              ? Double.POSITIVE_INFINITY
              : last == other
                  ? secant(last, fLast, now, fNow)
                  : extrapolated(last, fLast, now, fNow, other, fOther);
      if (2 * Math.abs(tried) < Math.min(Math.abs(stepLast), 3 * Math.abs(half) - least)) {
        stepLast = step;
        step = tried;
      } else {
        stepLast = half;
        step = half;
      }
      last = now;
      fLast = fNow;
      now += Math.abs(step) > least ? step : Math.copySign(least, half);
      fNow = f.applyAsDouble(now);
    }
  }

  private static double secant(double a, double fa, double b, double fb) {
    return -fb * (b - a) / (fb - fa);
  }

  /** Step from {@code b} by the inverse quadratic through three points. */
  private static double quadratic(double a, double fa, double b, double fb, double c, double fc) {
    double q = fa / fc;
    double r = fb / fc;
    double s = fb / fa;
    return -s * ((c - b) * q * (q - r) - (b - a) * (r - 1)) / ((q - 1) * (r - 1) * (s - 1));
  }

  private static double extrapolated(
      double a, double fa, double b, double fb, double c, double fc) {
    double slopeA = (fa - fb) / (a - b);
    double slopeC = (fc - fb) / (c - b);
    return -fb * (fc * slopeC - fa * slopeA) / (slopeC * slopeA * (fc - fa));
  }
}
