package io.liftwerk.text;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import io.liftwerk.workspace.WorkbenchException;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A model of sentences, open in ONNX Runtime. For many threads. */
final class Inference implements AutoCloseable {
  private static final Set<String> INPUTS = Set.of("input_ids", "attention_mask", "token_type_ids");

  private final String name;
  private final OrtSession session;
  private final Pooling pooling;

  private Inference(String name, OrtSession session, Pooling pooling) {
    this.name = name;
    this.session = session;
    this.pooling = pooling;
  }

  /** Makes a session of a model, wherever that is. */
  interface Opener {
    OrtSession open(OrtEnvironment environment, OrtSession.SessionOptions options)
        throws OrtException;
  }

  /**
   * @throws WorkbenchException codes {@code embedder-model}, {@code embedder-runtime}
   */
  static Inference open(String name, Pooling pooling, Opener opener) {
    try (var options = new OrtSession.SessionOptions()) {
      options.setInterOpNumThreads(1);
      // texts are spread over the processors, so each is one thread's
      options.setIntraOpNumThreads(1);
      options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
      OrtSession session = opener.open(environment(), options);
      Set<String> inputs = session.getInputNames();
      if (!inputs.contains("input_ids") || !INPUTS.containsAll(inputs)) {
        close(session);
        throw unusable(name, "it takes no text as input_ids and attention_mask", null);
      }
      return new Inference(name, session, pooling);
    } catch (OrtException e) {
      throw unusable(name, firstLine(e), e);
    } catch (LinkageError | IllegalStateException e) {
      throw new WorkbenchException(
          "embedder-runtime",
          "ONNX Runtime, which embeds texts, cannot be loaded on this computer: %s."
              .formatted(e.getMessage()),
          "Go on without embeddings; words are compared by their stems then.",
          e);
    }
  }

  /** Takes from a result what is wanted of it. */
  private interface Taking<T> {
    T from(OrtSession.Result result) throws OrtException;
  }

  /** The vector of length 1 of a text with those pieces. */
  float[] vector(long[] pieces) {
    return run(pieces, new long[pieces.length], result -> normalised(vector(result)));
  }

  /** How well the two texts of a pair go together, as a cross-encoder says it: any number. */
  double score(TokenizerFile.Pair pair) {
    return run(pair.numbers(), pair.types(), this::score);
  }

  private double score(OrtSession.Result result) throws OrtException {
    Optional<OnnxValue> logits = result.get("logits");
    Object value = logits.isPresent() ? logits.get().getValue() : result.get(0).getValue();
    return switch (value) {
      case float[][] one when one.length == 1 && one[0].length == 1 -> one[0][0];
      // not the like, and the like
      case float[][] two when two.length == 1 && two[0].length == 2 -> two[0][1] - two[0][0];
      case float[] one when one.length == 1 -> one[0];
      default -> throw unusable(name, "it gives no score of a pair of texts", null);
    };
  }

  private <T> T run(long[] pieces, long[] types, Taking<T> taking) {
    var inputs = new HashMap<String, OnnxTensor>();
    try {
      for (String input : session.getInputNames()) {
        inputs.put(input, tensor(input, pieces, types));
      }
      try (OrtSession.Result result = session.run(inputs)) {
        return taking.from(result);
      }
    } catch (OrtException e) {
      throw unusable(name, firstLine(e), e);
    } finally {
      inputs.values().forEach(OnnxTensor::close);
    }
  }

  private static String firstLine(OrtException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }

  private OnnxTensor tensor(String input, long[] numbers, long[] types) throws OrtException {
    long[] values =
        switch (input) {
          case "input_ids" -> numbers;
          case "attention_mask" -> ones(numbers.length);
          default -> types;
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

  private static OrtEnvironment environment() throws OrtException {
    OrtEnvironment environment =
        OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
    environment.setTelemetry(false);
    return environment;
  }

  @Override
  public void close() {
    close(session);
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
        "The model %s cannot read texts: %s.".formatted(name, what.replaceFirst("\\.$", "")),
        "Take an ONNX model of sentences, or of pairs of texts for a new order of hits, as Hugging"
            + " Face's Optimum exports it.",
        cause);
  }
}
