package io.liftwerk.app.cli;

import io.liftwerk.scoring.LeadScoring;
import io.liftwerk.scoring.LeadScoringRequest;
import io.liftwerk.scoring.LeadScoringResult;
import io.liftwerk.workspace.Run;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

@Command(
    name = "leads",
    footer = "  liftwerk leads nordwand --table leads --target Abgeschlossen --id Lead-ID --json")
final class LeadsCommand extends WorkspaceCommand {
  @Parameters(paramLabel = "WS", descriptionKey = "WS")
  Path folder;

  @Option(names = "--table", required = true, paramLabel = "T")
  String table;

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

  @Option(names = "--seed", paramLabel = "N", defaultValue = "7")
  long seed;

  @Override
  public Integer call() throws Exception {
    var request = new LeadScoringRequest(table, target, positive, id, excluded(), split, seed);
    Run<LeadScoringResult> run =
        with(folder, workspace -> run(workspace, new LeadScoring(request)));
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
