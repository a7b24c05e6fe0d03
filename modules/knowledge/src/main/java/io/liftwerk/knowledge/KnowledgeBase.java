package io.liftwerk.knowledge;

import io.liftwerk.workspace.WorkbenchException;
import io.liftwerk.workspace.Workspace;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The indexed sources of a workspace, as they were when {@link KnowledgeIndexing} ran last: an
 * index that is written meanwhile does not change what is read here. For many threads.
 */
public final class KnowledgeBase implements AutoCloseable {

  private KnowledgeBase() {}

  /**
   * Opens the index of {@code workspace}.
   *
   * @throws WorkbenchException code {@code index-missing} when nothing was indexed yet, {@code
   *     index-damaged} when it cannot be read
   */
  public static KnowledgeBase open(Workspace workspace) {
    throw new UnsupportedOperationException(workspace.name());
  }

  /** What the index was made of. */
  public IndexState state() {
    throw new UnsupportedOperationException();
  }

  /** Sentences about sources that have changed since; empty when the index is up to date. */
  public List<String> stale() {
    throw new UnsupportedOperationException();
  }

  /**
   * The documents in order of their ids.
   *
   * @param role null for all
   */
  public List<SourceDocument> documents(@Nullable Role role) {
    throw new UnsupportedOperationException();
  }

  /** The document of that id. */
  public Optional<SourceDocument> document(String id) {
    throw new UnsupportedOperationException();
  }

  /** The passages of a document in its order; none when it is unknown. */
  public List<Passage> passages(String document) {
    throw new UnsupportedOperationException();
  }

  /** The passage of that id. */
  public Optional<Passage> passage(String id) {
    throw new UnsupportedOperationException();
  }

  /** The vector of a passage, of length 1, as the index's embedder made it. */
  public Optional<float[]> vector(String passage) {
    throw new UnsupportedOperationException();
  }

  /**
   * Finds passages by words and meaning, and says of each why.
   *
   * @throws WorkbenchException codes {@code search-empty} for a query without words, {@code
   *     search-top}, {@code search-weight}, {@code source-unknown}
   */
  public SearchResult search(SearchRequest request) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {
    throw new UnsupportedOperationException();
  }
}
