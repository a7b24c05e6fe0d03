package io.liftwerk.app.cli;

import io.liftwerk.workspace.Json;
import io.liftwerk.workspace.Workspace;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "init", footer = "  liftwerk init clients/nordwand")
final class InitCommand extends WorkspaceCommand {
  @Parameters(paramLabel = "WS", descriptionKey = "WS")
  Path folder;

  @Override
  public Integer call() {
    try (Workspace workspace = Workspace.create(folder)) {
      if (json) {
        console()
            .json(
                Json.mapper()
                    .createObjectNode()
                    .put("workspace", workspace.folder().toString())
                    .put("id", workspace.info().id()));
      } else {
        console().line(Texts.of("init.made", workspace.folder()));
      }
    }
    return 0;
  }
}
