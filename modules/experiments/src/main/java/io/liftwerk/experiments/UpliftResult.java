package io.liftwerk.experiments;

import io.liftwerk.scoring.LeadScoringResult.LeftOut;
import io.liftwerk.scoring.ScoringWarning;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whom treatment moves, and what a ranking by that is worth.
 *
 * @param table table the rows came from, qualified
 * @param treatment column that says who was treated how
 * @param control its value for those not treated
 * @param outcome column with the outcome
 * @param numeric whether the outcome is a number, not yes or no
 * @param id column that identifies a person; null when the row number does
 * @param rows people in the arms compared, with an outcome
 * @param openRows people in no arm yet; scored too
 * @param trainRows people learned from
 * @param testRows people judged on
 * @param seed seed of the split and of every stochastic step
 * @param splitBy {@code seed}, or the name of the user's split column
 * @param features columns learned from
 * @param leftOut columns not learned from, with the reason
 * @param learners every learner on the held-out people, of each treatment in turn, simplest first
 * @param treatments each treatment against control
 * @param definitions how the figures are defined
 * @param warnings what a reader must know
 * @param scoresTable qualified name of the table with all scores
 */
public record UpliftResult(
    String table,
    String treatment,
    String control,
    String outcome,
    boolean numeric,
    @Nullable String id,
    long rows,
    long openRows,
    long trainRows,
    long testRows,
    long seed,
    String splitBy,
    List<String> features,
    List<LeftOut> leftOut,
    List<LearnerScore> learners,
    List<Treatment> treatments,
    List<Definition> definitions,
    List<ScoringWarning> warnings,
    String scoresTable) {

  /** What a figure is, with its source. */
  public record Definition(String figure, String meaning) {}

  /**
   * A learner on the held-out people.
   *
   * @param name {@code t-logistic}
   * @param treated the treatment
   * @param qini Qini coefficient
   * @param qiniLow lower end of its 95 % interval
   * @param auuc coefficient of the uplift curve
   * @param upliftAt10 effect among the tenth ranked first
   * @param upliftAt30 effect among three tenths
   * @param upliftAt30Error standard error of that
   * @param upliftAt50 effect among the half ranked first
   * @param randomP95 Qini coefficient that 95 of 100 random rankings do not exceed
   * @param beatsRandom whether {@code qini} does
   * @param autoc area under the targeting operator characteristic
   * @param weightedUplift effect over ten parts of the ranking, by the number of treated
   * @param meanGain mean height of the gain curve, in outcomes
   * @param validation Qini coefficient on the training part, out of fold; null where one learner
   *     only was asked for
   * @param chosen whether it was chosen, by the training part alone
   * @param trainSeconds time it took to learn
   */
  public record LearnerScore(
      String name,
      String treated,
      double qini,
      double qiniLow,
      double qiniHigh,
      double auuc,
      double upliftAt10,
      double upliftAt30,
      double upliftAt30Error,
      double upliftAt50,
      double randomP95,
      boolean beatsRandom,
      double autoc,
      double autocLow,
      double autocHigh,
      double weightedUplift,
      double meanGain,
      @Nullable Double validation,
      boolean chosen,
      double trainSeconds) {}

  /**
   * A treatment against control.
   *
   * @param treated the treatment's value
   * @param chosen the learner chosen
   * @param verdict one sentence: what the ranking is worth
   * @param effect effect among all people held out
   * @param balance whether treatment was drawn by lot, as far as the columns tell
   * @param random what random rankings reach
   * @param curves Qini and uplift curve of every learner
   * @param deciles the ranking chosen in ten parts, the best first
   * @param mix share of treated along the ranking chosen, in twenty windows
   * @param groups the four groups
   * @param targeting whom to treat at which cost; null when no value was given
   */
  public record Treatment(
      String treated,
      long treatedRows,
      long controlRows,
      String chosen,
      String verdict,
      Effect effect,
      Balance balance,
      Random random,
      List<Curve> curves,
      List<Decile> deciles,
      List<Double> mix,
      List<Group> groups,
      @Nullable Targeting targeting) {}

  /**
   * The difference that treatment made among some people, with a 95 % interval.
   *
   * @param treatedMean mean outcome of those treated; null of nobody
   * @param difference of the means; null where an arm is empty
   */
  public record Effect(
      long treated,
      long control,
      @Nullable Double treatedMean,
      @Nullable Double controlMean,
      @Nullable Double difference,
      @Nullable Double error,
      @Nullable Double low,
      @Nullable Double high) {}

  /**
   * Whether the columns tell who was treated.
   *
   * @param auc of a model of the treatment on people it had not seen; 0.5 by lot
   * @param p chance of such an AUC by lot
   * @param even whether it may have been by lot (p at least 0.001)
   * @param estimated whether chances of treatment were estimated for that reason
   * @param columns the columns that differ most, at most thirty
   */
  public record Balance(
      double auc, double p, boolean even, boolean estimated, List<Covariate> columns) {}

  /**
   * A feature in both arms.
   *
   * @param treatedMean mean of a number; null of levels
   * @param difference standardised: difference of means over their common deviation; of levels that
   *     of the level that differs most
   * @param p chance of such a difference by lot
   */
  public record Covariate(
      String name,
      @Nullable Double treatedMean,
      @Nullable Double controlMean,
      double difference,
      double p) {}

  /**
   * Rankings by chance on the same people.
   *
   * @param mean mean of their Qini coefficients
   * @param deviation standard deviation
   * @param p95 95th percentile
   * @param band 5th to 95th percentile of their curves at evenly spaced shares
   */
  public record Random(double mean, double deviation, double p95, int rankings, List<Band> band) {}

  /**
   * @param share of all people
   */
  public record Band(
      double share, double qiniLow, double qiniHigh, double gainLow, double gainHigh) {}

  /**
   * A learner's curves at the same shares.
   *
   * @param qini outcomes brought among the treated of the first people
   * @param gain outcomes that treating all of the first people brings
   */
  public record Curve(String learner, List<Double> qini, List<Double> gain) {}

  /**
   * A tenth of the ranking.
   *
   * @param part 1 is first
   * @param effect what treatment made of it
   * @param predicted mean predicted uplift
   * @param cumulative effect among this tenth and all before
   */
  public record Decile(int part, Effect effect, double predicted, Effect cumulative) {}

  /**
   * One of the four groups. Nobody is seen both treated and untreated, so who belongs to it is
   * never seen: it is made of predictions, and its effect is measured.
   *
   * @param name {@code persuadables}, {@code sure-things}, {@code lost-causes} or {@code
   *     sleeping-dogs}
   * @param share of the people held out
   * @param effect what treatment made of it
   * @param shareLow least share of all people that can be such by their nature, given their
   *     predicted chances (Fréchet bounds); null of numbers
   * @param shareHigh most
   * @param shown whether the effect's interval is on the side that the name says
   */
  public record Group(
      String name,
      long people,
      double share,
      Effect effect,
      @Nullable Double shareLow,
      @Nullable Double shareHigh,
      boolean shown) {}

  /**
   * Whom to treat.
   *
   * @param people people to decide about: those in no arm yet, else all of the table's
   * @param affordable contacts that the budget pays at most; null for any number
   * @param contacts how many of the first to treat
   * @param share of the people
   * @param chosenOn {@code training} or {@code holdout}: where the share was chosen
   * @param outcomes outcomes that brings, by the people held out
   * @param profit what that earns after the cost of contacts, with a 95 % interval
   * @param everybodyProfit what treating everybody (whom the budget affords) would
   * @param points profit at evenly spaced shares
   */
  public record Targeting(
      double value,
      double cost,
      @Nullable Double budget,
      long people,
      @Nullable Long affordable,
      long contacts,
      double share,
      String chosenOn,
      double outcomes,
      double profit,
      double profitLow,
      double profitHigh,
      double everybodyProfit,
      double everybodyLow,
      double everybodyHigh,
      List<ProfitPoint> points) {}

  /** Profit of treating the first {@code contacts} people, with a 95 % interval. */
  public record ProfitPoint(double share, long contacts, double profit, double low, double high) {}
}
