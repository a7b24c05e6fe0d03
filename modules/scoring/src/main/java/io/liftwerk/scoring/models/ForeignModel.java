package io.liftwerk.scoring.models;

import io.liftwerk.workspace.Json;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A model that others have trained, as they handed it over. ONNX Runtime scores by it; what it has
 * learned from, and why it scores a row as it does, is not known.
 *
 * @param parts the file's content, in parts as long as a text in JSON may be
 * @param columns the table's columns in the order the model takes them; empty when its inputs bear
 *     their names
 * @param yes label of the class that counts as yes; null for the second, or where it names none
 */
public record ForeignModel(List<byte[]> parts, List<String> columns, @Nullable String yes)
    implements Scorer {

  /** Kind of the model, where others have {@code forest} or {@code boosted}. */
  public static final String LEARNER = "onnx";

  private static final int LONGEST = 8 << 20;

  /** A model of an ONNX file's content. */
  public static ForeignModel of(byte[] onnx, List<String> columns, @Nullable String yes) {
    var parts = new ArrayList<byte[]>();
    for (int from = 0; from < onnx.length; from += LONGEST) {
      parts.add(Arrays.copyOfRange(onnx, from, Math.min(onnx.length, from + LONGEST)));
    }
    return new ForeignModel(List.copyOf(parts), columns, yes);
  }

  /** The file's content. */
  public byte[] onnx() {
    var content = new ByteArrayOutputStream();
    parts.forEach(content::writeBytes);
    return content.toByteArray();
  }

  @Override
  public String json() {
    return Json.write(this);
  }
}
