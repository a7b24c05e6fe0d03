package io.liftwerk.briefs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.liftwerk.workspace.Job;
import io.liftwerk.workspace.JobContext;
import io.liftwerk.workspace.JobRunner;
import io.liftwerk.workspace.WorkbenchException;
import io.liftwerk.workspace.Workspace;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedBriefsTest {
  @TempDir Path folder;

  /** What a run of a brief leaves in the ledger, as far as it is read from there. */
  private record Left(BriefDocument document) {}

  private record Nothing() {}

  private record Writing(BriefDocument document) implements Job<Left> {
    @Override
    public String name() {
      return "brief";
    }

    @Override
    public Record parameters() {
      return new Nothing();
    }

    @Override
    public Left run(JobContext context) {
      return new Left(document);
    }
  }

  private record Reading(String id) implements Job<Left> {
    @Override
    public String name() {
      return "reading";
    }

    @Override
    public Record parameters() {
      return new Nothing();
    }

    @Override
    public Left run(JobContext context) throws Exception {
      return new Left(new RecordedBriefs().document(context, id));
    }
  }

  @Test
  void theNewestRunOfAnIdCounts() {
    BriefDocument document = SampleBrief.german();
    try (Workspace workspace = Workspace.create(folder.resolve("client"))) {
      var runner = new JobRunner(workspace, Runnable::run);
      runner.run(new Writing(document.with((Draft) null)));
      runner.run(new Writing(document));
      assertEquals(document, runner.run(new Reading(document.id())).result().document());
      var unknown = assertThrows(WorkbenchException.class, () -> runner.run(new Reading("other")));
      assertEquals("brief-unknown", unknown.code());
    }
  }
}
