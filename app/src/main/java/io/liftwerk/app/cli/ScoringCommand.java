package io.liftwerk.app.cli;

import io.liftwerk.scoring.LeadScoring;
import io.liftwerk.scoring.LeadScoringRequest;
import io.liftwerk.scoring.LeadScoringResult;
import io.liftwerk.scoring.ModelLabel;
import io.liftwerk.scoring.ScoringOptions;
import io.liftwerk.scoring.ScoringOptions.Purpose;
import io.liftwerk.workspace.Run;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** What {@code leads} and {@code churn} share. */
abstract class ScoringCommand extends HandedCommand {
  @Parameters(index = "0", paramLabel = "WS", descriptionKey = "WS")
  Path folder;

  @Parameters(index = "1", arity = "0..1", paramLabel = "TABLE", descriptionKey = "scoring.TABLE")
  @Nullable String named;

  @Option(names = "--table", paramLabel = "T")
  @Nullable String table;

  @Option(names = "--target", required = true, paramLabel = "COL")
  String target;

  @Option(names = "--positive", paramLabel = "VALUE")
  @Nullable String positive;

  @Option(names = "--id", paramLabel = "COL")
  @Nullable String id;

  @Option(names = "--exclude", paramLabel = "COL[,COL]")
  List<String> exclude = List.of();

  @Option(names = "--split", paramLabel = "COL")
  @Nullable String split;

  @Option(names = "--time", paramLabel = "COL")
  @Nullable String time;

  @Option(names = "--balance")
  boolean balance;

  @Option(names = "--value", paramLabel = "SUM", descriptionKey = "scoring.value")
  @Nullable Double value;

  @Option(names = "--cost", paramLabel = "SUM")
  @Nullable Double cost;

  @Option(names = "--capacity", paramLabel = "N")
  @Nullable Long capacity;

  @Option(names = "--compare", paramLabel = "COL")
  @Nullable String compare;

  @Option(names = "--seed", paramLabel = "N", defaultValue = "7")
  long seed;

  @Option(names = "--model-name", paramLabel = "NAME")
  @Nullable String modelName;

  @Option(names = "--owner", paramLabel = "NAME", descriptionKey = "models.owner")
  @Nullable String owner;

  @Option(names = "--note", paramLabel = "TEXT", descriptionKey = "models.note")
  @Nullable String note;

  /** What a yes means to this command. */
  abstract Purpose purpose();

  @Override
  public Integer call() throws Exception {
    String chosen = named == null ? table : named;
    if (chosen == null || named != null && table != null) {
      throw new ParameterException(spec.commandLine(), Texts.of("usage.scoring"));
    }
    var options = new ScoringOptions(purpose(), balance, time, value, cost, capacity, compare);
    var request =
        new LeadScoringRequest(
            chosen,
            target,
            positive,
            id,
            excluded(),
            split,
            seed,
            options,
            new ModelLabel(modelName, owner, note));
    Run<LeadScoringResult> run = handed(folder, new LeadScoring(request), LeadScoringResult.class);
    if (json) {
      console().json(Console.document(run));
    } else {
      LeadsText.print(console(), run);
    }
    return 0;
  }

  private List<String> excluded() {
    return exclude.stream()
        .flatMap(
            text ->
                NameList.of(text)
                    .orElseThrow(
                        () ->
                            new ParameterException(
                                spec.commandLine(), Texts.of("usage.quote", "--exclude", text)))
                    .stream())
        .toList();
  }
}
