package io.liftwerk.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RerunTest {
  record Request(String table) implements JobCatalog.OnTable<Request> {
    @Override
    public Request onTable(String other) {
      return new Request(other);
    }
  }

  record Sum(String run, long seconds, long sum) {}

  /** Its result carries the run and a duration, as results of training do. */
  record Summing(Request parameters) implements Job<Sum> {
    @Override
    public String name() {
      return "sum";
    }

    @Override
    public Sum run(JobContext context) throws SQLException {
      try (var statement = context.connection().createStatement();
          var row = statement.executeQuery("SELECT sum(x) FROM " + parameters.table())) {
        row.next();
        context.input(parameters.table(), "rows", row.getLong(1));
        return new Sum(context.run(), System.nanoTime(), row.getLong(1));
      }
    }

    @Override
    public Object fingerprint(Sum result) {
      return Json.without(result, "run", "seconds");
    }
  }

  @TempDir Path folder;
  private Workspace workspace;
  private JobRunner runner;
  private Rerun rerun;

  @BeforeEach
  void open() throws SQLException {
    workspace = Fixture.workspace(folder);
    runner = Fixture.runner(workspace);
    var catalog = TableExport.register(new JobCatalog());
    catalog.register("sum", Request.class, Summing::new);
    rerun = new Rerun(workspace, runner, catalog);
    Fixture.sql(
        workspace, "CREATE TABLE gold.a AS SELECT 1 AS x", "CREATE TABLE gold.b AS SELECT 2 AS x");
  }

  @AfterEach
  void close() {
    workspace.close();
  }

  @Test
  void theSameIsIdentical() {
    String id = runner.run(new Summing(new Request("gold.a"))).id();
    RerunResult result = rerun.run("1", null);
    assertTrue(result.identical(), result::toString);
    assertEquals(id, result.again().rerunOf());
    assertEquals("Run 0002 repeats run 0001: the result is identical.", result.sentence());
  }

  @Test
  void changedInputsAreTold() throws SQLException {
    runner.run(new Summing(new Request("gold.a")));
    Fixture.sql(workspace, "UPDATE gold.a SET x = 5");
    RerunResult result = rerun.run("0001", null);
    assertFalse(result.identical());
    assertEquals(RerunResult.Comparison.INPUTS_CHANGED, result.comparison());
  }

  @Test
  void anotherTableIsNotCompared() {
    runner.run(new Summing(new Request("gold.a")));
    RerunResult result = rerun.run("0001", "gold.b");
    assertEquals(RerunResult.Comparison.OTHER_TABLE, result.comparison());
    assertTrue(String.valueOf(result.again().result()).contains("\"sum\":2"));
  }

  @Test
  void aFailedRunCanBeTriedAgain() throws SQLException {
    assertThrows(
        WorkbenchException.class, () -> runner.run(new Summing(new Request("gold.later"))));
    Fixture.sql(workspace, "CREATE TABLE gold.later AS SELECT 7 AS x");
    RerunResult result = rerun.run("0001", null);
    assertEquals(RerunResult.Comparison.NO_RESULT, result.comparison());
    assertEquals(RunRecord.Status.DONE, result.again().status());
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.csv", "a.csv.gz", "a.parquet", "a.xlsx", "a.json"})
  void anExportRepeats(String name) throws SQLException {
    runner.run(new TableExport(new TableRef("gold", "a"), folder.resolve(name)));
    assertTrue(rerun.run("0001", null).identical());
    Fixture.sql(workspace, "UPDATE gold.a SET x = 5");
    assertFalse(rerun.run("0001", null).identical());
  }

  @Test
  void whatCannotBeRepeatedIsSaid() {
    assertEquals("run-unknown", code("9"));
    runner.run(Fixture.job("other", context -> new Fixture.Count(1)));
    assertEquals("rerun-unknown", code("1"));
    runner.run(
        new Job<Fixture.Count>() {
          @Override
          public String name() {
            return "sum";
          }

          @Override
          public Record parameters() {
            return new Request("gold.a");
          }

          @Override
          public Fixture.Count run(JobContext context) {
            return new Fixture.Count(1);
          }

          @Override
          public int version() {
            return 2;
          }
        });
    assertEquals("rerun-parameters", code("2"));
  }

  private String code(String id) {
    return assertThrows(WorkbenchException.class, () -> rerun.run(id, null)).code();
  }
}
