package io.liftwerk.briefs;

import io.liftwerk.briefs.cms.CmsFile;
import io.liftwerk.briefs.cms.CmsFormat;
import io.liftwerk.briefs.cms.CmsPost;
import io.liftwerk.workspace.Hashes;
import io.liftwerk.workspace.Job;
import io.liftwerk.workspace.JobContext;
import io.liftwerk.workspace.Json;
import io.liftwerk.workspace.ResultFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;

/** Writes the draft of a brief to a file that a CMS takes. The same draft gives the same bytes. */
public final class BriefExport implements Job<BriefExport.Result> {
  /** Name of the job. */
  public static final String NAME = "brief-export";

  /**
   * @param brief id of the brief
   * @param to {@code markdown}, {@code wxr}, {@code contentful} or {@code json}
   */
  public record Request(String brief, String to) {}

  /**
   * @param file the export, relative to the workspace
   * @param sha256 of the file
   * @param bytes its length
   * @param notes what whoever imports it should know, one sentence each
   */
  public record Result(
      String brief, String to, String file, String sha256, long bytes, List<String> notes) {}

  private final Request request;
  private final PostSource posts;

  public BriefExport(Request request, PostSource posts) {
    this.request = request;
    this.posts = posts;
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
    CmsFormat format = CmsFormat.of(request.to());
    CmsPost post = posts.post(context, request.brief());
    CmsFile written = format.write(post);
    byte[] bytes = written.text().getBytes(StandardCharsets.UTF_8);
    ResultFile file = context.resultFile(post.slug(), format.ending());
    Files.write(file.draft(), bytes);
    return new Result(
        request.brief(),
        format.word(),
        context.workspace().relative(file.place()),
        Hashes.sha256(written.text()),
        bytes.length,
        written.notes());
  }
}
