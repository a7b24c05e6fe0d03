package io.liftwerk.knowledge;

import io.liftwerk.ingest.BronzeTables;
import io.liftwerk.ingest.SourceTable;
import io.liftwerk.text.CrossEncoder;
import io.liftwerk.text.Embedder;
import io.liftwerk.text.Language;
import io.liftwerk.text.LanguageGuess;
import io.liftwerk.text.Words;
import io.liftwerk.workspace.WorkbenchException;
import io.liftwerk.workspace.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The indexed sources of a workspace, as they were when {@link KnowledgeIndexing} ran last: an
 * index that is written meanwhile does not change what is read here. Erasing a person deletes the
 * index, which some systems refuse while it is open: keep one open for a search or a brief, not for
 * a day. For many threads.
 */
public final class KnowledgeBase implements AutoCloseable {
  /** More hits than anybody reads, and than a list of them carries. */
  static final int MOST = 1_000;

  private final IndexReading index;
  private final List<String> stale;
  private @Nullable Embedder embedder;

  private KnowledgeBase(IndexReading index, List<String> stale) {
    this.index = index;
    this.stale = stale;
  }

  /**
   * Opens the index of {@code workspace}.
   *
   * @throws WorkbenchException code {@code index-missing} when nothing was indexed yet, {@code
   *     index-damaged} when it cannot be read
   */
  public static KnowledgeBase open(Workspace workspace) {
    Path folder = new IndexFolder(workspace).newest().orElseThrow(IndexFolder::missing);
    try (Connection connection = workspace.connect()) {
      Generation generation = Generation.read(folder);
      Map<String, String> files = new HashMap<>();
      for (SourceTable table : new BronzeTables(workspace).list()) {
        files.put(table.name(), table.file());
      }
      var reading = new IndexReading(folder, generation, SourceRoles.read(connection), files);
      return new KnowledgeBase(reading, Standing.sentences(generation, Sources.of(workspace)));
    } catch (IOException | SQLException e) {
      throw IndexFolder.damaged(e);
    }
  }

  /** What the index was made of. */
  public IndexState state() {
    return index.generation().state();
  }

  /** Sentences about sources that have changed since; empty when the index is up to date. */
  public List<String> stale() {
    return stale;
  }

  /**
   * The documents in order of their ids.
   *
   * @param role null for all
   */
  public List<SourceDocument> documents(@Nullable Role role) {
    return read(
        () ->
            index.documents().stream().filter(one -> role == null || one.role() == role).toList());
  }

  /** The document of that id. */
  public Optional<SourceDocument> document(String id) {
    return read(() -> index.document(id));
  }

  /** The passages of a document in its order; none when it is unknown. */
  public List<Passage> passages(String document) {
    return read(() -> index.passages(document));
  }

  /** The passage of that id. */
  public Optional<Passage> passage(String id) {
    return read(() -> index.passage(id));
  }

  /** The vector of a passage, of length 1, as the index's embedder made it. */
  public Optional<float[]> vector(String passage) {
    return read(() -> index.vector(passage));
  }

  /** The model by which the index was made. */
  public synchronized Embedder embedder() {
    if (embedder == null) {
      embedder = Embedders.of(index.generation());
    }
    return embedder;
  }

  /**
   * Finds passages by words and meaning, and says of each why.
   *
   * @throws WorkbenchException codes {@code search-empty} for a query without words, {@code
   *     search-top}, {@code search-weight}, {@code source-unknown}
   */
  public SearchResult search(SearchRequest request) {
    return search(request, null);
  }

  /**
   * As {@link #search(SearchRequest)}; the best of them are then put in the order that {@code
   * reranker} gives them, the earlier one first where it gives both the same.
   */
  public SearchResult search(SearchRequest request, @Nullable CrossEncoder reranker) {
    check(request);
    Language language = language(request);
    Double asked = request.denseWeight();
    double weight = asked != null ? asked : Weights.dense(state().embedderSha256(), language);
    SearchRequest wanted =
        reranker == null ? request : request.top(Math.max(Reranking.LOOKED_AT, request.top()));
    List<Hit> found =
        read(() -> new PassageSearch(index, embedder(), wanted, language, weight).hits());
    List<Hit> hits =
        reranker == null ? found : Reranking.best(found, request.query(), reranker, request.top());
    String model = reranker == null ? null : reranker.sha256();
    return new SearchResult(request, language, weight, model, state(), hits, notes(hits));
  }

  private void check(SearchRequest request) {
    if (Words.of(request.query()).isEmpty()) {
      throw new WorkbenchException(
          "search-empty", "The query holds no word to look for.", "Write words or a question.");
    }
    if (request.top() < 1 || request.top() > MOST) {
      throw new WorkbenchException(
          "search-top",
          "A search gives 1 to 1,000 hits, not %s.".formatted(request.top()),
          "Choose another number of hits.");
    }
    Double weight = request.denseWeight();
    if (weight != null && !(weight >= 0 && weight <= 1)) {
      throw new WorkbenchException(
          "search-weight",
          "The weight of meaning is 0 to 1, not %s.".formatted(weight),
          "0 goes by words alone, 1 by meaning alone.");
    }
    for (String source : request.sources()) {
      if (index.generation().indexed().stream()
          .noneMatch(one -> one.source().equalsIgnoreCase(source))) {
        throw new WorkbenchException(
            "source-unknown",
            "The index holds no source '%s'.".formatted(source),
            "The sources page and 'index WS' list what it holds.");
      }
    }
  }

  /** As it is written; where that is open, the one that most documents are in. */
  private Language language(SearchRequest request) {
    LanguageGuess guess = LanguageGuess.of(request.query());
    if (guess.certainty() > 0) {
      return guess.language();
    }
    if (request.language() != null) {
      return request.language();
    }
    var counts = new HashMap<Language, Integer>();
    index
        .generation()
        .indexed()
        .forEach(
            source ->
                source
                    .languages()
                    .forEach((language, count) -> counts.merge(language, count, Integer::sum)));
    return counts.entrySet().stream()
        .max(
            Comparator.<Map.Entry<Language, Integer>>comparingInt(Map.Entry::getValue)
                .thenComparing(Map.Entry::getKey))
        .map(Map.Entry::getKey)
        .orElse(Language.OTHER);
  }

  private List<String> notes(List<Hit> hits) {
    var notes = new ArrayList<>(stale);
    boolean words = hits.stream().anyMatch(hit -> hit.lexical() != null);
    if (!hits.isEmpty() && !words) {
      notes.add(
          "No passage holds a word of the query; the hits are only what the model takes to mean the"
              + " like.");
    }
    return notes;
  }

  @Override
  public synchronized void close() {
    try {
      index.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      if (embedder != null) {
        embedder.close();
        embedder = null;
      }
    }
  }

  private interface Reader<T> {
    T read() throws IOException;
  }

  private static <T> T read(Reader<T> reader) {
    try {
      return reader.read();
    } catch (IOException e) {
      throw IndexFolder.damaged(e);
    }
  }
}
