package io.liftwerk.scoring.exchange;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import io.liftwerk.scoring.exchange.OnnxInput.Kind;
import io.liftwerk.workspace.WorkbenchException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Some rows as the tensors that a model takes; rows beyond the last repeat it. */
final class OnnxTensors implements AutoCloseable {
  private final OnnxFile file;
  private final OnnxChunk chunk;
  private final int from;
  private final int rows;
  private final int padded;
  private final Map<String, OnnxTensor> all = new LinkedHashMap<>();

  /**
   * @param from first row of the chunk
   * @param rows how many of them
   * @param padded rows that the model is given
   */
  OnnxTensors(
      OnnxFile file, List<OnnxInput> features, OnnxChunk chunk, int from, int rows, int padded)
      throws OrtException {
    this.file = file;
    this.chunk = chunk;
    this.from = from;
    this.rows = rows;
    this.padded = padded;
    int next = 0;
    for (OnnxFile.Input input : file.inputs()) {
      var columns = new ArrayList<Integer>();
      while (next < features.size() && features.get(next).name().equals(input.name())) {
        columns.add(next++);
      }
      all.put(input.name(), tensor(input, features, columns));
    }
  }

  Map<String, OnnxTensor> all() {
    return all;
  }

  private OnnxTensor tensor(OnnxFile.Input input, List<OnnxInput> features, List<Integer> columns)
      throws OrtException {
    int width = columns.size();
    long[] shape = input.rank() == 1 ? new long[] {padded} : new long[] {padded, width};
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    if (input.type() == DataType.STRING) {
      var texts = new String[padded * width];
      for (int c = 0; c < width; c++) {
        String[] values = ((OnnxChunk.Texts) chunk.columns().get(columns.get(c))).values();
        for (int i = 0; i < padded; i++) {
          texts[i * width + c] = values[row(i)];
        }
      }
      return OnnxTensor.createTensor(environment, texts, shape);
    }
    int size = bytes(input.type());
    ByteBuffer buffer =
        ByteBuffer.allocateDirect(padded * width * size).order(ByteOrder.nativeOrder());
    for (int c = 0; c < width; c++) {
      OnnxInput feature = features.get(columns.get(c));
      double[] values = ((OnnxChunk.Numbers) chunk.columns().get(columns.get(c))).values();
      for (int i = 0; i < padded; i++) {
        double value = values[row(i)];
        check(feature, value, row(i));
        put(buffer, (i * width + c) * size, input.type(), value);
      }
    }
    return switch (input.type()) {
      case FLOAT -> OnnxTensor.createTensor(environment, floats(buffer), shape);
      case DOUBLE -> OnnxTensor.createTensor(environment, doubles(buffer), shape);
      case INT32 -> OnnxTensor.createTensor(environment, ints(buffer), shape);
      case INT64 -> OnnxTensor.createTensor(environment, longs(buffer), shape);
      default -> OnnxTensor.createTensor(environment, buffer, shape, OnnxJavaType.BOOL);
    };
  }

  private static FloatBuffer floats(ByteBuffer buffer) {
    return buffer.asFloatBuffer();
  }

  private static DoubleBuffer doubles(ByteBuffer buffer) {
    return buffer.asDoubleBuffer();
  }

  private static IntBuffer ints(ByteBuffer buffer) {
    return buffer.asIntBuffer();
  }

  private static LongBuffer longs(ByteBuffer buffer) {
    return buffer.asLongBuffer();
  }

  private int row(int i) {
    return from + Math.min(i, rows - 1);
  }

  private static int bytes(DataType type) {
    return switch (type) {
      case DOUBLE, INT64 -> Double.BYTES;
      case FLOAT, INT32 -> Float.BYTES;
      default -> 1;
    };
  }

  private static void put(ByteBuffer buffer, int at, DataType type, double value) {
    switch (type) {
      case FLOAT -> buffer.putFloat(at, (float) value);
      case DOUBLE -> buffer.putDouble(at, value);
      case INT32 -> buffer.putInt(at, (int) value);
      case INT64 -> buffer.putLong(at, (long) value);
      default -> buffer.put(at, (byte) (value == 0 ? 0 : 1));
    }
  }

  private void check(OnnxInput feature, double value, int row) {
    boolean whole = feature.kind() == Kind.WHOLE;
    if (whole && value != Math.rint(value) || feature.kind() == Kind.TRUTH && Double.isNaN(value)) {
      throw new WorkbenchException(
          "onnx-missing",
          Double.isNaN(value)
              ? "The column '%s' is empty in row %d, and %s takes no missing value there."
                  .formatted(feature.column(), chunk.first() + row, file.name())
              : "The column '%s' is no whole number in row %d, and %s takes nothing else there."
                  .formatted(feature.column(), chunk.first() + row, file.name()),
          "Fill the column in a view, or export the model with inputs of type float.");
    }
  }

  /** All values of a tensor of floats or doubles. */
  static double[] values(OnnxTensor tensor) {
    FloatBuffer floats = tensor.getFloatBuffer();
    if (floats != null) {
      var values = new double[floats.remaining()];
      for (int i = 0; i < values.length; i++) {
        values[i] = floats.get(i);
      }
      return values;
    }
    DoubleBuffer doubles = tensor.getDoubleBuffer();
    var values = new double[doubles.remaining()];
    doubles.get(values);
    return values;
  }

  @Override
  public void close() {
    all.values().forEach(OnnxTensor::close);
  }
}
