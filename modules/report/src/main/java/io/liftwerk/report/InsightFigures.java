package io.liftwerk.report;

import io.liftwerk.scoring.LeadScoringResult;
import io.liftwerk.scoring.ScoringDetails;
import io.liftwerk.scoring.ScoringDetails.Dependence;
import io.liftwerk.scoring.ScoringDetails.Fairness;
import io.liftwerk.scoring.ScoringDetails.Group;
import io.liftwerk.scoring.ScoringDetails.Importance;
import io.liftwerk.scoring.ScoringDetails.Learning;
import io.liftwerk.scoring.ScoringDetails.Step;
import io.liftwerk.scoring.ScoringDetails.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Why a scoring ranks as it does, and whether it can be trusted. */
public final class InsightFigures {
  private static final int COLUMNS = 10;
  private static final int DEPENDENCES = 5;

  private final LeadScoringResult result;
  private final ScoringDetails details;
  private final Locale locale;
  private final ScoringTexts texts;

  /**
   * @param details those of {@code result}
   * @param locale language of the sentences and of the numbers
   */
  public InsightFigures(LeadScoringResult result, ScoringDetails details, Locale locale) {
    this.result = result;
    this.details = details;
    this.locale = locale;
    this.texts = new ScoringTexts(locale, details.purpose());
  }

  /** What each column is worth to the chosen model; empty when that was not asked. */
  public Optional<Figure> importance() {
    if (details.importance().isEmpty()) {
      return Optional.empty();
    }
    List<Importance> best = details.importance().stream().limit(COLUMNS).toList();
    var bars = new ArrayList<Layer.Point>();
    for (int i = 0; i < best.size(); i++) {
      bars.add(new Layer.Point(i, Math.max(0, best.get(i).auc())));
    }
    double most = bars.getFirst().y();
    Importance first = best.getFirst();
    return Optional.of(
        new Figure(
            "importance",
            texts.text("importance.title", first.column(), texts.decimal(first.auc(), 3)),
            texts.text(
                "importance.subtitle",
                best.size(),
                details.importance().size(),
                texts.model(result.chosen())),
            Axis.names("", best.stream().map(Importance::column).toList()),
            Axis.upTo(texts.text("importance.x"), most * 1.15, Axis.Scale.FINEST),
            List.of(new Layer.Bars(texts.text("importance.series"), bars, Layer.Tone.FIRST, 0.62)),
            locale));
  }

  /** How the chance depends on the most important columns, a figure each. */
  public List<Figure> dependence() {
    return details.dependence().stream()
        .filter(one -> one.points().size() > 1)
        .limit(DEPENDENCES)
        .map(this::dependence)
        .toList();
  }

  private Figure dependence(Dependence one) {
    List<Value> values = one.points();
    Value lowest =
        values.stream().min(Comparator.comparingDouble(Value::probability)).orElseThrow();
    Value highest =
        values.stream().max(Comparator.comparingDouble(Value::probability)).orElseThrow();
    String title =
        texts.say(
            "dependence.title",
            texts.percent(lowest.probability()),
            texts.sentence(lowest.words()),
            texts.percent(highest.probability()),
            texts.sentence(highest.words()));
    String subtitle =
        texts.text("dependence.subtitle", one.feature(), texts.model(result.chosen()));
    String name =
        "dependence-" + one.feature().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-");
    double most = highest.probability();
    Axis chance = Axis.upTo(texts.say("dependence.y"), most * 1.1, Axis.Scale.SHARE);
    Optional<List<Layer.Point>> numbers = numbers(one);
    if (numbers.isPresent()) {
      List<Layer.Point> points = numbers.get();
      double low = points.getFirst().x();
      double high = points.getLast().x();
      return new Figure(
          name,
          title,
          subtitle,
          Axis.between(
              one.feature(), low, high, high - low < 8 ? Axis.Scale.DECIMAL : Axis.Scale.COUNT),
          chance,
          List.of(new Layer.Line("", points, Layer.Tone.FIRST, true)),
          locale);
    }
    var bars = new ArrayList<Layer.Point>();
    for (int i = 0; i < values.size(); i++) {
      bars.add(new Layer.Point(i, values.get(i).probability()));
    }
    return new Figure(
        name,
        title,
        subtitle,
        Axis.names("", values.stream().map(value -> value(one, value)).toList()),
        chance,
        List.of(new Layer.Bars(texts.say("dependence.y"), bars, Layer.Tone.FIRST, 0.62)),
        locale);
  }

