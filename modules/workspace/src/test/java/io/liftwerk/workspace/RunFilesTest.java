package io.liftwerk.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Result files belong to their run: with it, and never without it. */
class RunFilesTest {
  @TempDir Path folder;
  private Workspace workspace;

  @BeforeEach
  void open() {
    workspace = Fixture.workspace(folder);
  }

  @AfterEach
  void close() {
    workspace.close();
  }

  @Test
  void theyTakeTheirNamesWhenTheRunIsCommitted() throws IOException {
    Run<Fixture.Count> run =
        run(
            context -> {
              ResultFile list = context.resultFile("list of \"März/2026\"", "csv");
              ResultFile second = context.resultFile("list of \"März/2026\"", "csv");
              Files.writeString(list.draft(), "a");
              Files.writeString(second.draft(), "b");
              Files.writeString(list.draft().resolveSibling("scratch"), "c");
              assertTrue(Files.notExists(list.place()));
              return new Fixture.Count(1);
            });
    assertEquals(
        List.of("list_of_März_2026_-0001-2.csv", "list_of_März_2026_-0001.csv"), exports());
    assertEquals(
        List.of("exports/list_of_März_2026_-0001.csv", "exports/list_of_März_2026_-0001-2.csv"),
        run.record().artefacts());
    assertEquals(
        "b", Files.readString(workspace.exports().resolve("list_of_März_2026_-0001-2.csv")));
  }

  @Test
  void aFailedOrCancelledRunLeavesNone() throws IOException {
    assertThrows(
        WorkbenchException.class,
        () ->
            run(
                context -> {
                  Files.writeString(context.resultFile("list", "csv").draft(), "a");
                  throw new IllegalStateException("stop");
                }));
    assertThrows(
        CancelledException.class,
        () ->
            run(
                context -> {
                  Files.writeString(context.resultFile("list", "csv").draft(), "a");
                  throw new CancelledException();
                }));
    assertEquals(List.of(), exports());
  }

  @Test
  void aRunWithoutAFileItAnnouncedFails() throws IOException {
    assertThrows(
        WorkbenchException.class,
        () ->
            run(
                context -> {
                  Files.writeString(context.resultFile("list", "csv").draft(), "a");
                  context.resultFile("list", "txt");
                  context.execute("CREATE TABLE gold.half AS SELECT 1 AS x");
                  return new Fixture.Count(1);
                }));
    assertEquals(List.of(), exports());
    assertEquals(List.of(), new Tables(workspace).list());
  }

  @Test
  void aNameThatIsTakenStaysWithItsFile() throws IOException {
    Run<Fixture.Count> run =
        run(
            context -> {
              Path mine = workspace.exports().resolve("LIST-" + context.run() + ".csv");
              Files.writeString(mine, "mine");
              Files.copy(mine, mine.resolveSibling("list-" + context.run() + ".csv"));
              ResultFile file = context.resultFile("list", "csv");
              Files.writeString(file.draft(), "a");
              return new Fixture.Count(1);
            });
    assertEquals(List.of("exports/list-0001-2.csv"), run.record().artefacts());
    assertEquals("mine", Files.readString(workspace.exports().resolve("list-0001.csv")));
    assertEquals("a", Files.readString(workspace.exports().resolve("list-0001-2.csv")));
  }

  @Test
  void aNumberIsNotGivenOutWhileAFileCarriesIt() throws IOException {
    Files.writeString(workspace.exports().resolve("leads-a-0001.csv"), "old");
    Files.writeString(workspace.exports().resolve("leads-a-0002-3.xlsx"), "old");
    Files.createDirectory(workspace.exports().resolve(".run-0003"));
    Files.writeString(workspace.exports().resolve("report-20260131.csv"), "mine");
    Files.writeString(workspace.exports().resolve("a-00045.csv"), "mine");
    assertEquals("0004", run(context -> new Fixture.Count(1)).id());
    assertEquals("0005", run(context -> new Fixture.Count(1)).id());
  }

  @Test
  void openingLeavesWhatIsNotOurs() throws IOException {
    Path kept = Files.createDirectory(workspace.exports().resolve(".run-mine"));
    Path gone = Files.createDirectory(workspace.exports().resolve(".run-0007"));
    Files.writeString(gone.resolve("list-0007.csv"), "never committed");
    workspace.close();
    workspace = Workspace.open(workspace.folder());
    assertEquals(List.of(".run-mine"), exports());
    assertTrue(Files.isDirectory(kept));
    assertEquals("0001", run(context -> new Fixture.Count(1)).id());
  }

  private Run<Fixture.Count> run(Fixture.Work<Fixture.Count> work) {
    return Fixture.runner(workspace).run(Fixture.job("files", work));
  }

  private List<String> exports() throws IOException {
    try (Stream<Path> files = Files.list(workspace.exports())) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
