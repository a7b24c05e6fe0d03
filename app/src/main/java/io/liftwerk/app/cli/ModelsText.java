package io.liftwerk.app.cli;

import io.liftwerk.scoring.BatchScoringResult;
import io.liftwerk.scoring.BatchScoringResult.Tenth;
import io.liftwerk.scoring.LeadScoringResult.RankedLead;
import io.liftwerk.scoring.ModelComparisonResult;
import io.liftwerk.scoring.ModelComparisonResult.Basis;
import io.liftwerk.scoring.ModelComparisonResult.Difference;
import io.liftwerk.scoring.ModelComparisonResult.Side;
import io.liftwerk.scoring.ModelFacts;
import io.liftwerk.scoring.ModelStage;
import io.liftwerk.scoring.ModelVersion;
import io.liftwerk.scoring.ScoringOptions.Purpose;
import io.liftwerk.scoring.ScoringWarning;
import io.liftwerk.workspace.Run;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Models, their comparison and what they scored, in words. */
final class ModelsText {
  private static final int SHOWN = 5;

  private ModelsText() {}

  static void list(Console console, List<ModelVersion> versions) {
    if (versions.isEmpty()) {
      console.line(Texts.of("models.none"));
      return;
    }
    var rows = new ArrayList<List<String>>();
    rows.add(List.of(Texts.of("models.head").split("\\|")));
    for (ModelVersion version : versions) {
      rows.add(
          List.of(
              version.reference(),
              stage(version.stage()),
              figure(version.facts(), "auc", 4),
              name(version.facts().learner()),
              version.facts().table(),
              version.facts().foreign() ? "" : Texts.grouped(version.facts().rows(), 0),
              version.created().truncatedTo(ChronoUnit.SECONDS).toString(),
              orNothing(version.owner()),
              orNothing(version.note())));
    }
    console.table(rows);
  }

  static void show(Console console, ModelVersion version) {
    ModelFacts facts = version.facts();
    console.line(
        Texts.of(
            "models.show",
            version.reference(),
            stage(version.stage()),
            facts.target(),
            facts.positive(),
            name(facts.learner()),
            Texts.sentence(facts.settings())));
    console.line(facts.foreign() ? elsewhere(version) : data(version));
    console.line(Texts.of("models.show.columns", String.join(", ", facts.features())));
    if (!facts.metrics().isEmpty()) {
      console.line(
          Texts.of(
              "models.show.metrics",
              facts.metrics().entrySet().stream()
                  .map(one -> one.getKey() + " " + Texts.decimal(one.getValue(), 4))
                  .collect(Collectors.joining(", "))));
    }
    if (version.owner() != null || version.note() != null) {
      console.line(
          Texts.of("models.show.note", orNothing(version.owner()), orNothing(version.note())));
    }
    console.line(Texts.of("models.show.file", version.file(), version.sha256()));
  }

  private static String elsewhere(ModelVersion version) {
    return Texts.of(
        "models.show.elsewhere",
        version.run(),
        version.created().truncatedTo(ChronoUnit.SECONDS).toString(),
        version.facts().software());
  }

  private static String data(ModelVersion version) {
    ModelFacts facts = version.facts();
    return Texts.of(
        "models.show.data",
        facts.rows(),
        facts.table(),
        facts.dataHash(),
        Long.toString(facts.seed()),
        version.run(),
        version.created().truncatedTo(ChronoUnit.SECONDS).toString(),
        facts.software());
  }

  static void compared(Console console, Run<ModelComparisonResult> run) {
    ModelComparisonResult result = run.result();
    console.line(Texts.sentence(result.sentence()));
    var rows = new ArrayList<List<String>>();
    rows.add(List.of(Texts.of("models.compare.head").split("\\|")));
    for (Side side : List.of(result.first(), result.second())) {
      rows.add(
          List.of(
              side.model() + ":" + side.version(),
              stage(side.stage()),
              Texts.decimal(side.auc(), 4),
              Texts.decimal(side.aucLow(), 3) + "–" + Texts.decimal(side.aucHigh(), 3),
              Texts.decimal(side.averagePrecision(), 4),
              Texts.decimal(side.brier(), 4),
              Texts.decimal(side.logLoss(), 4),
              Texts.percent(side.top20())));
    }
    rows.add(row(result, Texts.of("models.compare.difference"), ModelsText::difference));
    rows.add(row(result, "p", one -> Texts.decimal(one.p(), 3)));
    console.table(rows);
    console.line(
        Texts.of(
            result.basis() == Basis.HOLDOUT ? "models.compare.holdout" : "models.compare.table",
            result.rows(),
            result.table(),
            result.positives(),
            run.id()));
    warnings(console, result.warnings());
  }