  /** The value behind {@code feature = }; the words themselves where they say it differently. */
  private String value(Dependence one, Value value) {
    String before = one.feature() + " = ";
    return value.words().startsWith(before)
        ? value.words().substring(before.length())
        : texts.sentence(value.words());
  }

  /** The points, where all values are rising numbers. */
  private Optional<List<Layer.Point>> numbers(Dependence one) {
    var points = new ArrayList<Layer.Point>();
    for (Value each : one.points()) {
      double x;
      try {
        x = Double.parseDouble(value(one, each).replace(",", ""));
      } catch (NumberFormatException e) {
        return Optional.empty();
      }
      if (!points.isEmpty() && x <= points.getLast().x()) {
        return Optional.empty();
      }
      points.add(new Layer.Point(x, each.probability()));
    }
    return points.size() < 3 ? Optional.empty() : Optional.of(points);
  }

  /** Would more data help? Empty when that was not asked. */
  public Optional<Figure> learning() {
    Learning learning = details.learning();
    if (learning == null || learning.points().size() < 2) {
      return Optional.empty();
    }
    List<Step> steps = learning.points();
    double least = steps.stream().mapToDouble(Step::aucLow).min().orElse(0.5);
    double most = steps.stream().mapToDouble(Step::aucHigh).max().orElse(1);
    return Optional.of(
        new Figure(
            "learning",
            texts.sentence(learning.finding()),
            texts.text(
                "learning.subtitle",
                texts.model(result.chosen()),
                texts.text("holdout", result.holdoutRows())),
            Axis.upTo(texts.text("learning.x"), steps.getLast().rows(), Axis.Scale.COUNT),
            Axis.between(texts.text("validation.y"), least, most, Axis.Scale.FINE),
            List.of(
                new Layer.Band(
                    texts.text("interval"),
                    steps.stream().map(s -> new Layer.Point(s.rows(), s.aucLow())).toList(),
                    steps.stream().map(s -> new Layer.Point(s.rows(), s.aucHigh())).toList(),
                    Layer.Tone.FIRST),
                new Layer.Line(
                    "",
                    steps.stream().map(s -> new Layer.Point(s.rows(), s.auc())).toList(),
                    Layer.Tone.FIRST,
                    true)),
            locale));
  }

  /** What is observed, predicted and contacted by group; empty when no column was named. */
  public Optional<Figure> fairness() {
    Fairness fairness = details.fairness();
    if (fairness == null || fairness.groups().isEmpty()) {
      return Optional.empty();
    }
    List<Group> groups = fairness.groups().stream().limit(COLUMNS).toList();
    var observed = new ArrayList<Layer.Point>();
    var predicted = new ArrayList<Layer.Point>();
    var contacted = new ArrayList<Layer.Point>();
    double most = 0;
    for (int i = 0; i < groups.size(); i++) {
      Group group = groups.get(i);
      observed.add(new Layer.Point(i - 0.26, group.observed()));
      predicted.add(new Layer.Point(i, group.predicted()));
      contacted.add(new Layer.Point(i + 0.26, group.contacted()));
      most =
          Math.max(
              most, Math.max(group.observed(), Math.max(group.predicted(), group.contacted())));
    }
    return Optional.of(
        new Figure(
            "fairness",
            texts.sentence(fairness.finding()),
            texts.text(
                "fairness.subtitle",
                fairness.column(),
                texts.percent(fairness.threshold()),
                texts.text("holdout", result.holdoutRows())),
            Axis.names("", groups.stream().map(Group::value).toList()),
            Axis.upTo(texts.text("fairness.x"), most * 1.3, Axis.Scale.SHARE),
            List.of(
                new Layer.Bars(texts.say("fairness.observed"), observed, Layer.Tone.THIRD, 0.22),
                new Layer.Bars(texts.text("fairness.predicted"), predicted, Layer.Tone.FIRST, 0.22),
                new Layer.Bars(
                    texts.text("fairness.contacted"), contacted, Layer.Tone.SECOND, 0.22)),
            locale));
  }
}
