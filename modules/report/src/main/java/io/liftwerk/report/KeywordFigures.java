package io.liftwerk.report;

import io.liftwerk.keywords.KeywordResult;
import io.liftwerk.keywords.KeywordResult.Cluster;
import io.liftwerk.keywords.KeywordResult.Intent;
import io.liftwerk.keywords.KeywordResult.Standing;
import io.liftwerk.keywords.KeywordResult.Totals;
import io.liftwerk.keywords.KeywordResult.Unclustered;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Where the money of searches goes: by what belongs together, and by what people wanted. Where no
 * report tells a cost, clicks stand for it.
 */
public final class KeywordFigures {
  private static final int MOST = 48;

  private final KeywordResult result;
  private final Locale locale;
  private final ReportTexts texts;
  private final boolean cost;
  private final double whole;

  /**
   * @param locale language of the sentences and of the numbers
   */
  public KeywordFigures(KeywordResult result, Locale locale) {
    this.result = result;
    this.locale = locale;
    this.texts = new ReportTexts(locale);
    Totals totals = result.totals();
    this.cost = totals.cost() != null && totals.cost().signum() > 0;
    this.whole = size(totals.cost(), totals.clicks());
  }

  /** Every figure there is something to draw for. */
  public List<Figure> all() {
    return java.util.stream.Stream.of(clusters(), intents()).flatMap(Optional::stream).toList();
  }

  private double size(@Nullable BigDecimal money, @Nullable Long clicks) {
    if (cost) {
      return money == null ? 0 : money.doubleValue();
    }
    return clicks == null ? 0 : clicks;
  }

  private double size(Cluster cluster) {
    return size(cluster.cost(), cluster.clicks());
  }

  /** A map of the clusters by cost; empty without any that costs something. */
  public Optional<Figure> clusters() {
    List<Cluster> all =
        result.clusters().stream()
            .filter(cluster -> size(cluster) > 0)
            .sorted(Comparator.comparingDouble((Cluster cluster) -> -size(cluster)))
            .toList();
    if (all.isEmpty()) {
      return Optional.empty();
    }
    List<Cluster> shown = all.subList(0, Math.min(MOST, all.size()));
    var names = new ArrayList<>(shown.stream().map(Cluster::name).toList());
    var layers = new ArrayList<Layer>();
    for (Standing standing : Standing.values()) {
      areas(shown, standing).ifPresent(layers::add);
    }
    double further = all.subList(shown.size(), all.size()).stream().mapToDouble(this::size).sum();
    rest(
        texts.text("keywords.clusters.further", all.size() - shown.size()), further, names, layers);
    Unclustered none = result.unclustered();
    rest(
        texts.text("keywords.clusters.none"),
        none == null ? 0 : size(none.cost(), none.clicks()),
        names,
        layers);
    double most =
        layers.stream()
            .flatMap(layer -> layer.points().stream())
            .mapToDouble(Layer.Point::y)
            .max()
            .orElse(1);
    return Optional.of(
        new Figure(
            "keyword-clusters",
            title(all),
            texts.text(
                cost ? "keywords.clusters.subtitle" : "keywords.clusters.subtitle.clicks",
                all.size(),
                currency()),
            Axis.names(texts.text("keywords.cluster"), names),
            Axis.upTo(unit(), most, Axis.Scale.COUNT),
            layers,
            locale));
  }

