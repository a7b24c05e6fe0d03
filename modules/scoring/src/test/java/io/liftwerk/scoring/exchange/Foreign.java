package io.liftwerk.scoring.exchange;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.List;

/** Models as skl2onnx lays them out. */
public final class Foreign {
  static final double[] WEIGHTS = {0.8, -1.2, 0.5};
  static final double BIAS = -0.3;

  private Foreign() {}

  /** Logistic regression over one float matrix, its probabilities in maps. */
  public static ModelProto.Builder logistic(List<String> classes) {
    GraphProto.Builder graph =
        GraphProto.newBuilder()
            .setName("pipeline")
            .addInput(tensor("float_input", DataType.FLOAT, 0, 3))
            .addNode(
                node("ai.onnx.ml", "LinearClassifier", List.of("float_input"), "label", "raw")
                    .addAttribute(
                        OnnxGraph.reals(
                            "coefficients", List.of(-0.8f, 1.2f, -0.5f, 0.8f, -1.2f, 0.5f)))
                    .addAttribute(OnnxGraph.reals("intercepts", List.of(0.3f, -0.3f)))
                    .addAttribute(OnnxGraph.text("post_transform", "LOGISTIC"))
                    .addAttribute(labels(classes)))
            .addNode(
                node("ai.onnx.ml", "Normalizer", List.of("raw"), "probabilities")
                    .addAttribute(OnnxGraph.text("norm", "L1")))
            .addNode(
                node("ai.onnx.ml", "ZipMap", List.of("probabilities"), "output_probability")
                    .addAttribute(labels(classes)))
            .addOutput(tensor("label", DataType.STRING, 0))
            .addOutput(
                ValueInfoProto.newBuilder()
                    .setName("output_probability")
                    .setType(
                        TypeProto.newBuilder()
                            .setSequenceType(
                                TypeProto.Sequence.newBuilder()
                                    .setElemType(
                                        TypeProto.newBuilder()
                                            .setMapType(
                                                TypeProto.Map.newBuilder()
                                                    .setKeyType(DataType.STRING.getNumber())
                                                    .setValueType(
                                                        TypeProto.newBuilder()
                                                            .setTensorType(
                                                                TypeProto.Tensor.newBuilder()
                                                                    .setElemType(
                                                                        DataType.FLOAT
                                                                            .getNumber()))))))));
    return model(graph);
  }

  /** One tree over a column of texts, one of whole numbers and one of truth values. */
  static ModelProto.Builder named() {
    GraphProto.Builder graph =
        GraphProto.newBuilder()
            .setName("pipeline")
            .addInput(tensor("city", DataType.STRING, 0, 1))
            .addInput(tensor("age", DataType.INT64, 0, 1))
            .addInput(tensor("member", DataType.BOOL, 0, 1))
            .addNode(
                node("ai.onnx.ml", "LabelEncoder", List.of("city"), "code")
                    .addAttribute(OnnxGraph.texts("keys_strings", List.of("", "Graz")))
                    .addAttribute(OnnxGraph.reals("values_floats", List.of(-1f, 1f)))
                    .addAttribute(OnnxGraph.real("default_float", 0)))
            .addNode(cast("age", "years"))
            .addNode(cast("member", "belongs"))
            .addNode(
                node("", "Concat", List.of("code", "years", "belongs"), "features")
                    .addAttribute(OnnxGraph.whole("axis", 1)))
            .addNode(
                node("ai.onnx.ml", "TreeEnsembleClassifier", List.of("features"), "label", "both")
                    .addAttribute(OnnxGraph.wholes("nodes_treeids", List.of(0L, 0L, 0L, 0L, 0L)))
                    .addAttribute(OnnxGraph.wholes("nodes_nodeids", List.of(0L, 1L, 2L, 3L, 4L)))
                    .addAttribute(OnnxGraph.wholes("nodes_featureids", List.of(1L, 0L, 0L, 0L, 0L)))
                    .addAttribute(
                        OnnxGraph.texts(
                            "nodes_modes",
                            List.of("BRANCH_LEQ", "BRANCH_LEQ", "LEAF", "LEAF", "LEAF")))
                    .addAttribute(OnnxGraph.reals("nodes_values", List.of(30.5f, 0.5f, 0f, 0f, 0f)))
                    .addAttribute(
                        OnnxGraph.wholes("nodes_truenodeids", List.of(1L, 3L, 0L, 0L, 0L)))
                    .addAttribute(
                        OnnxGraph.wholes("nodes_falsenodeids", List.of(2L, 4L, 0L, 0L, 0L)))
                    .addAttribute(
                        OnnxGraph.wholes("class_treeids", List.of(0L, 0L, 0L, 0L, 0L, 0L)))
                    .addAttribute(
                        OnnxGraph.wholes("class_nodeids", List.of(2L, 2L, 3L, 3L, 4L, 4L)))
                    .addAttribute(OnnxGraph.wholes("class_ids", List.of(0L, 1L, 0L, 1L, 0L, 1L)))
                    .addAttribute(
                        OnnxGraph.reals(
                            "class_weights", List.of(0.9f, 0.1f, 0.75f, 0.25f, 0.25f, 0.75f)))
                    .addAttribute(OnnxGraph.wholes("classlabels_int64s", List.of(0L, 1L)))
                    .addAttribute(OnnxGraph.text("post_transform", "NONE")))
            .addOutput(tensor("label", DataType.INT64, 0))
            .addOutput(tensor("both", DataType.FLOAT, 0, 2));
    return model(graph);
  }

