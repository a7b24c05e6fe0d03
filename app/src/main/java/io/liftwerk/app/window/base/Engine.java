package io.liftwerk.app.window.base;

import io.liftwerk.ingest.ColumnDecision;
import io.liftwerk.ingest.FilePreview;
import io.liftwerk.ingest.ImportRequest;
import io.liftwerk.ingest.ImportResult;
import io.liftwerk.ingest.ImportedTable;
import io.liftwerk.scoring.LeadScoringRequest;
import io.liftwerk.scoring.LeadScoringResult;
import io.liftwerk.workspace.Job;
import io.liftwerk.workspace.Page;
import io.liftwerk.workspace.RunRecord;
import io.liftwerk.workspace.TableInfo;
import io.liftwerk.workspace.TableRef;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the window asks of the modules, in one place: tests of pages answer in its stead. Everything
 * but the making of jobs may take a while and is called beside the screen.
 */
public interface Engine {

  /** Tables and views of all layers. */
  List<TableInfo> tables();

  Page page(
      TableRef table, @Nullable String orderBy, boolean descending, long offset, int limit);

  /** What the tables of bronze were loaded from, by table name. */
  Map<String, ImportedTable> sources();

  FilePreview preview(Path file, @Nullable String sheet);

  Job<ImportResult> importing(ImportRequest request);

  /** Gives a table of bronze another name. */
  Job<?> renaming(String table, String name);

  /** Removes a table of bronze; {@link #undoing} brings it back. */
  Job<?> removing(String table);

  /** Takes back the last step on the table {@code table}. */
  Job<?> undoing(String table);

  /** Reads a column of a table as {@code decision} says. */
  Job<?> deciding(String table, ColumnDecision decision);

  Job<?> exporting(TableRef table, Path file);

  Job<LeadScoringResult> scoring(LeadScoringRequest request);

  /** The ranked list of a scoring, best first. */
  Rows ranking(LeadScoringResult result);

  /** Copies a file that a run wrote, named relative to the workspace, to {@code target}. */
  void copyOut(String file, Path target);

  /** Most frequent values of a column with their numbers of rows, most frequent first. */
  List<Value> values(TableRef table, String column);

  /** A value of a column and how many rows hold it; null is a missing value. */
  record Value(@Nullable String text, long rows) {}

  /** Newest first. */
  List<RunRecord> runs();

  /** The job that repeats {@code run}. */
  Job<?> again(RunRecord run);

  /** Whether the audit trail is whole, as sentences; the first is the verdict. */
  Audit audit();

  /**
   * @param intact whether nothing speaks against the trail
   * @param sentences the verdict, then what it rests on and what it cannot detect
   */
  record Audit(boolean intact, List<String> sentences) {}
}
