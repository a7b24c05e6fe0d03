package io.liftwerk.scoring.exchange;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.liftwerk.scoring.evaluation.Calibration;
import io.liftwerk.scoring.exchange.OnnxFeatures.Place;
import io.liftwerk.scoring.features.LinearFeatures.Coder;
import io.liftwerk.scoring.features.LinearFeatures.LevelCoder;
import io.liftwerk.scoring.features.LinearFeatures.NumberCoder;
import io.liftwerk.scoring.models.FittedModel;
import io.liftwerk.scoring.models.LinearModel;
import io.liftwerk.scoring.models.Rules;
import io.liftwerk.scoring.models.TreeEnsemble;
import io.liftwerk.workspace.Json;
import io.liftwerk.workspace.WorkbenchException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes a trained model as an ONNX graph: the preparation of raw columns, the linear or tree
 * model, the calibration. Each column of the table is an input of its own name, one value a row, as
 * sklearn-onnx makes them; the outputs are {@link #LOG_ODDS} before calibration and the calibrated
 * {@link #PROBABILITY}, both columns of doubles. Operators of opset 15 and of version 3 of {@code
 * ai.onnx.ml}, which ONNX Runtime knows since 1.10 (2021).
 *
 * <p>Everything but the raw trees is worked out in doubles, and trees give each their leaf, which
 * are floats here too, and are added up in doubles: so ONNX Runtime differs from our own scores by
 * the order of additions alone.
 */
public final class OnnxWriter {
  /** Name of the output before calibration. */
  public static final String LOG_ODDS = "log_odds";

  /** Name of the calibrated output. */
  public static final String PROBABILITY = "probability";

  /** Key of the metadata that holds the inputs as JSON, a list of {@link OnnxInput}. */
  static final String INPUTS = "liftwerk.inputs";

  static final String PRODUCER = "Liftwerk";

  private static final int IR = 8;
  private static final int OPSET = 15;
  private static final int LEARNING_OPSET = 3;

  /** Codes of a level, 0 to 255: see {@code Column.Levels}. */
  private static final int CODES = 256;

  /** Standard deviations beyond which a number says no more, as in {@code LinearFeatures}. */
  private static final double FAR = 8;

  private static final double LEAST = 1e-12;

  private OnnxWriter() {}

  /**
   * What stands in the file about the model.
   *
   * @param name of the model
   * @param version of it, from 1
   * @param program version of the program that wrote it
   * @param properties more, such as the run's id; keys are written as they are
   */
  public record About(String name, long version, String program, Map<String, String> properties) {
    public About {
      properties = Map.copyOf(properties);
    }
  }

  /** The shape that inputs are declared with. */
  public enum Shape {
    /** {@code [N, 1]}, as sklearn-onnx declares a column. */
    COLUMN,
    /** {@code [N]}, as MLflow hands over the columns of a data frame. */
    VECTOR
  }

  /**
   * The file's content.
   *
   * @throws WorkbenchException code {@code onnx-rules} for a model of rules, {@code onnx-features}
   *     when preparation and model do not go together
   */
  public static byte[] write(FittedModel model, About about, Shape shape) {
    return make(model, about, shape).toByteArray();
  }

  private static ModelProto make(FittedModel model, About about, Shape shape) {
    List<OnnxInput> inputs = OnnxInput.of(model.preparation());
    Set<String> names = inputs.stream().map(OnnxInput::name).collect(Collectors.toSet());
    String logOdds = free(LOG_ODDS, names);
    String probability = free(PROBABILITY, names);
    var graph =
        new OnnxGraph(
            Stream.concat(names.stream(), Stream.of(logOdds, probability))
                .collect(Collectors.toSet()));
    // with one input alone, MLflow hands over a matrix
    boolean vectors = shape == Shape.VECTOR && inputs.size() > 1;
    OnnxFeatures features = OnnxFeatures.of(graph, model.preparation(), vectors);
    String raw =
        switch (model.predictor()) {
          case LinearModel linear -> linear(graph, features, linear);
          case TreeEnsemble trees -> trees(graph, features, trees);
          case Rules rules ->
              throw new WorkbenchException(
                  "onnx-rules",
                  "A model of rules has no counterpart in ONNX.",
                  "Export a logistic regression, a forest or boosted trees instead.");
        };
    graph.output(raw, logOdds, "log-odds of a yes before calibration");
    graph.output(
        calibrated(graph, model.calibration(), raw),
        probability,
        "calibrated probability of a yes");
    ModelProto.Builder proto =
        ModelProto.newBuilder()
            .setIrVersion(IR)
            .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(OPSET))
            .addOpsetImport(
                OperatorSetIdProto.newBuilder().setDomain("ai.onnx.ml").setVersion(LEARNING_OPSET))
            .setProducerName(PRODUCER)
            .setProducerVersion(about.program())
            .setDomain("io.liftwerk")
            .setModelVersion(about.version())
            .setDocString(doc(model, about, inputs, logOdds, probability))
            .setGraph(graph.graph());
    properties(model, about, inputs)
        .forEach(
            (key, value) ->
                proto.addMetadataProps(
                    StringStringEntryProto.newBuilder().setKey(key).setValue(value)));
    return proto.build();
  }

  private static String free(String name, Set<String> taken) {
    String free = name;
    while (taken.contains(free)) {
      free += "_";
    }
    return free;
  }

  private static Map<String, String> properties(
      FittedModel model, About about, List<OnnxInput> inputs) {
    var properties = new LinkedHashMap<String, String>();
    properties.put("liftwerk.model", about.name());
    properties.put("liftwerk.learner", model.learner());
    properties.put("liftwerk.settings", model.settings());
    properties.put("liftwerk.calibration", model.calibration().kind().name());
    Double threshold = model.threshold();
    if (threshold != null) {
      properties.put("liftwerk.threshold", threshold.toString());
    }
    properties.put(INPUTS, Json.write(inputs));
    about.properties().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(entry -> properties.put(entry.getKey(), entry.getValue()));
    return properties;
  }

  private static String doc(
      FittedModel model, About about, List<OnnxInput> inputs, String logOdds, String probability) {
    var doc = new StringBuilder();
    doc.append(about.name()).append(", ").append(model.learner());
    doc.append("\n\noutputs\n").append(logOdds).append("\n").append(probability);
    doc.append("\n\ninputs");
    for (OnnxInput input : inputs) {
      doc.append("\n").append(input.name()).append(": ").append(input.kind().doc());
    }
    return doc.toString();
  }

  private static WorkbenchException mismatch() {
    return new WorkbenchException(
        "onnx-features",
        "The model does not fit the columns that it is stored with.",
        "Train it again.");
  }

  private static int number(OnnxFeatures features, int column) {
    if (column < features.places().size()
        && features.places().get(column) instanceof Place.Number place) {
      return place.at();
    }
    throw mismatch();
  }

  private static int level(OnnxFeatures features, int column) {
    if (column < features.places().size()
        && features.places().get(column) instanceof Place.Level place) {
      return place.at();
    }
    throw mismatch();
  }

  private static String linear(OnnxGraph graph, OnnxFeatures features, LinearModel model) {
    if (model.features().width() != features.places().size()) {
      throw mismatch();
    }
    int numbers = (int) features.places().stream().filter(Place.Number.class::isInstance).count();
    var mean = new double[numbers];
    var deviation = new double[numbers];
    var weight = new double[numbers];
    var missing = new double[numbers];
    var table = new double[CODES * (features.places().size() - numbers)];
    for (Coder coder : model.features().coders()) {
      switch (coder) {
        case NumberCoder one -> {
          int at = number(features, one.column());
          mean[at] = one.mean();
          deviation[at] = one.deviation() == 0 ? 1 : one.deviation();
          weight[at] = one.deviation() == 0 ? 0 : model.weights()[one.slot()];
          missing[at] = one.missing() < 0 ? 0 : model.weights()[one.missing()];
        }
        case LevelCoder one -> {
          int at = level(features, one.column());
          for (int code = 0; code < CODES; code++) {
            int slot = one.slots()[code];
            table[at * CODES + code] = slot < 0 ? 0 : model.weights()[slot];
          }
        }
      }
    }
    String sum = graph.one(model.bias());
    if (features.numbers() != null) {
      String value = graph.cast(features.numbers(), DataType.DOUBLE);
      String nan = graph.node("IsNaN", List.of(value));
      String scaled = graph.node("Sub", List.of(value, graph.doubles(mean, 1, numbers)));
      scaled = graph.node("Div", List.of(scaled, graph.doubles(deviation, 1, numbers)));
      scaled = graph.node("Clip", List.of(scaled, graph.one(-FAR), graph.one(FAR)));
      scaled = graph.node("Mul", List.of(scaled, graph.doubles(weight, 1, numbers)));
      String parts = graph.node("Where", List.of(nan, graph.doubles(missing, 1, numbers), scaled));
      sum = graph.node("Add", List.of(graph.rowSum(parts), sum));
    }
    if (features.codes() != null) {
      String places = places(graph, features.codes(), table.length / CODES);
      String parts = graph.node("Gather", List.of(graph.doubles(table, table.length), places));
      sum = graph.node("Add", List.of(graph.rowSum(parts), sum));
    }
    return sum;
  }

  /** Places of codes in the tables of all levels laid end to end. */
  private static String places(OnnxGraph graph, String codes, int levels) {
    var from = new long[levels];
    for (int i = 0; i < levels; i++) {
      from[i] = (long) CODES * i;
    }
    return graph.node("Add", List.of(codes, graph.longs(from, 1, levels)));
  }

  private static String trees(OnnxGraph graph, OnnxFeatures features, TreeEnsemble model) {
    List<Place> places = features.places();
    if (model.features().width() != places.size()) {
      throw mismatch();
    }
    int numbers = (int) places.stream().filter(Place.Number.class::isInstance).count();
    var feature = new int[places.size()];
    var table = new float[CODES * (places.size() - numbers)];
    for (int column = 0; column < feature.length; column++) {
      int[] categories = model.features().categories()[column];
      if (categories.length == 0) {
        feature[column] = number(features, column);
        continue;
      }
      int at = level(features, column);
      feature[column] = numbers + at;
      for (int code = 0; code < CODES; code++) {
        table[at * CODES + code] =
            categories[code] < 0 ? Float.NaN : OnnxTrees.seen(categories[code]);
      }
    }
    var columns = new ArrayList<String>();
    if (features.numbers() != null) {
      columns.add(features.numbers());
    }
    if (features.codes() != null) {
      String of = places(graph, features.codes(), table.length / CODES);
      columns.add(graph.node("Gather", List.of(graph.floats(table, table.length), of)));
    }
    return OnnxTrees.sum(graph, model, feature, graph.beside(columns));
  }

  private static String calibrated(OnnxGraph graph, Calibration calibration, String logOdds) {
    return switch (calibration) {
      case Calibration.None none -> sigmoid(graph, logOdds);
      case Calibration.Platt platt -> {
        String scaled = graph.node("Mul", List.of(logOdds, graph.one(platt.slope())));
        yield sigmoid(graph, graph.node("Add", List.of(scaled, graph.one(platt.intercept()))));
      }
      case Calibration.Isotonic isotonic -> {
        String own = sigmoid(graph, logOdds);
        String step = OnnxTrees.interpolated(graph, isotonic.score(), isotonic.share(), own);
        String mixed = graph.node("Mul", List.of(step, graph.one(1 - Calibration.Isotonic.OWN)));
        String part = graph.node("Mul", List.of(own, graph.one(Calibration.Isotonic.OWN)));
        yield graph.node("Add", List.of(mixed, part));
      }
    };
  }

  private static String sigmoid(OnnxGraph graph, String logOdds) {
    String exp = graph.node("Exp", List.of(graph.node("Neg", List.of(logOdds))));
    String below = graph.node("Add", List.of(exp, graph.one(1)));
    return graph.node(
        "Clip",
        List.of(
            graph.node("Div", List.of(graph.one(1), below)),
            graph.one(LEAST),
            graph.one(1 - LEAST)));
  }
}
