package io.liftwerk.ingest;

import io.liftwerk.workspace.Job;
import io.liftwerk.workspace.JobContext;
import io.liftwerk.workspace.WorkbenchException;
import java.util.Arrays;
import java.util.Map;

/**
 * Sets how long the rows of a source are kept; nothing goes before {@link Retention} runs. The
 * change is a run like any other: ledger and audit trail say which period was set when.
 */
public final class RetentionSettings implements Job<RetentionSettingsResult> {

  /** Under which runs list it. */
  public static final String NAME = "retention-settings";

  private final RetentionSettingsRequest request;

  public RetentionSettings(RetentionSettingsRequest request) {
    this.request = request;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Record parameters() {
    return request;
  }

  /** Done again, there is another period before. */
  @Override
  public Object fingerprint(RetentionSettingsResult result) {
    return Arrays.asList(result.table(), result.after());
  }

  /**
   * @throws WorkbenchException code {@code retention-days} when the period is none, {@code
   *     table-unknown} when there is no such table
   */
  @Override
  public RetentionSettingsResult run(JobContext context) throws Exception {
    Integer days = request.days();
    if (days != null && days < 1) {
      throw new WorkbenchException(
          "retention-days", "A period has at least one day.", "Name the number of days.");
    }
    var catalog = new Catalog(context.connection());
    catalog.ensure();
    String name =
        catalog
            .find(request.table())
            .map(SourceTable::name)
            .orElseThrow(
                () ->
                    new WorkbenchException(
                        "table-unknown",
                        "There is no imported table '" + Refused.printable(request.table()) + "'.",
                        "List the sources to see their names."));
    Map<String, Integer> before = RetentionPeriods.read(context.connection());
    RetentionPeriods.write(context.connection(), name, days);
    return new RetentionSettingsResult(
        name, before.get(name), days, RetentionPeriods.read(context.connection()));
  }
}
