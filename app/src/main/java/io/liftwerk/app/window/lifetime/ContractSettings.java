package io.liftwerk.app.window.lifetime;

import io.liftwerk.app.window.base.AnalysisModel;
import io.liftwerk.scoring.ChurnTimeRequest;
import io.liftwerk.scoring.ChurnTimeResult;
import io.liftwerk.scoring.ContractColumns;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the user has set of contracts followed until they end.
 *
 * @param table qualified name, null while none is chosen
 * @param time which columns say how long each ran
 * @param group column whose values are compared, null for none
 * @param columns whose part in churn is looked for
 * @param value column with what a contract brings per period, null for none
 * @param until last day that the table covers, null for today
 * @param today the day it was asked
 */
public record ContractSettings(
    @Nullable String table,
    ContractColumns time,
    @Nullable String group,
    Set<String> columns,
    @Nullable String value,
    @Nullable LocalDate until,
    int months,
    double discount,
    LocalDate today)
    implements AnalysisModel.Settings<ChurnTimeRequest> {
  private static final ContractColumns NONE = new ContractColumns(null, null, null, null);

  static ContractSettings nothing() {
    return new ContractSettings(null, NONE, null, Set.of(), null, null, 12, 0.1, now());
  }

  private static LocalDate now() {
    return LocalDate.now(ZoneId.systemDefault());
  }

  /** What {@code run} used; columns that the engine found by their names are found likewise. */
  static ContractSettings of(ChurnTimeRequest run, ChurnTimeResult result, ContractColumns guess) {
    boolean days = run.duration() == null;
    var time =
        new ContractColumns(
            days && run.start() == null ? guess.start() : run.start(),
            days && run.end() == null ? guess.end() : run.end(),
            run.duration(),
            run.churned());
    return new ContractSettings(
        result.table(),
        time,
        run.group(),
        Set.copyOf(run.columns()),
        run.value(),
        run.until(),
        run.months(),
        run.discount(),
        run.today());
  }

  @Override
  public @Nullable ChurnTimeRequest request() {
    return table == null || !time.isComplete()
        ? null
        : new ChurnTimeRequest(
            table,
            time.start(),
            time.end(),
            time.duration(),
            time.churned(),
            group,
            List.copyOf(new TreeSet<>(columns)),
            value,
            until,
            months,
            discount,
            today);
  }

  public ContractSettings withTable(String next) {
    return new ContractSettings(next, NONE, null, Set.of(), null, null, months, discount, now());
  }

  public ContractSettings withTime(ContractColumns next) {
    return new ContractSettings(table, next, group, columns, value, until, months, discount, today);
  }

  public ContractSettings withGroup(@Nullable String next) {
    return new ContractSettings(table, time, next, columns, value, until, months, discount, today);
  }

  public ContractSettings withColumns(Set<String> next) {
    return new ContractSettings(
        table, time, group, Set.copyOf(next), value, until, months, discount, today);
  }

  public ContractSettings withValue(@Nullable String next) {
    return new ContractSettings(table, time, group, columns, next, until, months, discount, today);
  }

  public ContractSettings withHorizon(int next, double rate, @Nullable LocalDate last) {
    return new ContractSettings(table, time, group, columns, value, last, next, rate, today);
  }
}
