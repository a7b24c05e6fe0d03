package io.liftwerk.knowledge;

import io.liftwerk.workspace.Job;
import io.liftwerk.workspace.JobContext;
import io.liftwerk.workspace.Json;

/** Brings the index up to what the sources in bronze hold now; embeds only what has changed. */
public final class KnowledgeIndexing implements Job<IndexResult> {
  /** Name of the job. */
  public static final String NAME = "index";

  private final IndexRequest request;

  public KnowledgeIndexing(IndexRequest request) {
    this.request = request;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public IndexRequest parameters() {
    return request;
  }

  @Override
  public Object fingerprint(IndexResult result) {
    return Json.without(result, "run", "embedded", "kept", "removed");
  }

  @Override
  public IndexResult run(JobContext context) throws Exception {
    throw new UnsupportedOperationException(context.run());
  }
}
