package io.liftwerk.app.cli;

import io.liftwerk.warehouse.DbtExport;
import io.liftwerk.warehouse.DbtExportRequest;
import io.liftwerk.warehouse.DbtExportResult;
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
    subcommands = {ExportCommand.Table.class, ExportCommand.Dbt.class},
    footer = {
      "  liftwerk export nordwand table gold.lead_scores call-list.xlsx",
      "  liftwerk export nordwand dbt ~/nordwand-dbt"
    })
final class ExportCommand implements Runnable {
  @Spec CommandSpec spec;

  @Parameters(paramLabel = "WS", descriptionKey = "WS")
  Path folder;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), Texts.of("usage.verb", "table, dbt"));
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

  @Command(name = "dbt")
  static final class Dbt extends WorkspaceCommand {
    @ParentCommand ExportCommand export;

    @Parameters(index = "0", paramLabel = "DIR")
    Path target;

    @Override
    public Integer call() throws Exception {
      var request = new DbtExportRequest(target.toAbsolutePath().normalize().toString());
      Run<DbtExportResult> run =
          with(export.folder, workspace -> run(workspace, new DbtExport(request)));
      if (json) {
        console().json(Console.document(run));
        return 0;
      }
      DbtExportResult result = run.result();
      console()
          .line(
              Texts.of("export.dbt", result.folder(), result.models(), result.sources(), run.id()));
      return 0;
    }
  }
}
