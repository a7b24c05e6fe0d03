package io.liftwerk.keywords.mapping;

import io.liftwerk.keywords.account.Channel;
import io.liftwerk.keywords.account.MatchType;
import io.liftwerk.keywords.mapping.Rivalry.Place;
import io.liftwerk.keywords.mapping.Rivalry.Reason;
import io.liftwerk.text.Words;
import io.liftwerk.text.Words.Word;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Gathers a report's rows, one after the other, and tells which campaigns, ad groups and keywords
 * catch each term and where they get in each other's way. Terms that differ in case or accents are
 * one; the order of rows does not matter. Memory grows with the different terms and their routes,
 * not with the rows.
 */
public final class Routing {
  private static final Comparator<String> BY_NAME = Comparator.naturalOrder();

  private final Map<Key, Term> terms = new HashMap<>();

  private record Key(Channel channel, String folded) {}

  private record Way(
      String campaign,
      @Nullable String adGroup,
      @Nullable String keyword,
      @Nullable MatchType match) {}

  private record Group(String campaign, @Nullable String adGroup) {}

  private static final class Term {
    final Map<String, Long> spellings = new TreeMap<>();
    final Map<Way, Figures> ways = new HashMap<>();
  }

  public void add(SearchRow row) {
    Term term = terms.computeIfAbsent(new Key(row.channel(), folded(row.words())), k -> new Term());
    term.spellings.merge(row.term(), row.figures().clicks(), Long::sum);
    term.ways.merge(
        new Way(row.campaign(), row.adGroup(), row.keyword(), row.match()),
        row.figures(),
        Figures::plus);
  }

  /** Every term with its routes, the most expensive first. */
  public List<TermRoutes> routes() {
    return terms.entrySet().stream()
        .map(entry -> routes(entry.getKey().channel, entry.getValue()))
        .sorted(
            Comparator.comparing((TermRoutes t) -> t.figures().cost())
                .thenComparing(t -> t.figures().clicks())
                .reversed()
                .thenComparing(TermRoutes::channel)
                .thenComparing(TermRoutes::term))
        .toList();
  }

  /** Terms in several ad groups of their channel, those with the most spent outside first. */
  public List<Rivalry> rivalries() {
    return terms.entrySet().stream()
        .filter(
            entry ->
                entry.getValue().ways.keySet().stream().map(Routing::group).distinct().count() > 1)
        .map(entry -> rivalry(entry.getKey(), entry.getValue()))
        .sorted(
            Comparator.comparing((Rivalry r) -> r.outside().cost())
                .thenComparing(r -> r.outside().clicks())
                .reversed()
                .thenComparing(Rivalry::channel)
                .thenComparing(Rivalry::term))
        .toList();
  }

  private static TermRoutes routes(Channel channel, Term term) {
    List<Route> routes =
        term.ways.entrySet().stream()
            .map(way -> route(way.getKey(), way.getValue()))
            .sorted(
                Comparator.comparing((Route r) -> r.figures().cost())
                    .thenComparing(r -> r.figures().clicks())
                    .reversed()
                    .thenComparing(Routing::name, BY_NAME))
            .toList();
    return new TermRoutes(
        channel,
        spelling(term),
        routes,
        routes.stream().map(Route::figures).reduce(Figures.NONE, Figures::plus));
  }

  private static Rivalry rivalry(Key key, Term term) {
    Map<Group, List<Route>> groups =
        term.ways.entrySet().stream()
            .collect(
                Collectors.groupingBy(
                    way -> group(way.getKey()),
                    Collectors.mapping(
                        way -> route(way.getKey(), way.getValue()), Collectors.toList())));
    List<Contender> contenders =
        groups.values().stream()
            .map(routes -> contender(key.folded, routes))
            .sorted(Contender.BEST)
            .toList();
    Contender winner = contenders.getFirst();
    List<Place> places = new ArrayList<>();
    places.add(winner.place);
    contenders.stream()
        .skip(1)
        .map(Contender::place)
        .sorted(
            Comparator.comparing((Place p) -> p.figures().cost())
                .reversed()
                .thenComparing(p -> name(p.best()), BY_NAME))
        .forEach(places::add);
    Figures outside =
        places.stream().skip(1).map(Place::figures).reduce(Figures.NONE, Figures::plus);
    return new Rivalry(
        key.channel,
        spelling(term),
        places,
        winner.reason(contenders.get(1)),
        outside,
        share(outside, outside.plus(winner.place.figures())));
  }

  private static double share(Figures part, Figures whole) {
    Figures.Measure measure = whole.measure();
    double all = whole.demand(measure);
    return all > 0 ? part.demand(measure) / all : 0;
  }

  /**
   * An ad group and how well it meets a term.
   *
   * @param rank 0 for an exact keyword of the same words, 1 for exact, 2 phrase, 3 broad, 4 none
   */
  private record Contender(Place place, int rank) {
    static final Comparator<Contender> BEST =
        Comparator.comparingInt(Contender::rank)
            .thenComparing(c -> c.figures().conversions(), Comparator.reverseOrder())
            .thenComparing(Contender::costOfConversions)
            .thenComparing(c -> c.figures().clicks(), Comparator.reverseOrder())
            .thenComparing(c -> name(c.place.best()), BY_NAME);

    Figures figures() {
      return place.figures();
    }

    /** Cost counts once there are conversions that it paid for. */
    BigDecimal costOfConversions() {
      return figures().conversions().signum() > 0 ? figures().cost() : BigDecimal.ZERO;
    }

    Reason reason(Contender second) {
      if (rank < second.rank) {
        return rank == 0 ? Reason.EXACT_KEYWORD : Reason.NARROWER_MATCH;
      }
      if (figures().conversions().compareTo(second.figures().conversions()) != 0) {
        return Reason.MORE_CONVERSIONS;
      }
      if (costOfConversions().compareTo(second.costOfConversions()) != 0) {
        return Reason.LESS_COST;
      }
      return figures().clicks() == second.figures().clicks() ? Reason.NONE : Reason.MORE_CLICKS;
    }
  }

  private static Contender contender(String term, List<Route> routes) {
    Route best =
        routes.stream()
            .min(
                Comparator.comparingInt((Route route) -> rank(term, route))
                    .thenComparing(r -> r.figures().cost(), Comparator.reverseOrder())
                    .thenComparing(Routing::name, BY_NAME))
            .orElseThrow();
    Figures figures = routes.stream().map(Route::figures).reduce(Figures.NONE, Figures::plus);
    return new Contender(new Place(best, figures), rank(term, best));
  }

  private static int rank(String term, Route route) {
    return switch (route.match()) {
      case EXACT ->
          route.keyword() != null && folded(Words.of(route.keyword())).equals(term) ? 0 : 1;
      case PHRASE -> 2;
      case BROAD -> 3;
      case null -> 4;
    };
  }

  private static Route route(Way way, Figures figures) {
    return new Route(way.campaign, way.adGroup, way.keyword, way.match, figures);
  }

  private static Group group(Way way) {
    return new Group(way.campaign, way.adGroup);
  }

  private static String spelling(Term term) {
    return term.spellings.entrySet().stream()
        .min(
            Map.Entry.<String, Long>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .orElse("");
  }

  private static String name(Route route) {
    return String.join(
        "\u0000",
        route.campaign(),
        route.adGroup() == null ? "" : route.adGroup(),
        route.keyword() == null ? "" : route.keyword(),
        String.valueOf(route.match()));
  }

  private static String folded(List<Word> words) {
    return words.stream().map(Word::folded).collect(Collectors.joining(" "));
  }
}
