package io.liftwerk.scoring.exchange;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.InvalidProtocolBufferException;
import io.liftwerk.workspace.WorkbenchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An ONNX file, read and looked over before ONNX Runtime gets it: what it takes, which of its
 * outputs is the probability, and that everything it needs is in this one file.
 *
 * @param name of the file, for messages
 * @param model the graph, its outputs tensors only
 * @param inputs in the graph's order, initialisers left out
 * @param output name of the tensor with the probabilities
 * @param classes labels that the model tells apart, in its order; empty when it does not say
 */
record OnnxFile(
    String name, ModelProto model, List<Input> inputs, String output, List<String> classes) {

  /** A model of a few columns has a few megabytes; a gigabyte is something else. */
  private static final long MOST_BYTES = 1L << 30;

  /** Columns, or rows at once, beyond which an input is no part of a table. */
  private static final long MOST_SIZE = 100_000;

  private static final Set<DataType> PLAIN =
      Set.of(
          DataType.FLOAT,
          DataType.DOUBLE,
          DataType.INT32,
          DataType.INT64,
          DataType.STRING,
          DataType.BOOL);

  /**
   * A tensor that the model takes.
   *
   * @param rank 1 for {@code [N]}, 2 for {@code [N, width]}
   * @param width columns; 0 when the graph does not say
   * @param batch rows it takes at once; 0 for any number
   */
  record Input(String name, DataType type, int rank, int width, int batch) {}

  /**
   * @throws WorkbenchException codes {@code onnx-unreadable}, {@code onnx-damaged}, {@code
   *     onnx-external}, {@code onnx-input}, {@code onnx-output}
   */
  static OnnxFile read(Path file) {
    String name = String.valueOf(file.getFileName());
    return read(name, bytes(name, file));
  }

  /**
   * @param name for messages
   * @throws WorkbenchException as of a file
   */
  static OnnxFile read(String name, byte[] content) {
    ModelProto model = parse(name, content);
    if (isExternal(model)) {
      throw new WorkbenchException(
          "onnx-external",
          "%s keeps a part of its numbers in other files, which are not read.".formatted(name),
          "Save the model as one file.");
    }
    ModelProto plain = withoutMaps(model);
    GraphProto graph = plain.getGraph();
    List<Input> inputs = inputs(name, graph);
    return new OnnxFile(name, plain, inputs, output(name, graph), classes(model.getGraph()));
  }

  private static byte[] bytes(String name, Path file) {
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw new WorkbenchException(
            "onnx-unreadable",
            "%s is larger than a gigabyte, too large for a model of a table.".formatted(name),
            "Choose another file.");
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new WorkbenchException(
          "onnx-unreadable",
          "%s cannot be read: %s.".formatted(name, e.getMessage()),
          "Choose a file that is there and may be read.",
          e);
    }
  }

  private static ModelProto parse(String name, byte[] bytes) {
    try {
      ModelProto model = ModelProto.parseFrom(bytes);
      if (model.getIrVersion() > 0 && model.getGraph().getNodeCount() > 0) {
        return model;
      }
    } catch (InvalidProtocolBufferException e) {
      throw damaged(name, e);
    }
    throw damaged(name, null);
  }

  static WorkbenchException damaged(
      String name, @org.jspecify.annotations.Nullable Throwable cause) {
    return new WorkbenchException(
        "onnx-damaged",
        "%s is not an ONNX model, or it is damaged.".formatted(name),
        "Export the model again and import that file.",
        cause);
  }

  /** Whether anything in the model lies in another file. */
  private static boolean isExternal(ModelProto model) {
    return isExternal(model.getGraph())
        || model.getFunctionsList().stream()
            .flatMap(function -> function.getNodeList().stream())
            .anyMatch(OnnxFile::isExternal);
  }

  private static boolean isExternal(GraphProto graph) {
    return graph.getInitializerList().stream().anyMatch(OnnxFile::isExternal)
        || graph.getSparseInitializerList().stream()
            .anyMatch(one -> isExternal(one.getValues()) || isExternal(one.getIndices()))
        || graph.getNodeList().stream().anyMatch(OnnxFile::isExternal);
  }

  private static boolean isExternal(NodeProto node) {
    return node.getAttributeList().stream()
        .anyMatch(
            attribute ->
                isExternal(attribute.getT())
                    || attribute.getTensorsList().stream().anyMatch(OnnxFile::isExternal)
                    || isExternal(attribute.getSparseTensor().getValues())
                    || isExternal(attribute.getSparseTensor().getIndices())
                    || attribute.hasG() && isExternal(attribute.getG())
                    || attribute.getGraphsList().stream().anyMatch(OnnxFile::isExternal));
  }

  private static boolean isExternal(TensorProto tensor) {
    return tensor.getDataLocation() == TensorProto.DataLocation.EXTERNAL
        || tensor.getExternalDataCount() > 0;
  }

  /** The same without {@code ZipMap}, which packs each row's probabilities into a map. */
  private static ModelProto withoutMaps(ModelProto model) {
    GraphProto.Builder graph = model.getGraph().toBuilder();
    for (int i = graph.getNodeCount() - 1; i >= 0; i--) {
      NodeProto node = graph.getNode(i);
      if (!node.getOpType().equals("ZipMap") || node.getInputCount() != 1) {
        continue;
      }
      for (int o = 0; o < graph.getOutputCount(); o++) {
        if (node.getOutputList().contains(graph.getOutput(o).getName())) {
          TypeProto.Tensor.Builder tensor =
              TypeProto.Tensor.newBuilder().setElemType(DataType.FLOAT.getNumber());
          tensor.getShapeBuilder().addDimBuilder();
          tensor.getShapeBuilder().addDimBuilder();
          graph.setOutput(
              o,
              ValueInfoProto.newBuilder()
                  .setName(node.getInput(0))
                  .setType(TypeProto.newBuilder().setTensorType(tensor)));
        }
      }
      graph.removeNode(i);
    }
    return model.toBuilder().setGraph(graph).build();
  }

  private static List<Input> inputs(String name, GraphProto graph) {
    Set<String> known =
        graph.getInitializerList().stream().map(TensorProto::getName).collect(Collectors.toSet());
    var inputs = new ArrayList<Input>();
    for (ValueInfoProto input : graph.getInputList()) {
      if (!known.contains(input.getName())) {
        inputs.add(input(name, input));
      }
    }
    if (inputs.isEmpty()) {
      throw new WorkbenchException(
          "onnx-input", "%s takes no input.".formatted(name), "Import a model that scores rows.");
    }
    return List.copyOf(inputs);
  }

  private static Input input(String name, ValueInfoProto input) {
    TypeProto.Tensor tensor = input.getType().getTensorType();
    DataType type = DataType.forNumber(tensor.getElemType());
    int rank = tensor.hasShape() ? tensor.getShape().getDimCount() : 2;
    boolean large =
        tensor.getShape().getDimList().stream().anyMatch(one -> one.getDimValue() > MOST_SIZE);
    if (!input.getType().hasTensorType()
        || !PLAIN.contains(type)
        || rank < 1
        || rank > 2
        || large) {
      throw new WorkbenchException(
          "onnx-input",
          "%s takes an input '%s' that is no column or table of numbers or texts."
              .formatted(name, input.getName()),
          "Import a model of plain columns.");
    }
    var shape = tensor.getShape();
    long batch = tensor.hasShape() ? shape.getDim(0).getDimValue() : 0;
    long width = rank == 1 ? 1 : tensor.hasShape() ? shape.getDim(1).getDimValue() : 0;
    return new Input(
        input.getName(), type, rank, (int) Math.max(0, width), (int) Math.max(0, batch));
  }

  /** The output with the probabilities: by its name, else the only one with numbers. */
  private static String output(String name, GraphProto graph) {
    List<String> numbers =
        graph.getOutputList().stream()
            .filter(output -> isReal(output.getType().getTensorType().getElemType()))
            .map(ValueInfoProto::getName)
            .toList();
    Optional<String> named =
        numbers.stream().filter(one -> one.toLowerCase(Locale.ROOT).contains("prob")).findFirst();
    return named
        .or(() -> numbers.size() == 1 ? Optional.of(numbers.getFirst()) : Optional.empty())
        .orElseThrow(
            () ->
                new WorkbenchException(
                    "onnx-output",
                    "%s has no output that could be a probability.".formatted(name),
                    "Export the model with its probabilities, of which the name says so."));
  }

  private static boolean isReal(int type) {
    return type == DataType.FLOAT.getNumber() || type == DataType.DOUBLE.getNumber();
  }

  /** Labels of classes, as the nodes of classifiers and their maps carry them. */
  private static List<String> classes(GraphProto graph) {
    List<String> labels = List.of();
    for (NodeProto node : graph.getNodeList()) {
      for (AttributeProto attribute : node.getAttributeList()) {
        switch (attribute.getName()) {
          case "classlabels_strings" ->
              labels = attribute.getStringsList().stream().map(s -> s.toStringUtf8()).toList();
          case "classlabels_int64s", "classlabels_ints" ->
              labels = attribute.getIntsList().stream().map(String::valueOf).toList();
          default -> {}
        }
      }
    }
    return labels;
  }
}
