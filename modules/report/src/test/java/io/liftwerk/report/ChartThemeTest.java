package io.liftwerk.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.util.Locale;
import org.jfree.chart.JFreeChart;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** ux-17: charts follow the theme and can be read in it. */
class ChartThemeTest {

  @ParameterizedTest
  @EnumSource(ChartTheme.class)
  void everyChartTakesItsColoursFromTheTheme(ChartTheme theme) {
    for (Figure figure : new LeadFigures(LeadResults.sample(), Locale.ENGLISH).all()) {
      JFreeChart chart = figure.chart(theme);
      assertEquals(theme.background(), chart.getBackgroundPaint());
      assertEquals(theme.background(), chart.getPlot().getBackgroundPaint());
      assertEquals(theme.text(), chart.getTitle().getPaint());
      assertEquals(theme.muted(), chart.getXYPlot().getDomainAxis().getTickLabelPaint());
      assertEquals(theme.grid(), chart.getXYPlot().getRangeGridlinePaint());
    }
  }

  @ParameterizedTest
  @EnumSource(ChartTheme.class)
  void textAndSeriesStandOutFromTheBackground(ChartTheme theme) {
    assertTrue(contrast(theme.text(), theme.background()) >= 7);
    assertTrue(contrast(theme.muted(), theme.background()) >= 4.5);
    for (Layer.Tone tone : Layer.Tone.values()) {
      assertTrue(contrast(theme.of(tone), theme.background()) >= 3, tone + " in " + theme);
    }
  }

  /** Contrast ratio of WCAG 2.2, 1 to 21. */
  private static double contrast(Color a, Color b) {
    double one = luminance(a);
    double two = luminance(b);
    return (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
  }

  private static double luminance(Color colour) {
    return 0.2126 * linear(colour.getRed())
        + 0.7152 * linear(colour.getGreen())
        + 0.0722 * linear(colour.getBlue());
  }

  private static double linear(int channel) {
    double value = channel / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }
}
