package io.liftwerk.text;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import io.liftwerk.workspace.Hashes;
import io.liftwerk.workspace.WorkbenchException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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
  private static final Set<String> INPUTS = Set.of("input_ids", "attention_mask", "token_type_ids");

  private final String name;
  private final String sha256;
  private final TokenizerFile tokenizer;
  private final OrtSession session;
  private final Pooling pooling;
  private final boolean shared;
  private final int dimensions;

  private Embedder(
      String name,
      String sha256,
      TokenizerFile tokenizer,
      OrtSession session,
      Pooling pooling,
      boolean shared) {
    this.name = name;
    this.sha256 = sha256;
    this.tokenizer = tokenizer;
    this.session = session;
    this.pooling = pooling;
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
    byte[] pieces = bytes(tokenizer);
    TokenizerFile read = TokenizerFile.read(String.valueOf(tokenizer.getFileName()), pieces);
    String sha256 = hash(model, pieces);
    String path = model.toAbsolutePath().toString();
    String name = String.valueOf(model.getFileName()).replaceFirst("\\.onnx$", "");
    OrtSession session = session(name, options -> environment().createSession(path, options));
    try {
      return new Embedder(name, sha256, read, session, pooling, false);
    } catch (RuntimeException e) {
      close(session);
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
    long[] numbers = tokenizer.numbers(text);
    var inputs = new HashMap<String, OnnxTensor>();
    try {
      for (String input : session.getInputNames()) {
        inputs.put(input, tensor(input, numbers));
      }
      try (OrtSession.Result result = session.run(inputs)) {
        return normalised(vector(result));
      }
    } catch (OrtException e) {
      throw unusable(name, String.valueOf(e.getMessage()).lines().findFirst().orElse(""), e);
    } finally {
      inputs.values().forEach(OnnxTensor::close);
    }
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
      close(session);
    }
  }

  private OnnxTensor tensor(String input, long[] numbers) throws OrtException {
    long[] values =
        switch (input) {
          case "input_ids" -> numbers;
          case "attention_mask" -> ones(numbers.length);
          default -> new long[numbers.length];
        };
    return OnnxTensor.createTensor(
        environment(), LongBuffer.wrap(values), new long[] {1, numbers.length});
  }

  private float[] vector(OrtSession.Result result) throws OrtException {
    Optional<OnnxValue> whole = result.get("sentence_embedding");
    Object value = whole.isPresent() ? whole.get().getValue() : result.get(0).getValue();
    return switch (value) {
      case float[][] one when one.length == 1 -> one[0];
      case float[][][] pieces when pieces.length == 1 && pieces[0].length > 0 ->
          pooling == Pooling.FIRST ? pieces[0][0] : mean(pieces[0]);
      default -> throw unusable(name, "it gives no vector of a text", null);
    };
  }

  private static float[] mean(float[][] pieces) {
    float[] mean = new float[pieces[0].length];
    for (float[] piece : pieces) {
      for (int d = 0; d < mean.length; d++) {
        mean[d] += piece[d] / pieces.length;
      }
    }
    return mean;
  }

  private static float[] normalised(float[] vector) {
    double squares = 0;
    for (float x : vector) {
      squares += (double) x * x;
    }
    double length = Math.sqrt(squares);
    float[] unit = new float[vector.length];
    for (int d = 0; d < unit.length && length > 0; d++) {
      unit[d] = (float) (vector[d] / length);
    }
    return unit;
  }

  private static long[] ones(int length) {
    long[] ones = new long[length];
    Arrays.fill(ones, 1);
    return ones;
  }

  /** Makes a session of a model, wherever that is. */
  private interface Opener {
    OrtSession open(OrtSession.SessionOptions options) throws OrtException;
  }

  private static OrtSession session(String name, Opener opener) {
    try (var options = new OrtSession.SessionOptions()) {
      // texts are spread over the processors, so each is one thread's
      options.setInterOpNumThreads(1);
      options.setIntraOpNumThreads(1);
      options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
      OrtSession session = opener.open(options);
      Set<String> inputs = session.getInputNames();
      if (!inputs.contains("input_ids") || !INPUTS.containsAll(inputs)) {
        close(session);
        throw unusable(name, "it takes no text as input_ids and attention_mask", null);
      }
      return session;
    } catch (OrtException e) {
      throw unusable(name, String.valueOf(e.getMessage()).lines().findFirst().orElse(""), e);
    } catch (LinkageError | IllegalStateException e) {
      throw new WorkbenchException(
          "embedder-runtime",
          "ONNX Runtime, which embeds texts, cannot be loaded on this computer: %s."
              .formatted(e.getMessage()),
          "Go on without embeddings; words are compared by their stems then.",
          e);
    }
  }

  private static OrtEnvironment environment() throws OrtException {
    OrtEnvironment environment =
        OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
    environment.setTelemetry(false);
    return environment;
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static String hash(Path model, byte[] tokenizer) {
    MessageDigest digest = Hashes.digest();
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = Files.newInputStream(model)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
    } catch (IOException e) {
      throw unreadable(model, e);
    }
    return Hashes.hex(digest.digest(tokenizer));
  }

  private static void close(OrtSession session) {
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException(e);
    }
  }

  private static WorkbenchException unusable(String name, String what, @Nullable Throwable cause) {
    return new WorkbenchException(
        "embedder-model",
        "The model %s cannot embed texts: %s.".formatted(name, what.replaceFirst("\\.$", "")),
        "Take an ONNX model of sentences, as Hugging Face's Optimum exports it.",
        cause);
  }

  private static WorkbenchException unreadable(Path file, IOException cause) {
    return new WorkbenchException(
        "embedder-file",
        "The file %s cannot be read.".formatted(file),
        "See that it is there and that you may read it.",
        cause);
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
          session(MODEL, options -> environment().createSession(model, options)),
          Pooling.FIRST,
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
