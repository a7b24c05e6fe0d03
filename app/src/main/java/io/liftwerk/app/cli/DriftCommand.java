package io.liftwerk.app.cli;

import io.liftwerk.warehouse.DriftCheck;
import io.liftwerk.warehouse.DriftRequest;
import io.liftwerk.warehouse.DriftResult;
import io.liftwerk.warehouse.DriftResult.ColumnDrift;
import io.liftwerk.warehouse.drift.Measure;
import io.liftwerk.workspace.Run;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

@Command(
    name = "drift",
    footer = {
      "  liftwerk drift nordwand bronze.leads_october --against bronze.leads_september",
      "  liftwerk drift nordwand gold.kpi_daily --date date_day --from 2026-09-01 --to 2026-09-30"
    })
final class DriftCommand extends WorkspaceCommand {
  @Parameters(index = "0", paramLabel = "WS", descriptionKey = "WS")
  Path folder;

  @Parameters(index = "1", paramLabel = "TABLE", descriptionKey = "TABLE")
  String table;

  @Option(names = "--against", paramLabel = "TABLE")
  @Nullable String against;

  @Option(names = "--date", paramLabel = "COLUMN")
  @Nullable String date;

  @Option(names = "--from", paramLabel = "DAY")
  @Nullable LocalDate from;

  @Option(names = "--to", paramLabel = "DAY")
  @Nullable LocalDate to;

  @Option(names = "--reference-from", paramLabel = "DAY")
  @Nullable LocalDate referenceFrom;

  @Option(names = "--reference-to", paramLabel = "DAY")
  @Nullable LocalDate referenceTo;

  @Option(names = "--column", paramLabel = "COLUMN")
  List<String> columns = new ArrayList<>();

  @Override
  public Integer call() throws Exception {
    boolean periods = date != null || from != null || to != null;
    if ((against != null) == periods) {
      throw new ParameterException(spec.commandLine(), Texts.of("usage.drift"));
    }
    var request =
        new DriftRequest(
            table, against, date, from, to, referenceFrom, referenceTo, List.copyOf(columns));
    Run<DriftResult> run = with(folder, workspace -> run(workspace, new DriftCheck(request)));
    if (json) {
      console().json(Console.document(run));
    } else {
      print(run);
    }
    return 0;
  }

  private void print(Run<DriftResult> run) {
    DriftResult result = run.result();
    console()
        .line(
            Texts.of(
                "drift.compared",
                result.current(),
                result.currentRows(),
                result.reference(),
                result.referenceRows()));
    var rows = new ArrayList<List<String>>();
    rows.add(List.of(Texts.of("drift.head").split("\\|")));
    for (ColumnDrift column : result.columns()) {
      String test = column.numeric() ? "kolmogorov-smirnov" : "chi-square-homogeneity";
      rows.add(
          List.of(
              column.column(),
              Texts.of("drift." + column.verdict().name().toLowerCase(Locale.ROOT)),
              figure(column.measure("psi").map(Measure::value).orElse(null)),
              figure(column.measure("jensen-shannon").map(Measure::value).orElse(null)),
              figure(column.measure("wasserstein").map(Measure::value).orElse(null)),
              figure(column.measure(test).map(Measure::p).orElse(null)),
              Texts.sentence(column.reason())));
    }
    console().table(rows);
    result
        .leftOut()
        .forEach(
            one ->
                console()
                    .line(Texts.of("drift.leftOut", one.column(), Texts.sentence(one.reason()))));
    console().line(Texts.of("run", run.id()));
  }

  private static String figure(@Nullable Double value) {
    return value == null ? "-" : Texts.decimal(value, 4);
  }
}
