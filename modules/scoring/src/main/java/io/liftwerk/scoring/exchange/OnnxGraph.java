package io.liftwerk.scoring.exchange;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.AttributeProto.AttributeType;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** An ONNX graph in the making. Every value has a name; a node's first output is what it gives. */
final class OnnxGraph {
  private final GraphProto.Builder graph = GraphProto.newBuilder().setName("liftwerk");
  private final String prefix;
  private int values;

  /**
   * @param taken names of inputs and outputs, which no value inside may bear
   */
  OnnxGraph(Set<String> taken) {
    String free = "liftwerk";
    while (hasPrefix(taken, free)) {
      free += "_";
    }
    prefix = free;
  }

  private static boolean hasPrefix(Set<String> taken, String prefix) {
    return taken.stream().anyMatch(name -> name.startsWith(prefix));
  }

  /**
   * An input of one value a row.
   *
   * @param vector whether it is a vector {@code [N]}, else a column {@code [N, 1]}
   * @return the values as a column
   */
  String input(String name, DataType type, boolean vector, String doc) {
    graph.addInput(declared(name, type, !vector).setDocString(doc));
    // either shape becomes a column, so that nothing below depends on it
    return node("Reshape", List.of(name, longs(new long[] {-1, 1}, 2)));
  }

  /** Gives {@code value}, a column {@code [N, 1]} of doubles, to the outside. */
  void output(String value, String name, String doc) {
    graph.addNode(
        NodeProto.newBuilder().setOpType("Identity").addInput(value).addOutput(name).setName(name));
    graph.addOutput(declared(name, DataType.DOUBLE, true).setDocString(doc));
  }

  private static ValueInfoProto.Builder declared(String name, DataType type, boolean column) {
    TypeProto.Tensor.Builder tensor = TypeProto.Tensor.newBuilder().setElemType(type.getNumber());
    tensor.getShapeBuilder().addDimBuilder().setDimParam("N");
    if (column) {
      tensor.getShapeBuilder().addDimBuilder().setDimValue(1);
    }
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(TypeProto.newBuilder().setTensorType(tensor));
  }

  String doubles(double[] numbers, long... shape) {
    return constant(tensor(numbers, shape));
  }

  String one(double number) {
    return doubles(new double[] {number});
  }

  String floats(float[] numbers, long... shape) {
    TensorProto.Builder tensor = shaped(DataType.FLOAT, shape);
    for (float number : numbers) {
      tensor.addFloatData(number);
    }
    return constant(tensor);
  }

  String longs(long[] numbers, long... shape) {
    TensorProto.Builder tensor = shaped(DataType.INT64, shape);
    for (long number : numbers) {
      tensor.addInt64Data(number);
    }
    return constant(tensor);
  }

  private String constant(TensorProto.Builder tensor) {
    String name = name();
    graph.addInitializer(tensor.setName(name));
    return name;
  }

  private static TensorProto.Builder tensor(double[] numbers, long... shape) {
    TensorProto.Builder tensor = shaped(DataType.DOUBLE, shape);
    for (double number : numbers) {
      tensor.addDoubleData(number);
    }
    return tensor;
  }

  private static TensorProto.Builder shaped(DataType type, long... shape) {
    TensorProto.Builder tensor = TensorProto.newBuilder().setDataType(type.getNumber());
    for (long size : shape) {
      tensor.addDims(size);
    }
    return tensor;
  }

  /** A node of ONNX itself. */
  String node(String operator, List<String> inputs, AttributeProto... attributes) {
    return node("", operator, inputs, List.of(attributes));
  }

  /** A node of ONNX's part for machine learning. */
  String learned(String operator, List<String> inputs, List<AttributeProto> attributes) {
    return node("ai.onnx.ml", operator, inputs, attributes);
  }

  private String node(
      String domain, String operator, List<String> inputs, List<AttributeProto> attributes) {
    String name = name();
    graph.addNode(
        NodeProto.newBuilder()
            .setDomain(domain)
            .setOpType(operator)
            .setName(name)
            .addAllInput(inputs)
            .addOutput(name)
            .addAllAttribute(attributes));
    return name;
  }

  private String name() {
    return prefix + "." + values++;
  }

  /** Columns beside each other. */
  String beside(List<String> columns) {
    return columns.size() == 1 ? columns.getFirst() : node("Concat", columns, whole("axis", 1));
  }

  String cast(String value, DataType type) {
    return node("Cast", List.of(value), whole("to", type.getNumber()));
  }

  /** Where a double is NaN or infinite. */
  String missing(String value) {
    return node("Or", List.of(node("IsNaN", List.of(value)), node("IsInf", List.of(value))));
  }

  /** The sum of each row's values, as a column. */
  String rowSum(String value) {
    return node("ReduceSum", List.of(value, longs(new long[] {1}, 1)), whole("keepdims", 1));
  }

  GraphProto.Builder graph() {
    return graph;
  }

  static AttributeProto whole(String name, long value) {
    return named(name, AttributeType.INT).setI(value).build();
  }

  static AttributeProto real(String name, float value) {
    return named(name, AttributeType.FLOAT).setF(value).build();
  }

  static AttributeProto text(String name, String value) {
    return named(name, AttributeType.STRING).setS(ByteString.copyFromUtf8(value)).build();
  }

  static AttributeProto texts(String name, List<String> values) {
    var bytes = new ArrayList<ByteString>();
    values.forEach(value -> bytes.add(ByteString.copyFromUtf8(value)));
    return named(name, AttributeType.STRINGS).addAllStrings(bytes).build();
  }

  static AttributeProto wholes(String name, List<Long> values) {
    return named(name, AttributeType.INTS).addAllInts(values).build();
  }

  static AttributeProto reals(String name, List<Float> values) {
    return named(name, AttributeType.FLOATS).addAllFloats(values).build();
  }

  static AttributeProto tensor(String name, double[] values) {
    return named(name, AttributeType.TENSOR).setT(tensor(values, values.length)).build();
  }

  private static AttributeProto.Builder named(String name, AttributeType type) {
    return AttributeProto.newBuilder().setName(name).setType(type);
  }
}
