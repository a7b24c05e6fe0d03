package io.liftwerk.app.window;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.app.window.base.Background;
import io.liftwerk.app.window.base.Jobs;
import io.liftwerk.app.window.data.DataModel;
import io.liftwerk.app.window.data.DroppedFile;
import io.liftwerk.app.window.data.DroppedFiles;
import io.liftwerk.ingest.ColumnDecision;
import io.liftwerk.ingest.ColumnType;
import io.liftwerk.workspace.JobRunner;
import io.liftwerk.workspace.WorkbenchException;
import io.liftwerk.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that were dropped and wait, everything on the calling thread. */
class DroppedFilesTest {
  private final List<Throwable> problems = new ArrayList<>();
  private final List<Integer> loaded = new ArrayList<>();
  @TempDir private Path folder;
  private Workspace workspace;
  private DataModel model;
  private DroppedFiles dropped;

  @BeforeEach
  void open() throws IOException {
    workspace = Workspace.create(folder.resolve("test"));
    Fixtures.shopVisits(workspace.folder());
    Fixtures.footfall(workspace.folder());
    var background = new Background(Runnable::run, Runnable::run);
    var jobs = new Jobs(new JobRunner(workspace, Runnable::run), background);
    model = new DataModel(new WorkspaceEngine(workspace), jobs, background);
    model.onProblem(problems::add);
    model.onImported((result, run) -> loaded.add(result.tables().size()));
    dropped = model.dropped();
  }

