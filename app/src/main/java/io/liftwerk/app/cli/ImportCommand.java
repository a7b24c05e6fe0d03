package io.liftwerk.app.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.liftwerk.ingest.ColumnDecision;
import io.liftwerk.ingest.ExportFindings;
import io.liftwerk.ingest.FileImport;
import io.liftwerk.ingest.ImportRequest;
import io.liftwerk.ingest.ImportResult;
import io.liftwerk.ingest.ImportedTable;
import io.liftwerk.ingest.Period;
import io.liftwerk.ingest.Skipped;
import io.liftwerk.ingest.recipe.Role;
import io.liftwerk.workspace.Run;
import io.liftwerk.workspace.WorkbenchException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

@Command(
    name = "import",
    footer = {
      "  liftwerk import nordwand leads.csv --as leads",
      "  liftwerk import nordwand exports/ google-ads.zip",
      "  liftwerk import nordwand ~/Downloads/exports --watch"
    })
final class ImportCommand extends WorkspaceCommand {
  @Parameters(index = "0", paramLabel = "WS", descriptionKey = "WS")
  Path folder;

  @Parameters(index = "1..*", arity = "1..*", paramLabel = "PATH", descriptionKey = "PATH")
  List<Path> files;

  @Option(names = "--as", paramLabel = "NAME")
  @Nullable String as;

  @Option(names = "--sheet", paramLabel = "SHEET")
  List<String> sheets = List.of();

  @Option(names = "--kind", paramLabel = "RECIPE")
  @Nullable String kind;

  @Option(names = "--update", paramLabel = "TABLE")
  @Nullable String update;

  @Option(names = "--watch")
  boolean watch;

  @Mixin final Passphrase passphrase = new Passphrase();

  @Override
  public Integer call() throws Exception {
    if (watch) {
      return watch();
    }
    List<String> paths =
        files.stream().map(file -> file.toAbsolutePath().normalize().toString()).toList();
    var request = new ImportRequest(paths, as, sheets, Map.of()).ofKind(kind).updating(update);
    Run<ImportResult> run =
        with(
            folder,
            workspace -> {
              passphrase.offer(workspace);
              return run(workspace, new FileImport(request));
            });
    ImportResult result = run.result();
    WorkbenchException nothing = result.tables().isEmpty() ? nothing(result) : null;
    if (json) {
      ObjectNode document = Console.document(run);
      if (nothing != null) {
        document.set("error", Console.error(nothing));
      }
      console().json(document);
    } else {
      result.tables().forEach(this::describe);
      result.skipped().forEach(this::describe);
      console().line(Texts.of("run", run.id()));
    }
    if (nothing != null) {
      console().error(nothing, false);
      return 1;
    }
    return 0;
  }

  private static WorkbenchException nothing(ImportResult result) {
    return new WorkbenchException(
        "nothing-loaded",
        result.skipped().size() == 1
            ? "The one file there could not be loaded."
            : "None of the " + result.skipped().size() + " files there could be loaded.",
        "The reasons are named with the files.");
  }

  private int watch() throws Exception {
    if (as != null || !sheets.isEmpty()) {
      throw new ParameterException(spec.commandLine(), Texts.of("import.watch.alone"));
    }
    List<Path> folders = files.stream().map(file -> file.toAbsolutePath().normalize()).toList();
    for (Path one : folders) {
      if (!Files.isDirectory(one)) {
        throw new WorkbenchException(
            "watch-no-folder",
            "There is no folder " + one + ".",
            "Name the folder that the exports are saved in.");
      }
    }
    try (var foreground = new Foreground()) {
      with(
          folder,
          workspace -> {
            passphrase.offer(workspace);
            new Watching(console(), json, foreground).run(workspace, folders);
            return 0;
          });
    }
    return 0;
  }

  private void describe(Skipped skipped) {
    console()
        .line(
            Texts.of(
                "import.skipped",
                skipped.file(),
                Texts.sentence(skipped.message()),
                skipped.code()));
  }

  private void describe(ImportedTable table) {
    Console console = console();
    String file = table.sheet() == null ? table.file() : table.file() + " / " + table.sheet();
    console.line(
        Texts.of(
            "import.table",
            file,
            table.name(),
            table.rows(),
            table.rejects(),
            Texts.sentence(table.encoding())));
    if (!table.kind().equals(ExportFindings.GENERIC)) {
      console.line(
          "  "
              + Texts.of(
                  "import.kind",
                  table.kind(),
                  Texts.percent(table.confidence()),
                  Texts.sentence(table.because())));
    }
    Period period = table.period();
    if (period != null) {
      console.line("  " + Texts.of("import.period", period.from(), period.to()));
    }
    table
        .notes()
        .forEach(note -> console.line("  " + Texts.of("import.note", Texts.sentence(note))));
    var rows = new ArrayList<List<String>>();
    for (ColumnDecision column : table.columns()) {
      rows.add(
          List.of(
              "  " + column.name(),
              role(table, column),
              column.type().json(),
              column.format(),
              Texts.sentence(column.reason())));
    }
    console.table(rows);
  }

  private static String role(ImportedTable table, ColumnDecision column) {
    Role role = table.roles().get(column.name());
    return role == null ? "" : role.json();
  }
}
