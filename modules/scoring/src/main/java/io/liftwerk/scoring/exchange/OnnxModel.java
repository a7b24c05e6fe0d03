package io.liftwerk.scoring.exchange;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import io.liftwerk.scoring.exchange.OnnxInput.Kind;
import io.liftwerk.workspace.Json;
import io.liftwerk.workspace.WorkbenchException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A model of somebody else's in an ONNX file, which ONNX Runtime scores rows with: classifiers of
 * two classes, and whatever else gives a probability, with one input a column or with tables of
 * numbers. Only this one file is read, and nothing is fetched. Used by one thread at a time.
 */
public final class OnnxModel implements AutoCloseable {
  private static final double ROUNDING = 1e-5;
  private static final int MOST_THREADS = 4;
  private static final int LONGEST = 200;

  /** What ONNX Runtime's Java face puts before what it has to say. */
  private static final String MESSAGE = " message: ";

  private final OnnxFile file;
  private final List<OnnxInput> features;
  private final int positive;
  private final OrtSession session;

  private OnnxModel(OnnxFile file, List<OnnxInput> features, int positive, OrtSession session) {
    this.file = file;
    this.features = features;
    this.positive = positive;
    this.session = session;
  }

  /**
   * Reads a model.
   *
   * @param columns the table's columns in the order the model takes them; may be empty when each
   *     input takes one column and bears its name
   * @param yes label of the class whose probability is wanted; null for the second of two
   * @throws WorkbenchException codes {@code onnx-unreadable}, {@code onnx-damaged}, {@code
   *     onnx-external}, {@code onnx-opset}, {@code onnx-load}, {@code onnx-runtime}, {@code
   *     onnx-input}, {@code onnx-columns}, {@code onnx-output}, {@code onnx-class}
   */
  public static OnnxModel open(Path path, List<String> columns, @Nullable String yes) {
    return open(OnnxFile.read(path), columns, yes);
  }

  /**
   * Reads a model that is in memory.
   *
   * @param name for messages
   * @throws WorkbenchException as of a file
   */
  public static OnnxModel open(
      String name, byte[] content, List<String> columns, @Nullable String yes) {
    return open(OnnxFile.read(name, content), columns, yes);
  }

  private static OnnxModel open(OnnxFile file, List<String> columns, @Nullable String yes) {
    List<OnnxInput> features = features(file, columns);
    int positive = positive(file, yes);
    return new OnnxModel(file, features, positive, session(file));
  }

