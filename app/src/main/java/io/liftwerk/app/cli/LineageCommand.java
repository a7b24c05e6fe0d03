package io.liftwerk.app.cli;

import io.liftwerk.warehouse.Lineage;
import io.liftwerk.warehouse.LineageGraph;
import io.liftwerk.warehouse.RowSources;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

@Command(
    name = "lineage",
    footer = {
      "  liftwerk lineage nordwand gold.kpi_daily.roas",
      "  liftwerk lineage nordwand gold.kpi_daily --row date_day=2026-09-01 --row channel=paid"
    })
final class LineageCommand extends WorkspaceCommand {
  @Parameters(index = "0", paramLabel = "WS", descriptionKey = "WS")
  Path folder;

  @Parameters(index = "1", paramLabel = "TARGET", descriptionKey = "TARGET")
  String target;

  @Option(names = "--row", paramLabel = "COLUMN=VALUE")
  String[] row = {};

  @Override
  public Integer call() throws Exception {
    if (row.length > 0) {
      Map<String, @Nullable String> key = key();
      RowSources rows = with(folder, workspace -> new Lineage(workspace).rows(target, key));
      if (json) {
        console().json(rows);
      } else {
        LineageText.print(console(), rows);
      }
      return 0;
    }
    LineageGraph graph = with(folder, workspace -> new Lineage(workspace).of(target));
    if (json) {
      console().json(graph);
    } else {
      LineageText.print(console(), graph);
    }
    return 0;
  }

  /** {@code column=} asks for rows in which it is missing. */
  private Map<String, @Nullable String> key() {
    var key = new LinkedHashMap<String, @Nullable String>();
    for (String pair : row) {
      int equals = pair.indexOf('=');
      if (equals < 1) {
        throw new ParameterException(spec.commandLine(), Texts.of("usage.row", pair));
      }
      String value = pair.substring(equals + 1);
      key.put(pair.substring(0, equals), value.isEmpty() ? null : value);
    }
    return key;
  }
}
