package io.liftwerk.experiments;

import io.liftwerk.experiments.UpliftResult.Band;
import io.liftwerk.experiments.UpliftResult.Curve;
import io.liftwerk.experiments.UpliftResult.Decile;
import io.liftwerk.experiments.UpliftResult.Definition;
import io.liftwerk.experiments.UpliftResult.Effect;
import io.liftwerk.experiments.UpliftResult.LearnerScore;
import io.liftwerk.experiments.UpliftResult.Random;
import io.liftwerk.experiments.uplift.Contest;
import io.liftwerk.experiments.uplift.GainHeights;
import io.liftwerk.experiments.uplift.HalfSamples;
import io.liftwerk.experiments.uplift.RandomBand;
import io.liftwerk.experiments.uplift.Ranking;
import io.liftwerk.experiments.uplift.Ranking.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes result records of rankings. */
final class UpliftFigures {
  /** Half the width of a 95 % interval in standard errors. */
  static final double WIDE = 1.959963984540054;

  private UpliftFigures() {}

  static LearnerScore score(
      Contest.Entry entry,
      String name,
      String treated,
      Ranking ranking,
      RandomBand band,
      HalfSamples halves,
      boolean numeric,
      boolean chosen) {
    double qini = ranking.coefficient(Kind.QINI);
    double qiniError = halves.qiniError(ranking);
    double autoc = ranking.rate(q -> 1, null);
    double autocError = halves.autocError(ranking);
    Ranking.Effect three = ranking.first(0.3);
    return new LearnerScore(
        name,
        treated,
        qini,
        qini - WIDE * qiniError,
        qini + WIDE * qiniError,
        auuc(ranking, numeric),
        finite(ranking.first(0.1).difference()),
        finite(three.difference()),
        finite(three.error()),
        finite(ranking.first(0.5).difference()),
        band.p95(),
        qini > band.p95(),
        autoc,
        autoc - WIDE * autocError,
        autoc + WIDE * autocError,
        Ranking.weightedAverage(ranking.parts(10)),
        GainHeights.of(ranking, Kind.UPLIFT).mean(),
        entry.qini(),
        chosen,
        entry.seconds());
  }

  private static double auuc(Ranking ranking, boolean numeric) {
    double n = ranking.size();
    return numeric ? ranking.area(Kind.UPLIFT, null) / n / n : ranking.coefficient(Kind.UPLIFT);
  }

  private static double finite(double value) {
    return Double.isFinite(value) ? value : 0;
  }

  static Effect effect(Ranking.Effect effect) {
    boolean both = effect.treated() > 0 && effect.control() > 0;
    double difference = effect.difference();
    double error = effect.error();
    return new Effect(
        effect.treated(),
        effect.control(),
        known(effect.treatedMean()),
        known(effect.controlMean()),
        both ? difference : null,
        both ? error : null,
        both ? difference - WIDE * error : null,
        both ? difference + WIDE * error : null);
  }

  private static @Nullable Double known(double value) {
    return Double.isNaN(value) ? null : value;
  }

  static Random random(RandomBand band) {
    double[] qini = band.qini();
    double mean = Arrays.stream(qini).average().orElse(0);
    double squares = Arrays.stream(qini).map(q -> (q - mean) * (q - mean)).sum();
    var points = new ArrayList<Band>();
    for (int step = 0; step <= RandomBand.STEPS; step++) {
      points.add(
          new Band(
              step / (double) RandomBand.STEPS,
              band.qiniLow()[step],
              band.qiniHigh()[step],
              band.gainLow()[step],
              band.gainHigh()[step]));
    }
    return new Random(
        mean, Math.sqrt(squares / (qini.length - 1)), band.p95(), qini.length, points);
  }

  static Curve curve(String learner, Ranking ranking) {
    return new Curve(
        learner,
        boxed(ranking.heights(Kind.QINI, RandomBand.STEPS)),
        boxed(ranking.heights(Kind.UPLIFT, RandomBand.STEPS)));
  }

  private static List<Double> boxed(double[] values) {
    return Arrays.stream(values).boxed().toList();
  }

  /**
   * @param predicted predicted uplift per person, in the order of the ranking's people
   */
  static List<Decile> deciles(Ranking ranking, double[] predicted) {
    double[] sorted = predicted.clone();
    Arrays.sort(sorted);
    Ranking.Effect[] parts = ranking.parts(10);
    var deciles = new ArrayList<Decile>();
    int from = 0;
    for (int part = 0; part < parts.length; part++) {
      int to = from + parts[part].treated() + parts[part].control();
      double sum = 0;
      for (int i = from; i < to; i++) {
        sum += sorted[sorted.length - 1 - i];
      }
      deciles.add(
          new Decile(
              part + 1,
              effect(parts[part]),
              to > from ? sum / (to - from) : 0,
              effect(ranking.effect(0, to))));
      from = to;
    }
    return deciles;
  }

  /** Share of treated in twenty windows along a ranking. */
  static List<Double> mix(Ranking ranking) {
    return Arrays.stream(ranking.parts(20))
        .map(part -> part.treated() / (double) Math.max(1, part.treated() + part.control()))
        .toList();
  }

  static List<Definition> definitions(boolean numeric) {
    return List.of(
        new Definition(
            "qini",
            "Qini coefficient: area between the Qini curve and the straight line to its end, over"
                + " that of the perfect ranking, equal scores as one group (scikit-uplift"
                + " qini_auc_score)"),
        new Definition(
            "auuc",
            numeric
                ? "area between the cumulative gain curve and the straight line to its end, per"
                    + " person, equal scores as one group"
                : "coefficient of the uplift curve: area between it and the straight line to its"
                    + " end, over that of the perfect ranking, equal scores as one group"
                    + " (scikit-uplift uplift_auc_score)"),
        new Definition(
            "upliftAt30",
            "difference of mean outcomes between treated and control among the 30 % ranked first"
                + " (scikit-uplift uplift_at_k, overall)"),
        new Definition(
            "autoc",
            "area under the targeting operator characteristic (Yadlowsky et al. 2021); interval"
                + " from random halves"),
        new Definition(
            "randomP95", "Qini coefficient that 95 of 100 random rankings do not exceed"),
        new Definition(
            "meanGain",
            "mean height of the cumulative gain curve (CausalML auuc_score before"
                + " normalising)"));
  }
}
