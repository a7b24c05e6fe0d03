package io.liftwerk.benchmarks;

import io.liftwerk.ingest.FileImport;
import io.liftwerk.ingest.ImportRequest;
import io.liftwerk.knowledge.IndexRequest;
import io.liftwerk.knowledge.IndexResult;
import io.liftwerk.knowledge.KnowledgeBase;
import io.liftwerk.knowledge.KnowledgeIndexing;
import io.liftwerk.knowledge.SearchRequest;
import io.liftwerk.text.Language;
import io.liftwerk.text.SentenceSplitter;
import io.liftwerk.workspace.JobRunner;
import io.liftwerk.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Thousands of passages made of XQuAD's sentences, indexed and searched by its questions. */
final class KnowledgeTasks {
  private static final int PASSAGES_A_FILE = 200;

  private KnowledgeTasks() {}

  /** Writes articles of short sections, imports them and indexes them. */
  static Measured index(Path xquad, Path folder, int passages) throws IOException {
    List<String> sentences = sentences(XquadTexts.read(xquad).paragraphs());
    Path articles = Files.createDirectories(folder.resolveSibling("articles"));
    var random = new Random(11);
    var files = new ArrayList<String>();
    for (int from = 0; from < passages; from += PASSAGES_A_FILE) {
      var text = new StringBuilder("# Article " + from / PASSAGES_A_FILE + "\n");
      for (int i = from; i < Math.min(passages, from + PASSAGES_A_FILE); i++) {
        text.append("\n## Section ").append(i).append("\n\n");
        for (int k = 0; k < 3; k++) {
          text.append(sentences.get(random.nextInt(sentences.size()))).append(' ');
        }
        text.append('\n');
      }
      Path file = articles.resolve("article-%03d.md".formatted(from / PASSAGES_A_FILE));
      Files.writeString(file, text);
      files.add(file.toString());
    }
    try (Workspace workspace = Workspace.create(folder)) {
      var runner = new JobRunner(workspace, Runnable::run);
      runner.run(new FileImport(ImportRequest.of(files)));
      double cpu = Usage.cpuSeconds();
      long start = System.nanoTime();
      IndexResult result = runner.run(new KnowledgeIndexing(IndexRequest.AS_BEFORE)).result();
      return Measured.of()
          .with("seconds", (System.nanoTime() - start) / 1e9)
          .with("cpuSeconds", Usage.cpuSeconds() - cpu)
          .with("passages", result.state().passages());
    }
  }

  private static List<String> sentences(List<String> paragraphs) {
    var sentences = new ArrayList<String>();
    for (String paragraph : paragraphs) {
      SentenceSplitter.of(Language.OTHER)
          .split(paragraph)
          .forEach(sentence -> sentences.add(sentence.text()));
    }
    return sentences;
  }

  /**
   * Every question once, after as many again to warm up; milliseconds of the whole search, and of
   * the embedding alone, by language.
   */
  static Measured search(Path xquad, Path folder) throws IOException {
    Map<String, List<String>> asked = XquadTexts.read(xquad).questions();
    Measured measured = Measured.of();
    try (Workspace workspace = Workspace.open(folder);
        KnowledgeBase knowledge = KnowledgeBase.open(workspace)) {
      for (Map.Entry<String, List<String>> one : asked.entrySet()) {
        List<String> questions = one.getValue();
        double[] whole = times(questions, question -> knowledge.search(SearchRequest.of(question)));
        double[] embedding = times(questions, question -> knowledge.embedder().embed(question));
        measured
            .with(one.getKey() + ".p50", at(whole, 0.5))
            .with(one.getKey() + ".p95", at(whole, 0.95))
            .with(one.getKey() + ".embedding50", at(embedding, 0.5))
            .with(one.getKey() + ".embedding95", at(embedding, 0.95));
      }
    }
    return measured;
  }

  private interface Step {
    Object on(String question);
  }

  private static double[] times(List<String> questions, Step step) {
    double[] times = new double[questions.size()];
    for (int pass = 0; pass < 2; pass++) {
      for (int i = 0; i < times.length; i++) {
        long start = System.nanoTime();
        step.on(questions.get(i));
        times[i] = (System.nanoTime() - start) / 1e6;
      }
    }
    Arrays.sort(times);
    return times;
  }

  private static double at(double[] sorted, double share) {
    return sorted[(int) Math.ceil(share * sorted.length) - 1];
  }
}
