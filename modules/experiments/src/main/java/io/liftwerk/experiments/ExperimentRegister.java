package io.liftwerk.experiments;

import io.liftwerk.warehouse.Impersonal;
import io.liftwerk.workspace.Job;
import io.liftwerk.workspace.JobContext;
import io.liftwerk.workspace.Json;
import io.liftwerk.workspace.WorkbenchException;
import io.liftwerk.workspace.Workspace;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Writes down what an experiment is to show before its results can be looked at. The plan's hash
 * goes into the audit trail; once somebody has looked, the plan stays as it is.
 */
public final class ExperimentRegister implements Job<ExperimentRegistered> {
  /** Name of the job. */
  public static final String NAME = "abtest-plan";

  private final ExperimentPlan plan;

  /**
   * @throws WorkbenchException code {@code personal-text} when its name or hypothesis holds an
   *     identifier
   */
  public ExperimentRegister(ExperimentPlan plan) {
    Impersonal.check(plan.id(), plan.hypothesis());
    this.plan = plan;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public ExperimentPlan parameters() {
    return plan;
  }

  /** The plan; when it was written down is another time in a repetition. */
  @Override
  public Object fingerprint(ExperimentRegistered result) {
    return result.plan();
  }

  /** All plans, as they stand now, by id. */
  public static List<ExperimentRegistered> list(Workspace workspace) throws SQLException {
    try (Connection connection = workspace.connect()) {
      return ExperimentBooks.plans(connection);
    }
  }

  /**
   * The plan {@code id}.
   *
   * @throws WorkbenchException code {@code plan-unknown}, naming the nearest
   */
  public static ExperimentRegistered get(Workspace workspace, String id) throws SQLException {
    try (Connection connection = workspace.connect()) {
      return ExperimentBooks.plan(connection, id);
    }
  }

  /**
   * @throws WorkbenchException when the plan says too little, or its results were looked at already
   */
  @Override
  public ExperimentRegistered run(JobContext context) throws Exception {
    check();
    Connection connection = context.connection();
    ExperimentBooks.make(connection);
    List<ExperimentRegistered> all = ExperimentBooks.plans(connection);
    ExperimentRegistered before =
        all.stream().filter(one -> one.plan().id().equals(plan.id())).findFirst().orElse(null);
    String hash = plan.hash();
    if (before != null && before.hash().equals(hash)) {
      return before;
    }
    if (before != null && !before.looks().isEmpty()) {
      throw new WorkbenchException(
          "plan-looked",
          "The plan '%s' cannot be changed: its results were looked at in run %s."
              .formatted(plan.id(), before.looks().getFirst().run()),
          "Register what is new as a plan of its own, with another name.");
    }
    int version = before == null ? 1 : before.version() + 1;
    Instant now = Instant.now();
    ExperimentBooks.write(connection, plan, version, hash, now, context.run());
    context
        .workspace()
        .audit()
        .append(
            "experiment-plan",
            Map.of("plan", plan.id(), "version", version, "hash", hash, "run", context.run()));
    return new ExperimentRegistered(
        plan,
        version,
        hash,
        now,
        context.run(),
        List.of(),
        ExperimentBooks.earlier(connection, plan));
  }

  private void check() {
    if (!plan.id().matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}")) {
      throw new WorkbenchException(
          "plan-id",
          "'%s' is no name for a plan.".formatted(plan.id()),
          "Use up to 64 letters, digits, dots and hyphens.");
    }
    if (plan.hypothesis().isBlank()) {
      throw new WorkbenchException(
          "plan-hypothesis",
          "The plan '%s' does not say what is expected.".formatted(plan.id()),
          "Write it in a sentence with --hypothesis.");
    }
    if (plan.metrics().isEmpty()) {
      throw new WorkbenchException(
          "metric-none",
          "No metric is named.",
          "Name at least one, such as visit:proportion or spend:revenue.");
    }
    plan.metrics().forEach(AbMetric::parse);
    plan.guards().forEach(AbMetric::parse);
    if (!(plan.minimum() > 0)) {
      throw new WorkbenchException(
          "plan-minimum",
          "The plan '%s' does not say which lift is worth having.".formatted(plan.id()),
          "Write it as a fraction with --minimum: 0.05 for 5 %.");
    }
    Double canary = plan.canary();
    if (canary != null && (!(canary > 0 && canary < 1) || plan.guards().isEmpty())) {
      throw new WorkbenchException(
          "plan-canary",
          "A canary needs a share between 0 and 1 and a guard metric.",
          "Name the metric that must not get worse with --guard.");
    }
    AbLooks.of(plan.request(), List.of(1L), 1);
  }

  /** As JSON, for the book. */
  static String text(ExperimentPlan plan) {
    return Json.write(plan);
  }
}
