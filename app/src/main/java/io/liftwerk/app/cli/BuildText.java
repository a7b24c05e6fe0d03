package io.liftwerk.app.cli;

import io.liftwerk.warehouse.BuildResult;
import io.liftwerk.warehouse.BuildStatus;
import io.liftwerk.warehouse.BuiltModel;
import io.liftwerk.workspace.Run;
import java.util.ArrayList;
import java.util.List;

/** What became of the models, as a person reads it on a console. */
final class BuildText {
  private BuildText() {}

  static void print(Console console, Run<BuildResult> run) {
    BuildResult result = run.result();
    var rows = new ArrayList<List<String>>();
    rows.add(List.of(Texts.of("build.head").split("\\|")));
    for (BuiltModel model : result.models()) {
      Long count = model.rows();
      rows.add(
          List.of(
              model.schema() + "." + model.table(),
              Texts.of("build." + model.status().json()),
              model.materialization().isEmpty() ? "" : Texts.of("build." + model.materialization()),
              count == null ? "" : Texts.of("build.count", count),
              model.status() == BuildStatus.BUILT ? Texts.decimal(model.seconds(), 2) : ""));
    }
    if (rows.size() > 1) {
      console.table(rows);
    }
    result.problems().forEach(problem -> reason(console, problem.message(), problem.hint()));
    for (BuiltModel model : result.models()) {
      if (model.status() == BuildStatus.FAILED) {
        reason(console, model.reason(), model.hint());
        if (model.standsOlder()) {
          console.line("  " + Texts.of("build.stands", model.table(), model.run()));
        }
      }
    }
    console.line(
        Texts.of(
            "build.done",
            result.count(BuildStatus.BUILT),
            result.count(BuildStatus.UNCHANGED),
            result.count(BuildStatus.FAILED),
            result.count(BuildStatus.SKIPPED),
            run.id()));
  }

  private static void reason(Console console, String sentence, String hint) {
    console.line(Texts.sentence(sentence) + (hint.isEmpty() ? "" : " " + Texts.sentence(hint)));
  }
}
