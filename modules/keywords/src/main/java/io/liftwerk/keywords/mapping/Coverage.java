package io.liftwerk.keywords.mapping;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far a site answers what a cluster of terms asks for.
 *
 * @param topic the cluster's name
 * @param terms how many terms it has
 * @param without those without a page, most in demand first
 * @param demand what all of them brought
 * @param lost what those without a page brought
 * @param share share of the demand that has a page, 0 to 1: of the cost, of the clicks where
 *     nothing was spent, of the impressions where nothing was clicked
 * @param url page that most of the demand should lead to; null when there is none
 */
public record Coverage(
    String topic,
    int terms,
    List<String> without,
    Figures demand,
    Figures lost,
    double share,
    @Nullable String url) {

  /** Share of the demand with a page below which a topic is a gap. */
  public static final double GAP = 0.5;

  public Coverage {
    without = List.copyOf(without);
  }

  /** Whether most of the demand has no page. */
  public boolean isGap() {
    return share < GAP;
  }

  /** How far {@code pages} answer the terms of {@code topic}. */
  public static Coverage of(String topic, List<TermDemand> terms, LandingPages pages) {
    Figures demand = terms.stream().map(TermDemand::figures).reduce(Figures.NONE, Figures::plus);
    Figures.Measure measure = demand.measure();
    Figures lost = Figures.NONE;
    List<TermDemand> without = new ArrayList<>();
    Map<String, Double> urls = new HashMap<>();
    int answered = 0;
    for (TermDemand term : terms.stream().sorted(Comparator.comparing(TermDemand::term)).toList()) {
      Optional<PageMatch> best = pages.best(term.words());
      if (best.isPresent()) {
        answered++;
        urls.merge(best.get().page().url(), term.figures().demand(measure), Double::sum);
      } else {
        lost = lost.plus(term.figures());
        without.add(term);
      }
    }
    double all = demand.demand(measure);
    double share =
        all > 0
            ? 1 - lost.demand(measure) / all
            : terms.isEmpty() ? 0 : (double) answered / terms.size();
    return new Coverage(
        topic,
        terms.size(),
        without.stream()
            .sorted(
                Comparator.comparingDouble((TermDemand t) -> t.figures().demand(measure))
                    .reversed()
                    .thenComparing(TermDemand::term))
            .map(TermDemand::term)
            .toList(),
        demand,
        lost,
        share,
        urls.entrySet().stream()
            .min(
                Map.Entry.<String, Double>comparingByValue()
                    .reversed()
                    .thenComparing(Map.Entry.comparingByKey()))
            .map(Map.Entry::getKey)
            .orElse(null));
  }

  /** Topics most of whose demand has no page, those with the most lost demand first. */
  public static List<Coverage> gaps(List<Coverage> topics) {
    Figures.Measure measure =
        topics.stream().map(Coverage::demand).reduce(Figures.NONE, Figures::plus).measure();
    return topics.stream()
        .filter(Coverage::isGap)
        .sorted(
            Comparator.comparingDouble((Coverage c) -> c.lost.demand(measure))
                .reversed()
                .thenComparing(Coverage::topic))
        .toList();
  }
}