  private static OrtSession session(OnnxFile file) {
    try {
      OrtEnvironment environment = environment();
      try (var options = new OrtSession.SessionOptions()) {
        options.setInterOpNumThreads(1);
        options.setIntraOpNumThreads(
            Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors()));
        // between two chunks its threads sleep
        options.addConfigEntry("session.intra_op.allow_spinning", "0");
        options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
        return environment.createSession(file.model().toByteArray(), options);
      }
    } catch (OrtException e) {
      throw refused(file, e);
    }
  }

  private static OrtEnvironment environment() throws OrtException {
    try {
      OrtEnvironment environment =
          OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
      environment.setTelemetry(false);
      return environment;
    } catch (LinkageError | IllegalStateException e) {
      throw new WorkbenchException(
          "onnx-runtime",
          "ONNX Runtime cannot be loaded on this computer: %s.".formatted(e.getMessage()),
          "Score by a model that was trained here; it needs no other program.",
          e);
    }
  }

  private static WorkbenchException refused(OnnxFile file, OrtException cause) {
    String message = String.valueOf(cause.getMessage());
    if (message.contains("opset") || message.contains("IR version")) {
      String versions =
          file.model().getOpsetImportList().stream()
              .map(OnnxModel::version)
              .collect(Collectors.joining(", "));
      return new WorkbenchException(
          "onnx-opset",
          "%s is written for operators that ONNX Runtime %s does not know: %s."
              .formatted(file.name(), OrtEnvironment.getEnvironment().getVersion(), versions),
          "Export the model again for opset 15 or another that is known.",
          cause);
    }
    return new WorkbenchException(
        "onnx-load",
        "ONNX Runtime cannot load %s: %s".formatted(file.name(), plain(message)),
        "Export the model again, with ONNX's own operators only.",
        cause);
  }

  private static String version(OperatorSetIdProto set) {
    String domain = set.getDomain().isEmpty() ? "ai.onnx" : set.getDomain();
    return String.join(" ", domain, Long.toString(set.getVersion()));
  }

  /** One line of what ONNX Runtime says. */
  private static String plain(String message) {
    int begin = message.indexOf(MESSAGE);
    String said = begin < 0 ? message : message.substring(begin + MESSAGE.length());
    String line = said.lines().findFirst().orElse("").strip();
    String some = line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    return some.endsWith(".") ? some : some + ".";
  }

  private static List<OnnxInput> features(OnnxFile file, List<String> columns) {
    Map<String, OnnxInput> own = own(file.model());
    var features = new ArrayList<OnnxInput>();
    boolean named =
        columns.isEmpty() && file.inputs().stream().allMatch(input -> input.width() <= 1);
    if (columns.isEmpty() && !named) {
      OnnxFile.Input wide =
          file.inputs().stream().filter(input -> input.width() > 1).findFirst().orElseThrow();
      throw new WorkbenchException(
          "onnx-columns",
          "%s takes %d columns in its input '%s' and does not say which."
              .formatted(file.name(), wide.width(), wide.name()),
          "Name the table's columns in the order the model was trained with.");
    }
    int next = 0;
    int open = columns.size() - file.inputs().stream().mapToInt(OnnxFile.Input::width).sum();
    for (OnnxFile.Input input : file.inputs()) {
      // one input that leaves its width open takes what is left over
      int width = input.width() > 0 ? input.width() : named ? 1 : open;
      for (int i = 0; i < width; i++, next++) {
        String column = named ? input.name() : next < columns.size() ? columns.get(next) : "";
        OnnxInput ours = own.get(input.name());
        Kind kind = ours != null && width == 1 && fits(ours, input) ? ours.kind() : kind(input);
        features.add(
            ours != null && named
                ? new OnnxInput(input.name(), ours.column(), kind)
                : new OnnxInput(input.name(), column, kind));
      }
    }
    if (!named && next != columns.size()) {
      throw new WorkbenchException(
          "onnx-columns",
          "%s takes %d columns, and %d are named.".formatted(file.name(), next, columns.size()),
          "Name the table's columns in the order the model was trained with.");
    }
    return List.copyOf(features);
  }

  /** What our own writer says of its inputs, by name. */
  private static Map<String, OnnxInput> own(ModelProto model) {
    record Inputs(List<OnnxInput> inputs) {}
    var own = new TreeMap<String, OnnxInput>();
    for (StringStringEntryProto property : model.getMetadataPropsList()) {
      if (property.getKey().equals(OnnxWriter.INPUTS)
          && model.getProducerName().equals(OnnxWriter.PRODUCER)) {
        Json.read("{\"inputs\":" + property.getValue() + "}", Inputs.class).inputs().stream()
            .filter(OnnxModel::isWhole)
            .forEach(input -> own.put(input.name(), input));
      }
    }
    return own;
  }

  /** Whether JSON had all of it. */
  private static boolean isWhole(OnnxInput input) {
    return Stream.of(input, input.name(), input.column(), input.kind()).allMatch(Objects::nonNull);
  }

  /** Whether what the metadata say goes with what the graph says. */
  private static boolean fits(OnnxInput ours, OnnxFile.Input input) {
    boolean text = input.type() == DataType.STRING;
    return text ? ours.kind().text() : input.type() == DataType.DOUBLE && isNumber(ours.kind());
  }

  private static boolean isNumber(Kind kind) {
    return kind == Kind.NUMBER || kind == Kind.DAYS || kind == Kind.LENGTH;
  }

  private static Kind kind(OnnxFile.Input input) {
    return switch (input.type()) {
      case STRING -> Kind.LEVEL;
      case INT32, INT64 -> Kind.WHOLE;
      case BOOL -> Kind.TRUTH;
      default -> Kind.NUMBER;
    };
  }

  private static int positive(OnnxFile file, @Nullable String yes) {
    List<String> classes = file.classes();
    if (classes.size() > 2) {
      throw new WorkbenchException(
          "onnx-class",
          "%s tells %d classes apart, where a yes and a no are needed."
              .formatted(file.name(), classes.size()),
          "Import a model of two classes.");
    }
    if (yes == null) {
      return 1;
    }
    if (!classes.contains(yes)) {
      throw new WorkbenchException(
          "onnx-class",
          "%s has no class '%s'.".formatted(file.name(), yes),
          classes.isEmpty()
              ? "It does not name its classes: leave the yes away."
              : "Its classes are: " + String.join(", ", classes) + ".");
    }
    return classes.indexOf(yes);
  }

  /** What it takes of each row, in order. */
  public List<OnnxInput> features() {
    return features;
  }

  /** Labels of the classes it tells apart; empty when the model does not say. */
  public List<String> classes() {
    return file.classes();
  }

  /** Label of the class that counts as yes; null when the model does not say. */
  public @Nullable String yes() {
    return positive < file.classes().size() ? file.classes().get(positive) : null;
  }

  /** The program that wrote the model, and its version; empty when the model does not say. */
  public String producer() {
    ModelProto model = file.model();
    return (model.getProducerName() + " " + model.getProducerVersion()).strip();
  }

  /**
   * Probability of a yes of each row.
   *
   * @throws WorkbenchException code {@code onnx-missing} where a whole number or a truth value is
   *     missing, {@code onnx-run} when ONNX Runtime gives up, {@code onnx-output} when what comes
   *     out is no probability
   */
  public double[] probabilities(OnnxChunk chunk) {
    var probabilities = new double[chunk.rows()];
    int batch = file.inputs().stream().mapToInt(OnnxFile.Input::batch).max().orElse(0);
    int step = batch > 0 ? batch : Math.max(1, chunk.rows());
    for (int from = 0; from < chunk.rows(); from += step) {
      int rows = Math.min(step, chunk.rows() - from);
      run(chunk, from, rows, batch > 0 ? batch : rows, probabilities);
    }
    return probabilities;
  }

  private void run(OnnxChunk chunk, int from, int rows, int padded, double[] into) {
    try (var tensors = new OnnxTensors(file, features, chunk, from, rows, padded);
        OrtSession.Result result = session.run(tensors.all(), Set.of(file.output()))) {
      OnnxValue value = result.get(0);
      if (!(value instanceof OnnxTensor tensor)) {
        throw new IllegalStateException("an output declared as a tensor is none");
      }
      read(tensor, chunk.first() + from, from, rows, padded, into);
    } catch (OrtException e) {
      throw new WorkbenchException(
          "onnx-run",
          "ONNX Runtime cannot score with %s: %s"
              .formatted(file.name(), plain(String.valueOf(e.getMessage()))),
          "Check that the columns are those the model was trained with.",
          e);
    }
  }

  private void read(OnnxTensor tensor, long number, int from, int rows, int padded, double[] into) {
    double[] values = OnnxTensors.values(tensor);
    int width = values.length / padded;
    if (width * padded != values.length || width < 1 || width > 2) {
      throw new WorkbenchException(
          "onnx-output",
          "%s gives %d values in '%s' for %d rows, where one or two a row are a probability."
              .formatted(file.name(), values.length, file.output(), padded),
          "Import a model that tells a yes from a no.");
    }
    for (int i = 0; i < rows; i++) {
      double value = values[i * width + (width == 1 ? 0 : positive)];
      if (!(value >= -ROUNDING && value <= 1 + ROUNDING)) {
        throw noProbability(number + i, value);
      }
      double probability = Math.clamp(value, 0, 1);
      into[from + i] = width == 1 && positive == 0 ? 1 - probability : probability;
    }
  }

  private WorkbenchException noProbability(long row, double value) {
    return new WorkbenchException(
        "onnx-output",
        "What %s gives in '%s' for row %d is no probability: %s."
            .formatted(file.name(), file.output(), row, value),
        "Import a classifier, or a regression that gives probabilities.");
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException("a session of ONNX Runtime does not close", e);
    }
  }
}
