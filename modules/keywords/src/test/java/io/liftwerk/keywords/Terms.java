package io.liftwerk.keywords;

import io.liftwerk.ingest.FileImport;
import io.liftwerk.ingest.ImportRequest;
import io.liftwerk.workspace.Job;
import io.liftwerk.workspace.JobRunner;
import io.liftwerk.workspace.Workspace;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;

/** A workspace with search-term reports, for tests. */
final class Terms implements AutoCloseable {
  private static final String TITLE =
      "Search terms report\n\"January 1, 2026 - January 31, 2026\"\n";
  private static final String HEADER =
      "Search term,Match type,Added/Excluded,Campaign,Ad group,Keyword,Impr.,Clicks,Currency"
          + " code,Cost,Conversions\n";

  private final Path folder;
  private final Workspace workspace;

  Terms(Path folder) {
    this.folder = folder;
    this.workspace = Workspace.create(folder.resolve("test.liftwerk"));
  }

  Workspace workspace() {
    return workspace;
  }

  /**
   * Imports a report of Google Ads.
   *
   * @param rows {@code term,match type,state,campaign,ad group,keyword,impressions,clicks,currency,
   *     cost,conversions}
   */
  Terms google(String name, List<String> rows) throws Exception {
    return file(name + ".csv", TITLE + HEADER + String.join("\n", rows) + "\n");
  }

  /** A row of one campaign, in euros. */
  static String row(String term, int impressions, int clicks, String cost, String conversions) {
    return "%s,Broad match,None,Search,Shoes,shoes,%d,%d,EUR,%s,%s"
        .formatted(term, impressions, clicks, cost, conversions);
  }

  Terms file(String name, String content) throws Exception {
    Path file = folder.resolve(name);
    Files.writeString(file, content, StandardCharsets.UTF_8);
    run(new FileImport(ImportRequest.of(List.of(file.toString()))));
    return this;
  }

  void sql(String sql) throws Exception {
    try (Connection connection = workspace.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  <R> R run(Job<R> job) {
    return new JobRunner(workspace, Runnable::run).run(job).result();
  }

  KeywordResult mine(KeywordRequest request) {
    return run(new KeywordMining(request));
  }

  @Override
  public void close() {
    workspace.close();
  }
}
