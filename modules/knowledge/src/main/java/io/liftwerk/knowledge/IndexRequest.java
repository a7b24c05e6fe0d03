package io.liftwerk.knowledge;

import io.liftwerk.workspace.WorkbenchException;
import org.jspecify.annotations.Nullable;

/**
 * By which model sources are indexed.
 *
 * @param embedder path of an ONNX file; null for the one used last, or else the English one that is
 *     in the program
 * @param tokenizer path of its {@code tokenizer.json}, null where {@code embedder} is
 * @param builtIn back to the model in the program, whatever was used last
 */
public record IndexRequest(@Nullable String embedder, @Nullable String tokenizer, boolean builtIn) {

  /** As the index was made last. */
  public static final IndexRequest AS_BEFORE = new IndexRequest(null, null, false);

  /**
   * @throws WorkbenchException code {@code embedder-half} when only one of them is given
   */
  public IndexRequest {
    if ((embedder == null) != (tokenizer == null)) {
      throw new WorkbenchException(
          "embedder-half",
          "A model of one's own takes two files: the ONNX file and its tokenizer.json.",
          "Name both, or neither for the model in the program.");
    }
  }
}
