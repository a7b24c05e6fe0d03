package io.liftwerk.text;

import io.liftwerk.workspace.Hashes;
import io.liftwerk.workspace.WorkbenchException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Texts as vectors of length 1, near to each other when they mean the like: their dot product is
 * the cosine. A vector depends on its text alone, not on what is embedded beside it: quantised
 * models take their scale from all that is in one call, so that every text has a call of its own.
 * Nothing is fetched; the model is loaded when it is first asked for. For many threads.
 */
public final class Embedder implements AutoCloseable {
  private static final String MODEL = "bge-small-en-v1.5-q";

  private final String name;
  private final String sha256;
  private final TokenizerFile tokenizer;
  private final Inference inference;
  private final boolean shared;
  private final int dimensions;

  private Embedder(
      String name, String sha256, TokenizerFile tokenizer, Inference inference, boolean shared) {
    this.name = name;
    this.sha256 = sha256;
    this.tokenizer = tokenizer;
    this.inference = inference;
    this.shared = shared;
    this.dimensions = embed("a").length;
  }

  /**
   * BAAI's bge-small-en-v1.5, quantised: 384 dimensions, up to 512 pieces, English. The same for
   * everybody who asks; closing it does nothing.
   *
   * @throws WorkbenchException code {@code embedder-runtime} where ONNX Runtime does not run
   */
  public static Embedder english() {
    return English.embedder();
  }

  /** As {@link #of(Path, Path, Pooling)}, with the mean of the pieces. */
  public static Embedder of(Path model, Path tokenizer) {
    return of(model, tokenizer, Pooling.MEAN);
  }

  /**
   * A model of somebody else's, for another language for example.
   *
   * @param model ONNX file that takes {@code input_ids} and gives a vector a piece, or one
   * @param tokenizer its {@code tokenizer.json}
   * @throws WorkbenchException codes {@code embedder-model}, {@code embedder-tokenizer}, {@code
   *     embedder-runtime}
   */
  public static Embedder of(Path model, Path tokenizer, Pooling pooling) {
    byte[] pieces = ModelFiles.bytes(tokenizer);
    TokenizerFile read = TokenizerFile.read(String.valueOf(tokenizer.getFileName()), pieces);
    String sha256 = ModelFiles.hash(model, pieces);
    String path = model.toAbsolutePath().toString();
    String name = ModelFiles.name(model);
    Inference inference =
        Inference.open(
            name, pooling, (environment, options) -> environment.createSession(path, options));
    try {
      return new Embedder(name, sha256, read, inference, false);
    } catch (RuntimeException e) {
      inference.close();
      throw e;
    }
  }

  /** What the model is called. */
  public String name() {
    return name;
  }

  /** Hash of the model and its tokenizer: vectors of another hash cannot be compared. */
  public String sha256() {
    return sha256;
  }

  public int dimensions() {
    return dimensions;
  }

  /** The vector of {@code text}; what is beyond the model's length is not looked at. */
  public float[] embed(String text) {
    return inference.vector(tokenizer.numbers(text));
  }

  /** The vectors of {@code texts} in their order, worked out on all processors. */
  public float[][] embed(List<String> texts) {
    float[][] vectors = new float[texts.size()][];
    IntStream.range(0, vectors.length).parallel().forEach(i -> vectors[i] = embed(texts.get(i)));
    return vectors;
  }

  @Override
  public void close() {
    if (!shared) {
      inference.close();
    }
  }

  /** Loaded with its first use; where that fails, the next tries again. */
  private static final class English {
    private static @Nullable Embedder embedder;

    private static synchronized Embedder embedder() {
      Embedder loaded = embedder == null ? load() : embedder;
      embedder = loaded;
      return loaded;
    }

    private static Embedder load() {
      byte[] model = resource("/" + MODEL + ".onnx");
      byte[] pieces = resource("/" + MODEL + "-tokenizer.json");
      return new Embedder(
          MODEL,
          Hashes.hex(digest(model, pieces)),
          TokenizerFile.read(MODEL, pieces),
          Inference.open(
              MODEL,
              Pooling.FIRST,
              (environment, options) -> environment.createSession(model, options)),
          true);
    }

    private static byte[] digest(byte[] model, byte[] pieces) {
      MessageDigest digest = Hashes.digest();
      digest.update(model);
      return digest.digest(pieces);
    }

    private static byte[] resource(String path) {
      try (InputStream in = Objects.requireNonNull(Embedder.class.getResourceAsStream(path))) {
        return in.readAllBytes();
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
