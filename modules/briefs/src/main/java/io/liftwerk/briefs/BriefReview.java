package io.liftwerk.briefs;

import io.liftwerk.warehouse.Impersonal;
import io.liftwerk.workspace.Job;
import io.liftwerk.workspace.JobContext;
import io.liftwerk.workspace.WorkbenchException;
import java.sql.Connection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps what people do to a draft and think of it, apart from what was generated. */
public final class BriefReview implements Job<BriefReview.Result> {
  /** Name of the job. */
  public static final String NAME = "brief-review";

  private static final Set<String> ACTIONS =
      Set.of(BriefEdit.REPLACE, BriefEdit.REMOVE, BriefEdit.ADD);
  private static final Set<String> VERDICTS = Set.of("up", "down");

  /**
   * @param brief id of the brief
   * @param edits in the order in which they were made
   * @param thumbs in the order in which they were given
   */
  public record Request(String brief, List<BriefEdit> edits, List<BriefThumb> thumbs) {
    @SuppressWarnings("NullAway") // what JSON leaves out arrives as null
    public Request {
      edits = edits == null ? List.of() : List.copyOf(edits);
      thumbs = thumbs == null ? List.of() : List.copyOf(thumbs);
    }
  }

  /**
   * @param edits all that stand now
   * @param thumbs all that stand now
   */
  public record Result(String brief, List<BriefEdit> edits, List<BriefThumb> thumbs) {
    public Result {
      edits = List.copyOf(edits);
      thumbs = List.copyOf(thumbs);
    }
  }

  private final Request request;

  /**
   * @throws WorkbenchException code {@code personal-text} when a text or reason holds an identifier
   */
  public BriefReview(Request request) {
    request.edits().forEach(one -> Impersonal.check(one.text()));
    request.thumbs().forEach(one -> Impersonal.check(one.why()));
    this.request = request;
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
   * @throws WorkbenchException code {@code brief-edit}, {@code brief-thumb} when one is none
   */
  @Override
  public Result run(JobContext context) throws Exception {
    Connection connection = context.connection();
    BriefNotes.make(connection);
    for (BriefEdit edit : request.edits()) {
      check(edit);
      BriefNotes.write(connection, request.brief(), edit, context.run());
    }
    for (BriefThumb thumb : request.thumbs()) {
      check(thumb);
      BriefNotes.write(connection, request.brief(), thumb, context.run());
    }
    return new Result(
        request.brief(),
        BriefNotes.edits(connection, request.brief()),
        BriefNotes.thumbs(connection, request.brief()));
  }

  private static void check(BriefEdit edit) {
    String action = edit.action();
    @Nullable String text = edit.text();
    boolean writes = BriefEdit.REPLACE.equals(action) || BriefEdit.ADD.equals(action);
    if (action != null && !ACTIONS.contains(action) || writes && (text == null || text.isBlank())) {
      throw new WorkbenchException(
          "brief-edit",
          "'%s' of the sentence %s is no edit.".formatted(action, edit.sentence()),
          "Give new words to replace it or to add behind it, or remove it.");
    }
  }

  private static void check(BriefThumb thumb) {
    if (thumb.verdict() != null && !VERDICTS.contains(thumb.verdict())) {
      throw new WorkbenchException(
          "brief-thumb",
          "'%s' is no thumb.".formatted(thumb.verdict()),
          "Give up or down, or nothing to take it back.");
    }
  }
}
