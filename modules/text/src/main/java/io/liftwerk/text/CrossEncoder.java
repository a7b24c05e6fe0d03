package io.liftwerk.text;

import io.liftwerk.workspace.WorkbenchException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A model that reads a question and a text at once and says how well they go together: better than
 * two vectors can, and too slow for more than the best of a search (Nogueira and Cho 2019, "Passage
 * Re-ranking with BERT"). None is in the program; any ONNX file with its tokenizer will do. For
 * many threads.
 */
public final class CrossEncoder implements AutoCloseable {
  private final String name;
  private final String sha256;
  private final TokenizerFile tokenizer;
  private final Inference inference;

  private CrossEncoder(String name, String sha256, TokenizerFile tokenizer, Inference inference) {
    this.name = name;
    this.sha256 = sha256;
    this.tokenizer = tokenizer;
    this.inference = inference;
  }

  /**
   * @param model ONNX file that takes {@code input_ids} and gives one logit for a pair, or two
   * @param tokenizer its {@code tokenizer.json}
   * @throws WorkbenchException codes {@code embedder-model}, {@code embedder-tokenizer}, {@code
   *     embedder-file}, {@code embedder-runtime}
   */
  public static CrossEncoder of(Path model, Path tokenizer) {
    byte[] pieces = ModelFiles.bytes(tokenizer);
    TokenizerFile read = TokenizerFile.read(String.valueOf(tokenizer.getFileName()), pieces);
    String sha256 = ModelFiles.hash(model, pieces);
    String path = model.toAbsolutePath().toString();
    String name = ModelFiles.name(model);
    Inference inference =
        Inference.open(
            name,
            Pooling.FIRST,
            (environment, options) -> environment.createSession(path, options));
    var encoder = new CrossEncoder(name, sha256, read, inference);
    try {
      encoder.score("a", "b"); // a model of something else is told at once
      return encoder;
    } catch (RuntimeException e) {
      inference.close();
      throw e;
    }
  }

  /** What the model is called. */
  public String name() {
    return name;
  }

  /** Hash of the model and its tokenizer. */
  public String sha256() {
    return sha256;
  }

  /**
   * How well {@code text} answers {@code question}: the higher the better, of no fixed scale. What
   * is beyond the model's length is left off the text.
   */
  public double score(String question, String text) {
    return inference.score(tokenizer.pair(question, text));
  }

  /** The scores of {@code texts} in their order, worked out on all processors. */
  public double[] scores(String question, List<String> texts) {
    return IntStream.range(0, texts.size())
        .parallel()
        .mapToDouble(i -> score(question, texts.get(i)))
        .toArray();
  }

  @Override
  public void close() {
    inference.close();
  }
}