  private static NodeProto.Builder cast(String from, String to) {
    return node("", "Cast", List.of(from), to)
        .addAttribute(OnnxGraph.whole("to", DataType.FLOAT.getNumber()));
  }

  /** Adds the columns of one matrix up; no classifier. */
  static ModelProto.Builder sum(int batch, int width) {
    GraphProto.Builder graph =
        GraphProto.newBuilder()
            .setName("sum")
            .addInput(tensor("x", DataType.DOUBLE, batch, width))
            .addNode(
                node("", "ReduceSum", List.of("x"), "variable")
                    .addAttribute(OnnxGraph.whole("keepdims", 1)))
            .addOutput(tensor("variable", DataType.DOUBLE, batch, 1));
    if (width > 1) {
      graph.addInitializer(
          ai.onnx.proto.OnnxMl.TensorProto.newBuilder()
              .setName("axes")
              .setDataType(DataType.INT64.getNumber())
              .addDims(1)
              .addInt64Data(1));
      graph.setNode(0, graph.getNode(0).toBuilder().addInput("axes"));
    }
    return model(graph);
  }

  static ModelProto.Builder model(GraphProto.Builder graph) {
    return ModelProto.newBuilder()
        .setIrVersion(8)
        .setProducerName("skl2onnx")
        .setProducerVersion("1.17")
        .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(15))
        .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("ai.onnx.ml").setVersion(2))
        .setGraph(graph);
  }

  private static AttributeProto labels(List<String> classes) {
    return OnnxGraph.texts("classlabels_strings", classes);
  }

  static NodeProto.Builder node(
      String domain, String operator, List<String> inputs, String... outputs) {
    return NodeProto.newBuilder()
        .setDomain(domain)
        .setOpType(operator)
        .addAllInput(inputs)
        .addAllOutput(List.of(outputs));
  }

  /** 0 for a dimension that is open. */
  static ValueInfoProto.Builder tensor(String name, DataType type, int... shape) {
    TypeProto.Tensor.Builder tensor = TypeProto.Tensor.newBuilder().setElemType(type.getNumber());
    tensor.getShapeBuilder();
    for (int size : shape) {
      var dimension = tensor.getShapeBuilder().addDimBuilder();
      if (size > 0) {
        dimension.setDimValue(size);
      }
    }
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(TypeProto.newBuilder().setTensorType(tensor));
  }
}
