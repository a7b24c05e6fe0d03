package io.liftwerk.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The folder of an open workspace goes away, as when a stick is pulled (ux-13, ux-23). */
class WorkspaceGoneTest {
  @TempDir private Path temp;

  private Path elsewhere() {
    return temp.resolve("elsewhere");
  }

  private static void put(Path from, Path to) {
    try {
      Files.move(from, to);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Fixture.Count table(JobContext context, String name) throws Exception {
    context.execute("CREATE TABLE gold." + name + " AS SELECT 1 AS x");
    return new Fixture.Count(1);
  }

  @Test
  void noJobStartsAndNothingIsMadeWhereItWas() {
    Workspace workspace = Fixture.workspace(temp);
    JobRunner runner = Fixture.runner(workspace);
    runner.run(Fixture.job("before", context -> table(context, "before")));
    Path place = workspace.folder();
    put(place, elsewhere());
    assertFalse(workspace.isThere());
    WorkbenchException e =
        assertThrows(
            WorkbenchException.class,
            () -> runner.run(Fixture.job("after", context -> table(context, "after"))));
    assertEquals("workspace-gone", e.code());
    assertEquals("The workspace " + place + " is no longer where it was opened.", e.sentence());
    assertTrue(Sentences.in(Locale.GERMAN, e.sentence()).startsWith("Der Arbeitsbereich "));
    assertTrue(Sentences.in(Locale.GERMAN, e.hint()).startsWith("Schließen Sie"), e.hint());
    assertFalse(Files.exists(place), "nothing grows where it was");

    put(elsewhere(), place);
    assertFalse(workspace.isThere(), "the open files are those that went");
    workspace.close();
    try (Workspace again = Workspace.open(place)) {
      assertEquals(List.of("before"), again.ledger().list().stream().map(RunRecord::job).toList());
      assertTrue(again.audit().verify().ok());
    }
  }

  @Test
  void aJobUnderWayIsNotRecordedAsDone() throws Exception {
    Workspace workspace = Fixture.workspace(temp);
    Path place = workspace.folder();
    JobRunner runner = Fixture.runner(workspace);
    WorkbenchException e =
        assertThrows(
            WorkbenchException.class,
            () ->
                runner.run(
                    Fixture.job(
                        "pulled",
                        context -> {
                          Fixture.Count done = table(context, "half");
                          put(place, elsewhere());
                          return done;
                        })));
    assertEquals("workspace-gone", e.code());
    workspace.close();
    put(elsewhere(), place);
    try (Workspace again = Workspace.open(place)) {
      assertEquals(List.of(), new Tables(again).list());
      assertEquals(List.of(), again.ledger().list());
      Run<Fixture.Count> next =
          Fixture.runner(again).run(Fixture.job("next", context -> table(context, "whole")));
      assertEquals(1, next.result().value());
    }
  }

  @Test
  void otherFilesInItsPlaceAreNotTakenForIt() throws Exception {
    Workspace workspace = Fixture.workspace(temp);
    Path place = workspace.folder();
    put(place, elsewhere());
    Files.createDirectories(place);
    Files.writeString(place.resolve(WorkspaceLock.FILE), "another's");
    assertThrows(WorkbenchException.class, workspace::checkThere);
    workspace.close();
    assertEquals("another's", Files.readString(place.resolve(WorkspaceLock.FILE)));
  }

  /** Whoever lost the folder and brings it back from a copy finds all of the copy. */
  @Test
  void aCopyInItsPlaceIsLeftAloneWhenTheOldOneIsClosed() throws Exception {
    Workspace workspace = Fixture.workspace(temp);
    Path place = workspace.folder();
    Fixture.runner(workspace).run(Fixture.job("before", context -> table(context, "before")));
    copy(place, elsewhere());
    List<String> files = files(elsewhere());
    Tidy.delete(place);
    put(elsewhere(), place);
    assertFalse(workspace.isThere());
    workspace.close();
    assertEquals(files, files(place));
    try (Workspace again = Workspace.open(place)) {
      assertEquals(1, new Tables(again).list().size());
      assertEquals(1, again.ledger().list().size());
    }
  }

  @Test
  void whatAKillLeftAsideIsPutBack() throws Exception {
    try (Workspace workspace = Fixture.workspace(temp)) {
      Fixture.runner(workspace).run(Fixture.job("before", context -> table(context, "before")));
      copy(workspace.folder(), elsewhere());
    }
    Path copied = temp.resolve("copied.liftwerk");
    put(elsewhere(), copied);
    Path log = copied.resolve(Workspace.DATABASE + ".wal");
    put(log, log.resolveSibling(log.getFileName() + ".aside"));
    try (Workspace again = Workspace.open(copied)) {
      assertEquals(1, new Tables(again).list().size());
    }
  }

  private static List<String> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path one : all.toList()) {
        Files.copy(one, to.resolve(from.relativize(one).toString()));
      }
    }
  }

  /** A clock that is set while a job runs does not make it last less than nothing (ux-23). */
  @Test
  void durationsAreNotOfTheClockOnTheWall() {
    var ticks = new long[] {5_000_000_000L};
    var started = new Started(Instant.now().plus(Duration.ofDays(3)), ticks[0], () -> ticks[0]);
    ticks[0] += 1_500_000_000L;
    assertEquals(Duration.ofMillis(1500), started.elapsed());
  }
}
