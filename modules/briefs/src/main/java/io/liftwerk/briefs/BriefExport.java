package io.liftwerk.briefs;

import io.liftwerk.briefs.cms.CmsFile;
import io.liftwerk.briefs.cms.CmsFormat;
import io.liftwerk.workspace.Hashes;
import io.liftwerk.workspace.Job;
import io.liftwerk.workspace.JobContext;
import io.liftwerk.workspace.Json;
import io.liftwerk.workspace.ResultFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a brief, or its draft as a CMS takes it, to a file. The same brief gives the same bytes.
 */
public final class BriefExport implements Job<BriefExport.Result> {
  /** Name of the job. */
  public static final String NAME = "brief-export";

  private static final String JSON = "json";

  /**
   * @param brief id of the brief
   * @param to {@code json} for the brief by its schema, {@code markdown}, {@code wxr} or {@code
   *     contentful} for its draft
   * @param filing of the draft
   */
  public record Request(String brief, String to, Filing filing) {}

  /**
   * @param file the export, relative to the workspace
   * @param sha256 of the file
   * @param bytes its length
   * @param notes what whoever imports it should know, one sentence each
   */
  public record Result(
      String brief, String to, String file, String sha256, long bytes, List<String> notes) {}

  private final Request request;
  private final BriefSource briefs;

  public BriefExport(Request request, BriefSource briefs) {
    this.request = request;
    this.briefs = briefs;
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
   * @throws io.liftwerk.workspace.WorkbenchException code {@code export-format}, or when the CMS
   *     cannot hold the draft, or the draft may not leave
   */
  @Override
  public Result run(JobContext context) throws Exception {
    boolean whole = request.to().equalsIgnoreCase(JSON);
    CmsFormat format = whole ? null : CmsFormat.of(request.to());
    BriefDocument document = briefs.document(context, request.brief());
    context.input("brief:" + document.id(), Hashes.sha256(Json.canonical(document)), 1);
    CmsFile written = format == null ? whole(document) : drafted(document, format);
    byte[] bytes = written.text().getBytes(StandardCharsets.UTF_8);
    ResultFile file =
        context.resultFile(document.brief().slug(), format == null ? JSON : format.ending());
    Files.write(file.draft(), bytes);
    return new Result(
        request.brief(),
        format == null ? JSON : format.word(),
        context.workspace().relative(file.place()),
        Hashes.sha256(written.text()),
        bytes.length,
        written.notes());
  }

  private static CmsFile whole(BriefDocument document) {
    if (document.draft() == null || document.review().exportable()) {
      return new CmsFile(BriefJson.write(document), List.of());
    }
    return new CmsFile(
        BriefJson.write(document.with((Draft) null)),
        List.of("The draft is blocked by the guardrails and is left out."));
  }

  private CmsFile drafted(BriefDocument document, CmsFormat format) {
    CmsFile file = format.write(DraftPost.of(document, request.filing()));
    var notes = new ArrayList<>(file.notes());
    notes.addAll(DraftPost.notes(document));
    return new CmsFile(file.text(), notes);
  }
}
