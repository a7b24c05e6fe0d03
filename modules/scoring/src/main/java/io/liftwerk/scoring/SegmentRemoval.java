package io.liftwerk.scoring;

import io.liftwerk.workspace.Job;
import io.liftwerk.workspace.JobContext;
import io.liftwerk.workspace.TableRef;
import io.liftwerk.workspace.WorkbenchException;

/** Removes a segment and its table; lists that were made of it stay where they are. */
public final class SegmentRemoval implements Job<SegmentRemoval.Result> {
  /** Name of the job. */
  public static final String NAME = "segment-remove";

  private final Request request;

  /**
   * @param name of the segment
   */
  public record Request(String name) {}

  /**
   * @param name of the segment that is gone
   * @param members it had
   */
  public record Result(String name, long members) {}

  public SegmentRemoval(Request request) {
    this.request = new Request(SegmentRequest.plain(request.name()));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Request parameters() {
    return request;
  }

  /**
   * @throws WorkbenchException code {@code segment-unknown}
   */
  @Override
  public Result run(JobContext context) throws Exception {
    Segments.Saved saved = new Segments(context.workspace()).find(request.name());
    context.execute("DELETE FROM " + Segments.TABLE + " WHERE name = ?", request.name());
    context.execute("DROP TABLE IF EXISTS " + TableRef.parse(saved.request().table()).sql());
    return new Result(request.name(), saved.result().members());
  }
}
