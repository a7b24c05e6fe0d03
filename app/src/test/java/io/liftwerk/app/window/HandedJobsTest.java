package io.liftwerk.app.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.app.cli.Liftwerk;
import io.liftwerk.app.window.base.Session;
import io.liftwerk.scoring.BatchScoring;
import io.liftwerk.workspace.RunRecord;
import io.liftwerk.workspace.Tables;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A command meets a workspace that is open in the window: the window does its work. */
class HandedJobsTest {
  @TempDir private Path folder;

  private String workspace() throws Exception {
    Path place = folder.resolve("Nordwand.liftwerk");
    var random = new Random(3);
    var rows = new StringBuilder("nr,age,city,won\n");
    for (int i = 0; i < 400; i++) {
      int age = 20 + random.nextInt(50);
      String won = i % 8 == 0 ? "" : random.nextInt(70) < age ? "yes" : "no";
      rows.append("%d,%d,%s,%s\n".formatted(1000 + i, age, i % 3 == 0 ? "Kiel" : "Ulm", won));
    }
    Path file = Files.writeString(folder.resolve("people.csv"), rows);
    assertEquals(0, Liftwerk.execute("init", place.toString()));
    assertEquals(0, Liftwerk.execute("import", place.toString(), file.toString()));
    assertEquals(
        0, Liftwerk.execute("leads", place.toString(), "people", "--target", "won", "--json"));
    return place.toString();
  }

  @Test
  void theWindowScoresInItsQueue() throws Exception {
    String place = workspace();
    String[] command = {"score", place, "--model", "leads-people", "--table", "people", "--json"};
    try (Fx fx = Fx.open(folder.resolve("home"), Path.of(place), null)) {
      Session session = Objects.requireNonNull(fx.window.session());
      assertEquals(0, Liftwerk.execute(command));
      RunRecord run = session.workspace().ledger().list().getFirst();
      assertEquals(BatchScoring.NAME, run.job());
      assertEquals(RunRecord.Status.DONE, run.status());
      assertTrue(
          new Tables(session.workspace())
              .list().stream()
                  .anyMatch(table -> table.ref().toString().equals("gold.leads_people_scores")));
      // what the window cannot do for it is said there as here
      assertEquals(
          1, Liftwerk.execute("score", place, "--model", "leads-peeple", "--table", "people"));
      assertEquals(1, Liftwerk.execute("models", place, "rollback", "leads-people"));
      assertEquals(1, Liftwerk.execute("models", place, "rollback", "leads-people", "--wait", "0"));
      assertEquals(
          List.of(RunRecord.Status.FAILED, RunRecord.Status.FAILED),
          session.workspace().ledger().list(2).stream().map(RunRecord::status).toList());
    }
    assertEquals(0, Liftwerk.execute(command));
  }
}
