package io.liftwerk.app.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.liftwerk.app.RepeatableJobs;
import io.liftwerk.workspace.Json;
import io.liftwerk.workspace.Rerun;
import io.liftwerk.workspace.RerunResult;
import io.liftwerk.workspace.RunRecord;
import io.liftwerk.workspace.Workspace;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "runs",
    subcommands = {RunsCommand.Listing.class, RunsCommand.Show.class, RunsCommand.Again.class},
    footer = "  liftwerk runs nordwand rerun 0003 --on leads_2026_12")
final class RunsCommand extends WorkspaceCommand {
  @Parameters(paramLabel = "WS", descriptionKey = "WS")
  Path folder;

  @Override
  public Integer call() throws Exception {
    return with(folder, workspace -> list(workspace, this));
  }

  private static int list(Workspace workspace, WorkspaceCommand command) {
    if (command.json) {
      command.console().json(Map.of("runs", workspace.ledger().list()));
      return 0;
    }
    List<RunRecord> runs = workspace.ledger().withoutResults();
    var rows = new ArrayList<List<String>>();
    for (RunRecord run : runs) {
      rows.add(
          List.of(
              run.id(),
              run.job(),
              run.status().name().toLowerCase(Locale.ROOT),
              run.startedAt().truncatedTo(ChronoUnit.SECONDS).toString(),
              String.format("%.1f s", run.duration().toMillis() / 1000.0),
              run.message() == null ? "" : Texts.sentence(run.message())));
    }
    command.console().table(rows);
    return 0;
  }

  @Command(name = "list")
  static final class Listing extends WorkspaceCommand {
    @ParentCommand RunsCommand runs;

    @Override
    public Integer call() throws Exception {
      json |= runs.json;
      return with(runs.folder, workspace -> list(workspace, this));
    }
  }

  @Command(name = "show")
  static final class Show extends WorkspaceCommand {
    @ParentCommand RunsCommand runs;

    @Parameters(paramLabel = "RUN", descriptionKey = "RUN")
    String run;

    @Override
    public Integer call() throws Exception {
      RunRecord record = with(runs.folder, workspace -> workspace.ledger().get(run));
      if (json || runs.json) {
        console().json(record);
      } else {
        console().line(Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(record));
      }
      return 0;
    }
  }

  @Command(name = "rerun")
  static final class Again extends WorkspaceCommand {
    @ParentCommand RunsCommand runs;

    @Parameters(paramLabel = "RUN", descriptionKey = "RUN")
    String run;

    @Option(names = "--on", paramLabel = "TABLE")
    @Nullable String table;

    @Override
    public Integer call() throws Exception {
      return with(runs.folder, this::again);
    }

    private int again(Workspace workspace) {
      RerunResult result =
          watched(
              (runner, watcher) ->
                  new Rerun(workspace, runner, RepeatableJobs.catalog())
                      .run(run, table, watcher::accept),
              workspace);
      if (json || runs.json) {
        console().json(document(result));
        return 0;
      }
      RunRecord now = result.again();
      console()
          .line(
              switch (result.comparison()) {
                case IDENTICAL ->
                    Texts.of("rerun.identical", now.id(), result.original().id(), now.resultHash());
                case OTHER_TABLE ->
                    Texts.of("rerun.onTable", now.id(), result.original().id(), table);
                case DIFFERENT, INPUTS_CHANGED, NO_RESULT -> Texts.sentence(result.sentence());
              });
      return 0;
    }

    private static ObjectNode document(RerunResult result) {
      ObjectNode document = Json.mapper().createObjectNode();
      document
          .put("run", result.again().id())
          .put("rerunOf", result.original().id())
          .put("identical", result.identical())
          .put("comparison", result.comparison().name().toLowerCase(Locale.ROOT));
      document.set("result", result.again().result());
      return document;
    }
  }
}
