package io.liftwerk.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The alarm rings for what knows the outcome, and for nothing else (ux-15). */
class LeakageTest {
  @TempDir private Path folder;

  /**
   * A table of four honest signals of equal strength and what {@code more} adds.
   *
   * @param strength weight of each of the signals
   */
  private List<String> warnings(int rows, int world, double strength, String more)
      throws Exception {
    try (var bench = new Bench(folder.resolve("w" + world + more.hashCode() + rows))) {
      bench.sql(
          """
          CREATE TABLE bronze.t AS
          WITH u AS (SELECT i, %1$s AS a, %2$s AS b, %3$s AS c, %4$s AS d, %5$s AS luck, %6$s AS e
            FROM range(%7$d) t(i)),
          o AS (SELECT *, luck < 1 / (1 + exp(1.5 - %8$f * (a + b + c + d - 2))) AS won FROM u)
          SELECT i AS _row, round(a, 3) AS a, round(b, 3) AS b, 'k' || floor(c * 6) AS c,
            round(d, 2) AS d, %9$s CASE WHEN won THEN 'yes' ELSE 'no' END AS won FROM o
          """
              .formatted(
                  uniform(world, 1),
                  uniform(world, 2),
                  uniform(world, 3),
                  uniform(world, 4),
                  uniform(world, 5),
                  uniform(world, 6),
                  rows,
                  strength,
                  more));
      return bench.score(Bench.request("t", "won")).warnings().stream()
          .filter(warning -> warning.column() != null)
          .map(warning -> warning.code() + " " + warning.column())
          .toList();
    }
  }

  private static String uniform(int world, int which) {
    return "(hash(i * 1000003 + %d) %% 1000000 / 1000000.0)".formatted(world * 101 + which);
  }

  @Test
  void silentOnPureNoise() throws Exception {
    for (int world = 1; world <= 4; world++) {
      assertEquals(List.of(), warnings(400, world, 0, ""), "world " + world);
    }
  }

  @Test
  void silentOnHonestSignals() throws Exception {
    for (int world = 1; world <= 4; world++) {
      assertEquals(List.of(), warnings(400, world, 2.5, ""), "world " + world);
    }
    assertEquals(List.of(), warnings(4000, 9, 2.5, ""));
  }

  @Test
  void namesTheOutcomeInOtherWords() throws Exception {
    assertEquals(
        List.of("leakage status"),
        warnings(1500, 1, 2.5, "CASE WHEN won THEN 'Rechnung' ELSE 'abgelegt' END AS status,"));
  }

  @Test
  void namesBothOfTwoThatKnow() throws Exception {
    List<String> found =
        warnings(
            1500,
            1,
            2.5,
            "CASE WHEN won THEN 7 END AS invoice, CASE WHEN won THEN 'ok' ELSE 'x' END AS state,");
    assertEquals(List.of("leakage invoice", "leakage state"), found.stream().sorted().toList());
  }

  @Test
  void namesANumberThatGrowsWithTheOutcome() throws Exception {
    assertEquals(
        List.of("leakage minutes"),
        warnings(
            3000,
            1,
            2.5,
            "CASE WHEN won THEN round(e * 9 + 5, 2) ELSE round(e * 9, 2) END AS minutes,"));
  }

  @Test
  void callsTheOnlySignalADriverNotALeak() throws Exception {
    List<String> found =
        warnings(3000, 2, 0, "CASE WHEN won THEN round(e + 0.35, 2) ELSE round(e, 2) END AS only,");
    assertEquals(List.of("single-driver only"), found);
  }

  @Test
  void twinsInBothPartsAreCounted() throws Exception {
    try (var bench = new Bench(folder)) {
      bench.sql(
          "CREATE TABLE bronze.t AS SELECT i AS _row, hash(i % 900) % 100000 / 7.0 AS a,"
              + " hash(i % 900 + 5) % 1000 AS b,"
              + " CASE WHEN hash(i % 900 + 9) % 3 = 0 THEN 'yes' ELSE 'no' END AS won"
              + " FROM range(1200) t(i)");
      List<ScoringWarning> found = bench.score(Bench.request("t", "won")).warnings();
      assertTrue(
          found.stream().anyMatch(warning -> warning.code().equals("duplicates")), found::toString);
    }
  }
}
