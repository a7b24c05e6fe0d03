package io.liftwerk.knowledge;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.testsupport.SharedData;
import io.liftwerk.text.Embedder;
import io.liftwerk.text.Language;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Passages that answer questions are found first; the benchmark {@code knowledge} asks them all.
 */
@Tag("reference")
class RetrievalReferenceTest {
  @TempDir Path folder;

  @Test
  void germanQuestionsFindTheirPassage() throws IOException {
    atLeast("de", Language.GERMAN, .95);
  }

  @Test
  void englishQuestionsFindTheirPassage() throws IOException {
    atLeast("en", Language.ENGLISH, .98);
  }

  private void atLeast(String code, Language language, double wanted) throws IOException {
    Path file = SharedData.file("data/retrieval/xquad." + code + ".json");
    Embedder embedder = Embedder.english();
    Retrieval retrieval = Retrieval.squad(file, language);
    retrieval.write(folder, embedder);
    double weight = Weights.dense(embedder.sha256(), language);
    try (IndexReading index = retrieval.open(folder, embedder)) {
      double found = retrieval.ndcg(index, embedder, weight);
      assertTrue(found >= wanted, code + " " + found);
    }
  }
}
