package io.liftwerk.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.scoring.ModelEvaluation;
import io.liftwerk.scoring.ScoringOptions.Purpose;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.AbstractXYItemRenderer;
import org.junit.jupiter.api.Test;

class LeadFiguresTest {
  private final LeadFigures english = new LeadFigures(LeadResults.sample(), Locale.ENGLISH);
  private final LeadFigures german = new LeadFigures(LeadResults.sample(), Locale.GERMANY);
  private final ModelEvaluation chosen = LeadResults.sample().chosenModel();

  @Test
  void gainsAreTheRecordsOwn() {
    Layer curve = layer(english.gains(), Layer.Line.class);
    assertEquals(0, curve.points().getFirst().y());
    for (ModelEvaluation.Decile decile : chosen.deciles()) {
      assertEquals(
          new Layer.Point(decile.decile() / 10.0, decile.gain()),
          curve.points().get(decile.decile()));
    }
    assertEquals(
        new Layer.Point(0.2, chosen.deciles().get(1).gain()),
        layer(english.gains(), Layer.Mark.class).points().getFirst());
  }

  @Test
  void liftStandsOverABaselineOfOne() {
    Figure lift = english.lift();
    assertEquals(
        chosen.deciles().stream().map(ModelEvaluation.Decile::lift).toList(),
        layer(lift, Layer.Bars.class).points().stream().map(Layer.Point::y).toList());
    assertTrue(
        layer(lift, Layer.Baseline.class).points().stream().allMatch(point -> point.y() == 1));
  }

  @Test
  void drawnSeriesHoldTheSameNumbers() {
    Figure calibration = english.calibration();
    XYPlot plot = calibration.chart(ChartTheme.DARK).getXYPlot();
    assertEquals(2, plot.getDatasetCount());
    for (int i = 0; i < chosen.calibration().size(); i++) {
      assertEquals(chosen.calibration().get(i).predicted(), plot.getDataset(1).getXValue(0, i));
      assertEquals(chosen.calibration().get(i).observed(), plot.getDataset(1).getYValue(0, i));
    }
  }

  @Test
  void rocShowsEveryModelAndTheDiagonal() {
    List<String> names = english.roc().layers().stream().map(Layer::name).toList();
    assertEquals(
        4,
        english.roc().layers().stream()
            .filter(Layer.Line.class::isInstance)
            .map(layer -> ((Layer.Line) layer).tone())
            .distinct()
            .count(),
        "each in a colour of its own");
    assertEquals(
        List.of(
            "random order",
            "simple rules  0.700",
            "logistic regression  0.760",
            "random forest  0.795",
            "boosted trees  0.805"),
        names);
  }

  /** A bar as high as the reference line has its value above the line, not across it. */
  @Test
  void noValueOfABarIsCrossedByTheBaseline() {
    Figure lift = english.lift();
    XYPlot plot = lift.chart(ChartTheme.LIGHT).getXYPlot();
    for (Object annotation : ((AbstractXYItemRenderer) plot.getRenderer(0)).getAnnotations()) {
      var label = (XYTextAnnotation) annotation;
      double height = 0.09 * lift.y().width();
      assertTrue(label.getY() > 1 || label.getY() + height <= 1, label.getText());
    }
  }

  @Test
  void theProfitCurveMarksWhatWasChosen() {
    Figure profit =
        new LeadFigures(LeadResults.detailed(Purpose.LEADS), Locale.ENGLISH).profit().orElseThrow();
    assertEquals(new Layer.Point(0.2, 3562), layer(profit, Layer.Mark.class).points().getFirst());
    assertEquals(
        "Contacting the best 20\u00a0% earns 3,562 per 1,000 leads, everybody 600", profit.title());
    assertTrue(english.profit().isEmpty(), "no value of a win, no curve");
  }

  @Test
  void churnIsToldInItsOwnWords() {
    var churn = new LeadFigures(LeadResults.detailed(Purpose.CHURN), Locale.ENGLISH);
    assertEquals(
        "The 20\u00a0% at the highest risk hold 57\u00a0% of those who left",
        churn.gains().title());
    for (Figure figure : churn.all()) {
      assertFalse(
          (figure.title() + figure.x().label()).matches(".*\\b(wins?|leads?)\\b.*"),
          figure.title());
    }
  }

  @Test
  void titlesStateTheFindingInTheReadersLanguage() {
    assertEquals(
        "Calling the top 20\u00a0% reaches 57\u00a0% of the wins", english.gains().title());
    assertEquals(
        "Die besten 20\u00a0% anzurufen erreicht 57\u00a0% der Abschlüsse", german.gains().title());
    assertTrue(german.lift().title().contains("3,4-mal"), german.lift().title());
    assertTrue(german.gains().subtitle().contains("12.356"), german.gains().subtitle());
  }

  private static Layer layer(Figure figure, Class<? extends Layer> kind) {
    return figure.layers().stream().filter(kind::isInstance).findFirst().orElseThrow();
  }
}
