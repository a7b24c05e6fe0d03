package io.liftwerk.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.testsupport.OtherJvm;
import io.liftwerk.workspace.AuditTrail;
import io.liftwerk.workspace.Identifier;
import io.liftwerk.workspace.Job;
import io.liftwerk.workspace.JobRunner;
import io.liftwerk.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A process killed while it erases, migrates or takes out what is too old: what stands at the next
 * open is as before, or all of it is done; and done once more it is complete.
 */
@Timeout(900)
@Execution(ExecutionMode.CONCURRENT)
class KilledErasureTest {
  private static final List<String> POINTS =
      List.of(
          "ledger",
          "publish",
          "checkpoint",
          "audit",
          "leave:1",
          "leave:2",
          "leave:3",
          "rewrite:1",
          "rewrite:2",
          "rewrite:3",
          "rewrite:5");
  private static final List<String> ZACHARIAS = List.of("zacharias@nirgendheim.example");
  private static final List<String> TRACES =
      List.of("quittenbaum", "nirgendheim", "231259876", "zacharias");
  private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

  /** What is killed. */
  enum Kind {
    ERASE,
    MIGRATE,
    RETAIN;

    Job<?> job(Workspace workspace) {
      return switch (this) {
        case ERASE -> Erasure.of(workspace, ZACHARIAS, HandedOver.TO_NOBODY);
        case MIGRATE -> new Migration();
        case RETAIN -> new Retention(new RetentionRequest(TODAY));
      };
    }

    /** Leads that are left. */
    List<String> left(boolean done) {
      if (!done) {
        return List.of("L-1", "L-2", "L-3", "L-4");
      }
      return switch (this) {
        case ERASE -> List.of("L-1", "L-3", "L-4");
        case MIGRATE -> List.of("L-1", "L-2", "L-3", "L-4");
        case RETAIN -> List.of("L-3", "L-4");
      };
    }
  }

  /**
   * The process that is killed: does what the second argument says in the workspace named first.
   */
  public static final class Doing {
    private Doing() {}

    public static void main(String[] arguments) throws Exception {
      try (Workspace workspace = Workspace.open(Path.of(arguments[0]))) {
        new JobRunner(workspace, Runnable::run).run(Kind.valueOf(arguments[1]).job(workspace));
        workspace.rewrite();
      }
    }
  }

  @TempDir Path folder;

  static Stream<Arguments> kills() {
    return Stream.of(Kind.values())
        .flatMap(kind -> POINTS.stream().map(point -> Arguments.of(kind, point)));
  }

  /** One of its own each time: of a copy the trail says that it lacks what this computer knows. */
  private Path make(Kind kind) throws Exception {
    try (var bench = new Bench(folder)) {
      Workspace workspace = bench.workspace();
      bench.load(bench.file("leads.csv", ErasureTest.leads()));
      Files.writeString(
          workspace.exports().resolve("list.csv"), "who\n" + email(workspace, kind) + "\n");
      new JobRunner(workspace, Runnable::run)
          .run(new RetentionSettings(new RetentionSettingsRequest("leads", 365)));
      if (kind == Kind.MIGRATE) {
        inClear(workspace);
      }
      return workspace.folder();
    }
  }

  /** As a version before pseudonyms left it. */
  private static void inClear(Workspace workspace) throws SQLException {
    try (Connection connection = workspace.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "UPDATE load.l000001 SET \"E-Mail\" = 'zacharias@nirgendheim.example',"
              + " \"Nachname\" = 'Quittenbaum' WHERE \"Lead-ID\" = 'L-2'");
      statement.execute("UPDATE load.catalog SET replaced = NULL");
    }
  }

  /** Of whom nothing is left: another row, which is not too old, mentions the one to be erased. */
  private static String email(Workspace workspace, Kind kind) {
    String address = kind == Kind.RETAIN ? "bert@post.example" : ZACHARIAS.getFirst();
    return workspace
        .vault()
        .pseudonyms()
        .of(Identifier.EMAIL, Pseudonymiser.normal(Identifier.EMAIL, address, "DE"));
  }

  @ParameterizedTest
  @MethodSource("kills")
  void itIsDoneOrNotAndCanBeDoneAgain(Kind kind, String point) throws Exception {
    Path place = make(kind);
    kill(place, kind, point);
    boolean done = !point.equals("ledger");
    assertTrue(AuditTrail.verify(place).ok());
    String email;
    try (var bench = new Bench(Workspace.open(place), folder)) {
      assertFalse(bench.workspace().awaitsRewrite(), "the open has carried it out");
      email = email(bench.workspace(), kind);
      check(bench, kind, done);
    }
    if (done) {
      nothingIsLeft(place, kind, email);
    }
    try (var bench = new Bench(Workspace.open(place), folder)) {
      Workspace workspace = bench.workspace();
      Job<?> job = kind.job(workspace);
      var runner = new JobRunner(workspace, Runnable::run);
      runner.run(job);
      workspace.rewrite();
      check(bench, kind, true);
      if (job instanceof Erasure erasure) {
        assertEquals(List.of(), runner.run(erasure.proof(ZACHARIAS)).result().found());
      }
      assertTrue(workspace.audit().verify().ok());
    }
    nothingIsLeft(place, kind, email);
  }

  private static void check(Bench bench, Kind kind, boolean done) throws Exception {
    Workspace workspace = bench.workspace();
    assertEquals(
        kind.left(done),
        bench.rows("SELECT \"Lead-ID\" FROM bronze.leads ORDER BY 1").stream()
            .map(row -> String.valueOf(row.getFirst()))
            .toList());
    assertEquals(
        kind == Kind.MIGRATE && !done ? List.of("leads") : List.of(),
        new BronzeTables(workspace).inClear());
    boolean gone = done && kind == Kind.ERASE;
    assertEquals(!gone, Files.exists(workspace.exports().resolve("list.csv")));
    boolean held = workspace.vault().holds(email(workspace, kind));
    assertEquals(!done || kind == Kind.MIGRATE, held);
    bench.assertStagingEmpty();
  }

  /** In the bytes and in the tables of a closed workspace. */
  private static void nothingIsLeft(Path place, Kind kind, String email) throws IOException {
    assertEquals(Set.of(), Leaks.in(place, Set.of(), TRACES));
    if (kind != Kind.MIGRATE) {
      assertFalse(new Traces(List.of(email)).in(place.resolve("vault.duckdb")), "in the vault");
    }
    var left = new ArrayList<String>();
    try (Stream<Path> files = Files.list(place)) {
      files.map(file -> String.valueOf(file.getFileName())).forEach(left::add);
    }
    assertFalse(left.contains("rewrite.json"), left.toString());
    assertFalse(left.stream().anyMatch(name -> name.endsWith(".next")), left.toString());
  }

  private static void kill(Path place, Kind kind, String point) throws Exception {
    Process process =
        OtherJvm.of(
                Doing.class, List.of("-Dliftwerk.killAt=" + point), place.toString(), kind.name())
            .start();
    String said = OtherJvm.output(process);
    assertEquals(137, process.waitFor(), said);
  }
}
