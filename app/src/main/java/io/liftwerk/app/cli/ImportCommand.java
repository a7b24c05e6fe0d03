package io.liftwerk.app.cli;

import io.liftwerk.ingest.ColumnDecision;
import io.liftwerk.ingest.ExportFindings;
import io.liftwerk.ingest.FileImport;
import io.liftwerk.ingest.ImportRequest;
import io.liftwerk.ingest.ImportResult;
import io.liftwerk.ingest.ImportedTable;
import io.liftwerk.ingest.Period;
import io.liftwerk.ingest.recipe.Role;
import io.liftwerk.workspace.Run;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "import", footer = "  liftwerk import nordwand leads.csv --as leads")
final class ImportCommand extends WorkspaceCommand {
  @Parameters(index = "0", paramLabel = "WS", descriptionKey = "WS")
  Path folder;

  @Parameters(index = "1..*", arity = "1..*", paramLabel = "FILE", descriptionKey = "FILE")
  List<Path> files;

  @Option(names = "--as", paramLabel = "NAME")
  @Nullable String as;

  @Option(names = "--sheet", paramLabel = "SHEET")
  List<String> sheets = List.of();

  @Option(names = "--kind", paramLabel = "RECIPE")
  @Nullable String kind;

  @Option(names = "--update", paramLabel = "TABLE")
  @Nullable String update;

  @Override
  public Integer call() throws Exception {
    List<String> paths =
        files.stream().map(file -> file.toAbsolutePath().normalize().toString()).toList();
    var request = new ImportRequest(paths, as, sheets, Map.of()).ofKind(kind).updating(update);
    Run<ImportResult> run = with(folder, workspace -> run(workspace, new FileImport(request)));
    if (json) {
      console().json(Console.document(run));
      return 0;
    }
    for (ImportedTable table : run.result().tables()) {
      describe(table);
    }
    console().line(Texts.of("run", run.id()));
    return 0;
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