  private Optional<Layer> areas(List<Cluster> shown, Standing standing) {
    List<Layer.Point> points =
        IntStream.range(0, shown.size())
            .filter(i -> shown.get(i).standing() == standing)
            .mapToObj(i -> new Layer.Point(i, size(shown.get(i))))
            .toList();
    return points.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Layer.Areas(
                texts.text("keywords.standing." + standing.name().toLowerCase(Locale.ROOT)),
                points,
                tone(standing)));
  }

  /** Orange and blue stay apart for colour-blind readers. */
  private static Layer.Tone tone(Standing standing) {
    return switch (standing) {
      case WASTES -> Layer.Tone.SECOND;
      case EARNS -> Layer.Tone.FIRST;
      case OPEN -> Layer.Tone.QUIET;
    };
  }

  private void rest(String name, double size, List<String> names, List<Layer> layers) {
    if (size > 0) {
      layers.add(
          new Layer.Areas(
              texts.text("keywords.rest"),
              List.of(new Layer.Point(names.size(), size)),
              Layer.Tone.QUIET));
      names.add(name);
    }
  }

  private String title(List<Cluster> all) {
    Cluster largest = all.getFirst();
    if (!cost) {
      return texts.text(
          "keywords.clusters.title.clicks", largest.name(), texts.percent(size(largest) / whole));
    }
    List<Cluster> wasting =
        all.stream().filter(cluster -> cluster.standing() == Standing.WASTES).toList();
    double wasted = wasting.stream().mapToDouble(this::size).sum();
    return switch (wasting.size()) {
      case 0 ->
          texts.text(
              "keywords.clusters.title.none", largest.name(), texts.percent(size(largest) / whole));
      case 1 ->
          texts.text(
              "keywords.clusters.title.one",
              wasting.getFirst().name(),
              money(wasted),
              texts.percent(wasted / whole));
      default ->
          texts.text(
              "keywords.clusters.title.many",
              wasting.size(),
              all.size(),
              money(wasted),
              texts.percent(wasted / whole));
    };
  }

  private String money(double amount) {
    return texts.decimal(amount, 0) + (currency().isEmpty() ? "" : "\u00a0" + currency());
  }

  private String currency() {
    String code = result.currency();
    return code == null || !cost ? "" : code;
  }

  private String unit() {
    String code = currency();
    return !cost
        ? texts.text("keywords.clicks")
        : code.isEmpty() ? texts.text("keywords.cost") : texts.text("keywords.cost.in", code);
  }

  /** What people wanted, by its share of cost and of conversions; empty without any intent. */
  public Optional<Figure> intents() {
    List<Intent> intents =
        result.intents().stream().filter(one -> size(one.cost(), one.clicks()) > 0).toList();
    if (intents.isEmpty() || !(whole > 0)) {
      return Optional.empty();
    }
    BigDecimal all = result.totals().conversions();
    boolean converted = all != null && all.signum() > 0;
    var spent = new ArrayList<Layer.Point>();
    var brought = new ArrayList<Layer.Point>();
    for (int i = 0; i < intents.size(); i++) {
      spent.add(new Layer.Point(converted ? i - 0.17 : i, share(intents.get(i))));
      if (all != null && converted) {
        brought.add(new Layer.Point(i + 0.17, conversions(intents.get(i), all)));
      }
    }
    var layers = new ArrayList<Layer>();
    layers.add(
        new Layer.Bars(
            texts.text(cost ? "keywords.intents.cost" : "keywords.intents.clicks"),
            spent,
            Layer.Tone.FIRST,
            converted ? 0.3 : 0.6));
    if (converted) {
      layers.add(
          new Layer.Bars(
              texts.text("keywords.intents.conversions"), brought, Layer.Tone.SECOND, 0.3));
    }
    double most =
        layers.stream()
            .flatMap(layer -> layer.points().stream())
            .mapToDouble(Layer.Point::y)
            .max()
            .orElse(1);
    return Optional.of(
        new Figure(
            "keyword-intents",
            title(intents, converted ? all : null),
            texts.text("keywords.intents.subtitle", result.totals().terms()),
            Axis.names("", intents.stream().map(one -> intent(one.intent())).toList()),
            // room for the number at the longest bar's end
            Axis.upTo(texts.text("keywords.intents.x"), most * 1.12, Axis.Scale.SHARE),
            layers,
            locale));
  }

  private double share(Intent one) {
    return size(one.cost(), one.clicks()) / whole;
  }

  private static double conversions(Intent one, BigDecimal all) {
    BigDecimal own = one.conversions();
    return own == null ? 0 : own.doubleValue() / all.doubleValue();
  }

  private String title(List<Intent> intents, @Nullable BigDecimal all) {
    Intent first =
        intents.stream()
            .max(
                Comparator.comparingDouble(
                    one -> all == null ? share(one) : share(one) - conversions(one, all)))
            .orElseThrow();
    String what = intent(first.intent());
    return all == null
        ? texts.text(
            cost ? "keywords.intents.title.cost" : "keywords.intents.title.clicks",
            what,
            texts.percent(share(first)))
        : texts.text(
            cost ? "keywords.intents.title" : "keywords.intents.title.both",
            what,
            texts.percent(share(first)),
            texts.percent(conversions(first, all)));
  }

  private String intent(String name) {
    String key = "keywords.intent." + name.toLowerCase(Locale.ROOT);
    return texts.has(key) ? texts.text(key) : name;
  }
}
