package io.liftwerk.app.cli;

import io.liftwerk.workspace.Run;
import io.liftwerk.workspace.TableExport;
import io.liftwerk.workspace.TableExportResult;
import io.liftwerk.workspace.TableRef;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
    name = "export",
    subcommands = ExportCommand.Table.class,
    footer = "  liftwerk export nordwand table gold.lead_scores call-list.xlsx")
final class ExportCommand implements Runnable {
  @Spec CommandSpec spec;

  @Parameters(paramLabel = "WS", descriptionKey = "WS")
  Path folder;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), Texts.of("usage.verb", "table"));
  }

  @Command(name = "table")
  static final class Table extends WorkspaceCommand {
    @ParentCommand ExportCommand export;

    @Parameters(index = "0", paramLabel = "T", descriptionKey = "T")
    String table;

    @Parameters(index = "1", paramLabel = "FILE", descriptionKey = "FILE")
    Path file;

    @Override
    public Integer call() throws Exception {
      Run<TableExportResult> run =
          with(
              export.folder,
              workspace -> run(workspace, new TableExport(TableRef.parse(table), file)));
      if (json) {
        console().json(Console.document(run));
        return 0;
      }
      TableExportResult result = run.result();
      console()
          .line(
              Texts.of(
                  "export.done",
                  result.table(),
                  result.file(),
                  result.rows(),
                  result.bytes(),
                  run.id()));
      if (result.madeInert() > 0) {
        console().line(Texts.of("export.inert", result.madeInert()));
      }
      return 0;
    }
  }
}
