package io.liftwerk.warehouse.quality;

import io.liftwerk.warehouse.quality.Check.Finding;
import io.liftwerk.warehouse.quality.Check.OfRows;
import io.liftwerk.warehouse.quality.Check.OfTable;
import io.liftwerk.warehouse.quality.TestDefinition.Config;
import io.liftwerk.workspace.JobContext;
import io.liftwerk.workspace.WorkbenchException;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs tests one after the other. One that cannot run says why and does not stop the others. */
public final class TestRunner implements AutoCloseable {
  private final Reader reader;
  private final Relations relations;
  private final Instant now;
  private final Map<String, String> baselines;

  /**
   * @param now the moment that ages are counted to
   * @param baselines what earlier runs kept, by the test's id
   */
  public TestRunner(
      JobContext context, Relations relations, Instant now, Map<String, String> baselines)
      throws SQLException {
    this.reader = new Reader(context);
    this.relations = relations;
    this.now = now;
    this.baselines = Map.copyOf(baselines);
  }

  /** Runs one test. What it finds is not written anywhere yet. */
  public Outcome run(TestDefinition test) throws SQLException {
    long start = System.nanoTime();
    Outcome outcome = attempt(test);
    return outcome.took((System.nanoTime() - start) / 1e9);
  }

  private Outcome attempt(TestDefinition test) throws SQLException {
    reader.begin();
    String description = "";
    try {
      WorkbenchException refusal = test.refusal();
      if (refusal != null) {
        throw refusal;
      }
      Maker maker = TestNames.maker(test.name());
      var target =
          new Target(
              reader, relations, relations.place(test.table()), now, baselines.get(test.id()));
      var arguments = new Arguments(test.name(), test.arguments());
      target.where(test.config().where());
      String rowCondition = arguments.text("row_condition");
      target.where(rowCondition);
      Check check = maker.make(target, test.column(), arguments);
      arguments.allRead();
      description = describe(check, test.config().where(), rowCondition);
      return switch (check) {
        case OfRows rows -> ofRows(test, description, target, rows);
        case OfTable table -> ofTable(test, description, target, table);
      };
    } catch (WorkbenchException e) {
      return impossible(test, description, e.sentence());
    } catch (SQLException e) {
      return impossible(test, description, test.id() + " cannot run: " + firstLine(e) + ".");
    }
  }

  private Outcome ofRows(TestDefinition test, String description, Target target, OfRows check)
      throws SQLException {
    List<@Nullable Object> counts =
        reader.row(
            """
            SELECT count(*), count(*) FILTER (WHERE judged), count(*) FILTER (WHERE judged AND failing)
            FROM (SELECT (%s) AS judged, (%s) AS failing FROM %s)
            """
                .formatted(check.judged(), check.failing(), target.rows()));
    long judged = Target.number(counts.get(1));
    long failing = Target.number(counts.get(2));
    String sql =
        failing == 0
            ? null
            : failing(target, "(" + check.judged() + ") AND (" + check.failing() + ")");
    return new Outcome(
        test,
        description,
        status(test.config(), judged, failing, check.mostly()),
        null,
        Target.number(counts.get(0)),
        judged,
        failing,
        sql == null ? null : limited(sql, test.config()),
        sql == null ? "" : hash(sql),
        null,
        "",
        null,
        0);
  }

  private Outcome ofTable(TestDefinition test, String description, Target target, OfTable check)
      throws SQLException {
    Finding finding = check.measure().of(target);
    long rows = target.count();
    String sql = check.failing() == null ? null : failing(target, check.failing());
    long failing =
        sql == null
            ? 0
            : Target.number(reader.row("SELECT count(*) FROM (" + sql + ")").getFirst());
    return new Outcome(
        test,
        description,
        status(test.config(), finding),
        null,
        rows,
        rows,
        failing,
        sql == null || failing == 0 ? null : limited(sql, test.config()),
        sql == null || failing == 0 ? "" : hash(sql),
        finding.figure(),
        finding.text(),
        finding.baseline(),
        0);
  }

  private static String failing(Target target, String condition) {
    return "SELECT * FROM " + target.rows() + " WHERE " + condition;
  }

  private static String limited(String sql, Config config) {
    return config.limit() == null ? sql : sql + " LIMIT " + config.limit();
  }

  /**
   * Of all cells of the failing rows. So every one of them has been read before the job's own
   * transaction copies them, and an error there would have come here.
   */
  private String hash(String sql) throws SQLException {
    return String.valueOf(
        reader.row("SELECT CAST(bit_xor(hash(f)) AS VARCHAR) FROM (" + sql + ") f").getFirst());
  }

  private static TestStatus status(Config config, long judged, long failing, double mostly) {
    double asStated = judged == 0 ? 1 : (double) (judged - failing) / judged;
    if (failing == 0 || (mostly < 1 && asStated >= mostly)) {
      return TestStatus.PASS;
    }
    boolean fails =
        !config.warns() && (config.errorIf() == null || config.errorIf().holds(failing));
    if (fails) {
      return TestStatus.FAIL;
    }
    boolean warns = config.warnIf() == null ? config.warns() : config.warnIf().holds(failing);
    return warns ? TestStatus.WARN : TestStatus.PASS;
  }

  private static TestStatus status(Config config, Finding finding) {
    return switch (finding.verdict()) {
      case AS_STATED -> TestStatus.PASS;
      case TO_BE_WARNED_OF -> TestStatus.WARN;
      case NOT_AS_STATED -> config.warns() ? TestStatus.WARN : TestStatus.FAIL;
    };
  }

  private static Outcome impossible(TestDefinition test, String description, String sentence) {
    return new Outcome(
        test, description, TestStatus.ERROR, sentence, 0, 0, 0, null, "", null, "", null, 0);
  }

  private static String describe(
      Check check, @Nullable String where, @Nullable String rowCondition) {
    String claim = Character.toUpperCase(check.claim().charAt(0)) + check.claim().substring(1);
    String condition =
        where == null
            ? rowCondition
            : rowCondition == null ? where : where + " AND " + rowCondition;
    double mostly = check instanceof OfRows rows ? rows.mostly() : 1;
    if (mostly == 1) {
      return condition == null ? claim + "." : claim + ", where " + condition + ".";
    }
    String share =
        BigDecimal.valueOf(mostly).movePointRight(2).stripTrailingZeros().toPlainString() + " %";
    return condition == null
        ? claim + ", in at least " + share + " of the rows."
        : claim + ", in at least " + share + " of the rows, where " + condition + ".";
  }

  private static String firstLine(SQLException e) {
    String message = e.getMessage();
    return message == null
        ? e.getClass().getSimpleName()
        : message.lines().findFirst().orElse("").replaceAll("[.\\s]+$", "");
  }

  @Override
  public void close() throws SQLException {
    reader.close();
  }
}
