package io.liftwerk.text;

import io.liftwerk.workspace.Hashes;
import io.liftwerk.workspace.WorkbenchException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;

/** The two files of a model of one's own. */
final class ModelFiles {
  private ModelFiles() {}

  /** What the model is called: its file without the ending. */
  static String name(Path model) {
    return String.valueOf(model.getFileName()).replaceFirst("\\.onnx$", "");
  }

  /**
   * @throws WorkbenchException code {@code embedder-file}
   */
  static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /** Of the model and its tokenizer together. */
  static String hash(Path model, byte[] tokenizer) {
    MessageDigest digest = Hashes.digest();
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = Files.newInputStream(model)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
    } catch (IOException e) {
      throw unreadable(model, e);
    }
    return Hashes.hex(digest.digest(tokenizer));
  }

  private static WorkbenchException unreadable(Path file, IOException cause) {
    return new WorkbenchException(
        "embedder-file",
        "The file %s cannot be read.".formatted(file),
        "See that it is there and that you may read it.",
        cause);
  }
}
