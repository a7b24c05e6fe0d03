package io.liftwerk.knowledge;

import java.io.IOException;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/** The door to Lucene's files. */
final class IndexFiles {
  /** Lucene would warn on standard error that the JVM's incubating vector module is not loaded. */
  private static final Logger QUIET =
      Logger.getLogger("org.apache.lucene.internal.vectorization.VectorizationProvider");

  static {
    QUIET.setLevel(Level.OFF);
  }

  private IndexFiles() {}

  static Directory open(Path folder) throws IOException {
    return FSDirectory.open(folder);
  }
}
