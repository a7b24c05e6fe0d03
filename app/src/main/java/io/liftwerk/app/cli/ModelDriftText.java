package io.liftwerk.app.cli;

import io.liftwerk.scoring.ModelDriftResult;
import io.liftwerk.scoring.ModelDriftResult.Decay;
import io.liftwerk.scoring.ModelDriftResult.FeatureDrift;
import io.liftwerk.scoring.ModelDriftResult.Promise;
import io.liftwerk.workspace.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Drift and decay of a model, in words. */
final class ModelDriftText {
  private static final int SHOWN = 30;

  private ModelDriftText() {}

  static void print(Console console, Run<ModelDriftResult> run) {
    ModelDriftResult result = run.result();
    console.line(Texts.sentence(result.suggestion()));
    var rows = new ArrayList<List<String>>();
    rows.add(List.of(Texts.of("models.drift.head").split("\\|", -1)));
    rows.add(row(result.score(), Texts.of("models.drift.score")));
    List<FeatureDrift> features = result.features();
    features.stream().limit(SHOWN).forEach(one -> rows.add(row(one, one.feature())));
    console.table(rows);
    if (features.size() > SHOWN) {
      console.line(Texts.of("models.drift.rest", features.size() - SHOWN));
    }
    decay(console, result);
    console.line(
        Texts.of(
            "models.drift.compared",
            result.rows(),
            result.table(),
            result.trainingRows(),
            result.model() + ":" + result.version(),
            run.id()));
  }

  private static List<String> row(FeatureDrift drift, String name) {
    return List.of(
        name,
        Texts.of("drift." + drift.verdict().name().toLowerCase(Locale.ROOT)),
        Texts.decimal(drift.psi(), 4),
        Texts.decimal(drift.expected(), 4),
        Texts.decimal(drift.p(), 4),
        Texts.sentence(drift.reason()));
  }

  private static void decay(Console console, ModelDriftResult result) {
    Decay overall = result.overall();
    if (overall == null) {
      console.line(Texts.of("models.drift.open"));
      return;
    }
    Promise promise = result.holdout();
    if (promise != null) {
      console.line(
          Texts.of(
              "models.drift.holdout",
              Texts.decimal(promise.auc(), 4),
              interval(promise.low(), promise.high())));
    }
    var rows = new ArrayList<List<String>>();
    rows.add(List.of(Texts.of("models.decay.head").split("\\|", -1)));
    rows.add(row(overall, Texts.of("models.decay.all")));
    result.windows().forEach(one -> rows.add(row(one, one.window())));
    console.table(rows);
  }

  private static List<String> row(Decay decay, String name) {
    return List.of(
        name,
        Texts.grouped(decay.rows(), 0),
        decimal(decay.auc()),
        decay.aucLow() == null || decay.aucHigh() == null
            ? "-"
            : interval(decay.aucLow(), decay.aucHigh()),
        Texts.decimal(decay.brier(), 4),
        Texts.percent(decay.predicted()),
        Texts.percent(decay.observed()),
        verdict(decay));
  }

  private static String verdict(Decay decay) {
    if (decay.ranksWorse()) {
      return Texts.of("models.decay.worse");
    }
    return decay.offScale() ? Texts.of("models.decay.off") : "";
  }

  private static String interval(double low, double high) {
    return Texts.decimal(low, 3) + "–" + Texts.decimal(high, 3);
  }

  private static String decimal(@Nullable Double value) {
    return value == null ? "-" : Texts.decimal(value, 4);
  }
}
