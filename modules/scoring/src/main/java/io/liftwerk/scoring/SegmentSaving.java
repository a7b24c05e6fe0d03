package io.liftwerk.scoring;

import io.liftwerk.warehouse.ActivationCoverage;
import io.liftwerk.warehouse.Impersonal;
import io.liftwerk.workspace.Hashes;
import io.liftwerk.workspace.Job;
import io.liftwerk.workspace.JobContext;
import io.liftwerk.workspace.Json;
import io.liftwerk.workspace.KillPoint;
import io.liftwerk.workspace.Sql;
import io.liftwerk.workspace.TableRef;
import io.liftwerk.workspace.WorkbenchException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Saves a segment: takes its members from a ranking or a table of persons into {@code
 * gold.segment_NAME}, and says what they are worth beside as many taken at random, and whom of them
 * consent covers. Saving it again under its name replaces it.
 */
public final class SegmentSaving implements Job<SegmentResult> {
  /** Name of the job. */
  public static final String NAME = "segment";

  private static final String CANDIDATES = "temp.main.liftwerk_segment_candidates";

  private final SegmentRequest request;

  /**
   * @throws WorkbenchException code {@code personal-text} when the note or a rule holds an
   *     identifier
   */
  public SegmentSaving(SegmentRequest request) {
    Impersonal.check(request.note());
    request.rules().forEach(rule -> Impersonal.check(rule.values().toArray(String[]::new)));
    this.request = request;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public SegmentRequest parameters() {
    return request;
  }

  @Override
  public Map<String, Double> metrics(SegmentResult result) {
    return Map.of("members", (double) result.members());
  }

  /** Who joined and who left depends on what stood before. */
  @Override
  public Object fingerprint(SegmentResult result) {
    return Json.without(result, "joined", "left", "scoredBy");
  }

  /** Sums over all candidates, or over the members. */
  private record Sums(long rows, @Nullable Double measure) {}

  /**
   * @throws WorkbenchException as {@link SegmentSource#of} and {@link SegmentConditions#sql}; code
   *     {@code segment-by} when a best part is asked for and nothing tells what is best
   */
  @Override
  public SegmentResult run(JobContext context) throws Exception {
    context.progress(0, "finding who fulfils the rules");
    SegmentSource source = SegmentSource.of(context, request);
    @Nullable String measure = source.measure(request.by());
    if (measure == null
        && (request.top() != null || request.share() != null || request.atLeast() != null)) {
      throw new WorkbenchException(
          "segment-by",
          "Nothing tells who of %s is best.".formatted(request.of()),
          "Name a column of numbers with --by, or ask for all.");
    }
    var notes = new ArrayList<>(source.notes());
    boolean open = open(context, source, notes);
    candidates(context, source, measure, source.eligible(open));
    Sums all = sums(context, CANDIDATES);
    if (all.rows() == 0) {
      notes.add("Nobody fulfils the rules.");
    }
    context.progress(0.5, "taking the best");
    KillPoint.LOAD.pass();
    boolean before = keepBefore(context);
    take(context, all.rows());
    context.execute("DELETE FROM " + Segments.TABLE + " WHERE name = ?", request.name());
    context.progress(0.7, "asking for consent");
    SegmentResult result = result(context, source, measure, all, before, notes);
    context.execute(
        "INSERT INTO " + Segments.TABLE + " VALUES (?, ?, ?, ?, now())",
        request.name(),
        Json.write(request),
        Json.write(result),
        context.run());
    return result;
  }

  /** Whether open leads alone are taken; where there are none, all are, which is said. */
  private static boolean open(JobContext context, SegmentSource source, List<String> notes)
      throws Exception {
    if (source.kind() != SegmentSource.Kind.LEADS) {
      return false;
    }
    boolean any =
        Query.one(
            context,
            "SELECT count(*) FILTER (r.open) > 0 FROM " + source.from(),
            row -> row.getBoolean(1));
    if (!any) {
      notes.add("No record is open, so those whose outcome is known were taken.");
    }
    return any;
  }

  private void candidates(
      JobContext context, SegmentSource source, @Nullable String measure, String eligible)
      throws Exception {
    var where = new ArrayList<String>();
    where.add(eligible);
    for (SegmentRule rule : request.rules()) {
      where.add(SegmentConditions.sql(rule, source));
    }
    String ranked = measure == null ? "CAST(NULL AS DOUBLE)" : measure;
    context.execute(
        """
        CREATE OR REPLACE TEMP TABLE liftwerk_segment_candidates AS
        SELECT *, row_number() OVER (ORDER BY measure DESC NULLS LAST, place, record_id) AS rank
        FROM (
          SELECT CAST(%s AS VARCHAR) AS record_id, %s AS person_id, %s AS source_row,
            %s AS measure, %s AS place, %s AS reasons
          FROM %s WHERE %s)
        """
            .formatted(
                source.record(),
                source.person(),
                column(source, "_row", "CAST(NULL AS BIGINT)"),
                ranked,
                column(source, "rank", "0"),
                column(source, "reasons", "CAST(NULL AS VARCHAR)"),
                source.from(),
                String.join(" AND ", where)));
    String hash =
        Query.one(
            context,
            "SELECT CAST(sum(hash(c)) AS VARCHAR) FROM " + CANDIDATES + " c",
            row -> String.valueOf(row.getString(1)));
    context.input(
        TableRef.parse(request.of()).toString(),
        Hashes.sha256(hash),
        sums(context, CANDIDATES).rows());
  }

  /** A column of the ranking itself, where it has it. */
  private static String column(SegmentSource source, String name, String otherwise) {
    SegmentSource.Column column = source.columns().get(name);
    return column != null && column.sql().startsWith("r.") ? column.sql() : otherwise;
  }

  private static Sums sums(JobContext context, String table) throws Exception {
    return Query.one(
        context,
        "SELECT count(*), fsum(measure) FROM " + table,
        row -> {
          long rows = row.getLong(1);
          double measure = row.getDouble(2);
          return new Sums(rows, row.wasNull() ? null : Double.valueOf(measure));
        });
  }

  private boolean keepBefore(JobContext context) throws Exception {
    context.execute("CREATE SCHEMA IF NOT EXISTS liftwerk");
    context.execute(
        "CREATE TABLE IF NOT EXISTS "
            + Segments.TABLE
            + " (name VARCHAR, request VARCHAR, result VARCHAR, run VARCHAR, saved_at"
            + " TIMESTAMPTZ)");
    boolean before =
        Query.one(
            context,
            "SELECT count(*) FROM information_schema.tables WHERE table_schema = 'gold'"
                + " AND table_name = 'segment_"
                + request.name()
                + "'",
            row -> row.getLong(1) > 0);
    if (before) {
      context.execute(
          "CREATE OR REPLACE TEMP TABLE liftwerk_segment_before AS SELECT DISTINCT record_id FROM "
              + TableRef.parse(request.table()).sql());
    }
    return before;
  }

  private void take(JobContext context, long candidates) throws Exception {
    var where = new ArrayList<String>(List.of("true"));
    Double atLeast = request.atLeast();
    if (atLeast != null) {
      where.add("measure >= " + atLeast);
    }
    Long top = request.top();
    Double share = request.share();
    if (top != null) {
      where.add("rank <= " + top);
    } else if (share != null) {
      where.add("rank <= " + (long) Math.ceil(share * candidates));
    }
    if (top != null || share != null) {
      where.add("measure IS NOT NULL");
    }
    context.execute(
        """
        CREATE OR REPLACE TABLE %s AS
        SELECT row_number() OVER (ORDER BY rank) AS rank, record_id, person_id, source_row AS _row,
          measure AS score, reasons, CAST(%s AS VARCHAR) AS run
        FROM %s WHERE %s ORDER BY rank
        """
            .formatted(
                TableRef.parse(request.table()).sql(),
                Sql.literal(context.run()),
                CANDIDATES,
                String.join(" AND ", where)));
  }

  private SegmentResult result(
      JobContext context,
      SegmentSource source,
      @Nullable String measure,
      Sums all,
      boolean before,
      List<String> notes)
      throws Exception {
    String table = TableRef.parse(request.table()).sql();
    Sums mine = sums(context, "(SELECT score AS measure FROM " + table + ")");
    boolean probability =
        request.by() == null
            && (source.kind() == SegmentSource.Kind.LEADS
                || source.kind() == SegmentSource.Kind.CHURN);
    Double atRandom = part(all.measure(), mine.rows(), all.rows());
    Optional<ActivationCoverage> coverage =
        ActivationCoverage.of(
            context, "SELECT person_id FROM " + table + " WHERE person_id IS NOT NULL");
    if (coverage.isEmpty()) {
      notes.add("Nobody's consent has been judged yet; build the models first.");
    }
    long unknown =
        Query.one(
            context,
            "SELECT count(*) FILTER (person_id IS NULL) FROM " + table,
            row -> row.getLong(1));
    List<Double> lowest =
        Query.list(
            context,
            "SELECT min(score) AS least FROM " + table + " HAVING least IS NOT NULL",
            row -> row.getDouble(1));
    return new SegmentResult(
        request.name(),
        request.table(),
        TableRef.parse(request.of()).toString(),
        source.scored(),
        source.run(),
        by(source, measure),
        all.rows(),
        mine.rows(),
        lowest.isEmpty() ? null : lowest.getFirst(),
        probability ? zero(mine.measure()) : null,
        probability ? zero(atRandom) : null,
        worth(source.kind(), zero(mine.measure()), mine.rows()),
        worth(source.kind(), zero(atRandom), mine.rows()),
        currency(context, source),
        unknown,
        coverage.orElse(null),
        before ? changed(context, table, "liftwerk_segment_before") : null,
        before ? changed(context, "liftwerk_segment_before", table) : null,
        notes);
  }

  private String by(SegmentSource source, @Nullable String measure) {
    String by = request.by();
    if (by != null) {
      return by;
    }
    return measure == null ? "" : source.kind() == SegmentSource.Kind.VALUES ? "clv" : "score";
  }

  private static double zero(@Nullable Double value) {
    return value == null ? 0 : value;
  }

  private static @Nullable Double part(@Nullable Double sum, long members, long rows) {
    return sum == null || rows == 0 ? null : Double.valueOf(sum * members / rows);
  }

  /** What a sum of probabilities or values comes to in money, after the cost of contacts. */
  private @Nullable Double worth(SegmentSource.Kind kind, double sum, long members) {
    if (request.by() != null) {
      return null;
    }
    Double value = request.value();
    return switch (kind) {
      case LEADS, CHURN ->
          value == null ? null : Double.valueOf(sum * value - members * request.cost());
      case VALUES -> sum - members * request.cost();
      case PERSONS -> null;
    };
  }

  private static @Nullable String currency(JobContext context, SegmentSource source)
      throws Exception {
    if (source.kind() != SegmentSource.Kind.VALUES) {
      return null;
    }
    List<String> found =
        Query.list(
            context,
            "SELECT DISTINCT currency FROM "
                + source.from()
                + " WHERE currency IS NOT NULL LIMIT 2",
            row -> row.getString(1));
    return found.size() == 1 ? found.getFirst() : null;
  }

  private static long changed(JobContext context, String of, String without) throws Exception {
    return Query.one(
        context,
        "SELECT count(DISTINCT a.record_id) FROM %s a WHERE NOT EXISTS (SELECT 1 FROM %s b WHERE b.record_id = a.record_id)"
            .formatted(of, without),
        row -> row.getLong(1));
  }
}
