package io.liftwerk.app;

import io.liftwerk.ingest.Erasure;
import io.liftwerk.ingest.ErasureRequest;
import io.liftwerk.ingest.FileImport;
import io.liftwerk.ingest.ImportRequest;
import io.liftwerk.ingest.Migration;
import io.liftwerk.ingest.Retention;
import io.liftwerk.ingest.RetentionRequest;
import io.liftwerk.ingest.SourceChange;
import io.liftwerk.ingest.SourceChangeRequest;
import io.liftwerk.ingest.WatchChange;
import io.liftwerk.ingest.WatchRequest;
import io.liftwerk.scoring.LeadScoring;
import io.liftwerk.scoring.LeadScoringRequest;
import io.liftwerk.workspace.JobCatalog;
import io.liftwerk.workspace.TableExport;
import io.liftwerk.workspace.TableExportRequest;

/** The jobs that a run's record can be made into again; window and command line share it. */
public final class RepeatableJobs {
  private RepeatableJobs() {}

  /** Every kind of job that can be repeated. */
  public static JobCatalog catalog() {
    return new JobCatalog()
        .register("import", ImportRequest.class, FileImport::new)
        .register(SourceChange.NAME, SourceChangeRequest.class, SourceChange::new)
        .register(WatchChange.NAME, WatchRequest.class, WatchChange::new)
        .register(TableExport.NAME, TableExportRequest.class, TableExport::new)
        .register(Erasure.NAME, ErasureRequest.class, Erasure::new)
        .register(Migration.NAME, Migration.Request.class, request -> new Migration())
        .register(Retention.NAME, RetentionRequest.class, Retention::new)
        .register("leads", LeadScoringRequest.class, LeadScoring::new);
  }
}
