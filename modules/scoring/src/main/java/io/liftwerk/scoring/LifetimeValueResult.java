package io.liftwerk.scoring;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What customers will be worth, by which model, and whether it knows more than a rule of thumb.
 *
 * @param table table the purchases came from, qualified
 * @param customer column that says who bought
 * @param date column that says when
 * @param value column with the money; null when only purchases are counted
 * @param currency of the money, null where the table does not say
 * @param from day of the first purchase
 * @param until last day looked at
 * @param unit {@code day}, {@code week} or {@code month}; all times are in it
 * @param months horizon
 * @param discount yearly rate
 * @param customers customers
 * @param repeatCustomers those who bought again in another unit of time
 * @param purchases purchases, first ones among them
 * @param revenue what they came to, null without a value column
 * @param refunds what was paid back
 * @param fits the models on all data
 * @param money the model of purchase values, null when there is none
 * @param holdout how models and rules of thumb did on days they had not seen, null without any
 * @param chosen name of the simplest contender that is not significantly worse than the best
 * @param model the model that expectations come from; null when no fit can be relied on
 * @param expectedPurchases of all customers within the horizon; null without a model
 * @param expectedValue of all customers within the horizon, discounted; null without model or money
 * @param alive customers expected to buy still; null without a model
 * @param tracking repeat purchases so far, added up, as they were and as expected
 * @param segments customers by recency, frequency and money
 * @param spread how the expectation is spread over customers; null without a model and in results
 *     of earlier versions
 * @param warnings what a reader must know
 * @param valuesTable qualified name of the table with every customer's figures
 */
public record LifetimeValueResult(
    String table,
    String customer,
    String date,
    @Nullable String value,
    @Nullable String currency,
    LocalDate from,
    LocalDate until,
    String unit,
    int months,
    double discount,
    long customers,
    long repeatCustomers,
    long purchases,
    @Nullable Double revenue,
    Refunds refunds,
    List<FittedModel> fits,
    @Nullable FittedModel money,
    @Nullable Holdout holdout,
    String chosen,
    @Nullable String model,
    @Nullable Total expectedPurchases,
    @Nullable Total expectedValue,
    @Nullable Double alive,
    List<TrackingPoint> tracking,
    List<Segment> segments,
    @Nullable Spread spread,
    List<ScoringWarning> warnings,
    String valuesTable) {

  /**
   * Rows with a value below 0. Each is set against the customer's latest earlier purchase; one paid
   * back wholly counts as none.
   *
   * @param rows how many
   * @param amount what they come to, positive
   * @param withoutPurchase those of customers who had bought nothing before; left out
   */
  public record Refunds(long rows, double amount, long withoutPurchase) {}

  /**
   * @param name {@code bgnbd}, {@code mbgnbd}, {@code paretonbd}, {@code bgbb} or {@code
   *     gammagamma}
   * @param parameters in the paper's notation; times in {@link LifetimeValueResult#unit}
   * @param logLikelihood at these
   * @param customers it was learned from
   * @param converged whether the search for the maximum came to an end
   * @param starts from how many starts was searched
   * @param degenerate codes of what makes the fit unfit to be shown as truth; empty when nothing
   *     does
   */
  public record FittedModel(
      String name,
      List<Parameter> parameters,
      double logLikelihood,
      long customers,
      boolean converged,
      int starts,
      List<String> degenerate) {}

  /**
   * @param low lower end of a 95 % interval (curvature of the likelihood, on logarithms); null when
   *     the data do not determine it
   */
  public record Parameter(String name, double value, @Nullable Double low, @Nullable Double high) {}

  /**
   * A sum over all customers with a 95 % interval by the delta method: it says how far the estimate
   * of the parameters may be off, not what chance adds.
   */
  public record Total(double value, @Nullable Double low, @Nullable Double high) {}

  /**
   * @param from first day held out
   * @param until last day held out
   * @param customers customers who had bought before
   * @param purchases what they then bought
   * @param revenue what that came to, null without a value column
   * @param best contender with the smallest root mean squared error of purchases per customer
   * @param contenders rules of thumb first, then models
   * @param frequencies customers by what they had bought before, as the best model expected them;
   *     empty without a model
   */
  public record Holdout(
      LocalDate from,
      LocalDate until,
      long customers,
      double purchases,
      @Nullable Double revenue,
      String best,
      List<Contender> contenders,
      List<Frequency> frequencies) {

    public Holdout {
      // results of earlier versions have none
      frequencies = frequencies == null ? List.of() : frequencies;
    }
  }

  /**
   * Customers with as many repeat purchases before the holdout.
   *
   * @param repeats so many, the last of them so many or more
   * @param customers how many
   * @param actual purchases in the holdout, mean per customer
   * @param expected the same by the model with the smallest error
   */
  public record Frequency(int repeats, long customers, double actual, double expected) {}

  /**
   * @param tenths customers by what is expected of them, the best tenth first
   * @param alive customers by the probability that they still buy, ten bins from 0 to 1
   */
  public record Spread(List<Tenth> tenths, List<Long> alive) {}

  /**
   * @param customers how many
   * @param expected what they will bring, discounted; without money what they will buy
   * @param share of what is expected of all
   */
  public record Tenth(long customers, double expected, double share) {}

  /**
   * @param name {@code recent} (as much as in the latest period of that length), {@code rate} (past
   *     rate, past value) or a model's
   * @param purchases predicted for all
   * @param revenue predicted for all, null without a value column
   * @param maePurchases mean absolute error per customer
   * @param rmsePurchases root mean squared error per customer
   * @param correlation of predicted and actual purchases
   * @param rmseRevenue root mean squared error of the money per customer
   * @param topFifth share of the money (without a value column, of the purchases) that the fifth
   *     predicted best brought
   * @param p chance of an error so much larger than the best one's when both are as good (paired
   *     test of squared errors of purchases); null for the best itself
   */
  public record Contender(
      String name,
      double purchases,
      @Nullable Double revenue,
      double maePurchases,
      double rmsePurchases,
      double correlation,
      @Nullable Double rmseRevenue,
      double topFifth,
      @Nullable Double p) {}

  /**
   * @param on day up to which is added up
   * @param actual repeat purchases so far
   * @param expected by the model, learned before the holdout where there is one
   * @param heldOut whether the day is one the model had not seen
   */
  public record TrackingPoint(LocalDate on, double actual, double expected, boolean heldOut) {}

  /**
   * @param name {@code champions}, {@code loyal}, {@code new}, {@code promising}, {@code at-risk}
   *     or {@code lost}
   * @param customers how many
   * @param revenue what they brought so far
   * @param alive mean probability that they still buy; null without a model
   * @param expectedValue what they will bring, discounted; null without model or money
   */
  public record Segment(
      String name,
      long customers,
      @Nullable Double revenue,
      @Nullable Double alive,
      @Nullable Double expectedValue) {}

  /** Whether a rule of thumb is not significantly worse than the best model. */
  public boolean ruleOfThumbWins() {
    return chosen.equals("recent") || chosen.equals("rate");
  }
}
