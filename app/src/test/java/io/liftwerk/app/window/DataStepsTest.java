package io.liftwerk.app.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.app.window.base.Background;
import io.liftwerk.app.window.base.Jobs;
import io.liftwerk.app.window.data.DataModel;
import io.liftwerk.app.window.data.DroppedFile;
import io.liftwerk.ingest.ColumnDecision;
import io.liftwerk.ingest.ColumnType;
import io.liftwerk.ingest.RawRow;
import io.liftwerk.workspace.JobRunner;
import io.liftwerk.workspace.TableInfo;
import io.liftwerk.workspace.TableRef;
import io.liftwerk.workspace.WorkbenchException;
import io.liftwerk.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The steps of the Data page on a workspace, everything on the calling thread. */
class DataStepsTest {
  private final List<Throwable> problems = new ArrayList<>();
  private final List<String> steps = new ArrayList<>();
  @TempDir private Path folder;
  private Workspace workspace;
  private DataModel model;
  private int stepsTaken;

  @BeforeEach
  void open() {
    workspace = Workspace.create(folder.resolve("test"));
    var background = new Background(Runnable::run, Runnable::run);
    var jobs = new Jobs(new JobRunner(workspace, Runnable::run), background);
    model = new DataModel(new WorkspaceEngine(workspace), jobs, background);
    model.onProblem(problems::add);
    model.onStep(() -> stepsTaken++);
    model.onImported((result, run) -> steps.add(run.id()));
  }

  @AfterEach
  void close() {
    workspace.close();
  }

  private TableInfo load(String name, String text) throws Exception {
    model.preview(List.of(Files.writeString(folder.resolve(name), text)));
    model.dropped().load(waiting(), "load");
    return selected();
  }

  private DroppedFile waiting() {
    return Objects.requireNonNull(model.waitingProperty().get());
  }

  private TableInfo selected() {
    return Objects.requireNonNull(model.selectedProperty().get());
  }

  private String type(String column) {
    return selected().columns().stream()
        .filter(info -> info.name().equals(column))
        .map(TableInfo.Column::type)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void undoTakesBackTheStepItNamesAndNoOther() throws Exception {
    TableInfo leads = load("leads.csv", "id;plz\n1;01067\n2;99084\n");
    TableInfo customers = load("customers.csv", "id;name\n1;Anna\n2;Bert\n");
    model.remove(leads, "remove", steps::add);
    String removal = steps.getLast();
    assertEquals(List.of(customers), List.copyOf(model.tables()));
    model.rename(customers, "people", "rename", steps::add);
    String rename = steps.getLast();

    model.undo(removal, leads.ref(), "undo");
    assertEquals("undo-overtaken", ((WorkbenchException) problems.removeFirst()).code());
    assertEquals("people", selected().ref().name(), "the later step stands");

    model.undo(rename, customers.ref(), "undo");
    assertEquals("customers", selected().ref().name());
    model.undo(removal, leads.ref(), "undo");
    assertEquals("leads", selected().ref().name());
    assertEquals(2, model.tables().size());
    assertEquals(List.of(), problems);
    assertEquals(6, stepsTaken, "two imports, a removal, a renaming, two undone");
  }

  @Test
  void anImportIsUndoneByItsRun() throws Exception {
    load("leads.csv", "id;plz\n1;01067\n");
    model.undo(steps.getFirst(), null, "undo");
    assertEquals(List.of(), List.copyOf(model.tables()));
    assertNull(model.selectedProperty().get());
    assertEquals(List.of(), problems);
  }

  @Test
  void aDecisionChangesTheTableAndCanBeUndone() throws Exception {
    TableInfo table = load("leads.csv", "id;visits\n1;3\n2;4\n");
    assertTrue(type("visits").contains("INT"), type("visits"));
    model.decide(table, new ColumnDecision("visits", ColumnType.TEXT, "", ""), "d", steps::add);
    assertEquals("VARCHAR", type("visits"));
    model.undo(steps.getLast(), table.ref(), "undo");
    assertTrue(type("visits").contains("INT"), type("visits"));
  }

  @Test
  void aDecisionThatDoesNotFitIsAProblemAndChangesNothing() throws Exception {
    TableInfo table = load("leads.csv", "id;name\n1;Anna\n2;Bert\n");
    model.decide(table, new ColumnDecision("name", ColumnType.DATE, "", ""), "d", steps::add);
    assertEquals("value-misfit", ((WorkbenchException) problems.getFirst()).code());
    assertEquals(table, selected());
    assertEquals(1, steps.size());
  }

  @Test
  void aNameThatIsTakenIsAProblemAndChangesNothing() throws Exception {
    load("leads.csv", "id\n1\n2\n");
    TableInfo other = load("other.csv", "id\n3\n4\n5\n");
    model.rename(other, "leads", "rename", steps::add);
    assertEquals("table-exists", ((WorkbenchException) problems.getFirst()).code());
    assertEquals("other", selected().ref().name());
  }

  @Test
  void rejectedRecordsBelongToTheirTableAndAreNotListedBesideIt() throws Exception {
    TableInfo table = load("leads.csv", "id;plz;ort\n1;01067;Dresden\n2;99084\n3;1;2;3;4\n");
    assertEquals(1, model.tables().size());
    TableInfo rejects = model.rejects(table);
    assertNotNull(rejects);
    assertEquals(
        rejects.rows(), Objects.requireNonNull(model.source(table)).rejects(), "as many as told");
    assertEquals(
        rejects.rows(), model.rows(rejects).page(null, false, 0, 10).rows().size(), "and readable");
  }

  @Test
  void aTableIsExported() throws Exception {
    TableInfo table = load("leads.csv", "id;plz\n1;01067\n2;99084\n");
    Path file = folder.resolve("out.csv");
    model.export(table, file, "export", () -> steps.add("exported"));
    assertEquals("exported", steps.getLast());
    assertTrue(Files.readString(file).contains("01067"), "text stays text");
  }

  @Test
  void aRowIsShownBesideItsText() throws Exception {
    TableInfo table = load("kosten.csv", "Tag;Kosten\n31.01.2026;1.234,50\n01.02.2026;0,75\n");
    var found = new ArrayList<RawRow>();
    model.raw(table, model.rows(table).page(null, false, 1, 1).rows().getFirst(), found::add);
    assertEquals(3, found.getFirst().line());
    assertEquals(
        List.of("01.02.2026", "0,75"),
        found.getFirst().cells().stream().map(RawRow.Cell::text).toList());
    model.raw(table, List.of("no", "such", "row"), found::add);
    assertEquals("row-unknown", ((WorkbenchException) problems.getFirst()).code());
    assertEquals(1, found.size());
  }

  @Test
  void someValuesOfEachColumnAreSampled() throws Exception {
    TableInfo table = load("leads.csv", "id;ort\n1;Graz\n2;Graz\n3;\n4;Linz\n5;Wien\n");
    var found = new ArrayList<Map<String, List<Object>>>();
    model.samples(table, found::add);
    assertEquals(List.of(1L, 2L, 3L), found.getFirst().get("id"));
    assertEquals(List.of("Graz", "Linz", "Wien"), found.getFirst().get("ort"));
  }

  @Test
  void whatWasOpenIsSelectedAgain() throws Exception {
    load("a.csv", "id\n1\n2\n");
    load("b.csv", "id\n1\n2\n3\n");
    model.restore("bronze.a");
    assertEquals(new TableRef("bronze", "a"), selected().ref());
    model.restore("bronze.gone");
    assertNotNull(model.selectedProperty().get());
  }
}
