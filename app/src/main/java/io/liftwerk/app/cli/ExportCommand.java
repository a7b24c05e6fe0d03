package io.liftwerk.app.cli;

import io.liftwerk.warehouse.CustomerMatchExport;
import io.liftwerk.warehouse.CustomerMatchRequest;
import io.liftwerk.warehouse.CustomerMatchResult;
import io.liftwerk.warehouse.DbtExport;
import io.liftwerk.warehouse.DbtExportRequest;
import io.liftwerk.warehouse.DbtExportResult;
import io.liftwerk.warehouse.OpenLineageExport;
import io.liftwerk.warehouse.OpenLineageRequest;
import io.liftwerk.warehouse.OpenLineageResult;
import io.liftwerk.warehouse.activation.Platform;
import io.liftwerk.workspace.Run;
import io.liftwerk.workspace.TableExport;
import io.liftwerk.workspace.TableExportResult;
import io.liftwerk.workspace.TableRef;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
    name = "export",
    subcommands = {
      ExportCommand.Table.class,
      ExportCommand.OpenLineage.class,
      ExportCommand.Match.class,
      ExportCommand.Dbt.class
    },
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
    throw new ParameterException(
        spec.commandLine(), Texts.of("usage.verb", "table|dbt|openlineage|customer-match"));
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

    @Parameters(index = "0", paramLabel = "DIR", descriptionKey = "DIR")
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

  @Command(
      name = "customer-match",
      footer = "  liftwerk export nordwand customer-match meta --reason 'autumn newsletter'")
  static final class Match extends WorkspaceCommand {
    @ParentCommand ExportCommand export;

    @Parameters(index = "0", paramLabel = "PLATFORM", descriptionKey = "PLATFORM")
    Platform platform;

    @Option(names = "--of", paramLabel = "TABLE", descriptionKey = "of")
    @Nullable String of;

    @Option(names = "--reason", required = true, paramLabel = "TEXT", descriptionKey = "reason")
    String reason;

    @Override
    public Integer call() throws Exception {
      Run<CustomerMatchResult> run =
          with(
              export.folder,
              workspace ->
                  run(
                      workspace,
                      new CustomerMatchExport(new CustomerMatchRequest(platform, of, reason))));
      if (json) {
        console().json(Console.document(run));
        return 0;
      }
      print(console(), run);
      return 0;
    }

    static void print(Console console, Run<CustomerMatchResult> run) {
      CustomerMatchResult result = run.result();
      console.line(
          Texts.of(
              "export.match",
              result.persons(),
              result.covered(),
              result.heldBack(),
              result.keys(),
              run.id()));
      result.files().forEach(console::line);
    }
  }

  @Command(name = "openlineage", footer = "  liftwerk export nordwand openlineage events.jsonl")
  static final class OpenLineage extends WorkspaceCommand {
    @ParentCommand ExportCommand export;

    @Parameters(index = "0", paramLabel = "FILE", descriptionKey = "FILE")
    Path file;

    @Override
    public Integer call() throws Exception {
      var request = new OpenLineageRequest(file.toAbsolutePath().normalize().toString());
      Run<OpenLineageResult> run =
          with(export.folder, workspace -> run(workspace, new OpenLineageExport(request)));
      if (json) {
        console().json(Console.document(run));
        return 0;
      }
      OpenLineageResult result = run.result();
      console()
          .line(
              Texts.of(
                  "export.openlineage",
                  result.events(),
                  result.file(),
                  result.loads(),
                  result.models(),
                  result.checks(),
                  run.id()));
      if (result.columnsOpen() > 0) {
        console().line(Texts.of("export.openlineage.open", result.columnsOpen()));
      }
      return 0;
    }
  }
}
