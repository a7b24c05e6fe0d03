package io.liftwerk.benchmarks;

import io.liftwerk.workspace.TableRef;
import io.liftwerk.workspace.Tables;
import io.liftwerk.workspace.Workspace;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.SplittableRandom;

/** Opening a large table and jumping about in it, as the virtual table of the window does. */
final class PagingTask {
  private static final TableRef TABLE = new TableRef("bronze", "big");
  private static final int PAGE = 100;
  private static final int JUMPS = 200;

  private PagingTask() {}

  static Measured run(Path folder, long rows) throws Exception {
    try (Workspace workspace = Workspace.create(folder)) {
      fill(workspace, rows);
    }
    try (Workspace workspace = Workspace.open(folder)) {
      var tables = new Tables(workspace);
      long start = System.nanoTime();
      tables.describe(TABLE);
      tables.page(TABLE, 0, PAGE);
      Measured measured = Measured.of().with("openMs", (System.nanoTime() - start) / 1e6);
      jumps(measured, tables, rows);
      sorted(measured, tables, rows);
      return measured;
    }
  }

  private static void jumps(Measured measured, Tables tables, long rows) {
    var random = new SplittableRandom(11);
    var times = new ArrayList<Double>();
    for (int i = 0; i < JUMPS; i++) {
      long offset = random.nextLong(rows - PAGE);
      long start = System.nanoTime();
      int got = tables.page(TABLE, offset, PAGE).rows().size();
      times.add((System.nanoTime() - start) / 1e6);
      if (got != PAGE) {
        throw new IllegalStateException("a page of " + got + " rows at " + offset);
      }
    }
    measured
        .with("jumpP50", Statistics.quantile(times, .5))
        .with("jumpP95", Statistics.quantile(times, .95));
  }

  private static void sorted(Measured measured, Tables tables, long rows) {
    long start = System.nanoTime();
    tables.page(TABLE, "cost", true, 0, PAGE);
    measured.with("sortMs", (System.nanoTime() - start) / 1e6);
    var random = new SplittableRandom(12);
    var times = new ArrayList<Double>();
    for (int i = 0; i < JUMPS / 4; i++) {
      start = System.nanoTime();
      tables.page(TABLE, "cost", true, random.nextLong(rows - PAGE), PAGE);
      times.add((System.nanoTime() - start) / 1e6);
    }
    measured
        .with("sortedJumpP50", Statistics.quantile(times, .5))
        .with("sortedJumpP95", Statistics.quantile(times, .95));
  }

  private static void fill(Workspace workspace, long rows) throws Exception {
    try (Connection connection = workspace.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          CREATE TABLE bronze.big AS
          SELECT DATE '2025-01-01' + CAST(i %% 730 AS INTEGER) AS day, 'Nordwand' AS account,
            i %% 400 AS campaign_id, 'DE Suche ' || (i %% 400) AS campaign,
            i %% 4000 AS ad_group_id, 'Gruppe ' || (i %% 4000) AS ad_group,
            'keyword ' || hash(i) %% 50000 AS keyword, 'Genau passend' AS match_type,
            ['Computer', 'Smartphone', 'Tablet'][1 + i %% 3] AS device, 'Google Suche' AS network,
            hash(i + 1) %% 4096 AS impressions, hash(i + 2) %% 400 AS clicks,
            CAST(hash(i + 3) %% 100000 / 100 AS DECIMAL(18, 2)) AS cost,
            CAST(hash(i + 4) %% 1000 / 100 AS DECIMAL(18, 2)) AS conversions
          FROM range(%d) AS r(i)
          """
              .formatted(rows));
    }
  }
}
