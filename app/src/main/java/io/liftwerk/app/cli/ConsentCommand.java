package io.liftwerk.app.cli;

import io.liftwerk.warehouse.ConsentReport;
import io.liftwerk.warehouse.ConsentResult;
import io.liftwerk.workspace.Run;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "consent", footer = "  liftwerk consent nordwand --json")
final class ConsentCommand extends WorkspaceCommand {
  @Parameters(paramLabel = "WS", descriptionKey = "WS")
  Path folder;

  @Override
  public Integer call() throws Exception {
    Run<ConsentResult> run = with(folder, workspace -> run(workspace, new ConsentReport()));
    if (json) {
      console().json(Console.document(run));
    } else {
      ConsentText.print(console(), run);
    }
    return 0;
  }
}
