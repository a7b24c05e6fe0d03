package io.liftwerk.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.keywords.KeywordResult;
import io.liftwerk.keywords.KeywordResult.Cluster;
import io.liftwerk.keywords.KeywordResult.Intent;
import io.liftwerk.keywords.KeywordResult.Standing;
import io.liftwerk.keywords.KeywordResult.Totals;
import io.liftwerk.keywords.KeywordResult.Unclustered;
import io.liftwerk.keywords.WordForm;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.jfree.chart.ChartRenderingInfo;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the money of searches goes, as a map and as bars. */
class KeywordFiguresTest {

  private static Cluster cluster(String name, int cost, Standing standing) {
    return new Cluster(
        name, name, 3, 100L, (long) cost, money(cost), money(1), money(9), 0.8, null, standing);
  }

  private static BigDecimal money(int amount) {
    return BigDecimal.valueOf(amount);
  }

  private static KeywordResult result(@Nullable BigDecimal cost, List<Cluster> clusters) {
    return new KeywordResult(
        "",
        "EUR",
        List.of(),
        new Totals(300, 200, 9000L, 1000L, cost, money(50), money(900)),
        null,
        0.1,
        null,
        WordForm.WHOLE,
        0,
        List.of(),
        clusters,
        new Unclustered(7, 100L, money(100), null),
        List.of(
            new Intent("transactional", 90, 600L, money(500), money(40), money(800)),
            new Intent("informational", 110, 400L, money(500), money(10), money(100))),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private static KeywordResult sample() {
    return result(
        money(1000),
        List.of(
            cluster("kletterschuh", 500, Standing.EARNS),
            cluster("gratis", 250, Standing.WASTES),
            cluster("seil", 100, Standing.OPEN),
            cluster("gebraucht", 50, Standing.WASTES)));
  }

  private static Figure map(KeywordResult result, String language) {
    return new KeywordFigures(result, Locale.of(language)).clusters().orElseThrow();
  }

  /** The title with ordinary blanks. */
  private static String plain(Figure figure) {
    return figure.title().replace('\u00a0', ' ');
  }

  @Test
  void everyEuroOfTheReportsIsOnTheMap() {
    Figure map = map(sample(), "en");
    assertTrue(map.isMap());
    double sum =
        map.layers().stream()
            .flatMap(layer -> layer.points().stream())
            .mapToDouble(Layer.Point::y)
            .sum();
    assertEquals(1000, sum, 1e-9);
    assertEquals("2 of 4 clusters waste money: 300 EUR, 30 %", plain(map).split(" of the")[0]);
    String csv = FigureExport.csv(map);
    assertTrue(csv.contains("wastes,gratis,250.0\r\n"), csv);
    assertTrue(csv.contains("the rest,in no cluster,100.0\r\n"), csv);
  }

  @Test
  void hundredsOfClustersAreMoreThanCanBeRead() {
    List<Cluster> many =
        IntStream.range(0, 200).mapToObj(i -> cluster("c" + i, 400 - i, Standing.OPEN)).toList();
    Figure map = map(result(money(60_100), many), "en");
    assertTrue(map.x().names().contains("152 smaller clusters"), () -> "" + map.x().names());
    assertEquals(50, map.x().names().size());
    assertEquals(
        "No cluster is certain to waste money; “c0” costs most, 1 % of it all", plain(map));
  }

  @Test
  void clicksStandForCostWhereNoReportTellsIt() {
    Figure map = map(result(null, List.of(cluster("seil", 400, Standing.OPEN))), "de");
    assertEquals("„seil“ hat die meisten Klicks, 40 % von allen", plain(map));
    assertEquals("Klicks", map.y().label());
    assertTrue(
        new KeywordFigures(result(money(1), List.of()), Locale.ENGLISH).clusters().isEmpty());
  }

  @Test
  void whatCostsMoreThanItBringsIsTheFinding() {
    Figure bars = new KeywordFigures(sample(), Locale.ENGLISH).intents().orElseThrow();
    assertEquals(
        "“information” takes 50 % of the cost and brings 20 % of the conversions", plain(bars));
    assertFalse(bars.isMap());
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de"})
  void everySentenceIsWhole(String language) {
    List<Figure> figures = new KeywordFigures(sample(), Locale.of(language)).all();
    assertEquals(2, figures.size());
    for (Figure figure : figures) {
      assertFalse((figure.title() + figure.subtitle() + figure.y().label()).contains("{"));
      assertTrue(FigureExport.svg(figure, ChartTheme.LIGHT, 500, 300).contains("<text"));
    }
  }

  /** ux-17: every area is painted in the colour of its standing, with words that can be read. */
  @ParameterizedTest
  @EnumSource(ChartTheme.class)
  void areasAreAsLargeAsTheirCost(ChartTheme theme) {
    BufferedImage image = FigureExport.image(map(sample(), "en"), theme, 600, 400, 1);
    int wastes = 0;
    int earns = 0;
    for (int x = 0; x < 600; x++) {
      for (int y = 0; y < 400; y++) {
        wastes += image.getRGB(x, y) == theme.of(Layer.Tone.SECOND).getRGB() ? 1 : 0;
        earns += image.getRGB(x, y) == theme.of(Layer.Tone.FIRST).getRGB() ? 1 : 0;
      }
    }
    assertEquals(300.0 / 500, (double) wastes / earns, 0.03);
    for (Layer.Tone tone : Layer.Tone.values()) {
      double contrast = ChartTheme.contrast(theme.of(tone), theme.on(theme.of(tone)));
      assertTrue(contrast > 3.5, () -> tone + " " + contrast);
    }
  }

  @Test
  void everyAreaTellsItsWholeName() {
    var info = new ChartRenderingInfo();
    var image = new BufferedImage(300, 200, BufferedImage.TYPE_INT_ARGB);
    var chart = map(sample(), "en").chart(ChartTheme.LIGHT);
    chart.draw(image.createGraphics(), new Rectangle2D.Double(0, 0, 300, 200), info);
    var told = new HashSet<String>();
    for (Object each : info.getEntityCollection().getEntities()) {
      told.add(String.valueOf(((org.jfree.chart.entity.ChartEntity) each).getToolTipText()));
    }
    assertTrue(told.contains("gebraucht: 50 · wastes"), told::toString);
  }

  @Test
  void rectanglesFillTheWholeInTheirSizesAndAreNearlySquare() {
    var random = new Random(11);
    var whole = new Rectangle2D.Double(10, 20, 640, 300);
    for (int round = 0; round < 50; round++) {
      List<Double> sizes =
          new ArrayList<>(random.doubles(1 + random.nextInt(60), 1, 100).boxed().toList());
      sizes.sort((one, other) -> Double.compare(other, one));
      double sum = sizes.stream().mapToDouble(size -> size).sum();
      List<Rectangle2D> places = Treemap.of(sizes, whole);
      assertEquals(sizes.size(), places.size());
      for (int i = 0; i < places.size(); i++) {
        Rectangle2D place = places.get(i);
        assertEquals(sizes.get(i) / sum, place.getWidth() * place.getHeight() / (640 * 300), 1e-9);
        assertTrue(
            new Rectangle2D.Double(9.999, 19.999, 640.002, 300.002).contains(place),
            place::toString);
        for (int j = 0; j < i; j++) {
          Rectangle2D both = place.createIntersection(places.get(j));
          assertTrue(both.getWidth() < 1e-6 || both.getHeight() < 1e-6, "they overlap");
        }
      }
    }
    List<Rectangle2D> equal = Treemap.of(List.of(1.0, 1.0, 1.0, 1.0), whole);
    assertTrue(equal.stream().allMatch(place -> place.getWidth() / place.getHeight() < 2.2));
    assertEquals(List.of(), Treemap.of(List.of(), whole));
  }
}
