package io.liftwerk.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.scoring.ModelEvaluation;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.plot.XYPlot;
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
        List.of(
            "random order",
            "simple rules  0.700",
            "logistic regression  0.760",
            "boosted trees  0.805"),
        names);
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
