package io.liftwerk.scoring.models;

import io.liftwerk.scoring.features.Column;
import io.liftwerk.scoring.features.Dataset;
import io.liftwerk.scoring.features.Work;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * The learned rules, strongest first: a row has the rate of the first that holds.
 *
 * @param otherwise rate of the rows that no rule covers
 * @param rate rate of all
 */
public record Rules(List<Rule> rules, double otherwise, double rate) implements Predictor {

  /** Rows of the base rate that every rule's rate is mixed with. */
  private static final double PRIOR_ROWS = 10;

  /** One or two conditions that must all hold. */
  public record Rule(List<Condition> conditions, double rate) {
    boolean holds(List<Column> columns, int row) {
      for (Condition condition : conditions) {
        if (!condition.holds(columns.get(condition.column()), row)) {
          return false;
        }
      }
      return true;
    }
  }

  @Override
  public double[] logOdds(Dataset data, int[] rows, Work work) {
    double[] scores = rates(data, rows);
    for (int i = 0; i < scores.length; i++) {
      scores[i] = Predictor.logOdds(scores[i]);
    }
    return scores;
  }

  /** The rule's share, in equal parts, is its conditions'. */
  @Override
  public double[] contributions(Dataset data, int row) {
    var parts = new double[data.columns().size()];
    int rule = first(data, row);
    if (rule >= 0) {
      List<Condition> conditions = rules.get(rule).conditions();
      double whole = Predictor.logOdds(rules.get(rule).rate()) - base();
      for (Condition condition : conditions) {
        parts[condition.column()] += whole / conditions.size();
      }
    }
    return parts;
  }

  @Override
  public double base() {
    return Predictor.logOdds(otherwise);
  }

  @Override
  public long effort() {
    return 10;
  }

  double[] rates(Dataset data, int[] rows) {
    var rates = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      int rule = first(data, rows[i]);
      rates[i] = rule < 0 ? otherwise : rules.get(rule).rate();
    }
    return rates;
  }

  /** The same conditions with the rates, and so the order, of other rows. */
  public Rules rated(Dataset data, int[] rows) {
    double all = data.positives(rows) / (double) rows.length;
    List<Rule> ordered = rules;
    for (int pass = 0; pass < 2; pass++) { // order by rate, then the rates in that order
      Rules given = new Rules(ordered, otherwise, all);
      var hits = new long[ordered.size() + 1];
      var yes = new long[ordered.size() + 1];
      for (int row : rows) {
        int rule = given.first(data, row);
        int place = rule < 0 ? ordered.size() : rule;
        hits[place]++;
        yes[place] += data.yes(row) ? 1 : 0;
      }
      var next = new ArrayList<Rule>();
      for (int i = 0; i < ordered.size(); i++) {
        next.add(new Rule(ordered.get(i).conditions(), mixed(yes[i], hits[i], all)));
      }
      if (pass == 1) {
        return new Rules(
            List.copyOf(next), mixed(yes[ordered.size()], hits[ordered.size()], all), all);
      }
      next.sort(Comparator.comparingDouble(Rule::rate).reversed());
      ordered = next;
    }
    throw new IllegalStateException("two passes end in the second");
  }

  private static double mixed(long yes, long rows, double base) {
    return (yes + PRIOR_ROWS * base) / (rows + PRIOR_ROWS);
  }

  private int first(Dataset data, int row) {
    for (int i = 0; i < rules.size(); i++) {
      if (rules.get(i).holds(data.columns(), row)) {
        return i;
      }
    }
    return -1;
  }

  /** {@code poutcome = success and contact = cellular: 62 % (base 11 %)}. */
  public List<String> words(Dataset data) {
    return rules.stream().map(rule -> words(rule, data.columns())).toList();
  }

  private String words(Rule rule, List<Column> columns) {
    List<String> parts =
        rule.conditions().stream()
            .map(condition -> condition.words(columns.get(condition.column())))
            .toList();
    String own = percent(rule.rate());
    return parts.size() == 1
        ? "%s: %s (base %s)".formatted(parts.getFirst(), own, percent(rate))
        : "%s and %s: %s (base %s)"
            .formatted(parts.getFirst(), parts.getLast(), own, percent(rate));
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, share < 0.0995 ? "%.1f %%" : "%.0f %%", 100 * share);
  }
}
