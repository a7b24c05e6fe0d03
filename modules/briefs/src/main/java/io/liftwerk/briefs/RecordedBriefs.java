package io.liftwerk.briefs;

import io.liftwerk.workspace.JobContext;
import io.liftwerk.workspace.Json;
import io.liftwerk.workspace.RunRecord;
import io.liftwerk.workspace.WorkbenchException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Briefs as their runs left them in the ledger; the newest run of an id counts. */
public final class RecordedBriefs implements BriefSource {
  private static final String JOB = "brief";

  /**
   * @throws WorkbenchException code {@code brief-unknown}
   */
  @Override
  public BriefDocument document(JobContext context, String id) throws SQLException {
    try (PreparedStatement query =
        context
            .connection()
            .prepareStatement(
                "SELECT json_extract(result, '$.document') FROM ledger.runs WHERE job = ?"
                    + " AND status = ? AND json_extract_string(result, '$.document.id') = ?"
                    + " ORDER BY number DESC LIMIT 1")) {
      query.setString(1, JOB);
      query.setString(2, RunRecord.Status.DONE.name());
      query.setString(3, id);
      try (ResultSet row = query.executeQuery()) {
        if (row.next()) {
          return Json.read(row.getString(1), BriefDocument.class);
        }
      }
    }
    throw new WorkbenchException(
        "brief-unknown",
        "There is no brief '%s'.".formatted(id),
        "List the runs of 'brief' to see which there are, or write one with --topic.");
  }
}
