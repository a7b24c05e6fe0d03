package io.liftwerk.knowledge;

import io.liftwerk.text.Embedder;
import io.liftwerk.workspace.WorkbenchException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Gives the embedder of an index. */
final class Embedders {
  private Embedders() {}

  static Embedder of(Generation.@Nullable Model model) {
    return model == null
        ? Embedder.english()
        : Embedder.of(Path.of(model.embedder()), Path.of(model.tokenizer()));
  }

  /**
   * The embedder by which an index was made.
   *
   * @throws WorkbenchException code {@code index-embedder} when it is no longer the same
   */
  static Embedder of(Generation generation) {
    Embedder embedder = of(generation.model());
    if (!embedder.sha256().equals(generation.state().embedderSha256())) {
      embedder.close();
      throw new WorkbenchException(
          "index-embedder",
          "The index was made with another version of the model %s than there is now."
              .formatted(generation.state().embedder()),
          "Run 'index WS'; it embeds the passages anew.");
    }
    return embedder;
  }
}
