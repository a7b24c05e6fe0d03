package io.liftwerk.knowledge;

import io.liftwerk.knowledge.words.Vocabulary;
import io.liftwerk.workspace.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.Weight;
import org.apache.lucene.search.WildcardQuery;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;

/** Reads an index: its documents, passages and vectors. */
final class IndexReading implements AutoCloseable {
  private final Generation generation;
  private final SourceRoles roles;
  private final Map<String, String> files;
  private final Directory directory;
  private final DirectoryReader reader;
  private final IndexSearcher searcher;
  private final Path folder;
  private final Map<String, SourceDocument> seen = new ConcurrentHashMap<>();
  private @Nullable Fields fields;

  /**
   * @param files what each source was imported from, by its name
   */
  IndexReading(Path folder, Generation generation, SourceRoles roles, Map<String, String> files)
      throws IOException {
    this.folder = folder;
    this.generation = generation;
    this.roles = roles;
    this.files = files;
    this.directory = IndexFiles.open(folder);
    try {
      this.reader = DirectoryReader.open(directory);
    } catch (IOException | RuntimeException e) {
      directory.close();
      throw e;
    }
    this.searcher = new IndexSearcher(reader);
    searcher.setSimilarity(Fields.similarity());
  }

  Generation generation() {
    return generation;
  }

  IndexSearcher searcher() {
    return searcher;
  }

  /** What words become; read when words are first asked for. */
  synchronized Fields fields() throws IOException {
    if (fields == null) {
      fields = new Fields(Vocabulary.read(folder.resolve(KnowledgeIndexing.VOCABULARY)));
    }
    return fields;
  }

  Role role(String source) {
    return roles.of(source, files.getOrDefault(source, ""));
  }

  List<SourceDocument> documents() throws IOException {
    var documents = new ArrayList<SourceDocument>();
    int all = Math.max(1, reader.maxDoc());
    for (ScoreDoc hit :
        searcher.search(new WildcardQuery(new Term(Fields.ENTRY, "*")), all).scoreDocs) {
      documents.add(read(hit.doc));
    }
    documents.sort(Comparator.comparing(SourceDocument::id));
    return documents;
  }

  Optional<SourceDocument> document(String id) throws IOException {
    SourceDocument known = seen.get(id);
    if (known != null) {
      return Optional.of(known);
    }
    Integer number = first(new TermQuery(new Term(Fields.ENTRY, id)));
    if (number == null) {
      return Optional.empty();
    }
    SourceDocument document = read(number);
    seen.put(id, document);
    return Optional.of(document);
  }

  private SourceDocument read(int number) throws IOException {
    SourceDocument document = Json.read(json(number), SourceDocument.class);
    return document.as(role(document.source()));
  }

  private String json(int number) throws IOException {
    Document stored = searcher.storedFields().document(number, Set.of(Fields.JSON));
    return stored.get(Fields.JSON);
  }

  Passage passage(int number) throws IOException {
    return Json.read(json(number), Passage.class);
  }

  Optional<Passage> passage(String id) throws IOException {
    Integer number = first(new TermQuery(new Term(Fields.ID, id)));
    return number == null ? Optional.empty() : Optional.of(passage(number));
  }

  List<Passage> passages(String document) throws IOException {
    var passages = new ArrayList<Passage>();
    Query of = new TermQuery(new Term(Fields.DOCUMENT, document));
    for (ScoreDoc hit : searcher.search(of, Math.max(1, reader.maxDoc())).scoreDocs) {
      passages.add(passage(hit.doc));
    }
    passages.sort(Comparator.comparingInt(Passage::ordinal));
    return passages;
  }

  Optional<float[]> vector(String passage) throws IOException {
    Integer number = first(new TermQuery(new Term(Fields.ID, passage)));
    return number == null ? Optional.empty() : Optional.ofNullable(vector(number));
  }

  /** The vector of the passage with that number in Lucene. */
  float @Nullable [] vector(int number) throws IOException {
    LeafReaderContext leaf = leaf(number);
    FloatVectorValues values = leaf.reader().getFloatVectorValues(Fields.VECTOR);
    if (values == null) {
      return null;
    }
    KnnVectorValues.DocIndexIterator place = values.iterator();
    int wanted = number - leaf.docBase;
    return place.advance(wanted) == wanted ? values.vectorValue(place.index()).clone() : null;
  }

  /** What {@code query} gives to those of {@code passages} that it matches. */
  Map<Integer, Double> scores(Query query, Collection<Integer> passages) throws IOException {
    var scores = new HashMap<Integer, Double>();
    Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE, 1);
    @Nullable LeafReaderContext leaf = null;
    @Nullable Scorer scorer = null;
    for (int passage : passages.stream().sorted().toList()) {
      LeafReaderContext own = leaf(passage);
      if (own != leaf) {
        leaf = own;
        scorer = weight.scorer(own);
      }
      int wanted = passage - own.docBase;
      if (scorer == null) {
        continue; // no passage of this leaf matches
      }
      DocIdSetIterator place = scorer.iterator();
      if (place.docID() < wanted) {
        place.advance(wanted);
      }
      if (place.docID() == wanted) {
        scores.put(passage, (double) scorer.score());
      }
    }
    return scores;
  }

  /**
   * Which of {@code passages} hold one of {@code terms}.
   *
   * @param passages their numbers, ascending, so that each term is looked up once
   */
  Set<Integer> holding(List<Integer> passages, List<Term> terms) throws IOException {
    var holding = new HashSet<Integer>();
    for (Term term : terms) {
      @Nullable LeafReaderContext leaf = null;
      @Nullable PostingsEnum places = null;
      for (int passage : passages) {
        LeafReaderContext own = leaf(passage);
        if (own != leaf) {
          leaf = own;
          places = own.reader().postings(term, PostingsEnum.NONE);
        }
        int wanted = passage - own.docBase;
        if (places != null && places.docID() < wanted) {
          places.advance(wanted);
        }
        if (places != null && places.docID() == wanted) {
          holding.add(passage);
        }
      }
    }
    return holding;
  }

  private LeafReaderContext leaf(int number) {
    List<LeafReaderContext> leaves = reader.leaves();
    return leaves.get(ReaderUtil.subIndex(number, leaves));
  }

  private @Nullable Integer first(Query query) throws IOException {
    ScoreDoc[] found = searcher.search(query, 1).scoreDocs;
    return found.length == 0 ? null : found[0].doc;
  }

  @Override
  public void close() throws IOException {
    try {
      reader.close();
    } finally {
      directory.close();
    }
  }
}
