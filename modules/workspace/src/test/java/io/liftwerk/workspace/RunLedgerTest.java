package io.liftwerk.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLedgerTest {
  @TempDir Path temp;
  private Workspace workspace;

  @BeforeEach
  void open() {
    workspace = Fixture.workspace(temp);
  }

  @AfterEach
  void close() {
    workspace.close();
  }

  private static Set<String> numbers(int from, int to) {
    return IntStream.rangeClosed(from, to)
        .mapToObj(i -> String.format("%04d", i))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  @Test
  void runsAreListedNewestFirstAndThoseThatAreNotKnownOldestFirst() throws SQLException {
    Fixture.sql(
        workspace,
        """
        INSERT INTO ledger.runs
        SELECT i, printf('%04d', i), 'many', 'DONE', now(), 5, NULL, 'test', '{}', '[]', '{}', 'x',
          '{}', '[]', NULL, NULL, 1
        FROM range(1, 451) t(i)
        """);
    RunLedger ledger = workspace.ledger();
    assertEquals(List.of("0450", "0449"), ledger.list(2).stream().map(RunRecord::id).toList());
    assertEquals(450, ledger.list().size());
    assertTrue(ledger.list().stream().allMatch(run -> run.result() != null));
    assertEquals(
        ledger.list().stream().map(RunRecord::id).toList(),
        ledger.withoutResults().stream().map(RunRecord::id).toList());
    assertTrue(ledger.withoutResults().stream().allMatch(run -> run.result() == null));
    var ids = new ArrayList<String>();
    ledger.others(numbers(1, 440), run -> ids.add(run.id()));
    assertEquals(List.copyOf(numbers(441, 450)), ids);
  }

  @Test
  void aRunIsFoundByItsNumber() {
    Fixture.runner(workspace).run(Fixture.job("one", context -> new Fixture.Count(1)));
    RunLedger ledger = workspace.ledger();
    assertEquals("one", ledger.get("1").job());
    assertEquals("one", ledger.get(" 0001 ").job());
    assertTrue(ledger.find("2").isEmpty());
    assertTrue(ledger.find("x'; DROP TABLE").isEmpty());
    assertEquals(
        "run-unknown", assertThrows(WorkbenchException.class, () -> ledger.get("2")).code());
  }

  @Test
  void aNumberTheTrailKnowsIsNotGivenAgain() throws SQLException {
    JobRunner runner = Fixture.runner(workspace);
    runner.run(Fixture.job("one", context -> new Fixture.Count(1)));
    runner.run(Fixture.job("two", context -> new Fixture.Count(1)));
    Fixture.sql(workspace, "DELETE FROM ledger.runs WHERE number = 2");
    workspace.close();
    workspace = Workspace.open(workspace.folder());
    assertEquals(
        "0003",
        Fixture.runner(workspace).run(Fixture.job("three", context -> new Fixture.Count(1))).id());
  }

  @Test
  void theTrailHoldsNoParameter() throws IOException {
    Fixture.runner(workspace).run(Fixture.job("mail", context -> new Fixture.Count(1)));
    String trail = Files.readString(workspace.folder().resolve(AuditTrail.FILE));
    assertTrue(trail.contains("\"job\":\"mail\""));
    assertFalse(trail.contains("of mail"));
  }
}