  private static List<String> row(
      ModelComparisonResult result,
      String title,
      java.util.function.Function<Difference, String> cell) {
    var row = new ArrayList<String>(List.of(title, ""));
    for (Difference one : result.differences()) {
      row.add(cell.apply(one));
      if (one.figure().equals("auc")) {
        row.add("");
      }
    }
    return row;
  }

  private static String difference(Difference one) {
    String sign = one.difference() > 0 ? "+" : "";
    return sign
        + (one.figure().equals("top20")
            ? Texts.decimal(100 * one.difference(), 1) + " %"
            : Texts.decimal(one.difference(), 4));
  }

  static void scored(Console console, Run<BatchScoringResult> run) {
    BatchScoringResult result = run.result();
    String leads = result.first() == 0 ? "score.finding.none" : "score.finding";
    console.line(
        Texts.of(
            result.purpose() == Purpose.LEADS ? leads : "score.finding.churn",
            result.first(),
            result.table(),
            result.model() + ":" + result.version(),
            result.target(),
            result.positive(),
            percent(result.mean())));
    Double threshold = result.threshold();
    if (threshold != null && result.contacts() != null) {
      console.line(Texts.of("score.contacts", Texts.percent(threshold), result.contacts()));
    }
    if (!result.tenths().isEmpty()) {
      console.line(
          Texts.of(
              "score.tenths",
              joined(result.tenths(), Tenth::mean),
              percent(result.tenths().getFirst().lowest())));
    }
    for (RankedLead lead : result.best().subList(0, Math.min(SHOWN, result.best().size()))) {
      console.line(
          Texts.of(
              "scoring.lead",
              lead.rank(),
              lead.id(),
              Texts.percent(lead.score()),
              lead.reasons().stream()
                  .map(
                      reason ->
                          (reason.effect() > 0 ? "↑ " : "↓ ") + Texts.sentence(reason.words()))
                  .collect(Collectors.joining(", "))));
    }
    warnings(console, result.warnings());
    BatchScoringResult.Drift drift = result.drift();
    if (drift != null) {
      console.line(Texts.of("score.drift", Texts.sentence(drift.sentence())));
    }
    boolean known = result.warnings().stream().noneMatch(one -> one.code().equals("no-reasons"));
    if (known && (drift == null || drift.shifted() > 0)) {
      console.line(
          Texts.of("score.drift.more", result.model() + ":" + result.version(), result.table()));
    }
    console.line(Texts.of("score.table", result.rows(), result.scoresTable(), run.id()));
  }

  private static String joined(List<Tenth> tenths, ToDoubleFunction<Tenth> figure) {
    return tenths.stream()
        .map(tenth -> percent(figure.applyAsDouble(tenth)))
        .collect(Collectors.joining(", "));
  }

  private static void warnings(Console console, List<ScoringWarning> warnings) {
    warnings.forEach(
        warning ->
            console.line(
                Texts.of("leads.warning", warning.code(), Texts.sentence(warning.message()))));
  }

  static String stage(ModelStage stage) {
    return Texts.of("models.stage." + stage.name().toLowerCase(Locale.ROOT));
  }

  private static String name(String learner) {
    return switch (learner) {
      case "heuristic", "logistic", "forest", "boosted", "onnx" -> Texts.of("model." + learner);
      default -> learner;
    };
  }

  private static String figure(ModelFacts facts, String name, int digits) {
    Double value = facts.metrics().get(name);
    return value == null ? "" : Texts.decimal(value, digits);
  }

  private static String percent(double share) {
    return String.format(Locale.getDefault(), "%.1f %%", 100 * share);
  }

  private static String orNothing(@Nullable String text) {
    return text == null ? "" : text;
  }
}
