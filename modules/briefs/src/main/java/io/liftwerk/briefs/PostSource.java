package io.liftwerk.briefs;

import io.liftwerk.briefs.cms.CmsPost;
import io.liftwerk.workspace.JobContext;

/** Where the draft of a brief comes from as a CMS takes it. */
@FunctionalInterface
public interface PostSource {

  /**
   * The draft of the brief {@code id}.
   *
   * @throws io.liftwerk.workspace.WorkbenchException when there is none, or it may not leave
   */
  CmsPost post(JobContext context, String id) throws Exception;
}
