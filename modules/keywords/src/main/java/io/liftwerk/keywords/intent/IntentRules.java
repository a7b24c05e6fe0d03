package io.liftwerk.keywords.intent;

import java.util.ArrayList;
import java.util.List;

/**
 * What {@code intent.yml} says.
 *
 * @param brands names of the own brand
 * @param competitors names of others
 * @param otherwise intent of what no rule fits
 * @param rules in the order in which they are tried
 */
public record IntentRules(
    List<String> brands, List<String> competitors, Intent otherwise, List<IntentRule> rules) {

  public IntentRules {
    brands = List.copyOf(brands);
    competitors = List.copyOf(competitors);
    rules = List.copyOf(rules);
  }

  /** The same with further brands and competitors. */
  public IntentRules with(List<String> moreBrands, List<String> moreCompetitors) {
    return new IntentRules(
        joined(brands, moreBrands), joined(competitors, moreCompetitors), otherwise, rules);
  }

  private static List<String> joined(List<String> some, List<String> more) {
    var all = new ArrayList<String>(some);
    more.stream().filter(name -> !all.contains(name)).forEach(all::add);
    return all;
  }
}
