package io.liftwerk.app.cli;

import io.liftwerk.report.KpiFigures;
import io.liftwerk.warehouse.KpiRequest;
import io.liftwerk.warehouse.KpiResult;
import io.liftwerk.warehouse.Kpis;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The key figures of a period. */
@Command(name = "kpis", footer = "  liftwerk kpis nordwand --from 2026-09-01 --to 2026-09-30")
final class KpisCommand extends WorkspaceCommand {
  @Parameters(paramLabel = "WS", descriptionKey = "WS")
  Path folder;

  @Option(names = "--from", paramLabel = "DAY")
  @Nullable LocalDate from;

  @Option(names = "--to", paramLabel = "DAY")
  @Nullable LocalDate to;

  @Option(names = "--channel", paramLabel = "NAME")
  @Nullable String channel;

  @Override
  public Integer call() throws Exception {
    return with(
        folder,
        workspace -> {
          KpiResult result = new Kpis(workspace).view(new KpiRequest(from, to, channel));
          if (json) {
            console().json(result);
          } else {
            print(result);
          }
          return 0;
        });
  }

  private void print(KpiResult result) {
    if (result.kpis().isEmpty()) {
      console().line(Texts.of("kpis.none"));
      return;
    }
    console()
        .line(
            Texts.of(
                "kpis.period",
                String.valueOf(result.from()),
                String.valueOf(result.to()),
                result.timeZone()));
    var figures = new KpiFigures(Locale.getDefault());
    var rows = new ArrayList<List<String>>();
    rows.add(List.of(Texts.of("kpis.head").split("\\|")));
    for (KpiResult.Kpi kpi : result.kpis()) {
      rows.add(
          List.of(
              kpi.definition().title(Locale.getDefault()),
              figures.written(kpi, kpi.value()),
              kpi.before() == null ? "" : figures.written(kpi, kpi.before()),
              kpi.table() + "." + kpi.column()));
    }
    console().table(rows);
  }
}
