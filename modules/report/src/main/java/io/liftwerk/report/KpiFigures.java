package io.liftwerk.report;

import io.liftwerk.warehouse.KpiResult;
import io.liftwerk.warehouse.kpi.KpiDefinition;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Key figures day by day. */
public final class KpiFigures {
  private static final int WEEK = 7;
  private static final int DOTS = 45;

  private final Locale locale;
  private final ReportTexts texts;

  /**
   * @param locale language of the sentences and of the numbers
   */
  public KpiFigures(Locale locale) {
    this.locale = locale;
    this.texts = new ReportTexts(locale);
  }

  /**
   * A figure day by day; a sum with its mean over seven days beside it, since weekdays differ. A
   * mean of ratios would mean nothing, so a ratio stands alone.
   */
  public Figure trend(KpiResult result, KpiResult.Kpi kpi) {
    KpiDefinition definition = kpi.definition();
    List<Layer.Point> points =
        kpi.days().stream()
            .map(day -> new Layer.Point(day.day().toEpochDay(), day.value().doubleValue()))
            .toList();
    double most = points.stream().mapToDouble(Layer.Point::y).max().orElse(1);
    boolean mean = definition.by() == null && points.size() > 2 * WEEK;
    var layers = new ArrayList<Layer>();
    layers.add(
        new Layer.Line(
            mean ? texts.text("kpi.daily") : "",
            points,
            mean ? Layer.Tone.THIRD : Layer.Tone.FIRST,
            points.size() <= DOTS));
    if (mean) {
      layers.add(
          new Layer.Line(texts.text("kpi.mean"), means(kpi.days()), Layer.Tone.FIRST, false));
    }
    // other figures may have begun earlier: what has no days yet has no room either
    LocalDate first = kpi.days().isEmpty() ? from(result) : kpi.days().getFirst().day();
    LocalDate last = kpi.days().isEmpty() ? from(result) : kpi.days().getLast().day();
    return new Figure(
        definition.id(),
        title(kpi),
        result.channel() == null
            ? texts.text("kpi.subtitle", date(first), date(last))
            : texts.text("kpi.subtitle.channel", date(first), date(last), result.channel()),
        Axis.days(texts.text("kpi.day"), first, last),
        Axis.upTo(label(kpi), most, scale(definition, most)),
        layers,
        locale);
  }

  private static LocalDate from(KpiResult result) {
    return result.from() == null ? LocalDate.EPOCH : result.from();
  }

  /** What a figure came to and how that compares, one sentence. */
  public String title(KpiResult.Kpi kpi) {
    String name = kpi.definition().title(locale);
    BigDecimal value = kpi.value();
    BigDecimal before = kpi.before();
    if (value == null) {
      return texts.text("kpi.none", name);
    }
    if (before == null || before.signum() == 0) {
      return texts.text("kpi.title", name, written(kpi, value));
    }
    double change = value.doubleValue() / before.doubleValue() - 1;
    String key =
        Math.abs(change) < 0.0005
            ? "kpi.title.same"
            : change > 0 ? "kpi.title.more" : "kpi.title.less";
    return texts.text(
        key,
        name,
        written(kpi, value),
        texts.decimal(Math.abs(change) * 100, 1),
        written(kpi, before));
  }

  /** A value with its unit, as people write it. */
  public String written(KpiResult.Kpi kpi, @Nullable BigDecimal value) {
    if (value == null) {
      return "–";
    }
    double number = value.doubleValue();
    return switch (kpi.definition().unit()) {
      case MONEY ->
          kpi.currency() == null || kpi.currency().isEmpty()
              ? texts.decimal(number, 2)
              : texts.decimal(number, 2) + "\u00a0" + kpi.currency();
      case COUNT -> texts.decimal(number, value.stripTrailingZeros().scale() > 0 ? 1 : 0);
      case SHARE -> texts.decimal(number * 100, 2) + "\u00a0%";
      case RATIO -> texts.decimal(number, 2);
    };
  }

  private String label(KpiResult.Kpi kpi) {
    String name = kpi.definition().title(locale);
    String currency = kpi.currency();
    return currency == null || currency.isEmpty() ? name : name + ", " + currency;
  }

  private static Axis.Scale scale(KpiDefinition definition, double most) {
    if (definition.unit() == KpiDefinition.Unit.SHARE) {
      return Axis.Scale.SHARE;
    }
    return most >= 20 || definition.unit() == KpiDefinition.Unit.COUNT
        ? Axis.Scale.COUNT
        : Axis.Scale.DECIMAL;
  }

  /** The mean of the seven days up to each; a day without a value counts as none. */
  private static List<Layer.Point> means(List<KpiResult.Day> days) {
    var points = new ArrayList<Layer.Point>();
    long first = days.getFirst().day().toEpochDay();
    int start = 0;
    double sum = 0;
    for (KpiResult.Day day : days) {
      sum += day.value().doubleValue();
      while (days.get(start).day().toEpochDay() <= day.day().toEpochDay() - WEEK) {
        sum -= days.get(start).value().doubleValue();
        start++;
      }
      if (day.day().toEpochDay() - first >= WEEK - 1) {
        points.add(new Layer.Point(day.day().toEpochDay(), sum / WEEK));
      }
    }
    return points;
  }

  private String date(LocalDate day) {
    return new DayFormat(locale).format(day.toEpochDay());
  }
}
