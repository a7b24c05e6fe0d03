package io.liftwerk.briefs;

import io.liftwerk.workspace.JobContext;

/** Where briefs are kept. */
@FunctionalInterface
public interface BriefSource {

  /**
   * The newest document with this id.
   *
   * @throws io.liftwerk.workspace.WorkbenchException when there is none
   */
  BriefDocument document(JobContext context, String id) throws Exception;
}
