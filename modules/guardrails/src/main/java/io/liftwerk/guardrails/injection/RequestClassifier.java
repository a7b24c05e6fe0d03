package io.liftwerk.guardrails.injection;

import io.liftwerk.guardrails.plain.PhraseBook;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;

/**
 * How likely a request is an attack: logistic regression, one byte a weight.
 *
 * <p>Trained by AdaGrad (Duchi, Hazan and Singer 2011) with a fixed order of examples for each
 * seed; examples of both labels weigh the same in sum.
 */
final class RequestClassifier {
  private static final String FILE = "weights.bin";
  private static final int MAGIC = 0x4C574731;
  private static final int EPOCHS = 20;
  private static final int RUNS = 3;
  private static final double RATE = 0.1;
  private static final double RIDGE = 1e-5;

  private final byte[] weights;
  private final float unit;
  private final float bias;

  private RequestClassifier(byte[] weights, float unit, float bias) {
    this.weights = weights;
    this.unit = unit;
    this.bias = bias;
  }

  /** A request whose label is known. */
  record Example(String text, boolean attack) {}

  /** The one that is shipped. */
  static RequestClassifier shipped() {
    try (InputStream in =
        Objects.requireNonNull(RequestClassifier.class.getResourceAsStream(FILE))) {
      return read(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static RequestClassifier read(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    if (buffer.remaining() != 12 + Features.SIZE || buffer.getInt() != MAGIC) {
      throw new IllegalArgumentException(FILE);
    }
    float unit = buffer.getFloat();
    float bias = buffer.getFloat();
    byte[] weights = new byte[Features.SIZE];
    buffer.get(weights);
    return new RequestClassifier(weights, unit, bias);
  }

  byte[] bytes() {
    return ByteBuffer.allocate(12 + Features.SIZE)
        .putInt(MAGIC)
        .putFloat(unit)
        .putFloat(bias)
        .put(weights)
        .array();
  }

  /**
   * The probability, from 0 to 1, that {@code request} is an attack.
   *
   * @param matches which phrases it has
   */
  double probability(String request, List<PhraseBook.Match> matches) {
    Features features = Features.of(request, matches);
    double sum = bias;
    for (int i = 0; i < features.count(); i++) {
      sum += weights[features.place(i)] * unit * features.value(i);
    }
    return 1 / (1 + Math.exp(-sum));
  }

  /** Learns from {@code examples}; the same examples and seed give the same weights. */
  static RequestClassifier train(List<Example> examples, PhraseBook phrases, long seed) {
    List<Example> all = joined(examples, new Random(seed));
    var features = new ArrayList<Features>(all.size());
    for (Example example : all) {
      features.add(Features.of(example.text(), Injection.requestMatches(phrases, example.text())));
    }
    double[] mean = new double[Features.SIZE + 1];
    for (int run = 0; run < RUNS; run++) {
      descend(all, features, new Random(seed + run), mean);
    }
    for (int i = 0; i < mean.length; i++) {
      mean[i] /= RUNS * (EPOCHS - EPOCHS / 2);
    }
    return quantised(mean);
  }

  /**
   * The examples, and each once more beside a harmless one: an attack stays one whatever stands
   * around it.
   */
  private static List<Example> joined(List<Example> examples, Random random) {
    List<Example> harmless = examples.stream().filter(example -> !example.attack()).toList();
    var all = new ArrayList<>(examples);
    for (Example example : examples) {
      String other = harmless.get(random.nextInt(harmless.size())).text();
      boolean before = random.nextBoolean();
      String text = before ? other + " " + example.text() : example.text() + " " + other;
      all.add(new Example(text, example.attack()));
    }
    return all;
  }

  private static void descend(
      List<Example> examples, List<Features> features, Random random, double[] mean) {
    long attacks = examples.stream().filter(Example::attack).count();
    double heavy = examples.size() / (2.0 * Math.max(1, attacks));
    double light = examples.size() / (2.0 * Math.max(1, examples.size() - attacks));
    var order = new ArrayList<Integer>(examples.size());
    for (int i = 0; i < examples.size(); i++) {
      order.add(i);
    }
    double[] weights = new double[Features.SIZE + 1];
    double[] squares = new double[Features.SIZE + 1];
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
      Collections.shuffle(order, random);
      for (int i : order) {
        boolean attack = examples.get(i).attack();
        step(features.get(i), attack, attack ? heavy : light, weights, squares);
      }
      if (epoch >= EPOCHS / 2) {
        for (int i = 0; i < weights.length; i++) {
          mean[i] += weights[i];
        }
      }
    }
  }

  private static void step(
      Features features, boolean attack, double importance, double[] weights, double[] squares) {
    double sum = weights[Features.SIZE];
    for (int i = 0; i < features.count(); i++) {
      sum += weights[features.place(i)] * features.value(i);
    }
    double error = importance * (1 / (1 + Math.exp(-sum)) - (attack ? 1 : 0));
    for (int i = 0; i < features.count(); i++) {
      int at = features.place(i);
      double gradient = error * features.value(i) + RIDGE * weights[at];
      squares[at] += gradient * gradient;
      weights[at] -= RATE * gradient / Math.sqrt(squares[at] + 1e-8);
    }
    squares[Features.SIZE] += error * error;
    weights[Features.SIZE] -= RATE * error / Math.sqrt(squares[Features.SIZE] + 1e-8);
  }

  private static RequestClassifier quantised(double[] weights) {
    double largest = 1e-9;
    for (int i = 0; i < Features.SIZE; i++) {
      largest = Math.max(largest, Math.abs(weights[i]));
    }
    byte[] bytes = new byte[Features.SIZE];
    for (int i = 0; i < Features.SIZE; i++) {
      bytes[i] = (byte) Math.round(weights[i] / largest * 127);
    }
    return new RequestClassifier(bytes, (float) (largest / 127), (float) weights[Features.SIZE]);
  }
}
