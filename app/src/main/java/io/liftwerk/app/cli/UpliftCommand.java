package io.liftwerk.app.cli;

import io.liftwerk.experiments.UpliftModels;
import io.liftwerk.experiments.UpliftRequest;
import io.liftwerk.experiments.UpliftResult;
import io.liftwerk.workspace.Run;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

@Command(
    name = "uplift",
    footer = {
      "  liftwerk uplift nordwand --table mailing --treatment Gruppe --control keine --treated Mail"
          + " --outcome Kauf --json",
      "  liftwerk uplift nordwand mailing --treatment Gruppe --control keine --outcome Umsatz"
          + " --learner t,x-boosted --value 1 --cost 0.4 --budget 2000"
    })
final class UpliftCommand extends WorkspaceCommand {
  @Parameters(index = "0", paramLabel = "WS", descriptionKey = "WS")
  Path folder;

  @Parameters(index = "1", arity = "0..1", paramLabel = "TABLE", descriptionKey = "uplift.TABLE")
  @Nullable String named;

  @Option(names = "--table", paramLabel = "T")
  @Nullable String table;

  @Option(names = "--treatment", required = true, paramLabel = "COL")
  String treatment;

  @Option(names = "--control", required = true, paramLabel = "VALUE")
  String control;

  @Option(names = "--treated", paramLabel = "VALUE[,VALUE]")
  List<String> treated = List.of();

  @Option(names = "--outcome", required = true, paramLabel = "COL")
  String outcome;

  @Option(names = "--learner", paramLabel = "NAME[,NAME]")
  List<String> learners = List.of();

  @Option(names = "--id", paramLabel = "COL", descriptionKey = "uplift.id")
  @Nullable String id;

  @Option(names = "--exclude", paramLabel = "COL[,COL]")
  List<String> exclude = List.of();

  @Option(names = "--keep", paramLabel = "COL[,COL]")
  List<String> keep = List.of();

  @Option(names = "--split", paramLabel = "COL")
  @Nullable String split;

  @Option(names = "--propensity", paramLabel = "COL")
  @Nullable String propensity;

  @Option(names = "--value", paramLabel = "SUM", descriptionKey = "uplift.value")
  @Nullable Double value;

  @Option(names = "--cost", paramLabel = "SUM")
  @Nullable Double cost;

  @Option(names = "--budget", paramLabel = "SUM")
  @Nullable Double budget;

  @Option(names = "--seed", paramLabel = "N", defaultValue = "7")
  long seed;

  @Override
  public Integer call() throws Exception {
    String chosen = named == null ? table : named;
    if (chosen == null || named != null && table != null) {
      throw new ParameterException(spec.commandLine(), Texts.of("usage.scoring"));
    }
    var request =
        new UpliftRequest(
            chosen,
            treatment,
            control,
            names("--treated", treated),
            outcome,
            names("--learner", learners),
            id,
            names("--exclude", exclude),
            names("--keep", keep),
            split,
            propensity,
            value,
            cost,
            budget,
            seed);
    Run<UpliftResult> run = with(folder, workspace -> run(workspace, new UpliftModels(request)));
    if (json) {
      console().json(Console.document(run));
    } else {
      UpliftText.print(console(), run);
    }
    return 0;
  }

  private List<String> names(String option, List<String> texts) {
    return texts.stream()
        .flatMap(
            text ->
                NameList.of(text)
                    .orElseThrow(
                        () ->
                            new ParameterException(
                                spec.commandLine(), Texts.of("usage.quote", option, text)))
                    .stream())
        .toList();
  }
}
