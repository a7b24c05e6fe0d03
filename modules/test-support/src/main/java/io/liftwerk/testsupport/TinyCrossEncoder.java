package io.liftwerk.testsupport;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A cross-encoder whose every score can be worked out by hand: the numbers of the second text's
 * pieces added up, and of the sign behind it. Written byte by byte as ONNX asks it (onnx.proto3,
 * operators of version 11), so that tests need no file of anybody's.
 */
public final class TinyCrossEncoder {
  private static final int INT64 = 7;
  private static final int FLOAT = 1;

  private TinyCrossEncoder() {}

  /**
   * Writes {@code model.onnx} and its {@code tokenizer.json}.
   *
   * @param words words in lower case; the first has the number 10, each further one ten more
   * @return the model
   */
  public static Path write(Path folder, List<String> words) throws IOException {
    String vocabulary =
        words.stream()
            .map(word -> ", \"%s\": %d".formatted(word, 10 * (words.indexOf(word) + 1)))
            .collect(Collectors.joining());
    Files.writeString(
        folder.resolve("tokenizer.json"),
        """
        {"model": {"type": "WordPiece", "vocab": {"[UNK]": 0, "[CLS]": 1, "[SEP]": 2%s}},
         "normalizer": {"type": "BertNormalizer", "lowercase": true},
         "post_processor": {"type": "BertProcessing", "sep": ["[SEP]", 2], "cls": ["[CLS]", 1]}}
        """
            .formatted(vocabulary));
    return Files.write(folder.resolve("model.onnx"), model());
  }

  private static byte[] model() {
    var graph = new Message();
    graph.message(1, node("Mul", "of_text", List.of("input_ids", "token_type_ids")));
    graph.message(
        1, node("Cast", "numbers", List.of("of_text")).message(5, attribute("to", FLOAT)));
    graph.message(
        1,
        node("ReduceSum", "logits", List.of("numbers"))
            .message(5, new Message().text(1, "axes").number(8, 1).number(20, 7))
            .message(5, attribute("keepdims", 1)));
    graph.text(2, "sum");
    graph.message(11, value("input_ids", INT64));
    graph.message(11, value("token_type_ids", INT64));
    graph.message(12, value("logits", FLOAT));
    return new Message()
        .number(1, 7)
        .message(7, graph)
        .message(8, new Message().number(2, 11))
        .bytes();
  }

  private static Message node(String operator, String output, List<String> inputs) {
    var node = new Message();
    inputs.forEach(input -> node.text(1, input));
    return node.text(2, output).text(4, operator);
  }

  private static Message attribute(String name, int value) {
    return new Message().text(1, name).number(3, value).number(20, 2);
  }

  /** A matrix whose sizes are open. */
  private static Message value(String name, int type) {
    var shape =
        new Message()
            .message(1, new Message().text(2, name + "_rows"))
            .message(1, new Message().text(2, name + "_columns"));
    var tensor = new Message().number(1, type).message(2, shape);
    return new Message().text(1, name).message(2, new Message().message(1, tensor));
  }

  /** Protocol Buffers' wire format: a field's number and kind, then what it holds. */
  private static final class Message {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Message number(int field, long value) {
      varint((long) field << 3);
      varint(value);
      return this;
    }

    Message text(int field, String value) {
      return bytes(field, value.getBytes(StandardCharsets.UTF_8));
    }

    Message message(int field, Message value) {
      return bytes(field, value.bytes());
    }

    byte[] bytes() {
      return out.toByteArray();
    }

    private Message bytes(int field, byte[] value) {
      varint((long) field << 3 | 2);
      varint(value.length);
      out.writeBytes(value);
      return this;
    }

    private void varint(long value) {
      long left = value;
      while (left > 127) {
        out.write((int) (left & 127 | 128));
        left >>>= 7;
      }
      out.write((int) left);
    }
  }
}
