package io.liftwerk.scoring;

import io.liftwerk.scoring.LeadScoringResult.LeftOut;
import io.liftwerk.scoring.SourceTable.Field;
import io.liftwerk.scoring.features.Dataset;
import io.liftwerk.workspace.JobContext;
import io.liftwerk.workspace.WorkbenchException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A table of the workspace as something to learn from, for modules that train {@link Learning}'s
 * models: a snapshot in one fixed order, so that a row's number means the same in every query of
 * the run and in every run on the same rows.
 */
public final class LearningTable {
  /** Column of {@link #snapshot} with the row's number, from 0. */
  public static final String ROW = SourceTable.N;

  private final JobContext context;
  private final SourceTable source;
  private final int rows;

  private LearningTable(JobContext context, SourceTable source, int rows) {
    this.context = context;
    this.source = source;
    this.rows = rows;
  }

  /**
   * What is to be learned from.
   *
   * @param known which rows tell what columns are good for: a condition in SQL on the snapshot
   * @param target column with the outcome
   * @param reserved other columns not to learn from
   * @param exclude columns that the user excluded
   * @param id column that identifies a record; null to find it
   */
  public record Wanted(
      String known,
      String target,
      Set<String> reserved,
      List<String> exclude,
      @Nullable String id) {}

  /**
   * @param features of all rows of the table
   * @param leftOut columns not learned from, with the reason
   * @param id column that identifies a record; null when none does
   * @param warnings what was odd
   */
  public record Made(
      Features features,
      List<LeftOut> leftOut,
      @Nullable String id,
      List<ScoringWarning> warnings) {}

  /** Takes one row's text. */
  @FunctionalInterface
  public interface TextAction {
    void accept(int row, @Nullable String text);
  }

  /**
   * Takes the snapshot and notes its hash as an input of the run.
   *
   * @throws WorkbenchException code {@code table-unknown}, {@code table-empty} or {@code
   *     table-too-large}
   */
  public static LearningTable open(JobContext context, String table) throws Exception {
    SourceTable source = SourceTable.snapshot(context, table);
    return new LearningTable(context, source, source.count(context));
  }

  /** The table's qualified name. */
  public String name() {
    return source.table().toString();
  }

  public int rows() {
    return rows;
  }

  /** The table's own columns, without those that say where a row came from. */
  public List<String> columns() {
    return source.fields().stream().filter(field -> !field.technical()).map(Field::name).toList();
  }

  /**
   * A column as the table spells it.
   *
   * @param role what the user named it for: {@code outcome column}
   * @throws WorkbenchException code {@code column-unknown}, naming the nearest
   */
  public String column(String role, String name) {
    return source.field(role, name).name();
  }

  /** Whether a column holds numbers, or yes and no. */
  public boolean numeric(String column) {
    Field field = source.field("column", column);
    return Profile.isNumber(field) || field.type().equals("BOOLEAN");
  }

  /** Whether a column holds yes and no. */
  public boolean yesNo(String column) {
    return source.field("column", column).type().equals("BOOLEAN");
  }

  /** Reads a column's trimmed text row by row, null where blank; in no particular order. */
  public void texts(String column, TextAction action) throws Exception {
    Field field = source.field("column", column);
    Query.each(
        context,
        "SELECT " + ROW + ", " + field.text() + " FROM " + snapshot(),
        row -> action.accept((int) row.getLong(1), row.getString(2)));
  }

  /** A column as numbers, NaN where it is empty or no number; infinite ones stay infinite. */
  public double[] numbers(String column) throws Exception {
    Field field = source.field("column", column);
    var numbers = new double[rows];
    Query.each(
        context,
        "SELECT " + ROW + ", " + DatasetReader.number(field) + " FROM " + snapshot(),
        row -> {
          double value = row.getDouble(2);
          numbers[(int) row.getLong(1)] = row.wasNull() ? Double.NaN : value;
        });
    return numbers;
  }

  /**
   * A column of two values as 1 for yes and 0 for no, NaN where it is empty.
   *
   * @param warnings taken note of a guess
   * @throws WorkbenchException when the column does not hold two usable outcomes
   */
  public double[] outcomes(String column, List<ScoringWarning> warnings) throws Exception {
    Target target = Target.decide(context, source, source.field("column", column), null, warnings);
    var outcomes = new double[rows];
    Query.each(
        context,
        "SELECT " + ROW + ", " + target.outcome() + " FROM " + snapshot(),
        row -> {
          int outcome = row.getInt(2);
          outcomes[(int) row.getLong(1)] = outcome < 0 ? Double.NaN : outcome;
        });
    return outcomes;
  }

  /**
   * Makes the features of all rows; what is learned of them (levels, the day ages are counted to)
   * is learned from some rows only.
   *
   * @param learn rows to learn from
   * @param yes per row of the table, by what columns are ranked when there are very many
   * @throws WorkbenchException code {@code no-usable-column}, {@code column-unknown} or {@code
   *     table-too-large}
   */
  public Made features(Wanted wanted, int[] learn, boolean[] yes, long seed, Learning learning)
      throws Exception {
    var warnings = new ArrayList<ScoringWarning>();
    String id = wanted.id();
    Profile profile =
        Profile.of(
            context,
            source,
            new Profile.Wanted(
                wanted.known(),
                source.field("outcome column", wanted.target()),
                wanted.reserved(),
                wanted.exclude(),
                id == null ? null : source.field("id column", id)));
    var preparation = new Preparing(context, warnings).learn(profile.uses(), learn);
    var outcome = new byte[rows];
    Arrays.fill(outcome, Dataset.OPEN);
    for (int row : learn) {
      outcome[row] = (byte) (yes[row] ? 1 : 0);
    }
    Dataset data = new DatasetReader(context, source, preparation).read(outcome);
    var leftOut = new ArrayList<>(profile.leftOut());
    Dataset kept = Narrowing.keep(data, learn, seed, learning.work(), leftOut);
    Field found = profile.id();
    return new Made(
        new Features(kept), leftOut, found == null ? null : found.name(), List.copyOf(warnings));
  }

  /** The snapshot in SQL: the table's columns and {@link #ROW}. It lasts as long as the job. */
  public String snapshot() {
    return SourceTable.SNAPSHOT;
  }

  /** Where a row came from, in SQL on the snapshot: the line in its file, or its place. */
  public String line() {
    return source.rowNumber();
  }

  /** The line of a row in its file, or its place from 1 where the table does not say. */
  public long lineOf(int row) throws Exception {
    return Query.one(
        context,
        "SELECT %s FROM %s WHERE %s = %d".formatted(line(), snapshot(), ROW, row),
        found -> found.getLong(1));
  }

  /** The file a row came from, in SQL on the snapshot; null where the table does not say. */
  public String file() {
    Optional<Field> file = source.find("_source");
    return file.isPresent() ? "CAST(" + file.get().sql() + " AS VARCHAR)" : "NULL::VARCHAR";
  }

  /** Reads from the warehouse on the job's connection; cancelling the job interrupts it. */
  public interface RowAction {
    void accept(java.sql.ResultSet row) throws SQLException;
  }

  /** Runs a query that cancelling the job interrupts. */
  public void query(String sql, RowAction action) throws Exception {
    Query.each(context, sql, action::accept);
  }
}
