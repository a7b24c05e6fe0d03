package io.liftwerk.scoring;

import io.liftwerk.warehouse.ActivationCoverage;
import io.liftwerk.workspace.DelimitedCopy;
import io.liftwerk.workspace.Job;
import io.liftwerk.workspace.JobContext;
import io.liftwerk.workspace.Json;
import io.liftwerk.workspace.KillPoint;
import io.liftwerk.workspace.ResultFile;
import io.liftwerk.workspace.TableRef;
import io.liftwerk.workspace.WorkbenchException;
import java.util.Optional;

/**
 * Writes a segment as a list for a sales team or another system of the client's own: rank, record,
 * score, reasons. It holds those whom consent covers for activation, and records of sources that no
 * person is named in only when asked for. Identifiers that were replaced stay replaced.
 */
public final class SegmentList implements Job<SegmentList.Result> {
  /** Name of the job. */
  public static final String NAME = "segment-list";

  private final Request request;

  /**
   * @param name of the segment
   * @param withoutPerson whether members whom no source names as a person are on the list too
   */
  public record Request(String name, boolean withoutPerson) {}

  /**
   * @param members of the segment
   * @param listed members on the list
   * @param heldBack members whom consent does not cover
   * @param withoutPerson members whom no source names as a person
   * @param file relative to the workspace
   */
  public record Result(
      String name, long members, long listed, long heldBack, long withoutPerson, String file) {}

  public SegmentList(Request request) {
    this.request = new Request(SegmentRequest.plain(request.name()), request.withoutPerson());
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Request parameters() {
    return request;
  }

  @Override
  public Object fingerprint(Result result) {
    return Json.without(result, "file");
  }

  /**
   * @throws WorkbenchException code {@code segment-unknown}; {@code segment-not-judged} when a
   *     member is a person and no build has judged consent
   */
  @Override
  public Result run(JobContext context) throws Exception {
    Segments.Saved saved = new Segments(context.workspace()).find(request.name());
    String table = TableRef.parse(saved.request().table()).sql();
    context.progress(0, "asking for consent");
    Optional<ActivationCoverage> coverage =
        ActivationCoverage.of(
            context, "SELECT person_id FROM " + table + " WHERE person_id IS NOT NULL");
    record Counts(long members, long unknown) {}
    Counts counts =
        Query.one(
            context,
            "SELECT count(*), count(*) FILTER (person_id IS NULL) FROM " + table,
            row -> new Counts(row.getLong(1), row.getLong(2)));
    if (coverage.isEmpty() && counts.unknown() < counts.members()) {
      throw new WorkbenchException(
          "segment-not-judged", "Nobody's consent has been judged yet.", "Build the models first.");
    }
    String covered =
        coverage.isPresent()
            ? "person_id IN (SELECT person_id FROM "
                + ActivationCoverage.PERSONS
                + " WHERE covered)"
            : "false";
    String listed = "(" + covered + (request.withoutPerson() ? " OR person_id IS NULL" : "") + ")";
    context.progress(0.5, "writing the list");
    ResultFile file = context.resultFile("segment-" + request.name(), "csv");
    context.execute(
        DelimitedCopy.of(
            """
            SELECT row_number() OVER (ORDER BY rank) AS rank, %s AS record_id, score, reasons
            FROM %s WHERE %s ORDER BY rank\
            """
                .formatted(LeadFiles.inert("record_id"), table, listed),
            file.draft(),
            "FORMAT csv, HEADER true"));
    KillPoint.SWAP.pass();
    long written =
        Query.one(
            context, "SELECT count(*) FROM " + table + " WHERE " + listed, row -> row.getLong(1));
    long people = counts.members() - counts.unknown();
    long coveredMembers =
        Query.one(
            context, "SELECT count(*) FROM " + table + " WHERE " + covered, row -> row.getLong(1));
    return new Result(
        request.name(),
        counts.members(),
        written,
        people - coveredMembers,
        counts.unknown(),
        "exports/" + file.place().getFileName());
  }
}
