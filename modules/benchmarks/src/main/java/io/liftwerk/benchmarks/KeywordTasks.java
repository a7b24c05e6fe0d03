package io.liftwerk.benchmarks;

import io.liftwerk.keywords.KeywordMining;
import io.liftwerk.keywords.KeywordRequest;
import io.liftwerk.keywords.KeywordResult;
import io.liftwerk.keywords.WordForm;
import io.liftwerk.workspace.JobRunner;
import io.liftwerk.workspace.Workspace;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/** Search terms of a large account, counted and put together. */
final class KeywordTasks {
  private static final String[] THINGS = {
    "wanderschuhe", "rucksack", "tourenrucksack", "zelt", "schlafsack", "isomatte", "stirnlampe",
    "klettergurt", "kletterseil", "steigeisen", "regenjacke", "daunenjacke", "wanderhose", "socken",
    "handschuhe", "trinkflasche", "gaskocher", "lawinenset", "kletterhelm", "karabiner"
  };
  private static final String[] WISHES = {
    "damen",
    "herren",
    "kinder",
    "günstig",
    "kaufen",
    "test",
    "vergleich",
    "leicht",
    "wasserdicht",
    "größe 42",
    "online",
    "gebraucht",
    "leihen",
    "reparieren",
    "anleitung",
    "beste",
    "sale",
    "schwarz",
    "münchen",
    "innsbruck"
  };

  private KeywordTasks() {}

  /**
   * Makes two reports: {@code terms} with {@code rows} rows, three for each term or so, and {@code
   * distinct} with 36,000 different terms.
   */
  static Measured prepare(Path folder, long rows) throws SQLException {
    try (Workspace workspace = Workspace.create(folder)) {
      table(workspace, "terms", rows, rows * 3 / 10);
      table(workspace, "different", 36_000, 36_000);
      return Measured.of().with("rows", rows);
    }
  }

  private static void table(Workspace workspace, String name, long rows, long terms)
      throws SQLException {
    try (Connection connection = workspace.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          CREATE TABLE bronze.%1$s AS
          SELECT things[CAST(1 + hash(t, 1) %% %2$d AS INTEGER)] || ' ' || wishes[CAST(1 + hash(t, 2) %% %3$d AS INTEGER)]
              || CASE WHEN hash(t, 3) %% 2 = 0 THEN ' ' || wishes[CAST(1 + hash(t, 4) %% %3$d AS INTEGER)] ELSE '' END
              || ' modell ' || CAST(t %% 90000 AS VARCHAR) AS "search term",
            'Campaign ' || i %% 20 AS campaign, 'Ad group ' || i %% 200 AS "ad group",
            clicks * 30 AS impressions, clicks,
            CAST(clicks * (20 + hash(i, 5) %% 130) / 100.0 AS DECIMAL(18, 2)) AS cost,
            CASE WHEN hash(i, 6) %% 1000 < clicks * 20 THEN 1 ELSE 0 END AS conversions
          FROM (SELECT i, i %% %4$d AS t, CAST(hash(i, 7) %% 5 AS BIGINT) AS clicks,
              %5$s AS things, %6$s AS wishes FROM range(%7$d) r(i))
          """
              .formatted(
                  name, THINGS.length, WISHES.length, terms, list(THINGS), list(WISHES), rows));
    }
  }

  private static String list(String[] words) {
    return "['" + String.join("', '", words) + "']";
  }

  /** The whole job on one of the two reports, with totals checked. */
  static Measured mine(Path folder, String table, boolean clusters) {
    try (Workspace workspace = Workspace.open(folder)) {
      double cpu = Usage.cpuSeconds();
      long start = System.nanoTime();
      KeywordResult result =
          new JobRunner(workspace, Runnable::run)
              .run(
                  new KeywordMining(
                      new KeywordRequest(
                          table,
                          Map.of(),
                          WordForm.WHOLE,
                          3,
                          null,
                          null,
                          null,
                          null,
                          null,
                          null,
                          KeywordRequest.LOST_CONVERSIONS,
                          List.of(),
                          List.of(),
                          KeywordRequest.LIMIT,
                          clusters,
                          null)))
              .result();
      double largest =
          result.clusters().stream().mapToInt(KeywordResult.Cluster::terms).max().orElse(0);
      return Measured.of()
          .with("seconds", (System.nanoTime() - start) / 1e9)
          .with("cpuSeconds", Usage.cpuSeconds() - cpu)
          .with("ngrams", result.ngramsFound())
          .with("terms", result.totals().terms())
          .with("clusters", result.clusters().size())
          .with("largest", largest / result.totals().terms());
    }
  }
}
