package io.liftwerk.app.cli;

import io.liftwerk.scoring.BatchScoring;
import io.liftwerk.scoring.BatchScoringRequest;
import io.liftwerk.scoring.BatchScoringResult;
import io.liftwerk.scoring.ModelReference;
import io.liftwerk.workspace.Run;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "score",
    footer = {
      "  liftwerk score nordwand --model leads-crm_leads --table crm_leads",
      "  liftwerk score nordwand --model churn-contracts:2 --table contracts --json"
    })
final class ScoreCommand extends HandedCommand {
  @Parameters(paramLabel = "WS", descriptionKey = "WS")
  Path folder;

  @Option(
      names = "--model",
      required = true,
      paramLabel = "NAME[:VERSION]",
      descriptionKey = "liftwerk.score.model")
  String model;

  @Option(names = "--table", required = true, paramLabel = "T", descriptionKey = "T")
  String table;

  @Option(names = "--id", paramLabel = "COL")
  @Nullable String id;

  @Override
  public Integer call() throws Exception {
    var request = new BatchScoringRequest(ModelReference.parse(model), table, id);
    Run<BatchScoringResult> run =
        handed(folder, new BatchScoring(request), BatchScoringResult.class);
    if (json) {
      console().json(Console.document(run));
    } else {
      ModelsText.scored(console(), run);
    }
    return 0;
  }
}
