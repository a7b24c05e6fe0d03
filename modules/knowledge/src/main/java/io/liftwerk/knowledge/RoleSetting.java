package io.liftwerk.knowledge;

import io.liftwerk.workspace.Job;
import io.liftwerk.workspace.JobContext;
import io.liftwerk.workspace.WorkbenchException;
import java.util.List;

/** Says whose a source is; searches go by it at once, nothing is indexed anew. */
public final class RoleSetting implements Job<RoleResult> {
  /** Name of the job. */
  public static final String NAME = "index-role";

  private final RoleRequest request;

  public RoleSetting(RoleRequest request) {
    this.request = request;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public RoleRequest parameters() {
    return request;
  }

  /** Done again, it was so before. */
  @Override
  public Object fingerprint(RoleResult result) {
    return List.of(result.source(), result.after());
  }

  /**
   * @throws WorkbenchException code {@code source-unknown} when no such source can be indexed
   */
  @Override
  public RoleResult run(JobContext context) throws Exception {
    Sources.Readable source =
        Sources.of(context.workspace()).stream()
            .filter(one -> one.name().equalsIgnoreCase(request.source()))
            .findFirst()
            .orElseThrow(
                () ->
                    new WorkbenchException(
                        "source-unknown",
                        "There is no source '%s' of articles or products."
                            .formatted(request.source()),
                        "'sources WS' lists what was imported."));
    Role before = SourceRoles.read(context.connection()).of(source.name(), source.table().file());
    SourceRoles.write(context.connection(), source.name(), request.role());
    return new RoleResult(source.name(), before, request.role());
  }
}
