package io.liftwerk.app.cli;

import io.liftwerk.scoring.ChurnTime;
import io.liftwerk.scoring.ChurnTimeRequest;
import io.liftwerk.scoring.ChurnTimeResult;
import io.liftwerk.scoring.LifetimeValue;
import io.liftwerk.scoring.LifetimeValueRequest;
import io.liftwerk.scoring.LifetimeValueResult;
import io.liftwerk.workspace.Run;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

@Command(
    name = "ltv",
    footer = {
      "  liftwerk ltv nordwand",
      "  liftwerk ltv nordwand orders --customer Kunde --date Datum --value Umsatz --json",
      "  liftwerk ltv nordwand contracts --start Beginn --end Ende --group Tarif --columns"
          + " Alter,Tarif"
    })
final class LtvCommand extends HandedCommand {
  @Parameters(index = "0", paramLabel = "WS", descriptionKey = "WS")
  Path folder;

  @Parameters(index = "1", arity = "0..1", paramLabel = "TABLE", descriptionKey = "TABLE")
  @Nullable String table;

  @Option(names = "--customer", paramLabel = "COL")
  @Nullable String customer;

  @Option(names = "--date", paramLabel = "COL")
  @Nullable String date;

  @Option(names = "--value", paramLabel = "COL")
  @Nullable String value;

  @Option(names = "--currency", paramLabel = "CODE")
  @Nullable String currency;

  @Option(names = "--unit", paramLabel = "UNIT", defaultValue = "day")
  String unit;

  @Option(names = "--calibrate", paramLabel = "DAY")
  @Nullable LocalDate calibration;

  @Option(names = "--until", paramLabel = "DAY")
  @Nullable LocalDate until;

  @Option(names = "--months", paramLabel = "N", defaultValue = "12")
  int months;

  @Option(names = "--discount", paramLabel = "RATE", defaultValue = "0.1")
  double discount;

  @Option(names = "--start", paramLabel = "COL")
  @Nullable String start;

  @Option(names = "--end", paramLabel = "COL")
  @Nullable String end;

  @Option(names = "--duration", paramLabel = "COL")
  @Nullable String duration;

  @Option(names = "--churned", paramLabel = "COL")
  @Nullable String churned;

  @Option(names = "--group", paramLabel = "COL")
  @Nullable String group;

  @Option(names = "--columns", paramLabel = "COL[,COL]")
  List<String> columns = List.of();

  @Override
  public Integer call() throws Exception {
    if (contracts()) {
      Run<ChurnTimeResult> run = handed(folder, new ChurnTime(churnTime()), ChurnTimeResult.class);
      if (json) {
        console().json(Console.document(run));
      } else {
        ChurnTimeText.print(console(), run);
      }
    } else {
      Run<LifetimeValueResult> run =
          handed(folder, new LifetimeValue(purchases()), LifetimeValueResult.class);
      if (json) {
        console().json(Console.document(run));
      } else {
        LtvText.print(console(), run);
      }
    }
    return 0;
  }

  /** Contracts have an end; purchases have none. */
  private boolean contracts() {
    return start != null
        || end != null
        || duration != null
        || churned != null
        || group != null
        || !columns.isEmpty()
        || "silver.contracts".equals(table);
  }

  private LifetimeValueRequest purchases() {
    return new LifetimeValueRequest(
        table,
        customer,
        date,
        value,
        currency,
        until,
        calibration,
        unit.toLowerCase(Locale.ROOT),
        months,
        discount,
        today());
  }

  private ChurnTimeRequest churnTime() {
    return new ChurnTimeRequest(
        table, start, end, duration, churned, group, names(), value, until, months, discount,
        today());
  }

  private static LocalDate today() {
    return LocalDate.now(ZoneId.systemDefault());
  }

  private List<String> names() {
    return columns.stream()
        .flatMap(
            text ->
                NameList.of(text)
                    .orElseThrow(
                        () ->
                            new ParameterException(
                                spec.commandLine(), Texts.of("usage.quote", "--columns", text)))
                    .stream())
        .toList();
  }
}
