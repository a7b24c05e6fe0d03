package io.liftwerk.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.experiments.AbTestResult;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds of every figure of scoring, lifetime value and experiments. */
class AllFiguresTest {

  private static Figure named(String name) {
    return AllFigures.of(Locale.ENGLISH).stream()
        .filter(figure -> figure.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de"})
  void everyFigureStatesItsFindingAndTheUnitsOfItsAxes(String language) {
    List<Figure> figures = AllFigures.of(Locale.of(language));
    int comparisons = 4 + 3; // means have no figure of rates
    int uplift = 5 + 4; // no profit where no value was given
    assertEquals(12 * 2 + 6 + 4 + comparisons + uplift + 3 * 2 + 2 * 3, figures.size());
    for (Figure figure : figures) {
      assertTrue(figure.title().length() > 15, figure.name());
      assertFalse(figure.title().contains("{"), figure.title());
      assertFalse(figure.subtitle().isBlank() || figure.subtitle().contains("{"), figure.name());
      assertFalse(figure.y().label().isBlank(), figure.name());
      assertTrue(
          !figure.x().label().isBlank() || figure.x().scale() == Axis.Scale.NAMES, figure.name());
    }
  }

  /** ux-17: in both themes, as picture and as numbers. */
  @Test
  void everyFigureCanBeDrawnAndExported() {
    for (Figure figure : AllFigures.of(Locale.GERMAN)) {
      for (ChartTheme theme : ChartTheme.values()) {
        String svg = FigureExport.svg(figure, theme, 420, 280);
        assertTrue(svg.contains("<text"), figure.name());
      }
      String csv = FigureExport.csv(figure);
      long lines =
          figure.layers().stream()
              .mapToLong(
                  layer ->
                      layer instanceof Layer.Intervals several
                          ? 3L * several.intervals().size()
                          : layer.points().size())
              .sum();
      assertEquals(lines + 1, csv.lines().count(), figure.name());
    }
  }

  @Test
  void numbersLieInsideTheirAxes() {
    for (Figure figure : AllFigures.of(Locale.ENGLISH)) {
      for (Layer layer : figure.layers()) {
        for (Layer.Point point : layer.points()) {
          double slack = 1e-6 + 0.01 * figure.y().width();
          assertTrue(
              point.x() >= figure.x().low() - slack && point.x() <= figure.x().high() + slack,
              figure.name() + " x " + point);
          assertTrue(
              point.y() >= figure.y().low() - slack && point.y() <= figure.y().high() + slack,
              figure.name() + " y " + point);
        }
      }
    }
  }

  @Test
  void curvesOfOneFigureDifferInColour() {
    for (Figure figure : AllFigures.of(Locale.ENGLISH)) {
      var tones = new HashSet<Layer.Tone>();
      long curves = 0;
      for (Layer layer : figure.layers()) {
        if (layer instanceof Layer.Line line) {
          curves++;
          tones.add(line.tone());
        }
      }
      assertEquals(curves, tones.size(), figure.name());
    }
  }

  @Test
  void namesStandWhereTheyCoverLeast() {
    Figure survival = named("survival-groups");
    Figure tracking = named("tracking");
    assertNotEquals(
        Keys.Corner.UPPER_RIGHT, Keys.corner(tracking, Keys.of(tracking)), "it rises to there");
    assertEquals(
        Keys.Corner.LOWER_RIGHT, Keys.corner(survival, Keys.of(survival)), "it falls from above");
  }

  @Test
  void ratiosAreExportedAsRatiosAndNamesAsNames() {
    String csv = FigureExport.csv(named("hazards"));
    assertTrue(csv.contains(",tariff = plus,2.4"), csv);
    assertTrue(csv.contains(" ↓\",tariff = plus,1.6"), csv);
    assertTrue(FigureExport.csv(named("importance")).contains(",contract,0.071"));
  }

  /** A picture would claim what cannot be told. */
  @Test
  void armsOfAnotherSizeThanPlannedAreNotDrawn() {
    AbTestResult drawn = ExperimentResults.comparison(true);
    var uneven =
        new AbTestResult(
            drawn.table(),
            drawn.arm(),
            drawn.control(),
            drawn.looks(),
            drawn.alpha(),
            drawn.verdict(),
            drawn.arms(),
            new AbTestResult.SampleRatio(0.0001, false, 18, 2),
            drawn.metrics(),
            drawn.correction(),
            null,
            List.of(),
            drawn.series(),
            List.of(),
            List.of(),
            null,
            null,
            List.of());
    assertEquals(List.of(), new AbTestFigures(uneven, Locale.ENGLISH).all());
  }

  @Test
  void titlesSayNoMoreThanExperimentsShow() {
    assertEquals(
        List.of(
            "1 of 3 effects is significant, most clearly visit in women: +42.5\u00a0%",
            "The effect may be chance"),
        titles("effects"));
    assertEquals(
        List.of(
            "t-logistic ranks better than chance: Qini 0.066, chance reaches 0.023",
            "t-logistic ranks no better than chance: Qini 0.000, chance reaches 0.023"),
        titles("uplift-qini"));
    assertEquals(
        "The even split loses 100 outcomes; no policy loses less", titles("bandit-lost").getLast());
    assertEquals(
        List.of(
            "“best-seen” would bring more than the logged policy",
            "“best-seen” would bring less than the logged policy",
            "The log does not show that “best-seen” would differ"),
        titles("bandit-estimates"));
  }

  private static List<String> titles(String name) {
    return AllFigures.of(Locale.ENGLISH).stream()
        .filter(figure -> figure.name().equals(name))
        .map(Figure::title)
        .toList();
  }

  @Test
  void weeklyPurchasesAreTheDifferencesOfThoseAddedUp() {
    Figure steps = named("increments");
    Layer actual = steps.layers().getLast();
    assertTrue(actual.points().stream().allMatch(point -> Math.abs(point.y() - 10) < 1e-9));
    assertEquals(
        "In the days held out 200 repeat purchases came, 180 were expected", steps.title());
  }
}
