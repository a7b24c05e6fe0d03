package io.liftwerk.app.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.app.window.base.Background;
import io.liftwerk.app.window.base.Jobs;
import io.liftwerk.app.window.runs.RunsModel;
import io.liftwerk.ingest.FileImport;
import io.liftwerk.ingest.ImportRequest;
import io.liftwerk.workspace.JobRunner;
import io.liftwerk.workspace.RunRecord;
import io.liftwerk.workspace.TableExport;
import io.liftwerk.workspace.TableRef;
import io.liftwerk.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Runs page's state over a real ledger, everything on the calling thread. */
class RunsStepsTest {
  private final List<Throwable> problems = new ArrayList<>();
  @TempDir private Path folder;
  private Workspace workspace;
  private RunsModel model;
  private RunRecord load;
  private RunRecord export;

  @BeforeEach
  void open() throws Exception {
    workspace = Workspace.create(folder.resolve("test"));
    var runner = new JobRunner(workspace, Runnable::run);
    Path file = Files.writeString(folder.resolve("leads.csv"), "id;plz\n1;01067\n2;99084\n");
    load = runner.run(new FileImport(ImportRequest.of(List.of(file.toString())))).record();
    export =
        runner
            .run(new TableExport(new TableRef("bronze", "leads"), folder.resolve("out.csv")))
            .record();
    var background = new Background(Runnable::run, Runnable::run);
    model = new RunsModel(new WorkspaceEngine(workspace), new Jobs(runner, background), background);
    model.onProblem(problems::add);
    model.refresh();
  }

  @AfterEach
  void close() {
    workspace.close();
  }

  private String selected() {
    return Objects.requireNonNull(model.selectedProperty().get()).id();
  }

  @Test
  void theNewestRunComesFirstAndIsSelected() {
    assertEquals(
        List.of(export.id(), load.id()), model.found().stream().map(RunRecord::id).toList());
    assertEquals(export.id(), selected());
  }

  @Test
  void theFilterLooksAtEveryWordWhateverItsCase() {
    model.filterProperty().set("IMPORT Leads.CSV");
    assertEquals(List.of(load.id()), model.found().stream().map(RunRecord::id).toList());
    assertEquals(2, model.total(), "the ledger is as long as before");
    model.filterProperty().set("import nowhere.csv");
    assertTrue(model.found().isEmpty());
  }

  @Test
  void aRunSelectedFromElsewhereIsShownWhateverTheFilterSays() {
    model.filterProperty().set("nothing like this");
    model.select(load.id());
    assertEquals(load.id(), selected());
    assertEquals(2, model.found().size());
  }

  @Test
  void twoSelectedRunsAreComparedUntilOneIs() {
    model.select(List.of(load, export));
    assertEquals(export.id(), Objects.requireNonNull(model.comparedProperty().get()).id());
    model.refresh();
    assertEquals(load.id(), selected(), "reading the ledger again keeps what is selected");
    assertNotNull(model.comparedProperty().get());
    model.select(List.of(load));
    assertNull(model.comparedProperty().get());
  }

  @Test
  void aRunIsRepeatedFromItsRecordAndSelected() throws Exception {
    Files.delete(folder.resolve("out.csv"));
    var made = new ArrayList<RunRecord>();
    model.again(export, "again", made::add);
    assertEquals(List.of(), problems);
    assertEquals(export.id(), made.getFirst().rerunOf());
    assertEquals(made.getFirst().id(), selected());
    assertTrue(Files.exists(folder.resolve("out.csv")));
    assertEquals(3, model.total());
  }

  @Test
  void aRepetitionThatFailsIsAProblemAndStandsInTheLedger() throws Exception {
    Files.delete(folder.resolve("leads.csv"));
    model.again(load, "again", made -> problems.add(new AssertionError("made " + made)));
    assertEquals(1, problems.size());
    assertTrue(String.valueOf(problems.getFirst().getMessage()).contains("leads.csv"));
  }

  @Test
  void theAuditTrailIsVerified() {
    model.verify();
    assertTrue(Objects.requireNonNull(model.auditProperty().get()).intact());
  }
}
