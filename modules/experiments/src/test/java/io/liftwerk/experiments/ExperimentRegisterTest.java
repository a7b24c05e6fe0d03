package io.liftwerk.experiments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.workspace.JobRunner;
import io.liftwerk.workspace.WorkbenchException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExperimentRegisterTest {
  @TempDir private Path folder;
  private AbBench bench;

  @BeforeEach
  void open() throws Exception {
    bench = new AbBench(folder);
    grow(1000);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private void grow(int persons) throws Exception {
    bench.sql(
        "CREATE OR REPLACE TABLE bronze.mail AS SELECT CASE WHEN i % 2 = 0 THEN 'A' ELSE 'B' END AS"
            + " grp, hash(i, 1) % 100 < 20 AS ordered, hash(i, 2) % 100 < 2 + 30 * (i % 2) AS gone"
            + " FROM range("
            + persons
            + ") t(i)");
  }

  private static ExperimentPlan plan(String looks, double minimum, @Nullable Double canary) {
    return new ExperimentPlan(
        "may",
        "A shorter subject line brings more orders.",
        "mail",
        "grp",
        "A",
        List.of("ordered:proportion"),
        List.of("gone:proportion:less"),
        minimum,
        looks,
        10_000L,
        0.05,
        List.of(),
        canary,
        null,
        null,
        null,
        null);
  }

  private ExperimentRegistered register(ExperimentPlan plan) {
    return new JobRunner(bench.workspace(), Runnable::run)
        .run(new ExperimentRegister(plan))
        .result();
  }

  private AbTestResult look() throws Exception {
    return bench.compare(ExperimentRegister.get(bench.workspace(), "may").plan().request());
  }

  private static List<String> codes(AbTestResult result) {
    return result.warnings().stream().map(AbTestResult.Warning::code).toList();
  }

  @Test
  void holdsThePlanAndEveryLook() throws Exception {
    ExperimentRegistered plan = register(plan("pocock", 0.05, 0.1));
    assertEquals(1, plan.version());
    assertNull(plan.late());
    assertEquals(2, register(plan("pocock", 0.1, 0.1)).version());

    AbTestResult first = look();
    assertEquals(1, first.look());
    assertEquals(List.of(1000L), first.boundaries().stream().map(b -> b.persons()).toList());
    grow(4000);
    AbTestResult second = look();
    assertEquals(2, second.look());
    assertEquals(0.4, second.boundaries().getLast().fraction(), 1e-12);
    assertEquals(2, second.boundaries().size());
    assertTrue(codes(second).contains("guard"), codes(second).toString());
    // the canary's share is what the arms are held to
    assertEquals(0.9, second.arms().getFirst().expected(), 1e-12);
    assertEquals(0.1, second.arms().getLast().expected(), 1e-12);

    // looking at the table without naming the plan does not go round it
    AbTestResult aside =
        bench.compare(AbTestRequest.of("bronze.mail", "GRP", "A", List.of("ordered:proportion")));
    assertEquals(3, aside.look());
    assertTrue(codes(aside).contains("counted"));
    assertEquals(3, ExperimentRegister.get(bench.workspace(), "may").looks().size());

    WorkbenchException refusal =
        assertThrows(WorkbenchException.class, () -> register(plan("any", 0.05, null)));
    assertEquals("plan-looked", refusal.code());
    String trail = Files.readString(bench.workspace().folder().resolve("audit.jsonl"));
    assertTrue(trail.contains(plan("pocock", 0.1, 0.1).hash()));
    assertEquals(4, trail.split("\"experiment-look\"", -1).length);
    assertTrue(bench.workspace().audit().verify().ok());
  }

  @Test
  void saysWhenSomebodyLookedBefore() {
    AbTestResult before =
        bench.compare(AbTestRequest.of("mail", "grp", "A", List.of("ordered:proportion")));
    assertTrue(codes(before).contains("unplanned"));
    assertEquals("0001", register(plan("once", 0.05, null)).late());
  }

  @Test
  void noticesAPlanThatSomebodyChanged() throws Exception {
    register(plan("once", 0.05, null));
    bench.sql("UPDATE ledger.experiment_plans SET plan = replace(plan, '0.05', '0.01')");
    WorkbenchException refusal = assertThrows(WorkbenchException.class, this::look);
    assertEquals("plan-changed", refusal.code());
  }

  @Test
  void asksForWhatAPlanNeeds() {
    assertEquals(
        "plan-minimum",
        assertThrows(WorkbenchException.class, () -> register(plan("once", 0, null))).code());
    assertEquals(
        "plan-canary",
        assertThrows(WorkbenchException.class, () -> register(plan("once", 0.1, 1.5))).code());
    assertEquals(
        "looks-unknown",
        assertThrows(WorkbenchException.class, () -> register(plan("daily", 0.1, null))).code());
    assertEquals("plan-unknown", assertThrows(WorkbenchException.class, this::look).code());
  }
}
