package io.liftwerk.app.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.liftwerk.warehouse.BuildRequest;
import io.liftwerk.warehouse.BuildResult;
import io.liftwerk.warehouse.BuildStatus;
import io.liftwerk.warehouse.ModelBuild;
import io.liftwerk.workspace.Run;
import io.liftwerk.workspace.WorkbenchException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

@Command(
    name = "build",
    footer = {
      "  liftwerk build nordwand",
      "  liftwerk build nordwand --select kpi_daily --full-refresh --json"
    })
final class BuildCommand extends HandedCommand {
  @Parameters(paramLabel = "WS", descriptionKey = "WS")
  Path folder;

  @Option(
      names = "--select",
      paramLabel = "MODEL[,MODEL]",
      descriptionKey = "liftwerk.build.select")
  List<String> select = List.of();

  @Option(names = "--full-refresh")
  boolean fullRefresh;

  @Override
  public Integer call() throws Exception {
    var request = new BuildRequest(selected(), fullRefresh);
    Run<BuildResult> run = handed(folder, new ModelBuild(request), BuildResult.class);
    WorkbenchException stop = stop(run.result());
    if (json) {
      ObjectNode document = Console.document(run);
      if (stop != null) {
        document.set("error", Console.error(stop));
      }
      console().json(document);
    } else {
      BuildText.print(console(), run);
    }
    if (stop != null) {
      console().error(stop, false);
      return 1;
    }
    return 0;
  }

  /** What makes the command fail, though its run is recorded; null when nothing does. */
  private static @Nullable WorkbenchException stop(BuildResult result) {
    if (result.isComplete()) {
      return null;
    }
    int missing = result.count(BuildStatus.FAILED) + result.count(BuildStatus.SKIPPED);
    return missing == 0
        ? new WorkbenchException(
            "build-incomplete", "The models could not be built.", "The reason is named above.")
        : new WorkbenchException(
            "build-incomplete",
            missing + " of " + result.models().size() + " models could not be built.",
            "The reasons are named with the models.");
  }

  private List<String> selected() {
    return select.stream()
        .flatMap(
            text ->
                NameList.of(text)
                    .orElseThrow(
                        () ->
                            new ParameterException(
                                spec.commandLine(), Texts.of("usage.quote", "--select", text)))
                    .stream())
        .toList();
  }
}
