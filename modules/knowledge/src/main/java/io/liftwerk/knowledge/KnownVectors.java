package io.liftwerk.knowledge;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.jspecify.annotations.Nullable;

/** Vectors that an earlier index holds, by the hash of their passage. */
final class KnownVectors implements AutoCloseable {
  /** Where a vector lies. */
  private record Place(FloatVectorValues values, int ordinal) {}

  private final @Nullable DirectoryReader reader;
  private final Map<String, Place> places = new HashMap<>();

  private KnownVectors(@Nullable DirectoryReader reader) {
    this.reader = reader;
  }

  static KnownVectors none() {
    return new KnownVectors(null);
  }

  static KnownVectors of(Path index) throws IOException {
    DirectoryReader reader = DirectoryReader.open(IndexFiles.open(index));
    var known = new KnownVectors(reader);
    try {
      for (LeafReaderContext leaf : reader.leaves()) {
        known.add(leaf.reader());
      }
      return known;
    } catch (IOException | RuntimeException e) {
      known.close();
      throw e;
    }
  }

  private void add(LeafReader leaf) throws IOException {
    FloatVectorValues values = leaf.getFloatVectorValues(Fields.VECTOR);
    BinaryDocValues hashes = leaf.getBinaryDocValues(Fields.HASH);
    if (values == null || hashes == null) {
      return;
    }
    KnnVectorValues.DocIndexIterator passage = values.iterator();
    while (passage.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
      if (hashes.advanceExact(passage.docID())) {
        places.put(hashes.binaryValue().utf8ToString(), new Place(values, passage.index()));
      }
    }
  }

  int size() {
    return places.size();
  }

  boolean holds(String hash) {
    return places.containsKey(hash);
  }

  /** The vector of the passage with that hash, null when there is none; for one thread. */
  float @Nullable [] find(String hash) throws IOException {
    Place place = places.get(hash);
    return place == null ? null : place.values().vectorValue(place.ordinal()).clone();
  }

  @Override
  public void close() throws IOException {
    if (reader != null) {
      reader.close();
    }
  }
}