  @AfterEach
  void close() {
    workspace.close();
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private DroppedFile current() {
    return Objects.requireNonNull(dropped.currentProperty().get());
  }

  private List<String> waiting() {
    return dropped.waiting().stream().map(DroppedFile::name).toList();
  }

  private List<String> kinds() {
    return model.tables().stream()
        .map(table -> Objects.requireNonNull(model.source(table)).findings().kind())
        .toList();
  }

  private void loadAll() {
    dropped.loadAll(files -> files.size() + " files");
  }

  @Test
  void allThatRaiseNoQuestionAreLoadedInOneJob() throws Exception {
    model.preview(
        List.of(
            file("a.csv", "id,plz\n1,01067\n"),
            Fixtures.visits(folder),
            file("b.csv", "id,ort\n1,Graz\n")));
    assertEquals(2, dropped.ready());
    assertEquals(0, dropped.unseen());
    loadAll();
    assertEquals(List.of(2), loaded, "one job, two tables");
    assertEquals(List.of("visits.csv"), waiting());
    assertEquals("visits.csv", current().name());
    assertEquals(List.of(), problems);
    loadAll();
    assertEquals(List.of(2), loaded, "a question is never answered by loading");
  }

  @Test
  void whereTwoKindsFitEquallyTheUserSaysWhichItIs() throws Exception {
    model.preview(List.of(Fixtures.visits(folder)));
    DroppedFile visits = current();
    assertTrue(visits.isOpen());
    assertNull(visits.presentKind());
    dropped.load(visits, "load");
    assertEquals(List.of(), loaded);
    dropped.choose(visits, "footfall");
    assertFalse(visits.isOpen());
    dropped.load(visits, "load");
    assertEquals(List.of("footfall"), kinds());
    assertNull(dropped.currentProperty().get());
  }

  @Test
  void neitherOfTwoIsAnAnswerToo() throws Exception {
    model.preview(List.of(Fixtures.visits(folder)));
    dropped.choose(current(), "generic");
    loadAll();
    assertEquals(List.of("generic"), kinds());
  }

  @Test
  void whatIsRecognisedSaysSo() throws Exception {
    Files.delete(workspace.folder().resolve("recipes/footfall.yml"));
    model.preview(List.of(Fixtures.visits(folder)));
    assertEquals("shop-visits", current().presentKind());
    assertFalse(current().isOpen());
    dropped.choose(current(), "generic");
    assertEquals("generic", current().presentKind());
  }

  @Test
  void whatTheUserDecidedIsKept() throws Exception {
    model.preview(
        List.of(file("a.csv", "id,plz\n1,10115\n2,20095\n"), file("b.csv", "id\n1\n2\n")));
    DroppedFile first = current();
    dropped.show(dropped.waiting().getLast());
    dropped.decide(first, new ColumnDecision("plz", ColumnType.TEXT, "", ""));
    loadAll();
    assertEquals(List.of(1, 1), loaded, "a job of its own for the file with a decision");
    assertEquals(
        "VARCHAR",
        model.tables().stream()
            .filter(table -> table.ref().name().equals("a"))
            .flatMap(table -> table.columns().stream())
            .filter(column -> column.name().equals("plz"))
            .findFirst()
            .orElseThrow()
            .type());
  }

  @Test
  void whatCannotBeLoadedWaitsAgain() throws Exception {
    Path gone = file("gone.csv", "id,plz\n1,01067\n");
    model.preview(List.of(file("a.csv", "id\n1\n2\n"), gone));
    Files.delete(gone);
    loadAll();
    assertEquals("file-missing", ((WorkbenchException) problems.getFirst()).code());
    assertEquals(List.of(), List.copyOf(model.tables()), "all or none");
    assertEquals(List.of("a.csv", "gone.csv"), waiting());
    dropped.dismiss(dropped.waiting().getLast());
    loadAll();
    assertEquals(1, model.tables().size());
  }

  @Test
  void oneThatCannotBeReadIsSaidOrStaysAmongOthers() throws Exception {
    Path empty = file("empty.csv", "");
    model.preview(List.of(empty));
    assertEquals("file-empty", ((WorkbenchException) problems.removeFirst()).code());
    assertNull(dropped.currentProperty().get());
    model.preview(List.of(file("a.csv", "id\n1\n2\n"), empty));
    assertEquals(List.of(), problems);
    assertEquals(1, dropped.ready());
    var state =
        assertInstanceOf(
            DroppedFile.Unreadable.class, dropped.waiting().getLast().stateProperty().get());
    assertEquals("file-empty", ((WorkbenchException) state.why()).code());
    loadAll();
    assertEquals(List.of("empty.csv"), waiting());
    model.dismiss();
    assertEquals(List.of(), waiting());
  }

  @Test
  void whatIsInFoldersAndArchivesIsLoaded() throws Exception {
    Path exports = Files.createDirectories(folder.resolve("exports/september"));
    Files.writeString(exports.resolve("a.csv"), "id\n1\n");
    Path zip = folder.resolve("Exports.ZIP");
    try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
      for (String name : List.of("a/", "a/one.csv", "two.csv")) {
        out.putNextEntry(new ZipEntry(name));
        out.write((name.endsWith("/") ? "" : "id,of\n1," + name + "\n").getBytes(UTF_8));
        out.closeEntry();
      }
    }
    model.preview(List.of(folder.resolve("exports"), zip));
    assertEquals(2, dropped.ready());
    assertTrue(current().isSeveral());
    assertFalse(current().isOpen());
    assertEquals(
        List.of("september/a.csv"),
        Objects.requireNonNull(current().preview()).rows().stream().map(List::getFirst).toList());
    loadAll();
    assertEquals(List.of(), problems);
    assertEquals(List.of(3), loaded);
  }

  @Test
  void theSameFileWaitsOnce() throws Exception {
    Path file = file("a.csv", "id\n1\n");
    model.preview(List.of(file, file));
    model.preview(List.of(folder.resolve("./a.csv")));
    assertEquals(List.of("a.csv"), waiting());
  }

  @Test
  void tablesCanBeLookedAtMeanwhile() throws Exception {
    model.preview(List.of(file("a.csv", "id\n1\n2\n")));
    loadAll();
    model.preview(List.of(file("b.csv", "id\n1\n"), file("c.csv", "id\n1\n")));
    model.select(model.tables().getFirst().ref());
    assertNull(dropped.currentProperty().get());
    assertEquals(List.of("b.csv", "c.csv"), waiting());
    dropped.resume();
    assertEquals("b.csv", current().name());
    dropped.dismiss(current());
    assertEquals("c.csv", current().name());
    dropped.dismissAll();
    assertNull(dropped.currentProperty().get());
  }
}
