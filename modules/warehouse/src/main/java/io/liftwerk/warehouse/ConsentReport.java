package io.liftwerk.warehouse;

import io.liftwerk.warehouse.consent.ConsentFunnel;
import io.liftwerk.warehouse.consent.Use;
import io.liftwerk.workspace.Job;
import io.liftwerk.workspace.JobContext;
import io.liftwerk.workspace.WorkbenchException;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Says how many rows of each source consent lets through for each use, and why the others are held
 * back. It judges what is in staging now, by the {@code consent.yml} of now, and writes no table:
 * the models keep what the last build gave them.
 */
public final class ConsentReport implements Job<ConsentResult> {

  /** Under which runs list it. */
  public static final String NAME = "consent";

  /** Nothing to be asked: the policy is the workspace's file. */
  public record Request() {}

  private final Request request;

  public ConsentReport() {
    this(new Request());
  }

  public ConsentReport(Request request) {
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

  @Override
  public Map<String, Double> metrics(ConsentResult result) {
    var metrics = new LinkedHashMap<String, Double>();
    metrics.put("rows", (double) result.rows());
    for (ConsentResult.UseConsent use : result.total()) {
      metrics.put("covered_" + use.use().word(), (double) use.covered());
    }
    return metrics;
  }

  /**
   * @throws WorkbenchException code {@code consent-not-built} when nothing was built yet, {@code
   *     consent-policy} when {@code consent.yml} is broken
   */
  @Override
  public ConsentResult run(JobContext context) throws SQLException {
    return ConsentCounts.of(ConsentFunnel.count(context));
  }

  /** The uses, in the order of every result. */
  static List<Use> uses() {
    return List.of(Use.values());
  }
}
