package io.liftwerk.knowledge;

import io.liftwerk.ingest.BronzeTables;
import io.liftwerk.ingest.FileImport;
import io.liftwerk.ingest.ImportRequest;
import io.liftwerk.workspace.JobRunner;
import io.liftwerk.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A workspace with folders of articles, and the jobs that tests do with it. */
final class Client implements AutoCloseable {
  private final Path folder;
  private Workspace workspace;

  Client(Path folder) {
    System.setProperty("liftwerk.home", folder.resolve("home").toString());
    this.folder = folder;
    this.workspace = Workspace.create(folder.resolve("client"));
  }

  Workspace workspace() {
    return workspace;
  }

  /** Closes the workspace and opens it again. */
  void reopen() {
    workspace.close();
    workspace = Workspace.open(folder.resolve("client"));
  }

  JobRunner runner() {
    return new JobRunner(workspace, Runnable::run);
  }

  /** Writes a file below the test's folder. */
  Path write(String name, String text) throws IOException {
    Path file = folder.resolve("files").resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  void load(String name) {
    runner()
        .run(
            new FileImport(
                ImportRequest.of(List.of(folder.resolve("files").resolve(name).toString()))));
  }

  void remove(String table) {
    new BronzeTables(workspace).remove(table);
  }

  void undo() {
    new BronzeTables(workspace).undo();
  }

  IndexResult index() {
    return runner().run(new KnowledgeIndexing(IndexRequest.AS_BEFORE)).result();
  }

  SearchResult search(SearchRequest request) {
    try (KnowledgeBase base = KnowledgeBase.open(workspace)) {
      return base.search(request);
    }
  }

  List<String> found(String query) {
    return search(SearchRequest.of(query)).hits().stream().map(hit -> hit.passage().id()).toList();
  }

  @Override
  public void close() {
    workspace.close();
  }
}
