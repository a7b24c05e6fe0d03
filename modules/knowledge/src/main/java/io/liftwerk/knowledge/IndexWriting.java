package io.liftwerk.knowledge;

import io.liftwerk.text.Language;
import io.liftwerk.workspace.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;

/**
 * Writes an index into an empty folder. Nothing is merged: what is written is left as it is, so
 * that between two passages the work can always be ended at once.
 */
final class IndexWriting implements AutoCloseable {
  /** Passages embedded at a time: on two processors about a quarter of a second. */
  private static final int AT_ONCE = 16;

  private static final double BUFFER_MB = 256;

  private final Function<List<String>, float[][]> embedder;
  private final KnownVectors known;
  private final IntConsumer embedded;
  private final Directory directory;
  private final IndexWriter writer;
  private final List<Waiting> waiting = new ArrayList<>();
  private final Map<String, float[]> fresh = new HashMap<>();

  private record Waiting(Passage passage, SourceDocument document) {}

  /**
   * @param embedder gives the vectors of texts, of length 1
   * @param embedded told how many passages were embedded; what it throws ends the work
   */
  IndexWriting(
      Path folder,
      Fields fields,
      Function<List<String>, float[][]> embedder,
      KnownVectors known,
      IntConsumer embedded)
      throws IOException {
    this.embedder = embedder;
    this.known = known;
    this.embedded = embedded;
    this.directory = IndexFiles.open(folder);
    this.writer =
        new IndexWriter(
            directory,
            new IndexWriterConfig(fields.analyzer())
                .setSimilarity(Fields.similarity())
                .setMergePolicy(NoMergePolicy.INSTANCE)
                .setRAMBufferSizeMB(BUFFER_MB)
                .setCommitOnClose(false));
  }

  void add(Read read) throws IOException {
    var entry = new Document();
    entry.add(new StringField(Fields.ENTRY, read.document().id(), Store.NO));
    entry.add(new StoredField(Fields.JSON, Json.write(read.document())));
    writer.addDocument(entry);
    for (Passage passage : read.passages()) {
      waiting.add(new Waiting(passage, read.document()));
      if (!known.holds(passage.sha256())) {
        fresh.putIfAbsent(passage.sha256(), new float[0]);
      }
      if (fresh.size() >= AT_ONCE || waiting.size() >= 8 * AT_ONCE) {
        flush();
      }
    }
  }

  private void flush() throws IOException {
    embed();
    for (Waiting one : waiting) {
      float[] vector = known.find(one.passage().sha256());
      if (vector == null) {
        vector = Objects.requireNonNull(fresh.get(one.passage().sha256()));
      }
      writer.addDocument(document(one.passage(), one.document(), vector));
    }
    waiting.clear();
    fresh.clear();
  }

  private void embed() {
    embedded.accept(0);
    var texts = new HashMap<String, String>();
    for (Waiting one : waiting) {
      if (fresh.containsKey(one.passage().sha256())) {
        texts.putIfAbsent(one.passage().sha256(), Fields.searched(one.passage()));
      }
    }
    List<String> hashes = List.copyOf(texts.keySet());
    float[][] vectors = embedder.apply(hashes.stream().map(texts::get).toList());
    for (int i = 0; i < vectors.length; i++) {
      fresh.put(hashes.get(i), vectors[i]);
    }
    embedded.accept(vectors.length);
  }

  private static Document document(Passage passage, SourceDocument source, float[] vector) {
    Language language = source.language();
    String text = Fields.searched(passage);
    var document = new Document();
    document.add(new StringField(Fields.ID, passage.id(), Store.NO));
    document.add(new StringField(Fields.DOCUMENT, passage.document(), Store.NO));
    document.add(new StringField(Fields.SOURCE, source.source(), Store.NO));
    document.add(new StringField(Fields.LANGUAGE, language.name(), Store.NO));
    document.add(new StringField(Fields.KIND, source.kind().name(), Store.NO));
    document.add(new NumericDocValuesField(Fields.ORDINAL, passage.ordinal()));
    document.add(new BinaryDocValuesField(Fields.HASH, new BytesRef(passage.sha256())));
    document.add(new StoredField(Fields.JSON, Json.write(passage)));
    document.add(new TextField(Fields.words(language), text, Store.NO));
    if (language == Language.GERMAN) {
      document.add(new TextField(Fields.parts(language), text, Store.NO));
    }
    document.add(
        new KnnFloatVectorField(Fields.VECTOR, vector, VectorSimilarityFunction.DOT_PRODUCT));
    return document;
  }

  /** Writes what is left; afterwards the index is complete on the disk. */
  void commit() throws IOException {
    flush();
    writer.commit();
  }

  @Override
  public void close() throws IOException {
    try {
      writer.close();
    } finally {
      directory.close();
    }
  }
}
