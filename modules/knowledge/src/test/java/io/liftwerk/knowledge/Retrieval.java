package io.liftwerk.knowledge;

import com.fasterxml.jackson.databind.JsonNode;
import io.liftwerk.knowledge.words.Vocabulary;
import io.liftwerk.text.Embedder;
import io.liftwerk.text.Language;
import io.liftwerk.workspace.Hashes;
import io.liftwerk.workspace.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Paragraphs with questions about them, indexed whole: what passage retrieval is measured on. */
record Retrieval(List<Passage> passages, List<Question> questions, Language language) {

  /**
   * @param answer id of the passage that answers it
   */
  record Question(String text, String answer) {}

  /** Reads a file in the form of SQuAD. */
  static Retrieval squad(Path file, Language language) throws IOException {
    var passages = new ArrayList<Passage>();
    var questions = new ArrayList<Question>();
    for (JsonNode article : Json.mapper().readTree(file.toFile()).get("data")) {
      for (JsonNode paragraph : article.get("paragraphs")) {
        String text = paragraph.get("context").asText();
        String id = "p" + passages.size();
        passages.add(new Passage(id, "d" + id, 1, List.of(), text, Hashes.sha256(text)));
        paragraph
            .get("qas")
            .forEach(one -> questions.add(new Question(one.get("question").asText(), id)));
      }
    }
    return new Retrieval(passages, questions, language);
  }

  /** Writes the index. */
  void write(Path folder, Embedder embedder) throws IOException {
    var vocabulary = new Vocabulary();
    passages.forEach(passage -> vocabulary.add(passage.text()));
    var fields = new Fields(vocabulary.counts());
    try (var writing =
        new IndexWriting(folder, fields, embedder::embed, KnownVectors.none(), count -> {})) {
      for (Passage passage : passages) {
        writing.add(new Read(document(passage), List.of(passage)));
      }
      writing.commit();
    }
    vocabulary.write(folder.resolve(KnowledgeIndexing.VOCABULARY));
  }

  private SourceDocument document(Passage passage) {
    return new SourceDocument(
        passage.document(),
        "xquad",
        passage.id(),
        SourceDocument.Kind.ARTICLE,
        Role.OWN,
        passage.id(),
        null,
        null,
        language,
        null,
        null,
        List.of(),
        0,
        passage.sha256(),
        null);
  }

  /** Opens what {@link #write} wrote. */
  IndexReading open(Path folder, Embedder embedder) throws IOException {
    var source =
        new IndexedSource(
            "xquad",
            Role.OWN,
            false,
            SourceDocument.Kind.ARTICLE,
            passages.size(),
            passages.size(),
            Map.of(language, passages.size()));
    var state =
        new IndexState(
            "0001",
            Instant.EPOCH,
            embedder.name(),
            embedder.sha256(),
            passages.size(),
            passages.size(),
            "");
    var generation =
        new Generation(Generation.FORMAT, state, null, List.of(new Generation.Indexed(source, "")));
    return new IndexReading(folder, generation, SourceRoles.none(), Map.of());
  }

  /** Mean nDCG@10 of all questions. */
  double ndcg(IndexReading index, Embedder embedder, double weight) throws IOException {
    double sum = 0;
    for (Question question : questions) {
      SearchRequest request = SearchRequest.of(question.text());
      List<String> ranking =
          new PassageSearch(index, embedder, request, language, weight)
              .hits().stream().map(hit -> hit.passage().id()).toList();
      sum += RetrievalMetrics.of(Map.of(question.answer(), 1), ranking).ndcg(10);
    }
    return sum / questions.size();
  }
}
