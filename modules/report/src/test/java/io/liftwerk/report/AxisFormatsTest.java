package io.liftwerk.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every grid line of an axis has a label of its own. */
class AxisFormatsTest {
  private static List<String> labels(Axis axis, Locale locale) {
    NumberFormat format = AxisFormats.of(axis, locale);
    var labels = new ArrayList<String>();
    for (double at = axis.low(); at <= axis.high() + axis.step() / 2; at += axis.step()) {
      labels.add(format.format(at));
    }
    return labels;
  }

  @ParameterizedTest
  @EnumSource(
      value = Axis.Scale.class,
      names = {"DECIMAL", "FINE", "FINEST", "SHARE"})
  void noLabelStandsTwice(Axis.Scale scale) {
    for (double most = 0.0007; most < 3; most *= 1.3) {
      List<String> labels = labels(Axis.upTo("", most, scale), Locale.ENGLISH);
      assertEquals(new LinkedHashSet<>(labels).size(), labels.size(), labels::toString);
    }
  }

  @Test
  void smallSharesHaveADecimal() {
    assertEquals(
        List.of("0,0\u00a0%", "0,5\u00a0%", "1,0\u00a0%", "1,5\u00a0%", "2,0\u00a0%"),
        labels(Axis.upTo("", 0.0195, Axis.Scale.SHARE), Locale.GERMAN));
    assertEquals(
        List.of("0\u00a0%", "20\u00a0%", "40\u00a0%", "60\u00a0%", "80\u00a0%", "100\u00a0%"),
        labels(Axis.share(""), Locale.ENGLISH));
  }
}
