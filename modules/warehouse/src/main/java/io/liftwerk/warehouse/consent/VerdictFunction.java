package io.liftwerk.warehouse.consent;

import io.liftwerk.warehouse.consent.SignalJudge.Judged;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.duckdb.DuckDBFunctions;

/**
 * Judging as a function of DuckDB, {@code liftwerk_consent(source, signal)}, so that ten million
 * different signals pass through a few at a time, on every core. There are few different verdicts:
 * the function gives the number of one, and in the 36 bits below it the moment that the signal
 * itself names, in tenths of a second since 1970 as the TCF counts, 0 when it names none.
 *
 * <p>The function is there while verdicts are written and never part of a view, which would not
 * work in any other program.
 */
final class VerdictFunction {
  static final String NAME = "liftwerk_consent";
  static final int MOMENT_BITS = 36;

  private static final int MILLIS = 100;
  private static final long LATEST = (1L << MOMENT_BITS) - 1;

  private final ConsentPolicy policy;
  private final SignalJudge judge;
  private final Map<String, Basis> bases = new ConcurrentHashMap<>();
  private final Map<Verdict, Integer> numbers = new ConcurrentHashMap<>();
  private final List<Verdict> verdicts = new ArrayList<>();

  VerdictFunction(ConsentPolicy policy) {
    this.policy = policy;
    this.judge = new SignalJudge(policy);
  }

  void register(Connection connection) throws SQLException {
    try (var function = DuckDBFunctions.scalarFunction()) {
      function
          .withName(NAME)
          .withParameter(String.class)
          .withParameter(String.class)
          .withReturnType(long.class)
          .withFunction(this::judged)
          .register(connection);
    }
  }

  private long judged(String source, String signal) {
    Basis basis = bases.computeIfAbsent(source, name -> policy.source(name).basis());
    Judged judged = judge.judge(basis, signal);
    return (long) number(judged.verdict()) << MOMENT_BITS | moment(judged);
  }

  private int number(Verdict verdict) {
    Integer known = numbers.get(verdict);
    return known == null ? numbers.computeIfAbsent(verdict, this::added) : known;
  }

  private int added(Verdict verdict) {
    synchronized (verdicts) {
      verdicts.add(verdict);
      return verdicts.size() - 1;
    }
  }

  private static long moment(Judged judged) {
    Instant moment = judged.decidedAt();
    long tenths = moment == null ? 0 : moment.toEpochMilli() / MILLIS;
    return tenths > 0 && tenths <= LATEST ? tenths : 0;
  }

  /** Every verdict so far, by its number. */
  List<Verdict> verdicts() {
    synchronized (verdicts) {
      return List.copyOf(verdicts);
    }
  }
}
